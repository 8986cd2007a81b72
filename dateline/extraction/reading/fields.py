"""From a record with keys (JSON, CSV, a table) to an article: the names that tools of the field give their columns.

Sources: the output of news-please 1.6, newspaper4k 0.9, trafilatura 2.0, fundus 0.5, Media Cloud's and Event
Registry's exports, NewsAPI, the Guardian's Open Platform, GDELT DOC 2.0, CC-News, ninjs 1 to 3, JSON Feed 1.1.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, date, datetime
from functools import cache
from typing import Any

from dateline.extraction.cleaning.dates import parse_date
from dateline.extraction.reading.inputs import Found, Input, Remark
from dateline.extraction.reading.markup import text_of_markup
from schema.errors import InputError, SourceError
from schema.mentions import RawArticle

NAMES = {
    "text": (
        "text maintext main_text articletext article_text plain_text plaintext fulltext full_text body_text bodytext "
        "fields.bodytext content_text body_txt articlebody article_body cleaned_text text_content raw_text body "
        "content article story"
    ),
    "html": "html raw_html page_html",
    "markup": "content_html body_html body_xhtml body_html5 fields.body",
    "title": "title headline webtitle fields.headline article_title news_title",
    "url": "url link weburl web_url canonical_url source_url article_url requested_url permalink canonicalurl uri_url",
    "publisher": (
        "publisher source.name source.title source.uri sitename site_name media_name source_name publication outlet "
        "newspaper source_domain domain hostname source provider copyrightholder"
    ),
    "byline": "byline fields.byline author authors writer creator by",
    "licence": "licence license rights usageterms rightsinfo.usageterms",
    "published_at": (
        "published_at publishedat published date_publish publish_date publication_date published_date publishing_date "
        "publishdate date_published firstcreated datetimepub datepublished webpublicationdate pub_date pubdate date "
        "datetime versioncreated seendate created_at timestamp issued time_published"
    ),
    "id": "id _id guid identifier article_id stories_id",
}
"""Our names, and the keys that they are read from, the surest first; compared without case, spaces and underscores."""
TOLD = ("title", "url", "publisher", "licence")
"""What is told in a string, or in an object with a name."""
NOTHING = frozenset({"", "n/a", "na", "none", "null", "nan", "nat", "-", "unknown"})
"""How tools write that a value is not known."""
MILLISECONDS = 1e11
MICROSECONDS = 1e14
NANOSECONDS = 1e17
_CUT = re.compile(r"\s*(?:…|\.\.\.)?\s*\[\+\d+ chars\]\s*$")
"""NewsAPI's free plan gives the first 200 characters only."""
_COMPACT = re.compile(r"(\d{4})(\d\d)(\d\d)(?:T?(\d\d)(\d\d)(\d\d)(Z?))?")
_PYTHON_LIST = re.compile(r"^\[\s*(['\"]).*\1\s*\]$", re.S)


def fold_key(key: str) -> str:
    """How keys are compared."""
    return re.sub(r"[\s_-]+", "", key.strip().lower())


@cache
def _wanted() -> dict[str, tuple[str, ...]]:
    return {ours: tuple(fold_key(name) for name in names.split()) for ours, names in NAMES.items()}


def parse_mapping(given: Iterable[str]) -> dict[str, str]:
    """`text=body` and the like; InputError where one is no such pair."""
    found: dict[str, str] = {}
    for pair in given:
        ours, _, theirs = pair.partition("=")
        if ours not in NAMES or not theirs:
            raise InputError(
                f"--map {pair}: this is no mapping.", hint=f"Write --map text=body.  Names: {', '.join(NAMES)}."
            )
        found[ours] = theirs
    return found


def find_article(
    given: Mapping[str, Any], source: Input, line: int | None = None, origin: str | None = None
) -> Iterator[Found]:
    """The article of one record, with remarks; an error in its place where it has no text."""
    where = origin or (source.name if line is None else f"{source.name}, line {line}")
    at = f"{where}: " if where else ""
    record = _Record(given, source.rules.keys)
    media_type, content = _content(record)
    if not isinstance(content, str):
        keys = ", ".join(list(given)[:12])
        yield SourceError(
            f'{at}"text" is missing, or is not a string.',
            hint=f'Send an object like {{"text": "..."}} (its keys are: {keys}).'
            if source.rules.exact
            else f'Give each article a "text", or name the key: --map text=KEY (there are: {keys}).',
            code="NO_TEXT",
        )
        return
    if not content.strip() and not source.rules.exact:
        yield SourceError(f"{at}the text is empty.", hint="Remove the line, or fetch the article again.", code="EMPTY")
        return
    if _CUT.search(content):
        content = _CUT.sub("", content)
        yield Remark(source.name, "the source gives the beginnings of its articles only ([+N chars])")
    try:
        metadata = {key: _string(record.take(key), key, at) for key in TOLD}
    except SourceError as error:
        yield error
        return
    published, trouble = read_day(given_day := record.take("published_at"))
    if trouble and source.rules.exact:
        published = str(given_day)
    elif trouble:
        yield Remark(where, f"{trouble} is no day; the article is read without it")
    identifier, byline = record.take("id"), names_of(record.take("byline"))
    if unused := record.unused():
        yield Remark(source.name, f"not used: {', '.join(unused[:20])}")
    yield RawArticle(
        origin or source.name,
        content,
        media_type,
        "utf-8",
        line,
        None if identifier is None else str(identifier),
        byline=byline,
        published_at=published,
        **metadata,
    )


class _Record:
    """The values of a record by our names."""

    def __init__(self, given: Mapping[str, Any], keys: Mapping[str, str]) -> None:
        self._flat = {fold_key(name): value for name, value in flatten(given)}
        self._named = {fold_key(name): name for name in given}
        self._keys = keys
        self._used: set[str] = set()

    def take(self, ours: str) -> Any:
        """The first value that there is; None where there is none."""
        wanted = (fold_key(self._keys[ours]),) if ours in self._keys else _wanted()[ours]
        present = [name for name in wanted if name in self._flat and not self._is_of_another(ours, name)]
        self._used.update(name.partition(".")[0] for name in present)
        return next((self._flat[name] for name in present if not _is_nothing(self._flat[name])), None)

    def _is_of_another(self, ours: str, name: str) -> bool:
        """`"source": [...]` is what somebody else keeps there, and no publisher; `"publisher": [...]` is a mistake."""
        own = ours in self._keys or name == fold_key(ours)
        return ours in TOLD and not own and isinstance(self._flat[name], list)

    def empty(self, ours: str) -> str | None:
        """An empty string where the key is there with nothing in it."""
        return "" if any(isinstance(self._flat.get(name), str) for name in _wanted()[ours]) else None

    def unused(self) -> list[str]:
        """The keys that nothing was read from."""
        return [name for key, name in self._named.items() if key not in self._used and not _is_nothing(self._flat[key])]


def flatten(given: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    """The keys with their values, those of an inner object also as `outer.inner`."""
    for name, value in given.items():
        yield str(name), value
        if isinstance(value, dict):
            yield from ((f"{name}.{inner}", one) for inner, one in value.items())


def _is_nothing(value: Any) -> bool:
    if isinstance(value, str):
        return value.strip().lower() in NOTHING
    return value is None or value == [] or value == {} or value != value  # NaN is not itself


def _content(record: _Record) -> tuple[str, Any]:
    found, page, markup = record.take("text"), record.take("html"), record.take("markup")
    if found is None and isinstance(page, str):
        return "text/html", page
    if found is None and isinstance(markup, str):
        return "text/plain", text_of_markup(markup)
    return "text/plain", record.empty("text") if found is None else _join_paragraphs(found)


def _join_paragraphs(value: Any) -> Any:
    """A text that is given in parts: a list of paragraphs, or fundus' summary and sections."""
    if isinstance(value, list) and value and all(isinstance(part, str) for part in value):
        return "\n\n".join(value)
    if isinstance(value, dict) and isinstance(value.get("sections"), list):
        parts = list(value.get("summary") or [])
        for section in value["sections"]:
            if isinstance(section, dict):
                headline = section.get("headline") or []
                parts += headline if isinstance(headline, list) else [headline]
                parts += section.get("paragraphs") or []
        return "\n\n".join(str(part) for part in parts if part)
    return value


def _string(value: Any, key: str, at: str) -> str | None:
    if isinstance(value, dict):
        value = next((value[name] for name in ("name", "title", "url", "uri") if value.get(name)), None)
    if value is None or isinstance(value, str):
        return value
    raise SourceError(f'{at}"{key}" is not a string.', hint="Put it in quotation marks.", code="BAD_FIELD")


def names_of(value: Any) -> str | None:
    """The names of a byline: a string, a list of names, or of objects with a name."""
    if isinstance(value, dict):
        value = value.get("name") or value.get("byline")
    if isinstance(value, (list, tuple)):
        names = [name for name in map(names_of, value) if name]
        return ", ".join(dict.fromkeys(names)) or None
    if not isinstance(value, str) or _is_nothing(value):
        return None
    if _PYTHON_LIST.match(value.strip()):  # how pandas writes a list into a cell
        return names_of([part[1] for part in re.findall(r"(['\"])(.*?)\1", value)])
    return without_by(value)


def without_by(byline: str | None) -> str | None:
    """A byline without the word that it begins with."""
    return re.sub(r"^\s*by[:\s]+", "", byline or "", flags=re.I).strip() or None


def read_day(value: Any) -> tuple[str | None, str | None]:
    """A day as a record gives it, in ISO 8601 or as it was written, and what is wrong with it where it is none."""
    if isinstance(value, dict):
        value = value.get("$date", value.get("date"))
    if isinstance(value, bool) or value is None:
        return None, None
    if isinstance(value, (datetime, date)):
        return value.isoformat(), None
    written = str(value).strip()
    if written.lower() in NOTHING:
        return None, None
    found = _epoch(written) or _compact(written)
    if found is None and parse_date(written) is None:
        return None, repr(written[:60])
    return found or written, None


def _epoch(written: str) -> str | None:
    """Seconds since 1970, or thousandths, millionths and billionths of them, as pandas and browsers write."""
    if not re.fullmatch(r"\d{9,19}(?:\.\d+)?", written):
        return None
    if len(written) == 14 and _compact(written):
        return None
    number = float(written)
    scale = next(
        (by for least, by in ((NANOSECONDS, 1e9), (MICROSECONDS, 1e6), (MILLISECONDS, 1e3)) if number > least), 1
    )
    try:
        return datetime.fromtimestamp(number / scale, UTC).isoformat()
    except (ValueError, OverflowError, OSError):
        return None


def _compact(written: str) -> str | None:
    """GDELT's 20240612T101500Z and the like."""
    match = _COMPACT.fullmatch(written)
    if not match:
        return None
    year, month, day, hour, minute, second, _ = match.groups()
    try:
        at = datetime(int(year), int(month), int(day), int(hour or 0), int(minute or 0), int(second or 0), tzinfo=UTC)
    except ValueError:
        return None
    return at.isoformat() if hour else at.date().isoformat()
