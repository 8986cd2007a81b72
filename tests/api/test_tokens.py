"""Tokens of an issuer, signed here with keys made for the test."""

import json
import time

import pytest
from joserfc import jwt
from joserfc.jwk import ECKey, KeySet, OctKey, RSAKey

from api.tokens import KeySource, parse_tokens
from schema.errors import SettingError, UnavailableError
from schema.scopes import Scope

ISSUER = "https://issuer.example"
AUDIENCE = "dateline"
RSA = RSAKey.generate_key(2048, parameters={"kid": "rsa"})
CURVE = ECKey.generate_key("P-256", parameters={"kid": "curve"})
STRANGER = RSAKey.generate_key(2048, parameters={"kid": "rsa"})


@pytest.fixture
def jwks(tmp_path):
    path = tmp_path / "jwks.json"
    path.write_text(json.dumps(KeySet([RSA, CURVE]).as_dict(private=False)))
    return path


@pytest.fixture
def tokens(jwks):
    return parse_tokens(ISSUER, AUDIENCE, str(jwks))


def signed(key=RSA, algorithm="RS256", kid="rsa", **claims):
    now = int(time.time())
    usual = {"iss": ISSUER, "aud": AUDIENCE, "sub": "ana", "exp": now + 60, "scope": "read correct openid"}
    given = {name: value for name, value in {**usual, **claims}.items() if value is not None}
    return jwt.encode({"alg": algorithm, "kid": kid}, given, key, algorithms=[algorithm])


@pytest.mark.parametrize(("key", "algorithm", "kid"), [(RSA, "RS256", "rsa"), (CURVE, "ES256", "curve")])
async def test_a_token_says_who_and_what(tokens, key, algorithm, kid):
    token = await tokens.read(signed(key, algorithm, kid))
    assert (token.subject, token.scopes) == ("ana", {Scope.READ, Scope.CORRECT})


@pytest.mark.parametrize(
    "claims",
    [
        {"iss": "https://other.example"},
        {"aud": "other"},
        {"exp": 1},
        {"exp": None},
        {"nbf": 4_000_000_000},
        {"sub": None},
        {"sub": 5},
        {"sub": "a\nb"},
        {"iss": None},
    ],
)
async def test_a_token_of_another_place_or_time_is_none(tokens, claims):
    assert await tokens.read(signed(**claims)) is None


async def test_a_token_of_another_key_is_none(tokens):
    assert await tokens.read(signed(STRANGER)) is None


async def test_a_token_by_a_shared_secret_is_none(tmp_path):
    secret = OctKey.generate_key(256, parameters={"kid": "rsa"})
    path = tmp_path / "jwks.json"
    path.write_text(json.dumps(KeySet([secret]).as_dict(private=True)))
    tokens = parse_tokens(ISSUER, AUDIENCE, str(path))
    assert tokens is not None
    assert await tokens.read(signed(secret, "HS256")) is None


@pytest.mark.parametrize(
    "text", ["", "a.b.c", "..", "e30.e30.e30", "a." * 5000, "\x00.\x00.\x00", "eyJhbGciOiJub25lIn0.e30."]
)
async def test_what_is_no_token_is_none(tokens, text):
    assert await tokens.read(text) is None


@pytest.mark.parametrize(
    ("issuer", "audience", "source", "name"),
    [
        (ISSUER, "", "x", "jwt_audience"),
        ("", AUDIENCE, "x", "jwt_issuer"),
        (ISSUER, AUDIENCE, "", "jwt_keys"),
        (ISSUER, AUDIENCE, "/no/such/file", "jwt_keys"),
        (ISSUER, AUDIENCE, "http://issuer.example/keys", "jwt_keys"),
        (ISSUER, AUDIENCE, __file__, "jwt_keys"),
    ],
)
def test_half_an_issuer_is_refused(issuer, audience, source, name):
    with pytest.raises(SettingError, match=name):
        parse_tokens(issuer, audience, source)


def test_no_issuer_is_none():
    assert parse_tokens("", "", "") is None


async def test_an_issuer_that_does_not_answer_is_told(monkeypatch):
    source = KeySource("http://127.0.0.1:1/keys")
    with pytest.raises(UnavailableError):
        await source.keys()


async def test_an_address_is_not_asked_for_every_token(monkeypatch):
    asked: list[str] = []

    def fetch(address):
        asked.append(address)
        return KeySet([RSA])

    monkeypatch.setattr("api.tokens._fetch_set", fetch)
    source = KeySource("https://issuer.example/keys")
    for _ in range(5):
        await source.keys()
        await source.keys(anew=True)
    assert asked == ["https://issuer.example/keys"]
