"""Judgements, and beside each actor of an article's facts the id that it has by that article alone."""

import sqlalchemy as sa
from alembic import op

from schema.tables.columns import Code, Instant, Number

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

OWN = (
    ("office", "own_id", "actor_id"),
    ("office", "own_organization_id", "organization_id"),
    ("quote", "own_speaker_id", "speaker_id"),
    ("report", "own_said_by_id", "said_by_id"),
    ("participant", "own_actor_id", "actor_id"),
)
"""Table, new column, the column whose values it gets."""
INDEXES = (
    ("ix_appearance_actor", "appearance", "actor_id, article_id"),
    ("ix_actor_mention_article", "actor_mention", "article_id, start"),
    ("ix_actor_mention_evidence_id", "actor_mention", "evidence_id"),
    ("ix_actor_mention_newest", "actor_mention", "actor_id, coalesce(published_at, '-infinity'), evidence_id"),
    ("ix_appearance_own", "appearance", "own_id"),
    ("ix_participant_own_actor_id", "participant", "own_actor_id"),
    ("ix_judgement_subject", "judgement", "subject_id, kind"),
    ("ix_judgement_object", "judgement", "object_id, kind"),
    ("ix_judgement_location_id", "judgement", "location_id"),
)


def upgrade() -> None:
    _create_judgement()
    op.add_column("event", sa.Column("machine", sa.JSON(), nullable=True))
    for table, column, source in OWN:
        op.add_column(table, sa.Column(column, Code(), nullable=True))
        op.execute(f'UPDATE "{table}" SET {column} = {source}')  # noqa: S608
    _rebuild("appearance", _appearance())
    _rebuild("actor_mention", _actor_mention())
    for name, table, columns in INDEXES:
        op.execute(f"CREATE INDEX {name} ON {table} ({columns})")


def _create_judgement() -> None:
    op.create_table(
        "judgement",
        sa.Column("number", Number(), nullable=False),
        sa.Column("id", Code(), nullable=False),
        sa.Column("kind", Code(), nullable=False),
        sa.Column("subject_id", Code(), nullable=False),
        sa.Column("object_id", Code(), nullable=True),
        sa.Column("changes", sa.JSON(), nullable=True),
        sa.Column("location_id", Code(), nullable=True),
        sa.Column("score", sa.Float(), nullable=True),
        sa.Column("reason", Code(), nullable=False),
        sa.Column("made_by", Code(), nullable=True),
        sa.Column("made_at", Instant(), nullable=False),
        sa.Column("withdrawn_by", Code(), nullable=True),
        sa.Column("withdrawn_at", Instant(), nullable=True),
        sa.Column("withdrawn_reason", Code(), nullable=True),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_judgement")),
        sa.UniqueConstraint("id", name=op.f("uq_judgement_id")),
        sa.ForeignKeyConstraint(["location_id"], ["location.id"], name=op.f("fk_judgement_location_id")),
    )


def _rebuild(table: str, parts: tuple[sa.schema.SchemaItem, ...]) -> None:
    """Copies a table into one with another primary key, which SQLite cannot change."""
    op.rename_table(table, f"{table}_before")
    if op.get_bind().dialect.name == "postgresql":
        op.drop_constraint(f"pk_{table}", f"{table}_before")
    made = op.create_table(table, *parts)
    names = ", ".join(column.name for column in made.columns)
    values = ", ".join("actor_id" if column.name == "own_id" else column.name for column in made.columns)
    op.execute(f"INSERT INTO {table} ({names}) SELECT {values} FROM {table}_before")  # noqa: S608
    op.drop_table(f"{table}_before")


def _appearance() -> tuple[sa.schema.SchemaItem, ...]:
    return (
        sa.Column("article_id", Code(), nullable=False),
        sa.Column("own_id", Code(), nullable=False),
        sa.Column("actor_id", Code(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("name", Code(), nullable=False),
        sa.Column("kind", Code(), nullable=False),
        sa.Column("sector", Code(), nullable=False),
        sa.Column("country_code", Code(), nullable=True),
        sa.Column("aliases", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("article_id", "own_id", name=op.f("pk_appearance")),
        sa.ForeignKeyConstraint(["actor_id"], ["actor.id"], name=op.f("fk_appearance_actor_id")),
        sa.ForeignKeyConstraint(["article_id"], ["article.id"], name=op.f("fk_appearance_article_id")),
    )


def _actor_mention() -> tuple[sa.schema.SchemaItem, ...]:
    return (
        sa.Column("own_id", Code(), nullable=False),
        sa.Column("evidence_id", Code(), nullable=False),
        sa.Column("actor_id", Code(), nullable=False),
        sa.Column("article_id", Code(), nullable=False),
        sa.Column("form", Code(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("published_at", Instant(), nullable=True),
        sa.PrimaryKeyConstraint("own_id", "evidence_id", name=op.f("pk_actor_mention")),
        sa.ForeignKeyConstraint(["actor_id"], ["actor.id"], name=op.f("fk_actor_mention_actor_id")),
        sa.ForeignKeyConstraint(["article_id"], ["article.id"], name=op.f("fk_actor_mention_article_id")),
        sa.ForeignKeyConstraint(["evidence_id"], ["evidence.id"], name=op.f("fk_actor_mention_evidence_id")),
    )
