"""API keys: made, listed, revoked and looked up.  Only digests are stored, so a copy of the database opens nothing."""

from __future__ import annotations

import hashlib
import re
import secrets
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, Row, insert, select, update

from schema.errors import InputError, NotFoundError
from schema.scopes import Scope
from schema.tables import API_KEY

LONGEST_NAME = 100
_NAME = re.compile(r"[^\s\x00-\x1f\x7f,:](?:[^\x00-\x1f\x7f,:]*[^\s\x00-\x1f\x7f,:])?")
"""Names stand beside judgements: one line, and none of the marks that the settings use between them."""
_SHAPE = re.compile(r"dl_([0-9a-f]{12})_[A-Za-z0-9_-]{43}")
"""`dl_`, the id, and 256 random bits: too many to guess, so that a plain digest is as good as a slow one."""


@dataclass(frozen=True, slots=True)
class StoredKey:
    """A key as it is kept."""

    id: str
    name: str
    scopes: frozenset[Scope]
    digest: str
    made_at: datetime
    revoked_at: datetime | None


def digest_of(key: str) -> str:
    """What is kept of a key."""
    return hashlib.sha256(key.encode("utf-8", "replace")).hexdigest()


def id_of(key: str) -> str | None:
    """The id in a key; None where the text has not the shape of one."""
    found = _SHAPE.fullmatch(key)
    return found[1] if found else None


def make_key(connection: Connection, name: str, scopes: Iterable[Scope]) -> str:
    """A new key, which nobody can be told again; InputError for a name that cannot be used, or without a scope."""
    if len(name) > LONGEST_NAME or not _NAME.fullmatch(name):
        message = f"The name {name[:40]!r} cannot be used."
        raise InputError(message, hint=f"1 to {LONGEST_NAME} characters on one line, no comma and no colon.")
    wanted = frozenset(scopes)
    if not wanted:
        raise InputError("A key without a scope opens nothing.", hint=f"Scopes are {', '.join(Scope)}.")
    identifier = secrets.token_hex(6)
    key = f"dl_{identifier}_{secrets.token_urlsafe(32)}"
    row = {
        "id": identifier,
        "name": name,
        "scopes": " ".join(scope for scope in Scope if scope in wanted),
        "digest": digest_of(key),
        "made_at": datetime.now(UTC),
    }
    connection.execute(insert(API_KEY).values(row))
    return key


def find_key(connection: Connection, identifier: str) -> StoredKey | None:
    """The key of an id, revoked or not."""
    row = connection.execute(select(API_KEY).where(API_KEY.c.id == identifier)).first()
    return None if row is None else _stored(row)


def list_keys(connection: Connection) -> list[StoredKey]:
    """All keys, the oldest first."""
    return [_stored(row) for row in connection.execute(select(API_KEY).order_by(API_KEY.c.made_at, API_KEY.c.id))]


def revoke_key(connection: Connection, identifier: str) -> StoredKey:
    """The key, which is good for nothing from now on; NotFoundError where there is none of this id."""
    columns = API_KEY.c
    now = datetime.now(UTC)
    connection.execute(
        update(API_KEY).where(columns.id == identifier, columns.revoked_at.is_(None)).values(revoked_at=now)
    )
    found = find_key(connection, identifier)
    if found is None:
        raise NotFoundError(f"There is no key {identifier[:40]!r}.", hint="dateline keys list shows their ids.")
    return found


def _stored(row: Row[Any]) -> StoredKey:
    # A scope that a newer version wrote is none that this one can check.
    scopes = frozenset(Scope(one) for one in row.scopes.split() if one in set(Scope))
    return StoredKey(row.id, row.name, scopes, row.digest, row.made_at, row.revoked_at)
