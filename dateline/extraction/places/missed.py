"""Places outside the model's entities: datelines, seats of party members, lists, names said to be villages."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from typing import TYPE_CHECKING

from dateline.extraction.actors.words import actor_words
from dateline.extraction.gazetteer import name_key
from dateline.extraction.notes import Notes
from dateline.extraction.places.cues import (
    ENGLISH_SPEAKING,
    Toponym,
    follows_person_title,
    is_known,
    is_part_of_name,
    is_place_in_context,
    text_of,
)
from dateline.extraction.places.features import LARGE_CITY
from dateline.extraction.places.words import (
    BEFORE_FEATURE,
    NATURAL,
    REGIONS,
    VILLAGES,
    abbreviations,
    context_words,
    is_common,
    is_never,
)
from schema.mentions import Place
from schema.vocabulary import LocationKind

if TYPE_CHECKING:
    from spacy.tokens import Doc


LONGEST_LIST = 20
"""Tokens."""
SEVERAL = frozenset(
    "provinces districts regions oblasts governorates counties states villages towns cities suburbs islands".split()
)
"""After the last of several names: `the Badghis and Nimroz provinces`."""
PEOPLE_OF = frozenset({"resident", "residents", "villagers", "inhabitants", "outskirts"})
"""Before `of` and the name of a place, known or not."""


def find_in_dateline(notes: Notes) -> list[Toponym]:
    """`KYIV, Ukraine (AP) —` names places whatever the model takes it for: one between commas, one in brackets."""
    place = notes.source.dateline_place
    if place is None:
        return []
    parts = re.finditer(r"[^,()\[\]\s](?:[^,()\[\]]*[^,()\[\]\s])?", place.text)
    spans = [notes.doc.char_span(place.start + part.start(), place.start + part.end()) for part in parts]
    read = [(span, is_known(notes, span.start, span.end)) for span in spans if span is not None]
    return [Toponym(span.start, span.end, "GPE", known) for span, known in read if known]


PARTY_MEMBER = re.compile(r"(?:[DRI]|DFL)[-–—](?=[A-Z])")


CAPITALS = re.compile(
    r"(?:^|[.!?\n”\"]\s*|\s{2})(?P<name>[A-Z][A-Z.'’-]+(?: [A-Z][A-Z.'’-]*){0,3})"
    r"(?:, [A-Z][A-Za-z.]+(?: [A-Z][A-Za-z.]+)?)?\s?(?:\([A-Z]+\)\s?)?(?P<mark>—|–|--|:|-)\s"
)
"""The dateline after a title: `Two hurt in crash. MOUNT GILEAD (AP) -- A city court`."""


def find_in_capitals(notes: Notes) -> Iterator[Toponym]:
    """Datelines anywhere; those with a colon only of large places, for speakers of transcripts are written so too."""
    for match in CAPITALS.finditer(notes.source.text):
        span = notes.doc.char_span(*match.span("name"))
        if span is None or len(span.text) < 4 or is_common(span.text.title()):
            continue
        people = LARGE_CITY if match["mark"] == ":" else 0
        bearers = (place for place in notes.gazetteer.candidates(span.text) if place.population >= people)
        if any(notes.gazetteer.is_main_name(span.text, place) for place in bearers):
            yield Toponym(span.start, span.end, "GPE", True)


def find_of_party_members(notes: Notes) -> Iterator[Toponym]:
    """`D-Charleston`, `R-Ga.`: where a member of parliament was elected."""
    doc = notes.doc
    for token in doc:
        text = token.text
        if text[0] not in "DRI":
            continue
        match = PARTY_MEMBER.match(text)
        if match:
            yield from _longest_from(notes, token.i, match.end())
        elif text in ("D", "R", "DFL") and token.i + 2 < len(doc) and doc[token.i + 1].text in ("-", "–"):
            yield from _longest_from(notes, token.i + 2, 0)


def _longest_from(notes: Notes, at: int, lead: int) -> Iterator[Toponym]:
    for width in (3, 2, 1):
        toponym = Toponym(at, min(at + width, len(notes.doc)), "GPE", True, lead)
        name = toponym.name(notes.doc)
        if not (name[-1:].isalpha() or name[-1:] == ".") or "," in name or " and" in name:
            continue
        if name in abbreviations() or name + "." in abbreviations() or name in notes.gazetteer:
            yield toponym
            return


def find_own(notes: Notes) -> Iterator[Toponym]:
    """Names of one's own gazetteer, whatever the model takes them for; the longest where several begin at a word."""
    doc, names = notes.doc, notes.gazetteer.own_names
    end = 0
    for token in doc if names else ():
        first = name_key(token.text).split()
        if token.i < end or not first or first[0] not in names or not token.text[0].isupper():
            continue
        for after in range(min(token.i + names[first[0]] + 3, len(doc)), token.i, -1):
            if _is_own(notes, token.i, after):
                yield Toponym(token.i, after, "GPE", True)
                end = after
                break


def _is_own(notes: Notes, start: int, end: int) -> bool:
    """Whether words are a name of one's own places, and no part of a person's name or of a longer one."""
    doc = notes.doc
    if not any(place.own_id for place in notes.gazetteer.candidates(text_of(doc, start, end))):
        return False
    if doc[end - 1].is_punct or all(token.pos_ not in ("PROPN", "NOUN", "ADJ") for token in doc[start:end]):
        return False
    person = doc[start].ent_type_ == "PERSON" and (
        doc[start].ent_iob_ == "I" or (doc[end : end + 1].text[:1].isupper() and doc[end].ent_iob_ == "I")
    )
    return not person and not is_part_of_name(doc, end)


def find_short_united_states(notes: Notes, taken: set[int]) -> Iterator[Toponym]:
    """`U.S. Centers for Disease Control`: the country, whatever the body is called."""
    for token in notes.doc:
        if token.text in ("U.S.", "US") and token.i not in taken and token.ent_type_ in ("ORG", "FAC"):
            yield Toponym(token.i, token.i + 1, "GPE", True)


def find_states_after_cities(notes: Notes, sure: list[Toponym], taken: set[int]) -> Iterator[Toponym]:
    """`Jackson, Miss.`: what follows a place and a comma and is a state."""
    for toponym in sure:
        at = toponym.end
        if at + 1 < len(notes.doc) and notes.doc[at].text == "," and at + 1 not in taken:
            for width in range(min(3, len(notes.doc) - at - 1), 0, -1):
                if text_of(notes.doc, at + 1, at + 1 + width) in abbreviations():
                    yield Toponym(at + 1, at + 1 + width, "GPE", True)
                    break


def find_missed(notes: Notes, names: set[str], taken: set[int], surnames: Collection[str]) -> Iterator[Toponym]:
    """Names outside the model's entities: after a word of place, or named as a place elsewhere in the article.

    Read twice: what is found next to known places makes its own neighbours in a list known.
    """
    doc = notes.doc
    covered = {index for entity in doc.ents for index in range(entity.start, entity.end)}
    proper = [token.i for token in doc if token.tag_ in ("NNP", "NNPS")]
    for _ in range(2):
        end = 0
        for index in proper:
            if index < end or index in taken:
                continue
            end = _run_end(doc, index, taken)
            found = list(_read_run(notes, index, end, names, covered, taken, surnames))
            taken.update(at for toponym in found for at in range(toponym.start, toponym.end))
            names.update(toponym.name(doc).casefold() for toponym in found)
            yield from found


def _run_end(doc: Doc, start: int, taken: set[int]) -> int:
    end = start + 1
    while end < len(doc) and end not in taken and doc[end].tag_ in ("NNP", "NNPS") and doc[end].ent_iob_ != "B":
        end += 1
    return end


def _read_run(
    notes: Notes,
    start: int,
    end: int,
    names: set[str],
    covered: set[int],
    taken: set[int],
    surnames: Collection[str],
) -> Iterator[Toponym]:
    doc = notes.doc
    name = text_of(doc, start, end)
    if is_never(name, doc[start - 1].text if start else "") or is_part_of_name(doc, end):
        return
    again = name.casefold() in names and not _is_somebody(notes, start, end, surnames)
    known = name in notes.gazetteer
    fresh = known and start not in covered and is_place_in_context(notes, start, end, "")
    listed = _is_listed(doc, start, end, taken) and (
        (known and not is_common(name)) or _is_between(doc, start, end, taken)
    )
    named = _is_called_village(notes, start, end) or _is_feature(doc, start, end) or _is_said_to_be(notes, start, end)
    if again or fresh or listed or named:
        yield Toponym(start, end, "GPE", known)
    elif (prefix := _again_in_title(notes, start, end, names)) is not None:
        yield prefix


def _is_somebody(notes: Notes, start: int, end: int, surnames: Collection[str]) -> bool:
    """Whether words that the model takes for a person may be one, though the article names a place so."""
    doc, name = notes.doc, text_of(notes.doc, start, end)
    if doc[start].ent_type_ != "PERSON":
        return False
    titled = follows_person_title(doc, start) or actor_words().gender_of(name) is not None
    return end - start > 1 or name in surnames or titled


def _is_called_village(notes: Notes, start: int, end: int) -> bool:
    """`the village of Kampungu`, `a town called Låsby`, `the Warab state`: also names that the gazetteer has not."""
    doc = notes.doc
    if (
        start < 2
        or end - start > 3
        or not doc[start].text[0].isupper()
        or doc[end - 1].text in context_words()["bodies"]
    ):
        return False
    before, kind = doc[start - 1].lower_, doc[start - 2].text
    if before in ("of", "called", "named") and kind in VILLAGES:
        return True
    if doc[start].tag_ in NAMES and _is_one_of_several(doc, start):
        return True
    if before == "of" and kind.lower() in PEOPLE_OF and doc[start].ent_type_ == "":
        return True
    after = doc[end].text if end < len(doc) else ""
    if after in SEVERAL and before in ("and", "or", ",") and doc[start].tag_ in NAMES:
        return True
    return after in REGIONS and before == "the" and doc[start].ent_type_ not in ("ORG", "PERSON", "NORP")


def _is_one_of_several(doc: Doc, start: int) -> bool:
    """`Tarna` in `the villages of Kosu, Lomba and Tarna`."""
    for at in range(start - 1, max(start - LONGEST_LIST, 0), -1):
        if doc[at].lower_ == "of":
            return doc[at - 1].text in SEVERAL
        if doc[at].lower_ not in (",", "and", "or") and doc[at].tag_ not in NAMES:
            return False
    return False


def _is_said_to_be(notes: Notes, start: int, end: int) -> bool:
    """`Lasko is a rural township in the north`."""
    doc = notes.doc
    if (
        end - start > 2
        or doc[end : end + 1].text not in ("is", "was")
        or doc[end + 1 : end + 2].text not in ("a", "the")
    ):
        return False
    said = next((token for token in doc[end + 2 : end + 5] if token.tag_ == "NN" and token.dep_ == "attr"), None)
    return said is not None and said.text in VILLAGES | REGIONS | {"township"}


def _is_feature(doc: Doc, start: int, end: int) -> bool:
    """`in the Cranberry Wilderness`, `near Twin Lakes`: named by its last word, in a place's place."""
    if end - start < 2 or start == 0 or doc[end - 1].text not in NATURAL or doc[start].ent_type_ == "PERSON":
        return False
    at = start - 2 if doc[start - 1].lower_ == "the" else start - 1
    return at >= 0 and doc[at].lower_ in BEFORE_FEATURE


def _again_in_title(notes: Notes, start: int, end: int, names: set[str]) -> Toponym | None:
    """`Windsor` of `Windsor Joins Tax Credit Program`: capitals do not make one name of the words of a title."""
    doc = notes.doc
    if not doc[start].is_sent_start or doc[start].ent_type_ == "PERSON":
        return None
    if doc[start].ent_iob_ == "B" and end - start == 2 and doc[end : end + 1].text.islower():
        return None  # `Paris Hilton visited` goes on as no title does.
    for at in range(min(end - 1, start + 3), start, -1):
        if text_of(doc, start, at).casefold() in names and not is_part_of_name(doc, at):
            return Toponym(start, at, "GPE", True)
    return None


def _is_between(doc: Doc, start: int, end: int, taken: set[int]) -> bool:
    """An unknown name with a place before it and one after it, in one list."""
    after = end + 1
    if after < len(doc) and doc[end].text == "," and doc[after].lower_ in ("and", "or"):
        after += 1
    return (
        start > 1
        and doc[start - 1].text == ","
        and start - 2 in taken
        and after in taken
        and doc[end].lower_ in (",", "and", "or")
        and doc[start].ent_type_ != "PERSON"
    )


def _is_listed(doc: Doc, start: int, end: int, taken: set[int]) -> bool:
    """`Telemark, Oslo and Hedmark`; `Manaoag, Pangasinan`: beside a place, with a comma or `and` between."""
    if (doc[start].ent_type_ == "PERSON" and end - start > 1) or is_part_of_name(doc, end):
        return False
    after_place = start > 2 and doc[start - 1].lower_ in (",", "and", "or") and bool({start - 2, start - 3} & taken)
    after_place = after_place and (start - 2 in taken or doc[start - 2].text == ",")
    next_name = end + 2 if doc[end + 1 : end + 2].text == "the" else end + 1
    before_place = end + 2 < len(doc) and doc[end].lower_ in (",", "and", "or") and next_name in taken
    closed = (
        end >= len(doc)
        or doc[end].is_punct
        or doc[end].lower_ in ("and", "or")
        or doc[end].pos_ in ("ADP", "VERB", "AUX")
    )
    return closed and (after_place or before_place)


KNOWN_ABROAD = 20_000
"""Inhabitants: names of smaller towns abroad are taken only where words of place stand beside them."""
BEFORE_PLACE = frozenset("in on at near of from to into around across over outside towards toward against".split())
NAMES = frozenset({"NNP", "NNPS", "XX", "FW"})
"""Tags of words of names, foreign ones too."""
LONGEST_ABROAD = 4
"""Tokens."""


def find_abroad(notes: Notes, taken: set[int]) -> Iterator[Toponym]:
    """`Sana'a`, `Port of Spain`, `Daikundi`: names of other countries that the model overlooks, the longest first."""
    doc, end = notes.doc, 0
    for token in doc:
        if token.i < end or token.i in taken or token.tag_ not in NAMES or not token.text[0].isupper():
            continue
        for after in range(min(token.i + LONGEST_ABROAD, len(doc)), token.i, -1):
            if taken.isdisjoint(range(token.i, after)) and _is_abroad(notes, token.i, after):
                yield Toponym(token.i, after, "GPE", True)
                end = after
                break


def _is_abroad(notes: Notes, start: int, end: int) -> bool:
    doc = notes.doc
    if doc[end - 1].tag_ not in NAMES or any(token.ent_type_ in PERSON_OR_BODY for token in doc[start:end]):
        return False
    if (end < len(doc) and doc[end].tag_ in ("NNP", "NNPS")) or (start and doc[start - 1].tag_ in ("NNP", "NNPS")):
        return False  # a part of a longer name
    name = text_of(doc, start, end)
    if len(name) < 4 or is_common(name) or notes.gazetteer.demonym(name) or name.isupper():
        return False
    codes = {place.country_code for place in notes.gazetteer.candidates(name) if _is_known_abroad(notes, name, place)}
    placed = start > 0 and doc[start - 1].lower_ in BEFORE_PLACE
    return bool(codes) and (placed or bool(codes & notes.countries))


def _is_known_abroad(notes: Notes, name: str, place: Place) -> bool:
    if place.country_code in ENGLISH_SPEAKING or not notes.gazetteer.is_main_name(name, place):
        return False
    large = place.kind is LocationKind.CITY and place.population >= KNOWN_ABROAD
    return large or place.kind is LocationKind.ADMIN1


PERSON_OR_BODY = frozenset({"PERSON", "ORG", "NORP", "EVENT", "WORK_OF_ART", "LAW", "LANGUAGE"})
"""What the model takes for something else stays so, unless words of place stand beside it."""
