"""Ids that were given out for actors which have since been merged, followed on the way in."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from sqlalchemy import Connection, select

from dateline.store.facts import ActorFacts, ArticleFacts
from schema.tables import ACTOR_REDIRECT


def follow_redirects(connection: Connection, facts: ArticleFacts) -> ArticleFacts:
    """The facts with ids of merged actors replaced by the ids of those they were merged into."""
    ids = [actor.id for actor in facts.actors]
    if not ids:
        return facts
    columns = ACTOR_REDIRECT.c
    found = connection.execute(select(columns.old_id, columns.actor_id).where(columns.old_id.in_(ids)))
    leads = {row.old_id: row.actor_id for row in found}
    return _rename_actors(facts, leads) if leads else facts


def _rename_actors(facts: ArticleFacts, leads: Mapping[str, str]) -> ArticleFacts:
    def lead(actor_id: str | None) -> str | None:
        return leads.get(actor_id, actor_id) if actor_id else None

    def lead_office(actor: ActorFacts) -> ActorFacts:
        offices = tuple(replace(office, organization_id=lead(office.organization_id)) for office in actor.offices)
        return replace(actor, id=leads.get(actor.id, actor.id), offices=offices)

    reports = tuple(
        replace(
            report,
            said_by_id=lead(report.said_by_id),
            participants=tuple(replace(part, actor_id=lead(part.actor_id)) for part in report.participants),
        )
        for report in facts.reports
    )
    quotes = tuple(replace(quote, speaker_id=lead(quote.speaker_id)) for quote in facts.quotes)
    return replace(facts, actors=_join(map(lead_office, facts.actors)), quotes=quotes, reports=reports)


def _join(actors: Iterable[ActorFacts]) -> tuple[ActorFacts, ...]:
    """One of each id; the article may tell of two actors that are one by now."""
    joined: dict[str, ActorFacts] = {}
    for actor in actors:
        first = joined.setdefault(actor.id, actor)
        if first is not actor:
            joined[actor.id] = replace(
                first,
                mentions=first.mentions + actor.mentions,
                aliases=(*first.aliases, actor.name, *actor.aliases),
                offices=first.offices + actor.offices,
            )
    return tuple(joined.values())
