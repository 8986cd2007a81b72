"""ninjs, the IPTC's JSON of news, versions 1 to 3."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from dateline.extraction.reading.fields import find_article
from dateline.extraction.reading.inputs import Found, Input, LeftOut, Withdrawal

STOPPED = frozenset({"canceled", "cancelled", "withheld"})


def is_ninjs(given: dict[str, Any]) -> bool:
    """Whether an object has what only ninjs has."""
    return "uri" in given and any(
        key in given
        for key in ("body_text", "body_xhtml", "body_html5", "bodies", "pubstatus", "pubStatus", "headlines")
    )


def read_ninjs(given: dict[str, Any], source: Input, line: int | None, origin: str | None) -> Iterator[Found]:
    """The article of one object; a withdrawal where it is cancelled."""
    status = str(given.get("pubstatus") or given.get("pubStatus") or "usable").lower()
    address = given.get("canonicalurl") or given.get("canonicalUrl") or given["uri"]
    if status == "withheld":
        yield LeftOut(source.name, "withheld by its source")
        return
    if status in STOPPED:
        yield Withdrawal(source.name, str(address))
        return
    known = {**given, "url": address}
    body, kind = _body(given)
    known.pop("body_text", None)
    known["body_text" if kind == "text" else "content_html"] = body
    known["headline"] = _first(given, "headlines") or given.get("headline") or given.get("title")
    known.setdefault("author", given.get("by") or given.get("byline") or _people(given))
    if isinstance(given.get("copyrightHolder"), dict):
        known.setdefault("publisher", given["copyrightHolder"].get("name"))
    known["published_at"] = (
        given.get("firstcreated")
        or given.get("firstCreated")
        or given.get("versioncreated")
        or (given.get("versionCreated"))
    )
    kept = ("url", "body_text", "content_html", "headline", "author", "publisher", "published_at", "usageterms",
            "copyrightholder", "provider")  # fmt: skip
    yield from find_article({key: known[key] for key in kept if known.get(key)}, source, line, origin)


def _body(given: dict[str, Any]) -> tuple[Any, str]:
    for body in given.get("bodies") or []:
        if isinstance(body, dict) and body.get("value"):
            is_plain = "plain" in str(body.get("contentType") or body.get("contenttype") or body.get("type") or "")
            return body["value"], "text" if is_plain else "html"
    if given.get("body_text"):
        return given["body_text"], "text"
    return given.get("body_xhtml") or given.get("body_html5") or given.get("body_html"), "html"


def _first(given: dict[str, Any], key: str) -> Any:
    return next((one.get("value") for one in given.get(key) or [] if isinstance(one, dict)), None)


def _people(given: dict[str, Any]) -> Any:
    people = given.get("people") or given.get("person") or []
    roles = ("author", "writer", "byline", "reporter")
    return [one.get("name") for one in people if isinstance(one, dict) and str(one.get("rel", "")).lower() in roles]
