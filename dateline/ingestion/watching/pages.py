"""Single addresses that a person names: fetched with the guards of watching, read in whatever format they are."""

from __future__ import annotations

import io
from collections.abc import Collection, Sequence
from dataclasses import replace
from typing import cast
from urllib.parse import urlsplit

from dateline.extraction.reading import Rules
from dateline.extraction.reading.decoding import decode
from dateline.extraction.reading.inputs import Input
from dateline.extraction.reading.registry import HTML, read_input
from dateline.ingestion.seeding.seeding import Failure, Item, as_item
from dateline.ingestion.watching.fetching import Fetched, Fetcher, FetchError
from schema.errors import SourceError
from schema.mentions import RawArticle


def is_address(given: str) -> bool:
    """Whether a person means a page of the web."""
    return given.startswith(("http://", "https://"))


async def fetch_items(urls: Sequence[str], rules: Rules, allowed_hosts: Collection[str] = ()) -> list[Item]:
    """What lies at each address: its articles, or a failure."""
    items: list[Item] = []
    async with Fetcher(allowed_hosts) as fetcher:
        for url in urls:
            try:
                fetched = await fetcher.get(url)
                items += _read(fetched, url, rules) if fetched is not None else ()
            except (FetchError, SourceError) as error:
                items.append(Failure(url, error))
    return items


def _read(fetched: Fetched, url: str, rules: Rules) -> list[Item]:
    if fetched.media_type in (HTML.media_type, "application/xhtml+xml"):
        text, encoding = decode(fetched.content, url, html=True)
        return [RawArticle(url, text, "text/html", encoding, url=fetched.url)]
    name = url if "." in urlsplit(url).path.rpartition("/")[2] else f"{url}/"
    found = list(read_input(Input(name, cast("io.BufferedReader", io.BytesIO(fetched.content)), rules)))
    articles = [item for item in found if isinstance(item, RawArticle)]
    if len(articles) == 1:
        found = [replace(item, url=item.url or fetched.url) if isinstance(item, RawArticle) else item for item in found]
    return [as_item(item) for item in found]
