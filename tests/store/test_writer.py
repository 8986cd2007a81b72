import itertools
from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy import event, select, text

from dateline.store.integrity import check_invariants
from dateline.store.writing.facts import ParticipantFacts
from dateline.store.writing.writer import Outcome, remove_article, write_article
from schema.errors import DatabaseError
from schema.ids import content_id
from schema.spans import Excerpt
from schema.tables import ACTOR, ARTICLE, EVENT, EVIDENCE, LOCATION, METADATA, OFFICE, QUOTE, QUOTE_PART
from schema.vocabulary import ActorKind, ActorSector, EventStatus, LocationKind, ParticipantRole
from tests.store.stories import BOMBING, PORTO, RUNIA, actor, article, bombing, cut, report


def write(database, *facts):
    outcomes = []
    for one in facts:
        with database.writing() as connection:
            outcomes.append(write_article(connection, one))
    with database.reading() as connection:
        assert check_invariants(connection) == []
    return outcomes


def all_rows(database, *, without=("number", "added_at", "search_vector")):
    """Every row of every table, as sorted text."""
    with database.reading() as connection:
        return {
            name: sorted(
                repr(sorted((key, str(value)) for key, value in row.items() if key not in without))
                for row in connection.execute(text(f"SELECT * FROM {name}")).mappings()
            )
            for name in METADATA.tables
            if name != "change" and not name.endswith("_redirect")
        }


def one(database, table, **own):
    with database.reading() as connection:
        return connection.execute(select(table).filter_by(**own)).one()


def test_an_article_is_new_then_unchanged(database):
    assert write(database, bombing()) == [Outcome.NEW]
    before = all_rows(database, without=())
    assert write(database, bombing()) == [Outcome.UNCHANGED]
    assert all_rows(database, without=()) == before


def test_an_event_tells_what_its_report_tells(database):
    write(database, bombing())
    event = one(database, EVENT)
    assert (event.id, event.type, event.mode, event.status) == (
        content_id("event", "bombing"),
        "ASSAULT",
        "explosives",
        "REPORTED",
    )
    assert (event.date_earliest, event.date_latest, event.date_precision) == (
        date(2024, 11, 5),
        date(2024, 11, 5),
        "DAY",
    )
    assert (event.location_id, event.country_code, event.latitude, event.longitude) == (PORTO.id, "RN", 41.5, 21.5)
    assert (event.killed_text, event.killed_low, event.killed_best, event.killed_high) == ("six people", 6, 6, 6)
    assert (event.injured_best, event.report_count) == (16, 1)


def test_evidence_has_both_kinds_of_offsets(database):
    write(database, bombing())
    evidence = one(database, EVIDENCE, text="Rebels")
    start = BOMBING.index("Rebels")
    assert (evidence.start, evidence.end, evidence.start_utf16, evidence.end_utf16) == (
        start,
        start + 6,
        start + 1,
        start + 7,
    )


def test_counts_follow_the_facts(database):
    write(database, bombing("a"), bombing("b", event="other"))
    assert one(database, ACTOR, name="Rebels").event_count == 2
    assert one(database, ACTOR, name="Ana Ruiz").quote_count == 2
    assert one(database, LOCATION, name="Porto Alto").event_count == 2
    assert one(database, LOCATION, name="Runia").event_count == 0


def test_a_changed_article_replaces_its_facts(database):
    write(database, bombing("a"), bombing("b"))
    shorter = BOMBING.replace(" Rebels attacked the port.", " No more. Rebels.")
    changed = bombing("a", text=shorter, killed=9)
    assert write(database, changed) == [Outcome.CHANGED]
    write_again = all_rows(database)
    assert one(database, ARTICLE, id=changed.id).text == shorter
    assert write(database, changed) == [Outcome.UNCHANGED]
    assert all_rows(database) == write_again


def test_a_changed_article_leaves_the_same_rows_as_if_it_had_always_been_so(database):
    last = bombing("a", killed=9, title="Later")
    write(database, bombing("a"), bombing("b"), last)
    changed = all_rows(database)
    for facts in (bombing("a"), bombing("b")):
        with database.writing() as connection:
            assert remove_article(connection, facts.id)
    assert {len(rows) for rows in all_rows(database).values()} == {0}
    write(database, last, bombing("b"))
    assert all_rows(database) == changed


@pytest.mark.parametrize(
    "change", [{"extractor": "2"}, {"title": "T"}, {"url": "https://x.example"}, {"on": date(2024, 11, 7)}]
)
def test_other_metadata_or_another_extractor_is_a_change(database, change):
    assert write(database, bombing(), bombing(**change)) == [Outcome.NEW, Outcome.CHANGED]


def test_another_copy_of_the_same_article_is_no_change(database):
    facts = bombing()
    copy = replace(facts, source=replace(facts.source, origin="elsewhere.txt", raw_sha256="1", encoding="latin-1"))
    assert write(database, facts, copy) == [Outcome.NEW, Outcome.UNCHANGED]


def variants():
    return (
        bombing("a", killed=6, on=date(2024, 11, 5), confidence=0.7),
        bombing("b", killed=8, on=date(2024, 11, 6), confidence=0.9),
        bombing("c", killed=7, on=date(2024, 11, 6), confidence=0.9),
        bombing("d", killed=5, on=None, confidence=0.5),
    )


def test_the_order_of_the_articles_makes_no_difference(database):
    stories = variants()
    seen = None
    for order in itertools.islice(itertools.permutations(stories), 0, 24, 5):
        write(database, *order)
        rows = all_rows(database)
        assert seen is None or rows == seen
        seen = rows
        with database.writing() as connection:
            for facts in order:
                remove_article(connection, facts.id)


def test_the_newest_day_tells_the_toll_and_its_spread(database):
    write(database, *variants())
    event = one(database, EVENT)
    assert (event.killed_low, event.killed_best, event.killed_high, event.report_count) == (7, 8, 8, 4)


def test_one_report_that_it_happened_outweighs_plans(database):
    text = "They march on Friday. They marched."
    plan = report("plan", text, "They march on Friday.", "march", event="march", status=EventStatus.PLANNED)
    deed = report("deed", text, "They marched.", "marched", event="march", confidence=0.1)
    write(database, article("march", text, reports=(plan, deed)))
    assert one(database, EVENT).status == "REPORTED"


def test_a_town_is_a_better_place_than_its_country(database):
    text = "A blast in Runia. A blast in Porto Alto."
    far = report("far", text, "A blast in Runia.", "blast", event="blast", place=RUNIA, confidence=1.0)
    near = report("near", text, "A blast in Porto Alto.", "blast", event="blast", place=PORTO, confidence=0.1)
    write(database, article("blast", text, locations=(PORTO, RUNIA), reports=(far, near)))
    assert one(database, EVENT).location_id == PORTO.id
    assert one(database, LOCATION, id=RUNIA.id).event_count == 0


def test_an_actors_row_is_what_most_articles_say(database):
    own = {"id": content_id("actor", "x")}
    told = [
        ("a", "Ana Ruiz", ActorSector.UNKNOWN, None),
        ("b", "A. Ruiz", ActorSector.UNKNOWN, "RN"),
        ("c", "Ana Ruiz", ActorSector.GOV, "RN"),
        ("d", "Ana Ruiz Soto", ActorSector.UNKNOWN, "QQ"),
    ]
    stories = [
        article(key, f"{name} spoke.", actors=(actor(f"{name} spoke.", name, sector=sector, country_code=code, **own),))
        for key, name, sector, code in told
    ]
    write(database, *stories)
    row = one(database, ACTOR)
    assert (row.name, row.sector, row.country_code, row.article_count) == ("Ana Ruiz", "GOV", "RN", 4)


def test_only_the_latest_article_with_an_office_is_its_newest(database):
    write(
        database,
        bombing("b", event="b", on=date(2024, 11, 9)),
        bombing("a", event="a", on=date(2024, 11, 8)),
        bombing("c", event="c", on=None),
    )
    assert one(database, OFFICE, newest=True).as_of == date(2024, 11, 9)
    with database.writing() as connection:
        remove_article(connection, content_id("article", "b"))
    assert one(database, OFFICE, newest=True).as_of == date(2024, 11, 8)


def test_a_quote_keeps_its_words_its_speaker_and_its_cue_as_evidence(database):
    write(database, bombing())
    quote = one(database, QUOTE)
    assert (quote.text, quote.speaker_as_written, quote.speaker_name) == (
        "We will rebuild 🙂 all of it,",
        "Ruiz",
        "Ana Ruiz",
    )
    with database.reading() as connection:
        parts = connection.execute(
            select(QUOTE_PART.c.part, EVIDENCE.c.text)
            .join(EVIDENCE, EVIDENCE.c.id == QUOTE_PART.c.evidence_id)
            .order_by(QUOTE_PART.c.part)
        ).all()
    assert [tuple(part) for part in parts] == [
        ("CUE", "told"),
        ("SPEAKER", "Ruiz"),
        ("WORDS", "We will rebuild 🙂 all of it,"),
    ]


def test_nul_and_lone_surrogates_are_replaced_at_the_door(database):
    words = "Ruiz\x00 spoke \ud800 of \x00."
    facts = article("odd", words, title="T\x00", actors=(actor(words, "Ruiz\x00", words="Ruiz\x00"),))
    write(database, facts)
    assert one(database, ARTICLE).text == "Ruiz\ufffd spoke \ufffd of \ufffd."
    assert one(database, ARTICLE).title == "T\ufffd"
    assert one(database, ACTOR).name == "Ruiz\ufffd"
    assert write(database, facts) == [Outcome.UNCHANGED]


def test_very_long_names_and_texts_are_kept(database):
    name = "Ä" * 5000
    words = f"{name} spoke. " + "word " * 100_000
    write(database, article("long", words, title=name, actors=(actor(words, name),)))
    assert one(database, ACTOR).name == "Ä" * 500
    assert one(database, EVIDENCE).text == name


def test_words_that_are_not_in_the_text_are_refused_and_nothing_is_written(database):
    facts = bombing()
    wrong = replace(facts.reports[0], evidence=Excerpt(0, 5, "wrong"))
    with pytest.raises(ValueError, match="other words"), database.writing() as connection:
        write_article(connection, replace(facts, reports=(wrong,)))
    assert {len(rows) for rows in all_rows(database).values()} == {0}


def test_facts_that_are_not_whole_are_refused(database):
    facts = bombing()
    stranger = ParticipantFacts(ParticipantRole.ACTOR, "Rebels", cut(BOMBING, "Rebels"), content_id("actor", "nobody"))
    incomplete = [
        (replace(facts, locations=(PORTO,)), "locations that they do not bring"),
        (replace(facts, actors=facts.actors[:1]), "actors that they do not bring"),
        (replace(facts, reports=facts.reports * 2), "is there twice"),
        (replace(facts, actors=(replace(facts.actors[0], mentions=()), facts.actors[1])), "has no mention"),
        (replace(facts, reports=(replace(facts.reports[0], location_excerpt=None),)), "location without evidence"),
        (replace(facts, reports=(replace(facts.reports[0], participants=(stranger,)),)), "actors that they do not"),
        (replace(facts, quotes=(replace(facts.quotes[0], excerpts=()),)), "has no words"),
        (replace(facts, source=replace(facts.source, dateline_place=None)), "dateline's location has no evidence"),
    ]
    for broken, words in incomplete:
        with pytest.raises(ValueError, match=words), database.writing() as connection:
            write_article(connection, broken)


def test_an_article_without_any_fact_is_kept(database):
    assert write(database, article("none", "Nothing.", on=None)) == [Outcome.NEW]


def test_parents_may_come_after_what_lies_in_them(database):
    harbour = replace(PORTO, id=content_id("location", "harbour"), kind=LocationKind.FACILITY, parent_id=PORTO.id)
    facts = bombing()
    mention = replace(facts.places[0], location_id=harbour.id, excerpt=cut(BOMBING, "port"))
    write(database, replace(facts, locations=(harbour, PORTO, RUNIA), places=(*facts.places, mention)))
    assert one(database, LOCATION, id=harbour.id).parent_id == PORTO.id
    assert one(database, LOCATION, id=PORTO.id).parent_id == RUNIA.id


def test_writing_one_article_takes_as_many_statements_in_a_full_store_as_in_an_empty_one(database, count_statements):
    def written(key):
        with count_statements(database) as counted, database.writing() as connection:
            write_article(connection, bombing(key, event=key))
        return counted.count

    written("first")
    second = written("second")
    for index in range(20):
        written(f"more {index}")
    assert written("last") == second


def test_an_unchanged_article_costs_one_statement(database, count_statements):
    write(database, bombing())
    with count_statements(database) as counted, database.writing() as connection:
        write_article(connection, bombing())
    assert counted.count == (1 if database.dialect == "sqlite" else 2)


def test_an_error_in_the_middle_leaves_nothing(database):
    for after in (3, 9, 15, 20):
        seen = itertools.count()

        def fail(connection, cursor, statement, parameters, context, executemany, after=after, seen=seen):
            if next(seen) == after:
                raise RuntimeError("broken")

        event.listen(database.engine, "before_cursor_execute", fail)
        with pytest.raises((RuntimeError, DatabaseError)), database.writing() as connection:
            write_article(connection, bombing())
        event.remove(database.engine, "before_cursor_execute", fail)
        assert {len(rows) for rows in all_rows(database).values()} == {0}
    assert write(database, bombing()) == [Outcome.NEW]


def test_a_kind_that_is_told_differently_stays_the_one_of_most_articles(database):
    own = {"id": content_id("actor", "y")}
    for key, kind in (("a", ActorKind.GROUP), ("b", ActorKind.ORGANIZATION), ("c", ActorKind.ORGANIZATION)):
        write(database, article(key, "Tide FC won.", actors=(actor("Tide FC won.", "Tide FC", kind=kind, **own),)))
    assert one(database, ACTOR).kind == "ORGANIZATION"
