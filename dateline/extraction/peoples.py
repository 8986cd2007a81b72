"""Which words of an article name a people, each looked up once."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from dateline.extraction.gazetteer import Gazetteer


class Peoples:
    """Codes of countries at the tokens of an article: `Kenyan`, and `South Sudanese`, which are none of Sudan."""

    def __init__(self, doc: Doc, gazetteer: Gazetteer) -> None:
        words = [token.text for token in doc]
        self.of_word = [gazetteer.demonym(word) for word in words]
        """What each token names by itself."""
        pairs = zip(doc, words[1:], strict=False)
        self.of_pair = [gazetteer.demonym(token.text_with_ws + word) for token, word in pairs]
        """What each token names together with the next one."""
        self.of_pair += [None] * (len(words) - len(self.of_pair))

    def before(self, at: int) -> str | None:
        """What a token names together with the one before it."""
        return self.of_pair[at - 1] if at else None
