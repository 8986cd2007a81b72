import pytest
import typer

from scripts import schema


def test_a_schema_that_is_out_of_date_is_shown_and_fails_the_check(tmp_path, monkeypatch, capsys):
    monkeypatch.setattr(schema, "SDL", tmp_path / "schema.graphql")
    with pytest.raises(typer.Exit) as caught:
        schema.main(check=True)
    assert caught.value.exit_code == 1
    shown = capsys.readouterr()
    assert "+type Query {" in shown.out
    assert "Run: python -m scripts.schema" in shown.err
    schema.main()
    schema.main(check=True)


def test_a_change_that_breaks_clients_fails_the_check_until_it_is_released(tmp_path, monkeypatch, capsys):
    promised = tmp_path / "released.graphql"
    promised.write_text(
        schema.SDL.read_text("utf-8").replace("type Query {", "type Query {\n  weather: String\n"), "utf-8"
    )
    monkeypatch.setattr(schema, "RELEASED", promised)
    monkeypatch.setattr(schema, "SDL", tmp_path / "schema.graphql")
    schema.main()
    with pytest.raises(typer.Exit) as caught:
        schema.main(check=True)
    assert caught.value.exit_code == 1
    shown = capsys.readouterr()
    assert "Field Query.weather was removed." in shown.out
    assert "1 changes break clients" in shown.err
    schema.main(release=True)
    schema.main(check=True)


@pytest.mark.parametrize(
    ("promised", "made", "breaks"),
    [
        ("type Query { a: Int }", "type Query { a: Int b: Int }", 0),
        ("type Query { a: Int b: Int }", "type Query { a: Int }", 1),
        ("type Query { a: Int! }", "type Query { a: Int }", 1),
        ("type Query { a(b: Int): Int }", "type Query { a(b: Int!): Int }", 1),
        ("enum E { X Y } type Query { a: E }", "enum E { X } type Query { a: E }", 1),
    ],
)
def test_what_breaks_clients_is_found_and_what_only_adds_is_not(promised, made, breaks):
    assert len(schema.find_breaks(promised, made)) == breaks
