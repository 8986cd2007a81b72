"""From a validated operation to a plan: a tree of steps, each with its statement and the code for its rows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from graphql import GraphQLObjectType, GraphQLSchema, OperationDefinitionNode

from api.graphql.fast.arguments import ArgumentMaker, Getter, has_variables
from api.graphql.fast.connections import connection_code, written_code
from api.graphql.fast.counting import StatisticsStep, bucket_maker
from api.graphql.fast.fallback import Fallback
from api.graphql.fast.roots import Resolve, found_by_id, found_by_ids, rate_limit
from api.graphql.fast.rows import Builder, RowsPlan
from api.graphql.fast.selections import Field, Selections
from api.graphql.fast.shapes import NODES, ROOT_LISTS, TYPES
from api.graphql.fast.steps import JudgementsStep, ListingStep, RowsStep, Run, ShortListStep, WrittenPage
from api.graphql.fast.values import STORED, Form
from dateline.store.reading.collections import MENTIONS, REPORTS, Collection, Relation
from dateline.store.reading.judged import JUDGEMENT_RANKS
from dateline.store.reading.plans.asking import Asking, at_once
from dateline.store.reading.plans.listing import Listing

_ELEMENTS = {REPORTS.name: "Report", MENTIONS.name: "Evidence"}


@dataclass(frozen=True, slots=True)
class Plan:
    """What answers one operation, for certain values of the variables in its directives."""

    entries: tuple[tuple[str, Resolve], ...]
    builders: tuple[Builder, ...]
    """All of it, for people who want to see the code."""

    def run(self, run: Run) -> Asking[dict[str, Any]]:
        """The `data` of an answer; an exception where ordinary execution must answer."""
        values = yield from run.all([resolve(run) for _, resolve in self.entries])
        return {key: value for (key, _), value in zip(self.entries, values, strict=True)}


@dataclass(slots=True)
class Compiler:
    """Compiles one operation.  Fallback where something in it is not compiled."""

    schema: GraphQLSchema
    selections: Selections
    argument_maker: ArgumentMaker
    form: Form
    """How the database's driver gives values."""
    builders: list[Builder] = field(default_factory=list)

    def compile(self, operation: OperationDefinitionNode) -> Plan:
        """The plan of a query."""
        fields = self.selections.collect("Query", [operation.selection_set])
        return Plan(tuple((one.key, self._root(one)) for one in fields), tuple(self.builders))

    def fields(self, type_name: str, asked: Field) -> list[Field]:
        """What is asked for of an object in a field."""
        return self.selections.collect(type_name, asked.inner)

    def arguments(self, type_name: str, asked: Field) -> Mapping[str, Getter]:
        """Getters of a field's arguments."""
        return self.argument_maker.make(self.object_type(type_name).fields[asked.name], asked.node)

    def object_type(self, name: str) -> GraphQLObjectType:
        """A type with fields, by its name."""
        found = self.schema.type_map[name]
        assert isinstance(found, GraphQLObjectType)
        return found

    def _root(self, asked: Field) -> Resolve:
        name = asked.name
        if name == "__typename":
            return lambda _: at_once("Query")
        if name in ROOT_LISTS:
            return self.listing(ROOT_LISTS[name], None, "Query", asked).run_root
        if name in TYPES:
            return found_by_id(self.arguments("Query", asked)["id"], {name: self.by_id(name, asked)})
        if name in ("node", "nodes"):
            return self._nodes(asked)
        if name == "eventStats":
            return self._statistics(asked)
        if name == "rateLimit":
            return rate_limit(self.fields("RateLimit", asked))
        raise Fallback(f"{name} is not compiled")

    def _nodes(self, asked: Field) -> Resolve:
        found = {noun: self.by_id(noun, asked) for noun in NODES}
        arguments = self.arguments("Query", asked)
        return found_by_id(arguments["id"], found) if asked.name == "node" else found_by_ids(arguments["ids"], found)

    def _statistics(self, asked: Field) -> Resolve:
        keys = {one.key: self.fields("EventKey", one) for one in self.fields("EventBucket", asked) if one.inner}
        nodes = {
            (key, one.key): {noun: self.by_id(noun, one) for noun in ("location", "actor")}
            for key, fields in keys.items()
            for one in fields
            if one.name == "node"
        }
        maker = bucket_maker(self.fields("EventBucket", asked), keys)
        return StatisticsStep(self.arguments("Query", asked), maker, nodes).run

    def by_id(self, noun: str, asked: Field) -> RowsStep:
        """Objects by ids."""
        plan = RowsPlan(self, noun, self.form)
        plan.column((), "id")
        return RowsStep(noun, self._list(plan, self.fields(TYPES[noun], asked)))

    def short_list(self, name: str, noun: str, asked: Field) -> ShortListStep:
        """A list that belongs to a row."""
        plan = RowsPlan(self, noun, self.form)
        code = plan.object(noun, (), self.fields(TYPES[noun], asked))
        return ShortListStep(name, self._kept(plan.finish_by_parent(code)))

    def aliases(self, _asked: Field) -> ShortListStep:
        """The names of actors."""
        plan = RowsPlan(self, "alias", self.form)
        return ShortListStep("aliases", self._kept(plan.finish_by_parent(f"r[{plan.column((), 'value')}]")))

    def judgements(self, noun: str, asked: Field) -> JudgementsStep:
        """What was judged of a noun's rows."""
        plan = RowsPlan(self, "judgement", self.form)
        return JudgementsStep(noun, self._list(plan, self.fields("Judgement", asked), JUDGEMENT_RANKS))

    def _list(self, plan: RowsPlan, fields: list[Field], extra: int = 0) -> Builder:
        return self._kept(plan.finish(f"[{plan.object(plan.noun, (), fields)} for r in rows]", extra=extra))

    def listing(self, collection: Collection, relation: Relation | None, owner: str, asked: Field) -> ListingStep:
        """Pages of a list, of each of the owner's rows where there is a relation."""
        noun = collection.name
        element = _ELEMENTS.get(noun) or TYPES[noun]
        plan = RowsPlan(self, noun, self.form)
        own, fields = f"{element}Connection", self.fields(f"{element}Connection", asked)
        code = connection_code(self, plan, own, fields)
        extra = (2 if code.has_cursors else 0) + (0 if relation is None else 1)
        builder = self._kept(plan.finish(code.expression, "rows, has_next, has_previous, total, cursor", extra))
        listing = Listing(collection, relation, builder.wanted, code.has_cursors)
        getters = self.arguments(owner, asked)
        step = ListingStep(listing, builder, getters, code.has_rows, code.has_total, has_variables(asked.node))
        if relation is None and self.form is STORED:
            written = written_code(self, noun, own, fields)
            if written is not None:
                listing = Listing(collection, None, self._kept(written.builder).wanted, written.has_cursors)
                step.written = WrittenPage(listing, written.builder)
        return step

    def _kept(self, builder: Builder) -> Builder:
        self.builders.append(builder)
        return builder


def shown(plan: Plan) -> Iterator[str]:
    """The generated code of a plan, a piece for each statement."""
    for builder in plan.builders:
        wanted = builder.wanted
        columns = ", ".join(".".join((*ref.path, ref.name)) for ref in wanted.refs)
        rows = "a page written by SQLite" if wanted.written else "rows"
        yield f"# {rows} of {wanted.noun}: {columns}\n{builder.code}"
