"""The documentation at `/v1`: one plain HTML page made from the OpenAPI document, without scripts."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from html import escape
from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from api.rest.answers import respond
from api.rest.openapi import openapi, openapi_text, parameter_at
from api.rest.problems import TITLES

STYLE = """
body { font: 16px/1.5 system-ui, sans-serif; max-width: 62rem; margin: 2rem auto; padding: 0 1rem; color: #1d2430; }
h2 { margin-top: 3rem; border-top: 1px solid #d5dae2; padding-top: 1rem; } h3 { margin-top: 2rem; }
code { font: 0.9em ui-monospace, monospace; } pre { background: #f3f5f8; padding: 0.8rem; overflow-x: auto; }
table { border-collapse: collapse; width: 100%; } td, th { text-align: left; vertical-align: top; padding: 0.3rem 0.8rem
0.3rem 0; border-bottom: 1px solid #e6e9ee; } td:nth-child(2) { white-space: nowrap; } a { color: #0b5cad; }
@media (prefers-color-scheme: dark) { body { background: #14181f; color: #dfe4ec; } a { color: #7db7f2; }
pre { background: #1d232d; } td, th, h2 { border-color: #303846; } }
"""
POLICY = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'"
EXAMPLE = """curl 'http://127.0.0.1:8000/v1/events?type=ASSAULT,PROTEST&killed.gte=5&order=DATE.DESC&limit=10'
curl 'http://127.0.0.1:8000/v1/quotes.ndjson?speakerName.contains=governor'
curl 'http://127.0.0.1:8000/v1/stats?by=COUNTRY,YEAR'"""


async def documentation(request: Request) -> Response:
    """`GET /v1`"""
    return respond(request, page(), "text/html", {"Content-Security-Policy": POLICY})


async def openapi_file(request: Request) -> Response:
    """`GET /v1/openapi.json`"""
    return respond(request, openapi_text().encode(), "application/json")


@cache
def page() -> bytes:
    """The page, in UTF-8."""
    document = openapi()
    parts = (
        f"<h1>{escape(document['info']['title'])}: REST</h1>",
        *(f"<p>{_prose(text)}</p>" for text in document["info"]["description"].split("\n\n")),
        '<p>For programs: <a href="/v1/openapi.json">/v1/openapi.json</a>. For people who explore: '
        '<a href="/graphql">GraphQL</a>.</p>',
        f"<pre>{escape(EXAMPLE)}</pre>",
        *_contents(document),
        *(part for operation in _operations(document) for part in _operation(document, *operation)),
        "<h2>Objects</h2>",
        *(part for name, schema in document["components"]["schemas"].items() for part in _schema(name, schema)),
        "<h2>Errors</h2><p>Each is an object Problem, as <code>application/problem+json</code>.</p>",
        _table(("code", "meaning"), ((_code(code, code.lower()), escape(title)) for code, title in TITLES.items())),
    )
    head = f'<meta charset="utf-8"><meta name="viewport" content="width=device-width"><style>{STYLE}</style>'
    body = "\n".join(parts)
    return f'<!doctype html>\n<html lang="en">\n{head}\n<title>Dateline: REST</title>\n{body}\n</html>\n'.encode()


def _contents(document: Any) -> Iterable[str]:
    rows = (
        f'<li><a href="#{operation["operationId"]}"><code>{method} {escape(path)}</code></a> '
        f"{_prose(operation['summary'])}</li>"
        for method, path, operation in _operations(document)
    )
    return ("<ul>", *rows, "</ul>")


def _operations(document: Any) -> Iterable[tuple[str, str, Any]]:
    """Method, path and description of each."""
    for path, item in document["paths"].items():
        for method, operation in item.items():
            yield method.upper(), path, operation


def _operation(document: Any, method: str, path: str, operation: Any) -> Iterable[str]:
    yield f'<h2 id="{operation["operationId"]}"><code>{method} {escape(path)}</code></h2>'
    yield from (f"<p>{_prose(text)}</p>" for text in operation["description"].split("\n\n"))
    if "requestBody" in operation:
        taken = operation["requestBody"]["content"].items()
        yield f"<p>Takes {', '.join(f'<code>{name}</code>: {_answer(one)}' for name, one in taken)}.</p>"
    parameters = [parameter_at(document, one) for one in operation["parameters"]]
    rows = ((_code(one["name"]), _type(one["schema"]), _prose(one["description"])) for one in parameters)
    yield _table(("parameter", "takes", ""), rows)
    content = operation["responses"]["200"]["content"]
    yield f"<p>Answers {', '.join(f'<code>{name}</code>: {_answer(one)}' for name, one in content.items())}.</p>"


def _answer(content: Any) -> str:
    schema = content["schema"]
    data = schema.get("properties", {}).get("data")
    return f"a list of {_type(data['items'])} in <code>data</code>" if data else _type(schema)


def _schema(name: str, schema: Any) -> Iterable[str]:
    yield f'<h3 id="{name}">{name}</h3>'
    first, _, values = schema["description"].partition("\n\n")
    yield f"<p>{_prose(first)}</p>"
    if values:
        split = (line.removeprefix("- ").partition(": ") for line in values.split("\n"))
        yield _table(("value", "meaning"), ((_code(value), _prose(meaning)) for value, _, meaning in split))
    elif "properties" in schema:
        rows = ((_code(key), _type(one), _prose(one["description"])) for key, one in schema["properties"].items())
        yield _table(("field", "is", ""), rows)


def _type(schema: Any) -> str:
    """A schema in words, with a link where it is an object of its own."""
    if not schema:
        return "a file"
    if "$ref" in schema:
        name = schema["$ref"].rpartition("/")[2]
        return f'<a href="#{name}">{name}</a>'
    if "oneOf" in schema:
        return " or ".join(_type(one) for one in schema["oneOf"])
    if schema["type"] == "array":
        return f"{_type(schema['items'])}, …"
    kinds = schema["type"] if isinstance(schema["type"], list) else [schema["type"]]
    return " or ".join([schema.get("format", kinds[0]), *kinds[1:]])


def _table(heads: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    head = "".join(f"<th>{name}</th>" for name in heads)
    body = "\n".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in rows)
    return f"<table>\n<tr>{head}</tr>\n{body}\n</table>"


def _code(text: str, anchor: str = "") -> str:
    own = f' id="{anchor}"' if anchor else ""
    return f"<code{own}>{escape(text)}</code>"


def _prose(text: str) -> str:
    """Text with `code` between backquotes."""
    parts = escape(text).split("`")
    return "".join(f"<code>{part}</code>" if number % 2 else part for number, part in enumerate(parts))
