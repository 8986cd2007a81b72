"""What belongs to a trigger: who, to whom, where, when, how many, said by whom."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from dateline.extraction.actors.words import actor_words
from dateline.extraction.events.triggers import Trigger, subject_token
from dateline.extraction.notes import Notes
from dateline.extraction.numbers import Quantity, read_quantity
from dateline.extraction.quotes.cues import cue_words
from dateline.extraction.times import TimeExpression, find_times
from schema.mentions import CountMention, ParticipantMention, WhenMention
from schema.vocabulary import DatePrecision, EventStatus, EventType, LocationKind, ParticipantRole

if TYPE_CHECKING:
    from spacy.tokens import Token

UNKNOWN_WHEN = WhenMention(None, None, None, DatePrecision.UNKNOWN)
AT_PLACE = frozenset(
    {
        "in",
        "at",
        "near",
        "on",
        "outside",
        "across",
        "around",
        "throughout",
        "of",
        "over",
        "off",
        "into",
        "through",
        "inside",
        "from",
        "to",
        "along",
    }
)
FINENESS = {
    LocationKind.FACILITY: 5, LocationKind.CITY: 4, LocationKind.ADMIN2: 3, LocationKind.ADMIN1: 2, LocationKind.REGION: 1,
    LocationKind.COUNTRY: 0,
}  # fmt: skip
RELATIVE_TO_STORY = ("earlier", "later", "before", "previous day")
PEOPLE = frozenset({ParticipantRole.VICTIM})


@dataclass(slots=True)
class Told:
    """One trigger with all that belongs to it."""

    trigger: Trigger
    sentence: int
    when: WhenMention = UNKNOWN_WHEN
    location: int | None = None
    participants: list[ParticipantMention] = field(default_factory=list)
    killed: CountMention | None = None
    injured: CountMention | None = None
    said_by: int | None = None
    attached_place: bool = False
    """Whether the place hangs on the trigger itself, not only on the sentence."""


class Arguments:
    """Finds the arguments of the triggers of one article."""

    def __init__(self, notes: Notes) -> None:
        self._notes = notes
        self._doc = notes.doc
        self._text = notes.source.text
        self._sentences = _sentence_numbers(notes)

    @cached_property
    def _times(self) -> tuple[TimeExpression, ...]:
        dateline = self._notes.source.dateline
        return tuple(t for t in find_times(self._text) if dateline is None or t.start >= dateline.end)

    def read(self, trigger: Trigger) -> Told:
        """All that belongs to one trigger."""
        told = Told(trigger, self._sentences[trigger.token.i])
        told.killed, told.injured = self._counts(trigger)
        told.location, told.attached_place = self._location(trigger)
        told.when = self._when(trigger)
        told.participants = list(self._participants(trigger))
        told.said_by = self._said_by(trigger)
        return told

    # ---------------------------------------------------------------- who said so

    def _said_by(self, trigger: Trigger) -> int | None:
        at = trigger.token.idx
        for quote in self._notes.quotes:
            if quote.speaker is not None and any(part.start <= at < part.end for part in quote.excerpts):
                return quote.speaker.actor
        return None

    # ---------------------------------------------------------------- counts

    def _counts(self, trigger: Trigger) -> tuple[CountMention | None, CountMention | None]:
        harm = trigger.rule.harm
        if harm is None:
            return None, None
        found = self._harmed(trigger.token)
        quantity = next((q for q in (read_quantity(noun) for noun in found) if q is not None), None)
        total = self._joined(found, quantity)
        count = self._count(total) if total is not None else None
        return (None, count) if harm == "injured" else (count, None)

    def _harmed(self, token: Token) -> list[Token]:
        """The nouns that count the victims of a word of harm."""
        if token.pos_ == "NOUN":
            nouns = [
                pobj for child in token.rights if child.lower_ in ("of", "to", "at", "among") for pobj in child.children
            ]
            if token.lemma_ in ("toll", "death-toll"):
                nouns += self._toll(token)
                return nouns
            return [token, *nouns] if any(child.dep_ == "nummod" for child in token.lefts) else nouns
        passive = [child for child in token.children if child.dep_ == "nsubjpass"]
        if passive:
            return passive
        objects = [child for child in token.children if child.dep_ == "dobj"]
        if token.lemma_ in ("die", "perish", "drown"):
            return [child for child in token.children if child.dep_ == "nsubj"]
        if objects and objects[0].lemma_ == "life":
            return objects
        if not objects and token.tag_ == "VBN" and token.dep_ in ("acl", "relcl", "oprd", "xcomp", "ccomp", "conj"):
            if token.dep_ == "conj":
                return [
                    child for child in token.children if child.dep_ in ("nsubjpass", "nsubj", "npadvmod")
                ] or self._harmed_before(token)
            return (
                [token.head]
                if token.head.pos_ in ("NOUN", "NUM")
                else [c for c in token.head.children if c.dep_ == "dobj"]
            )
        return objects or [child for child in token.children if child.dep_ == "nsubj" and token.tag_ == "VBN"]

    def _harmed_before(self, token: Token) -> list[Token]:
        """`six killed and 16 injured`: a number right before a participle."""
        before = self._doc[token.i - 1] if token.i else None
        if before is not None and (before.like_num or before.lower_ in ("others", "people")):
            return [before]
        return []

    def _toll(self, token: Token) -> list[Token]:
        verb = token.head
        if verb.pos_ != "VERB":
            return []
        numbers = [
            pobj
            for child in verb.rights
            if child.dep_ == "prep" and child.lower_ in ("to", "at")
            for pobj in child.children
        ]
        return [noun for noun in numbers if noun.pos_ in ("NUM", "NOUN")]

    def _joined(self, nouns: list[Token], quantity: Quantity | None) -> Quantity | None:
        """`two nurses and a driver`: the sum, where each part is a number."""
        if quantity is None or not nouns:
            return quantity
        first = next((noun for noun in nouns if read_quantity(noun) is not None), None)
        assert first is not None
        total = quantity
        for child in first.rights:
            if child.dep_ != "conj" or child.pos_ not in ("NOUN", "PROPN", "NUM"):
                continue
            more = read_quantity(child)
            if more is None or self._is_told_of_other_harm(child):
                continue
            high = total.high + more.high if total.high is not None and more.high is not None else None
            total = Quantity(total.start, more.end, total.low + more.low, total.best + more.best, high)
        return total

    def _is_told_of_other_harm(self, noun: Token) -> bool:
        return any(child.lemma_ in ("injure", "wound", "hurt", "kill") for child in noun.children)

    def _count(self, quantity: Quantity) -> CountMention | None:
        first, last = self._doc[quantity.start], self._doc[quantity.end - 1]
        if quantity.best > 3_000_000:
            return None
        return CountMention(
            self._notes.cut(first.idx, last.idx + len(last)), quantity.low, quantity.best, quantity.high
        )

    # ---------------------------------------------------------------- where

    def _location(self, trigger: Trigger) -> tuple[int | None, bool]:
        """The finest place that hangs on the trigger, else the best one of its sentence outside words of saying."""
        attached = self._places_below(trigger.token)
        if (
            trigger.token.pos_ == "NOUN"
            and trigger.token.head.pos_ == "VERB"
            and trigger.token.dep_ in ("nsubj", "nsubjpass", "dobj")
        ):
            attached += self._places_below(trigger.token.head, shallow=True)
        if attached:
            return max(
                attached, key=lambda index: (self._fineness(index), -abs(self._place_start(index) - trigger.token.idx))
            ), True
        beside = list(self._places_beside(trigger))
        return (
            (min(beside, key=lambda i: (-self._fineness(i) // 2, abs(self._place_start(i) - trigger.token.idx))), False)
            if beside
            else (None, False)
        )

    def _place_start(self, index: int) -> int:
        return self._notes.places[index].excerpt.start

    def _fineness(self, index: int) -> int:
        place = self._notes.places[index].place
        return FINENESS[place.kind] if place is not None else 3

    def _places_below(self, token: Token, *, shallow: bool = False) -> list[int]:
        found: list[int] = []
        for child in token.children:
            if child.dep_ in ("prep", "agent") and child.lower_ in AT_PLACE:
                found += self._places_in(child)
            elif child.dep_ in ("compound", "poss", "amod", "nmod") and not shallow:
                found += [
                    i for i in self._places_in(child) if not self._notes.places[i].metonym and self._fineness(i) > 0
                ]
            elif child.dep_ in ("dobj", "nsubjpass", "pobj"):
                found += self._places_in_object(child)
        return found

    def _places_in_object(self, noun: Token) -> list[int]:
        own = self._index_of(noun)
        if own is not None and self._fineness(own) > 0:
            return [own]
        return [
            i
            for child in noun.children
            if child.dep_ == "prep" and child.lower_ in AT_PLACE
            for i in self._places_in(child)
        ]

    def _places_in(self, token: Token) -> list[int]:
        """Places in the phrase under a preposition, clauses left out."""
        found: list[int] = []
        queue = [token]
        while queue:
            at = queue.pop()
            index = self._index_of(at)
            if index is not None and not self._notes.places[index].metonym:
                found.append(index)
            queue.extend(
                c for c in at.children if c.dep_ not in ("relcl", "acl", "advcl", "ccomp") and c.pos_ != "VERB"
            )
        return found

    def _index_of(self, token: Token) -> int | None:
        return self._place_by_token.get(token.i)

    @cached_property
    def _place_by_token(self) -> dict[int, int]:
        starts = {token.idx: token.i for token in self._doc}
        found: dict[int, int] = {}
        for index, place in enumerate(self._notes.places):
            at = starts.get(place.excerpt.start)
            while at is not None and at < len(self._doc) and self._doc[at].idx < place.excerpt.end:
                found[at] = index
                at += 1
        return found

    def _places_beside(self, trigger: Trigger) -> Iterator[int]:
        sentence = trigger.token.sent
        for at in range(sentence.start, sentence.end):
            index = self._place_by_token.get(at)
            if index is None or self._notes.places[index].metonym or self._in_dateline(index):
                continue
            token = self._doc[at]
            if token.dep_ in ("pobj", "appos", "conj", "npadvmod") and not self._is_of_speaker(token):
                yield index

    def _in_dateline(self, index: int) -> bool:
        dateline = self._notes.source.dateline
        return dateline is not None and self._place_start(index) < dateline.end

    def _is_of_speaker(self, token: Token) -> bool:
        """Whether a place only tells who speaks or whose an actor is: `the mayor of Lviv said`."""
        at = token
        for _ in range(5):
            if at.dep_ in ("nsubj", "nsubjpass") and at.head.lemma_.lower() in cue_words().strong:
                return True
            if at.head == at:
                return False
            at = at.head
            if at.lower_ in actor_words().offices and at is not token:
                return True
        return False

    # ---------------------------------------------------------------- when

    def _when(self, trigger: Trigger) -> WhenMention:
        sentence = trigger.token.sent
        start, end = sentence.start_char, sentence.end_char
        inside = [t for t in self._times if start <= t.start < end]
        allowed = [t for t in inside if not self._dates_saying(t, trigger) and self._dates_clause_of(t, trigger.token)]
        if not allowed:
            return UNKNOWN_WHEN
        best = min(allowed, key=lambda t: self._distance(t, trigger.token))
        future = trigger.status is EventStatus.PLANNED
        published = self._anchor(best)
        excerpt = self._notes.cut(best.start, best.end)
        if published is None:
            absolute = best.match.groupdict().get("year")
            days = best.days(date(9000, 1, 1), future=False) if absolute else None
        else:
            days = best.days(published, future=future)
        return (
            WhenMention(excerpt, *days) if days is not None else WhenMention(excerpt, None, None, DatePrecision.UNKNOWN)
        )

    def _anchor(self, expression: TimeExpression) -> date | None:
        """The day that a date counts from: publication, or for `a day earlier` the date named before it."""
        published = self._notes.source.published_on
        if published is None or not expression.match.group().lower().endswith(RELATIVE_TO_STORY):
            return published
        for earlier in reversed([t for t in self._times if t.start < expression.start]):
            days = earlier.days(published, future=False)
            if (
                days is not None
                and days[2] is DatePrecision.DAY
                and not earlier.match.group().lower().endswith(RELATIVE_TO_STORY)
            ):
                return days[0]
        return published

    def _token_at(self, offset: int) -> Token | None:
        span = self._doc.char_span(offset, offset + 1, alignment_mode="expand")
        return span[0] if span is not None else None

    def _dates_saying(self, expression: TimeExpression, trigger: Trigger) -> bool:
        """Whether a date tells when something was said: `the governor said Tuesday`."""
        token = self._token_at(expression.start)
        at, steps = token, 0
        while at is not None and steps < 4:
            if at.i == trigger.token.i:
                return False
            if at.pos_ in ("VERB", "AUX"):
                saying = at.lemma_.lower() in cue_words().strong and at.i != trigger.token.i
                return saying and trigger.token.lemma_ not in cue_words().strong
            if at.head == at:
                return False
            at, steps = at.head, steps + 1
        return False

    def _dates_clause_of(self, expression: TimeExpression, trigger: Token) -> bool:
        """Whether the verb that a date hangs on is the trigger's own or one above it."""
        at = self._token_at(expression.start)
        while at is not None and at.pos_ not in ("VERB", "AUX"):
            if at.i == trigger.i or at.head == at:
                return True
            at = at.head
        return at is None or at.i == trigger.i or at.is_ancestor(trigger)

    def _distance(self, expression: TimeExpression, token: Token) -> float:
        own = self._token_at(expression.start)
        if own is None:
            return 1000.0
        ancestors = {token.i, *(ancestor.i for ancestor in token.ancestors)}
        at, steps = own, 0
        while at.i not in ancestors and at.head != at and steps < 10:
            at, steps = at.head, steps + 1
        up = next((n for n, ancestor in enumerate([token, *token.ancestors]) if ancestor.i == at.i), 10)
        return up * 10 + steps + abs(own.i - token.i) / 100

    # ---------------------------------------------------------------- who and to whom

    def _participants(self, trigger: Trigger) -> Iterator[ParticipantMention]:
        token = trigger.token
        finder = self._of_verb if token.pos_ == "VERB" else self._of_noun
        seen: set[tuple[ParticipantRole, int | str]] = set()
        for role, noun, inferred in finder(trigger):
            for part in self._with_conjuncts(noun):
                participant = self._participant(role, part, inferred)
                key = (role, participant.actor if participant and participant.actor is not None else part.lower_)
                if participant is not None and key not in seen:
                    seen.add(key)
                    yield participant

    def _with_conjuncts(self, noun: Token) -> list[Token]:
        return [noun, *(token for token in noun.conjuncts if token.pos_ in ("NOUN", "PROPN"))][:4]

    def _participant(self, role: ParticipantRole, noun: Token, inferred: bool) -> ParticipantMention | None:
        index = self._notes.actors_known
        owner_code = index.owner(noun)
        if (
            role is ParticipantRole.ACTOR
            and owner_code is not None
            and (inferred or noun.lower_ in actor_words().weapons)
        ):
            actor = index.forces(owner_code)
            start, end = noun.left_edge.idx, noun.idx + len(noun)
            excerpt = self._notes.cut(start, end)
            return (
                ParticipantMention(role, excerpt, index.name_of(actor), actor, inferred=True)
                if actor is not None
                else None
            )
        actor = index.obtain(noun)
        if actor is None:
            if noun.ent_type_ in ("DATE", "TIME", "CARDINAL", "MONEY") and noun.lower_ not in ("people", "others"):
                return None
            if role is not ParticipantRole.VICTIM or noun.pos_ not in ("NOUN", "PROPN", "NUM"):
                return None
        start, end = index.phrase(noun)
        first, last = self._doc[start], self._doc[end - 1]
        excerpt = self._notes.cut(first.idx, last.idx + len(last))
        name = index.name_of(actor) if actor is not None else " ".join(excerpt.text.split())
        return ParticipantMention(role, excerpt, name, actor, inferred)

    def _of_verb(self, trigger: Trigger) -> Iterator[tuple[ParticipantRole, Token, bool]]:
        verb, harm = trigger.token, trigger.rule.harm
        subject = subject_token(verb)
        target_role = ParticipantRole.VICTIM if harm or trigger.rule.mode == "abduct" else ParticipantRole.RECIPIENT
        if harm in ("died",) or (verb.tag_ == "VBN" and harm and subject is not None and verb.dep_ in ("acl", "relcl")):
            if subject is not None:
                yield ParticipantRole.VICTIM, subject, False
            return
        if trigger.rule.suffered:
            yield from self._suffered(verb, subject)
            return
        if subject is not None and subject.pos_ in ("NOUN", "PROPN", "PRON", "NUM"):
            yield from self._doer(subject)
        for child in verb.children:
            if child.dep_ in ("dobj", "nsubjpass", "dative"):
                yield target_role, child, False
            elif (
                child.dep_ == "prep"
                and child.lower_ in ("against", "with", "on", "at", "for", "to", "from")
                and child.lower_ != "at"
            ):
                yield from (
                    (ParticipantRole.RECIPIENT, pobj, False)
                    for pobj in child.children
                    if pobj.dep_ == "pobj" and self._acts(pobj)
                )

    def _suffered(self, verb: Token, subject: Token | None) -> Iterator[tuple[ParticipantRole, Token, bool]]:
        """`troops came under Ukrainian fire`: the subject is hit, the words before the noun tell by whom."""
        if subject is not None:
            yield ParticipantRole.RECIPIENT, subject, False
        for child in verb.children:
            if child.dep_ == "prep":
                for noun in child.children:
                    if noun.dep_ == "pobj":
                        yield from self._behind(noun)

    def _doer(self, subject: Token) -> Iterator[tuple[ParticipantRole, Token, bool]]:
        """The subject, or whoever stands behind it where it is a weapon or an attack."""
        if subject.lower_ not in actor_words().weapons:
            yield ParticipantRole.ACTOR, subject, False
            return
        yield from self._behind(subject)

    def _behind(self, noun: Token) -> Iterator[tuple[ParticipantRole, Token, bool]]:
        if self._notes.actors_known.owner(noun) is not None:
            yield ParticipantRole.ACTOR, noun, True
        for child in noun.children:
            if child.dep_ == "poss" and self._notes.actors_known.owner(noun) is None:
                yield ParticipantRole.ACTOR, child, False
            elif child.dep_ in ("prep", "agent") and child.lower_ == "by":
                yield from ((ParticipantRole.ACTOR, pobj, False) for pobj in child.children if pobj.dep_ == "pobj")
            elif child.dep_ == "acl" and child.tag_ == "VBN":
                agents = (pobj for agent in child.children if agent.dep_ == "agent" for pobj in agent.children)
                yield from ((ParticipantRole.ACTOR, pobj, False) for pobj in agents)

    def _acts(self, noun: Token) -> bool:
        place = self._index_of(noun)
        if place is not None and not self._notes.places[place].metonym:
            resolved = self._notes.places[place].place
            return (
                resolved is not None
                and resolved.kind is LocationKind.COUNTRY
                and noun.head.lower_ in ("against", "with")
            )
        return True

    def _of_noun(self, trigger: Trigger) -> Iterator[tuple[ParticipantRole, Token, bool]]:
        noun = trigger.token
        yield from self._behind(noun)
        for child in noun.children:
            if child.dep_ == "prep" and child.lower_ in ("against", "with", "on", "between", "of", "among"):
                role = (
                    ParticipantRole.VICTIM
                    if trigger.rule.harm or (child.lower_ == "of" and trigger.type is EventType.ASSAULT)
                    else ParticipantRole.RECIPIENT
                )
                role = ParticipantRole.ACTOR if child.lower_ in ("between", "among") else role
                if trigger.type in (EventType.DISASTER, EventType.ELECTION) or (
                    child.lower_ == "of" and trigger.type is EventType.CONSULT
                ):
                    continue
                yield from ((role, pobj, False) for pobj in child.children if pobj.dep_ == "pobj" and self._acts(pobj))
        if noun.dep_ == "dobj" and noun.head.pos_ == "VERB":
            subject = subject_token(noun.head)
            if subject is not None and noun.head.lemma_ not in (
                "report",
                "condemn",
                "see",
                "investigate",
                "describe",
                "survive",
                "witness",
            ):
                yield ParticipantRole.ACTOR, subject, False


def _sentence_numbers(notes: Notes) -> list[int]:
    numbers, number = [], -1
    for token in notes.doc:
        number += bool(token.is_sent_start)
        numbers.append(max(number, 0))
    return numbers
