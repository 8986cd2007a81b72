"""Countries, governments and armed forces: `Russia`, `Moscow said`, `the Kremlin`, `Ukrainian troops`.

A country's name is an actor where it acts or is acted on; where it only says where, it is a place.
"""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from dateline.extraction.actors.register import Draft, Register
from dateline.extraction.actors.words import actor_words
from dateline.extraction.lexicon import load_lexicon
from schema.mentions import Place
from schema.vocabulary import ActorKind, ActorSector, LocationKind, MentionForm

if TYPE_CHECKING:
    from spacy.tokens import Token

SUBJECTS = frozenset({"nsubj", "nsubjpass", "agent", "csubj"})
AGAINST = frozenset({"against", "with", "between", "by", "towards", "toward"})
OBJECTS_OF = frozenset(
    "accuse urge warn tell help support invade attack condemn blame criticize criticise sanction ask arm aid join"
    " pressure threaten recognize recognise embarrass supply".split()
)
NOT_ACTING = frozenset({"be", "have", "lie", "border", "remain", "become", "see", "experience", "rank", "suffer"})


@cache
def government_verbs() -> frozenset[str]:
    """Verbs of which a government, not a city, is the subject."""
    return frozenset(load_lexicon("places")["context"]["governments"])


@cache
def _starts_of_seats() -> frozenset[str]:
    """With how much of a name that stands for a government its first token may end."""
    return frozenset(name[:end] for name in actor_words().seats for end in range(1, len(name) + 1))


def find_states(register: Register) -> None:
    """Registers countries where they act, seats and capitals that stand for governments, and named forces."""
    for token in register.doc:
        if token.i in register.by_token:
            continue
        if token.lower_ in actor_words().forces:
            read_force(register, token)
        elif token.text[0].isupper():
            _read_name(register, token)


def _read_name(register: Register, token: Token) -> None:
    seat = _seat_code(register, token)
    if seat is not None:
        code, end = seat
        index = obtain_country(register, code)
        if index is not None:
            register.mention(index, token.i, end, MentionForm.NAME)
            _mean_state(register, register.place_by_token.get(token.i))
        return
    place_index = register.place_by_token.get(token.i)
    if place_index is None or register.place_by_token.get(token.i - 1) == place_index:
        return
    mention = register.notes.places[place_index]
    if mention.place is None:
        return
    end = token.i
    while register.place_by_token.get(end) == place_index:
        end += 1
    root = register.doc[token.i : end].root
    if _stands_for_state(register, mention.place, root):
        index = obtain_country(register, mention.place.country_code or "")
        if index is not None:
            register.mention(index, token.i, end, MentionForm.NAME)
            _mean_state(register, place_index)


def _mean_state(register: Register, place_index: int | None) -> None:
    """Marks that a place's name stands for who governs there."""
    if place_index is not None:
        places = list(register.notes.places)
        places[place_index] = replace(places[place_index], metonym=True)
        register.notes.places = tuple(places)


def _seat_code(register: Register, token: Token) -> tuple[str, int] | None:
    """`Kremlin`, `White House`: the country, and the token after the name."""
    for width in (2, 1) if token.lower_ in _starts_of_seats() else ():
        name = register.doc[token.i : token.i + width].text.lower()
        if name in actor_words().seats:
            return actor_words().seats[name], min(token.i + width, len(register.doc))
    if token.text == "Washington" and token.dep_ in SUBJECTS and token.head.lemma_ in government_verbs():
        return "US", token.i + 1  # most towns of that name are small, and none of them imposes sanctions
    return None


def _stands_for_state(register: Register, place: Place, root: Token) -> bool:
    if place.kind is LocationKind.COUNTRY:
        return _acts(root)
    if not register.notes.gazetteer.is_capital(place):
        return False
    if root.dep_ in SUBJECTS and root.head.lemma_ in government_verbs():
        return True
    agent = root.dep_ == "pobj" and root.head.lower_ in ("by", "with", "against")
    return (
        agent
        and root.head.dep_ in ("agent", "prep")
        and root.head.head.pos_ in ("VERB", "NOUN")
        and not _has_article(root)
    )


def _has_article(token: Token) -> bool:
    return any(child.dep_ == "det" for child in token.children)


def _acts(root: Token) -> bool:
    first = root
    while first.dep_ == "conj" and first.head.ent_type_ in ("GPE", "NORP"):
        first = first.head
    if first.dep_ in SUBJECTS:
        return first.head.pos_ in ("VERB", "AUX") and (
            first.head.lemma_ not in NOT_ACTING or first.head.dep_ == "auxpass"
        )
    if first.dep_ == "pobj":
        return first.head.lower_ in AGAINST
    if first.dep_ in ("dobj", "dative"):
        return first.head.lemma_ in OBJECTS_OF
    return first.dep_ == "poss" and first.head.lower_ in actor_words().weapons


def obtain_country(register: Register, code: str) -> int | None:
    """The draft of a country as an actor, made where it is not there; None for an unknown code."""
    place = register.notes.gazetteer.country(code)
    if place is None:
        return None
    return register.add(Draft(place.name, ActorKind.COUNTRY, ActorSector.GOV, code), f"country:{code}")


def read_force(register: Register, noun: Token) -> int | None:
    """The draft of the forces that a noun means, where the words before it tell whose; its mention is recorded."""
    owner = country_before(register, noun)
    if owner is None:
        return None
    code, start = owner
    index = obtain_force(register, code)
    if index is not None:
        register.mention(index, start, noun.i + 1, MentionForm.NAME)
    return index


def obtain_force(register: Register, code: str) -> int | None:
    """The draft of a country's armed forces."""
    adjective = adjective_of(code)
    if adjective is None:
        return None
    name = f"{adjective} forces"
    return register.add(Draft(name, ActorKind.ORGANIZATION, ActorSector.MIL, code, plural=True), f"forces:{code}")


@cache
def adjective_of(code: str) -> str | None:
    """The first adjective of a country: `RU` -> `Russian`."""
    words = load_lexicon("countries").get(code, {}).get("words", "")
    return words.split("|")[0] or None


def country_before(register: Register, noun: Token) -> tuple[str, int] | None:
    """The country named before a noun in its phrase (`North Korean combat troops`), and the token where it begins."""
    doc, gazetteer = register.doc, register.notes.gazetteer
    at = noun.i - 1
    while at >= 0 and noun.i - at < 6 and not (doc[at].is_punct or doc[at].pos_ in ("VERB", "ADP", "CCONJ", "AUX")):
        pair = gazetteer.demonym(doc[max(at - 1, 0) : at + 1].text) if at else None
        if pair is not None:
            return pair, at - 1
        single = gazetteer.demonym(doc[at].text) if doc[at].text[0].isupper() else None
        if single is not None:
            return single, at
        place_index = register.place_by_token.get(at)
        place = register.notes.places[place_index].place if place_index is not None else None
        if place is not None and place.country_code and _owns(register, at, place):
            while register.place_by_token.get(at - 1) == place_index:
                at -= 1
            return place.country_code, at
        at -= 1
    return None


def _owns(register: Register, at: int, place: Place) -> bool:
    """`Russia's troops`, `Pyongyang’s units`, `U.S. troops`: a country, or a capital for it."""
    return place.kind is LocationKind.COUNTRY or (
        register.notes.gazetteer.is_capital(place) and at + 1 < len(register.doc) and register.doc[at + 1].tag_ == "POS"
    )
