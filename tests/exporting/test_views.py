"""What an exported row holds, compared with the stories that the store was filled with."""

import tomllib
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from sqlalchemy import func, literal, select

import dateline.extraction
from dateline.exporting import DATASET, VIEWS, snapshot, view_named
from dateline.exporting.countries import country_of
from dateline.exporting.fields import Kind
from dateline.exporting.views import acled
from dateline.exporting.views.annotations import CONTEXT
from dateline.exporting.views.articles import name_of
from schema.ids import content_id
from schema.tables import ACTOR, ARTICLE, EVENT, EVIDENCE, LOCATION, QUOTE
from tests.store.stories import BOMBING, PORTO, RUNIA
from tests.store.world import ISLE, VELD

BOMB = "A bomb killed six people and injured 16 in Porto Alto on Tuesday"


SOURCES = [
    {
        "article_id": content_id("article", name),
        "publisher": "The Tide",
        "title": None,
        "url": f"https://tide.example/{name}",
        "published_on": date(2024, 11, 5),
    }
    for name in ("bombing", "second")
]


def the(found, identifier):
    (one,) = (record for record in found if record["id"] == identifier)
    return one


def test_an_event_is_told_whole(records):
    assert the(records("events"), content_id("event", "bombing")) == {
        "id": content_id("event", "bombing"),
        "type": "ASSAULT",
        "mode": "explosives",
        "status": "REPORTED",
        "summary": BOMB,
        "when": {
            "text": None,
            "earliest": date(2024, 11, 5),
            "latest": date(2024, 11, 5),
            "precision": "DAY",
            "basis": "STATED",
        },
        "location": {
            "id": PORTO.id,
            "name": "Porto Alto",
            "kind": "CITY",
            "admin1": "North",
            "country_code": "RN",
            "latitude": 41.5,
            "longitude": 21.5,
            "basis": "STATED",
        },
        "killed": {"text": "six people", "low": 6, "best": 7, "high": 7, "basis": "STATED"},
        "injured": {"text": "16", "low": 16, "best": 16, "high": 16, "basis": "STATED"},
        "actors": [{"role": "ACTOR", "id": content_id("actor", "Rebels"), "name": "Rebels", "basis": "STATED"}],
        "victims": [],
        "confidence": 0.9,
        "basis": "STATED",
        "model": None,
        "report_count": 2,
        "evidence": {
            "article_id": content_id("article", "bombing"),
            "start": BOMBING.index(BOMB),
            "end": BOMBING.index(BOMB) + len(BOMB),
            "text": BOMB,
        },
        "codes": {"plover": "ASSAULT", "cameo_root": "18", "acled": None},
        "sources": SOURCES,
        "link": f"/event/{content_id('event', 'bombing')}",
    }


def test_what_is_not_known_of_an_event_is_nothing(records):
    event = the(records("events"), content_id("event", "world 9"))
    assert event["when"] == {"text": None, "earliest": None, "latest": None, "precision": "UNKNOWN", "basis": None}
    assert (event["killed"], event["injured"], event["codes"]["acled"]) == (None, None, None)
    assert event["actors"] == [
        {"role": "ACTOR", "id": content_id("actor", "Marchers", 0), "name": "Marchers", "basis": "PUBLICATION"},
        {"role": "RECIPIENT", "id": content_id("actor", "police"), "name": "police", "basis": "PUBLICATION"},
        {"role": "VICTIM", "id": None, "name": "9 people", "basis": "PUBLICATION"},
    ]


def test_victims_come_with_their_kinds(records):
    assert the(records("events"), content_id("event", "world 2"))["victims"] == [
        {"harm": "KILLED", "kind": "SOLDIER", "text": "2 people", "best": 2, "basis": "STATED"},
        {"harm": "INJURED", "kind": "POLICE", "text": "police", "best": None, "basis": "STATED"},
    ]


def test_a_quote_brings_its_speaker_its_article_and_its_spans(records):
    (quote,) = (
        quote
        for quote in records("quotes", search="rebuild")
        if quote["article"]["id"] == content_id("article", "bombing")
    )
    words = "We will rebuild 🙂 all of it,"
    assert quote == {
        "id": quote["id"],
        "text": words,
        "kind": "DIRECT",
        "speaker": {
            "id": content_id("actor", "Ana Ruiz"),
            "name": "Ana Ruiz",
            "as_written": "Ruiz",
            "office": "Governor",
        },
        "cue": "told",
        "medium": "reporters",
        "confidence": 1.0,
        "speaker_basis": "STATED",
        "model": None,
        "article": {
            "id": content_id("article", "bombing"),
            "url": "https://tide.example/bombing",
            "title": None,
            "publisher": "The Tide",
            "licence": None,
            "published_at": datetime(2024, 11, 5, 12, tzinfo=UTC),
        },
        "spans": [{"start": BOMBING.index(words), "end": BOMBING.index(words) + len(words), "text": words}],
    }


def test_a_quote_in_two_pieces_has_both(records):
    broken = [quote for quote in records("quotes") if quote["kind"] == "INDIRECT"]
    assert len(broken) == 30
    assert {tuple(span["text"] for span in quote["spans"]) for quote in broken} == {("storms", "were coming")}


def test_actors_bring_their_names_and_offices(records):
    found = records("actors")
    assert the(found, content_id("actor", "Rebels"))["aliases"] == ["Rebels", "the insurgents"]
    ruiz = the(found, content_id("actor", "Ana Ruiz"))
    assert ruiz["offices"] == [
        {"title": "Governor", "organization": None, "organization_id": None, "as_of": date(2024, 11, 5)}
    ]
    assert (ruiz["kind"], ruiz["sector"], ruiz["country_code"], ruiz["quote_count"]) == ("PERSON", "GOV", "RN", 2)


def test_actors_bring_their_ids_elsewhere_and_where_their_country_is_from(records):
    union = the(records("actors"), content_id("actor", "Harbour Union"))
    assert (union["external_ids"], union["country_basis"]) == (["opensanctions:NK-7", "wikidata:Q7"], None)
    ruiz = the(records("actors"), content_id("actor", "Ana Ruiz"))
    assert (ruiz["external_ids"], ruiz["country_basis"]) == ([], "STATED")


def test_locations_are_the_gazetteers(records):
    assert {record["id"] for record in records("locations")} == {PORTO.id, RUNIA.id, VELD.id, ISLE.id}
    isle = the(records("locations"), ISLE.id)
    assert (isle["name"], isle["latitude"], isle["longitude"], isle["parent_id"]) == (
        "São Isle",
        -20.5,
        -179.5,
        VELD.id,
    )


def test_articles_bring_their_texts(records):
    article = the(records("articles"), content_id("article", "bombing"))
    assert article["text"] == BOMBING
    assert article["published_at"] == datetime(2024, 11, 5, 12, tzinfo=UTC)
    assert article["dateline_location_id"] == PORTO.id


def test_mentions_say_whom_and_what_their_words_name(records):
    found = {
        record["text"]: record
        for record in records("mentions")
        if record["article_id"] == content_id("article", "bombing")
    }
    assert list(found["Rebels"]["actors"]) == [
        {"id": content_id("actor", "Rebels"), "name": "Rebels", "kind": "GROUP", "form": "NAME"}
    ]
    assert found["Rebels"]["location"] is None
    assert found["Porto Alto"]["actors"] == []
    assert found["Porto Alto"]["location"] == {
        "id": PORTO.id,
        "name": "Porto Alto",
        "geonames_id": 101,
        "score": 0.9,
        "reason": "the only one of that name",
        "metonym": False,
    }
    assert BOMB not in found


def test_every_row_is_there_once_in_the_order_of_ids(world, records):
    tables = {"events": EVENT, "actors": ACTOR, "locations": LOCATION, "quotes": QUOTE, "articles": ARTICLE}
    for name, table in tables.items():
        with world.reading() as connection:
            expected = sorted(connection.execute(select(table.c.id)).scalars())
        assert [record["id"] for record in records(name)] == expected


def test_annotations_find_their_words_in_the_article(world, records):
    with world.reading() as connection:
        rows = connection.execute(select(ARTICLE.c.url, ARTICLE.c.text))
        texts = {row.url: row.text for row in rows}
    found = records("annotations")
    assert len(found) > 200
    for annotation in found:
        text = texts[annotation["target"]["source"]]
        position, quote = annotation["target"]["selector"]
        start, end = position["start"], position["end"]
        assert text[start:end] == quote["exact"]
        assert text[max(0, start - CONTEXT) : start] == quote["prefix"]
        assert text[end : end + CONTEXT] == quote["suffix"]
        assert annotation["body"]
        assert {body["purpose"] for body in annotation["body"]} == set(annotation["motivation"])


def test_annotations_identify_places_by_geonames_and_classify_events(records):
    bodies = [body for annotation in records("annotations") for body in annotation["body"]]
    assert {body["source"] for body in bodies if body["label"] == "Porto Alto"} == {"https://sws.geonames.org/101/"}
    event = f"urn:dateline:{content_id('event', 'bombing')}"
    assert {body["label"] for body in bodies if body["source"] == event} == {"ASSAULT (REPORTED)"}


def test_acled_columns_leave_empty_what_is_not_known(records):
    found = {record["event_id_cnty"]: record for record in records("acled")}
    bombing = found[content_id("event", "bombing")]
    assert {name: value for name, value in bombing.items() if value is not None} == {
        "event_id_cnty": content_id("event", "bombing"),
        "event_date": date(2024, 11, 5),
        "year": 2024,
        "time_precision": 1,
        "actor1": "Rebels",
        "admin1": "North",
        "location": "Porto Alto",
        "latitude": 41.5,
        "longitude": 21.5,
        "geo_precision": 1,
        "source": "The Tide",
        "notes": BOMB,
        "fatalities": 7,
    }
    assert " ".join(bombing) == (
        "event_id_cnty event_date year time_precision disorder_type event_type sub_event_type actor1 assoc_actor_1 "
        "inter1 actor2 assoc_actor_2 inter2 interaction civilian_targeting iso region country admin1 admin2 admin3 "
        "location latitude longitude geo_precision source source_scale notes fatalities tags timestamp"
    )
    isle = found[content_id("event", "world 1")]
    assert (isle["country"], isle["iso"], isle["actor1"], isle["actor2"]) == ("Venezuela", 862, "Marchers", "police")
    crowd = found[content_id("event", "world 9")]
    assert (crowd["actor2"], crowd["assoc_actor_1"], crowd["assoc_actor_2"]) == ("police", None, "9 people")


def test_acled_leaves_out_what_did_not_happen(records):
    statuses = {event["id"]: event["status"] for event in records("events")}
    kept = {record["event_id_cnty"] for record in records("acled")}
    assert kept == {key for key, status in statuses.items() if status in ("REPORTED", "CLAIMED")}
    assert len(kept) < len(statuses)


@pytest.mark.parametrize(
    ("code", "name"),
    [
        ("CD", "Democratic Republic of Congo"),
        ("CG", "Republic of Congo"),
        ("PS", "Palestine"),
        ("CZ", "Czech Republic"),
        ("SZ", "eSwatini"),
        ("TL", "East Timor"),
        ("CI", "Ivory Coast"),
        ("KE", "Kenya"),
    ],
)
def test_countries_have_acleds_names(code, name):
    country = country_of(code)
    assert country is not None
    assert country.name == name


def test_acleds_taxonomy_has_every_sub_event_of_the_lexicon():
    folder = Path(dateline.extraction.__file__).parent / "lexicon"
    told = {word for path in folder.rglob("*.toml") for word in _acled(tomllib.loads(path.read_text(encoding="utf-8")))}
    assert len(told) > 10
    assert {word.casefold() for word in told} <= {name.casefold() for name in acled.TAXONOMY}


def _acled(node):
    if isinstance(node, list):
        return [word for one in node for word in _acled(one)]
    if not isinstance(node, dict):
        return []
    own = [node["acled"]] if isinstance(node.get("acled"), str) else []
    return own + [word for one in node.values() for word in _acled(one)]


def test_acleds_words_are_put_into_its_taxonomy(world):
    # A clause of the same name stands in for the column: the stories have no sub-event type.
    known = view_named("acled")
    told = known.statement.with_only_columns(
        *(
            literal("suicide bomb").label("acled") if column.name == "acled" else column
            for column in known.statement.selected_columns
        )
    )
    with snapshot(world) as connection:
        rows = connection.execute(told.where(EVENT.c.id == content_id("event", "bombing"))).all()
        (record,) = known.build(connection, rows)
    assert (record["disorder_type"], record["event_type"], record["sub_event_type"]) == (
        "Political violence",
        "Explosions/Remote violence",
        "Suicide bomb",
    )


def test_every_field_is_described_and_every_record_has_exactly_its_fields(records):
    for view in VIEWS:
        if view.fields:
            found = records(view.name)
            assert found
            for record in found:
                _check(view.fields, record)


def _check(fields, record):
    assert list(record) == [field.name for field in fields]
    for field in fields:
        assert field.description.endswith(".")
        value = record[field.name]
        if field.kind is Kind.RECORD and value is not None:
            _check(field.fields, value)
        for own in value if field.kind is Kind.RECORDS else ():
            _check(field.fields, own)


def test_references_lead_to_views_of_the_data_set():
    names = {view.name for view in DATASET}
    fields = [field for view in VIEWS for field in view.fields]
    nested = [own for field in fields for own in field.fields]
    assert {field.refers_to for field in (*fields, *nested)} - {None} <= names


def test_mentions_are_all_evidence_that_names_something(world, records):
    with world.reading() as connection:
        everything = connection.execute(select(func.count()).select_from(EVIDENCE)).scalar_one()
    assert 0 < len(records("mentions")) < len(records("annotations")) <= everything


def test_flat_quotes_have_speaker_and_office_and_nothing_inside_anything(records):
    flat, quotes = records("flat-quotes"), {quote["id"]: quote for quote in records("quotes")}
    assert len(flat) == len(quotes) > 0
    assert not any(isinstance(value, list | dict) for row in flat for value in row.values())
    for row in flat:
        quote = quotes[row["id"]]
        speaker = quote["speaker"] or {"name": None, "office": None}
        assert (row["quote"], row["speaker"], row["office"]) == (quote["text"], speaker["name"], speaker["office"])
        assert (row["start"], row["url"]) == (min(span["start"] for span in quote["spans"]), quote["article"]["url"])
    assert any(row["office"] for row in flat)


@pytest.mark.parametrize(
    ("origin", "name"),
    [
        ("/home/ana/news/a.txt", "a.txt"),
        ("C:\\Users\\ana\\a b.html", "a b.html"),
        ("a.txt", "a.txt"),
        ("standard input", "standard input"),
        ("https://tide.example/2024/a.html", "https://tide.example/2024/a.html"),
    ],
)
def test_an_articles_origin_tells_no_folder(origin, name):
    assert name_of(origin) == name
