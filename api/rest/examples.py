"""Questions to try, by path: the OpenAPI document and its page show them, and a test asks each."""

from __future__ import annotations

EXAMPLES: dict[str, tuple[str, ...]] = {
    "/v1/events": (
        "type=ASSAULT,PROTEST&killed.gte=5&order=DATE.DESC&limit=10",
        "near=41.5,21.5,50&when.gte=2024-11-01",
    ),
    "/v1/actors": ("kind=PERSON&order=EVENT_COUNT.DESC&limit=10",),
    "/v1/locations": ("within=-21,170,-19,-170&order=NAME.ASC",),
    "/v1/quotes": ("speakerName.contains=governor&search=rebuild",),
    "/v1/articles": ("publisher.contains=tide&publishedAt.gte=2024-11-01&totalCount=true",),
    "/v1/search": ("search=flood&in=events,quotes&limit=3",),
    "/v1/stats": ("by=COUNTRY,YEAR&killed.gte=1",),
    "/v1/events.atom": ("type=ASSAULT&countryCode=KE",),
    "/v1/events.feed.json": ("search=flood",),
    "/v1/events.ndjson": ("killed.gte=1",),
    "/v1/events.csv": ("since=2026-06-01",),
    "/v1/events.geojson": ("when.gte=2024-01-01&when.lte=2024-12-31",),
    "/v1/events.parquet": ("type=PROTEST",),
    "/v1/quotes.csv": ("speakerName.contains=ruiz&limit=1000",),
    "/v1/articles.ndjson": ("search=port+strike",),
}
TEXT = {"text": "Police arrested 40 people in Lima on Tuesday.", "publishedAt": "2024-11-07"}
"""For `POST /v1/analyze`."""


def described(path: str, description: str) -> str:
    """The description with the questions to try at this path."""
    shown = " or ".join(f"`GET {path}?{query}`" for query in EXAMPLES.get(path, ()))
    return f"{description}\n\nExample: {shown}" if shown else description
