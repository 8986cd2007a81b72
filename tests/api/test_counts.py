from dateline.store.writing.writer import write_article
from schema.numbers import LARGEST_INT
from tests.store.stories import bombing


def test_numbers_beyond_what_graphql_holds_are_cut(sqlite_api):
    with sqlite_api.database.writing() as connection:
        write_article(connection, bombing(killed=8_000_000_000))
    killed = sqlite_api.ask("{ events { nodes { killed { text low best high } } } }")["events"]["nodes"][0]["killed"]
    assert killed == {"text": "six people", "low": LARGEST_INT, "best": LARGEST_INT, "high": LARGEST_INT}
    assert sqlite_api.ask("{ eventStats(by: [TYPE]) { killed } }") == {"eventStats": [{"killed": LARGEST_INT}]}
