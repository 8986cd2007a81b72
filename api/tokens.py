"""JSON Web Tokens of one issuer: who its bearer is, and what they may do.

The issuer's keys come from a file or an https address, as a JWK set; an address is asked again now and then, and when
a token does not fit its keys.  Only signatures by a key pair are taken: a secret that both sides share, or none at all,
is how tokens are forged.
"""

from __future__ import annotations

import asyncio
import json
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.error import URLError
from urllib.parse import urlsplit
from urllib.request import urlopen

from joserfc import jwt
from joserfc.errors import JoseError
from joserfc.jwk import KeySet

from schema.errors import SettingError, UnavailableError
from schema.scopes import Scope

ALGORITHMS = ("RS256", "PS256", "ES256", "ES384", "Ed25519", "EdDSA")
LONGEST_TOKEN = 8_192
LARGEST_SET = 262_144
"""Bytes of a JWK set."""
KEPT_SECONDS = 600.0
RETRY_SECONDS = 30.0
"""Between two questions to the issuer, whatever tokens come."""
FETCH_SECONDS = 5.0
LEEWAY_SECONDS = 30
"""So far two clocks may be apart."""


@dataclass(frozen=True, slots=True)
class Token:
    """What a token says."""

    subject: str
    scopes: frozenset[Scope]


class KeySource:
    """An issuer's public keys, from a file's path or an https address."""

    def __init__(self, source: str) -> None:
        self._address = source if "://" in source else None
        self._keys: KeySet | None = None
        self._asked = float("-inf")
        if self._address is None:
            self._keys = _read_set(_file_text(Path(source)))
        elif not _may_be_asked(self._address):
            raise SettingError("Setting jwt_keys: the address must begin with https://.", hint=_HINT)

    async def keys(self, *, anew: bool = False) -> KeySet:
        """The keys; UnavailableError where the issuer has never answered."""
        age = time.monotonic() - self._asked
        if self._address is not None and age > (RETRY_SECONDS if anew or self._keys is None else KEPT_SECONDS):
            self._asked = time.monotonic()
            try:
                self._keys = await asyncio.to_thread(_fetch_set, self._address)
            except (OSError, SettingError) as error:
                if self._keys is None:
                    raise UnavailableError("The issuer's keys cannot be had now.", hint="Try again later.") from error
        if self._keys is None:
            raise UnavailableError("The issuer's keys cannot be had now.", hint="Try again later.")
        return self._keys


class Tokens:
    """Reads the tokens of one issuer, made for one audience."""

    def __init__(self, issuer: str, audience: str, source: KeySource) -> None:
        self._source = source
        self._claims = jwt.JWTClaimsRegistry(
            leeway=LEEWAY_SECONDS,
            iss={"essential": True, "value": issuer},
            aud={"essential": True, "value": audience},
            exp={"essential": True},
            sub={"essential": True},
        )

    async def read(self, text: str) -> Token | None:
        """What a token says; None for an invalid or expired one, or somebody else's."""
        if text.count(".") != 2 or len(text) > LONGEST_TOKEN:
            return None
        return _decoded(text, await self._source.keys(), self._claims) or _decoded(
            text, await self._source.keys(anew=True), self._claims
        )


def _decoded(text: str, keys: KeySet, claims: jwt.JWTClaimsRegistry) -> Token | None:
    try:
        found = jwt.decode(text, keys, algorithms=list(ALGORITHMS)).claims
        claims.validate(found)
    except (JoseError, ValueError, TypeError, RecursionError):
        return None
    subject = str(found["sub"])[:100]
    return Token(subject, _scopes(found.get("scope"))) if subject.isprintable() and subject else None


def _scopes(claim: Any) -> frozenset[Scope]:
    """Of the claim `scope` (RFC 8693): words with spaces between; those that are not Dateline's mean nothing here."""
    words = claim.split() if isinstance(claim, str) else ()
    return frozenset(scope for scope in Scope if scope in words)


def parse_tokens(issuer: str, audience: str, source: str) -> Tokens | None:
    """From the settings; None where there is no issuer, SettingError where something of it is missing."""
    if not (issuer or audience or source):
        return None
    for name, value in (("jwt_issuer", issuer), ("jwt_audience", audience), ("jwt_keys", source)):
        if not value:
            raise SettingError(f"Setting {name} is empty.", hint="An issuer needs all of its three settings.")
    return Tokens(issuer, audience, KeySource(source))


_HINT = "It takes the path of a JWK set, or its https address."


def _may_be_asked(address: str) -> bool:
    parts = urlsplit(address)
    return parts.scheme == "https" or (parts.scheme == "http" and parts.hostname in ("127.0.0.1", "::1", "localhost"))


def _file_text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise SettingError(f"Setting jwt_keys: {path} cannot be read.", hint=_HINT) from error


def _fetch_set(address: str) -> KeySet:
    with urlopen(address, timeout=FETCH_SECONDS) as answer:  # noqa: S310 - the scheme was checked
        text = answer.read(LARGEST_SET + 1)
    if len(text) > LARGEST_SET:
        raise URLError("too large")
    return _read_set(text.decode("utf-8", "replace"))


def _read_set(text: str) -> KeySet:
    try:
        return KeySet.import_key_set(json.loads(text))
    except (JoseError, ValueError, KeyError, TypeError, RecursionError) as error:
        raise SettingError("Setting jwt_keys: this is no JWK set.", hint=_HINT) from error
