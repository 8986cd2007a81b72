"""Traces by OpenTelemetry, where `DATELINE_OTLP_ENDPOINT` names a collector: a span a request and a statement.

Part of an extra, `dateline[tracing]`: nothing of OpenTelemetry is loaded where it is not set.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from starlette.datastructures import Headers
from starlette.types import Scope

from schema.errors import SettingError

if TYPE_CHECKING:
    from opentelemetry.sdk.trace import TracerProvider
    from opentelemetry.sdk.trace.export import SpanExporter

MISSING = "Traces need OpenTelemetry, which is not installed."


class OpenTelemetry:
    """A tracer that sends spans to one collector, from a thread of its own; close it in the end."""

    def __init__(self, provider: TracerProvider) -> None:
        from opentelemetry import propagate, trace

        self._trace = trace
        self._extract = propagate.extract
        self._provider = provider
        self._tracer = provider.get_tracer("dateline")

    @contextmanager
    def request(self, scope: Scope) -> Iterator[_Span]:
        """A span around a request, below the one that its `traceparent` header names."""
        carrier = dict(Headers(scope=scope).items())
        attributes = {
            "http.request.method": scope["method"],
            "url.path": scope["path"],
            "dateline.request_id": scope["state"]["request_id"],
        }
        with self._tracer.start_as_current_span(
            scope["method"], self._extract(carrier), self._trace.SpanKind.SERVER, attributes
        ) as span:
            yield _Span(span, scope)

    def statement(self, statement: str, seconds: float) -> None:
        """A span for a statement that was just executed; its text has placeholders where the values were."""
        if not self._trace.get_current_span().get_span_context().is_valid:
            return
        end = time.time_ns()
        start = end - int(seconds * 1e9)
        name = statement.lstrip().split(None, 1)[0].upper() if statement.strip() else "statement"
        span = self._tracer.start_span(name, attributes={"db.query.text": statement[:4000]}, start_time=start)
        span.end(end)

    def close(self) -> None:
        """Sends what has not been sent yet."""
        self._provider.shutdown()


class _Span:
    """A request's span."""

    def __init__(self, span: Any, scope: Scope) -> None:
        self._span = span
        self._scope = scope

    def finish(self, status: int, price: int | None) -> None:
        """Names it by its route, and notes how it ended."""
        from opentelemetry.trace import Status, StatusCode

        from api.metrics import route_of

        route = route_of(self._scope)
        self._span.update_name(f"{self._scope['method']} {route}")
        self._span.set_attributes({"http.route": route, "http.response.status_code": status})
        if price is not None:
            self._span.set_attribute("dateline.price", price)
        if status >= 500:
            self._span.set_status(Status(StatusCode.ERROR))


def open_tracer(endpoint: str, exporter: SpanExporter | None = None) -> OpenTelemetry | None:
    """A tracer to the collector at `http://host:4318`, or with an exporter of one's own; None for an empty endpoint.

    SettingError where OpenTelemetry is not installed.
    """
    if not endpoint and exporter is None:
        return None
    try:
        from opentelemetry.sdk.resources import Resource
        from opentelemetry.sdk.trace import TracerProvider
        from opentelemetry.sdk.trace.export import BatchSpanProcessor, SimpleSpanProcessor

        if exporter is None:
            from opentelemetry.exporter.otlp.proto.http.trace_exporter import OTLPSpanExporter
    except ImportError as error:
        hint = "pip install 'dateline[tracing]', or leave DATELINE_OTLP_ENDPOINT empty."
        raise SettingError(MISSING, hint=hint) from error
    provider = TracerProvider(resource=Resource.create({"service.name": "dateline"}), shutdown_on_exit=False)
    if exporter is not None:
        provider.add_span_processor(SimpleSpanProcessor(exporter))
    else:
        url = f"{endpoint.rstrip('/')}/v1/traces"
        provider.add_span_processor(BatchSpanProcessor(OTLPSpanExporter(endpoint=url)))
    return OpenTelemetry(provider)
