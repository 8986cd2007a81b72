"""Organizations: the model's names of bodies, their acronyms and short forms, their sector and country.

Neither the publisher, the wire service nor a paper that was merely told something is an actor of the story.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from dateline.extraction.actors.persons import spelt
from dateline.extraction.actors.register import Draft, Register
from dateline.extraction.actors.states import obtain_country
from dateline.extraction.actors.words import actor_words, fold
from dateline.extraction.gazetteer.build import country_names
from dateline.extraction.lexicon import load_lexicon
from dateline.extraction.parsing import POSSESSIVES
from schema.vocabulary import ActorKind, ActorSector, LocationKind, MentionForm

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

    from dateline.extraction.gazetteer import Gazetteer

STATE_SECTORS = frozenset(
    {ActorSector.GOV, ActorSector.MIL, ActorSector.COP, ActorSector.JUD, ActorSector.LEG, ActorSector.SPY}
)
ARMED_NORPS = frozenset({ActorSector.REB, ActorSector.CRM})
TOLD = frozenset({"tell", "inform"})
VIRUS = re.compile(r"\bH\d{1,2}N\d{1,2}\b|\b[HL]PAI\b")
SMALL = frozenset({"of", "and", "the", "for"})
DAYS = frozenset("Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split())
OF_BODIES_TOO = frozenset(
    {
        "general",
        "guard",
        "fellow",
        "partner",
        "director",
        "anchor",
        "broadcaster",
        "publisher",
        "producer",
        "developer",
        "contractor",
        "ranger",
        "regent",
        "whip",
        "marine",
        "head",
        "executive",
    }
)
"""Office nouns with which names of bodies end too: `Dollar General`."""
_OF = re.compile(r"(ministry|department) of (?:the )?(.+)")
_ACRONYM = re.compile(r"[A-Z][A-Z.&-]{1,7}")


def find_bodies(register: Register) -> None:
    """Registers all organizations that the model names, one draft an organization."""
    spans = [bounds for entity in register.doc.ents if (bounds := _trim(register, entity)) is not None]
    for start, end in sorted(spans, key=lambda bounds: bounds[0] - bounds[1]):
        _register_body(register, start, end)


def _trim(register: Register, entity: Span) -> tuple[int, int] | None:
    """The tokens of the name: no article, no possessive; None where it is no organization of the story."""
    if not _may_be_body(entity) and not _is_owned(register, entity):
        return None
    doc, start, end = register.doc, entity.start, entity.end
    while start < end and (doc[start].lower_ in ("the", "a", "an") or not doc[start].text[0].isalnum()):
        start += 1
    possessive = next((at for at in range(start + 1, end - 1) if doc[at].text in POSSESSIVES), None)
    if possessive is not None and doc[end - 1].lower_.replace(".", "") in actor_words().offices:
        end = possessive
    if end - start > 1 and doc[end - 1].text in DAYS:
        end -= 1
    while end > start and (doc[end - 1].text in POSSESSIVES or not doc[end - 1].text[-1].isalnum()):
        if doc[end - 1].text.endswith(".") and len(doc[end - 1].text) > 1:
            break
        end -= 1
    if (
        start >= end
        or not doc[start].text[0].isupper()
        or any(token in register.by_token for token in range(start, end))
    ):
        return None
    if all(token in register.place_by_token for token in range(start, end)) or not _is_name(register, start, end):
        return None
    return None if _is_outside_story(register, start, end) else (start, end)


def _is_name(register: Register, start: int, end: int) -> bool:
    """Whether words that the model takes for a body may be one: no people, no common noun, no half sentence."""
    doc = register.doc
    words = actor_words()
    if any(
        doc[at].pos_ == "ADP" and doc[at].lower_ not in ("of", "for", "and", "in", "to") for at in range(start, end)
    ):
        return False
    if VIRUS.search(doc[start:end].text) or doc[end - 1].text in words.things:
        return False
    if all(token.lower_.strip(".") in words.endings - words.bodies for token in doc[start:end]):
        return False
    if any(doc[at].text == "," and at + 1 in register.place_by_token for at in range(start, end)):
        return False  # a list of places
    if end - start > 1:
        last = doc[end - 1].lower_
        return last not in words.offices or last in OF_BODIES_TOO or doc[end - 2].lower_ in ("of", "for", "and")
    word = doc[start].text
    if _is_elsewhere_a_place(register, word):
        return False
    common = word.lower() in words.groups or word.lower() in words.offices or word.lower() in words.office_modifiers
    return not common and register.notes.gazetteer.demonym(word) is None and doc[start].pos_ in ("PROPN", "NOUN")


def _is_elsewhere_a_place(register: Register, word: str) -> bool:
    """Whether the article names a place so, and the word is no acronym."""
    return not word.isupper() and any(place.excerpt.text == word for place in register.notes.places)


def _may_be_body(entity: Span) -> bool:
    if entity.label_ == "ORG" or fold(entity.text) in actor_words().known_bodies:
        return True
    if entity.label_ in ("PERSON", "FAC") and len(entity) > 1:
        last = entity[-1].lower_
        if last in actor_words().bodies or actor_words().groups.get(last) is ActorSector.EDU:
            return True
    return entity.label_ in ("NORP", "PERSON", "GPE") and actor_words().sector_of_name(entity.text) in ARMED_NORPS


def _is_owned(register: Register, entity: Span) -> bool:
    """`Germany's Holzbrück`: what a country has and no gazetteer knows is a company rather than a town."""
    doc, start = register.doc, entity.start
    if entity.label_ not in ("GPE", "PRODUCT") or start < 2 or doc[start - 1].text not in POSSESSIVES:
        return False
    known = entity.start in register.place_by_token or entity.text in register.notes.gazetteer
    return not known and _country_at(register, start - 2) is not None


def _is_outside_story(register: Register, start: int, end: int) -> bool:
    name = register.doc[start:end].text
    if name.lower() in actor_words().not_actors or len(name) == 1 or name.lower() in actor_words().seats:
        return True
    source = register.notes.source
    own = {fold(source.publisher or ""), fold(source.agency or ""), fold(source.byline or "")} - {""}
    if name.casefold() in agencies() or fold(name) in own or any(len(word) > 6 and word in fold(name) for word in own):
        return True
    excerpt = register.excerpt(start, end)
    if source.dateline is not None and source.dateline.overlaps(excerpt.span):
        return True
    if actor_words().sector_of_name(name) is not ActorSector.MED and not name.isupper():
        return False
    return _is_merely_told(register.doc[start:end].root)


@cache
def agencies() -> frozenset[str]:
    """Wire services, which tell stories and are not in them."""
    return frozenset(name.casefold() for name in load_lexicon("cleaning")["agencies"])


def _is_merely_told(root: Token) -> bool:
    """`told Reuters`, `in an interview with CNN`, `according to the Tribune`, `seen by AFP`."""
    head = root.head
    if root.dep_ in ("dobj", "dative", "iobj") and head.lemma_ in TOLD:
        return True
    if root.dep_ != "pobj":
        return False
    return head.head.lemma_ in ("interview", "tell", "speak", "see", "obtain", "report", "accord", "poll", "write")


def _register_body(register: Register, start: int, end: int) -> None:
    doc = register.doc
    name = " ".join(doc[start:end].text.split())
    surname = register.by_key.get(f"surname:{name.casefold()}", register.by_key.get(f"spelt:{spelt(name)}"))
    namesakes = any(key.startswith(f"body:{fold(name)} ") for key in register.by_key)
    if surname is not None and (not namesakes or doc[start - 1 : start].text in actor_words().courtesy):
        register.mention(surname, start, end, MentionForm.NAME)
        return
    state = _country_called(register.notes.gazetteer, name)
    named = obtain_country(register, state) if state else None
    if named is not None:
        register.mention(named, start, end, MentionForm.NAME)  # `DPRK`
        return
    country, owner_start = _country(register, start, end)
    sector = actor_words().sector_of_name(actor_words().known_as.get(fold(name), name))
    if sector is ActorSector.IGO and owner_start < start:
        sector = ActorSector.GOV
    if sector in STATE_SECTORS and owner_start < start and not _is_place_named(register, start, end):
        start, name = owner_start, _with_owner(register, owner_start, start, name)
    own = body_key(name, country) if sector in STATE_SECTORS else actor_words().without_endings(fold(name))
    key = _known_key(register, own) or f"body:{own}"
    index = register.add(Draft(name, ActorKind.ORGANIZATION, sector, country), key)
    draft = register.drafts[index]
    draft.country_code = draft.country_code or country
    register.mention(index, start, end, MentionForm.NAME)
    _note_acronym(register, index, end, name)


def body_key(name: str, country: str | None) -> str:
    """A state's body however its name is put: `Russia's Defence Ministry`, `Russian Ministry of Defense`."""
    text = actor_words().without_endings(fold(name))
    for owner in _owners(country) if country else ():
        if text.startswith(f"{owner} "):
            text = text.removeprefix(f"{owner} ")
            break
    turned = _OF.fullmatch(text)
    return f"{turned[2]} {turned[1]}" if turned else actor_words().known_as.get(text, text)


@cache
def _owners(country: str) -> tuple[str, ...]:
    """The words that say that a body is a country's, the longest first: `russian`, `russias`, `russia`."""
    entry = load_lexicon("countries").get(country, {})
    told = (entry.get("words", ""), entry.get("names", ""), country_names().get(country, ""), country)
    folded = {fold(name) for names in told for name in names.split("|")} - {""}
    return tuple(sorted((name + ending for name in folded for ending in ("", "s")), key=len, reverse=True))


def _known_key(register: Register, folded: str) -> str | None:
    """The key of a body that was registered by a longer name or by its acronym."""
    if f"body:{folded}" in register.by_key:
        return f"body:{folded}"
    acronym = f"acronym:{folded}"
    if acronym in register.by_key:
        return acronym
    if len(folded) < 4:
        return None
    bodies = [key for key in register.by_key if key.startswith("body:")]
    longer = [key for key in bodies if key.startswith(f"body:{folded} ") or key.endswith(f"s {folded}")]
    return next((key for key in longer if _may_be_short_for(register, folded, key.removeprefix("body:"))), None)


def _may_be_short_for(register: Register, folded: str, longer: str) -> bool:
    """`Enerva` for `Enerva Motors`, not for `Enerva Stores`, if that stands more seldom than the short name itself."""
    words = actor_words()
    rest = longer.removeprefix(folded).split()
    if all(word in words.bodies or word in words.endings or word in SMALL for word in rest):
        return True
    return register.told_names[folded] <= register.told_names[longer]


def _note_acronym(register: Register, index: int, end: int, name: str) -> None:
    """`Rapid Support Forces (RSF)`; and the acronym that the capitals of a long name give."""
    doc = register.doc
    if (
        end + 2 < len(doc)
        and doc[end].text == "("
        and _ACRONYM.fullmatch(doc[end + 1].text)
        and doc[end + 2].text == ")"
    ):
        register.by_key.setdefault(f"acronym:{fold(doc[end + 1].text)}", index)
        register.mention(index, end + 1, end + 2, MentionForm.NAME)
    capitals = "".join(word[0] for word in name.split() if word[0].isupper())
    if len(capitals) >= 2 and not name.isupper():
        register.by_key.setdefault(f"acronym:{capitals.lower()}", index)


def _country(register: Register, start: int, end: int) -> tuple[str | None, int]:
    """The country that a body belongs to by its words or the words before it, and where those begin."""
    doc, notes = register.doc, register.notes
    for at in range(start, end):
        code = _country_at(register, at)
        if code is not None:
            return code, start
    before = start - 1
    if before >= 0 and doc[before].text in POSSESSIVES:
        before -= 1
    if before >= 0 and doc[before].head.i >= before:
        code = _country_at(register, before) or notes.gazetteer.demonym(doc[max(before - 1, 0) : before + 1].text)
        if code is not None:
            return code, _first_of_owner(register, before)
    if end + 1 < len(doc) and doc[end].lower_ == "of" and (code := _country_at(register, end + 1)):
        return code, start
    return None, start


def _country_at(register: Register, at: int) -> str | None:
    place_index = register.place_by_token.get(at)
    if place_index is not None:
        place = register.notes.places[place_index].place
        return place.country_code if place is not None else None
    if not register.doc[at].text[0].isupper():
        return None
    gazetteer = register.notes.gazetteer
    names = [register.doc[at : at + width].text for width in (2, 1)]
    adjectives = (gazetteer.demonym(name) for name in names)
    return next(filter(None, (*adjectives, *(_country_called(gazetteer, name) for name in names))), None)


def _country_called(gazetteer: Gazetteer, name: str) -> str | None:
    """`Israel` in `Israel Defense Forces`; not `Georgia`, which more people call a state."""
    first = next(iter(gazetteer.candidates(name)), None)
    return first.country_code if first is not None and first.kind is LocationKind.COUNTRY else None


def _first_of_owner(register: Register, at: int) -> int:
    place_index = register.place_by_token.get(at)
    while place_index is not None and at and register.place_by_token.get(at - 1) == place_index:
        at -= 1
    if at and register.notes.gazetteer.demonym(register.doc[at - 1 : at + 1].text):
        at -= 1
    return at


def _is_place_named(register: Register, start: int, end: int) -> bool:
    return any(_country_at(register, at) is not None for at in range(start, end))


def _with_owner(register: Register, owner_start: int, start: int, name: str) -> str:
    """`Ukraine’s Security Council` -> `Ukraine's Security Council`; `U.K. Defense Ministry` stays."""
    owner = " ".join(register.doc[owner_start:start].text.split()).replace("’", "'")
    return f"{owner} {name}"
