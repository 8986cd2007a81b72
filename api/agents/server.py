"""The server of the Model Context Protocol: tools and resources over one database.

The lower half of the SDK is used: its upper half drops arguments that it does not know, and hides what errors say.
"""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable
from typing import Any

import mcp_types as types
import orjson
from mcp.server.context import ServerRequestContext
from mcp.server.lowlevel import Server
from mcp.shared.exceptions import MCPError

from api.agents.codebook import codebook
from api.agents.tools import TOOLS, Tool, tool_named
from api.rest.openapi import openapi_text
from dateline.store import Database
from schema.errors import DatelineError

log = logging.getLogger("dateline.agents")

INSTRUCTIONS = (
    "Events, actors, locations and quotes read by machine from news articles. Every fact has `evidence`: the exact "
    "words and the article. Cite the article, not this server. `status` says how certain a text is; killed and injured "
    "have low, best and high. Reports of one happening may stand as several events, so do not add up without looking."
)
Context = ServerRequestContext[Any, Any]
Check = Callable[[Context], None]
"""Raises AccessError where whoever asks may not read."""


class _Resource:
    def __init__(self, uri: str, name: str, description: str, media_type: str, text: Callable[[], str]) -> None:
        self.told = types.Resource(uri=uri, name=name, description=description, mime_type=media_type)
        self.text = text


def agent_server(read: Callable[[], Database], schema_text: str, check: Check) -> Server[Any]:
    """A server of the tools over the database that `read` gives."""
    resources = {
        str(one.told.uri): one
        for one in (
            _Resource(
                "dateline://codebook",
                "codebook",
                "Types, statuses, roles and kinds, with examples.",
                "text/markdown",
                codebook,
            ),
            _Resource("dateline://schema.graphql", "schema", "The GraphQL schema.", "text/plain", lambda: schema_text),
            _Resource("dateline://openapi.json", "openapi", "What REST answers.", "application/json", openapi_text),
        )
    }

    async def list_tools(_context: Context, _params: Any) -> types.ListToolsResult:
        return types.ListToolsResult(tools=[_described(tool) for tool in TOOLS])

    async def call_tool(context: Context, params: types.CallToolRequestParams) -> types.CallToolResult:
        return await _answered(lambda: _call(context, params))

    async def _call(context: Context, params: types.CallToolRequestParams) -> Any:
        check(context)
        tool, arguments = tool_named(params.name), params.arguments or {}
        return await read().read(lambda connection: tool.call(connection, arguments))

    async def list_resources(_context: Context, _params: Any) -> types.ListResourcesResult:
        return types.ListResourcesResult(resources=[one.told for one in resources.values()])

    async def read_resource(_context: Context, params: types.ReadResourceRequestParams) -> types.ReadResourceResult:
        one = resources.get(str(params.uri))
        if one is None:
            raise MCPError(types.INVALID_PARAMS, f"There is no such resource. Resources: {', '.join(resources)}.")
        content = types.TextResourceContents(uri=one.told.uri, mime_type=one.told.mime_type, text=one.text())
        return types.ReadResourceResult(contents=[content])

    return Server(
        "dateline",
        version="1",
        title="Dateline",
        instructions=INSTRUCTIONS,
        on_list_tools=list_tools,
        on_call_tool=call_tool,
        on_list_resources=list_resources,
        on_read_resource=read_resource,
    )


def _described(tool: Tool) -> types.Tool:
    return types.Tool(
        name=tool.name,
        description=tool.description,
        input_schema=tool.input_schema,
        output_schema={"type": "object"},
        annotations=types.ToolAnnotations(read_only_hint=True, idempotent_hint=True, open_world_hint=False),
    )


async def _answered(ask: Callable[[], Awaitable[Any]]) -> types.CallToolResult:
    """The answer as an object and as its text; what is wrong in words, for the model to mend."""
    try:
        found = await ask()
    except DatelineError as error:
        return _refusal(str(error))
    except Exception:
        log.exception("A tool failed")
        return _refusal("Something went wrong in the server; its log says more.")
    body = orjson.loads(orjson.dumps(found))
    text = types.TextContent(type="text", text=orjson.dumps(body).decode())
    return types.CallToolResult(content=[text], structured_content=body)


def _refusal(words: str) -> types.CallToolResult:
    return types.CallToolResult(content=[types.TextContent(type="text", text=words)], is_error=True)
