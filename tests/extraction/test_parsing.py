"""The tokens of texts that are no words."""

import time

import pytest

from dateline.extraction.parsing import LONGEST_RUN, load_model, split_words


@pytest.mark.parametrize(
    "text",
    [
        'He said "' + '"' * LONGEST_RUN + " to them.\n\nShe left.",
        "(" * 3 * LONGEST_RUN,
        " " * LONGEST_RUN + "a" * LONGEST_RUN + "  \n",
        "It is 5 km." + "🙂" * LONGEST_RUN + "\u2028“x”",
    ],
)
def test_runs_that_are_no_words_keep_their_places(text):
    tokens = split_words(load_model("").nlp, text)
    assert tokens.text == text
    assert all(text[token.idx : token.idx + len(token)] == token.text for token in tokens)


def test_a_row_of_marks_is_no_work_and_a_token_for_each_hundred():
    started = time.process_time()
    assert len(split_words(load_model("").nlp, "“" * 50_000)) == 500
    # Three minutes, if all were given to spaCy at once.
    assert time.process_time() - started < 10


def test_words_are_split_as_the_model_splits_them():
    text = "Mr. Hale didn't go to St. John's (see https://a.example/" + "x" * 900 + ")."
    model = load_model("").nlp
    assert [token.text for token in split_words(model, text)] == [token.text for token in model.make_doc(text)]
