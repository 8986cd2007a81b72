"""What can be exported.  To add a view, write a module with one and put it into the tuple."""

from __future__ import annotations

from dateline.exporting.views.acled import ACLED_EVENTS
from dateline.exporting.views.actors import ACTOR_VIEW
from dateline.exporting.views.annotations import ANNOTATIONS
from dateline.exporting.views.articles import ARTICLE_VIEW
from dateline.exporting.views.events import EVENT_VIEW
from dateline.exporting.views.flat_quotes import FLAT_QUOTES
from dateline.exporting.views.locations import LOCATION_VIEW
from dateline.exporting.views.mentions import MENTION_VIEW
from dateline.exporting.views.quotes import QUOTE_VIEW
from dateline.exporting.views.reports import REPORT_VIEW
from dateline.exporting.views.sources import SOURCE_VIEW
from dateline.exporting.views.view import View
from schema.errors import InputError

DATASET: tuple[View, ...] = (
    EVENT_VIEW,
    ACTOR_VIEW,
    LOCATION_VIEW,
    QUOTE_VIEW,
    ARTICLE_VIEW,
    MENTION_VIEW,
    REPORT_VIEW,
    SOURCE_VIEW,
)
"""The nouns: what a whole data set consists of."""
VIEWS: tuple[View, ...] = (*DATASET, FLAT_QUOTES, ACLED_EVENTS, ANNOTATIONS)


def view_named(name: str) -> View:
    """The view of a name; InputError where there is none."""
    for known in VIEWS:
        if known.name == name:
            return known
    names = ", ".join(known.name for known in VIEWS)
    raise InputError(f"There is nothing called {name!r} to export.", hint=f"There are {names} and dataset.")
