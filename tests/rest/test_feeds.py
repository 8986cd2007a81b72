"""Feeds tell the events that were added last, and feed readers read them."""

import xml.etree.ElementTree as ET
from datetime import datetime

import feedparser
import jsonschema
import pytest
from reader import make_reader

from api.rest.openapi import openapi
from dateline.store.writing.writer import write_article
from schema.ids import content_id
from tests.store.stories import bombing
from tests.store.world import story

KINDS = [(".atom", "application/atom+xml"), (".feed.json", "application/feed+json")]
ATOM = "{http://www.w3.org/2005/Atom}"


def parse(response):
    """What feedparser makes of an answer."""
    parsed = feedparser.parse(response.content)
    assert not parsed.bozo, parsed.bozo_exception
    return parsed


def test_a_feed_reader_reads_all_entries(rest):
    response = rest.client.get("/v1/events.atom?limit=100")
    assert response.headers["content-type"] == "application/atom+xml"
    parsed = parse(response)
    assert (parsed.version, parsed.feed.title) == ("atom10", "Dateline: newest events")
    events = {f"urn:dateline:{one['id']}": one for one in rest.get("events?limit=100")["data"]}
    assert {entry.id for entry in parsed.entries} == set(events)
    for entry in parsed.entries:
        event = events[entry.id]
        assert entry.title == event["summary"]
        assert entry.link == f"http://testserver/v1/events/{event['id']}"
        assert entry.content[0].value == event["evidence"]["text"]
        assert entry.tags[0].term == event["type"]
        assert entry.updated_parsed
        assert rest.client.get(entry.link).status_code == 200


def test_a_json_feed_is_as_its_standard_says_and_has_the_same_entries(rest):
    response = rest.client.get("/v1/events.feed.json?limit=100")
    assert response.headers["content-type"] == "application/feed+json"
    feed = response.json()
    schema = {"$ref": "#/components/schemas/Feed", "components": openapi()["components"]}
    jsonschema.Draft202012Validator(schema).validate(feed)
    assert feed["version"] == "https://jsonfeed.org/version/1.1"
    assert feed["feed_url"] == "http://testserver/v1/events.feed.json?limit=100"
    entries = parse(rest.client.get("/v1/events.atom?limit=100")).entries
    for item, entry in zip(feed["items"], entries, strict=True):
        assert (item["id"], item["url"], item["title"]) == (entry.id, entry.link, entry.title)
        assert (item["summary"], item["content_text"]) == (entry.summary, entry.content[0].value)
        assert (item["date_modified"], item.get("date_published")) == (entry.updated, entry.get("published"))
        assert item["tags"] == [tag.term for tag in entry.tags]


def test_a_program_that_reads_feeds_takes_the_same_from_both(rest, tmp_path):
    reader = make_reader(":memory:", feed_root=str(tmp_path), search_enabled=False)
    entries = {}
    for suffix, _ in KINDS:
        name = f"events{suffix}"
        (tmp_path / name).write_bytes(rest.client.get(f"/v1/events{suffix}?limit=100").content)
        reader.add_feed(name)
        reader.update_feed(name)
        assert reader.get_feed(name).title == "Dateline: newest events"
        entries[reader.get_feed(name).version] = [
            (one.id, one.link, one.title, one.published, one.summary, one.content[0].value, one.updated)
            for one in sorted(reader.get_entries(feed=name), key=lambda one: one.id)
        ]
    assert entries["atom10"] == entries["json11"]
    assert len(entries["json11"]) == len(rest.ids("events?limit=100"))


def test_filters_and_search_choose_the_entries(rest):
    for query in ("type=PROTEST", "search=porto", "killed.gte=7&when.gte=2024-11-01"):
        found = {f"urn:dateline:{one}" for one in rest.ids(f"events?{query}&limit=100")}
        parsed = parse(rest.client.get(f"/v1/events.atom?{query}&limit=100"))
        assert {entry.id for entry in parsed.entries} == found
        items = rest.client.get(f"/v1/events.feed.json?{query}&limit=100").json()["items"]
        assert {item["id"] for item in items} == found


def test_what_was_added_last_comes_first_whenever_it_happened(fresh_rest):
    for facts in (story(5), bombing(), story(2)):
        with fresh_rest.database.writing() as connection:
            write_article(connection, facts)
    feed = fresh_rest.client.get("/v1/events.feed.json").json()
    first, last = (item["id"] for item in (feed["items"][0], feed["items"][-1]))
    assert first == f"urn:dateline:{fresh_rest.ids('events?type=DISASTER')[0]}"
    with fresh_rest.database.writing() as connection:
        write_article(connection, bombing("second", killed=7))
    again = {item["id"]: item for item in fresh_rest.client.get("/v1/events.feed.json").json()["items"]}
    told = f"urn:dateline:{content_id('event', 'bombing')}"
    before = next(item for item in feed["items"] if item["id"] == told)
    # Another telling changes the entry and leaves it where it is.
    assert list(again) == [item["id"] for item in feed["items"]]
    assert again[told]["summary"] != before["summary"]
    assert datetime.fromisoformat(again[told]["date_modified"]) >= datetime.fromisoformat(before["date_modified"])
    assert len(fresh_rest.client.get("/v1/events.feed.json?limit=1").json()["items"]) == 1
    assert last in again


def test_an_atom_feed_has_what_the_standard_asks_for(rest):
    root = ET.fromstring(rest.client.get("/v1/events.atom?type=ASSAULT").content)
    assert root.tag == f"{ATOM}feed"
    for parent in (root, *root.iter(f"{ATOM}entry")):
        for name in ("id", "title", "updated"):
            assert len(parent.findall(f"{ATOM}{name}")) == 1
            assert parent.findtext(f"{ATOM}{name}")
    assert root.findtext(f"{ATOM}author/{ATOM}name") == "Dateline"
    links = {link.get("rel"): link.get("href") for link in root.findall(f"{ATOM}link")}
    assert links["self"] == root.findtext(f"{ATOM}id") == "http://testserver/v1/events.atom?type=ASSAULT"
    newest = max(entry.findtext(f"{ATOM}updated", "") for entry in root.iter(f"{ATOM}entry"))
    assert root.findtext(f"{ATOM}updated") == newest
    points = [one.text for one in root.iter("{http://www.georss.org/georss}point")]
    assert "41.5 21.5" in points


def test_characters_that_xml_does_not_have_are_replaced(fresh_rest, monkeypatch):
    with fresh_rest.database.writing() as connection:
        write_article(connection, bombing())
    monkeypatch.setattr("api.rest.feeds._facts", lambda event: ["a\x0bb\ufffe <&> 🙂"])
    parsed = parse(fresh_rest.client.get("/v1/events.atom"))
    assert parsed.entries[0].summary == "a\ufffdb\ufffd <&> 🙂."


def test_a_feed_without_entries_is_a_feed(fresh_rest):
    assert parse(fresh_rest.client.get("/v1/events.atom")).entries == []
    assert fresh_rest.client.get("/v1/events.feed.json").json()["items"] == []


@pytest.mark.parametrize(("suffix", "media_type"), KINDS)
def test_a_feed_comes_by_accept_too_and_only_when_it_changed(rest, suffix, media_type):
    first = rest.client.get("/v1/events?type=PROTEST", headers={"Accept": media_type})
    assert first.headers["content-type"].partition(";")[0] == media_type
    again = rest.client.get(
        "/v1/events?type=PROTEST", headers={"Accept": media_type, "If-None-Match": first.headers["etag"]}
    )
    assert (again.status_code, again.content) == (304, b"")


@pytest.mark.parametrize("query", ["order=DATE", "after=x", "killed.gte=many", "limit=101"])
def test_parameters_that_make_no_sense_are_refused(rest, query):
    assert rest.refuse(f"events.atom?{query}")["code"] in ("BAD_QUERY", "LIMIT")
