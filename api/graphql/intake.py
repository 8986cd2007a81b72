"""Articles that people send: read by the process beside the server, then stored like those of a folder."""

from __future__ import annotations

import asyncio
import re
from typing import TYPE_CHECKING, Any

import strawberry

import api.graphql.enums  # noqa: F401 - enums must be described before they are used
from api.graphql.articles import Article
from api.graphql.context import Context
from api.graphql.describing import input_, output
from api.graphql.judgements import Judgement
from api.texts import read_for
from dateline.ingestion.intake.judging import Author, checked_reason
from dateline.ingestion.processes.options import LONGEST_TEXT
from dateline.store import Database
from dateline.store.keeping.deadline import current_deadline
from dateline.store.writing.writer import Outcome
from schema.errors import LimitError, QueryError, UnavailableError
from schema.mentions import Analysis, RawArticle
from schema.vocabulary import ArticleFormat

if TYPE_CHECKING:
    from dateline.ingestion.intake.intake import Intake

LONGEST_DETAIL = 1_000
"""Characters of a headline, an address, a name."""
MEDIA_TYPES = {ArticleFormat.TEXT: "text/plain", ArticleFormat.HTML: "text/html"}
DETAILS = ("url", "title", "byline", "publisher", "licence", "published_at")
NAMES = {"published_at": "publishedAt"}
_WEB_ADDRESS = re.compile(r"https?://[^\s/]+\S*", re.IGNORECASE)
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f]")


@input_
class ArticleInput:
    """An article to store: its text, and what is known about it."""

    text: str = strawberry.field(
        description=f"The whole text or page, at most {LONGEST_TEXT:,} characters.  Bylines, datelines and copyright "
        "lines may stay in it: they are recognised."
    )
    format: ArticleFormat = strawberry.field(default=ArticleFormat.TEXT, description="What the text is.")
    url: str | None = strawberry.field(
        default=None,
        description="Where it was published.  An article with the same address is replaced by this one.",
    )
    title: str | None = strawberry.field(default=None, description="Its headline, if it is not in the text.")
    byline: str | None = strawberry.field(default=None, description="Who wrote it, as printed.")
    publisher: str | None = strawberry.field(default=None, description="Who published it.")
    licence: str | None = strawberry.field(
        default=None, description="What its publisher allows: a licence's name or address, or a sentence."
    )
    published_at: str | None = strawberry.field(
        default=None,
        description="A day or a moment: 2024-11-05, 2024-11-05T14:00:00Z.  «Tuesday» in the text counts from it.",
    )


@output
class ArticlePayload:
    """An article that was sent, and what became of it."""

    article: Article = strawberry.field(description="As it is stored.")
    outcome: Outcome = strawberry.field(description="What it changed.")
    judgement: Judgement | None = strawberry.field(
        description="Who sent it, when and why; to withdraw it deletes the article.  Null where the same article was "
        "there before, from elsewhere."
    )


async def take_in_article(context: Context, article: ArticleInput, author: Author) -> Intake:
    """Reads and stores an article.

    Raises LimitError and QueryError for one that cannot be taken, UnavailableError where too many wait.
    """
    raw = _raw_article(article, author)
    if context.room is None:
        hint = "Where the samples are shown, read an article of your own first: dateline seed FILE"
        raise UnavailableError("No articles are taken in here.", hint=hint)
    reading = await read_for(context.room, raw, context.client, context.tab)
    if (deadline := current_deadline()) is not None:
        # Reading has a limit of its own.
        deadline.restart()
    return await asyncio.to_thread(_store, context.database, reading.analysis, author)


def _store(database: Database, analysis: Analysis, author: Author) -> Intake:
    # Here only: what assembles articles takes a second to load, which a server need not wait for at its start.
    from dateline.ingestion.intake.intake import take_in

    return take_in(database, analysis, author)


def _raw_article(article: ArticleInput, author: Author) -> RawArticle:
    checked_reason(author)
    if len(article.text) > LONGEST_TEXT:
        message = f"The article's text has {len(article.text):,} characters; the limit is {LONGEST_TEXT:,}."
        raise LimitError(message, hint="Send the article alone, without what stands around it.")
    details: dict[str, Any] = {name: _detail(name, getattr(article, name)) for name in DETAILS}
    if details["url"] is not None and not _WEB_ADDRESS.fullmatch(details["url"]):
        raise QueryError("The article's url is no address of the web.", hint="It begins with https:// or http://.")
    return RawArticle("article", article.text, MEDIA_TYPES[article.format], **details)


def _detail(name: str, value: str | None) -> str | None:
    told = NAMES.get(name, name)
    if value is not None and len(value) > LONGEST_DETAIL:
        message = f"The article's {told} has {len(value):,} characters; the limit is {LONGEST_DETAIL:,}."
        raise LimitError(message, hint="Only its text may be long.")
    if value is not None and _CONTROL.search(value):
        raise QueryError(f"The article's {told} has control characters.", hint="Send it as one line of plain text.")
    return (value or "").strip() or None
