"""Which articles must not leave this machine, by what their publishers say."""

import re

_RESERVING = (
    r"\ball rights reserved\b",
    r"\bno[- ]?ai\b",
    r"\bnot? for (?:use by |use with )?(?:ai|machines?|models?)\b",
    r"\btdm[- ]?reserv",
    r"\b(?:text and data mining|machine learning|training)\b[^.]*\b(?:prohibited|reserved|not (?:allowed|permitted))\b",
    r"\bno (?:text and data mining|redistribution|onward|transfer)\b",
    r"\binternal use only\b",
    r"\bconfidential\b",
    r"\bunder embargo\b",
    r"\b(?:may|must|shall) not be (?:\w+,? ){0,6}?"
    r"(?:redistributed|transmitted|shared|processed|mined|passed on|reproduced|copied)\b",
)
_RESERVED = re.compile("|".join(_RESERVING), re.IGNORECASE)


def reserves_rights(licence: str) -> bool:
    """Whether a licence, as its publisher words it, keeps an article from being sent to others."""
    return _RESERVED.search(licence) is not None
