from collections import Counter

import pytest

from dateline.store.writing.writer import write_article
from schema.ids import content_id
from schema.tables import ACTOR_REDIRECT, EVENT_REDIRECT
from tests.store.stories import BOMBING, PORTO, RUNIA, bombing

EVENT = content_id("event", "bombing")
ARTICLE = content_id("article", "bombing")
GOVERNOR = content_id("actor", "Ana Ruiz")


def test_an_event_with_all_that_belongs_to_it(api):
    event = api.ask(
        """query ($id: ID!) { event(id: $id) {
            id type mode status summary confidence
            codes { plover cameoRoot acled }
            when { text earliest latest precision }
            killed { text low best high } injured { best }
            location { name kind geonamesId latitude longitude countryCode parent { name parent { name } } }
            participants { role nameAsWritten basis inferred actor { name kind sector } evidence { text } }
            victims { kind }
            reports { totalCount nodes { status saidBy { name offices { title } } article { id title } } }
        } }""",
        id=EVENT,
    )["event"]
    assert event["id"] == EVENT
    assert (event["type"], event["mode"], event["status"], event["confidence"]) == (
        "ASSAULT",
        "explosives",
        "REPORTED",
        0.9,
    )
    assert event["summary"] == "A bomb killed six people and injured 16 in Porto Alto on Tuesday"
    assert event["codes"] == {"plover": "ASSAULT", "cameoRoot": "18", "acled": None}
    assert event["when"] == {"text": None, "earliest": "2024-11-05", "latest": "2024-11-05", "precision": "DAY"}
    assert event["killed"] == {"text": "six people", "low": 6, "best": 7, "high": 7}
    assert event["injured"] == {"best": 16}
    assert event["location"] == {
        "name": "Porto Alto",
        "kind": "CITY",
        "geonamesId": 101,
        "latitude": 41.5,
        "longitude": 21.5,
        "countryCode": "RN",
        "parent": {"name": "Runia", "parent": None},
    }
    assert event["participants"] == [
        {
            "role": "ACTOR",
            "nameAsWritten": "Rebels",
            "basis": "STATED",
            "inferred": False,
            "actor": {"name": "Rebels", "kind": "GROUP", "sector": "REB"},
            "evidence": {"text": "Rebels"},
        }
    ]
    assert event["victims"] == []
    assert event["reports"]["totalCount"] == 2
    said_by = {"name": "Ana Ruiz", "offices": [{"title": "Governor"}]}
    assert [report["saidBy"] for report in event["reports"]["nodes"]] == [said_by, said_by]


def test_every_value_tells_where_it_was_taken_from(api):
    event = api.ask(
        """query ($id: ID!) { event(id: $id) {
          when { earliest basis } locationBasis killed { best basis } injured { basis } participants { basis inferred }
          victims { basis count { basis } } reports { nodes { when { basis } locationBasis saidByBasis } } } }""",
        id=content_id("event", "world 1"),
    )["event"]
    assert event == {
        "when": {"earliest": "2024-01-27", "basis": "CARRIED"},
        "locationBasis": "INFERRED",
        "killed": {"best": 1, "basis": "CARRIED"},
        "injured": None,
        "participants": [{"basis": "CARRIED", "inferred": True}] * 3,
        "victims": [{"basis": "STATED", "count": {"basis": "STATED"}}],
        "reports": {
            "nodes": [{"when": {"basis": "CARRIED"}, "locationBasis": "INFERRED", "saidByBasis": "CARRIED"}],
        },
    }


def test_a_value_that_is_not_known_has_no_basis(api):
    event = api.ask(
        "query ($id: ID!) { event(id: $id) { when { earliest basis } killed { basis } } }",
        id=content_id("event", "world 9"),
    )["event"]
    assert event == {"when": {"earliest": None, "basis": None}, "killed": None}


@pytest.mark.parametrize(
    "where", ["{whenBasis: {eq: CARRIED}}", "{NOT: {participantBasis: {oneOf: [CARRIED, MODEL]}}}"]
)
def test_statistics_leave_out_what_a_list_leaves_out(api, where):
    events = api.ask(f"{{ events(where: {where}, first: 100) {{ nodes {{ type }} }} }}")["events"]["nodes"]
    buckets = api.ask(f"{{ eventStats(where: {where}, by: [TYPE]) {{ events keys {{ value }} }} }}")["eventStats"]
    assert {one["keys"][0]["value"]: one["events"] for one in buckets} == Counter(one["type"] for one in events)
    assert 0 < len(events) < 31


def test_victims_are_told_by_kind(api):
    event = api.ask(
        "query ($id: ID!) { event(id: $id) { victims { harm kind text count { low best high } evidence { text } } } }",
        id=content_id("event", "world 2"),
    )["event"]
    assert event["victims"] == [
        {
            "harm": "KILLED",
            "kind": "SOLDIER",
            "text": "2 people",
            "count": {"low": 2, "best": 2, "high": 2},
            "evidence": {"text": "2 people"},
        },
        {"harm": "INJURED", "kind": "POLICE", "text": "police", "count": None, "evidence": {"text": "police"}},
    ]


def test_evidence_leads_to_the_characters_also_behind_an_emoji(api):
    evidence = api.ask(
        """query ($id: ID!) { article(id: $id) { text quotes { nodes { text speakerAsWritten cue medium kind
            speaker { name } article { id }
            evidence { text context(before: 1, after: 1) span { start end startUtf16 endUtf16 } } } } } }""",
        id=ARTICLE,
    )["article"]
    quote = evidence["quotes"]["nodes"][0]
    assert quote["text"] == "We will rebuild 🙂 all of it,"
    assert (quote["kind"], quote["speakerAsWritten"], quote["cue"]) == ("DIRECT", "Ruiz", "told")
    assert (quote["medium"], quote["speaker"]["name"], quote["article"]["id"]) == ("reporters", "Ana Ruiz", ARTICLE)
    (part,) = quote["evidence"]
    span = part["span"]
    assert evidence["text"] == BOMBING
    assert BOMBING[span["start"] : span["end"]] == part["text"]
    units = BOMBING.encode("utf-16-le")
    assert units[2 * span["startUtf16"] : 2 * span["endUtf16"]].decode("utf-16-le") == part["text"]
    assert span["endUtf16"] == span["end"] + 1
    assert part["context"] == f'"{part["text"]}"'


def test_what_an_article_holds_in_the_order_of_its_text(api):
    article = api.ask(
        """query ($id: ID!) { article(id: $id) {
            url title byline publisher publishedAt language sha256 dateline { name }
            events { nodes { id } totalCount } actors { nodes { name } totalCount } locations { nodes { name } }
        } }""",
        id=ARTICLE,
    )["article"]
    assert article.pop("sha256")
    assert article == {
        "url": "https://tide.example/bombing",
        "title": None,
        "byline": None,
        "publisher": "The Tide",
        "publishedAt": "2024-11-05T12:00:00Z",
        "language": "en",
        "dateline": {"name": "Porto Alto"},
        "events": {"nodes": [{"id": EVENT}], "totalCount": 1},
        "actors": {"nodes": [{"name": "Ana Ruiz"}, {"name": "Rebels"}], "totalCount": 2},
        "locations": {"nodes": [{"name": "Runia"}, {"name": "Porto Alto"}]},
    }


def test_an_actor_across_articles(api):
    actor = api.ask(
        """query ($id: ID!) { actor(id: $id) {
            name kind sector countryCode aliases eventCount quoteCount articleCount
            offices { title organization of { name } asOf evidence { text } }
            quotes(where: { kind: { eq: DIRECT } }, first: 1) { totalCount nodes { text } }
            events { totalCount } mentions(first: 1) { totalCount nodes { text article { publisher } } }
        } }""",
        id=GOVERNOR,
    )["actor"]
    assert actor["offices"] == [
        {"title": "Governor", "organization": None, "of": None, "asOf": "2024-11-05", "evidence": {"text": "Governor"}}
    ]
    assert (actor["name"], actor["kind"], actor["sector"], actor["countryCode"]) == ("Ana Ruiz", "PERSON", "GOV", "RN")
    assert (actor["aliases"], actor["eventCount"], actor["quoteCount"], actor["articleCount"]) == ([], 0, 2, 2)
    assert (actor["quotes"]["totalCount"], len(actor["quotes"]["nodes"])) == (2, 1)
    assert actor["events"]["totalCount"] == 0
    assert actor["mentions"] == {"totalCount": 2, "nodes": [{"text": "Ana Ruiz", "article": {"publisher": "The Tide"}}]}


def test_a_location_and_what_happened_there(api):
    location = api.ask(
        """query ($id: ID!) { location(id: $id) { name eventCount
            events(where: { type: { eq: PROTEST } }, orderBy: { field: KILLED, direction: ASC }, first: 2) {
                totalCount nodes { killed { best } } }
        } }""",
        id=PORTO.id,
    )["location"]
    killed = [node["killed"] for node in location["events"]["nodes"]]
    assert location == {
        "name": "Porto Alto",
        "eventCount": 9,
        "events": {"totalCount": 4, "nodes": location["events"]["nodes"]},
    }
    assert killed == [{"best": 4}, {"best": 20}]


@pytest.mark.parametrize("noun", ["Article", "Event", "Actor", "Location", "Quote"])
def test_every_noun_is_a_node(api, noun):
    lower = noun.lower()
    listed = api.ask(f"{{ {lower}s(first: 1) {{ nodes {{ id }} }} }}")[f"{lower}s"]["nodes"][0]["id"]
    query = f"query ($id: ID!) {{ node(id: $id) {{ id __typename }} {lower}(id: $id) {{ id }} }}"
    assert api.ask(query, id=listed) == {"node": {"id": listed, "__typename": noun}, lower: {"id": listed}}
    other = "quote" if noun == "Event" else "event"
    assert api.ask(f"query ($id: ID!) {{ {other}(id: $id) {{ id }} }}", id=listed) == {other: None}


def test_unknown_ids_lead_nowhere(api):
    unknown = {name: content_id(name, "nobody") for name in ("event", "actor", "report", "evidence", "office")}
    for identifier in unknown.values():
        assert api.ask("query ($id: ID!) { node(id: $id) { id } }", id=identifier) == {"node": None}
    assert api.ask("query ($id: ID!) { actor(id: $id) { id } }", id=unknown["actor"]) == {"actor": None}


def test_nodes_keep_their_order_and_their_gaps(ordinary_api, count_statements):
    ids = [EVENT, content_id("event", "nobody"), PORTO.id, EVENT, RUNIA.id]
    with count_statements(ordinary_api.database) as counted:
        nodes = ordinary_api.ask("query ($ids: [ID!]!) { nodes(ids: $ids) { id __typename } }", ids=ids)["nodes"]
    assert [node and node["id"] for node in nodes] == [EVENT, None, PORTO.id, EVENT, RUNIA.id]
    assert counted.count == 3


def test_old_ids_of_merged_actors_and_events_still_answer(fresh_api):
    old_actor, old_event = content_id("actor", "old"), content_id("event", "old")
    with fresh_api.database.writing() as connection:
        write_article(connection, bombing())
        connection.execute(ACTOR_REDIRECT.insert(), [{"old_id": old_actor, "actor_id": GOVERNOR}])
        connection.execute(EVENT_REDIRECT.insert(), [{"old_id": old_event, "event_id": EVENT}])
    found = fresh_api.ask(
        "query ($a: ID!, $e: ID!) { actor(id: $a) { id } event(id: $e) { id } a: node(id: $a) { id } "
        "e: node(id: $e) { id } events(where: { actor: { eq: $a } }) { totalCount } "
        "quotes(where: { speaker: { eq: $a } }) { totalCount } }",
        a=old_actor,
        e=old_event,
    )
    assert found == {
        "actor": {"id": GOVERNOR},
        "event": {"id": EVENT},
        "a": {"id": GOVERNOR},
        "e": {"id": EVENT},
        "events": {"totalCount": 0},
        "quotes": {"totalCount": 1},
    }


def test_an_empty_database_answers(fresh_api):
    page = "{ totalCount nodes { id } edges { cursor } pageInfo { hasNextPage startCursor endCursor } }"
    answer = fresh_api.ask(
        f"{{ events {page} articles {page} actors {page} locations {page} quotes {page} "
        "eventStats(by: [DAY]) { events } }"
    )
    empty = {"hasNextPage": False, "startCursor": None, "endCursor": None}
    assert answer.pop("eventStats") == []
    assert all(page == {"totalCount": 0, "nodes": [], "edges": [], "pageInfo": empty} for page in answer.values())


def test_paging_both_ways_over_http(api):
    query = """query ($first: Int, $after: String, $last: Int, $before: String) {
        events(first: $first, after: $after, last: $last, before: $before) {
            edges { cursor node { id } } nodes { id } pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
        } }"""
    first = api.ask(query, first=10)["events"]
    assert [edge["node"] for edge in first["edges"]] == first["nodes"]
    assert first["pageInfo"]["endCursor"] == first["edges"][-1]["cursor"]
    second = api.ask(query, first=30, after=first["pageInfo"]["endCursor"])["events"]
    assert (len(second["nodes"]), second["pageInfo"]["hasNextPage"]) == (21, False)
    assert second["pageInfo"]["hasPreviousPage"]
    back = api.ask(query, last=10, before=second["pageInfo"]["startCursor"])["events"]
    assert back["nodes"] == first["nodes"]
    assert (back["pageInfo"]["hasNextPage"], back["pageInfo"]["hasPreviousPage"]) == (True, False)


def test_statistics_lead_to_their_nodes(api):
    buckets = api.ask(
        """{ eventStats(by: [LOCATION, TYPE], where: { type: { eq: ASSAULT } }, first: 2) {
            keys { dimension value node { id ... on Location { name } } } events killed injured } }"""
    )["eventStats"]
    assert [key["dimension"] for key in buckets[0]["keys"]] == ["LOCATION", "TYPE"]
    place, type_ = buckets[0]["keys"]
    assert place["node"]["id"] == place["value"]
    assert (type_["value"], type_["node"]) == ("ASSAULT", None)


def test_words_of_every_script_can_be_asked_for(api):
    answer = api.ask(
        'query ($s: String) { events(search: $s) { totalCount } locations(where: { name: { contains: "SÃO" } }) '
        '{ nodes { name } } articles(where: { publisher: { eq: "Évening Post" } }) { totalCount } }',
        s="日本 🙂 \u0000 ' \" %",
    )
    assert answer == {
        "events": {"totalCount": 0},
        "locations": {"nodes": [{"name": "São Isle"}]},
        "articles": {"totalCount": 10},
    }


def test_aliases_fragments_and_directives(api):
    answer = api.ask(
        """query ($skip: Boolean!) {
            a: events(first: 1) { ...Page } b: events(last: 1) { ...Page }
        }
        fragment Page on EventConnection { nodes { id summary @skip(if: $skip) } }""",
        skip=True,
    )
    assert list(answer["a"]["nodes"][0]) == ["id"]
    assert answer["a"] != answer["b"]


def test_null_and_nothing_are_the_same_in_filters(api):
    query = """query ($type: EventType, $where: EventWhere, $search: String, $first: Int) {
        events(where: $where, search: $search, first: $first) { totalCount }
        typed: events(where: { type: { eq: $type } }) { totalCount } }"""
    everything = {"events": {"totalCount": 31}, "typed": {"totalCount": 31}}
    assert api.ask(query) == everything
    assert api.ask(query, type=None, where=None, search=None, first=None) == everything


def test_reports_and_mentions_can_be_those_of_one_article(api):
    found = api.ask(
        """query ($article: ID!, $actor: ID!) {
            article(id: $article) {
                locations(first: 1) {
                    nodes { mentions(where: {article: {eq: $article}}) { nodes { article { id } } } }
                }
                events(first: 1) { nodes { reports(where: {article: {eq: $article}}) { totalCount } } }
            }
            actor(id: $actor) {
                own: mentions(where: {article: {eq: $article}}) { totalCount nodes { article { id } } }
                all: mentions { totalCount }
            }
        }""",
        article=ARTICLE,
        actor=GOVERNOR,
    )
    actor, article = found["actor"], found["article"]
    assert (actor["own"]["totalCount"], actor["all"]["totalCount"]) == (1, 2)
    assert actor["own"]["nodes"] == [{"article": {"id": ARTICLE}}]
    assert article["events"]["nodes"][0]["reports"] == {"totalCount": 1}
    words = article["locations"]["nodes"][0]["mentions"]["nodes"]
    assert {one["article"]["id"] for one in words} == {ARTICLE}


def test_an_actor_has_its_ids_elsewhere_and_is_found_by_them(api):
    (union,) = api.ask(
        """{ actors(where: { externalId: { eq: "opensanctions:NK-7" } }) {
            nodes { name externalIds countryCode countryBasis } } }"""
    )["actors"]["nodes"]
    assert union == {
        "name": "Harbour Union",
        "externalIds": ["opensanctions:NK-7", "wikidata:Q7"],
        "countryCode": None,
        "countryBasis": None,
    }
    (governor,) = api.ask(
        """{ actors(where: { name: { eq: "Ana Ruiz" } }) { nodes { externalIds countryCode countryBasis } } }"""
    )["actors"]["nodes"]
    assert governor == {"externalIds": [], "countryCode": "RN", "countryBasis": "STATED"}
