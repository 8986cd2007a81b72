"""What the lines around a story are: header with source and day, byline, junk, story."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime
from functools import cache

from dateline.extraction.cleaning.dates import find_date
from dateline.extraction.lexicon import load_lexicon

LONGEST_JUNK = 240
LONGEST_HEADER = 140
WEEKDAYS = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun".split()
)
_WORD = re.compile(r"[^\W\d_][\w.'’&-]*")
_BYLINE = re.compile(
    r"(?:[-–—]\s*)?(?:written |reported |story )?by:?\s+(?P<names>[^\W\d_][^|\d]{2,100}?)\s*(?:[|•·].*)?$", re.I
)
_SIGNED = re.compile(r"(?P<names>(?:[A-Z][\w.'’-]+ ){1,3}[A-Z][\w'’-]+),\s*(?P<agency>[A-Z][\w .'’-]{1,40})$")
_YEARS = r"\d{4}(?:\s*[-–]\s*\d{4})?"
_COPYRIGHT = re.compile(
    rf"(?:copyright|\(c\)|©)(?:\s|:|©|\(c\))*(?:{_YEARS})?[\s,.]*(?:by\s+)?"
    # A full stop after a single letter belongs to the name: U.S. News.
    r"(?P<owner>[^.\d].{1,80}?)(?:(?<!\b\w)\.(?:\s|$)|$|,?\s+all rights)",
    re.I,
)
_YEARS_AFTER = re.compile(rf"[\s,(©]+{_YEARS}\)?$")
_CREDIT = re.compile(
    r"\bcontributed\b|\breported from\b.*\.$|\b(?:reporting|writing|editing|edited|photographs|research) by\b", re.I
)


@dataclass(frozen=True, slots=True)
class Header:
    """What a line above the story tells."""

    published_at: datetime | None = None
    byline: str | None = None
    agency: str | None = None


@cache
def _junk() -> re.Pattern[str]:
    forms: list[str] = load_lexicon("cleaning")["junk"]
    return re.compile("|".join(f"(?:{form})" for form in forms), re.I)


@cache
def agencies() -> frozenset[str]:
    """Names of wire services, lower case."""
    return frozenset(name.lower() for name in load_lexicon("cleaning")["agencies"])


@cache
def _header_words() -> frozenset[str]:
    return frozenset(load_lexicon("cleaning")["header_words"]) | WEEKDAYS


@cache
def _credit_words() -> frozenset[str]:
    return frozenset(load_lexicon("cleaning")["credit_words"])


def is_junk(line: str) -> bool:
    """Whether a whole line is no part of the story."""
    return len(line) <= LONGEST_JUNK and (_junk().fullmatch(line) is not None or is_credit(line))


def is_credit(line: str) -> bool:
    """Whether a line only tells who worked on the story: `Muteba reported from Sake, Ashlind from Nairobi, Kenya.`

    All of it must be names and words of such lines: `Reporting by the Times led to an inquiry` is a sentence.
    """
    if _CREDIT.search(line) is None:
        return False
    words = [re.sub(r"['’]s$", "", word) for word in _WORD.findall(line)]
    capitals = sum(word[0].isupper() for word in words)
    return capitals >= 2 and all(word[0].isupper() or word.strip(".").lower() in _credit_words() for word in words)


def read_copyright(line: str) -> str | None:
    """The owner that a copyright line names, without years and legal form."""
    match = _COPYRIGHT.match(line)
    if match is None or not match["owner"][0].isupper():
        return None
    return _without_legal_form(match["owner"]) or None


def read_copyright_year(line: str) -> int | None:
    """The last year that a copyright line names."""
    if len(line) > LONGEST_HEADER or _COPYRIGHT.match(line) is None:
        return None
    years = [int(year) for year in re.findall(r"(?<!\d)(?:19|20)\d\d(?!\d)", line)]
    return years[-1] if years else None


def _without_legal_form(owner: str) -> str:
    """`The Harbour Ledger Ltd 2025` -> `The Harbour Ledger`; several endings may follow each other."""
    endings = {ending.strip(".").casefold() for ending in load_lexicon("cleaning")["company_endings"]}
    while True:
        owner = _YEARS_AFTER.sub("", owner).strip(" ,")
        name, _, last = owner.rpartition(" ")
        if not name or last.strip(".").casefold() not in endings:
            return owner
        owner = name


def read_header(line: str) -> Header | None:
    """What a header line above the story tells; None where the line is part of the story."""
    if len(line) > LONGEST_HEADER:
        return None
    return _read_byline(line) or _read_dated(line)


def _read_byline(line: str) -> Header | None:
    match = _BYLINE.match(line)
    if match and _are_names(match["names"]):
        names, _, rest = match["names"].partition(",")
        agency = rest.strip() if rest.strip().lower() in agencies() else None
        return Header(byline=names.strip(), agency=agency)
    signed = _SIGNED.match(line)
    if signed and signed["agency"].lower() in agencies():
        return Header(byline=signed["names"], agency=signed["agency"])
    return None


def _are_names(text: str) -> bool:
    words = _WORD.findall(text)
    capitals = [word for word in words if word[0].isupper()]
    small = [word for word in words if word[0].islower()]
    return (
        2 <= len(words) <= 14
        and len(capitals) >= 2
        and all(word in {"and", "of", "for", "de", "van", "von", "al", "the"} for word in small)
        and not text.endswith((".", "!", "?"))
    )


def _read_dated(line: str) -> Header | None:
    found = find_date(line)
    if found is None:
        return None
    published, start, end = found
    rest = line[:start] + " " + re.sub(r"^[\s,T|–—-]*(?:at\s+)?\d{1,2}[:.]\d\d[\d:.]*", " ", line[end:])
    words = [word for word in _WORD.findall(rest) if word.lower().strip(".") not in _header_words()]
    if len(words) > 7 or any(word[0].islower() for word in words) or rest.rstrip().endswith((".", "?", "!")):
        return None
    byline = re.match(r"\s*by\s+((?:[A-Z][\w.'’-]+\s?){2,4})", line, re.I)
    return Header(published, byline[1].strip() if byline else None, _agency_in(rest))


def _agency_in(text: str) -> str | None:
    parts = [part.strip() for part in re.split(r"\s[-–—|•·]\s|^[-–—|•·]\s|[()|•·]", text)]
    return next((part for part in parts if part.lower() in agencies()), None)
