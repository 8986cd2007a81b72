"""Which words name places: the model's entities, corrected by the gazetteer and by the words around.

Spans are as annotators give them: the name alone, without article, possessive or `city of`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from dateline.extraction.notes import Notes
from dateline.extraction.parsing import POSSESSIVES
from dateline.extraction.places.cues import (
    Toponym,
    follows_person_title,
    has_state_after,
    is_known,
    is_part_of_name,
    is_place_in_context,
    is_where,
    named_countries,
    text_of,
)
from dateline.extraction.places.missed import (
    find_abroad,
    find_in_capitals,
    find_in_dateline,
    find_missed,
    find_of_party_members,
    find_own,
    find_short_united_states,
    find_states_after_cities,
)
from dateline.extraction.places.refusing import hyphenated, is_refused
from dateline.extraction.places.words import (
    DIRECTIONS,
    DOUBTFUL_LABELS,
    FEATURE_FIRST,
    PLACE_LABELS,
    abbreviations,
    context_words,
    directions,
    is_common,
    is_never,
)
from schema.vocabulary import LocationKind

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token


INITIALS = re.compile(r"(?:[A-Z]\.)+[A-Z]")
LARGE_TOWN = 60_000
"""Inhabitants."""


def find_toponyms(notes: Notes) -> list[Toponym]:
    """All toponyms, in order, none overlapping."""
    notes.countries = named_countries(notes)
    surnames = _surnames(notes.doc)
    filed = [*find_in_dateline(notes), *find_in_capitals(notes), *find_of_party_members(notes), *find_own(notes)]
    filed += [t for token in notes.doc if _may_be_hyphenated(token) if (t := hyphenated(notes, token.i)) is not None]
    taken = {index for t in filed for index in range(t.start, t.end)}
    read = [t for entity in notes.doc.ents for t in _from_entity(notes, entity)]
    found = [*filed, *(t for t in read if taken.isdisjoint(range(t.start, t.end)))]
    sure = [t for t in found if t.end - t.start > 1 or notes.doc[t.start].text not in surnames or _is_placed(notes, t)]
    names = {t.name(notes.doc).casefold() for t in sure if t.known}
    taken = {index for t in sure for index in range(t.start, t.end)}
    found = [*sure, *find_states_after_cities(notes, sure, taken), *find_short_united_states(notes, taken)]
    taken |= {index for t in found for index in range(t.start, t.end)}
    abroad = list(find_abroad(notes, taken))
    taken |= {index for t in abroad for index in range(t.start, t.end)}
    found += [*abroad, *find_missed(notes, names, taken, surnames)]
    found = [_within_line(notes.doc, toponym) for toponym in found]
    kept = _without_overlap(sorted(found, key=lambda t: (t.start, -t.end)))
    return [toponym for toponym in (_with_period(notes, t) for t in kept) if not is_refused(notes, toponym)]


def _within_line(doc: Doc, toponym: Toponym) -> Toponym:
    """No name goes on behind a line break."""
    broken = next((at for at in range(toponym.start + 1, toponym.end) if doc[at].is_space), None)
    if broken is not None:
        toponym.end = broken
    return toponym


def _may_be_hyphenated(token: Token) -> bool:
    return token.text[0].isupper() and not token.whitespace_ and token.tag_ in ("NNP", "NNPS", "JJ", "NN")


def _is_placed(notes: Notes, toponym: Toponym) -> bool:
    """A surname of the article that is a place all the same: `Jackson, Miss.`."""
    return has_state_after(notes.doc, toponym.end)


def _with_period(notes: Notes, toponym: Toponym) -> Toponym:
    """`W.Va` with the period that belongs to it, `Isiolo.` without the one that does not."""
    name = toponym.name(notes.doc)
    end = toponym.bounds(notes.doc)[1]
    if name + "." in abbreviations() and "." in name + notes.source.text[end : end + 1]:
        toponym.trail -= notes.source.text[end : end + 1] == "."
    elif INITIALS.fullmatch(name) and notes.source.text[end : end + 1] == ".":
        toponym.trail -= 1
    elif name.endswith(".") and name not in abbreviations() and name.count(".") == 1 and len(name) > 4:
        toponym.trail += 1
    return toponym


def _surnames(doc: Doc) -> set[str]:
    """Last words of the persons that the article names in full: `Fairfield` is nobody's town then."""
    return {entity[-1].text for entity in doc.ents if entity.label_ == "PERSON" and len(entity) > 1}


def _from_entity(notes: Notes, entity: Span) -> Iterator[Toponym]:
    trimmed = _trim(entity)
    if trimmed is None:
        return
    start, end = trimmed
    if end - start > 1 and notes.doc[start].text in abbreviations() and is_known(notes, start + 1, end):
        # `Macon, Ga. Kyiv said`: the end of one sentence and the start of the next.
        yield Toponym(start, start + 1, entity.label_, True)
        start += 1
    comma = next((at for at in range(start + 1, end - 1) if notes.doc[at].text == ","), None)
    if comma is not None and is_known(notes, start, comma) and is_known(notes, comma + 1, end):
        # `Washington, D.C.` names two places.
        yield Toponym(start, comma, entity.label_, True)
        yield Toponym(comma + 1, end, entity.label_, True)
    elif (toponym := _as_toponym(notes, start, end, entity.label_)) is not None:
        yield toponym


def _as_toponym(notes: Notes, start: int, end: int, label: str) -> Toponym | None:
    if label in PLACE_LABELS:
        start, end = _extend(notes, start, end)
    known = is_known(notes, start, end)
    if not known and label in ("ORG", "PERSON", "FAC", "GPE", "EVENT", "PRODUCT"):
        body = _of_local_body(notes, start, end)
        if body is not None or label not in PLACE_LABELS or label == "FAC":
            return body
    if label in PLACE_LABELS and not known:
        start, end, known = _known_part(notes, start, end)
    if label in PLACE_LABELS:
        accepted = _accept_place(notes, start, end, label, known)
    else:
        accepted = label in DOUBTFUL_LABELS and known and is_place_in_context(notes, start, end, label)
    return Toponym(start, end, label, known) if accepted else None


def _known_part(notes: Notes, start: int, end: int) -> tuple[int, int, bool]:
    """What the gazetteer has of `Southern California`, `Historic Dublin`, `Lexington 4`."""
    doc = notes.doc
    if end - start < 2:
        return start, end, False
    if doc[end - 1].text.isdigit() and is_known(notes, start, end - 1):
        return start, end - 1, True
    direction = doc[start].lower_.removesuffix("ern") in DIRECTIONS
    if (direction or doc[start].text in context_words()["parts"]) and is_known(notes, start + 1, end):
        return start + 1, end, True
    return start, end, False


def _trim(entity: Span) -> tuple[int, int] | None:
    """The bounds of the name itself: no article, no direction written small, no possessive."""
    doc, start, end = entity.doc, entity.start, entity.end
    while start < end and (
        doc[start].lower_ in ("the", "a")
        or doc[start].is_punct
        or doc[start].is_space
        or doc[start].text in directions()
    ):
        start += 1
    while end > start and (
        doc[end - 1].text in POSSESSIVES
        or (doc[end - 1].is_punct and doc[end - 1].text != ".")
        or doc[end - 1].is_space
    ):
        end -= 1
    if start >= end or not doc[start].text[0].isupper() or (end - start == 1 and doc[start].lower_ in directions()):
        return None
    kinds = context_words()["kinds"]
    if end - start > 2 and doc[start].lower_ in kinds and doc[start + 1].lower_ == "of":
        start += 2
    if end - start > 1 and doc[end - 1].text in kinds:
        end -= 1
    return start, end


def _extend(notes: Notes, start: int, end: int) -> tuple[int, int]:
    """The longest name of the gazetteer around words of it: `Burkina` in `Burkina Faso`."""
    doc = notes.doc
    for width in range(4, 0, -1):
        after = min(end + width, len(doc))
        name = text_of(doc, start, after)
        if doc[after - 1].text[0].isupper() and "," not in name and name in notes.gazetteer:
            return start, after
    if start and doc[start - 1].tag_ == "NNP" and doc[start - 1].text[0].isupper():
        start -= text_of(doc, start - 1, end) in notes.gazetteer
    return start, end


def _accept_place(notes: Notes, start: int, end: int, label: str, known: bool) -> bool:
    doc = notes.doc
    if is_part_of_name(doc, end) or (not known and is_part_of_name(doc, end - 1)):
        return False
    if doc[start].like_num or follows_person_title(doc, start):
        return False
    if is_never(text_of(doc, start, end), doc[start - 1].text if start else ""):
        return False
    if end - start == 1 and _is_people(notes, doc[start].text):
        return False
    if known:
        return label != "FAC" or not is_common(text_of(doc, start, end))
    if label == "FAC" or (end - start == 1 and doc[start].text.isupper() and len(doc[start]) < 6):
        return False  # an abbreviation that the gazetteer does not have: a body, a disease
    return (
        (label == "GPE" and (end - start > 1 or is_where(notes, start, end)))
        or doc[end - 1].text in context_words()["features"]
        or doc[start].text in FEATURE_FIRST
    )


def _is_people(notes: Notes, word: str) -> bool:
    """`Ukrainian`, whatever town is called so; `U.S.` is a country too."""
    if not notes.gazetteer.demonym(word):
        return False
    return not any(place.kind is LocationKind.COUNTRY for place in notes.gazetteer.candidates(word))


def _of_local_body(notes: Notes, start: int, end: int) -> Toponym | None:
    """The place in the name of a body of that place: `Laurel County` in `Laurel County Sheriff`."""
    doc = notes.doc
    if not doc[start].text[0].isupper() or doc[start].pos_ not in ("PROPN", "ADJ", "NOUN"):
        return None
    for at in range(min(end - 1, start + 4), start, -1):
        if is_known(notes, start, at):
            at = _without_city(notes, start, at)
            return Toponym(start, at, "GPE", True) if _is_of_place(notes, start, at) else None
    return None


def _without_city(notes: Notes, start: int, end: int) -> int:
    """The end of `Dublin` in `Dublin City Council`; `Kansas City` is called so."""
    doc = notes.doc
    if doc[end - 1].text != "City" or end - start < 2 or not is_known(notes, start, end - 1):
        return end
    return end if _has_people(notes, text_of(doc, start, end), LARGE_TOWN) else end - 1


def _has_people(notes: Notes, name: str, people: int) -> bool:
    places = notes.gazetteer.candidates(name)
    cities = (place for place in places if place.kind is LocationKind.CITY and place.population >= people)
    return any(notes.gazetteer.is_main_name(name, place) for place in cities)


def _is_of_place(notes: Notes, start: int, end: int) -> bool:
    """Whether the words after a known name make it the place of a body, not a part of its proper name."""
    doc = notes.doc
    name, after = text_of(doc, start, end), doc[end].text
    if is_common(name) or name in context_words()["generic"] or is_part_of_name(doc, end):
        return False
    if doc[end - 1].text in ("County", "Parish"):
        return True
    following = doc[end + 1 : end + 2].text
    if after not in context_words()["bodies"] or (after == "State" and following == "University"):
        return False
    if after == "City" and following not in context_words()["bodies"]:
        return False  # `Manchester City` plays football
    return not any(place.kind is LocationKind.COUNTRY for place in notes.gazetteer.candidates(name)[:2])


def _without_overlap(toponyms: list[Toponym]) -> list[Toponym]:
    kept: list[Toponym] = []
    for toponym in toponyms:
        if not kept or toponym.start >= kept[-1].end:
            kept.append(toponym)
    return kept
