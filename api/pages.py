"""The pages and static files: the page at `/` and its views, the explorer and its saved examples."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Any

import orjson
from starlette.requests import Request
from starlette.responses import FileResponse, HTMLResponse, JSONResponse, PlainTextResponse, Response

from dateline.store import Database
from dateline.store.judging.removed import is_removed
from schema.errors import UnavailableError
from schema.ids import noun_of

STATIC = Path(__file__).parent / "static"
EXAMPLES = Path(__file__).parent / "graphql" / "examples"

NOBODY_ELSE = "connect-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'"
PAGE_POLICY = f"default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; {NOBODY_ELSE}"
"""Nothing from another host, no inline script or style, no eval."""
EXPLORER_POLICY = (
    "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
    f"font-src 'self' data:; worker-src 'self' blob:; {NOBODY_ELSE}"
)
"""The same, but inline styles stay: the explorer's editor sets them."""


def page_headers(policy: str) -> dict[str, str]:
    """For a page that must be fresh: the files that it names have their versions in their names."""
    return {
        "Content-Security-Policy": policy,
        "X-Content-Type-Options": "nosniff",
        "Referrer-Policy": "no-referrer",
        "Cache-Control": "no-cache",
    }


PAGE = STATIC / "page" / "index.html"
LISTS = ("/articles", "/actors", "/locations", "/publishers")
ARTICLE = "/article/{id}"
VIEWS = (
    "/",
    "/search",
    "/try",
    "/corrections",
    *LISTS,
    "/event/{id}",
    ARTICLE,
    "/actor/{id}",
    "/location/{id}",
)
"""Addresses that the page makes sense of itself."""
EXPLORER = STATIC / "graphiql" / "index.html"
MISSING = """<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>Dateline: {name} is not built</title>
<h1>{Name} is not built</h1>
<p>The files of {name} are missing in this installation.  The API works all the same: send queries to
<code>/graphql</code>; its schema is at <a href="/graphql/schema.graphql">/graphql/schema.graphql</a>.
The REST API is described at <a href="/v1">/v1</a>.</p>
<p>To build the page, run <code>npm ci</code> and <code>npm run build</code> in the folder <code>web</code>.</p>
</html>
"""


def explorer_page() -> Response:
    """GraphiQL, from files of the project; 503 with a page that says why where they are missing."""
    return _built(EXPLORER, "the explorer", EXPLORER_POLICY)


def _built(file: Path, name: str, policy: str) -> Response:
    headers = page_headers(policy)
    if not file.is_file():
        return HTMLResponse(MISSING.format(name=name, Name=name.capitalize()), 503, headers=headers)
    return FileResponse(file, media_type="text/html", headers=headers)


@cache
def read_examples() -> tuple[dict[str, Any], ...]:
    """The saved queries: name, title (the comment at the top), query, variables; sorted by file name."""
    return tuple(_read_example(path) for path in sorted(EXAMPLES.glob("*.graphql")))


def _read_example(path: Path) -> dict[str, Any]:
    text = path.read_text(encoding="utf-8")
    comment = re.match(r"(?:#[^\n]*\n)+", text)
    title = " ".join(line.lstrip("# ").strip() for line in comment.group().splitlines()) if comment else path.stem
    variables = path.with_suffix(".variables.json")
    return {
        "name": path.stem,
        "title": title,
        "query": text[comment.end() :].strip() if comment else text.strip(),
        "variables": orjson.loads(variables.read_bytes()) if variables.exists() else None,
    }


async def examples(_request: Request) -> Response:
    """`GET /graphql/examples.json`"""
    return JSONResponse(list(read_examples()))


async def schema_file(request: Request) -> Response:
    """`GET /graphql/schema.graphql`: the schema as SDL."""
    headers = {"Content-Disposition": 'inline; filename="schema.graphql"'}
    return PlainTextResponse(request.app.state.schema_text, headers=headers)


async def front_page(_request: Request) -> Response:
    """`GET /` and the other views: the page, which reads its address itself."""
    return _built(PAGE, "the page", PAGE_POLICY)


async def article_page(request: Request) -> Response:
    """`GET /article/{id}`: the same, with status 410 for an article that was taken out for good."""
    answer = await front_page(request)
    if answer.status_code == 200 and await _is_removed(request, request.path_params["id"]):
        answer.status_code = 410
    return answer


async def _is_removed(request: Request, identifier: str) -> bool:
    if noun_of(identifier) != "article":
        return False
    database: Database = request.app.state.database
    try:
        return await database.read(lambda connection: is_removed(connection, identifier))
    except UnavailableError:
        return False  # The page itself says what is wrong.
