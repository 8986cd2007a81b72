"""The country of actors for which the words beside their names give none.

First what describes them: `a Japanese company`, `Slovakia's deputy prime minister`, `the British grandmother`.  Then
the country of the body that their office belongs to.  Last, in an article about one country, that country: for its
police, courts, ministries, parties, and for who governs, judges and commands there.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from dateline.extraction.actors.register import Draft, Named, Register
from dateline.extraction.actors.states import country_before
from dateline.extraction.actors.words import actor_words, fold
from dateline.extraction.places.words import context_words, is_common
from schema.vocabulary import ActorKind, ActorSector, Basis, LocationKind

if TYPE_CHECKING:
    from spacy.tokens import Token

OF_A_STATE = frozenset(
    {
        ActorSector.GOV,
        ActorSector.MIL,
        ActorSector.COP,
        ActorSector.JUD,
        ActorSector.LEG,
        ActorSector.PTY,
        ActorSector.SPY,
    }
)
"""Sectors whose bodies belong to one country."""
ONE_COUNTRY = 0.6
"""Share of the places and peoples of an article from which it is about one country."""
FEWEST = 2
"""Places and peoples."""
ALONE, SURE = 0.8, 4
"""The same, where also who holds no office of the state is taken to be from there."""
OF_EVERYBODY = OF_A_STATE | {ActorSector.EDU, ActorSector.CVL, ActorSector.OPP}
"""Sectors of persons whose offices and callings are mostly those of their own country."""
ANYWHERE = frozenset(
    "pope cardinal tourist passenger player actor actress singer author writer novelist poet artist musician pilot"
    " coach volunteer fan fans".split()
)
"""Callings that often bring somebody from abroad into the article."""
SEATED = OF_A_STATE | {ActorSector.EDU, ActorSector.MED}
"""Sectors of bodies that lie where the town in their name lies."""
SMALL_TOWN, LARGE_TOWN = 5_000, 100_000
"""Inhabitants."""
RIVAL = 5
"""How many times more people a town has than its namesakes abroad, where it is meant without a word."""
DESCRIBED = frozenset({"amod", "compound", "nmod", "poss"})
ABROAD = frozenset(
    "foreign international united un u.n. nato eu european african arab world global ambassador envoy visiting"
    " joint".split()
)
"""Words of bodies and offices that are not the country's own."""
NO_STATE_OFFICES = frozenset(
    "official officials head leader chief spokesman spokeswoman spokesperson aide adviser advisor director clerk king"
    " queen administrator negotiator supervisor officer lawyer attorney solicitor counsel delegate speaker"
    " member".split()
)
"""Office nouns that bodies of every kind have."""


def tell_countries(register: Register) -> None:
    """Gives drafts without a country the one that is told beside them, or that follows."""
    for kind in (ActorKind.ORGANIZATION, ActorKind.PERSON):
        for draft in register.drafts:
            if draft.country_code is None and draft.kind is kind:
                draft.country_code = _described(register, draft)
                _infer(draft, _known(draft))
                body = _body_of(register, draft)
                if body is not None and draft.country_code is None:
                    draft.country_code, draft.country_basis = body.country_code, body.country_basis or Basis.CARRIED
    codes = count_countries(register)
    home, only = find_home(codes), find_home(codes, ALONE, SURE)
    for draft in register.drafts:
        if draft.country_code is None and draft.kind is ActorKind.ORGANIZATION:
            _infer(draft, _seated(register, draft, home))
        if draft.country_code is None and _belongs_to_home(register, draft):
            _infer(draft, home)
        if draft.country_code is None and _lives_at_home(draft):
            _infer(draft, only)


def _infer(draft: Draft, code: str | None) -> None:
    """Gives a draft without a country one that follows from what is known."""
    if code is not None and draft.country_code is None:
        draft.country_code, draft.country_basis = code, Basis.INFERRED


def _known(draft: Draft) -> str | None:
    """The country of a body that readers know: the Pentagon, the Taliban."""
    return actor_words().known_bodies.get(fold(draft.name)) if draft.kind is ActorKind.ORGANIZATION else None


def find_home(codes: Counter[str], share: float = ONE_COUNTRY, fewest: int = FEWEST) -> str | None:
    """The country that an article is about, of the countries that it names, by how often; None for more than one."""
    code, most = codes.most_common(1)[0] if codes else ("", 0)
    return code if most >= fewest and most >= share * sum(codes.values()) else None


def count_countries(register: Register) -> Counter[str]:
    """How often the article names places in each country, and its people."""
    codes: Counter[str] = Counter()
    for mention in register.notes.places:
        if mention.place is not None and mention.place.country_code:
            codes[mention.place.country_code] += 1
    for token in register.doc:
        code = _people_at(register, token)
        if code is not None:
            codes[code] += 1
    return codes


def _people_at(register: Register, token: Token) -> str | None:
    """The country of a people named at a token: of `South Sudanese` and of bodies that readers know their own."""
    if token.i in register.place_by_token or not token.text[0].isupper():
        return None
    draft = register.by_token.get(token.i)
    known = _known(register.drafts[draft]) if draft is not None else None
    if known is not None:
        return known
    peoples = register.notes.peoples
    if peoples.of_pair[token.i]:
        return None  # `North`, told by the word after it
    return peoples.before(token.i) or peoples.of_word[token.i]


def _described(register: Register, draft: Draft) -> str | None:
    """The country in the words before a name, or in the apposition to it."""
    for named in draft.mentions:
        code = _described_at(register, named)
        if code is not None:
            return code
    return None


def _described_at(register: Register, named: Named) -> str | None:
    root = register.doc[named.start : named.end].root
    heads = [child for child in root.rights if child.dep_ == "appos" and child.pos_ == "NOUN"]
    if root.dep_ == "appos" and root.head.pos_ in ("NOUN", "PROPN") and root.head.i not in register.by_token:
        heads.append(root.head)
    if root.dep_ == "nsubj" and root.head.lemma_ == "be":
        heads += [child for child in root.head.rights if child.dep_ == "attr" and child.pos_ == "NOUN"]
    home = _residence(register, named)
    if home is not None:
        return home
    codes = (_people_of(register, head) for head in heads if head.lower_ not in context_words()["kinds"])
    return next(filter(None, codes), None) or _before(register, named, root)


def _residence(register: Register, named: Named) -> str | None:
    """`Krystal Hall, 19, of Lagos`; `Sharif Hotak, of the Maidan Wardak provincial council`."""
    doc, at = register.doc, named.end
    if at < len(doc) and doc[at].text == "," and doc[at + 1 : at + 2].text.isdigit():
        at += 2
    if doc[at : at + 2].text not in (", of", ", from"):
        return None
    for after in range(at + 2, min(at + 6, len(doc))):
        index = register.place_by_token.get(after)
        place = register.notes.places[index].place if index is not None else None
        if place is not None or doc[after].is_punct:
            return place.country_code if place is not None else None
    return None


def _people_of(register: Register, head: Token) -> str | None:
    """`Moroccan` of `a Moroccan dancer`, `Latvia` of `Latvia's justice minister`."""
    for child in head.lefts:
        if child.dep_ in DESCRIBED:
            born = [word for word in child.lefts if child.lower_ in ("born", "based")]  # `a Moroccan-born dancer`
            code = next(filter(None, (_country_of(register, word) for word in (child, *born))), None)
            if code is not None:
                return code
    found = country_before(register, head)
    return found[0] if found is not None else None


def _before(register: Register, named: Named, root: Token) -> str | None:
    """`British grandmother NAME`, `Germany's NAME`: what stands right before the name and belongs to it."""
    doc = register.doc
    at = named.start - 1
    if at > 0 and doc[at].tag_ == "POS" and doc[at - 1].i not in register.by_token:
        return _country_of(register, doc[at - 1])
    while at >= 0 and (doc[at].pos_ in ("NOUN", "ADJ", "PROPN") or doc[at].tag_ == "POS" or doc[at].text in ("-", ",")):
        if not (doc[at].head == root or doc[at].head.head == root or doc[at].head.head.head == root):
            return None
        code = _country_of(register, doc[at]) if doc[at].text != "," else None
        if code is not None:
            return code
        at -= 1
    return None


def _country_of(register: Register, token: Token) -> str | None:
    if not token.text[0].isupper():
        return None
    gazetteer = register.notes.gazetteer
    pair = gazetteer.demonym(register.doc[max(token.i - 1, 0) : token.i + 1].text)
    code = pair or gazetteer.demonym(token.text)
    if code is not None:
        return code
    index = register.place_by_token.get(token.i)
    place = register.notes.places[index].place if index is not None else None
    return place.country_code if place is not None and place.kind is LocationKind.COUNTRY else None


def _body_of(register: Register, draft: Draft) -> Draft | None:
    """The body with a country that an office belongs to."""
    bodies = (
        register.drafts[office.organization_actor] for office in draft.offices if office.organization_actor is not None
    )
    return next((body for body in bodies if body.country_code is not None), None)


def _belongs_to_home(register: Register, draft: Draft) -> bool:
    if draft.sector not in OF_A_STATE or draft.kind is ActorKind.COUNTRY:
        return False
    if draft.kind is not ActorKind.PERSON:
        return ABROAD.isdisjoint(draft.name.lower().split())
    return any(_is_of_state(register, office.title, office.organization_actor) for office in draft.offices)


def _lives_at_home(draft: Draft) -> bool:
    """`teacher NAME`, `the defence lawyer NAME` in an article that is about one country alone."""
    if draft.kind is not ActorKind.PERSON or draft.sector not in OF_EVERYBODY:
        return False
    titles = [office.title for office in draft.offices if office.organization_actor is None]
    words = {word for title in titles for word in title.lower().replace("-", " ").split()}
    return bool(titles) and words.isdisjoint(ABROAD | ANYWHERE)


def _seated(register: Register, draft: Draft, home: str | None) -> str | None:
    """The country of the town in a body's name: at home, else one that has no namesake of its size."""
    words = draft.name.split()
    for width in range(min(3, len(words) - 1), 0, -1):
        for at in range(len(words) - width):
            name = " ".join(words[at : at + width])
            if name[0].isupper() and len(name) > 3 and not (is_common(name) or name in context_words()["generic"]):
                code = _seat(register, name, home, first=at == 0, sector=draft.sector)
                if code is not None:
                    return code
    return None


def _seat(register: Register, name: str, home: str | None, *, first: bool, sector: ActorSector) -> str | None:
    gazetteer = register.notes.gazetteer
    places = [place for place in gazetteer.candidates(name) if gazetteer.is_main_name(name, place)]
    if home is not None and any(place.country_code == home and place.population >= SMALL_TOWN for place in places):
        return home
    if not places or not first or sector not in SEATED or places[0].population < LARGE_TOWN:
        return None
    abroad = (place.population for place in places if place.country_code != places[0].country_code)
    return places[0].country_code if all(people * RIVAL <= places[0].population for people in abroad) else None


def _is_of_state(register: Register, title: str, body: int | None) -> bool:
    """Whether an office is one of governing, judging or commanding, and no foreigner's."""
    words = title.lower().split()
    if not ABROAD.isdisjoint(words) and "minister" not in words:
        return False
    if body is not None:
        return register.drafts[body].sector in OF_A_STATE
    return any(actor_words().offices.get(word) in OF_A_STATE and word not in NO_STATE_OFFICES for word in words)
