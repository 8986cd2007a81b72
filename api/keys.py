"""API keys: who sends a request, and what they may do.

A key is one of the database's (`dateline keys`), one of the setting `api_keys`, or a token of the issuer that
the settings name.
"""

from __future__ import annotations

import hmac
import time
from collections.abc import Mapping
from dataclasses import dataclass

from api.tokens import Tokens
from dateline.store import Database
from dateline.store.bookkeeping.keys import StoredKey, digest_of, find_key, id_of
from schema.errors import AccessError, SettingError
from schema.scopes import Scope

SHORTEST = 16
"""Characters of a key's secret in the setting."""
REMEMBERED = 1_000
SECONDS = 5.0
"""How long a key is remembered: so long a revoked one may still be good."""
_SCHEME = "bearer "
_HINT = "Send the header Authorization: Bearer YOUR-KEY."


class UnknownKeyError(AccessError):
    """An unknown or revoked key."""


@dataclass(frozen=True, slots=True)
class Caller:
    """Who sent a request."""

    scopes: frozenset[Scope]
    name: str | None = None
    """Whose key it has; None without a key."""
    key: str | None = None
    """What tells this key from others, and is no secret."""

    def require(self, scope: Scope) -> str:
        """The name; AccessError where the caller has not this scope."""
        if scope not in self.scopes:
            if self.name is None:
                raise UnknownKeyError(f"This needs an API key with the scope {scope}.", hint=_HINT)
            raise AccessError(f"This API key has not the scope {scope}.", hint="Ask the operator for another key.")
        return self.name or "anybody"


NOBODY = Caller(frozenset())


class Keys:
    """The keys of one server."""

    def __init__(
        self,
        secrets: Mapping[str, str] | None = None,
        database: Database | None = None,
        tokens: Tokens | None = None,
        open_scopes: frozenset[Scope] = frozenset(),
    ) -> None:
        self._secrets = {name: digest_of(secret) for name, secret in (secrets or {}).items()}
        self._database = database
        self._tokens = tokens
        self._remembered: dict[str, tuple[float, StoredKey]] = {}
        self.anybody = Caller(open_scopes)
        """Who has no key."""

    async def caller(self, authorization: str | None) -> Caller:
        """Who sends an `Authorization: Bearer KEY` header, or none at all.

        UnknownKeyError for an invalid key: going on without it would hide the mistake from the client.
        """
        if not authorization:
            return self.anybody
        given = authorization[len(_SCHEME) :].strip()
        found = None
        if authorization.lower().startswith(_SCHEME):
            found = await self._stored(given) or self._named(given) or await self._token(given)
        if found is None:
            raise UnknownKeyError("This API key is not known.", hint=_HINT)
        return Caller(found.scopes | self.anybody.scopes, found.name, found.key)

    def needs_no_look(self, authorization: str | None) -> bool:
        """Whether `caller` would find this key without asking the database or anybody else."""
        if not authorization:
            return True
        identifier = id_of(authorization[len(_SCHEME) :].strip())
        if identifier is None:
            return self._tokens is None
        return self._kept(identifier) is not None

    def _kept(self, identifier: str) -> StoredKey | None:
        """The key, as far as it is remembered."""
        until, key = self._remembered.get(identifier, (0.0, None))
        return key if until > time.monotonic() else None

    async def _stored(self, given: str) -> Caller | None:
        identifier = id_of(given)
        if identifier is None or self._database is None:
            return None
        known = await self._find(identifier)
        # Compared before anything else is looked at, so that a revoked key takes as long as a wrong one.
        if known is None or not hmac.compare_digest(known.digest, digest_of(given)) or known.revoked_at is not None:
            return None
        return Caller(known.scopes, known.name, known.id)

    async def _find(self, identifier: str) -> StoredKey | None:
        kept = self._kept(identifier)
        if kept is not None:
            return kept
        now = time.monotonic()
        assert self._database is not None
        found = await self._database.read(lambda connection: find_key(connection, identifier))
        if found is not None:
            if len(self._remembered) >= REMEMBERED:
                self._remembered.clear()
            self._remembered[identifier] = (now + SECONDS, found)
        return found

    def _named(self, given: str) -> Caller | None:
        """By the setting; every key is compared, in constant time."""
        digest = digest_of(given)
        held = [name for name, own in self._secrets.items() if hmac.compare_digest(own, digest)]
        return Caller(frozenset(Scope), held[0], f"setting:{held[0]}") if held else None

    async def _token(self, given: str) -> Caller | None:
        if self._tokens is None:
            return None
        token = await self._tokens.read(given)
        return None if token is None else Caller(token.scopes, token.subject, f"token:{token.subject}")


NO_KEYS = Keys()


def parse_keys(text: str) -> dict[str, str]:
    """From `ana:secret,bo:secret`; SettingError where a name is missing or there twice, or a secret is short."""
    secrets: dict[str, str] = {}
    for number, part in enumerate(filter(None, map(str.strip, text.split(","))), 1):
        name, _, secret = part.partition(":")
        if not name or name in secrets or len(secret) < SHORTEST:
            raise SettingError(
                f"Setting api_keys: entry {number} is not a new name, a colon and {SHORTEST} characters or more.",
                hint='Like "ana:0123456789abcdef,bo:fedcba9876543210".',
            )
        secrets[name] = secret
    return secrets
