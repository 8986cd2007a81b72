"""Whom words mean that name nobody: `the country`, `both countries`, `the two men`, `Moscow` where one speaks to it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from dateline.extraction.actors.words import actor_words
from dateline.extraction.events.clauses import subject_token
from dateline.extraction.events.setting import Setting
from dateline.extraction.events.triggers.words import context_words, is_plainly_people
from schema.vocabulary import ActorKind, ActorSector, LocationKind

if TYPE_CHECKING:
    from spacy.tokens import Token

    from schema.mentions import ActorEntity, ActorMention, ParticipantMention

PAIRING = frozenset({"both", "two"})
LANDS = frozenset({"country", "nation"})
SIDES = frozenset({"side", "party"})
SUBJECTS = frozenset({"nsubj", "nsubjpass"})
CLAUSES = frozenset({"advcl", "ccomp"})
BACK = 2
"""Sentences back in which a pronoun's noun stands, and the tokens of them."""
FARTHEST = 80
ABOVE = 4
"""Verbs that one goes up to find who speaks."""


def pair_meant(setting: Setting, noun: Token) -> list[int]:
    """The last two countries or persons named before `both countries`, `the two leaders`; empty where it is no pair."""
    if not any(child.lower_ in PAIRING for child in noun.lefts) or noun.tag_ != "NNS" or noun.conjuncts:
        return []
    kind = _kind_of_pair(noun)
    if kind is None or (_has(noun, "two") and not _has(noun, "the")):
        return []
    named = [
        (max(mention.excerpt.start for mention in before), index)
        for index, entity in enumerate(setting.notes.actors_known.entities())
        if entity.kind in kind and (before := _before(entity, noun))
    ]
    last = sorted(named)[-2:]
    return [index for _, index in last] if len(last) == len(PAIRING) else []


def _kind_of_pair(noun: Token) -> frozenset[ActorKind] | None:
    if noun.lemma_ in LANDS:
        return frozenset({ActorKind.COUNTRY})
    if noun.lemma_ in SIDES and _has(noun, "both"):
        return frozenset({ActorKind.COUNTRY, ActorKind.ORGANIZATION})
    return frozenset({ActorKind.PERSON}) if is_plainly_people(noun) else None


def _before(entity: ActorEntity, noun: Token) -> list[ActorMention]:
    return [mention for mention in entity.mentions if mention.excerpt.start < noun.idx]


def _has(noun: Token, word: str) -> bool:
    return any(child.lower_ == word for child in noun.lefts)


def country_meant(setting: Setting, noun: Token) -> int | None:
    """The country that `the country` or `his nation` means as one that acts: of who speaks, else of the article."""
    if noun.lemma_ not in LANDS or noun.tag_ != "NN":
        return None
    before = {child.lower_ for child in noun.lefts if child.dep_ in ("det", "poss")}
    beside = [*(child for child in noun.lefts if child.dep_ in ("amod", "compound", "nmod")), *noun.rights]
    others = any(child.dep_ != "case" for child in beside)
    if others or not before & {"the", "his", "her", "their", "its", "our", "my"}:
        return None
    actors = setting.notes.actors_known
    code = (
        _country_of_speaker(setting, noun) or _owner_in_sentence(setting, noun) or _country_told_before(setting, noun)
    )
    if code is not None:
        return actors.country(code)
    place = setting.place_meant(noun)
    found = setting.notes.places[place].place if place is not None else None
    return actors.country(found.country_code) if found is not None and found.country_code else None


def _owner_in_sentence(setting: Setting, noun: Token) -> str | None:
    """The country that owns something before it: `quoting North Korea's agency, it said the country's army`."""
    for word in reversed(setting.doc[noun.sent.start : noun.i]):
        place = setting.place_by_token.get(word.i) if word.dep_ == "poss" else None
        found = setting.notes.places[place].place if place is not None else None
        if found is not None and found.kind is LocationKind.COUNTRY:
            return found.country_code
    return None


def _country_told_before(setting: Setting, noun: Token) -> str | None:
    """The country that did something in the sentence before: `Norway has boycotted games. In 1987, the country`."""
    before = setting.sentence_number(noun) - 1
    found: tuple[int, str | None] = (-1, None)
    for entity in setting.notes.actors_known.entities():
        if entity.kind is not ActorKind.COUNTRY:
            continue
        for mention in entity.mentions:
            token = setting.token_at(mention.excerpt.end - 1)
            if token is not None and token.dep_ == "nsubj" and setting.sentence_number(token) == before:
                found = max(found, (token.i, entity.country_code), key=lambda one: one[0])
    return found[1]


def _country_of_speaker(setting: Setting, noun: Token) -> str | None:
    """The country of the subject of a verb above: `Lima said the country plans`."""
    actors = setting.notes.actors_known
    at = noun.head
    for _ in range(ABOVE):
        if at.head == at:
            return None
        at = at.head
        subject = subject_token(at) if at.pos_ in ("VERB", "AUX") else None
        actor = actors.find(subject) if subject is not None and subject != noun else None
        if actor is not None:
            return actors.country_of(actor)
    return None


def nameless_meant(setting: Setting, pronoun: Token) -> Token | None:
    """The noun for people that `he` or `them` stands for, where the text names none of them.

    The nearest of the same number in the sentence or the two before, subjects first; not who does it to the pronoun.
    """
    many = pronoun.lower_ in ("they", "them")
    if not many and pronoun.lower_ not in ("he", "him", "she", "her"):
        return None
    verb = pronoun.head if pronoun.head.pos_ == "VERB" else pronoun.head.head
    own, here = subject_token(verb) if pronoun.dep_ not in SUBJECTS else None, setting.sentence_number(pronoun)
    best: tuple[float, Token] | None = None
    for noun in setting.doc[max(0, pronoun.i - FARTHEST) : pronoun.i]:
        if noun == own or not _may_be(noun, many=many) or (noun.head == verb and noun.dep_ not in CLAUSES):
            continue
        back = here - setting.sentence_number(noun)
        if back > BACK or (setting.is_quoted_directly(noun.idx) != setting.is_quoted_directly(pronoun.idx)):
            continue
        score = noun.i / 1000 - back + _prominence(noun, passive=pronoun.dep_ == "nsubjpass")
        best = (score, noun) if best is None or score > best[0] else best
    return best[1] if best is not None else None


def _prominence(noun: Token, *, passive: bool) -> float:
    """How likely a noun is meant: subjects first; of what is done to `him`, whom something was done to before."""
    if passive and noun.dep_ in ("dobj", "nsubjpass"):
        return 0.9
    return 0.8 if noun.dep_ in SUBJECTS else 0.4 if noun.dep_ == "dobj" else 0.0


def _may_be(noun: Token, *, many: bool) -> bool:
    """Whether a noun means people, and as many as a pronoun."""
    if noun.dep_ in ("compound", "nmod", "poss", "amod", "attr", "appos") or not is_plainly_people(noun):
        return False
    words = actor_words()
    bodies = words.forces | words.bodies | context_words().collectives | {"police"}
    return noun.tag_ == "NNS" if many else noun.tag_ in ("NN", "JJ") and noun.lower_ not in bodies


def seat_addressed(setting: Setting, noun: Token) -> str | None:
    """The country whose capital is spoken to, by its code: `accused Moscow`, `rejected Manila's complaint`."""
    if noun.dep_ not in ("dobj", "nsubjpass", "dative", "poss") and noun.head.lower_ not in ("on", "from", "to"):
        return None
    index = setting.place_by_token.get(noun.i)
    place = setting.notes.places[index].place if index is not None else None
    return place.country_code if place is not None and setting.notes.gazetteer.is_capital(place) else None


def other_than(setting: Setting, pronoun: Token, subject: ParticipantMention) -> ParticipantMention | None:
    """Whom `them` means where it cannot be who does it: `witnesses said that soldiers shot at them`, the witnesses."""
    verb = pronoun.head if pronoun.head.pos_ == "VERB" else pronoun.head.head
    speaker = subject_token(verb.head) if verb.dep_ == "ccomp" and verb.head.pos_ == "VERB" else None
    actor = setting.notes.actors_known.find(speaker) if speaker is not None else None
    if actor is None or actor == subject.actor:
        return None
    return replace(subject, name=setting.notes.actors_known.name_of(actor), actor=actor)


def body_of_speaker(setting: Setting, speaker: int | None) -> int | None:
    """Whom an official's `we` means: the body of an office, else the country that it is an office of."""
    if speaker is None:
        return None
    entity = setting.notes.actors_known.entities()[speaker]
    bodies = [office.organization_actor for office in entity.offices if office.organization_actor is not None]
    if bodies:
        return bodies[0]
    governs = entity.sector in (ActorSector.GOV, ActorSector.MIL) and entity.country_code is not None
    country = setting.notes.actors_known.country(entity.country_code or "") if governs else None
    return country if country is not None else speaker
