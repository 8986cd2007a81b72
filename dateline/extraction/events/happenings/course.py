"""How far a mention is from another in an article, and whether the story goes on with it."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from dateline.extraction.events.arguments.earlier import is_earlier
from dateline.extraction.events.setting import Setting

if TYPE_CHECKING:
    from spacy.tokens import Token

STRETCH = 3
"""Sentences of a long paragraph over which the story does not turn."""
NEAR = 2
"""Stretches over which a day or place of the background holds."""
ASIDE = frozenset({"before", "until", "because", "although", "though", "if"})


def stretches(setting: Setting) -> list[int]:
    """Where the paragraphs begin; one of many sentences counts as several."""
    begins = sorted(paragraph.start for paragraph in setting.notes.paragraphs)
    starts: list[int] = []
    since = 0
    for sentence in setting.doc.sents:
        since += 1
        is_first = bisect_left(begins, sentence.start_char) < bisect_left(begins, sentence.end_char)
        if is_first or since > STRETCH or not starts:
            starts.append(sentence.start_char)
            since = 1
    return starts


def is_told_on(token: Token) -> bool:
    """Whether a story goes on with a mention: a verb of the sentence, and not one that tells more of a noun.

    So with its subject and its object: `The attack began on Friday`, `began an operation on Saturday`.
    """
    if token.dep_ in ("nsubj", "nsubjpass", "dobj"):
        token = token.head
    if token.pos_ != "VERB":
        return False
    if is_earlier(token) or (token.dep_ == "advcl" and token.tag_ in ("VBG", "VBN")):
        return False
    if token.dep_ == "advcl" and any(child.dep_ == "mark" and child.lower_ in ASIDE for child in token.lefts):
        return False  # `gatherings were allowed before the election started`
    return token.dep_ not in ("relcl", "acl", "pcomp", "amod") and not any(
        above.dep_ in ("relcl", "acl", "pcomp") for above in list(token.ancestors)[:2]
    )
