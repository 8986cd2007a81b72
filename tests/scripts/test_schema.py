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
