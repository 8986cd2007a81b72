"""The proof of the fast path: whatever is asked, both ways give the same bytes, or the same errors."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from graphql import build_schema
from hypothesis import HealthCheck, Phase, given, settings

from api.graphql.view import WAY
from api.requests import Way
from dateline.store.reading.collections import NOUNS
from tests.api.fast.generated import operations, sensible

SCHEMA = build_schema(Path("schema/schema.graphql").read_text(encoding="utf-8"))
FIELDS = sorted(SCHEMA.query_type.fields) if SCHEMA.query_type else []
DOCUMENTS = 30
"""For each field of the root; three operations each."""

NEVER_COMPILED = ("suggestions", "latestJudgements")
"""Fields that people's pages ask for now and then, one at a time."""
FEWEST = {"rateLimit": 40}
"""Operations that there are at least, where a field has few selections."""


class Ways:
    """Asks both ways and compares."""

    def __init__(self, api: Any) -> None:
        self._client = api.client
        self.asked = 0
        self.compiled = 0
        self.ids = {noun: self._find_ids(noun) for noun in NOUNS}

    def _find_ids(self, noun: str) -> list[str]:
        answer = self._post(f"{{ {noun}s(first: 8) {{ nodes {{ id }} }} }}", Way.ORDINARY).json()
        return [node["id"] for node in answer["data"][f"{noun}s"]["nodes"]]

    def _post(self, query: str, way: str, variables: dict[str, Any] | None = None) -> Any:
        body = {"query": query, "variables": variables}
        return self._client.post("/graphql", json=body, headers={WAY: way, "X-Request-ID": "same"})

    def compare_known(self, query: str) -> None:
        """The same, of the first row of each noun that is named in place of an id."""
        for noun, ids in self.ids.items():
            query = query.replace(f'"{noun}"', f'"{ids[0]}"')
        self.compare(query)

    def compare(self, query: str, variables: dict[str, Any] | None = None) -> None:
        """Fails where the answers differ, or where one without errors was not compiled."""
        compiled, executed = (self._post(query, way, variables) for way in (Way.FAST, Way.ORDINARY))
        self.asked += 1
        assert compiled.content == executed.content, query
        assert compiled.status_code == executed.status_code
        if compiled.headers[WAY] == Way.FAST:
            self.compiled += 1
        else:
            assert b'"errors":' in compiled.content or any(name in query for name in NEVER_COMPILED), query


def compare_generated(ways: Ways, field: str) -> None:
    """Operations on one field of the root."""

    @settings(
        max_examples=DOCUMENTS,
        derandomize=True,
        database=None,
        deadline=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(operations(SCHEMA, field))
    def compare(text: str) -> None:
        ways.compare(text)
        for seed in range(2):
            ways.compare(sensible(SCHEMA, text, ways.ids, seed))

    asked, compiled = ways.asked, ways.compiled
    compare()
    assert ways.asked - asked >= FEWEST.get(field, 2 * DOCUMENTS)
    assert field in NEVER_COMPILED or ways.compiled - compiled >= (ways.asked - asked) // 4
