"""The tables, a file a noun.  Ids are made from content, and no fact is without evidence: that key is never NULL."""

from schema.tables.actor import ACTOR, ACTOR_MENTION, ACTOR_REDIRECT, ACTOR_TALLY, APPEARANCE, OFFICE
from schema.tables.article import ARTICLE
from schema.tables.change import CHANGE
from schema.tables.clue import CLUE
from schema.tables.columns import METADATA
from schema.tables.event import EVENT, EVENT_ACTOR, EVENT_REDIRECT
from schema.tables.evidence import EVIDENCE
from schema.tables.judgement import JUDGEMENT
from schema.tables.key import API_KEY
from schema.tables.location import DATELINE, LOCATION, LOCATION_MENTION
from schema.tables.quote import QUOTE, QUOTE_PART
from schema.tables.reading import READING, VISIT
from schema.tables.report import PARTICIPANT, REPORT, REPORT_TRIGGER, TOLL, VICTIMS
from schema.tables.sums import EVENT_SUM

__all__ = [
    "ACTOR",
    "ACTOR_MENTION",
    "ACTOR_REDIRECT",
    "ACTOR_TALLY",
    "API_KEY",
    "APPEARANCE",
    "ARTICLE",
    "CHANGE",
    "CLUE",
    "DATELINE",
    "EVENT",
    "EVENT_ACTOR",
    "EVENT_REDIRECT",
    "EVENT_SUM",
    "EVIDENCE",
    "JUDGEMENT",
    "LOCATION",
    "LOCATION_MENTION",
    "METADATA",
    "OFFICE",
    "PARTICIPANT",
    "QUOTE",
    "QUOTE_PART",
    "READING",
    "REPORT",
    "REPORT_TRIGGER",
    "TOLL",
    "VICTIMS",
    "VISIT",
]
