"""From files to rows, on both databases: everything taken in, twice changes nothing, failures lose nothing else."""

from sqlalchemy import select

from dateline.store.integrity import check_invariants
from schema.tables import ACTOR, ARTICLE, EVENT, EVIDENCE, METADATA, REPORT


def rows_of(database):
    """All rows of all tables, the time of writing left out."""
    with database.reading() as connection:
        found = {}
        for table in METADATA.sorted_tables:
            columns = [column for column in table.c if column.name not in ("added_at", "made_at", "number")]
            found[table.name] = sorted(map(repr, connection.execute(select(*columns))))
        return found


def test_all_articles_of_a_folder_are_taken_in(database, articles, seed_into):
    counts, failures = seed_into(database, articles)
    assert (counts.read, counts.new, counts.failed, failures) == (5, 5, 0, [])
    with database.reading() as connection:
        assert check_invariants(connection) == []
        types = {row.type for row in connection.execute(select(EVENT.c.type))}
        assert {"ASSAULT", "COERCE", "PROTEST", "DISASTER"} <= types
        assert connection.execute(select(ACTOR.c.id).where(ACTOR.c.name == "Ruth Hale")).one()


def test_every_evidence_is_cut_from_its_article(database, articles, seed_into):
    seed_into(database, articles)
    joined = select(ARTICLE.c.text, EVIDENCE).join(EVIDENCE, EVIDENCE.c.article_id == ARTICLE.c.id)
    with database.reading() as connection:
        rows = connection.execute(joined).mappings().all()
    assert len(rows) > 20
    for row in rows:
        assert row[ARTICLE.c.text][row["start"] : row["end"]] == row[EVIDENCE.c.text]


def test_the_same_happening_in_two_articles_is_one_event(database, articles, seed_into):
    seed_into(database, articles)
    with database.reading() as connection:
        joined = select(EVENT.c.killed_best, EVENT.c.injured_best).where(EVENT.c.report_count == 2)
        assert connection.execute(joined).all() == [(4, 9)]


def test_seeding_twice_changes_no_row(database, articles, seed_into):
    seed_into(database, articles)
    before = rows_of(database)
    counts, _ = seed_into(database, articles)
    assert (counts.new, counts.unchanged) == (0, 5)
    assert rows_of(database) == before


def test_several_processes_write_the_same_rows_as_one(database, articles, seed_into):
    seed_into(database, articles)
    before = rows_of(database)
    with database.writing() as connection:
        for table in reversed(METADATA.sorted_tables):
            connection.execute(table.delete())
    seed_into(database, articles, workers=2)
    assert rows_of(database) == before


def test_what_fails_is_told_with_file_and_line_and_the_rest_goes_on(database, articles, seed_into):
    (articles / "empty.txt").write_text("")
    (articles / "binary.txt").write_bytes(bytes(range(256)) * 20)
    (articles / "page.html").write_text("<html><body><script>1</script></body></html>")
    with (articles / "c.jsonl").open("a") as lines:
        lines.write('{"text": "broken\n{"text": "x", "published_at": "the day before never"}\n')
    counts, failures = seed_into(database, articles, articles / "missing.txt")
    assert (counts.new, counts.failed) == (6, 5)  # an article with a day that cannot be read is read
    for wanted in ("empty.txt", "binary.txt", "page.html", "c.jsonl, line 4", "missing.txt"):
        assert any(wanted in failure for failure in failures), (wanted, failures)
    with database.reading() as connection:
        assert check_invariants(connection) == []


def test_an_article_in_another_language_is_stored_and_nothing_is_read_from_it(database, tmp_path, seed_into):
    (tmp_path / "a.txt").write_text(
        "BERLIN — Die Regierung hat am Dienstag den Plan abgelehnt, und die Opposition forderte Wahlen für das Jahr.",
        encoding="utf-8",
    )
    counts, failures = seed_into(database, tmp_path)
    assert (counts.new, counts.foreign, failures) == (1, 1, [])
    with database.reading() as connection:
        assert connection.execute(select(ARTICLE.c.language)).scalar_one() == "de"
        assert connection.execute(select(EVIDENCE.c.id)).all() == []


def test_a_corrected_article_replaces_its_older_version(database, tmp_path, seed_into):
    line = '{{"url": "https://tide.example/1", "text": "Police arrested {} people in Lima."}}'
    path = tmp_path / "a.jsonl"
    for number, outcome in ((40, "new"), (50, "changed")):
        path.write_text(line.format(number))
        counts, _ = seed_into(database, path)
        assert getattr(counts, outcome) == 1
    with database.reading() as connection:
        assert connection.execute(select(ARTICLE.c.text)).scalars().all() == ["Police arrested 50 people in Lima."]
        assert len(connection.execute(select(REPORT.c.id)).all()) == 1
        assert check_invariants(connection) == []
