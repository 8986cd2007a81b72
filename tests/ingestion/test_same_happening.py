"""Happenings that three papers tell, and their likes a week apart: read by the model, in two orders."""

import json

import pytest
from sqlalchemy import select

from dateline.ingestion.processes.options import ReadingOptions
from dateline.ingestion.processes.pool import ReadingPool
from dateline.ingestion.seeding.seeding import list_sources, seed
from dateline.store import open_database
from schema.tables import ARTICLE, REPORT

ARTICLES = {
    "quake a": (
        "2024-11-05",
        "MANILA, Philippines — A magnitude-6.1 earthquake struck off Surigao on Monday night, killing eight people "
        "and injuring 40, disaster officials said. Houses collapsed in three villages.",
    ),
    "quake b": (
        "2024-11-05",
        "At least eight people were killed when a 6.1-magnitude earthquake hit Surigao in the Philippines on "
        "Monday, the disaster agency said. Rescuers searched collapsed houses.",
    ),
    "quake c": (
        "2024-11-06",
        "SURIGAO, Philippines — Villagers in Surigao slept outdoors after Monday's earthquake, which killed nine "
        "people. The quake flattened houses in three villages.",
    ),
    "later quake": (
        "2024-11-13",
        "A magnitude-5.2 earthquake struck Surigao in the Philippines on Tuesday, injuring three people, officials "
        "said. Schools were closed.",
    ),
    "arrest a": (
        "2024-11-05",
        "LOS ANGELES — Police arrested the singer Dana Whitlock in Malibu on Sunday on suspicion of drunken driving, "
        "the sheriff's department said.",
    ),
    "arrest b": (
        "2024-11-05",
        "Dana Whitlock was arrested in Malibu on Sunday after her car hit a parked van, police said. The singer "
        "was released on bail.",
    ),
    "arrest c": (
        "2024-11-04",
        "MALIBU, California — Singer Dana Whitlock was arrested for drunken driving in Malibu on Sunday, "
        "officers said.",
    ),
    "other arrest": (
        "2024-11-05",
        "LOS ANGELES — Police arrested the actor Rex Tolliver in Malibu on Sunday after a fight in a bar, the "
        "sheriff's department said.",
    ),
    "plea a": (
        "2024-04-30",
        "Patrick Doyle Jr., 40, pleaded guilty to threatening a mayor. His sentencing is scheduled for June 3.",
    ),
    "plea b": (
        "2024-04-30",
        "Patrick J. Doyle Jr. was arrested in March over threats to a mayor. Sentencing is scheduled for June 3.",
    ),
    "other plea": (
        "2024-04-30",
        "Omar Brandvik, 51, pleaded guilty to robbing a jeweller. His sentencing is scheduled for June 3.",
    ),
    "sanctions a": (
        "2024-04-30",
        "African Union leaders agreed on Monday evening to impose more sanctions on Eritrea, including economic ones.",
    ),
    "sanctions b": (
        "2024-04-30",
        "The African Union agreed Monday to impose sanctions against Eritrea, including banning its airlines.",
    ),
    "sanctions c": (
        "2024-04-30",
        "African Union leaders have agreed on a set of sanctions against Eritrea, including a ban on its airlines.",
    ),
    "other sanctions": (
        "2024-04-30",
        "European Union ministers agreed Monday to impose sanctions on Belarus, including a ban on its airlines.",
    ),
    "inquiry a": (
        "2024-04-30",
        "The state attorney general is investigating Rentlo, according to two people familiar with the matter.",
    ),
    "inquiry b": ("2024-04-30", "Rentlo is reportedly being investigated by the state attorney general."),
    "other inquiry": ("2024-04-30", "Voltaro is reportedly being investigated by the state attorney general."),
    "call a": ("2024-04-30", "Patrick Olsen was arrested in March for a phone call to the senator's office."),
    "call b": (
        "2024-04-30",
        "Olsen, Patrick's lawyer said, will appeal. Patrick Olsen was arrested in March for the February 21 call to "
        "the offices of the senator.",
    ),
    "other call": ("2024-04-30", "Rex Tolliver was arrested in March for a phone call to the senator's office."),
    "earlier call": ("2023-04-30", "Patrick Olsen was arrested in March for a phone call to the senator's office."),
    "later arrest": (
        "2024-11-12",
        "MALIBU, California — Singer Dana Whitlock was arrested for drunken driving in Malibu on Sunday, "
        "officers said.",
    ),
}


@pytest.fixture(scope="module")
def joined(tmp_path_factory):
    """For both orders, the sets of articles that share an event."""
    folder = tmp_path_factory.mktemp("happenings")
    return [read(folder, name, keys) for name, keys in (("there", list(ARTICLES)), ("back", list(ARTICLES)[::-1]))]


def read(folder, name, keys):
    lines = [
        {"id": key, "url": f"https://tide.example/{key}", "published_at": ARTICLES[key][0], "text": ARTICLES[key][1]}
        for key in keys
    ]
    path = folder / f"{name}.jsonl"
    path.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    database = open_database(f"sqlite:///{folder / name}.db", create=True)
    with ReadingPool(1, ReadingOptions()) as pool:
        counts = seed(database, list_sources([str(path)]), pool, lambda *_: None)
    assert counts.failed == 0
    with database.reading() as connection:
        told = select(REPORT.c.event_id, ARTICLE.c.url).join(ARTICLE, ARTICLE.c.id == REPORT.c.article_id)
        found = connection.execute(told).all()
    database.close()
    events: dict[str, set[str]] = {}
    for event_id, url in found:
        events.setdefault(event_id, set()).add(url.removeprefix("https://tide.example/"))
    return {frozenset(keys) for keys in events.values() if len(keys) > 1}


def test_what_three_papers_tell_is_one_event(joined):
    assert frozenset({"quake a", "quake b", "quake c"}) in joined[0]
    assert frozenset({"arrest a", "arrest b", "arrest c"}) in joined[0]


@pytest.mark.parametrize("story", ["plea", "sanctions", "inquiry", "call"])
def test_what_short_articles_tell_in_other_words_is_one_event(joined, story):
    whole = {key for key in ARTICLES if key in (f"{story} a", f"{story} b", f"{story} c")}
    assert any(whole <= event for event in joined[0])


def test_nothing_else_is_joined(joined):
    for event in joined[0]:
        assert len({key.rpartition(" ")[0] for key in event}) == 1
        assert not any(key.startswith(("other", "earlier", "later")) for key in event)


def test_another_arrest_and_another_quake_stay_apart(joined):
    together = set().union(*joined[0])
    assert not together & {"later quake", "other arrest", "later arrest"}


def test_the_order_of_the_articles_changes_nothing(joined):
    assert joined[0] == joined[1]
