"""Everything that Dateline raises on purpose.

    DatelineError                  code, message, hint
    ├── InputError                 what a person gave cannot be used
    │   ├── SourceError            a file, line or request body that cannot be read as an article
    │   ├── SettingError           a setting, option or database URL that makes no sense
    │   └── QueryError             a filter, cursor, id or page size that makes no sense
    ├── AccessError                not allowed without an API key, or not with this one
    ├── NotFoundError              nothing there under that name
    │   └── RemovedError           an article that was taken out for good
    ├── PoisonError                an article that ends or breaks whatever reads it
    ├── LimitError                 more asked for than is served at once
    │   └── TimeLimitError         an answer took longer than is allowed
    └── UnavailableError           something Dateline needs is not there now
        ├── DatabaseError          the database does not connect or answer
        │   ├── DatabaseAwayError  not now: it is away or busy, and may be back
        │   └── DiskFullError      it answers, but its disk has no room left
        ├── AnswerError            a model that was asked gives no answer that can be used
        └── ModelError             the language model is not installed or does not load

Each carries a stable code for programs, a sentence for people, and a hint with the next step.
"""

from __future__ import annotations


class DatelineError(Exception):
    """Base of all errors that Dateline raises on purpose."""

    code = "INTERNAL"

    def __init__(self, message: str, *, hint: str | None = None, code: str | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint
        if code is not None:
            self.code = code

    def __str__(self) -> str:
        return f"{self.message} {self.hint}" if self.hint else self.message

    def __reduce__(self) -> tuple[object, ...]:
        # Errors cross process borders in ingestion; keyword-only arguments do not pickle by themselves.
        return (_restore, (type(self), self.message, self.hint, self.code))


def _restore(kind: type[DatelineError], message: str, hint: str | None, code: str) -> DatelineError:
    return kind(message, hint=hint, code=code)


class InputError(DatelineError):
    """What a person gave cannot be used."""

    code = "BAD_INPUT"


class SourceError(InputError):
    """A file, line or request body that cannot be read as an article."""

    code = "BAD_SOURCE"


class SettingError(InputError):
    """A setting, option or database URL that makes no sense."""

    code = "BAD_SETTING"


class QueryError(InputError):
    """A filter, cursor, id or page size that makes no sense."""

    code = "BAD_QUERY"


class AccessError(DatelineError):
    """Not allowed without an API key, or not with this one."""

    code = "FORBIDDEN"


class NotFoundError(DatelineError):
    """Nothing is there under that name."""

    code = "NOT_FOUND"


class RemovedError(NotFoundError):
    """An article that was taken out for good: it is not shown, and not taken in again."""

    code = "REMOVED"

    def __init__(
        self,
        message: str = "This article was taken out for good.",
        *,
        hint: str | None = "To let it in again, withdraw the judgement that removed it.",
        code: str | None = None,
    ) -> None:
        super().__init__(message, hint=hint, code=code)


class PoisonError(DatelineError):
    """An article that ends or breaks whatever reads it; it is set aside."""


class LimitError(DatelineError):
    """More was asked for than is served at once."""

    code = "LIMIT"


class TimeLimitError(LimitError):
    """An answer took longer than is allowed; the database was stopped."""


class UnavailableError(DatelineError):
    """Something that Dateline needs is not there now."""

    code = "UNAVAILABLE"


class DatabaseError(UnavailableError):
    """The database does not connect or answer."""

    code = "DATABASE"


class DiskFullError(DatabaseError):
    """The disk that the database is on has no room left: it answers, but takes nothing in."""

    def __init__(
        self,
        message: str = "The disk of the database is full: nothing can be stored.",
        *,
        hint: str | None = "Free some space on it; questions are answered meanwhile.",
        code: str | None = None,
    ) -> None:
        super().__init__(message, hint=hint, code=code)


class DatabaseAwayError(DatabaseError):
    """The database is away or busy; the same may work later."""


class AnswerError(UnavailableError):
    """A model that was asked about an article gives no answer that can be used; the article is set aside."""

    code = "NO_ANSWER"


BUDGET = "BUDGET"
"""The code of an AnswerError where nothing was asked because what a run may spend is spent."""


class ModelError(UnavailableError):
    """The language model is not installed or does not load."""

    code = "MODEL"
