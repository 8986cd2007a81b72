"""What the words around a name say of it: whether it is a place, and of which kind."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from dateline.extraction.notes import Notes
from dateline.extraction.places.words import (
    PLACE_LABELS,
    TOWN,
    abbreviations,
    context_words,
    directions,
    is_common,
    is_never,
    state_words,
)
from schema.vocabulary import LocationKind

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


ENGLISH_SPEAKING = frozenset({"US", "GB", "CA", "AU", "NZ", "IE"})
"""Countries whose towns are called by words and surnames of English."""


@dataclass(slots=True)
class Toponym:
    """Words that name a place, by tokens `start` to `end` of the parse."""

    start: int
    end: int
    label: str
    known: bool
    """Whether the gazetteer has the name."""
    lead: int = 0
    """Characters of the first token before the name: 2 in `D-Charleston`."""
    trail: int = 0
    """Characters of the last token after the name (negative: the name goes on so far, as in `W.Va` + `.`)."""

    def bounds(self, doc: Doc) -> tuple[int, int]:
        """Start and end of the name, in characters of the text."""
        last = doc[self.end - 1]
        return doc[self.start].idx + self.lead, last.idx + len(last) - self.trail

    def name(self, doc: Doc) -> str:
        """The name as written."""
        start, end = self.bounds(doc)
        offset = doc[self.start].idx
        return str(doc[self.start : min(self.end + 1, len(doc))].text[start - offset : end - offset])


def text_of(doc: Doc, start: int, end: int) -> str:
    return str(doc[start:end].text)


def is_known(notes: Notes, start: int, end: int) -> bool:
    name = text_of(notes.doc, start, end)
    return name in notes.gazetteer or name in abbreviations()


def is_part_of_name(doc: Doc, end: int) -> bool:
    """`Kansas City Chiefs`, `Washington Post`: the place is only part of what is named."""
    return end < len(doc) and doc[end].text in context_words()["not_after"]


def follows_person_title(doc: Doc, start: int) -> bool:
    return start > 0 and doc[start - 1].text in context_words()["persons"]


def is_place_in_context(notes: Notes, start: int, end: int, label: str) -> bool:
    """Whether words that the model takes for something else are a place: by what stands before and after."""
    doc = notes.doc
    if is_part_of_name(doc, end) or follows_person_title(doc, start):
        return False
    if is_never(text_of(doc, start, end), doc[start - 1].text if start else ""):
        return False
    before = doc[start - 1] if start else None
    after = doc[end] if end < len(doc) else None
    if label == "NORP" and notes.gazetteer.demonym(text_of(doc, start, end)):
        return False
    if after is not None and after.lower_ in context_words()["kinds"] and not (label == "PERSON" and end - start > 1):
        return True
    if _is_called_place(doc, end) or has_state_after(doc, end) or _is_home(doc, start) or _lies_in_place(doc, end):
        return True
    if after is not None and after.lower_ in context_words()["locals"] and (end - start == 1 or label != "PERSON"):
        return not is_common(text_of(doc, start, end))
    if after is not None and after.text == "-" and doc[end + 1 : end + 2].text in ("based", "area", "born"):
        return True
    if before is not None and before.lower_ == "of" and start > 1 and _takes_place(doc[start - 2].lower_):
        return True
    if before is not None and before.text == "(" and after is not None and after.text == ")":
        return doc[start].text.isupper() and start > 1 and doc[start - 2].ent_type_ in PLACE_LABELS
    if _is_taken_place(doc, start, end, label) or _is_only_abroad(notes, start, end, label):
        return True
    if label == "PERSON" and (
        is_common(text_of(doc, start, end)) or (end - start > 1 and not _is_town(notes, start, end))
    ):
        return False
    return (
        before is not None
        and before.lower_ in ("in", "near", "outside", "across", "into", "throughout", "from")
        and _is_name_like(doc, start, end)
    )


def _is_taken_place(doc: Doc, start: int, end: int, label: str) -> bool:
    """`Russian forces shelled Vuhledar`: towns are shelled, besieged and evacuated, bodies are not."""
    if label not in ("ORG", "PRODUCT", "") or is_common(text_of(doc, start, end)):
        return False
    root = doc[start:end].root
    return root.dep_ in ("dobj", "nsubjpass") and root.head.lemma_ in context_words()["taking"]


def _is_only_abroad(notes: Notes, start: int, end: int, label: str) -> bool:
    """`Chasiv Yar` in an article on Ukraine: a name that one country alone has, and no word or surname of English."""
    if label not in ("ORG", "PRODUCT") and not (label == "PERSON" and end - start > 1):
        return False
    name = text_of(notes.doc, start, end)
    places = notes.gazetteer.candidates(name)
    countries = {place.country_code for place in places}
    if len(countries) != 1 or not countries <= notes.countries - ENGLISH_SPEAKING:
        return False
    return not name.isupper() and any(notes.gazetteer.is_main_name(name, place) for place in places)


def named_countries(notes: Notes) -> frozenset[str]:
    """The countries that the text names by a noun or an adjective."""
    gazetteer, peoples = notes.gazetteer, notes.peoples
    codes: set[str | None] = set()
    for token in notes.doc:
        if token.text[0].isupper():
            pair = peoples.of_pair[token.i] or peoples.before(token.i)  # `South Sudanese` are none of Sudan
            codes.update((peoples.of_pair[token.i], peoples.before(token.i)) if pair else (peoples.of_word[token.i],))
            if token.ent_type_ == "GPE":
                first = next(iter(gazetteer.candidates(token.text)), None)
                codes.add(first.country_code if first and first.kind is LocationKind.COUNTRY else None)
    return frozenset(code for code in codes if code is not None)


def _takes_place(word: str) -> bool:
    """Whether `of` after a word is followed by a place: `the town of`, `residents of`, `20 miles west of`."""
    return word in context_words()["kinds"] or word in context_words()["of"] or word in directions()


def _is_town(notes: Notes, start: int, end: int) -> bool:
    """Whether so many people live in a place of that name that it is no stranger's name: `Milton Keynes`."""
    name = text_of(notes.doc, start, end)
    return any(p.population >= TOWN and notes.gazetteer.is_main_name(name, p) for p in notes.gazetteer.candidates(name))


def has_state_after(doc: Doc, end: int) -> bool:
    """`Harwinton, Conn.`: a comma and a state."""
    if end + 1 >= len(doc) or doc[end].text != ",":
        return False
    words = [text_of(doc, end + 1, end + 1 + width) for width in (1, 2)]
    return any(word in state_words() and (len(word) > 2 or doc[end + 2 : end + 3].text != "-") for word in words)


def _lies_in_place(doc: Doc, end: int) -> bool:
    """`Chasiv Yar, in the Donetsk region`: where it lies follows after a comma."""
    if end + 2 >= len(doc) or doc[end].text != "," or doc[end + 1].lower_ not in ("in", "near", "outside"):
        return False
    name = doc[end + 3] if doc[end + 2].lower_ == "the" and end + 3 < len(doc) else doc[end + 2]
    return name.ent_type_ in PLACE_LABELS and name.text[0].isupper()


def _is_home(doc: Doc, start: int) -> bool:
    """`Krystal Hall, 19, of Gaston`: where a person lives."""
    return (
        start > 3 and doc[start - 1].lower_ in ("of", "from") and doc[start - 2].text == "," and doc[start - 3].like_num
    )


def _is_called_place(doc: Doc, end: int) -> bool:
    """`Vuhledar, a town perched on a hill`: an apposition that begins with a word for a kind of place."""
    if end + 2 >= len(doc) or doc[end].text != "," or doc[end + 1].lower_ not in ("a", "the", "an"):
        return False
    for token in doc[end + 2 : end + 6]:
        if token.lower_ in context_words()["kinds"]:
            return True
        if token.is_punct or token.pos_ == "ADP":
            return False
    return False


def _is_name_like(doc: Doc, start: int, end: int) -> bool:
    return all(token.tag_ in ("NNP", "NNPS") or token.lower_ in ("of", "the", "-") for token in doc[start:end])


def is_where(notes: Notes, start: int, end: int) -> bool:
    """Whether a name that only the model takes for a place stands where places stand."""
    doc = notes.doc
    before = doc[start - 1].lower_ if start else ""
    after = doc[end].text if end < len(doc) else ""
    return (
        before in ("in", "at", "near", "from", "to", "into", "around", "outside", "between")
        or (before == "of" and start > 1 and doc[start - 2].lower_ in context_words()["kinds"])
        or after in context_words()["kinds"]
        or after in context_words()["locals"]
        or _is_called_place(doc, end)
        or (after == "," and is_known(notes, end + 1, end + 2) and doc[end + 1 : end + 2].text[:1].isupper())
    )


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
