"""What is told of requests: metrics, logs and traces."""

from __future__ import annotations

import io
import json
import logging
import sys

import pytest
from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter
from prometheus_client.parser import text_string_to_metric_families
from sqlalchemy import text
from starlette.testclient import TestClient

import api.app
from api.requests import Way, note_operation, operation_of
from api.tracing import open_tracer
from dateline.logs import set_up_logs
from dateline.store import Database
from schema.errors import SettingError


def samples(client):
    page = client.get("/metrics")
    assert page.status_code == 200
    assert page.headers["content-type"].startswith("text/plain; version=0.0.4")
    return {
        (sample.name, *sorted(sample.labels.items())): sample.value
        for family in text_string_to_metric_families(page.text)
        for sample in family.samples
    }


def value(found, name, **labels):
    return found[(name, *sorted(labels.items()))]


def test_requests_operations_prices_and_statements_are_counted(fresh_api):
    fresh_api.ask("{ events { totalCount } }")
    fresh_api.client.get("/v1/events")
    fresh_api.client.get("/v1/events/none")
    fresh_api.client.get("/nowhere/7/at/all")
    found = samples(fresh_api.client)
    assert value(found, "dateline_requests_total", method="POST", route="/graphql", status="200") == 1
    assert value(found, "dateline_requests_total", method="GET", route="/v1/events", status="200") == 1
    assert value(found, "dateline_requests_total", method="GET", route="/v1/events/{id}", status="404") == 1
    assert value(found, "dateline_requests_total", method="GET", route="none", status="404") == 1
    assert value(found, "dateline_operations_total", way="fast") == 1
    assert value(found, "dateline_operations_total", way="ordinary") == 0
    assert value(found, "dateline_operation_price_sum") > 0
    assert value(found, "dateline_statement_seconds_count") >= 2
    assert value(found, "dateline_database_up") == 1
    assert value(found, "dateline_added_total") == 0
    assert value(found, "dateline_reading_queue") == 0


def test_which_way_an_operation_went_is_noted_by_whoever_answers_it():
    scope = {"type": "http"}
    assert operation_of(scope) is None
    note_operation(scope, Way.FAST, 12)
    assert operation_of(scope) == (Way.FAST, 12)


@pytest.mark.damages
def test_metrics_are_told_also_where_the_database_is_away(sqlite_api):
    with sqlite_api.database.writing() as connection:
        connection.execute(text("DROP TABLE change"))
    found = samples(sqlite_api.client)
    assert value(found, "dateline_database_up") == 0
    assert ("dateline_added_total",) not in found


def test_metrics_can_be_switched_off(served):
    assert served(metrics=False).client.get("/metrics").status_code == 404


# ---------------------------------------------------------------- logs


@pytest.fixture
def logged(monkeypatch):
    """Lines that were logged, each an object."""
    stream, root = io.StringIO(), logging.getLogger()
    before = (root.level, list(root.handlers), logging.getLogger("dateline").level)
    monkeypatch.setattr(sys, "stderr", stream)
    set_up_logs("info", "json")
    yield lambda: [json.loads(line) for line in stream.getvalue().splitlines()]
    root.setLevel(before[0])
    root.handlers[:] = before[1]
    logging.getLogger("dateline").setLevel(before[2])


def test_each_request_is_a_line_with_its_id_where_all_are_wanted(served, logged):
    client = served(log_requests="all").client
    client.post("/graphql", json={"query": "{ events { totalCount } }"}, headers={"X-Request-ID": "seven"})
    client.get("/v1/events?search=secret")
    client.get("/health")
    first, second = [line for line in logged() if line["logger"] == "dateline.request"]
    assert (first["message"], first["level"], first["request_id"]) == ("request", "info", "seven")
    assert (first["method"], first["path"], first["status"], first["way"]) == ("POST", "/graphql", 200, "fast")
    assert first["price"] > 0
    assert first["bytes"] > 0
    assert second["path"] == "/v1/events"
    assert "secret" not in json.dumps(second)


def test_only_failures_are_logged_unless_told_with_the_id_of_their_request(served, logged, monkeypatch):
    client = served().client

    def fail(*_):
        raise ZeroDivisionError

    client.get("/v1/events")
    assert logged() == []
    monkeypatch.setattr(Database, "read", fail)
    client.get("/v1/events", headers={"X-Request-ID": "nine"})
    lines = logged()
    assert {line["request_id"] for line in lines} == {"nine"}
    assert "ZeroDivisionError" in next(line["exception"] for line in lines if "exception" in line)
    assert any(line["logger"] == "dateline.request" and line["status"] == 500 for line in lines)


def test_a_request_id_cannot_break_a_line(served, logged):
    served(log_requests="all").client.get("/v1", headers={"X-Request-ID": 'x" y\t{'})
    (line,) = logged()
    assert len(line["request_id"]) == 32


# ---------------------------------------------------------------- traces


def test_a_request_and_its_statements_are_spans_of_one_trace(served, monkeypatch):
    exporter = InMemorySpanExporter()
    monkeypatch.setattr(api.app, "open_tracer", lambda endpoint: open_tracer(endpoint, exporter))
    client: TestClient = served(otlp_endpoint="http://collector.example").client
    parent = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"
    client.post("/graphql", json={"query": "{ events { totalCount } }"}, headers={"traceparent": parent})
    *statements, request = [json.loads(span.to_json()) for span in exporter.get_finished_spans()]
    assert request["name"] == "POST /graphql"
    assert request["attributes"]["http.response.status_code"] == 200
    assert request["attributes"]["dateline.price"] > 0
    assert request["context"]["trace_id"] == "0x" + parent.split("-")[1]
    assert statements
    assert {span["parent_id"] for span in statements} == {request["context"]["span_id"]}
    assert statements[0]["name"] == "SELECT"


def test_nothing_is_traced_unless_told():
    assert open_tracer("") is None


def test_traces_without_opentelemetry_say_what_to_install(monkeypatch):
    monkeypatch.setitem(sys.modules, "opentelemetry.sdk.resources", None)
    with pytest.raises(SettingError, match="not installed"):
        open_tracer("http://collector.example")
