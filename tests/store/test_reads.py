from datetime import date

from dateline.store.reading.reads import (
    find_aliases,
    find_contexts,
    find_datelines,
    find_offices,
    find_participants,
    find_quote_words,
    find_rows,
    find_texts,
    find_victims,
)
from dateline.store.writing.writer import remove_article, write_article
from schema.ids import content_id
from schema.tables import ACTOR_REDIRECT, EVENT_REDIRECT
from schema.vocabulary import Harm, VictimKind
from tests.store.stories import BOMBING, PORTO, bombing, victims
from tests.store.world import story

EVENT = content_id("event", "bombing")
GOVERNOR = content_id("actor", "Ana Ruiz")


def test_rows_come_by_id_and_what_is_not_there_is_missing(world, count_statements):
    with count_statements(world) as counted:
        found = world.run(lambda c: find_rows(c, "location", [PORTO.id]))
    assert (found[PORTO.id].name, counted.count) == ("Porto Alto", 1)
    assert world.run(lambda c: find_rows(c, "event", [content_id("event", "none")])) == {}


def test_old_ids_of_merged_actors_and_events_lead_to_what_they_were_merged_into(database):
    old_actor, old_event = content_id("actor", "old"), content_id("event", "old")
    with database.writing() as connection:
        write_article(connection, bombing())
        connection.execute(ACTOR_REDIRECT.insert(), [{"old_id": old_actor, "actor_id": GOVERNOR}])
        connection.execute(EVENT_REDIRECT.insert(), [{"old_id": old_event, "event_id": EVENT}])
    assert database.run(lambda c: find_rows(c, "actor", [old_actor, GOVERNOR]))[old_actor].id == GOVERNOR
    assert database.run(lambda c: find_rows(c, "event", [old_event]))[old_event].id == EVENT


def test_participants_of_two_reports_are_shown_once(world):
    rows = world.run(lambda c: find_participants(c, [EVENT, content_id("event", "world 4")]))
    assert [(row.role, row.name_as_written) for row in rows[EVENT]] == [("ACTOR", "Rebels")]
    names = [(row.role, row.name_as_written) for row in rows[content_id("event", "world 4")]]
    assert names == [("ACTOR", "Marchers"), ("RECIPIENT", "police"), ("VICTIM", "4 people")]


def test_victims_are_shown_once_for_each_harm_and_kind(database):
    two = (victims(Harm.KILLED, VictimKind.CHILD, BOMBING, "six people", 2),)
    older = (*two, victims(Harm.INJURED, VictimKind.POLICE, BOMBING, "16", None))
    newer = (victims(Harm.KILLED, VictimKind.CHILD, BOMBING, "six people", 3),)
    with database.writing() as connection:
        write_article(connection, bombing(victims=older))
        write_article(connection, bombing("second", victims=newer, on=date(2024, 11, 6)))
    rows = database.run(lambda c: find_victims(c, [EVENT]))[EVENT]
    assert [(row.harm, row.kind, row.best) for row in rows] == [("KILLED", "CHILD", 3), ("INJURED", "POLICE", None)]
    with database.writing() as connection:
        remove_article(connection, content_id("article", "second"))
    rows = database.run(lambda c: find_victims(c, [EVENT]))[EVENT]
    assert [(row.harm, row.kind, row.best) for row in rows] == [("KILLED", "CHILD", 2), ("INJURED", "POLICE", None)]


def test_an_office_is_shown_once_as_of_the_newest_article(database):
    with database.writing() as connection:
        for number in (0, 7, 14):
            write_article(connection, story(number))
    actor = content_id("actor", "Mara Okafor0")
    offices = database.run(lambda c: find_offices(c, [actor]))[actor]
    assert [(row.title, row.organization) for row in offices] == [("Governor", "Porto")]


def test_aliases_hold_every_name(world):
    actor = content_id("actor", "Rebels")
    assert world.run(lambda c: find_aliases(c, [actor]))[actor] == ["Rebels", "the insurgents"]


def test_the_parts_of_a_quote_come_in_order(world):
    rows = world.run(lambda c: find_quote_words(c, quote_ids(world)))
    assert ["storms", "were coming"] in [[row.text for row in parts] for parts in rows.values()]


def quote_ids(database):
    from dateline.store.reading.collections import QUOTES
    from dateline.store.reading.pages import PageRequest, read_page

    return [row.id for row in database.run(lambda c: read_page(c, QUOTES, PageRequest(100))).rows]


def test_texts_and_datelines_of_articles(world):
    article = content_id("article", "bombing")
    assert world.run(lambda c: find_texts(c, [article])) == {article: BOMBING}
    assert world.run(lambda c: find_datelines(c, [article]))[article].name == "Porto Alto"


def test_context_counts_code_points_and_stops_at_the_ends(world):
    evidence = content_id("evidence", content_id("article", "bombing"), 97, 106)
    start = BOMBING.index("Ana Ruiz")
    evidence = content_id("evidence", content_id("article", "bombing"), start, start + 8)
    wide = world.run(lambda c: find_contexts(c, [evidence], 1000, 1000))
    assert wide == {evidence: BOMBING}
    assert world.run(lambda c: find_contexts(c, [evidence], 9, 6)) == {evidence: "Governor Ana Ruiz said."}
    assert world.run(lambda c: find_contexts(c, [evidence], 0, 0)) == {evidence: "Ana Ruiz"}
    after_the_emoji = BOMBING.index("Rebels")
    evidence = content_id("evidence", content_id("article", "bombing"), after_the_emoji, after_the_emoji + 6)
    assert world.run(lambda c: find_contexts(c, [evidence], 11, 9)) == {evidence: "reporters. Rebels attacked"}
