"""What was taken from another sentence of an article says so, and its evidence is the words there."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from dateline.ingestion.intake.assembly import Assembly
from dateline.ingestion.processes.rendering import AnalysisRenderer
from dateline.store.writing.writer import write_article
from schema.ids import text_hash
from schema.mentions import (
    ActorEntity,
    ActorMention,
    Analysis,
    CountMention,
    EventMention,
    ParticipantMention,
    Place,
    PlaceMention,
    SourceText,
    VictimsMention,
    WhenMention,
)
from schema.vocabulary import (
    ActorKind,
    ActorSector,
    Basis,
    DatePrecision,
    EventStatus,
    EventType,
    Harm,
    LocationKind,
    MentionForm,
    ParticipantRole,
    VictimKind,
)
from tests.store.stories import cut

TEXT = "🙂 Gunmen raided Djibo on Monday, Ana Ruiz said. The attack left six villagers dead. Malian drones fled."
DJIBO = Place("Djibo", LocationKind.CITY, "BF", 14.1, -1.6, geonames_id=2361495)
ASKED = """{ events { nodes {
  when { text basis } locationBasis killed { basis }
  participants { nameAsWritten basis inferred evidence { text span { start end } } }
  victims { basis evidence { text } count { basis } }
  reports { nodes { saidByBasis
    whenEvidence { text span { start } } locationEvidence { text span { start startUtf16 } resolution { reason } }
    killedEvidence { text } injuredEvidence { text } } } } } }"""


def actor(name: str, kind: ActorKind) -> ActorEntity:
    mention = ActorMention(cut(TEXT, name), MentionForm.NAME)
    return ActorEntity(name, kind, ActorSector.UNKNOWN, None, (mention,))


@pytest.fixture
def analysis() -> Analysis:
    """The attack, whose day, place, doers and source stand in the sentence before; whose drones, in the one after."""
    killed = CountMention(cut(TEXT, "six villagers"), 6, 6, 6)
    gunmen, ruiz = actor("Gunmen", ActorKind.GROUP), actor("Ana Ruiz", ActorKind.PERSON)
    attack = EventMention(
        trigger=cut(TEXT, "attack"),
        triggers=(cut(TEXT, "attack"),),
        type=EventType.ASSAULT,
        mode=None,
        status=EventStatus.REPORTED,
        when=WhenMention(cut(TEXT, "Monday"), date(2024, 11, 4), date(2024, 11, 4), DatePrecision.DAY, Basis.CARRIED),
        location=0,
        participants=(
            ParticipantMention(ParticipantRole.ACTOR, gunmen.mentions[0].excerpt, "Gunmen", 0, basis=Basis.CARRIED),
            ParticipantMention(ParticipantRole.RECIPIENT, cut(TEXT, "Malian"), "Mali", None, inferred=True),
        ),
        killed=killed,
        injured=None,
        said_by=1,
        evidence=cut(TEXT, "The attack left six villagers dead."),
        confidence=0.9,
        victims=(VictimsMention(Harm.KILLED, VictimKind.CIVILIAN, killed.excerpt, killed),),
        location_basis=Basis.CARRIED,
        said_by_basis=Basis.CARRIED,
    )
    source = SourceText(text=TEXT, sha256=text_hash(TEXT), published_at=datetime(2024, 11, 6, tzinfo=UTC))
    place = PlaceMention(cut(TEXT, "Djibo"), DJIBO, 0.9, "the only one")
    return Analysis(source, (place,), (gunmen, ruiz), (), (attack,), "m 1", "1")


def test_evidence_is_the_words_that_a_value_was_taken_from(fresh_api, analysis):
    with fresh_api.database.writing() as connection:
        write_article(connection, Assembly(analysis).facts())
    (event,) = fresh_api.ask(ASKED)["events"]["nodes"]
    start = TEXT.index("Gunmen")
    assert event == {
        "when": {"text": "Monday", "basis": "CARRIED"},
        "locationBasis": "CARRIED",
        "killed": {"basis": "STATED"},
        "participants": [
            {
                "nameAsWritten": "Gunmen",
                "basis": "CARRIED",
                "inferred": True,
                "evidence": {"text": "Gunmen", "span": {"start": start, "end": start + 6}},
            },
            {
                "nameAsWritten": "Mali",
                "basis": "INFERRED",
                "inferred": True,
                "evidence": {"text": "Malian", "span": {"start": TEXT.index("Malian"), "end": TEXT.index(" drones")}},
            },
        ],
        "victims": [{"basis": "STATED", "evidence": {"text": "six villagers"}, "count": {"basis": "STATED"}}],
        "reports": {
            "nodes": [
                {
                    "saidByBasis": "CARRIED",
                    "whenEvidence": {"text": "Monday", "span": {"start": TEXT.index("Monday")}},
                    "locationEvidence": {
                        "text": "Djibo",
                        "span": {"start": TEXT.index("Djibo"), "startUtf16": TEXT.index("Djibo") + 1},
                        "resolution": {"reason": "the only one"},
                    },
                    "killedEvidence": {"text": "six villagers"},
                    "injuredEvidence": None,
                }
            ]
        },
    }


def test_an_event_can_be_left_out_for_what_was_carried_over(fresh_api, analysis):
    with fresh_api.database.writing() as connection:
        write_article(connection, Assembly(analysis).facts())
    for where, count in (
        ("{whenBasis: {eq: STATED}}", 0),
        ("{whenBasis: {oneOf: [STATED, CARRIED]}}", 1),
        ("{NOT: {participantBasis: {oneOf: [INFERRED]}}}", 0),
        ("{killedBasis: {eq: STATED}}", 1),
        ("{saidByBasis: {eq: STATED}}", 0),
    ):
        assert fresh_api.ask(f"{{ events(where: {where}) {{ totalCount }} }}")["events"]["totalCount"] == count
        buckets = fresh_api.ask(f"{{ eventStats(where: {where}, by: [TYPE]) {{ events }} }}")["eventStats"]
        assert sum(bucket["events"] for bucket in buckets) == count


def test_the_analysis_says_the_same(analysis):
    (event,) = AnalysisRenderer(analysis, TEXT).render()["events"]
    monday, djibo, six = (list(_span(words)) for words in ("Monday", "Djibo", "six villagers"))
    assert (event["when"]["span"], event["when"]["basis"]) == (monday, "CARRIED")
    assert (event["location"]["span"], event["location"]["basis"]) == (djibo, "CARRIED")
    assert (event["killed"]["span"], event["killed"]["basis"], event["injured"]) == (six, "STATED", None)
    assert (event["victims"][0]["span"], event["victims"][0]["basis"]) == (six, "STATED")
    assert (event["said_by"], event["said_by_basis"]) == ("Ana Ruiz", "CARRIED")
    assert [(one["name"], one["span"], one["basis"], one["inferred"]) for one in event["participants"]] == [
        ("Gunmen", list(_span("Gunmen")), "CARRIED", True),
        ("Mali", None, "INFERRED", True),
    ]


def _span(words: str) -> tuple[int, int]:
    return TEXT.index(words), TEXT.index(words) + len(words)
