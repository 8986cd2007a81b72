"""A page's questions and answers: a block `graphql`, its variables (`json variables`), then the answer (`json`)."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any

WIDTH = 120
_QUESTION = re.compile(r"```graphql\n(.*?)```\n\n(?:```json variables\n(.*?)```\n\n)?```json\n(.*?)```", re.DOTALL)
_ID = re.compile(r"[a-z]{3}_[a-z0-9]{26}")

Ask = Callable[[str, Mapping[str, Any]], Any]
"""From a query and its variables to the whole answer."""


def answer_page(page: str, ask: Ask) -> str:
    """The page with the answers that its queries have now; where ids have changed, later variables follow.

    Ids of judgements are made from the moment too: those on the page stay.
    """
    now: dict[str, str] = {}

    def answer(found: re.Match[str]) -> str:
        query, given, old = found.groups()
        new = told(ask(query, json.loads(_with_ids(given, now)) if given else {}))
        now.update(_changed_ids(json.loads(old) if old.strip() else None, new))
        lasting = {before: after for before, after in now.items() if not before.startswith("jud_")}
        kept = {after: before for before, after in now.items() if before not in lasting}
        variables = f"```json variables\n{_with_ids(given, lasting)}```\n\n" if given else ""
        return f"```graphql\n{query}```\n\n{variables}```json\n{_with_ids(show(new), kept)}\n```"

    return _QUESTION.sub(answer, page)


def _with_ids(text: str, ids: Mapping[str, str]) -> str:
    return _ID.sub(lambda one: ids.get(one.group(), one.group()), text)


def read_questions(page: str) -> list[str]:
    """The queries of the page."""
    return [found.group(1) for found in _QUESTION.finditer(page)]


def told(answer: dict[str, Any]) -> dict[str, Any]:
    """What the page shows of an answer: its data or errors."""
    kept = {name: answer[name] for name in ("errors", "data") if answer.get(name) is not None}
    for error in kept.get("errors", ()):
        error.pop("locations", None)
    return kept


def show(value: Any, indent: str = "", before: int = 0) -> str:
    """JSON in which whatever fits into a line has one; `before` characters stand before it already."""
    flat = json.dumps(value, ensure_ascii=False)
    if not isinstance(value, dict | list) or not value or len(indent) + before + len(flat) < WIDTH:
        return flat
    inner = indent + "  "
    if isinstance(value, list):
        lines = [inner + show(one, inner) for one in value]
        return "[\n" + ",\n".join(lines) + f"\n{indent}]"
    lines = [f"{inner}{json.dumps(name)}: {show(one, inner, len(name) + 4)}" for name, one in value.items()]
    return "{\n" + ",\n".join(lines) + f"\n{indent}}}"


def _changed_ids(old: Any, new: Any) -> Iterator[tuple[str, str]]:
    """Pairs of ids that stand at the same place of two answers."""
    if isinstance(old, dict) and isinstance(new, dict):
        for name in old.keys() & new.keys():
            yield from _changed_ids(old[name], new[name])
    elif isinstance(old, list) and isinstance(new, list):
        for one, other in zip(old, new, strict=False):
            yield from _changed_ids(one, other)
    elif isinstance(old, str) and isinstance(new, str) and _ID.fullmatch(old) and _ID.fullmatch(new):
        yield old, new
