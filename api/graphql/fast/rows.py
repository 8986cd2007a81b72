"""Code that makes objects of an answer out of the rows of one statement.

A selection set becomes one expression, `{"summary": r0, "location": None if r1 is None else {"name": r2}}`, over rows
that have exactly the columns it names.  What needs statements of its own is a child: a step whose results the code
looks up by an id of the row.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from graphql import GraphQLNonNull, get_named_type

from api.graphql.fast.arguments import Getter
from api.graphql.fast.fallback import Fallback
from api.graphql.fast.selections import Field
from api.graphql.fast.shapes import COLUMN, COMPUTED, KEYS, LINKS, PARTS, RELATIONS, SHORT_LISTS, TYPES, Part, column_of
from api.graphql.fast.values import NAMES, Form
from api.graphql.judgements import COLUMN_NAMES, corrected
from dateline.store.reading.plans.wanted import MOST_LINKS, Wanted, always_has
from dateline.store.reading.plans.writing import CONTEXT, Path, Ref

if TYPE_CHECKING:
    from api.graphql.fast.compiler import Compiler
    from api.graphql.fast.steps import Step

Row = Sequence[Any]
_NUMBERED = re.compile(r"\br\[(\d+)\]")
_CODE_NAMES = {**NAMES, "corrected": corrected, "defaultdict": defaultdict, "EMPTY": ()}


@dataclass(frozen=True, slots=True)
class Child:
    """A step that is asked for the ids in some columns."""

    step: Step
    columns: tuple[int, ...]

    def keys(self, rows: Iterable[Row]) -> list[str]:
        """The ids, each once."""
        found = {row[column]: None for row in rows for column in self.columns}
        found.pop(None, None)
        return list(found)


@dataclass(frozen=True, slots=True)
class Builder:
    """Rows of one statement, and the code that makes objects of them."""

    wanted: Wanted
    children: tuple[Child, ...]
    sides: Mapping[str, Getter]
    """For parameters of the statement, how many code points of context they stand for."""
    code: str
    build: Callable[..., Any]


def made(
    wanted: Wanted, arguments: str, body: str, children: tuple[Child, ...], sides: Mapping[str, Getter]
) -> Builder:
    """With a function of these arguments and this body."""
    code = f"def build({arguments}):\n    {body}\n"
    namespace: dict[str, Any] = dict(_CODE_NAMES)
    exec(compile(code, "<selection>", "exec"), namespace)  # noqa: S102 - made here, of checked names only
    return Builder(wanted, children, sides, code, namespace["build"])


@dataclass(slots=True)
class RowsPlan:
    """What one statement must give; grows while its selection set is turned into code."""

    compiler: Compiler
    noun: str
    form: Form
    _refs: dict[Ref, int] = field(default_factory=dict)
    _children: list[Child] = field(default_factory=list)
    _sides: dict[str, Getter] = field(default_factory=dict)

    @property
    def wanted(self) -> Wanted:
        """The columns so far."""
        return Wanted(self.noun, tuple(self._refs))

    def column(self, path: Path, name: str, sides: tuple[str, str] | None = None) -> int:
        """The position of a column in the rows."""
        return self._refs.setdefault(Ref(path, name, sides), len(self._refs))

    def child(self, step: Step, *columns: int) -> str:
        """The name of a step's results in the code."""
        self._children.append(Child(step, columns))
        return f"c{len(self._children) - 1}"

    def object(self, noun: str, path: Path, fields: Iterable[Field]) -> str:
        """Code of an object that a row, or what it leads to, becomes."""
        type_name = TYPES[noun]
        entries = (f"{one.key!r}: {self._value(type_name, path, one)}" for one in fields)
        return "{" + ", ".join(entries) + "}"

    def finish(self, expression: str, arguments: str = "rows", extra: int = 0) -> Builder:
        """The code `expression`, which may name the arguments and the children's results.

        `extra` is how many columns rows have after the wanted ones: each row's values get names, unless its cursor is
        asked for, which costs a quarter less than to look them up by number.
        """
        self._complete()
        if "cursor(r)" not in expression:
            names = [*(f"r{number}" for number in range(len(self._refs))), *("_" for _ in range(extra))]
            expression = _unpacked(expression).replace("for r in rows", f"for ({', '.join(names)},) in rows")
        return made(self.wanted, self._arguments(arguments), f"return {expression}", tuple(self._children), self._sides)

    def finish_by_parent(self, expression: str) -> Builder:
        """The code of the lists of many parents, by the parent that each row has after the wanted columns."""
        self._complete()
        names = "".join(f"r{number}, " for number in range(len(self._refs)))
        body = (
            "found = defaultdict(list)\n"
            f"    for ({names}parent) in rows:\n"
            f"        found[parent].append({_unpacked(expression)})\n"
            "    return found"
        )
        return made(self.wanted, self._arguments("rows"), body, tuple(self._children), self._sides)

    def _arguments(self, own: str) -> str:
        return ", ".join((own, *(f"c{number}" for number in range(len(self._children)))))

    def _complete(self) -> None:
        """Fallback where rows lead to too much; a row that nothing is wanted of has its id."""
        if len({ref.path for ref in self._refs}) > MOST_LINKS:
            raise Fallback(f"rows lead to more than {MOST_LINKS} others")
        if not self._refs:
            self.column((), "id")

    def _value(self, type_name: str, path: Path, asked: Field) -> str:
        key = (type_name, asked.name)
        if asked.name == "__typename":
            return repr(type_name)
        if key in LINKS:
            return self._link(type_name, path, asked)
        if key in PARTS:
            return self._part(PARTS[key], type_name, path, asked)
        if key in SHORT_LISTS:
            name, noun = SHORT_LISTS[key]
            results = self.child(self.compiler.short_list(name, noun, asked), self.column(path, "id"))
            return f"{results}.get(r[{self.column(path, 'id')}], EMPTY)"
        if key in RELATIONS:
            step = self.compiler.listing(RELATIONS[key].collection, RELATIONS[key], type_name, asked)
            own = self.column(path, "id")
            return f"{self.child(step, own)}[r[{own}]]"
        if key in COMPUTED:
            return self._filled(COMPUTED[key], path)
        special = SPECIAL.get(key)
        return special(self, path, asked) if special else self._leaf(type_name, path, asked)

    def _leaf(self, type_name: str, path: Path, asked: Field) -> str:
        defined = self.compiler.object_type(type_name).fields[asked.name]
        nullable = not isinstance(defined.type, GraphQLNonNull)
        return self._shown(get_named_type(defined.type).name, path, column_of(asked.name), nullable=nullable)

    def _shown(self, type_name: str, path: Path, name: str, *, nullable: bool) -> str:
        column = f"r[{self.column(path, name)}]"
        return self.form.show(type_name, column, nullable=nullable, filled=always_has(self.noun, path, name))

    def _link(self, type_name: str, path: Path, asked: Field) -> str:
        steps, noun = LINKS[type_name, asked.name]
        end = (*path, *steps)
        inner = self.object(noun, end, self.compiler.fields(TYPES[noun], asked))
        needed = isinstance(self.compiler.object_type(type_name).fields[asked.name].type, GraphQLNonNull)
        present = self._telling(end) or KEYS.get(noun, "id")
        return f"({'refuse()' if needed else 'None'} if r[{self.column(end, present)}] is None else {inner})"

    def _telling(self, path: Path) -> str | None:
        """A column that is read anyway, and NULL only where the path leads to nothing."""
        own = (ref.name for ref in self._refs if ref.path == path and ref.sides is None)
        return next((name for name in own if always_has(self.noun, path, name)), None)

    def _part(self, part: Part, type_name: str, path: Path, asked: Field) -> str:
        own = get_named_type(self.compiler.object_type(type_name).fields[asked.name].type).name
        entries = []
        for one in self.compiler.fields(own, asked):
            code = repr(own) if one.name == "__typename" else self._filled(part.fields[one.name], path)
            entries.append(f"{one.key!r}: {code}")
        made = "{" + ", ".join(entries) + "}"
        return made if part.absent is None else f"(None if r[{self.column(path, part.absent)}] is None else {made})"

    def _filled(self, code: str, path: Path) -> str:
        def fill(match: re.Match[str]) -> str:
            if match[2]:
                return self._shown(match[2], path, match[1], nullable=match[3] is not None)
            return f"r[{self.column(path, match[1])}]"

        return COLUMN.sub(fill, code)

    def aliases(self, path: Path, asked: Field) -> str:
        """Other names of an actor."""
        own, name = self.column(path, "id"), self.column(path, "name")
        results = self.child(self.compiler.aliases(asked), own)
        return f"[n for n in {results}.get(r[{own}], EMPTY) if n != r[{name}]]"

    def context(self, path: Path, asked: Field) -> str:
        """An evidence's words with what is around them."""
        getters = self.compiler.arguments("Evidence", asked)
        number = len(self._sides)
        names = (f"before_{number}", f"after_{number}")
        self._sides.update(zip(names, (getters["before"], getters["after"]), strict=True))
        return f"r[{self.column(path, CONTEXT, names)}]"

    def corrections(self, path: Path, asked: Field) -> str:
        """What people have corrected."""
        values = ", ".join(f"r[{self.column(path, column)}]" for column in COLUMN_NAMES)
        machine = self.form.json.replace("{}", f"r[{self.column(path, 'machine')}]")
        entries = ", ".join(
            f"{one.key!r}: {repr('Correction') if one.name == '__typename' else f'x.{one.name}'}"
            for one in self.compiler.fields("Correction", asked)
        )
        return f"[{{{entries}}} for x in corrected({machine}, ({values},))]"

    def other_values(self, path: Path, asked: Field) -> str:
        """What the other reader of a report's article tells."""
        others = self.form.json.replace("{}", f"r[{self.column(path, 'other')}]")
        entries = ", ".join(
            f"{one.key!r}: {repr('OtherValue') if one.name == '__typename' else f'x[{one.name!r}]'}"
            for one in self.compiler.fields("OtherValue", asked)
        )
        return f"[{{{entries}}} for x in ({others} or ())]"

    def judgements(self, noun: str, path: Path, asked: Field) -> str:
        """What was judged of an event or actor."""
        own = self.column(path, "id")
        return f"{self.child(self.compiler.judgements(noun, asked), own)}.get(r[{own}], EMPTY)"

    def article_id(self, path: Path, _asked: Field) -> str:
        """Of the article that a judgement sent in or took out."""
        kind, subject = (f"r[{self.column(path, name)}]" for name in ("kind", "subject_id"))
        return f"({subject} if {kind} in ('ARTICLE', 'REMOVAL') else None)"

    def judged(self, noun: str, path: Path, asked: Field) -> str:
        """What a judgement is about."""
        kind, subject, other = (f"r[{self.column(path, name)}]" for name in ("kind", "subject_id", "object_id"))
        columns = [self.column(path, name) for name in ("subject_id", "object_id")]
        results = self.child(self.compiler.by_id(noun, asked), *columns)
        if asked.name == "reports":
            found = f"[x for x in ({results}.get({subject}), {results}.get({other})) if x is not None]"
            return f"([] if {kind} == 'SAME_ACTOR' else {found})"
        if asked.name == "article":
            return f"({results}.get({subject}) if {kind} == 'ARTICLE' else None)"
        named = subject if asked.name == "part" else other
        return f"({results}.get({named}) if {kind} == 'SAME_ACTOR' else None)"


def _unpacked(expression: str) -> str:
    """The same code with a name for each value of a row."""
    return _NUMBERED.sub(r"r\1", expression)


SPECIAL: dict[tuple[str, str], Callable[[RowsPlan, Path, Field], str]] = {
    ("Actor", "aliases"): RowsPlan.aliases,
    ("Evidence", "context"): RowsPlan.context,
    ("Event", "corrections"): RowsPlan.corrections,
    ("Report", "otherValues"): RowsPlan.other_values,
    ("Event", "judgements"): lambda plan, path, asked: plan.judgements("event", path, asked),
    ("Actor", "judgements"): lambda plan, path, asked: plan.judgements("actor", path, asked),
    ("Judgement", "reports"): lambda plan, path, asked: plan.judged("report", path, asked),
    ("Judgement", "articleId"): RowsPlan.article_id,
    ("Judgement", "article"): lambda plan, path, asked: plan.judged("article", path, asked),
    ("Judgement", "part"): lambda plan, path, asked: plan.judged("actor", path, asked),
    ("Judgement", "whole"): lambda plan, path, asked: plan.judged("actor", path, asked),
}
