"""One article that a person sends: stored as those of a folder are, with a judgement that says who sent it and why.

The same article again changes nothing.  Withdrawing the judgement deletes the article with all that only it said.
"""

from __future__ import annotations

from dataclasses import dataclass

from dateline.ingestion.intake.assembly import Assembly
from dateline.ingestion.intake.judging import Author, checked_reason
from dateline.ingestion.intake.storing import store_article
from dateline.store import Database
from dateline.store.judging.judgements import add_judgement, find_standing
from dateline.store.writing.writer import Outcome
from schema.errors import SourceError
from schema.mentions import Analysis
from schema.vocabulary import JudgementKind


@dataclass(frozen=True, slots=True)
class Intake:
    """What became of an article."""

    article_id: str
    outcome: Outcome
    judgement_id: str | None
    """None for an article that was there before, from elsewhere."""


def take_in(database: Database, analysis: Analysis, author: Author) -> Intake:
    """Stores an article in one transaction.

    SourceError where nothing is left of its text; QueryError where the author gives no reason; RemovedError for what
    was taken out for good.
    """
    if not analysis.source.text.strip():
        raise SourceError("There is no article text in it.", hint="Send the article itself, not a page around it.")
    reason, facts = checked_reason(author), Assembly(analysis).facts()
    with database.writing() as connection:
        outcome = store_article(connection, facts)
        made = find_standing(connection, JudgementKind.ARTICLE, facts.id)
        if outcome is not Outcome.UNCHANGED:
            made = add_judgement(connection, JudgementKind.ARTICLE, facts.id, made_by=author.name, reason=reason)
    return Intake(facts.id, outcome, made)
