"""Going on: what is stored or set aside is not read again, and a database that is away for a while ends nothing."""

from __future__ import annotations

from dataclasses import replace

import pytest
from prometheus_client import CollectorRegistry

from dateline.extraction.cleaning import clean_text
from dateline.ingestion.asking.options import ModelOptions
from dateline.ingestion.intake import storing
from dateline.ingestion.intake.storing import withdraw_article
from dateline.ingestion.processes.options import ReadingOptions
from dateline.ingestion.seeding import ledger as ledgers
from dateline.ingestion.seeding import seeding
from dateline.ingestion.seeding.ledger import Ledger
from dateline.ingestion.seeding.metrics import IngestionMetrics
from dateline.ingestion.seeding.patience import NO_PATIENCE, Patience
from dateline.ingestion.seeding.seeding import Failure, take_in_all
from dateline.store.bookkeeping.readings import count_set_aside
from dateline.store.integrity import check_invariants
from dateline.store.reading.stored_texts import count_faults
from schema.errors import DatabaseAwayError, DatabaseError, PoisonError, SourceError
from schema.mentions import Analysis, RawArticle, StageFault
from schema.readers import ReaderKind, Shown
from scripts.seed import tell_faults

OPTIONS = ReadingOptions()


class Reader:
    """Reads nothing out of articles, and notes which it was given."""

    def __init__(self):
        self.given = []

    def read(self, raws):
        for raw in raws:
            self.given.append(raw.content)
            if "poison" in raw.content:
                yield PoisonError("It ends whatever reads it.")
            elif "broken" in raw.content:
                yield SourceError("It is broken.")
            else:
                source = clean_text(raw.content, url=raw.url, published_at=raw.published_at)
                yield Analysis(source, (), (), (), (), "none", "1")


@pytest.fixture
def take_in(database):
    """`take_in(*articles)`: what was read, the counts, the failures."""

    def run(*articles, ledger=None, patience=NO_PATIENCE):
        reader, failures = Reader(), []
        raws = [article if isinstance(article, RawArticle) else RawArticle("x", article) for article in articles]
        counts = take_in_all(
            database,
            raws,
            reader,
            lambda _, failure: failures.append(failure) if failure else None,
            ledger or Ledger(OPTIONS),
            patience,
        )
        return reader.given, counts, failures

    return run


def test_what_is_stored_is_not_read_again(take_in):
    assert take_in("Six died.", "Two fled.")[0] == ["Six died.", "Two fled."]
    given, counts, _ = take_in("Six died.", "Nine met.", "Two fled.")
    assert given == ["Nine met."]
    assert (counts.read, counts.new, counts.unchanged) == (3, 1, 2)


def test_other_metadata_is_another_article_to_read(take_in):
    take_in("Six died.")
    given, _, _ = take_in(RawArticle("x", "Six died.", published_at="2024-11-05"))
    assert given == ["Six died."]


def test_another_version_of_the_extractor_reads_everything_again(take_in, monkeypatch):
    take_in("Six died.")
    monkeypatch.setattr(ledgers, "VERSION", "another")
    assert take_in("Six died.")[0] == ["Six died."]


def test_what_an_older_version_set_aside_is_tried_by_a_newer_one_and_then_forgotten(take_in, database, monkeypatch):
    (failure,) = take_in("It is poison.")[2]
    assert isinstance(failure.error, PoisonError)
    assert take_in("It is poison.")[0] == []
    assert database.run(count_set_aside) == 1
    monkeypatch.setattr(ledgers, "VERSION", "another")
    assert take_in("It is poison.")[0] == ["It is poison."]
    assert database.run(count_set_aside) == 1
    monkeypatch.setattr(Reader, "read", read_all)
    monkeypatch.setattr(ledgers, "VERSION", "a third")
    assert take_in("It is poison.")[1].new == 1
    assert database.run(count_set_aside) == 0


def read_all(_self, raws):
    return (Analysis(clean_text(raw.content), (), (), (), (), "none", "1") for raw in raws)


def test_what_cannot_be_stored_is_set_aside_and_the_rest_goes_on(take_in, database, monkeypatch):
    store = storing.store_article

    def fail(connection, facts, **options):
        outcome = store(connection, facts, **options)
        if "Seven" in facts.source.text:
            raise ValueError("characters 3 to 7 are other words")
        return outcome

    monkeypatch.setattr(seeding, "store_article", fail)
    given, counts, failures = take_in("Six died.", "Seven died.", "Eight died.")
    assert (len(given), counts.new, counts.failed) == (3, 2, 1)
    assert "ValueError: characters 3 to 7 are other words" in str(failures[0])
    assert database.run(count_set_aside) == 1
    assert database.run(check_invariants) == []


def test_stages_that_failed_are_counted_and_kept(take_in, database, monkeypatch):
    faults = (StageFault("places", "KeyError"), StageFault("places", "ValueError"), StageFault("events", "KeyError"))

    def read(_self, raws):
        for raw in raws:
            yield Analysis(clean_text(raw.content), (), (), (), (), "none", "1", faults[: len(raw.content) % 4])

    monkeypatch.setattr(Reader, "read", read)
    _, counts, _ = take_in("Nine", "Seven", "Eleven", "Fifteen")
    assert (counts.new, counts.partial, counts.faults) == (4, 3, {"places": 3, "events": 1})
    kept = database.run(count_faults)
    assert kept == {"places (KeyError)": 3, "places (ValueError)": 2, "events (KeyError)": 1}
    metrics = IngestionMetrics(CollectorRegistry())
    metrics.count(counts)
    assert metrics.registry.get_sample_value("dateline_stage_faults_total", {"stage": "places"}) == 3
    assert "3 were read in part; what failed: events in 1, places in 3." in tell_faults(counts)


def test_an_older_version_can_come_back_after_a_newer_one(take_in):
    versions = [RawArticle("x", content, url="https://tide.example/1") for content in ("Six died.", "Seven died.")]
    for version, outcome in ((0, "new"), (1, "changed"), (0, "changed"), (0, "unchanged")):
        _, counts, _ = take_in(versions[version])
        assert getattr(counts, outcome) == 1


def test_what_was_deleted_is_read_again(take_in, database):
    take_in("Six died.")
    with database.writing() as connection:
        for article_id in ("art_none", *_ids(connection)):
            withdraw_article(connection, article_id)
    assert take_in("Six died.")[0] == ["Six died."]


def _ids(connection):
    from sqlalchemy import select

    from schema.tables import ARTICLE

    return connection.execute(select(ARTICLE.c.id)).scalars().all()


def test_poison_is_set_aside_with_its_reason_and_tried_again_when_asked(take_in, database):
    given, _, _ = take_in("Six died.", "poison", "broken")
    _, counts, (failure,) = take_in("poison")
    assert given == ["Six died.", "poison", "broken"]
    assert counts.failed == 1
    assert str(failure.error).startswith("It ends whatever reads it. It was set aside by an earlier run")
    assert database.run(count_set_aside) == 1
    assert take_in("poison", "broken")[0] == ["broken"]
    assert take_in("poison", ledger=Ledger(OPTIONS, retry=True))[0] == ["poison"]


def test_failures_come_in_the_order_of_the_articles(take_in, database):
    take_in("poison")
    told: list[str] = []
    articles: list[RawArticle | Failure] = [
        Failure("", SourceError("first")),
        RawArticle("b", "poison"),
        RawArticle("c", "broken"),
    ]
    take_in_all(database, articles, Reader(), lambda _, failure: told.append(str(failure)), Ledger(OPTIONS))
    assert [words.split()[-1] if "first" in words else words[:2] for words in told] == ["first", "b:", "c:"]


# ---------------------------------------------------------------- patience


def test_a_database_that_is_away_for_a_while_is_waited_for(database, take_in, monkeypatch):
    pauses: list[float] = []
    away = iter([True, True, True])
    writing = database.writing

    def fail_first():
        if next(away, False):
            raise DatabaseAwayError("The server is gone.")
        return writing()

    monkeypatch.setattr(database, "writing", fail_first)
    _, counts, _ = take_in("Six died.", patience=Patience(60, pauses.append))
    assert (counts.new, pauses) == (1, [0.25, 0.5, 1.0])


def test_patience_ends():
    pauses: list[float] = []

    def fail():
        raise DatabaseAwayError("The server is gone.")

    with pytest.raises(DatabaseAwayError):
        Patience(60, pauses.append).persist(fail)
    assert 60 <= sum(pauses) < 80
    assert max(pauses) == 15


def test_another_failure_of_the_database_is_told_at_once():
    def fail():
        raise DatabaseError("The disk is full.")

    with pytest.raises(DatabaseError, match="full"):
        Patience(60, lambda _: pytest.fail("waited")).persist(fail)


def test_another_model_question_or_way_of_showing_is_another_reading(tmp_path, monkeypatch):
    def read_by(kind=ReaderKind.BOTH, name="small", shown=Shown.RULES, **asked):
        second = ModelOptions(kind, "http://127.0.0.1/v1", name, tmp_path, shown=shown, **asked)
        return Ledger(replace(OPTIONS, second=second)).id_of(RawArticle("x", "A text."))

    others = [Ledger(OPTIONS).id_of(RawArticle("x", "A text.")), read_by(ReaderKind.MODEL), read_by(name="large")]
    others.append(read_by(shown=Shown.MODEL))
    assert len({read_by(), *others}) == 5
    assert read_by() == read_by(budget=5, estimate=True, key="k", timeout=1.0)
    before = read_by()
    monkeypatch.setattr("dateline.extraction.model.prompting.prompts_version", lambda: "another")
    assert read_by() != before
