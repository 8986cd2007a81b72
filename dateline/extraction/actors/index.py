"""Which actor a word means: names, pronouns, roles (`the governor`), bodies (`the ministry`), groups (`residents`).

`find` looks up what is known, `obtain` also takes in a new group or country.  Indexes stay valid as actors are added.
"""

from __future__ import annotations

import math
from bisect import bisect_left
from collections import Counter
from functools import cached_property
from typing import TYPE_CHECKING

from dateline.extraction.actors.homes import tell_countries
from dateline.extraction.actors.offices import office_sector
from dateline.extraction.actors.register import Draft, Named, Register, quoted_tokens
from dateline.extraction.actors.states import country_before, obtain_country, obtain_force, read_force
from dateline.extraction.actors.words import actor_words
from schema.mentions import ActorEntity, OfficeMention
from schema.vocabulary import ActorKind, ActorSector, LocationKind, MentionForm

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

HE = frozenset({"he", "him", "his", "himself"})
SHE = frozenset({"she", "her", "hers", "herself"})
IT = frozenset({"it", "its", "itself"})
THEY = frozenset({"they", "them", "their", "theirs", "themselves"})
SUBJECTS = frozenset({"nsubj", "nsubjpass"})
NAMELESS = frozenset(
    "people man men woman women child children boy girl boys girls"
    "  baby infant crowd victims family others couple".split()
)
"""Words that tell nobody from another; without more they make no actor."""
PEOPLE = frozenset({ActorSector.CVL, ActorSector.CRM, ActorSector.REB, ActorSector.COP, ActorSector.MED})
"""Sectors whose singular nouns mean one person: `a farmer`, `the gunman`."""
OTHER_BEARERS = frozenset({"former", "deputy", "vice", "assistant", "second", "new", "next", "previous", "ex"})
"""Words before an office that the bearer of the plain office does not have."""
ONE_OF = frozenset({"a", "an", "another", "one"})
DOUBTING = frozenset({"presumed", "suspected", "alleged"})
"""Words that are no part of a group's name."""
FAR = 12
"""Sentences: pronouns rarely reach further back."""


class ActorIndex:
    """The actors of an article for the stages after."""

    def __init__(self, register: Register) -> None:
        self._register = register
        self._doc: Doc = register.doc
        self._sentence_of = register.sentence_of
        self._quoted = quoted_tokens(register)
        self._offices = self._office_nouns()
        for token in self._doc:
            if token.lower_ in HE or token.lower_ in SHE or _is_plain_role(token):
                with register.notes.guard("actors: pronouns and roles"):
                    self._resolve(token)

    def _resolve(self, token: Token) -> None:
        if token.lower_ in HE or token.lower_ in SHE:
            self._resolve_person(token)
        elif self._known(token) is None:
            self._resolve_role(token)

    def kind_of(self, index: int) -> ActorKind:
        """What an actor is."""
        return self._register.drafts[index].kind

    def sector_of(self, index: int) -> ActorSector:
        """An actor's side of public life."""
        return self._register.drafts[index].sector

    def country_of(self, index: int) -> str | None:
        """The country of an actor, by its code."""
        return self._register.drafts[index].country_code

    def is_national(self, index: int) -> bool:
        """Whether an actor is a country, its government or parliament, or holds an office of theirs."""
        draft = self._register.drafts[index]
        if draft.kind is ActorKind.COUNTRY:
            return True
        if draft.sector not in (ActorSector.GOV, ActorSector.LEG):
            return False
        words = f"{self.name_of(index)} {' '.join(office.title for office in draft.offices)}".lower().split()
        return bool(actor_words().national.intersection(words)) and not actor_words().local.intersection(words)

    def body_of(self, index: int) -> int | None:
        """The body for which a person speaks or that they lead, where it is an actor of the article."""
        draft = self._register.drafts[index]
        if draft.kind is not ActorKind.PERSON:
            return None
        return next(
            (office.organization_actor for office in draft.offices if office.organization_actor is not None), None
        )

    def name_of(self, index: int) -> str:
        """An actor's fullest name."""
        return self._register.name_of(index)

    def entities(self) -> tuple[ActorEntity, ...]:
        """All actors, in the order of their indexes."""
        tell_countries(self._register)
        return tuple(self._register.entity(index) for index in range(len(self._register.drafts)))

    def find(self, token: Token) -> int | None:
        """The actor that a noun or pronoun means; None where nobody is known."""
        known = self._known(token)
        if known is not None:
            return known
        if token.lower_ in IT or token.lower_ in THEY:
            return self._resolve_body(token)
        if token.pos_ in ("NOUN", "PROPN") and _is_definite(token):
            return self._resolve_role(token)
        return None

    def obtain(self, token: Token) -> int | None:
        """The actor that a noun means, taken in as a group or country where it is new."""
        known = self.find(token)
        if known is not None:
            return known
        if token.pos_ == "PRON":
            return None
        state = self._obtain_state(token)
        return state if state is not None else self._obtain_group(token)

    def take_in(self, token: Token, name: str, kind: ActorKind) -> int:
        """The actor of a description that no list knows: `the ombudsman's office`, which says something."""
        draft = Draft(name, kind, plural=kind is ActorKind.GROUP, resolved=False)
        return self._mentioned(self._register.add(draft, f"group:{name.casefold()}"), token)

    def country(self, code: str) -> int | None:
        """The actor of a country."""
        return obtain_country(self._register, code)

    def forces(self, code: str) -> int | None:
        """The actor of a country's armed forces."""
        return obtain_force(self._register, code)

    def owner(self, noun: Token) -> str | None:
        """The country named before a noun in its phrase: `Russian missile`, `Russia's onslaught`."""
        owner = country_before(self._register, noun)
        return owner[0] if owner else None

    def phrase(self, token: Token) -> tuple[int, int]:
        """Token bounds of the words that name an actor at a token: its name, else its phrase without what follows."""
        named = self._register.named_at.get(token.i)
        if named is not None:
            return named.start, named.end
        start = token.left_edge.i
        while start < token.i and (
            self._doc[start].is_punct or self._doc[start].is_space or self._doc[start].dep_ == "cc"
        ):
            start += 1
        end = token.i + 1
        return start, end

    # ---------------------------------------------------------------- what is known

    def _known(self, token: Token) -> int | None:
        index = self._register.by_token.get(token.i)
        if index is not None:
            return index
        # "Gov. Ivan Fedorov", "the head of the office, Andrii Yermak": the name beside the noun.
        for child in token.children:
            if child.dep_ in ("appos", "compound", "nmod") and child.i in self._register.by_token:
                beside = self._register.by_token[child.i]
                if self.kind_of(beside) is ActorKind.PERSON and (child.dep_ == "appos" or office_sector(token.lower_)):
                    return beside
        if office_sector(token.lower_) is None:
            return None
        bearer = self._register.by_token.get(token.i + 1)
        if bearer is not None and self.kind_of(bearer) is ActorKind.PERSON and token.text[0].isupper():
            return bearer  # `tweeted Mayor Pedro Sal`, however the parser hangs the name
        return self._named_after_seat(token)

    def _named_after_seat(self, office: Token) -> int | None:
        """`the mayor of Huanta, Alberto Rojas`, where the parser hangs the name on the town."""
        of = (pobj for child in office.rights if child.lower_ == "of" for pobj in child.children)
        for name in (child for town in of for child in town.rights if child.dep_ in ("appos", "conj")):
            index = self._register.by_token.get(name.i)
            first = name.left_edge
            if index is not None and self.kind_of(index) is ActorKind.PERSON and first.i and first.nbor(-1).text == ",":
                return index
        return None

    # ---------------------------------------------------------------- pronouns

    def _resolve_person(self, token: Token) -> int | None:
        gender = "male" if token.lower_ in HE else "female"
        best: tuple[float, int] | None = None
        for index, mentions in self._register.named_near(token.i, FAR).items():
            draft = self._register.drafts[index]
            if draft.kind is not ActorKind.PERSON or (draft.gender not in (None, gender)):
                continue
            score = self._nearness(token, mentions) + (0.5 if draft.gender == gender else 0.0)
            best = max(best, (score, index)) if best else (score, index)
        if best is None:
            return None
        index = best[1]
        draft = self._register.drafts[index]
        draft.gender = draft.gender or gender
        self._register.mention(index, token.i, token.i + 1, MentionForm.PRONOUN)
        return index

    def _nearness(self, token: Token, mentions: list[Named]) -> float:
        """How near the best of some mentions before a token is."""
        here, best = self._sentence_of[token.i], -math.inf
        for named in mentions:
            distance = here - self._sentence_of[named.start]
            root = self._doc[named.start : named.end].root
            score = -float(distance) + 0.001 * named.start / len(self._doc)
            score += 0.8 if root.dep_ in SUBJECTS else 0.0
            score += 0.4 if root.dep_ == "appos" and root.head.dep_ in SUBJECTS else 0.0
            score -= 0.7 if root.dep_ in ("poss", "pobj", "compound") else 0.0
            score -= 0.9 if distance and _tells_story(root) and not _has_clause(token.head) else 0.0
            if self._quoted[named.start] != self._quoted[token.i]:
                score -= 1.5
            if distance == 0 and root.head == token.head and root.dep_ not in SUBJECTS and token.dep_ not in SUBJECTS:
                score -= 2.0
            best = max(best, score)
        return best

    def _resolve_body(self, token: Token) -> int | None:
        plural = token.lower_ in THEY
        best: tuple[float, int] | None = None
        for index, mentions in self._register.named_near(token.i, FAR).items():
            draft = self._register.drafts[index]
            if draft.kind is ActorKind.PERSON:
                continue
            if plural and draft.kind is ActorKind.COUNTRY:
                continue
            if not plural and (draft.kind is ActorKind.GROUP or draft.plural):
                continue
            score = self._nearness(token, mentions)
            if score > -2.2:
                score += 0.5 if plural and (draft.plural or draft.kind is ActorKind.GROUP) else 0.0
                best = max(best, (score, index)) if best else (score, index)
        if best is None:
            return None
        self._register.mention(best[1], token.i, token.i + 1, MentionForm.PRONOUN)
        return best[1]

    # ---------------------------------------------------------------- roles

    def _office_nouns(self) -> dict[str, list[int]]:
        """From office nouns to the persons that bear them."""
        found: dict[str, list[int]] = {}
        for index, draft in enumerate(self._register.drafts):
            for office in draft.offices:
                for word in {word.lower() for word in office.title.split() if office_sector(word)}:
                    found.setdefault(_full_noun(word), []).append(index)
        return found

    def _resolve_role(self, token: Token) -> int | None:
        """`the governor`, `the ministry`, `the company`: the bearer named last."""
        noun = _full_noun(token.lower_)
        bearers = reversed(dict.fromkeys(self._offices.get(noun, ())))
        bearers = (index for index in bearers if self._named_before(index, token) and self._bears(index, token, noun))
        index = next(bearers, None)
        if index is None and token.lower_ in actor_words().bodies:
            index = self._body_called(token)
        if index is not None:
            start, end = self.phrase(token)
            self._register.mention(index, start, end, MentionForm.NOMINAL)
        return index

    def _bears(self, index: int, token: Token, noun: str) -> bool:
        """Whether the words beside an office noun do not tell another office: `the second secretary of the embassy`."""
        own = [_words_of(office, noun) for office in self._register.drafts[index].offices if office.title]
        before, after = _words_beside(token)
        if not any(own):
            return not before & OTHER_BEARERS
        if before and not any(before & words for words in own):
            return False
        return not after or any(after & words for words in own)

    def _named_before(self, index: int, token: Token) -> bool:
        return any(named.start < token.i for named in self._register.drafts[index].mentions)

    def _body_called(self, token: Token) -> int | None:
        best: tuple[int, int] | None = None
        for index, mentions in self._register.named_near(token.i, FAR).items():
            draft = self._register.drafts[index]
            if draft.kind is ActorKind.ORGANIZATION and self._fits(draft, token.lower_):
                last = max(named.start for named in mentions)
                best = max(best, (last, index)) if best else (last, index)
        return best[1] if best else None

    def _fits(self, draft: Draft, noun: str) -> bool:
        if noun in draft.name.lower().split():
            return True
        group = actor_words().groups.get(noun)
        return (
            group is not None and group is draft.sector and group in (ActorSector.BUS, ActorSector.NGO, ActorSector.PTY)
        )

    # ---------------------------------------------------------------- taking in

    def _obtain_state(self, token: Token) -> int | None:
        register = self._register
        if token.lower_ in actor_words().forces:
            return self._obtain_force(token)
        if token.lower_ in ("government", "administration"):
            return self._obtain_government(token)
        place_index = register.place_by_token.get(token.i)
        place = register.notes.places[place_index].place if place_index is not None else None
        if place is None:
            code = self._demonym(token)
            people = token.tag_ == "NNPS" and any(child.dep_ in ("nummod", "amod") for child in token.lefts)
            people = people or (token.tag_ != "NNPS" and any(child.lower_ in ONE_OF for child in token.lefts))
            if code is None or people or token.tag_ not in ("NNPS", "NNP", "NNS"):
                return None  # `two Americans`, `ethnic Albanians`, `a Palestinian`: people, and no country
            return obtain_country(register, code)
        if place.kind is not LocationKind.COUNTRY:
            return None
        index = obtain_country(register, place.country_code or "")
        if index is not None:
            register.mention(index, token.i, token.i + 1, MentionForm.NAME)
        return index

    def _demonym(self, token: Token) -> str | None:
        """The country of `Sudanese`, and that of `South Sudanese`, which is another one."""
        demonym = self._register.notes.gazetteer.demonym
        pair = demonym(self._doc[token.i - 1 : token.i + 1].text) if token.i else None
        return pair or (demonym(token.text) if token.text[0].isupper() else None)

    def _obtain_force(self, token: Token) -> int | None:
        """`Russian troops`; `the army` where the article is about one country."""
        known = read_force(self._register, token)
        if known is not None or token.lower_ not in ("army", "military", "navy") or not _is_bare(token):
            return known
        at = bisect_left(self._forces_named, (token.i, "")) - 1
        code = self._forces_named[at][1] if at >= 0 else self._country_of_article
        index = obtain_force(self._register, code) if code else None
        return self._mentioned(index, token) if index is not None else None

    @cached_property
    def _forces_named(self) -> list[tuple[int, str]]:
        """Where the article tells of a country's forces, and the code of whose: `Israeli troops`."""
        forces = (token for token in self._doc if token.lower_ in actor_words().forces)
        owned = ((token.i, country_before(self._register, token)) for token in forces)
        return [(at, owner[0]) for at, owner in owned if owner is not None]

    def _obtain_government(self, token: Token) -> int | None:
        """`the Congolese government`: the country; `the government` where the article is about one."""
        owner = country_before(self._register, token)
        code = owner[0] if owner is not None else self._country_of_article if _is_bare(token) else None
        index = obtain_country(self._register, code) if code else None
        return self._mentioned(index, token) if index is not None else None

    def _mentioned(self, index: int, token: Token) -> int:
        start, end = self.phrase(token)
        self._register.mention(index, start, end, MentionForm.NOMINAL)
        return index

    @cached_property
    def _country_of_article(self) -> str | None:
        """The country of most of the article's places, where there is one."""
        places = [mention.place for mention in self._register.notes.places]
        codes = Counter(place.country_code for place in places if place is not None and place.country_code)
        if not codes:
            return None
        code, most = codes.most_common(1)[0]
        return code if most >= 0.6 * sum(codes.values()) else None

    def _obtain_group(self, token: Token) -> int | None:
        words = actor_words()
        noun = token.lower_ if token.lower_ in words.groups else token.lemma_.lower()
        sector = words.groups.get(noun) or words.offices.get(noun)
        if sector is None or token.pos_ not in ("NOUN", "PROPN", "ADJ"):
            return None
        if noun == "house" and token.text[0].islower():
            return None
        owner = country_before(self._register, token)
        if (
            owner is None
            and noun in NAMELESS
            and not any(child.dep_ in ("amod", "compound", "nmod") and self._compound(child) for child in token.lefts)
        ):
            return None
        name = self._group_name(token)
        kind = self._kind_of_noun(token, noun)
        plural = kind is ActorKind.GROUP
        draft = Draft(name, kind, sector, owner[0] if owner else None, plural=plural, resolved=False)
        index = self._register.add(draft, f"group:{name.casefold()}")
        start, end = self.phrase(token)
        self._register.mention(index, start, end, MentionForm.NOMINAL)
        return index

    def _kind_of_noun(self, token: Token, noun: str) -> ActorKind:
        """`an official` is a person, `the agency` a body, `officials` a group."""
        words = actor_words()
        if token.tag_ in ("NNS", "NNPS") or noun == "police":
            return ActorKind.GROUP
        if noun in words.offices and noun not in words.bodies:
            return ActorKind.PERSON
        return (
            ActorKind.ORGANIZATION if noun in words.bodies or words.groups.get(noun) not in PEOPLE else ActorKind.PERSON
        )

    def _group_name(self, token: Token) -> str:
        """The noun with the adjectives and nouns that tell which: `opposition supporters`, `Ukrainian officials`."""
        kept = [
            self._compound(child)
            for child in token.lefts
            if child.dep_ in ("amod", "compound", "nmod")
            and child.pos_ not in ("NUM", "DET")
            and child.text.isalpha()
            and child.lower_ not in DOUBTING
        ]
        return " ".join([*(word for word in kept if word), token.text])

    def _compound(self, word: Token) -> str:
        """A word before a noun with what belongs to it: `Al` of `Al Shabaab fighters`; of `34-year-old`, nothing."""
        if word.i and word.nbor(-1).text == "-" and word.pos_ in ("ADJ", "VERB"):
            return ""
        start = word.left_edge.i if word.pos_ == "PROPN" else word.i
        name = self._doc[start : word.i + 1]
        return name.text if all(part.pos_ == "PROPN" or part.text == "-" for part in name[:-1]) else word.text


def _is_bare(token: Token) -> bool:
    """`the army`: an article and nothing more before the noun."""
    return [child.lower_ for child in token.lefts if child.dep_ != "punct"] == ["the"]


def _tells_story(subject: Token) -> bool:
    """`Johnson was struck, coroner Bill Salisbury said`: who only tells it, so that the next `He` is the other."""
    told = (child for child in subject.head.lefts if child.dep_ == "ccomp")
    return subject.dep_ == "nsubj" and any(any(word.dep_ in SUBJECTS for word in clause.lefts) for clause in told)


def _has_clause(verb: Token) -> bool:
    """`He said that`, `"We won," he added`."""
    return any(child.dep_ == "ccomp" for child in verb.children)


def _is_plain_role(token: Token) -> bool:
    """`the governor`, without more that may make it another one: `the governor of Lima`."""
    plain = token.tag_ == "NN" and not any(child.lower_ == "of" for child in token.rights)
    return plain and any(child.lower_ == "the" for child in token.lefts if child.dep_ == "det")


def _is_definite(token: Token) -> bool:
    return any(child.lower_ in ("the", "this", "that") for child in token.children if child.dep_ == "det") or (
        token.pos_ == "PROPN"
    )


def _words_beside(token: Token) -> tuple[set[str], set[str]]:
    """The words that tell which office a noun means, names of peoples left out: before it, and the names after `of`."""
    before = {
        child.lower_
        for child in token.lefts
        if child.dep_ in ("amod", "compound", "nmod") and child.ent_type_ not in ("NORP", "GPE")
    }
    of = (pobj for child in token.rights if child.lower_ == "of" for pobj in child.children)
    return before, {word.lower_ for pobj in of for word in (*pobj.lefts, pobj) if word.pos_ == "PROPN"}


def _words_of(office: OfficeMention, noun: str) -> set[str]:
    words = f"{office.title} {office.organization or ''}".lower().split()
    return {word for word in words if _full_noun(word) != noun and word not in ("of", "the", "for", "and")}


FULL_NOUNS = {
    "gov.": "governor", "sen.": "senator", "sen": "senator", "rep.": "representative", "rep": "representative",
    "gen.": "general", "col.": "colonel", "lt.": "lieutenant", "capt.": "captain", "sgt.": "sergeant",
    "supt.": "superintendent", "prof.": "professor", "dr.": "doctor", "adm.": "admiral", "premier": "minister",
}  # fmt: skip


def _full_noun(word: str) -> str:
    return FULL_NOUNS.get(word, word)
