import pytest
from sqlalchemy import text

from dateline.store.bookkeeping.keys import digest_of, find_key, id_of, list_keys, make_key, revoke_key
from schema.errors import InputError, NotFoundError
from schema.scopes import Scope


def test_a_key_is_kept_as_its_digest_only(database):
    with database.writing() as connection:
        key = make_key(connection, "Ana B.", [Scope.CORRECT, Scope.READ])
        (stored,) = list_keys(connection)
        (row,) = connection.execute(text("SELECT * FROM api_key"))
    assert (stored.name, stored.revoked_at) == ("Ana B.", None)
    assert stored.scopes == {Scope.READ, Scope.CORRECT}
    assert stored.id == id_of(key)
    assert stored.digest == digest_of(key)
    secret = key.rsplit("_", 1)[0]
    assert not any(secret in str(value) for value in row)


def test_no_two_keys_are_the_same(database):
    with database.writing() as connection:
        keys = {make_key(connection, "ana", [Scope.READ]) for _ in range(20)}
        assert len(keys) == len({id_of(key) for key in keys}) == len(list_keys(connection)) == 20


def test_a_revoked_key_stays_to_tell_and_keeps_the_moment(database):
    with database.writing() as connection:
        key = make_key(connection, "ana", [Scope.READ])
        identifier = id_of(key)
        assert identifier is not None
        first = revoke_key(connection, identifier)
        assert first.revoked_at is not None
        assert revoke_key(connection, identifier) == first == find_key(connection, identifier)


@pytest.mark.parametrize("name", ["", " ", "a\nb", "a,b", "a:b", " a", "a ", "a\x00", "x" * 101, "a\x7fb"])
def test_names_that_would_break_a_line_are_refused(database, name):
    with database.writing() as connection, pytest.raises(InputError):
        make_key(connection, name, [Scope.READ])


def test_a_key_needs_a_scope(database):
    with database.writing() as connection, pytest.raises(InputError, match="without a scope"):
        make_key(connection, "ana", [])


def test_what_is_no_key_cannot_be_revoked(database):
    with database.writing() as connection, pytest.raises(NotFoundError):
        revoke_key(connection, "none")


@pytest.mark.parametrize("text", ["", "dl_", "dl_0123456789ab_", "dl_0123456789AB_" + "a" * 43, "x" * 60])
def test_only_keys_have_the_shape_of_one(text):
    assert id_of(text) is None
