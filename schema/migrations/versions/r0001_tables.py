"""The tables: articles, evidence, locations, actors, quotes, events and their reports."""

import sqlalchemy as sa
from alembic import op

from schema.tables.columns import Code, Instant, Number

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    _create_actor()
    _create_article()
    _create_location()
    _create_actor_redirect()
    _create_actor_tally()
    _create_appearance()
    _create_evidence()
    _create_actor_mention()
    _create_dateline()
    _create_event()
    _create_location_mention()
    _create_office()
    _create_quote()
    _create_event_actor()
    _create_event_redirect()
    _create_quote_part()
    _create_report()
    _create_participant()
    _create_report_trigger()
    _create_toll()


def _create_actor() -> None:
    op.create_table(
        "actor",
        sa.Column("number", Number(), nullable=False),
        sa.Column("id", Code(), nullable=False),
        sa.Column("name", Code(), nullable=False),
        sa.Column("name_key", Code(), nullable=False),
        sa.Column("kind", Code(), nullable=False),
        sa.Column("sector", Code(), nullable=False),
        sa.Column("country_code", Code(), nullable=True),
        sa.Column("search_text", Code(), nullable=False),
        sa.Column("article_count", sa.Integer(), nullable=False),
        sa.Column("event_count", sa.Integer(), nullable=False),
        sa.Column("quote_count", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_actor")),
        sa.UniqueConstraint("id", name=op.f("uq_actor_id")),
    )


def _create_article() -> None:
    op.create_table(
        "article",
        sa.Column("number", Number(), nullable=False),
        sa.Column("id", Code(), nullable=False),
        sa.Column("sha256", Code(), nullable=False),
        sa.Column("url", Code(), nullable=True),
        sa.Column("url_key", Code(), nullable=True),
        sa.Column("title", Code(), nullable=True),
        sa.Column("title_key", Code(), nullable=True),
        sa.Column("byline", Code(), nullable=True),
        sa.Column("publisher", Code(), nullable=True),
        sa.Column("publisher_key", Code(), nullable=True),
        sa.Column("agency", Code(), nullable=True),
        sa.Column("published_at", Instant(), nullable=True),
        sa.Column("published_on", sa.Date(), nullable=True),
        sa.Column("language", Code(), nullable=False),
        sa.Column("text", Code(), nullable=False),
        sa.Column("raw_offsets", sa.JSON(), nullable=False),
        sa.Column("raw_sha256", Code(), nullable=False),
        sa.Column("encoding", Code(), nullable=False),
        sa.Column("origin", Code(), nullable=False),
        sa.Column("model", Code(), nullable=False),
        sa.Column("extractor", Code(), nullable=False),
        sa.Column("added_at", Instant(), nullable=False),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_article")),
        sa.UniqueConstraint("id", name=op.f("uq_article_id")),
    )


def _create_location() -> None:
    op.create_table(
        "location",
        sa.Column("number", Number(), nullable=False),
        sa.Column("id", Code(), nullable=False),
        sa.Column("geonames_id", sa.Integer(), nullable=True),
        sa.Column("kind", Code(), nullable=False),
        sa.Column("name", Code(), nullable=False),
        sa.Column("name_key", Code(), nullable=False),
        sa.Column("country_code", Code(), nullable=True),
        sa.Column("admin1", Code(), nullable=True),
        sa.Column("latitude", sa.Float(), nullable=True),
        sa.Column("longitude", sa.Float(), nullable=True),
        sa.Column("population", Number(), nullable=False),
        sa.Column("parent_id", Code(), nullable=True),
        sa.Column("search_text", Code(), nullable=False),
        sa.Column("event_count", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_location")),
        sa.UniqueConstraint("id", name=op.f("uq_location_id")),
        sa.ForeignKeyConstraint(["parent_id"], ["location.id"], name=op.f("fk_location_parent_id")),
    )


def _create_actor_redirect() -> None:
    op.create_table(
        "actor_redirect",
        sa.Column("old_id", Code(), nullable=False),
        sa.Column("actor_id", Code(), nullable=False),
        sa.PrimaryKeyConstraint("old_id", name=op.f("pk_actor_redirect")),
        sa.ForeignKeyConstraint(["actor_id"], ["actor.id"], name=op.f("fk_actor_redirect_actor_id")),
    )


def _create_actor_tally() -> None:
    op.create_table(
        "actor_tally",
        sa.Column("actor_id", Code(), nullable=False),
        sa.Column("aspect", Code(), nullable=False),
        sa.Column("value", Code(), nullable=False),
        sa.Column("key", Code(), nullable=True),
        sa.Column("articles", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("actor_id", "aspect", "value", name=op.f("pk_actor_tally")),
        sa.ForeignKeyConstraint(["actor_id"], ["actor.id"], name=op.f("fk_actor_tally_actor_id")),
    )


def _create_appearance() -> None:
    op.create_table(
        "appearance",
        sa.Column("article_id", Code(), nullable=False),
        sa.Column("actor_id", Code(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("name", Code(), nullable=False),
        sa.Column("kind", Code(), nullable=False),
        sa.Column("sector", Code(), nullable=False),
        sa.Column("country_code", Code(), nullable=True),
        sa.Column("aliases", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("article_id", "actor_id", name=op.f("pk_appearance")),
        sa.ForeignKeyConstraint(["actor_id"], ["actor.id"], name=op.f("fk_appearance_actor_id")),
        sa.ForeignKeyConstraint(["article_id"], ["article.id"], name=op.f("fk_appearance_article_id")),
    )


def _create_evidence() -> None:
    op.create_table(
        "evidence",
        sa.Column("id", Code(), nullable=False),
        sa.Column("article_id", Code(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("start_utf16", sa.Integer(), nullable=False),
        sa.Column("end_utf16", sa.Integer(), nullable=False),
        sa.Column("text", Code(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_evidence")),
        sa.UniqueConstraint("article_id", "start", "end", name=op.f("uq_evidence_article_id_start_end")),
        sa.ForeignKeyConstraint(["article_id"], ["article.id"], name=op.f("fk_evidence_article_id")),
    )


def _create_actor_mention() -> None:
    op.create_table(
        "actor_mention",
        sa.Column("actor_id", Code(), nullable=False),
        sa.Column("evidence_id", Code(), nullable=False),
        sa.Column("article_id", Code(), nullable=False),
        sa.Column("form", Code(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("published_at", Instant(), nullable=True),
        sa.PrimaryKeyConstraint("actor_id", "evidence_id", name=op.f("pk_actor_mention")),
        sa.ForeignKeyConstraint(["actor_id"], ["actor.id"], name=op.f("fk_actor_mention_actor_id")),
        sa.ForeignKeyConstraint(["article_id"], ["article.id"], name=op.f("fk_actor_mention_article_id")),
        sa.ForeignKeyConstraint(["evidence_id"], ["evidence.id"], name=op.f("fk_actor_mention_evidence_id")),
    )


def _create_dateline() -> None:
    op.create_table(
        "dateline",
        sa.Column("article_id", Code(), nullable=False),
        sa.Column("location_id", Code(), nullable=False),
        sa.Column("evidence_id", Code(), nullable=False),
        sa.PrimaryKeyConstraint("article_id", name=op.f("pk_dateline")),
        sa.ForeignKeyConstraint(["article_id"], ["article.id"], name=op.f("fk_dateline_article_id")),
        sa.ForeignKeyConstraint(["evidence_id"], ["evidence.id"], name=op.f("fk_dateline_evidence_id")),
        sa.ForeignKeyConstraint(["location_id"], ["location.id"], name=op.f("fk_dateline_location_id")),
    )


def _create_event() -> None:
    op.create_table(
        "event",
        sa.Column("number", Number(), nullable=False),
        sa.Column("id", Code(), nullable=False),
        sa.Column("type", Code(), nullable=False),
        sa.Column("mode", Code(), nullable=True),
        sa.Column("acled", Code(), nullable=True),
        sa.Column("status", Code(), nullable=False),
        sa.Column("summary", Code(), nullable=False),
        sa.Column("evidence_id", Code(), nullable=False),
        sa.Column("when_text", Code(), nullable=True),
        sa.Column("date_earliest", sa.Date(), nullable=True),
        sa.Column("date_latest", sa.Date(), nullable=True),
        sa.Column("date_precision", Code(), nullable=False),
        sa.Column("location_id", Code(), nullable=True),
        sa.Column("country_code", Code(), nullable=True),
        sa.Column("latitude", sa.Float(), nullable=True),
        sa.Column("longitude", sa.Float(), nullable=True),
        sa.Column("killed_text", Code(), nullable=True),
        sa.Column("killed_low", sa.Integer(), nullable=True),
        sa.Column("killed_best", sa.Integer(), nullable=True),
        sa.Column("killed_high", sa.Integer(), nullable=True),
        sa.Column("injured_text", Code(), nullable=True),
        sa.Column("injured_low", sa.Integer(), nullable=True),
        sa.Column("injured_best", sa.Integer(), nullable=True),
        sa.Column("injured_high", sa.Integer(), nullable=True),
        sa.Column("confidence", sa.Float(), nullable=False),
        sa.Column("report_count", sa.Integer(), nullable=False),
        sa.Column("published_at", Instant(), nullable=True),
        sa.Column("search_text", Code(), nullable=False),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_event")),
        sa.UniqueConstraint("id", name=op.f("uq_event_id")),
        sa.ForeignKeyConstraint(["evidence_id"], ["evidence.id"], name=op.f("fk_event_evidence_id")),
        sa.ForeignKeyConstraint(["location_id"], ["location.id"], name=op.f("fk_event_location_id")),
    )


def _create_location_mention() -> None:
    op.create_table(
        "location_mention",
        sa.Column("evidence_id", Code(), nullable=False),
        sa.Column("article_id", Code(), nullable=False),
        sa.Column("location_id", Code(), nullable=True),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("published_at", Instant(), nullable=True),
        sa.Column("score", sa.Float(), nullable=False),
        sa.Column("reason", Code(), nullable=False),
        sa.Column("metonym", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("evidence_id", name=op.f("pk_location_mention")),
        sa.ForeignKeyConstraint(["article_id"], ["article.id"], name=op.f("fk_location_mention_article_id")),
        sa.ForeignKeyConstraint(["evidence_id"], ["evidence.id"], name=op.f("fk_location_mention_evidence_id")),
        sa.ForeignKeyConstraint(["location_id"], ["location.id"], name=op.f("fk_location_mention_location_id")),
    )


def _create_office() -> None:
    op.create_table(
        "office",
        sa.Column("id", Code(), nullable=False),
        sa.Column("actor_id", Code(), nullable=False),
        sa.Column("article_id", Code(), nullable=False),
        sa.Column("title", Code(), nullable=False),
        sa.Column("title_key", Code(), nullable=False),
        sa.Column("organization", Code(), nullable=True),
        sa.Column("organization_id", Code(), nullable=True),
        sa.Column("as_of", sa.Date(), nullable=True),
        sa.Column("newest", sa.Boolean(), nullable=False),
        sa.Column("evidence_id", Code(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_office")),
        sa.ForeignKeyConstraint(["actor_id"], ["actor.id"], name=op.f("fk_office_actor_id")),
        sa.ForeignKeyConstraint(["article_id"], ["article.id"], name=op.f("fk_office_article_id")),
        sa.ForeignKeyConstraint(["evidence_id"], ["evidence.id"], name=op.f("fk_office_evidence_id")),
        sa.ForeignKeyConstraint(["organization_id"], ["actor.id"], name=op.f("fk_office_organization_id")),
    )


def _create_quote() -> None:
    op.create_table(
        "quote",
        sa.Column("number", Number(), nullable=False),
        sa.Column("id", Code(), nullable=False),
        sa.Column("article_id", Code(), nullable=False),
        sa.Column("evidence_id", Code(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("text", Code(), nullable=False),
        sa.Column("kind", Code(), nullable=False),
        sa.Column("speaker_id", Code(), nullable=True),
        sa.Column("speaker_as_written", Code(), nullable=True),
        sa.Column("speaker_name", Code(), nullable=True),
        sa.Column("speaker_key", Code(), nullable=True),
        sa.Column("cue", Code(), nullable=True),
        sa.Column("medium", Code(), nullable=True),
        sa.Column("confidence", sa.Float(), nullable=False),
        sa.Column("published_at", Instant(), nullable=True),
        sa.Column("search_text", Code(), nullable=False),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_quote")),
        sa.UniqueConstraint("id", name=op.f("uq_quote_id")),
        sa.ForeignKeyConstraint(["article_id"], ["article.id"], name=op.f("fk_quote_article_id")),
        sa.ForeignKeyConstraint(["evidence_id"], ["evidence.id"], name=op.f("fk_quote_evidence_id")),
        sa.ForeignKeyConstraint(["speaker_id"], ["actor.id"], name=op.f("fk_quote_speaker_id")),
    )


def _create_event_actor() -> None:
    op.create_table(
        "event_actor",
        sa.Column("event_id", Code(), nullable=False),
        sa.Column("actor_id", Code(), nullable=False),
        sa.PrimaryKeyConstraint("event_id", "actor_id", name=op.f("pk_event_actor")),
        sa.ForeignKeyConstraint(["actor_id"], ["actor.id"], name=op.f("fk_event_actor_actor_id")),
        sa.ForeignKeyConstraint(["event_id"], ["event.id"], name=op.f("fk_event_actor_event_id")),
    )


def _create_event_redirect() -> None:
    op.create_table(
        "event_redirect",
        sa.Column("old_id", Code(), nullable=False),
        sa.Column("event_id", Code(), nullable=False),
        sa.PrimaryKeyConstraint("old_id", name=op.f("pk_event_redirect")),
        sa.ForeignKeyConstraint(["event_id"], ["event.id"], name=op.f("fk_event_redirect_event_id")),
    )


def _create_quote_part() -> None:
    op.create_table(
        "quote_part",
        sa.Column("quote_id", Code(), nullable=False),
        sa.Column("part", Code(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("evidence_id", Code(), nullable=False),
        sa.PrimaryKeyConstraint("quote_id", "part", "position", name=op.f("pk_quote_part")),
        sa.ForeignKeyConstraint(["evidence_id"], ["evidence.id"], name=op.f("fk_quote_part_evidence_id")),
        sa.ForeignKeyConstraint(["quote_id"], ["quote.id"], name=op.f("fk_quote_part_quote_id")),
    )


def _create_report() -> None:
    op.create_table(
        "report",
        sa.Column("id", Code(), nullable=False),
        sa.Column("event_id", Code(), nullable=False),
        sa.Column("article_id", Code(), nullable=False),
        sa.Column("evidence_id", Code(), nullable=False),
        sa.Column("trigger_id", Code(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("published_at", Instant(), nullable=True),
        sa.Column("type", Code(), nullable=False),
        sa.Column("mode", Code(), nullable=True),
        sa.Column("acled", Code(), nullable=True),
        sa.Column("status", Code(), nullable=False),
        sa.Column("summary", Code(), nullable=False),
        sa.Column("said_by_id", Code(), nullable=True),
        sa.Column("when_text", Code(), nullable=True),
        sa.Column("when_evidence_id", Code(), nullable=True),
        sa.Column("date_earliest", sa.Date(), nullable=True),
        sa.Column("date_latest", sa.Date(), nullable=True),
        sa.Column("date_precision", Code(), nullable=False),
        sa.Column("location_id", Code(), nullable=True),
        sa.Column("location_evidence_id", Code(), nullable=True),
        sa.Column("confidence", sa.Float(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_report")),
        sa.ForeignKeyConstraint(["article_id"], ["article.id"], name=op.f("fk_report_article_id")),
        sa.ForeignKeyConstraint(["event_id"], ["event.id"], name=op.f("fk_report_event_id")),
        sa.ForeignKeyConstraint(["evidence_id"], ["evidence.id"], name=op.f("fk_report_evidence_id")),
        sa.ForeignKeyConstraint(["location_evidence_id"], ["evidence.id"], name=op.f("fk_report_location_evidence_id")),
        sa.ForeignKeyConstraint(["location_id"], ["location.id"], name=op.f("fk_report_location_id")),
        sa.ForeignKeyConstraint(["said_by_id"], ["actor.id"], name=op.f("fk_report_said_by_id")),
        sa.ForeignKeyConstraint(["trigger_id"], ["evidence.id"], name=op.f("fk_report_trigger_id")),
        sa.ForeignKeyConstraint(["when_evidence_id"], ["evidence.id"], name=op.f("fk_report_when_evidence_id")),
    )


def _create_participant() -> None:
    op.create_table(
        "participant",
        sa.Column("id", Code(), nullable=False),
        sa.Column("report_id", Code(), nullable=False),
        sa.Column("event_id", Code(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("role", Code(), nullable=False),
        sa.Column("actor_id", Code(), nullable=True),
        sa.Column("name_as_written", Code(), nullable=False),
        sa.Column("name_key", Code(), nullable=False),
        sa.Column("evidence_id", Code(), nullable=False),
        sa.Column("inferred", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_participant")),
        sa.ForeignKeyConstraint(["actor_id"], ["actor.id"], name=op.f("fk_participant_actor_id")),
        sa.ForeignKeyConstraint(["event_id"], ["event.id"], name=op.f("fk_participant_event_id")),
        sa.ForeignKeyConstraint(["evidence_id"], ["evidence.id"], name=op.f("fk_participant_evidence_id")),
        sa.ForeignKeyConstraint(["report_id"], ["report.id"], name=op.f("fk_participant_report_id")),
    )


def _create_report_trigger() -> None:
    op.create_table(
        "report_trigger",
        sa.Column("report_id", Code(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("evidence_id", Code(), nullable=False),
        sa.PrimaryKeyConstraint("report_id", "position", name=op.f("pk_report_trigger")),
        sa.ForeignKeyConstraint(["evidence_id"], ["evidence.id"], name=op.f("fk_report_trigger_evidence_id")),
        sa.ForeignKeyConstraint(["report_id"], ["report.id"], name=op.f("fk_report_trigger_report_id")),
    )


def _create_toll() -> None:
    op.create_table(
        "toll",
        sa.Column("report_id", Code(), nullable=False),
        sa.Column("kind", Code(), nullable=False),
        sa.Column("text", Code(), nullable=False),
        sa.Column("low", sa.Integer(), nullable=False),
        sa.Column("best", sa.Integer(), nullable=False),
        sa.Column("high", sa.Integer(), nullable=True),
        sa.Column("evidence_id", Code(), nullable=False),
        sa.PrimaryKeyConstraint("report_id", "kind", name=op.f("pk_toll")),
        sa.ForeignKeyConstraint(["evidence_id"], ["evidence.id"], name=op.f("fk_toll_evidence_id")),
        sa.ForeignKeyConstraint(["report_id"], ["report.id"], name=op.f("fk_toll_report_id")),
    )
