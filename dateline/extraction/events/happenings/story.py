"""The state of the story: the day and the place that a clause leaves out because the article has told them."""

from __future__ import annotations

from dateline.extraction.events.arguments.reading import Told
from dateline.extraction.events.happenings.days import Days
from dateline.extraction.events.happenings.sites import Sites
from dateline.extraction.events.setting import Setting


def carry(setting: Setting, tellings: list[Told]) -> None:
    """Gives the mentions of an article, in the order of the text, the day and the place that they leave out."""
    days = Days(setting, tellings)
    sites = Sites(setting, days)
    for told in tellings:
        if told.trigger.echo:
            days.hear(told)
        else:
            days.read(told)
            sites.read(told)
