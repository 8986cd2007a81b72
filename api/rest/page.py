"""The documentation at `/v1`: one HTML page made from the OpenAPI document, to search, and to try requests on."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from html import escape, unescape
from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from api.rest.answers import respond
from api.rest.openapi import openapi, openapi_text, parameter_at
from api.rest.problems import TITLES

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self'; "
    "frame-ancestors 'none'; base-uri 'none'; form-action 'none'"
)
EXAMPLES = (
    "/v1/events?type=ASSAULT,PROTEST&killed.gte=5&order=DATE.DESC&limit=10",
    "/v1/quotes.ndjson?speakerName.contains=governor",
    "/v1/stats?by=COUNTRY,YEAR",
)
_STARTS = {
    "/v1/search": {"search": "strike"},
    "/v1/suggestions": {"text": "ken"},
    "/v1/stats": {"by": "TYPE"},
    "/v1/stats.csv": {"by": "TYPE"},
}
"""What a form begins with, where a parameter must be there."""
_TEXT = "Police arrested 40 people in Lima on Tuesday."


async def documentation(request: Request) -> Response:
    """`GET /v1`"""
    return respond(request, page(str(request.base_url).rstrip("/")), "text/html", {"Content-Security-Policy": POLICY})


async def openapi_file(request: Request) -> Response:
    """`GET /v1/openapi.json`"""
    return respond(request, openapi_text().encode(), "application/json")


@lru_cache(maxsize=8)
def page(server: str) -> bytes:
    """The page, in UTF-8; `server` is the address that its examples are asked at."""
    document = openapi()
    commands = "\n".join(f"curl '{server}{example}'" for example in EXAMPLES)
    parts = (
        f"<main><h1>{escape(document['info']['title'])}: REST</h1>",
        *(f"<p>{_prose(text)}</p>" for text in document["info"]["description"].split("\n\n")),
        '<p>For programs: <a href="/v1/openapi.json">/v1/openapi.json</a>. For people who explore: '
        '<a href="/graphql">GraphQL</a>, <a href="/">the page</a>.</p>',
        f'<pre tabindex="0"><code>{escape(commands)}</code></pre>',
        '<div class="find"><label>Find a path, a parameter, a field <span class="soft" id="found" role="status"></span>'
        '<input type="search" id="find" autocomplete="off"></label></div>',
        *_by_tag(document),
        "<h2>Objects</h2>",
        *(part for name, schema in document["components"]["schemas"].items() for part in _schema(name, schema)),
        "<h2>Errors</h2><p>Each is an object Problem, as <code>application/problem+json</code>.</p>",
        _table(("code", "meaning"), ((_code(code, code.lower()), escape(title)) for code, title in TITLES.items())),
        "</main>",
    )
    head = (
        '<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">'
        '<link rel="stylesheet" href="/static/rest/page.css">'
        '<link rel="icon" type="image/svg+xml" href="/static/rest/icon.svg">'
        '<script src="/static/rest/page.js" defer></script>'
    )
    body = "\n".join(parts)
    return f'<!doctype html>\n<html lang="en">\n{head}\n<title>Dateline: REST</title>\n{body}\n</html>\n'.encode()


def _by_tag(document: Any) -> Iterable[str]:
    """The operations, those of one tag together; each closed until it is wanted."""
    for tag in document["tags"]:
        yield f"<h2>{escape(tag['name'].capitalize())}</h2>"
        for method, path, operation in _operations(document):
            if operation["tags"] == [tag["name"]]:
                yield from _operation(document, method, path, operation)


def _operations(document: Any) -> Iterable[tuple[str, str, Any]]:
    """Method, path and description of each."""
    for path, item in document["paths"].items():
        for method, operation in item.items():
            yield method.upper(), path, operation


def _operation(document: Any, method: str, path: str, operation: Any) -> Iterable[str]:
    parameters = [parameter_at(document, one) if "$ref" in one else one for one in operation["parameters"]]
    names = " ".join(one["name"] for one in parameters)
    yield _opening(operation["operationId"], f"{method} {path} {operation['summary']} {names}")
    yield f"<summary><code>{method} {escape(path)}</code> <small>{_prose(operation['summary'])}</small></summary>"
    yield from (f"<p>{_prose(text)}</p>" for text in operation["description"].split("\n\n"))
    content = operation["responses"]["200"]["content"]
    yield f"<p>Answers {', '.join(f'<code>{name}</code>: {_answer(one)}' for name, one in content.items())}.</p>"
    yield f'<form data-method="{method}" data-path="{escape(path)}">'
    if "requestBody" in operation:
        taken = operation["requestBody"]["content"].items()
        yield f"<p>Takes {', '.join(f'<code>{name}</code>: {_answer(one)}' for name, one in taken)}.</p>"
        yield f'<p><label>The text <input name="body" value="{escape(_TEXT)}" size="60"></label></p>'
    if parameters:
        rows = ((*_parameter(one), _field(path, one)) for one in parameters)
        yield _table(("parameter", "takes", "", "value"), rows)
    yield '<button>Send</button><div class="tried" hidden role="status"><p></p><pre tabindex="0"></pre></div></form>'
    yield "</details>"


def _parameter(one: Any) -> tuple[str, str, str]:
    return _code(one["name"]), _type(one["schema"]), _prose(one["description"])


def _field(path: str, one: Any) -> str:
    value = _STARTS.get(path, {}).get(one["name"], "")
    required = " required" if one["required"] else ""
    name = escape(one["name"])
    return f'<input name="{name}" data-in="{one["in"]}" aria-label="{name}" value="{escape(value)}"{required}>'


def _opening(identifier: str, words: str) -> str:
    """Of a part that can be found by some words."""
    return f'<details id="{identifier}" data-words="{escape(unescape(words).lower())}">'


def _answer(content: Any) -> str:
    schema = content["schema"]
    data = schema.get("properties", {}).get("data")
    return f"a list of {_type(data['items'])} in <code>data</code>" if data else _type(schema)


def _schema(name: str, schema: Any) -> Iterable[str]:
    yield _opening(name, f"{name} {' '.join(schema.get('properties', ()))}")
    yield f"<summary><code>{name}</code></summary>"
    first, _, values = schema["description"].partition("\n\n")
    yield f"<p>{_prose(first)}</p>"
    if values:
        split = (line.removeprefix("- ").partition(": ") for line in values.split("\n"))
        yield _table(("value", "meaning"), ((_code(value), _prose(meaning)) for value, _, meaning in split))
    elif "properties" in schema:
        rows = ((_code(key), _type(one), _prose(one["description"])) for key, one in schema["properties"].items())
        yield _table(("field", "is", ""), rows)
    yield "</details>"


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
    return f'<div class="wide"><table>\n<tr>{head}</tr>\n{body}\n</table></div>'


def _code(text: str, anchor: str = "") -> str:
    own = f' id="{anchor}"' if anchor else ""
    return f"<code{own}>{escape(text)}</code>"


def _prose(text: str) -> str:
    """Text with `code` between backquotes."""
    parts = escape(text).split("`")
    return "".join(f"<code>{part}</code>" if number % 2 else part for number, part in enumerate(parts))
