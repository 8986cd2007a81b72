"""Persons: full names, then the surnames and first names that stand for them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from anyascii import anyascii

from dateline.extraction.actors.offices import read_offices
from dateline.extraction.actors.register import Draft, Register
from dateline.extraction.actors.words import actor_words, fold
from dateline.extraction.parsing import POSSESSIVES
from dateline.extraction.places.words import context_words
from schema.vocabulary import ActorKind, ActorSector, MentionForm

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

_NAME = re.compile(r"[^\W\d_][\w.'’-]*")
_COMPOUND = re.compile(r"\w+-[a-z]{4,}")
"""`Nahuatl-language`."""
_VOWELS = re.compile(r"[iy]+j?|j")
_DOUBLED = re.compile(r"(.)\1")
SHORTEST_SPELT = 6
"""Letters: shorter surnames are alike too often."""
NEAR = 25
"""Tokens."""
SUFFIXES = frozenset({"jr.", "jr", "sr.", "sr", "ii", "iii", "iv"})


TAKEN_FOR = frozenset({"ORG", "GPE", "PRODUCT", "WORK_OF_ART", "NORP", "LOC", "FAC"})
"""What the model takes persons for whose names it has not learnt."""
OF_PLACES = frozenset("city town province county district village region township municipality".split())
"""Last words of places, not of persons."""
OF_BODIES_TOO = frozenset({"chief", "head", "general", "lead", "top", "member", "partner", "fellow"})
"""Office nouns, written small, that also stand before names of bodies."""
OF_PERSONS = frozenset("bear marry resign testify weep smile jail sentence arrest divorce sob retire kneel".split())
"""Verbs of which nobody but a person is the subject, passive or not."""


AREAS = frozenset("district province county region governorate prefecture neighborhood neighbourhood suburb".split())
"""Areas that are called by a name before them; of `the Lopez camp` it is a person's."""
KEPT = frozenset({"sheikh", "sheikha", "sheik"})
"""Titles that stay with a single name: `Sheikh Hasina`."""
KIN = {
    **dict.fromkeys("husband father brother son grandfather uncle nephew king prince".split(), "male"),
    **dict.fromkeys("wife mother sister daughter grandmother aunt niece queen princess".split(), "female"),
}
LONGEST_NAME = 4
"""Tokens of a name that the model cuts in two."""
HYPHENS = frozenset("-–‑")
WHERE = frozenset({"in", "near", "outside", "across", "throughout", "inside"})
OTHER_KINDS = frozenset({"NORP", "GPE", "LOC", "FAC", "ORG"})
OF_SOMEBODY = frozenset("family administration campaign government regime era supporters loyalists team allies".split())
"""Nouns before which the names of persons stand."""


def find_persons(register: Register) -> None:
    """Registers all persons that the model names, one draft a person."""
    spans = [trimmed for entity in register.doc.ents if (trimmed := _trim(register, entity)) is not None]
    spans = _whole_names(register, spans)
    spans += _titled_names(register)
    spans = [(start, end) for start, end in spans if all(at not in register.by_token for at in range(start, end))]
    labels = _labels(register)
    full = [span for span in spans if span[1] - span[0] > 1]
    for start, end in sorted(full, key=lambda span: span[0] - span[1]):
        _register_full(register, start, end)
    for start, end in spans:
        if end - start == 1:
            _register_single(register, start, labels)
    for index, draft in enumerate(register.drafts):
        if draft.kind is ActorKind.PERSON:
            read_offices(register, index)


def _whole_names(register: Register, spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The names, with those made one that the model cuts in two: `Yoon Suk` and `Yeol` of `President Yoon Suk Yeol`."""
    found: list[tuple[int, int]] = []
    for start, end in spans:
        before = found[-1] if found else (0, 0)
        if found and before[1] == start and _is_part_of_name(register, *before, end):
            found[-1] = (before[0], end)
        else:
            found.append((start, end))
    return found


def _is_part_of_name(register: Register, start: int, end: int, whole: int) -> bool:
    root = register.doc[start:end].root
    return root.dep_ == "compound" and end <= root.head.i < whole and whole - start <= LONGEST_NAME


def _titled_names(register: Register) -> Iterator[tuple[int, int]]:
    """`Maj-Gen Karel Novak`, which the model overlooks: an office written large and two names after it."""
    words = actor_words()
    for token in register.doc:
        if not token.text[0].isupper() or token.ent_type_ or token.lower_ not in words.offices:
            continue
        end = token.i + 1
        while end < min(token.i + 4, len(register.doc)) and _may_be_part_of_name(register.doc[end]):
            end += 1
        if (
            end - token.i > 2
            and _is_name_of_person(register, token.i + 1, end)
            and not _is_in_place(register, token.i, end)
        ):
            yield token.i + 1, end


def _is_in_place(register: Register, start: int, end: int) -> bool:
    """Whether an office and what follows it are part of a place's name: `General Santos City`."""
    doc = register.doc
    if (
        any(at in register.place_by_token for at in range(start, end))
        or doc[end - 1].lower_ in context_words()["kinds"]
    ):
        return True
    return doc[start:end].text in register.notes.gazetteer


def _may_be_part_of_name(token: Token) -> bool:
    words = actor_words()
    if token.tag_ != "NNP" or token.ent_type_ or not token.text[0].isupper() or not _NAME.fullmatch(token.text):
        return False
    return not any(token.lower_ in known for known in (words.offices, words.bodies, words.groups, words.courtesy))


def spelt(name: str) -> str:
    """What stays of a surname however it is transliterated: `Zelenskyy`, `Zelenskiy` and `Zelensky` are one."""
    plain = _DOUBLED.sub(r"\1", _VOWELS.sub("i", anyascii(name).casefold()))
    return plain.replace("kh", "h") if len(plain) >= SHORTEST_SPELT else name.casefold()


def _trim(register: Register, entity: Span) -> tuple[int, int] | None:
    """The tokens of the name alone: no titles, no possessive; None where it is no person after all."""
    words = actor_words()
    doc, start, end = register.doc, entity.start, entity.end
    if not _may_be_person(register, entity):
        return None
    while start < end and (
        doc[start].lower_ in words.courtesy
        or doc[start].lower_ in words.offices
        or doc[start].lower_ == "both"
        or not _NAME.fullmatch(doc[start].text)
    ):
        start += 1
    if start == end - 1 and start > entity.start and doc[start - 1].lower_ in KEPT:
        start -= 1
    while end > start and (doc[end - 1].text in POSSESSIVES or not _NAME.fullmatch(doc[end - 1].text)):
        end -= 1
    if start >= end:
        return None
    # "the mayor of London Sadiq Khan"
    place = start in register.place_by_token or doc[start].text in register.notes.gazetteer
    if end - start > 2 and place and doc[start - 1].lower_ == "of" and doc[start - 2].lower_ in words.offices:
        start += 1
    if start >= end or not doc[start].text[0].isupper() or len(doc[start:end].text.strip(".")) < 2:
        return None
    if end - start == 1 and doc[start].text.isupper() and len(doc[start]) > 2:
        return None  # `KCNA`: a body
    if doc[start:end].text.lower().strip(".") in words.not_actors or _is_byline(register, doc[start:end].text):
        return None
    after = doc[end].lower_ if end < len(doc) else ""
    if after in AREAS and doc[end - 1].head.i == end:
        return None  # `in the Kwai Tsing district`
    return (start, end) if _is_name_of_person(register, start, end) else None


def _is_name_of_person(register: Register, start: int, end: int) -> bool:
    """Whether words may name a person: no hospital, no Dutchman, nothing with digits."""
    doc, words = register.doc, actor_words()
    last = doc[end - 1].lower_
    if any(character.isdigit() for character in doc[start:end].text):
        return False
    if register.notes.gazetteer.demonym(doc[start:end].text) is not None:
        return False
    if end - start > 1:
        if last in OF_PLACES:
            return False
        return last not in words.bodies and words.groups.get(last) is not ActorSector.EDU
    return last not in words.groups


def _is_titled_name(entity: Span) -> bool:
    """`Col Dieudonné Matabishi`, `Mayor Ruth Hale`: an office and two or three names, no word for a body among them."""
    words = actor_words()
    rest = [token.lower_ for token in entity[1:]]
    if len(rest) not in (2, 3) or entity[0].lower_ not in words.offices or not entity[0].text[0].isupper():
        return False
    if any(token.pos_ != "PROPN" for token in entity[1:]):
        return False
    return not any(word in words.offices or word in words.bodies or word in words.groups for word in rest)


def _is_byline(register: Register, name: str) -> bool:
    """Whether a name is the reporter's."""
    byline = register.notes.source.byline
    return byline is not None and len(name) > 3 and name.casefold() in byline.casefold()


def _may_be_person(register: Register, entity: Span) -> bool:
    if entity.label_ == "PERSON":
        if fold(entity.text) in actor_words().known_bodies or _COMPOUND.fullmatch(entity.text):
            return False
        return any(token.i not in register.place_by_token for token in entity)
    # "Gov. Ivan Fedorov" with the name taken for something else.
    if _is_titled_name(entity):
        return True
    if entity.label_ in TAKEN_FOR and _is_like_name(entity) and _does_as_persons_do(register, entity):
        return True
    before = register.doc[entity.start - 1].lower_ if entity.start else ""
    titled = before in actor_words().courtesy or (before.endswith(".") and before in actor_words().offices)
    return entity.label_ in ("ORG", "GPE", "PRODUCT", "WORK_OF_ART", "NORP") and titled and len(entity) <= 3


def _is_like_name(entity: Span) -> bool:
    """Two or three words that may be a name, none of them a word for a body."""
    words = actor_words()
    rest = [token.lower_ for token in entity]
    if len(rest) not in (2, 3) or any(token.pos_ != "PROPN" or not _NAME.fullmatch(token.text) for token in entity):
        return False
    if any(token.text.isupper() for token in entity) or words.sector_of_name(entity.text) is not ActorSector.UNKNOWN:
        return False
    return not any(word in words.bodies or word in words.groups or word in words.endings for word in rest)


def _does_as_persons_do(register: Register, entity: Span) -> bool:
    """`NAME, 27,`; `NAME, who`; `lawyer NAME`; `NAME was born`; a first name that everybody knows."""
    doc, end = register.doc, entity.end
    if entity[0].i in register.place_by_token and entity[-1].i in register.place_by_token:
        return False
    after = [token.text for token in doc[end : end + 3]]
    if len(after) == 3 and after[0] == "," and (after[1] == "who" or (after[1].isdigit() and after[2] == ",")):
        return True
    if actor_words().gender_of(entity[0].text) is not None and entity.label_ != "FAC":
        return True
    before = doc[entity.start - 1] if entity.start else None
    if before is not None and before.text in actor_words().offices and before.text not in OF_BODIES_TOO:
        return bool(before.head == entity.root)
    verb = entity.root.head
    return entity.root.dep_ in ("nsubj", "nsubjpass") and verb.lemma_ in OF_PERSONS


def _key(last: str, first: str) -> str:
    return f"person:{first.casefold()} {last.casefold()}"


def _last_name(register: Register, start: int, end: int) -> str:
    doc = register.doc
    last = end - 1
    while last > start and doc[last].lower_ in SUFFIXES:
        last -= 1
    first = last
    while first - 2 > start and doc[first - 1].text == "-" and not doc[first - 1].whitespace_:
        first -= 2
    return str(doc[first : last + 1].text)


def _register_full(register: Register, start: int, end: int) -> None:
    doc = register.doc
    name = " ".join(doc[start:end].text.split())
    ending = f" {name.casefold()}"
    longer = next((i for i, draft in enumerate(register.drafts) if draft.name.casefold().endswith(ending)), None)
    if longer is not None:
        register.mention(longer, start, end, MentionForm.NAME)
        return
    first, last = doc[start].text, _last_name(register, start, end)
    gender = _gender(register, start, first)
    draft = Draft(name.title() if name.isupper() else name, ActorKind.PERSON, gender=gender)
    index = register.add(draft, _key(last, first))
    register.drafts[index].gender = register.drafts[index].gender or gender
    note_names(register, index, start, end)
    register.mention(index, start, end, MentionForm.NAME)


def note_names(register: Register, index: int, start: int, end: int) -> None:
    """Notes by which parts of a full name a person may be named again."""
    first, last = register.doc[start].text, _last_name(register, start, end)
    register.by_key.setdefault(f"surname:{last.casefold()}", index)
    namesakes = register.surnames.setdefault(last.casefold(), [])
    if index not in namesakes:
        namesakes.append(index)
    register.by_key.setdefault(f"spelt:{spelt(last)}", index)
    register.by_key.setdefault(f"first:{first.casefold()}", index)


def _gender(register: Register, start: int, first: str) -> str | None:
    before = register.doc[start - 1].lower_ if start else ""
    courtesy = actor_words().courtesy.get(before) or KIN.get(before)
    return courtesy if courtesy in ("male", "female") else actor_words().gender_of(first)


def _bearer(register: Register, at: int, surname: str) -> int | None:
    """Of several persons with one surname the one just named, else the one named most; `Mr.` and `Mrs.` tell apart."""
    namesakes = register.surnames.get(surname, [])
    if len(namesakes) < 2:
        return None
    told = actor_words().courtesy.get(register.doc[at - 1].lower_ if at else "")
    fitting = [i for i in namesakes if told not in ("male", "female") or register.drafts[i].gender in (None, told)]
    named = {i: max((m.start for m in register.drafts[i].mentions if m.start < at), default=-NEAR) for i in fitting}
    near = {i: last for i, last in named.items() if at - last < NEAR}
    if near:
        return max(near, key=lambda index: near[index])
    return max(fitting, key=lambda index: len(register.drafts[index].mentions), default=None)


def _labels(register: Register) -> dict[str, Counter[str]]:
    """What the model takes each name of one word for, by how often."""
    labels: dict[str, Counter[str]] = {}
    for entity in register.doc.ents:
        if len(entity) == 1:
            labels.setdefault(entity.text, Counter())[entity.label_] += 1
    return labels


def _is_somebody(register: Register, at: int, labels: Counter[str]) -> bool:
    """Whether a name of one word, of whom no more is known, is a person: by what stands beside and its other labels.

    Not where places stand (`in Abadla`), nor before a hyphen or a thing (`the Abadla oil field`, `Abadla-language`).
    """
    doc, token = register.doc, register.doc[at]
    if any(count >= labels["PERSON"] for label, count in labels.items() if label in OTHER_KINDS):
        return False
    before, after = doc[at - 1 : at].text.lower(), doc[at + 1 : at + 2]
    if before in WHERE or before == "ethnic" or token.text[-1] in HYPHENS:
        return False
    if len(after) and after[0].text in HYPHENS and not token.whitespace_:
        return False
    thing = token.head
    words = actor_words()
    if token.dep_ not in ("compound", "nmod") or thing.i <= at or thing.tag_ not in ("NN", "NNS"):
        return True
    return thing.text in OF_SOMEBODY or any(thing.lower_ in known for known in (words.offices, words.groups))


def _register_single(register: Register, at: int, labels: dict[str, Counter[str]]) -> None:
    """A surname (else a first name) of a person named in full somewhere; else a person of whom no more is known."""
    word = register.doc[at].text
    folded = word.casefold()
    known = _bearer(register, at, folded)
    if known is None:
        known = register.by_key.get(f"surname:{folded}", register.by_key.get(f"first:{folded}"))
    if known is None:
        known = register.by_key.get(f"spelt:{spelt(word)}")
    if known is None and not _is_somebody(register, at, labels.get(word, Counter())):
        return
    if known is None:
        gender = _gender(register, at, word)
        known = register.add(Draft(word, ActorKind.PERSON, gender=gender, resolved=False), f"surname:{folded}")
    register.drafts[known].gender = register.drafts[known].gender or _gender(register, at, "")
    register.mention(known, at, at + 1, MentionForm.NAME)
