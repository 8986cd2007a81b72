"""Lists answer as GraphQL does to the same filters and orders."""

import dataclasses
from itertools import chain

import pytest

from api.rest.resources import RESOURCES
from dateline.store.writing.facts import PlaceFacts
from dateline.store.writing.writer import write_article
from tests.store.stories import BOMBING, PORTO, bombing, cut
from tests.store.world import ISLE

NOUNS = [resource.noun for resource in RESOURCES]

SAME = [
    ("events?type=PROTEST", "events(where: {type: {eq: PROTEST}})"),
    ("events?type=PROTEST,ASSAULT", "events(where: {type: {oneOf: [PROTEST, ASSAULT]}})"),
    ("events?type=PROTEST&type=ASSAULT", "events(where: {type: {oneOf: [PROTEST, ASSAULT]}})"),
    ("events?status=PLANNED&mode=riot", 'events(where: {status: {eq: PLANNED}, mode: {eq: "riot"}})'),
    ("events?mode.contains=EXPLO", 'events(where: {mode: {contains: "EXPLO"}})'),
    ("events?killed.gte=5&killed.lte=9", "events(where: {killed: {gte: 5, lte: 9}})"),
    ("events?killed=7", "events(where: {killed: {eq: 7}})"),
    ("events?killedKind=CHILD", "events(where: {killedKind: {eq: CHILD}})"),
    ("events?injuredKind=POLICE,WOMAN", "events(where: {injuredKind: {oneOf: [POLICE, WOMAN]}})"),
    ("events?whenBasis=STATED,PUBLICATION", "events(where: {whenBasis: {oneOf: [STATED, PUBLICATION]}})"),
    ("events?participantBasis=INFERRED", "events(where: {participantBasis: {eq: INFERRED}})"),
    ("events?basis=STATED", "events(where: {basis: {eq: STATED}})"),
    ("events?model.contains=small", 'events(where: {model: {contains: "small"}})'),
    ("quotes?speakerBasis=MODEL", "quotes(where: {speakerBasis: {eq: MODEL}})"),
    ("events?confidence.gte=0.85", "events(where: {confidence: {gte: 0.85}})"),
    ("events?when.gte=2025-01-01", 'events(where: {when: {gte: "2025-01-01"}})'),
    ("events?near=41,21,100", "events(where: {near: {latitude: 41, longitude: 21, radiusKm: 100}})"),
    ("events?within=-21,170,-19,-170", "events(where: {within: {south: -21, west: 170, north: -19, east: -170}})"),
    (f"events?location={PORTO.id},{ISLE.id}", f'events(where: {{location: {{oneOf: ["{PORTO.id}", "{ISLE.id}"]}}}})'),
    ("events?actorName.contains=rebel", 'events(where: {actorName: {contains: "rebel"}})'),
    ("events?countryCode=VE&limit=3", 'events(first: 3, where: {countryCode: {eq: "VE"}})'),
    ("events?order=KILLED", "events(orderBy: {field: KILLED, direction: DESC})"),
    ("events?order=KILLED.ASC", "events(orderBy: {field: KILLED, direction: ASC})"),
    ("events?search=porto+clashed", 'events(search: "porto clashed")'),
    ("events?search=porto&order=DATE.ASC", 'events(search: "porto", orderBy: {field: DATE, direction: ASC})'),
    ("actors?name.contains=okafor&kind=PERSON", 'actors(where: {name: {contains: "okafor"}, kind: {eq: PERSON}})'),
    ("actors?order=NAME.ASC", "actors(orderBy: {field: NAME, direction: ASC})"),
    ("locations?kind=CITY&geonamesId=101", "locations(where: {kind: {eq: CITY}, geonamesId: {eq: 101}})"),
    ("locations?name=S%C3%A3o+Isle", 'locations(where: {name: {eq: "São Isle"}})'),
    ("quotes?kind=DIRECT&speakerName=Ana+Ruiz", 'quotes(where: {kind: {eq: DIRECT}, speakerName: {eq: "Ana Ruiz"}})'),
    ("quotes?publishedAt.lte=2024-06-01", 'quotes(where: {publishedAt: {lte: "2024-06-01"}})'),
    ("articles?publisher=The+Tide", 'articles(where: {publisher: {eq: "The Tide"}})'),
]


@pytest.mark.parametrize(("path", "query"), SAME)
def test_a_list_holds_what_graphql_answers(rest, path, query):
    noun = query.partition("(")[0]
    found = rest.api.ask(f"{{ {query} {{ totalCount nodes {{ id }} pageInfo {{ hasNextPage endCursor }} }} }}")[noun]
    answer = rest.get(f"{path}&totalCount=true")
    assert [one["id"] for one in answer["data"]] == [one["id"] for one in found["nodes"]]
    assert found["nodes"]
    assert answer["totalCount"] == found["totalCount"]
    assert answer["page"]["hasNext"] == found["pageInfo"]["hasNextPage"]
    assert answer["page"]["next"] == (found["pageInfo"]["endCursor"] if answer["page"]["hasNext"] else None)


EVENT = """{ id type mode summary status confidence basis model corrections { field value told }
    codes { plover cameoRoot acled }
    when { text earliest latest precision basis } locationBasis
    killed { text low best high basis } injured { text low best high basis }
    location { id name kind geonamesId latitude longitude countryCode precision eventCount }
    participants { role nameAsWritten basis inferred actor { ...who } evidence { ...words } }
    victims { harm kind text basis count { text low best high basis } evidence { ...words } }
    reports { totalCount nodes { id type status summary basis model
        otherValues { field value basis start end } when { text earliest latest precision basis }
        killed { text low best high basis } injured { text low best high basis } evidence { ...words } saidBy { ...who }
        locationBasis saidByBasis whenEvidence { ...words } locationEvidence { ...words }
        killedEvidence { ...words } injuredEvidence { ...words }
        article { id url title byline publisher licence publishedAt language sha256 } } } }"""
WORDS = ("evidence", "whenEvidence", "locationEvidence", "killedEvidence", "injuredEvidence")
PAGE = "events(first: 7, orderBy: {field: KILLED, direction: ASC})"
FRAGMENTS = """fragment who on Actor {
        id name kind sector countryCode countryBasis externalIds eventCount quoteCount articleCount }
    fragment words on Evidence { text span { start end startUtf16 endUtf16 } article { id } }"""


def without_article_ids(event):
    """The event as GraphQL would give it: evidence with its article as an object, reports as a connection."""

    def cite(words):
        return words and {"span": words["span"], "text": words["text"], "article": {"id": words["articleId"]}}

    participants = [part | {"evidence": cite(part["evidence"])} for part in event["participants"]]
    victims = [one | {"evidence": cite(one["evidence"])} for one in event["victims"]]
    reports = [report | {name: cite(report[name]) for name in WORDS} for report in event["reports"]]
    shown = {key: value for key, value in event.items() if key not in ("evidence", "reportCount")}
    return shown | {
        "participants": participants,
        "victims": victims,
        "reports": {"totalCount": event["reportCount"], "nodes": reports},
    }


def test_events_are_the_same_as_in_graphql(rest):
    events = rest.get("events?limit=7&order=KILLED.ASC")["data"]
    nodes = rest.api.ask(f"{{ {PAGE} {{ nodes {EVENT} }} }} {FRAGMENTS}")["events"]["nodes"]
    assert len(events) == 7
    assert [without_article_ids(event) for event in events] == nodes


def test_an_event_has_the_evidence_of_the_report_that_tells_it_best(rest):
    (event,) = rest.get("events?mode=explosives")["data"]
    assert event["evidence"]["text"] == "A bomb killed six people and injured 16 in Porto Alto on Tuesday"
    assert event["reportCount"] == 2
    assert [report["evidence"]["text"] for report in event["reports"]] == [event["evidence"]["text"]] * 2


def test_what_has_been_read_is_cut_from_the_article(rest):
    (event,) = rest.get("events?mode=explosives")["data"]
    for report in event["reports"]:
        text, span = rest.get(f"articles/{report['article']['id']}")["text"], report["evidence"]["span"]
        assert text[span["start"] : span["end"]] == report["evidence"]["text"]


def walk(rest, noun, argument, pointer, cursor):
    """The ids on each page from a cursor on."""
    pages = []
    while cursor is not None:
        answer = rest.get(f"{noun}s?limit=7" + (f"&{argument}={cursor}" if cursor else ""))
        pages.append([one["id"] for one in answer["data"]])
        cursor = answer["page"][pointer]
    return pages


@pytest.mark.parametrize("noun", NOUNS)
def test_pages_hold_everything_once_forwards_and_backwards(rest, noun):
    everything = rest.ids(f"{noun}s?limit=100")
    assert list(chain(*walk(rest, noun, "after", "next", ""))) == everything
    last = rest.get(f"{noun}s?limit={len(everything) - 1}")["page"]["next"]
    assert list(chain(*reversed(walk(rest, noun, "before", "previous", last)))) == everything[:-2]


@pytest.mark.parametrize("noun", NOUNS)
def test_links_lead_to_the_next_page_and_back(rest, noun):
    first = rest.client.get(f"/v1/{noun}s?limit=2")
    second = rest.client.get(first.links["next"]["url"])
    assert "prev" not in first.links
    back = rest.client.get(second.links["prev"]["url"])
    assert back.json()["data"] == first.json()["data"]
    assert second.json()["data"] != first.json()["data"]


def test_links_keep_the_other_parameters(rest):
    response = rest.client.get("/v1/events?type=PROTEST&order=DATE.ASC&limit=1&search=porto")
    assert "type=PROTEST&order=DATE.ASC&limit=1&search=porto&after=" in response.links["next"]["url"]


def test_a_comma_in_a_value_is_escaped(fresh_rest):
    assert fresh_rest.get("articles?publisher=Smith%5C,+Jones,The+Tide")["data"] == []


def test_empty_tables_have_empty_pages(fresh_rest):
    for noun in NOUNS:
        page = {"next": None, "previous": None, "hasNext": False, "hasPrevious": False}
        assert fresh_rest.get(f"{noun}s?totalCount=true") == {"data": [], "page": page, "totalCount": 0}


def test_evidence_says_which_place_it_was_taken_for_and_why(fresh_rest):
    taken = PlaceFacts(cut(BOMBING, "Rebels"), PORTO.id, 0.7, "its rulers live there", metonym=True)
    with fresh_rest.database.writing() as connection:
        write_article(connection, dataclasses.replace(bombing(), places=(taken,)))
    event = fresh_rest.get("events")["data"][0]
    assert event["participants"][0]["evidence"]["resolution"] == {
        "score": 0.7,
        "reason": "its rulers live there",
        "metonym": True,
        "locationId": PORTO.id,
    }
    assert event["evidence"]["resolution"] is None
