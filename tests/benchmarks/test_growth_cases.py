"""The pages of `benchmarks.growth` are pages that can be asked for."""

from __future__ import annotations

from benchmarks.growth_cases import FIELDS, cases
from benchmarks.happenings import Size
from benchmarks.synthetic import fill
from tests.api.conftest import Api, fresh_api  # noqa: F401


def test_each_page_is_answered(fresh_api: Api) -> None:  # noqa: F811
    fill(fresh_api.database, Size(articles=60, events=150, actors=40, locations=100, quotes=20))
    with fresh_api.database.reading() as connection:
        asked = list(cases(connection))
    assert {case.noun for case in asked} == set(FIELDS)
    assert len({case.name for case in asked}) == len(asked)
    faults = {case.name: fresh_api.post(case.query, **case.variables).get("errors") for case in asked}
    assert not {name: fault for name, fault in faults.items() if fault}
