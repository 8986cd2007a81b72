"""Offices: what a person is, in the words beside the name.

`regional Gov. Ivan Fedorov` (before), `Ivan Fedorov, the governor of ...,` (after), `The head of ..., Ivan Fedorov,`
(the name as apposition), `Ivan Fedorov is the governor of ...` (told).
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from dateline.extraction.actors.register import Draft, Register
from dateline.extraction.actors.words import actor_words
from schema.mentions import OfficeMention, Place
from schema.vocabulary import ActorKind, ActorSector

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

BEFORE_NAME = frozenset({"compound", "amod", "nmod", "poss", "case", "det", "punct", "appos", "npadvmod", "advmod"})
CUT_AT = frozenset({"relcl", "acl", "advcl", "appos", "conj", "cc", "parataxis", "ccomp"})
AFTER_HEAD = frozenset({"of", "for"})
NO_BODIES = frozenset({"State", "Staff"})
"""In titles these name no body by themselves: `Secretary of State`."""
LONGEST = 40
"""Tokens before a name in which its office is looked for; what is longer is a list, and to read that again for each
name takes minutes."""
LOCAL = frozenset({"local", "regional", "provincial", "state", "city", "county", "district", "municipal"})


def office_sector(noun: str) -> ActorSector | None:
    """The sector of an office noun, None where the word is none."""
    return actor_words().offices.get(noun.lower())


def read_offices(register: Register, index: int) -> None:
    """Adds the offices that the text gives a person, and what they tell of sector and country."""
    draft = register.drafts[index]
    for named in draft.mentions:
        root = register.doc[named.start : named.end].root
        for start, end, head in _find(register, root, named.start):
            _add(register, draft, start, end, head)


def _find(register: Register, name: Token, name_start: int) -> list[tuple[int, int, int]]:
    """Token bounds of the office's words, and the token of its head noun."""
    found = [_before(register, name, name_start)]
    found.extend(_phrase(register, child) for child in name.rights if child.dep_ == "appos" and _is_office(child))
    if name.dep_ == "appos" and _is_office(name.head):
        found.append(_phrase(register, name.head))
    if name.dep_ in ("nsubj", "nsubjpass") and name.head.lemma_ in ("be", "become", "serve"):
        found.extend(
            _phrase(register, child) for child in name.head.rights if child.dep_ == "attr" and _is_office(child)
        )
    return [office for office in found if office is not None]


def _is_office(token: Token) -> bool:
    return office_sector(token.text) is not None or office_sector(token.lemma_) is not None


def _before(register: Register, name: Token, name_start: int) -> tuple[int, int, int] | None:
    """The words right before a name, as far as they belong to it and hold an office noun."""
    doc = register.doc
    start, first = _start_of_long_title(register, name_start), max(0, name_start - LONGEST)
    while start > first and (_belongs(doc[start - 1], name) or (start < name_start and _is_rank_before(doc, start))):
        start -= 1
    while start < name_start and (doc[start].tag_ == "DT" or doc[start].is_punct):
        start += 1
    end = name_start
    while end > start and doc[end - 1].lower_ in actor_words().courtesy:
        end -= 1
    heads = [token.i for token in doc[start:end] if _is_office(token)]
    if heads and any(token.lower_ in AFTER_HEAD for token in doc[start:end]):
        return start, end, heads[0]
    return (start, end, heads[-1]) if heads else None


def _start_of_long_title(register: Register, name_start: int) -> int:
    """Where `Secretary of State`, `U.S. Secretary of State` or `Minister of the Interior` begins before a name."""
    doc = register.doc
    inside, first = name_start, max(0, name_start - LONGEST)
    while inside > first and doc[inside - 1].pos_ in ("PROPN", "NOUN") and doc[inside - 1].text[0].isupper():
        inside -= 1
    of = inside - 2 if inside > 1 and doc[inside - 1].lower_ == "the" else inside - 1
    if inside == name_start or of < 1 or doc[of].lower_ not in AFTER_HEAD or not _is_title(doc[of - 1]):
        return name_start
    start = of - 1
    while start > first and doc[start - 1].pos_ in ("PROPN", "ADJ") and not doc[start - 1].is_sent_end:
        start -= 1
    return start


def _is_title(token: Token) -> bool:
    return token.text[0].isupper() and office_sector(token.text) is not None


def _is_rank_before(doc: Doc, start: int) -> bool:
    """`Brig. Gen.`, of which the model makes three words, two of them a sentence of their own."""
    at = start - 2 if doc[start - 1].text == "." else start - 1
    return at >= 0 and office_sector(doc[at].text) is ActorSector.MIL and doc[at].text[0].isupper()


def _belongs(token: Token, name: Token) -> bool:
    if token.is_space or token.tag_ in ("VBD", "VBZ", "VBP", "IN", "CC", ",", ":", "``", "''") or token.is_quote:
        return False
    return (
        token.head == name
        or token.head.head == name
        or (token.dep_ in BEFORE_NAME and token.head.i <= name.i and token.head.i > token.i)
    )


def _phrase(register: Register, head: Token) -> tuple[int, int, int] | None:
    """The noun phrase of an office noun without clauses, appositions and the names of persons."""
    start, end = head.left_edge.i, head.i + 1
    while start < head.i and (head.doc[start].tag_ == "DT" or head.doc[start].is_punct or head.doc[start].is_space):
        start += 1
    for child in head.rights:
        if child.dep_ != "prep" or child.lower_ in ("on", "after", "during", "since", "while", "as", "because", "like"):
            break
        end = _extent(child)
    end = next((at for at in range(head.i + 1, end) if _is_person(register, at)), end)
    while end > head.i + 1 and (head.doc[end - 1].is_punct or head.doc[end - 1].dep_ == "cc"):
        end -= 1
    return start, end, head.i


def _is_person(register: Register, at: int) -> bool:
    index = register.by_token.get(at)
    return index is not None and register.drafts[index].kind is ActorKind.PERSON


def _extent(token: Token) -> int:
    """The end of a subtree up to its first clause or apposition."""
    stops = [child for child in token.subtree if child.dep_ in CUT_AT and child.i > token.i]
    cuts = [stop.left_edge.i for stop in stops if stop.dep_ != "conj" or stop.pos_ == "VERB"]
    end = min([*cuts, token.right_edge.i + 1])
    while end > token.i + 1 and (
        token.doc[end - 1].is_punct or token.doc[end - 1].dep_ == "cc" or token.doc[end - 1].is_space
    ):
        end -= 1
    return int(end)


def _add(register: Register, draft: Draft, start: int, end: int, head: int) -> None:
    excerpt = register.excerpt(start, end)
    if any(office.title.casefold() == excerpt.text.casefold() for office in draft.offices):
        return
    body = _organization(register, start, end, head)
    organization = " ".join(register.doc[slice(*body)].text.split()) if body else None
    state = None if body else _state(register, start, head)
    if state is not None:
        organization = state.name
    if body or state:
        register.bodies_of_offices[excerpt] = body or f"country:{state.country_code if state else None}"
    draft.offices.append(OfficeMention(" ".join(excerpt.text.split()), excerpt, organization))
    noun = register.doc[head]
    sector = _sector(register, start, end, noun)
    if draft.sector is ActorSector.UNKNOWN or draft.sector is ActorSector.CVL:
        draft.sector = sector
    if draft.gender is None and noun.lower_.endswith(("woman", "man")):
        draft.gender = "female" if noun.lower_.endswith("woman") else "male"
    draft.country_code = draft.country_code or _country(register, start, end, sector)


def _sector(register: Register, start: int, end: int, noun: Token) -> ActorSector:
    words = actor_words()
    before = register.doc[noun.i - 1].text if noun.i > start else ""
    own = (
        office_sector(f"{before}-{noun.text}")
        or office_sector(noun.text)
        or office_sector(noun.lemma_)
        or ActorSector.UNKNOWN
    )
    told = words.sector_of_name(register.doc[start:end].text)
    if told is ActorSector.IGO and _country(register, start, end, told) is not None:
        told = ActorSector.GOV
    general = noun.lower_.startswith(
        (
            "spokes",
            "head",
            "chief",
            "director",
            "leader",
            "official",
            "secretary",
            "member",
            "officer",
            "deputy",
            "chairm",
        )
    )
    return told if general and told is not ActorSector.UNKNOWN else own


def _organization(register: Register, start: int, end: int, head: int) -> tuple[int, int] | None:
    """The body that an office belongs to: what follows `of`, `for` or `at`, else the words before the noun."""
    doc = register.doc
    for token in doc[head + 1 : end]:
        if token.lower_ in ("of", "for", "at", "with") and token.i + 1 < end:
            first = token.i + 1
            while first < end - 1 and doc[first].tag_ == "DT":
                first += 1
            if doc[first:end].text in NO_BODIES:
                break
            return (first, end) if _is_body(register, doc[first:end]) else None
    if doc[head].lower_ == "minister" and head > start and doc[head - 1].ent_type_ != "GPE":
        head -= 1  # `Justice Minister`: what one is minister of is no body
    named = [entity for entity in doc[start:head].ents if entity.label_ in ("ORG", "GPE")] if head > start else []
    if named:
        return named[-1].start, named[-1].end
    return (start, head) if head > start and _is_body(register, doc[head - 1 : head]) else None


def _is_body(register: Register, words: Span) -> bool:
    """Whether words name a body or a place: `the Pentagon`, `London`, `the interior ministry`, `the Colombian army`."""
    if any(entity.label_ in ("ORG", "GPE") for entity in words.ents):
        return True
    if words[-1].pos_ == "PROPN" and words.text in register.notes.gazetteer:
        return True
    lexicon = actor_words()
    return any(token.lower_ in lexicon.bodies or token.lower_ in lexicon.forces for token in words)


def _state(register: Register, start: int, head: int) -> Place | None:
    """The country that an adjective before the noun names: France of `French President`."""
    gazetteer = register.notes.gazetteer
    words = [register.doc[at : at + width].text for at in range(start, head) for width in (2, 1)]
    code = next(filter(None, (gazetteer.demonym(word) for word in words if word[0].isupper())), None)
    return gazetteer.country(code) if code else None


def _country(register: Register, start: int, end: int, sector: ActorSector) -> str | None:
    """The country of an office: an adjective or a place in its words; for local offices the places of the sentence."""
    doc, notes = register.doc, register.notes
    for token in doc[start:end]:
        place = register.place_by_token.get(token.i)
        code = notes.gazetteer.demonym(token.text) if token.text[0].isupper() else None
        if place is not None and notes.places[place].place is not None:
            code = notes.places[place].place.country_code  # type: ignore[union-attr]
        pair = doc[token.i : token.i + 2].text
        code = notes.gazetteer.demonym(pair) or code
        if code:
            return code
    if sector in (ActorSector.GOV, ActorSector.COP, ActorSector.LEG, ActorSector.JUD) and any(
        t.lower_ in LOCAL or t.text in ("Gov.", "Sen.", "Rep.") for t in doc[start:end]
    ):
        return _country_of_sentence(register, doc[start])
    return None


def _country_of_sentence(register: Register, token: Token) -> str | None:
    sentence = token.sent
    indexes = {register.place_by_token[i] for i in range(sentence.start, sentence.end) if i in register.place_by_token}
    places = [register.notes.places[index].place for index in indexes]
    codes = {place.country_code for place in places if place is not None}
    return codes.pop() if len(codes) == 1 else None


def link_organizations(register: Register) -> None:
    """Says of each office which actor the body is that it belongs to, once bodies and countries are known."""
    for draft in register.drafts:
        draft.offices = [_linked(register, office) for office in draft.offices]


def _linked(register: Register, office: OfficeMention) -> OfficeMention:
    body = register.bodies_of_offices.get(office.excerpt)
    if body is None:
        return office
    if isinstance(body, str):
        return replace(office, organization_actor=register.by_key.get(body))
    named = Counter(register.by_token[at] for at in range(*body) if at in register.by_token)
    bodies = [index for index in named if register.drafts[index].kind is not ActorKind.PERSON]
    best = max(bodies, key=lambda index: (named[index], index), default=None)
    return office if best is None else replace(office, organization_actor=best)
