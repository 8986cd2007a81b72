"""Which words name places: the model's entities, corrected by the gazetteer and by the words around.

Spans are as annotators give them: the name alone, without article, possessive or `city of`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from dateline.extraction.lexicon import load_lexicon
from dateline.extraction.notes import Notes
from schema.vocabulary import LocationKind

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

PLACE_LABELS = frozenset({"GPE", "LOC", "FAC"})
DOUBTFUL_LABELS = frozenset({"ORG", "PERSON", "PRODUCT", "NORP", "WORK_OF_ART", "EVENT"})
DIRECTIONS = frozenset("north south east west northeast northwest southeast southwest central".split())
POSSESSIVES = frozenset({"'s", "’s", "'", "’"})


@dataclass(slots=True)
class Toponym:
    """Words that name a place, by tokens `start` to `end` of the parse."""

    start: int
    end: int
    label: str
    known: bool
    """Whether the gazetteer has the name."""


@cache
def context_words() -> dict[str, frozenset[str]]:
    """The word lists of the lexicon, as sets."""
    return {name: frozenset(words) for name, words in load_lexicon("places")["context"].items()}


@cache
def directions() -> frozenset[str]:
    """`northern`, `central` and the like."""
    return frozenset(load_lexicon("regions")["directions"]["words"])


@cache
def abbreviations() -> dict[str, tuple[str, str]]:
    """From `Ala.` to the country and the name of the state."""
    table: dict[str, Any] = load_lexicon("places")["abbreviations"]
    return {short: (country, name) for country, states in table.items() for short, name in states.items()}


def find_toponyms(notes: Notes) -> list[Toponym]:
    """All toponyms, in order, none overlapping."""
    surnames = _surnames(notes.doc)
    dateline = _of_dateline(notes)
    filed = {index for t in dateline for index in range(t.start, t.end)}
    read = [t for entity in notes.doc.ents if (t := _from_entity(notes, entity)) is not None]
    found = [*dateline, *(t for t in read if filed.isdisjoint(range(t.start, t.end)))]
    sure = [t for t in found if t.end - t.start > 1 or notes.doc[t.start].text not in surnames]
    names = {_text(notes.doc, t.start, t.end).casefold() for t in sure if t.known}
    taken = {index for t in sure for index in range(t.start, t.end)}
    found = [*sure, *_states_after_cities(notes, sure, taken), *_missed(notes, names, taken)]
    return _without_overlap(sorted(found, key=lambda t: (t.start, -t.end)))


def _of_dateline(notes: Notes) -> list[Toponym]:
    """`KYIV, Ukraine (AP) —` names places whatever the model takes it for; each part between commas is one."""
    place = notes.source.dateline_place
    if place is None:
        return []
    parts = re.finditer(r"[^,\s](?:[^,]*[^,\s])?", place.text)
    spans = [notes.doc.char_span(place.start + part.start(), place.start + part.end()) for part in parts]
    read = [(span, _is_known(notes, span.start, span.end)) for span in spans if span is not None]
    return [Toponym(span.start, span.end, "GPE", known) for span, known in read if known]


def _surnames(doc: Doc) -> set[str]:
    """Last words of the persons that the article names in full: `Fairfield` is nobody's town then."""
    return {entity[-1].text for entity in doc.ents if entity.label_ == "PERSON" and len(entity) > 1}


def _text(doc: Doc, start: int, end: int) -> str:
    return str(doc[start:end].text)


def _from_entity(notes: Notes, entity: Span) -> Toponym | None:
    trimmed = _trim(entity)
    if trimmed is None:
        return None
    start, end = _extend(notes, *trimmed) if entity.label_ in PLACE_LABELS else trimmed
    known = _is_known(notes, start, end)
    if entity.label_ in ("ORG", "PERSON", "FAC") and not known:
        return _of_local_body(notes, start, end)
    if entity.label_ in PLACE_LABELS and not known and _is_part(notes, start, end):
        start, known = start + 1, True
    if entity.label_ in PLACE_LABELS:
        accepted = _accept_place(notes, start, end, entity.label_, known)
    else:
        accepted = entity.label_ in DOUBTFUL_LABELS and known and _is_place_in_context(notes, start, end, entity.label_)
    return Toponym(start, end, entity.label_, known) if accepted else None


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
        if doc[after - 1].text[0].isupper() and _text(doc, start, after) in notes.gazetteer:
            return start, after
    if start and doc[start - 1].tag_ == "NNP" and _text(doc, start - 1, end) in notes.gazetteer:
        return start - 1, end
    return start, end


def _is_part(notes: Notes, start: int, end: int) -> bool:
    """`Southern California`, `Northeast Georgia`: a direction before a name that the gazetteer has."""
    direction = notes.doc[start].lower_.removesuffix("ern") in DIRECTIONS
    return direction and end - start > 1 and _is_known(notes, start + 1, end)


def _is_known(notes: Notes, start: int, end: int) -> bool:
    name = _text(notes.doc, start, end)
    return name in notes.gazetteer or name in abbreviations()


def _accept_place(notes: Notes, start: int, end: int, label: str, known: bool) -> bool:
    doc = notes.doc
    if _is_part_of_name(doc, end) or doc[start].like_num or _follows_person_title(doc, start):
        return False
    if known:
        return label != "FAC" or not _is_common(_text(doc, start, end))
    if label == "FAC":
        return False
    return (
        label == "GPE"
        or doc[end - 1].text in context_words()["features"]
        or doc[start].text in ("Lake", "Mount", "Gulf", "Cape")
    )


def _of_local_body(notes: Notes, start: int, end: int) -> Toponym | None:
    """The place in the name of a body of that place: `Laurel County` in `Laurel County Sheriff`."""
    bodies = context_words()["bodies"]
    for at in range(start + 1, min(end, start + 5)):
        if notes.doc[at].text in ("County", "Parish") and at + 1 < len(notes.doc) and notes.doc[start].pos_ == "PROPN":
            return Toponym(start, at + 1, "GPE", True) if _is_known(notes, start, at + 1) else None
        name = _text(notes.doc, start, at)
        if notes.doc[at].text in bodies and _is_known(notes, start, at) and not _is_common(name):
            wide = any(place.kind is LocationKind.COUNTRY for place in notes.gazetteer.candidates(name)[:2])
            return None if wide else Toponym(start, at, "GPE", True)
    return None


def _is_part_of_name(doc: Doc, end: int) -> bool:
    """`Kansas City Chiefs`, `Washington Post`: the place is only part of what is named."""
    return end < len(doc) and doc[end].text in context_words()["not_after"]


def _follows_person_title(doc: Doc, start: int) -> bool:
    return start > 0 and doc[start - 1].text in context_words()["persons"]


def _is_common(name: str) -> bool:
    return name in context_words()["common"]


def _is_place_in_context(notes: Notes, start: int, end: int, label: str) -> bool:
    """Whether words that the model takes for something else are a place: by what stands before and after."""
    doc = notes.doc
    if _is_part_of_name(doc, end) or _follows_person_title(doc, start):
        return False
    before = doc[start - 1] if start else None
    after = doc[end] if end < len(doc) else None
    if label == "NORP" and notes.gazetteer.demonym(_text(doc, start, end)):
        return False
    if after is not None and after.lower_ in context_words()["kinds"] and not (label == "PERSON" and end - start > 1):
        return True
    if _is_called_place(doc, end):
        return True
    if before is not None and before.lower_ == "of" and start > 1 and doc[start - 2].lower_ in context_words()["kinds"]:
        return True
    if before is not None and before.text == "(" and after is not None and after.text == ")":
        return doc[start].text.isupper() and start > 1 and doc[start - 2].ent_type_ in PLACE_LABELS
    if label == "PERSON" and (end - start > 1 or _is_common(_text(doc, start, end))):
        return False
    return (
        before is not None
        and before.lower_ in ("in", "near", "outside", "across", "into", "throughout")
        and _is_name_like(doc, start, end)
    )


def _is_called_place(doc: Doc, end: int) -> bool:
    """`Vuhledar, a town perched on a hill`: an apposition that begins with a word for a kind of place."""
    if end + 2 >= len(doc) or doc[end].text != "," or doc[end + 1].lower_ not in ("a", "the", "an"):
        return False
    for token in doc[end + 2 : end + 6]:
        if token.lower_ in context_words()["kinds"]:
            return True
        if token.is_punct or token.pos_ in ("VERB", "ADP"):
            return False
    return False


def _is_name_like(doc: Doc, start: int, end: int) -> bool:
    return all(token.tag_ in ("NNP", "NNPS") or token.lower_ in ("of", "the", "-") for token in doc[start:end])


def _states_after_cities(notes: Notes, sure: list[Toponym], taken: set[int]) -> Iterator[Toponym]:
    """`Jackson, Miss.`: what follows a place and a comma and is a state."""
    for toponym in sure:
        at = toponym.end
        if at + 1 < len(notes.doc) and notes.doc[at].text == "," and at + 1 not in taken:
            for width in (3, 2, 1):
                if _text(notes.doc, at + 1, at + 1 + width) in abbreviations():
                    yield Toponym(at + 1, at + 1 + width, "GPE", True)
                    break


def _missed(notes: Notes, names: set[str], taken: set[int]) -> Iterator[Toponym]:
    """Names outside the model's entities: after a word of place, or named as a place elsewhere in the article."""
    covered = {token.i for entity in notes.doc.ents for token in entity}
    doc = notes.doc
    index = 0
    while index < len(doc):
        token = doc[index]
        if token.tag_ not in ("NNP", "NNPS") or index in taken:
            index += 1
            continue
        end = _run_end(doc, index, taken)
        found = list(_read_run(notes, index, end, names, covered, taken))
        taken.update(at for toponym in found for at in range(toponym.start, toponym.end))
        yield from found
        index = end


def _run_end(doc: Doc, start: int, taken: set[int]) -> int:
    end = start + 1
    while end < len(doc) and end not in taken and doc[end].tag_ in ("NNP", "NNPS") and doc[end].ent_iob_ != "B":
        end += 1
    return end


def _read_run(
    notes: Notes, start: int, end: int, names: set[str], covered: set[int], taken: set[int]
) -> Iterator[Toponym]:
    doc = notes.doc
    name = _text(doc, start, end)
    again = name.casefold() in names and doc[start].ent_type_ != "PERSON" and not _is_part_of_name(doc, end)
    fresh = start not in covered and name in notes.gazetteer and _is_place_in_context(notes, start, end, "")
    if again or fresh or (_is_listed(doc, start, end, taken) and name in notes.gazetteer and not _is_common(name)):
        yield Toponym(start, end, "GPE", True)


def _is_listed(doc: Doc, start: int, end: int, taken: set[int]) -> bool:
    """`Telemark, Oslo and Hedmark`; `Manaoag, Pangasinan`: beside a place, with a comma or `and` between."""
    if (doc[start].ent_type_ == "PERSON" and end - start > 1) or _is_part_of_name(doc, end):
        return False
    after_place = start > 1 and doc[start - 1].lower_ in (",", "and") and start - 2 in taken
    before_place = end + 1 < len(doc) and doc[end].lower_ in (",", "and") and end + 1 in taken
    closed = (
        end >= len(doc)
        or doc[end].is_punct
        or doc[end].lower_ in ("and", "or")
        or doc[end].pos_ in ("ADP", "VERB", "AUX")
    )
    return closed and (after_place or before_place)


def _without_overlap(toponyms: list[Toponym]) -> list[Toponym]:
    kept: list[Toponym] = []
    for toponym in toponyms:
        if not kept or toponym.start >= kept[-1].end:
            kept.append(toponym)
    return kept


def kind_after(doc: Doc, toponym: Toponym) -> str | None:
    """The word beside a toponym for its kind: `region` in `the Kursk region`, `village` in `the village of Sul`."""
    kinds = context_words()["kinds"]
    if toponym.end < len(doc) and doc[toponym.end].lower_ in kinds:
        return str(doc[toponym.end].lower_)
    before: Token | None = doc[toponym.start - 1] if toponym.start else None
    if before is not None and before.lower_ == "of" and toponym.start > 1 and doc[toponym.start - 2].lower_ in kinds:
        kind = str(doc[toponym.start - 2].lower_)
        return kind if kind not in ("capital", "area", "port", "hub", "republic") else None
    if before is not None and before.lower_ in kinds:
        return str(before.lower_)
    return None


KIND_OF_WORD = {
    "state": LocationKind.ADMIN1,
    "province": LocationKind.ADMIN1,
    "region": LocationKind.ADMIN1,
    "oblast": LocationKind.ADMIN1,
    "prefecture": LocationKind.ADMIN1,
    "governorate": LocationKind.ADMIN1,
    "republic": LocationKind.ADMIN1,
    "county": LocationKind.ADMIN2,
    "district": LocationKind.ADMIN2,
    "parish": LocationKind.ADMIN2,
    "city": LocationKind.CITY,
    "town": LocationKind.CITY,
    "village": LocationKind.CITY,
    "capital": LocationKind.CITY,
    "port": LocationKind.CITY,
    "suburb": LocationKind.CITY,
    "hub": LocationKind.CITY,
}
"""What kind of place the words beside a name tell."""
