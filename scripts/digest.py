"""Whether the same texts still give the same facts: `python -m scripts.digest`.

Kept are hashes of what the project's samples and the sentences of its tests say.  Where one of them says something else
and the reader has still the same version, nobody's store would be read again.
"""

from __future__ import annotations

import ast
import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import typer

from dateline.extraction.cleaning import clean, clean_text
from dateline.extraction.reading import Source, find_sources, read_articles
from dateline.settings import PROJECT
from schema.mentions import Analysis, RawArticle, SourceText

RECORD = PROJECT / "tests" / "quality" / "digest.txt"
VERSION_FILE = PROJECT / "dateline" / "extraction" / "version.py"
SAMPLES = PROJECT / "samples"
TESTS = PROJECT / "tests" / "extraction"
FEWEST_WORDS = 5
MOST_SHOWN = 5
TOLERATED = 1
"""Texts that another kind of processor, which rounds otherwise, may read otherwise."""
_HEX = 16

Renew = Annotated[
    bool, typer.Option("--renew", help="Record what is read now, and raise the version where facts have changed.")
]


@dataclass(frozen=True, slots=True)
class Record:
    """What was read by a version with a model: from hashes of texts to hashes of what they say."""

    version: str
    model: str
    digests: Mapping[str, str]

    def lines(self) -> str:
        """As it is kept: one text a line, in order, so that two people's changes can be told apart."""
        head = f"version {self.version}\nmodel {self.model}\n"
        return head + "".join(f"{text} {said}\n" for text, said in sorted(self.digests.items()))


def main(renew: Renew = False) -> None:
    """Compare what the samples and the tests' sentences say with what is recorded; status 1 where facts have changed.

    Examples:

      python -m scripts.digest

      python -m scripts.digest --renew   # after a change of facts: raises VERSION and records
    """
    sources = {hash_of(source.text): source for source in (*read_samples(SAMPLES), *read_sentences(TESTS))}
    now = read_now(sources)
    kept = parse_record(RECORD.read_text(encoding="utf-8")) if RECORD.exists() else None
    changed = [sources[key].text for key in find_changed(kept, now)]
    if renew:
        if changed and kept is not None and kept.version == now.version:
            now = Record(raise_version(VERSION_FILE), now.model, now.digests)
        RECORD.write_text(now.lines(), encoding="utf-8")
        typer.echo(f"Recorded {len(now.digests):,} texts as read by version {now.version}.")
        return
    told = tell(kept, now, changed if len(changed) > TOLERATED else [])
    if told:
        typer.echo(told, err=True)
        raise typer.Exit(1)
    typer.echo(f"{len(now.digests):,} texts say what is recorded.")


def read_now(sources: Mapping[str, SourceText]) -> Record:
    """What the installed model reads out of them."""
    from dateline.extraction.pipeline import Extractor
    from dateline.extraction.version import VERSION

    extractor = Extractor()
    analyses = extractor.read_all(sources.values())
    return Record(VERSION, extractor.model, dict(zip(sources, map(digest_of, analyses), strict=True)))


def digest_of(analysis: Analysis) -> str:
    """Of all that is read out of a text."""
    return hash_of(repr((analysis.places, analysis.actors, analysis.quotes, analysis.events)))


def hash_of(text: str) -> str:
    """A short hash."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:_HEX]


def find_changed(kept: Record | None, now: Record) -> list[str]:
    """The recorded texts that say something else now; texts that are not recorded are no change."""
    if kept is None or kept.model != now.model:
        return []
    return [key for key, said in now.digests.items() if kept.digests.get(key, said) != said]


def tell(kept: Record | None, now: Record, changed: list[str]) -> str:
    """What is wrong, and what to do; nothing where all is well, or was recorded with another model."""
    advice = "Run: python -m scripts.digest --renew"
    if kept is None:
        return f"Nothing is recorded.  {advice}"
    if changed and kept.version == now.version:
        shown = "\n".join(f"  {' '.join(text.split())[:100]}" for text in changed[:MOST_SHOWN])
        return f"{len(changed):,} texts say something else, but VERSION is still {now.version}.  {advice}\n{shown}"
    return f"VERSION is {now.version}, recorded is {kept.version}.  {advice}" if kept.version != now.version else ""


def parse_record(lines: str) -> Record:
    """From the kept lines."""
    version, model, *others = lines.splitlines()
    digests = dict(line.split(" ", 1) for line in others)
    return Record(version.removeprefix("version "), model.removeprefix("model "), digests)


def raise_version(path: Path) -> str:
    """Writes the next version of the reader; returns it."""
    text = path.read_text(encoding="utf-8")
    found = re.search(r'^VERSION = "(\d+)"$', text, re.MULTILINE)
    assert found is not None
    raised = str(int(found[1]) + 1)
    path.write_text(text[: found.start(1)] + raised + text[found.end(1) :], encoding="utf-8")
    return raised


def read_samples(folder: Path) -> Iterator[SourceText]:
    """The sample articles."""
    return read_sources([str(folder / "articles.jsonl"), str(folder / "pages")])


def read_sources(paths: Sequence[str]) -> Iterator[SourceText]:
    """The articles of files, folders and addresses."""
    for source in find_sources(paths):
        for raw in read_articles(source) if isinstance(source, Source) else ():
            if isinstance(raw, RawArticle):
                yield clean(raw)


def read_sentences(folder: Path) -> Iterator[SourceText]:
    """The sentences of the tests, as of one day."""
    for path in sorted(folder.rglob("*.py")):
        for text in sentences_in(ast.parse(path.read_text(encoding="utf-8"))):
            yield clean_text(text, published_at="2024-11-06")


def sentences_in(module: ast.AST) -> Iterable[str]:
    """String constants of a module that are sentences, its docstrings left out."""
    docstrings = {
        id(node.value)
        for parent in ast.walk(module)
        if isinstance(parent, ast.Module | ast.FunctionDef | ast.ClassDef | ast.AsyncFunctionDef)
        for node in parent.body[:1]
        if isinstance(node, ast.Expr)
    }
    for node in ast.walk(module):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docstrings:
            text = node.value.strip()
            if len(text.split()) >= FEWEST_WORDS and text[-1] in ".!?”\"'":
                yield text


if __name__ == "__main__":
    typer.run(main)
