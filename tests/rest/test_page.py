"""The documentation page: everything that the document has, nothing from elsewhere."""

import re
from html.parser import HTMLParser

from api.rest.openapi import openapi, parameter_at


class Reader(HTMLParser):
    """Collects tags, anchors and links; fails on tags that are closed in another order."""

    def __init__(self):
        super().__init__()
        self.tags, self.ids, self.links, self.open = set(), [], [], []

    def handle_starttag(self, tag, attributes):
        self.tags.add(tag)
        given = dict(attributes)
        if "id" in given:
            self.ids.append(given["id"])
        if "href" in given:
            self.links.append(given["href"])
        if tag not in ("meta", "link", "input"):
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag


def read(rest):
    response = rest.client.get("/v1")
    assert response.headers["content-type"] == "text/html; charset=utf-8"
    reader = Reader()
    reader.feed(response.text)
    reader.close()
    return reader, response


def test_the_page_names_every_path_parameter_and_object(sqlite_rest):
    reader, response = read(sqlite_rest)
    for path, item in openapi()["paths"].items():
        for method, operation in item.items():
            assert f"<code>{method.upper()} {path}</code>" in response.text
            assert operation["operationId"] in reader.ids
            assert all(
                f"<code>{parameter_at(openapi(), one)['name']}</code>" in response.text
                for one in operation["parameters"]
            )
    assert set(openapi()["components"]["schemas"]) <= set(reader.ids)


def test_the_page_needs_nothing_else(sqlite_rest):
    reader, response = read(sqlite_rest)
    assert reader.open == []
    assert not reader.tags & {"img", "style", "iframe", "object"}
    assert re.findall(r'(?:src|href)="([^"#]+)"', response.text).count("/static/rest/page.js") == 1
    assert "script-src 'self'; style-src 'self';" in response.headers["content-security-policy"]
    assert set(re.findall(r"https?://[^/']+", response.text)) == {"http://testserver"}


def test_examples_are_asked_where_the_page_came_from(sqlite_rest):
    answer = sqlite_rest.client.get("/v1", headers={"Host": "testserver:9123"})
    assert answer.text.count("curl &#x27;http://testserver:9123/v1/") == 3
    assert "8000" not in answer.text


def test_every_link_leads_somewhere(sqlite_rest):
    reader, _ = read(sqlite_rest)
    assert len(reader.ids) == len(set(reader.ids))
    for link in reader.links:
        if link.startswith("#"):
            assert link[1:] in reader.ids
        elif link != "/graphql" and not link.startswith("/static/"):
            assert sqlite_rest.client.get(link).status_code == 200


def test_the_type_of_a_problem_leads_to_its_meaning(sqlite_rest):
    reader, _ = read(sqlite_rest)
    assert sqlite_rest.refuse("events?x=1")["type"].removeprefix("/v1#") in reader.ids
