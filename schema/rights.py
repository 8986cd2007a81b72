"""Rights: how much of the publishers' words is shown.  The facts read from them are shown always."""

from dataclasses import dataclass
from enum import StrEnum

ELLIPSIS = "…"


class Texts(StrEnum):
    """How much of an article's text anybody gets."""

    FULL = "full"
    EXCERPTS = "excerpts"
    """The words of each fact and what is around them, up to a length."""
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Rights:
    """A decision of the operator."""

    texts: Texts = Texts.FULL
    longest: int = 300
    """Code points of one excerpt."""

    @property
    def are_full(self) -> bool:
        """Whether nothing is held back."""
        return self.texts is Texts.FULL

    def article(self, text: str) -> str | None:
        """What is shown of a whole article."""
        return text if self.are_full else None

    def excerpt(self, text: str) -> str | None:
        """What is shown of words cut from an article."""
        if self.texts is Texts.NONE:
            return None
        if self.are_full or len(text) <= self.longest:
            return text
        return text[: self.longest - 1] + ELLIPSIS

    def sides(self, before: int, after: int) -> tuple[int, int]:
        """How much of each side is shown around words, so that the words themselves keep half of the length."""
        most = self.longest // 4
        return (before, after) if self.are_full else (min(before, most), min(after, most))


ALL_RIGHTS = Rights()
