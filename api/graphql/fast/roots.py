"""Fields of the root that are no lists: things by their ids, and what the operation costs."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from api.graphql.fast.arguments import Getter
from api.graphql.fast.fallback import Fallback
from api.graphql.fast.selections import Field
from api.graphql.fast.steps import RowsStep, Run
from api.graphql.rate import rate_of
from dateline.store.filtering.operators import checked_id
from dateline.store.reading.plans.asking import Asking, at_once
from schema.ids import noun_of

Resolve = Callable[[Run], Asking[Any]]
Found = Mapping[str, RowsStep]
MOST_NODES = 100


def found_by_id(getter: Getter, steps: Found) -> Resolve:
    """The thing with an id, None where no step knows its noun or nothing has it."""

    def resolve(run: Run) -> Asking[Any]:
        identifier = checked_id(getter(run.inputs))
        step = steps.get(noun_of(identifier) or "")
        return None if step is None else (yield from step.run(run, [identifier])).get(identifier)

    return resolve


def found_by_ids(getter: Getter, steps: Found) -> Resolve:
    """The things with these ids, in their order."""

    def resolve(run: Run) -> Asking[list[Any]]:
        identifiers: Sequence[str] = getter(run.inputs)
        if len(identifiers) > MOST_NODES:
            raise Fallback("too many ids")
        by_noun: dict[str, dict[str, None]] = {}
        for identifier in identifiers:
            by_noun.setdefault(noun_of(checked_id(identifier)) or "", {})[identifier] = None
        nouns = yield from run.all([steps[noun].run(run, list(own)) for noun, own in by_noun.items() if noun in steps])
        found = {identifier: value for one in nouns for identifier, value in one.items()}
        return [found.get(identifier) for identifier in identifiers]

    return resolve


def rate_limit(fields: Sequence[Field]) -> Resolve:
    """What the operation costs."""

    def resolve(run: Run) -> Asking[dict[str, Any]]:
        rate = rate_of(run.measure, run.most_cost)
        values = {"cost": rate.cost, "limit": rate.limit, "nodeCount": rate.node_count, "__typename": "RateLimit"}
        return at_once({one.key: values[one.name] for one in fields})

    return resolve
