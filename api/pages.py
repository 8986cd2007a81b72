"""The pages and static files: the explorer, its saved examples, the front page."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Any

import orjson
from starlette.requests import Request
from starlette.responses import FileResponse, HTMLResponse, JSONResponse, PlainTextResponse, RedirectResponse, Response

STATIC = Path(__file__).parent / "static"
EXAMPLES = Path(__file__).parent / "graphql" / "examples"

CONTENT_SECURITY_POLICY = "; ".join(
    (
        "default-src 'self'",
        "script-src 'self'",
        "style-src 'self' 'unsafe-inline'",
        "img-src 'self' data:",
        "font-src 'self' data:",
        "worker-src 'self' blob:",
        "connect-src 'self'",
        "frame-ancestors 'none'",
        "base-uri 'none'",
        "form-action 'none'",
    )
)
"""Nothing from another host, no inline script, no eval.  Inline styles stay: the explorer's editor sets them."""

PAGE_HEADERS = {
    "Content-Security-Policy": CONTENT_SECURITY_POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cache-Control": "no-cache",
}


EXPLORER = STATIC / "graphiql" / "index.html"
MISSING_EXPLORER = """<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>Dateline: the explorer is not built</title>
<h1>The explorer is not built</h1>
<p>The files of the page are missing in this installation.  The API works all the same: send queries to
<code>/graphql</code>; its schema is at <a href="/graphql/schema.graphql">/graphql/schema.graphql</a>.
The REST API is described at <a href="/v1">/v1</a>.</p>
<p>To build the page, run <code>npm ci</code> and <code>npm run build</code> in the folder <code>web</code>.</p>
</html>
"""


def explorer_page() -> Response:
    """GraphiQL, from files of the project; 503 with a page that says why where they are missing."""
    if not EXPLORER.is_file():
        return HTMLResponse(MISSING_EXPLORER, 503, headers=PAGE_HEADERS)
    return FileResponse(EXPLORER, media_type="text/html", headers=PAGE_HEADERS)


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
    """`GET /`: the explorer is the page for now."""
    return RedirectResponse("/graphql", 307)
