"""Full-text search: FTS5 tables kept by triggers on SQLite, generated columns with GIN indexes on PostgreSQL.

Both cut words at punctuation, drop diacritics and case, and stem by Porter's rules, so that they find the same.
"""

from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

SEARCHED = {
    "article": ("title", "text"),
    "event": ("search_text",),
    "actor": ("search_text",),
    "location": ("search_text",),
    "quote": ("search_text",),
}


def upgrade() -> None:
    if op.get_bind().dialect.name == "sqlite":
        for table, columns in SEARCHED.items():
            _create_fts(table, columns)
    else:
        _create_configuration()
        for table, columns in SEARCHED.items():
            _create_vector(table, columns)


def _create_fts(table: str, columns: tuple[str, ...]) -> None:
    search, names = f"{table}_search", ", ".join(columns)
    op.execute(
        f"CREATE VIRTUAL TABLE {search} USING fts5({names}, content='{table}', content_rowid='number', "
        "tokenize='porter unicode61 remove_diacritics 2')"
    )
    old, new = (", ".join(f"{row}.{column}" for column in columns) for row in ("old", "new"))
    changed = " OR ".join(f"old.{column} IS NOT new.{column}" for column in columns)
    forget = f"INSERT INTO {search}({search}, rowid, {names}) VALUES ('delete', old.number, {old});"  # noqa: S608
    learn = f"INSERT INTO {search}(rowid, {names}) VALUES (new.number, {new});"  # noqa: S608
    op.execute(f"CREATE TRIGGER {search}_insert AFTER INSERT ON {table} BEGIN {learn} END")
    op.execute(f"CREATE TRIGGER {search}_delete AFTER DELETE ON {table} BEGIN {forget} END")
    op.execute(
        f"CREATE TRIGGER {search}_update AFTER UPDATE OF {names} ON {table} WHEN {changed} BEGIN {forget} {learn} END"
    )


def _create_configuration() -> None:
    op.execute("CREATE TEXT SEARCH DICTIONARY dateline_stem (TEMPLATE = snowball, LANGUAGE = porter)")
    op.execute("CREATE TEXT SEARCH CONFIGURATION dateline (COPY = simple)")
    op.execute(
        "ALTER TEXT SEARCH CONFIGURATION dateline "
        "ALTER MAPPING FOR asciiword, word, numword, hword, asciihword WITH dateline_stem"
    )
    # A tsvector holds a megabyte; the words after 400,000 characters of one text are not searched.
    op.execute(
        r"""
        CREATE FUNCTION dateline_words(whole text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN
        regexp_replace(
            regexp_replace(normalize(left(whole, 400000), NFKD), U&'[\0300-\036F]+', '', 'g'),
            U&'[\0001-/:-@[-`{-\00BF\2000-\206F\3000-\303F]+', ' ', 'g')
        """
    )


def _create_vector(table: str, columns: tuple[str, ...]) -> None:
    weights = ("A", "D") if len(columns) > 1 else ("D",)
    vector = " || ".join(
        f"setweight(to_tsvector('dateline'::regconfig, dateline_words(coalesce({column}, ''))), '{weight}')"
        for column, weight in zip(columns, weights, strict=True)
    )
    op.execute(f"ALTER TABLE {table} ADD COLUMN search_vector tsvector GENERATED ALWAYS AS ({vector}) STORED")
    op.execute(f"CREATE INDEX ix_{table}_search ON {table} USING gin (search_vector)")
