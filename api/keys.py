"""API keys: who may change what is stored.  Without any key nobody may; reading needs none."""

from __future__ import annotations

import hmac
from collections.abc import Mapping

from schema.errors import AccessError, SettingError

SHORTEST = 16
"""Characters of a key's secret."""
_SCHEME = "bearer "


class Keys:
    """The keys of one server, by the name of whoever holds each."""

    def __init__(self, secrets: Mapping[str, str]) -> None:
        self._secrets = {name: secret.encode() for name, secret in secrets.items()}

    @classmethod
    def parse(cls, text: str) -> Keys:
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
        return cls(secrets)

    def holder(self, authorization: str | None) -> str:
        """Whose key an `Authorization: Bearer SECRET` header has.

        AccessError where there is none, or an unknown one, or this server has no keys.  Every key is compared, in
        constant time.
        """
        if not self._secrets:
            raise AccessError(
                "This server takes no changes.", hint="Its operator can allow them with the setting DATELINE_API_KEYS."
            )
        given = authorization or ""
        secret = given[len(_SCHEME) :].strip().encode("utf-8", "replace")
        held = [name for name, own in self._secrets.items() if hmac.compare_digest(own, secret)]
        if not held or not given.lower().startswith(_SCHEME):
            raise AccessError(
                "This needs an API key." if not given else "This API key is not known.",
                hint="Send the header Authorization: Bearer YOUR-KEY.",
            )
        return held[0]


NO_KEYS = Keys({})
