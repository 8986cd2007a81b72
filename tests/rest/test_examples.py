"""Every question that the OpenAPI document and its page show is answered."""

import html
import re

import jsonschema
import pytest

from api.rest.examples import EXAMPLES, TEXT
from api.rest.openapi import openapi, openapi_text
from api.rest.page import page

QUESTIONS = sorted(set(re.findall(r"`GET (/v1/\S+?)`", openapi_text().replace('\\"', '"'))))
COMMANDS = re.findall(r"curl &#x27;http://h(\S+)&#x27;", page("http://h").decode())


def test_all_examples_are_shown():
    assert set(QUESTIONS) == {f"{path}?{query}" for path, queries in EXAMPLES.items() for query in queries}
    assert all(f"<code>GET {html.escape(question)}</code>" in page("http://h").decode() for question in QUESTIONS)
    assert len(COMMANDS) == 3


@pytest.mark.parametrize("question", [*QUESTIONS, *map(html.unescape, COMMANDS)])
def test_an_example_is_answered(rest, question):
    response = rest.client.get(question)
    assert response.status_code == 200, response.text
    documented = openapi()["paths"][question.partition("?")[0]]["get"]["responses"]["200"]["content"]
    assert response.headers["content-type"].partition(";")[0] in documented


def test_the_example_of_a_text_is_a_text():
    schema = {"$ref": "#/components/schemas/Text", "components": openapi()["components"]}
    jsonschema.Draft202012Validator(schema).validate(TEXT)
    content = openapi()["paths"]["/v1/analyze"]["post"]["requestBody"]["content"]
    assert content["application/json"]["example"] == TEXT
