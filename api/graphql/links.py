"""Types that refer to each other, by name."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import strawberry

if TYPE_CHECKING:
    from api.graphql.actors import Actor, ActorConnection
    from api.graphql.articles import Article
    from api.graphql.events import EventConnection
    from api.graphql.evidence import EvidenceConnection
    from api.graphql.judgements import Judgement
    from api.graphql.locations import Location, LocationConnection
    from api.graphql.quotes import QuoteConnection
    from api.graphql.reports import Report

TheActor = Annotated["Actor", strawberry.lazy("api.graphql.actors")]
TheArticle = Annotated["Article", strawberry.lazy("api.graphql.articles")]
TheLocation = Annotated["Location", strawberry.lazy("api.graphql.locations")]
TheJudgement = Annotated["Judgement", strawberry.lazy("api.graphql.judgements")]
TheReport = Annotated["Report", strawberry.lazy("api.graphql.reports")]
Actors = Annotated["ActorConnection", strawberry.lazy("api.graphql.actors")]
Events = Annotated["EventConnection", strawberry.lazy("api.graphql.events")]
Locations = Annotated["LocationConnection", strawberry.lazy("api.graphql.locations")]
Mentions = Annotated["EvidenceConnection", strawberry.lazy("api.graphql.evidence")]
Quotes = Annotated["QuoteConnection", strawberry.lazy("api.graphql.quotes")]
