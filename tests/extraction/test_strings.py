"""A model knows the strings that it tells, without those of all its vectors."""

from __future__ import annotations

from typing import Any

from dateline.extraction.parsing import load_model, parse


def test_every_label_has_its_letters():
    nlp = load_model("").nlp
    for name in ("tagger", "parser", "ner"):
        pipe: Any = nlp.get_pipe(name)
        assert all(label in nlp.vocab.strings for label in pipe.labels)


def test_words_that_were_never_met_have_theirs():
    text = "Zorbled quarnishes were pasteurized in Ouagadougou-Nord; caecilians can't've lied, Mr. O’Brien-Łasko said."
    doc = next(parse(load_model("").nlp, [text]))
    assert doc.text == text
    for token in doc:
        told = (token.lower_, token.norm_, token.shape_, token.prefix_, token.suffix_, token.lemma_, token.tag_)
        assert all(told), token
        assert token.pos_
        assert token.dep_
