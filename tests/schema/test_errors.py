import pickle

from schema.errors import DatelineError, SourceError


def test_an_error_survives_the_way_between_processes():
    error = pickle.loads(pickle.dumps(SourceError("a.txt is empty.", hint="Remove it.", code="EMPTY")))
    assert (type(error), error.message, error.hint, error.code) == (
        SourceError,
        "a.txt is empty.",
        "Remove it.",
        "EMPTY",
    )


def test_an_error_reads_as_sentence_and_next_step():
    assert str(SourceError("a.txt is empty.", hint="Remove it.")) == "a.txt is empty. Remove it."
    assert str(DatelineError("It broke.")) == "It broke."
