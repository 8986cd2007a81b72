"""Where an event happened: the place that hangs on its trigger, else one beside it in the sentence."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from typing import TYPE_CHECKING

from dateline.extraction.actors.words import actor_words
from dateline.extraction.events.arguments.earlier import COUNTED, deed_tried_for
from dateline.extraction.events.arguments.things import is_site
from dateline.extraction.events.arguments.when import HELD
from dateline.extraction.events.arguments.words import argument_words
from dateline.extraction.events.setting import Setting
from dateline.extraction.events.triggers.rules import event_rules
from dateline.extraction.events.triggers.words import context_words, is_plainly_people, is_ranked, is_somebody
from dateline.extraction.places.words import KIND_OF_WORD
from dateline.extraction.quotes.cues import cue_words
from schema.vocabulary import EventType

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

AT_PLACE = frozenset(
    "in at near on outside across around throughout of over off into through inside within from to along".split()
)
CLAUSES = frozenset({"relcl", "acl", "advcl", "ccomp"})
SERVING = frozenset({"work", "spy", "fight", "play", "lobby", "speak", "mercenary", "spying", "espionage"})
NOWHERE = frozenset({"about", "against", "with", "than", "like", "towards", "toward"})
"""What stands after them is spoken of or met, and not where one is: `remarks about Taiwan`."""
WHENCE = frozenset({"come", "originate", "launch", "fire", "stem", "return", "arrive"})
ABOUT = frozenset({"on", "over"})
HIGHEST_CLIMB = 5
COUNTING = frozenset({"report", "confirm", "record", "have", "count", "register"})


def find_place(
    setting: Setting, token: Token, *, spoken: bool = False, struck: bool = False
) -> tuple[int | None, bool]:
    """The finest place that hangs on a trigger, else the best one of its sentence outside words of saying, or None.

    With `spoken`, for mere words, only one that hangs on the trigger: where it was said.  With `struck`, for blows and
    quakes, also the country that they strike.

    The second value tells whether it hangs on the trigger itself.
    """
    if spoken:  # nor does what is spoken of lie where it is said
        said = list(_right_below(setting, token))
        return (said[0], True) if said else (None, False)
    attached = list(_below(setting, token)) or list(_of_objects(setting, token, struck=struck))
    attached = (
        attached
        or list(_of_bench(setting, token))
        or list(_told_before_where(setting, token))
        or list(_where_held(setting, token))
    )
    if token.pos_ == "NOUN" and token.head.pos_ == "VERB" and token.dep_ in ("nsubj", "nsubjpass", "dobj"):
        attached += _below(setting, token.head, shallow=True)
    if attached:
        best = max(attached, key=lambda index: (setting.fineness(index), -_distance(setting, index, token)))
        return _finer_beside(setting, token, best), True
    quoted = setting.is_quoted_directly(token.idx)
    beside = [
        index
        for index in _beside(setting, token)
        if setting.is_quoted_directly(setting.notes.places[index].excerpt.start) == quoted
    ]
    if not beside:
        reporting = _of_reporter(setting, token)
        return reporting, False
    return min(beside, key=lambda i: (-setting.fineness(i) // 2, _distance(setting, i, token))), False


def _finer_beside(setting: Setting, token: Token, place: int) -> int:
    """`found guilty in France at the Lyon district court`: the one place within it that stands beside it."""
    inside = set(_beside(setting, token, within=place))
    return inside.pop() if len(inside) == 1 else place


def _told_before_where(setting: Setting, token: Token) -> Iterator[int]:
    """`in Cebu province, where floods swept away cars`: what `where` means."""
    clause = next((at for at in (token, *token.ancestors) if at.dep_ == "relcl"), None)
    if clause is not None and any(child.lower_ == "where" and child.dep_ == "advmod" for child in clause.lefts):
        yield from _places_in(setting, clause.head)


def _of_bench(setting: Setting, token: Token) -> Iterator[int]:
    """`a jury in New York found him guilty`, `was charged by a court in Lyon`: where it sits."""
    subjects = [child for child in token.lefts if child.dep_ == "nsubj"]
    subjects += [pobj for child in token.rights if child.dep_ == "agent" for pobj in child.children]
    for noun in subjects:
        if noun.lemma_.lower() in argument_words("benches", "nouns"):
            yield from _below(setting, noun)


def _where_held(setting: Setting, token: Token) -> Iterator[int]:
    """`The crush, which occurred in Kano`, `the attack that took place in Goma`."""
    for clause in token.rights if token.pos_ == "NOUN" else ():
        if clause.dep_ == "relcl" and clause.lemma_ in HELD:
            yield from _below(setting, clause)


def _of_reporter(setting: Setting, token: Token) -> int | None:
    """`Nigeria reported 782 cases`, `officials in Gaza confirmed five cases`: cases are counted where they are."""
    verb = token.head
    rule = event_rules().of_noun(token) if token.pos_ == "NOUN" and token.dep_ == "dobj" else None
    if rule is None or rule.mode != "outbreak" or verb.lemma_.lower() not in COUNTING:
        return None
    for subject in (child for child in verb.lefts if child.dep_ == "nsubj"):
        if subject.i in setting.place_by_token:
            return setting.place_by_token[subject.i]
        if is_plainly_people(subject) or subject.lower_ in actor_words().bodies:
            within = (child for child in subject.rights if child.lower_ in ("in", "of") and child.dep_ == "prep")
            return next((index for child in within for index in _places_in(setting, child)), None)
    return None


def _right_below(setting: Setting, token: Token) -> Iterator[int]:
    """`said in Lima`, `signed a pact in Lima`, `church leaders in Lima urged`: where the words were spoken.

    Of `agreed to keep the force in Lebanon` nothing was said there.
    """
    said = [child for child in token.children if child.dep_ in ("dobj", "nsubj") and _may_be_there(child)]
    said += [child for child in token.lefts if child.dep_ == "advcl" and child.tag_ in ("VBN", "VBG")]
    for noun in (token, *said):
        for child in noun.children:
            if child.dep_ == "prep" and child.lower_ in ("in", "at", "near"):
                yield from _places_in(setting, child)


def _may_be_there(noun: Token) -> bool:
    """`a treaty`, `a letter`, `church leaders`: what is made, and who speaks, is where it happens."""
    if noun.dep_ == "nsubj":
        return noun.pos_ == "NOUN" and is_plainly_people(noun)
    rule = event_rules().of_noun(noun) if noun.pos_ == "NOUN" else None
    return rule is not None or noun.lemma_.lower() in context_words().papers


def _distance(setting: Setting, index: int, token: Token) -> int:
    return abs(setting.notes.places[index].excerpt.start - token.idx)


def _below(setting: Setting, token: Token, *, shallow: bool = False) -> Iterator[int]:
    for child in token.children:
        if child.dep_ in ("prep", "agent") and child.lower_ in AT_PLACE and not _is_whence(child):
            if child.lower_ not in ABOUT or not _is_talk(token):
                yield from _places_in(setting, child)
        elif child.dep_ in ("compound", "poss", "amod", "nmod") and not shallow:
            ranked = child.dep_ == "poss" and is_ranked(token)  # `Greece's biggest trial`
            yield from (index for index in _places_in(setting, child) if ranked or setting.fineness(index) > 0)
        elif child.dep_ in ("dobj", "nsubjpass", "pobj") and shallow:
            yield from _in_object(setting, child)


def _is_whence(preposition: Token) -> bool:
    """`the attacks came from Yemen`, `the road to Goma`: where they started or would end, and not where they struck."""
    above, ways = preposition.head.lemma_.lower(), argument_words("places", "ways")
    return (preposition.lower_ == "from" and above in WHENCE) or (preposition.lower_ == "to" and above in ways)


def _is_talk(noun: Token) -> bool:
    """`a conference on Ukraine`: what is talked about is not where."""
    rule = event_rules().of_noun(noun) if noun.pos_ == "NOUN" else None
    return rule is not None and rule.type is EventType.CONSULT


def _of_objects(setting: Setting, token: Token, *, struck: bool) -> Iterator[int]:
    """Where it was done by whom it was done to; the mayor of a town may be elsewhere."""
    for child in token.children:
        if child.dep_ in ("dobj", "nsubjpass", "pobj", "dative"):
            yield from _in_object(setting, child, struck=struck)


def _in_object(setting: Setting, noun: Token, *, struck: bool = False) -> Iterator[int]:
    own = setting.place_by_token.get(noun.i)
    own = setting.place_meant(noun) if own is None and struck else own
    if own is None:
        standing = (child for child in noun.lefts if child.i in setting.place_by_token and is_of_building(child))
        own = next((setting.place_by_token[child.i] for child in standing), None)
    if own is not None and (struck or setting.fineness(own) > 0):
        yield own
        return
    for child in noun.children:
        if child.dep_ == "prep" and child.lower_ in AT_PLACE:
            if (child.lower_ == "of" and noun.lower_ in actor_words().offices) or _is_whence(child):
                continue
            yield from _places_in(setting, child)


def _places_in(setting: Setting, token: Token) -> Iterator[int]:
    """Places in the phrase under a preposition, clauses left out."""
    queue = [token]
    while queue:
        at = queue.pop()
        index = setting.place_by_token.get(at.i)
        index = setting.place_meant(at) if index is None else index
        if index is not None and not (setting.notes.places[index].metonym or _is_based(at) or _is_neighbour(at)):
            yield index
        if at.ent_type_ == "PERSON" or (at.pos_ == "NOUN" and is_plainly_people(at)):
            continue  # `an attack on members of the U.S. forces`, `along with Mark Warner of Virginia`
        below = (
            child
            for child in at.children
            if child.dep_ not in CLAUSES and child.pos_ != "VERB" and child.lower_ not in ("about", "than")
        )
        queue.extend(child for child in below if not _only_owns(setting, child))


def _is_based(place: Token) -> bool:
    """`the Ohio-based group`, `a Saudi-led strike`: whose it is, and not where it happened."""
    behind = place.doc[place.i + 1 : place.i + 3]
    return len(behind) == 2 and behind[0].text in ("-", "–") and behind[1].tag_ in ("VBN", "VBD", "JJ", "NN")


def _is_neighbour(place: Token) -> bool:
    """`near the Nepal border`, `close to the border with Nepal`: on this side of it."""
    above = place.head if place.dep_ != "pobj" else place.head.head
    if above.lemma_.lower() not in argument_words("places", "borders") or above.dep_ != "pobj":
        return False
    return above.head.lower_ in ("near", "to", "from")


def _only_owns(setting: Setting, token: Token) -> bool:
    """`the United States Senate`, `Israel's ally`: whose it is, and not where."""
    if token.dep_ not in ("poss", "compound", "nmod", "amod"):
        return False
    index, noun = setting.place_by_token.get(token.i), token.head
    if index is None or setting.fineness(index) > 0 or noun.i in setting.place_by_token:
        return False
    return noun.ent_type_ == "ORG" or is_somebody(noun)


def _beside(setting: Setting, token: Token, within: int | None = None) -> list[int]:
    """The places of a trigger's sentence where it may have happened; with `within` only those that lie in that one."""
    sentence = token.sent
    standing = setting.remember(_places_standing, sentence.start, setting, sentence)
    if within is not None:
        standing = [(index, place) for index, place in standing if setting.lies_in(index, within)]
    if not standing:
        return []
    aside, above = _clauses_aside(token), {word.i for word in (token, *token.ancestors)}
    return [
        index
        for index, place in standing
        if not _is_of_others(place, token, list(_below_both(place, above)))
        and all(clause in (place, *place.ancestors) for clause in aside)
    ]


def _places_standing(setting: Setting, sentence: Span) -> list[tuple[int, Token]]:
    """The places of a sentence where anything may have happened, each with the word that stands for it."""
    found = []
    dateline = setting.notes.source.dateline
    for at in range(sentence.start, sentence.end):
        index = setting.place_by_token.get(at)
        if index is None or setting.notes.places[index].metonym:
            continue
        place = setting.doc[at]
        if dateline is not None and place.idx < dateline.end:
            continue
        while is_of_building(place) or (place.dep_ in ("compound", "nmod") and place.head.lower_ in KIND_OF_WORD):
            place = place.head  # `in Bududa district`, `at a Limerick hospital`
        if _is_based(setting.doc[at]) or _is_neighbour(setting.doc[at]):
            continue
        if place.dep_ not in ("pobj", "appos", "conj", "npadvmod") or _is_origin(place):
            continue
        if place.dep_ == "pobj" and (place.head.lower_ in NOWHERE or _is_spoken_of(place.head)):
            continue
        found.append((index, place))
    return found


def _is_of_others(place: Token, trigger: Token, between: Sequence[Token]) -> bool:
    """Whether a place is that of something else than a trigger's deed; given the words from it up to both."""
    return (
        _is_way(place, trigger)
        or _is_aside(between, trigger)
        or _is_of_speaker(place, trigger)
        or _is_of_other_clause(between, trigger)
        or _is_of_other_deed(between, trigger)
    )


def _is_spoken_of(preposition: Token) -> bool:
    """`Tokyo's remarks on Taiwan`: what they are about, and not where."""
    return preposition.lower_ in ABOUT and preposition.head.lemma_.lower() in argument_words("places", "spoken_of")


def is_of_building(place: Token) -> bool:
    """`the Lyon district court`, `Crete's main airport`: what stands somewhere, called by where it stands."""
    return place.dep_ in ("compound", "nmod", "poss") and is_site(place.head)


def _is_of_other_deed(between: Sequence[Token], trigger: Token) -> bool:
    """`triggering his resignation and exile to Riyadh`: the place of another happening named beside it."""
    if between and _is_when(between[-1], trigger):
        return False
    return any(at.i != trigger.i and at.pos_ == "NOUN" and event_rules().of_noun(at) is not None for at in between)


def _is_when(clause: Token, trigger: Token) -> bool:
    """`was killed when soldiers fired shots in Kumasi`: one and the same deed."""
    if clause.dep_ != "advcl" or clause.head.i != trigger.i:
        return False
    return any(child.lower_ == "when" and child.dep_ in ("advmod", "mark") for child in clause.lefts)


def _is_way(place: Token, trigger: Token) -> bool:
    """`as the tram travelled from Addington`, `passengers on the bus to Usulutan`: the ends of a way.

    Of `convicted of working for Israel` it is whom one serves.
    """
    above = place.head.head
    if place.dep_ != "pobj" or place.head.lower_ not in ("from", "to", "for") or above.i == trigger.i:
        return False
    if place.head.lower_ == "for" and above.lemma_.lower() in SERVING:
        return True
    return above.lemma_.lower() in context_words().ways


def _is_aside(between: Sequence[Token], trigger: Token) -> bool:
    """`Ali, who was born in Lyon, was arrested`, `a bomb made in Libya`: a clause that tells more of a noun."""
    clauses = (at for at in between if at.dep_ == "relcl" or (at.dep_ == "acl" and at.tag_ == "VBN"))
    nearest = next(clauses, None)
    if nearest is None or _tells_of_site(nearest, trigger):
        return False
    tells_more = nearest.dep_ == "relcl" and not any(child.lower_ == "where" for child in nearest.lefts)
    return tells_more or nearest.lemma_.lower() in context_words().origins


def _tells_of_site(clause: Token, trigger: Token) -> bool:
    """`killed five at a club that they were visiting in Lodz`: the clause tells where the site of the deed is."""
    site = clause.head
    return site.dep_ == "pobj" and site.head.lower_ in ("at", "in", "near") and site.head.head.i == trigger.i


def _is_of_other_clause(between: Sequence[Token], trigger: Token) -> bool:
    """`arrested a man suspected of planning an attack in Lyon`: where what he is suspected of would have been.

    So of what was before or after.
    """
    blaming = context_words().blaming
    if _is_of_charge(between, trigger):
        return True
    return any((at.dep_ == "acl" and at.lemma_.lower() in blaming) or _is_another_time(at) for at in between)


def _is_of_charge(between: Sequence[Token], trigger: Token) -> bool:
    """`found guilty of conspiring to import cocaine into the United States`: no court sat there for that."""
    if not any(at.dep_ == "pcomp" and at.head.lower_ in ("of", "for", "with") for at in between):
        return False
    rule = event_rules().of_verb(trigger) if trigger.pos_ == "VERB" else event_rules().of_noun(trigger)
    return rule is not None and rule.type is EventType.LEGAL


def _clauses_aside(trigger: Token) -> list[Token]:
    """The clauses around a trigger that tell of another place than the rest of their sentence.

    `A court in Cairo jailed him for taking part in a protest`; `bombed positions in Iraq, hours after an attack wounded
    two`.
    """
    deed = deed_tried_for(trigger)
    before = next((at for at in (trigger, *trigger.ancestors) if _is_another_time(at)), None)
    found = [deed] if deed is not None else []
    if before is not None and any(word.lemma_.lower() in COUNTED for word in before.lefts):
        found.append(before)
    return found


def _is_another_time(clause: Token) -> bool:
    """`resigned after gangs attacked the airport in Port-au-Prince`: where that was."""
    marks = (child.lower_ for child in clause.lefts if child.dep_ == "mark")
    return clause.dep_ == "advcl" and any(mark in ("after", "before", "since") for mark in marks)


def _below_both(place: Token, above: Collection[int]) -> Iterator[Token]:
    """The words from a place upwards, below the first of those that stand `above` the trigger too."""
    at = place
    for _ in range(HIGHEST_CLIMB):
        if at.i in above or at.head == at:
            return
        yield at
        at = at.head


def _is_origin(place: Token) -> bool:
    """`Ali, 31, from Liverpool`, `a party of Spain`: where somebody is from, and not where it happened.

    So of `who is from the town of Grimma in Saxony` each of the two.
    """
    at = place
    for _ in range(HIGHEST_CLIMB):
        if at.dep_ in ("appos", "conj") and at.head.i < at.i:
            at = at.head
            continue
        if at.dep_ != "pobj" or at.head.dep_ != "prep":
            return False
        above = at.head.head
        named = above.ent_type_ in ("PERSON", "ORG", "NORP") or is_plainly_people(above)
        if at.head.lower_ in ("from", "of") and named and (at.i == place.i or at.head.lower_ == "from"):
            return True
        if at.head.lower_ == "from" and above.lemma_.lower() in ("be", "hail"):
            return True
        at = above
    return False


def _is_of_speaker(token: Token, trigger: Token) -> bool:
    """Whether a place only tells who speaks, and where: `the mayor of Lviv said`, `told reporters in Goma`."""
    at = token
    for _ in range(HIGHEST_CLIMB):
        if at.dep_ in ("nsubj", "nsubjpass") and at.head.lemma_.lower() in cue_words().strong:
            return True
        if at.head == at or at == trigger or at.dep_ == "conj":
            return False  # of `shot dead a judge and two guards in Lima` the place is no judge's
        at = at.head
        if at.pos_ == "VERB" and at != trigger:
            return at.lemma_.lower() in cue_words().strong
        if at.lower_ in actor_words().offices and at != token:
            return True
    return False
