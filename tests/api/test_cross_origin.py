"""Pages of other origins may use the API where the operator names them."""

import pytest

PREFLIGHT = {"Access-Control-Request-Method": "POST", "Access-Control-Request-Headers": "content-type,authorization"}
PAGE = "https://news.example"


def ask(api, origin):
    return api.client.post("/graphql", json={"query": "{ __typename }"}, headers={"Origin": origin})


def test_without_the_setting_no_other_page_may_read_answers(sqlite_api):
    assert "access-control-allow-origin" not in ask(sqlite_api, PAGE).headers
    preflight = sqlite_api.client.options("/graphql", headers={"Origin": PAGE, **PREFLIGHT})
    assert "access-control-allow-origin" not in preflight.headers


@pytest.mark.parametrize(("allowed", "shown"), [(PAGE, PAGE), ("*", "*")])
def test_a_page_that_is_named_may_and_others_not(served, allowed, shown):
    api = served(cors_origins=f"https://other.example,{allowed}")
    preflight = api.client.options("/graphql", headers={"Origin": PAGE, **PREFLIGHT})
    assert (preflight.status_code, preflight.headers["access-control-allow-origin"]) == (200, shown)
    answer = ask(api, PAGE)
    assert answer.headers["access-control-allow-origin"] == shown
    assert "X-Request-ID" in answer.headers["access-control-expose-headers"]
    assert "access-control-allow-credentials" not in answer.headers
    evil = api.client.options("/graphql", headers={"Origin": "https://evil.example", **PREFLIGHT})
    assert evil.status_code == (200 if allowed == "*" else 400)


def test_a_page_that_is_named_can_read_why_the_servers_name_is_wrong(served):
    api = served(cors_origins=PAGE, allowed_hosts=())
    refused = api.client.get("/v1/events", headers={"Origin": PAGE, "Host": "other.example"})
    assert (refused.status_code, refused.headers["access-control-allow-origin"]) == (421, PAGE)
