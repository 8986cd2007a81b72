"""JSON Schemas of what `POST /v1/analyze` takes and answers."""

from __future__ import annotations

from typing import Any

from schema.vocabulary import ActorKind, Basis, EventStatus, EventType, Harm, LocationKind, QuoteKind, VictimKind

Json = dict[str, Any]


def _field(kind: str | list[str], description: str, **more: Any) -> Json:
    return {"type": kind, "description": description, **more}


def _maybe(kind: str, description: str, **more: Any) -> Json:
    return _field([kind, "null"], description, **more)


def _object(description: str, /, **properties: Json) -> Json:
    return {"type": "object", "description": description, "properties": properties, "required": list(properties)}


def _with(schema: Json, **optional: Json) -> Json:
    """The same with properties that are there only where a model has read too."""
    return schema | {"properties": schema["properties"] | optional}


def _list(name: str, description: str) -> Json:
    return {"type": "array", "items": {"$ref": f"#/components/schemas/{name}"}, "description": description}


def _link(name: str, description: str) -> Json:
    reference = {"$ref": f"#/components/schemas/{name}"}
    return {"oneOf": [reference, {"type": "null"}], "description": description}


def _reference(name: str, description: str) -> Json:
    return {"$ref": f"#/components/schemas/{name}", "description": description}


def _kind(values: Any, description: str, *, known: bool = True) -> Json:
    names = [value.value for value in values]
    return _field("string", description, enum=names) if known else _maybe("string", description, enum=[*names, None])


_PAIR: Json = {"type": "array", "items": {"type": "integer"}, "minItems": 2, "maxItems": 2}


def _span(description: str, *, known: bool = True) -> Json:
    return {**_PAIR, "type": "array" if known else ["array", "null"], "description": description}


def _spans(description: str) -> Json:
    return {"type": "array", "items": _PAIR, "description": description}


_WORDS = {
    "start": _field("integer", "Where the words start in the text that was sent, in Unicode code points."),
    "end": _field("integer", "Where they end, excluded."),
    "text": _field("string", "The words as written."),
}
_NUMBER = {"type": "number", "minimum": 0, "maximum": 1}
_SURE = {**_NUMBER, "description": "How sure the reading is, from 0 to 1."}

SCHEMAS: Json = {
    "Text": _object(
        "A text to analyse. Other names of these keys, and `html` in place of `text`, are read as "
        "`dateline seed` reads them: date, published_at, author, ...",
        text=_field("string", "The text as it stands; headers and datelines in it are recognised."),
        title=_maybe("string", "Its headline."),
        url=_maybe("string", "Where it was published."),
        publisher=_maybe("string", "Who published it."),
        byline=_maybe("string", "Who wrote it."),
        publishedAt=_maybe("string", "When it came out (ISO 8601); days like Tuesday are counted from it."),
    )
    | {"required": ["text"]},
    "Analysis": _with(
        _object(
            "What a text says. Spans are pairs of Unicode code points, half open, of the text that was sent.",
            published_at=_maybe("string", "The day when it came out.", format="date"),
            publisher=_maybe("string", "Who published it."),
            title=_maybe("string", "Its headline."),
            byline=_maybe("string", "Who wrote it."),
            model=_field("string", "The language model that read it."),
            quotes=_list("QuoteMention", "What people said."),
            locations=_list("LocationMention", "Words that name places."),
            actors=_list("ActorMention", "Words that name actors."),
            events=_list("EventMention", "What happened."),
        ),
        reader=_reference("ModelReading", "How a model has read it; only where one was asked."),
    ),
    "ModelReading": _object(
        "How a model was asked about a text, and how much of what it said was kept.",
        reader=_field("string", "Who read.", enum=["model", "both"]),
        name=_field("string", "The model as its server calls it."),
        prompts=_field("string", "The version of what it was asked."),
        questions=_field("integer", "How many it was asked."),
        cached=_field("integer", "Of them, those that were answered before."),
        input_tokens=_field("integer", "Tokens of what was asked now."),
        output_tokens=_field("integer", "Tokens of the answers."),
        kept=_field("integer", "Quotations that are in the text and say what they are given for."),
        dropped=_field("integer", "Other quotations."),
    ),
    "QuoteMention": _with(
        _object(
            "What somebody said.",
            spans=_spans("Where the words stand."),
            kind=_kind(QuoteKind, "How they are reported."),
            text=_field("string", "The words."),
            speaker=_link("SpeakerMention", "Who said them."),
            cue=_span("The verb of saying.", known=False),
            medium=_maybe("string", "To whom or through what."),
            confidence=_SURE,
        ),
        speaker_basis=_kind(Basis, "Where the speaker was taken from; only where a model was asked.", known=False),
    ),
    "SpeakerMention": _object(
        "Who said a quote.",
        name=_field("string", "Who that is."),
        spans=_spans("The words at the quote that name the speaker."),
    ),
    "LocationMention": _object(
        "Words that name a place.",
        **_WORDS,
        name=_field("string", "Its name in the gazetteer."),
        kind=_kind(LocationKind, "What kind of place it is.", known=False),
        geonames_id=_maybe("integer", "Its number at geonames.org."),
        latitude=_maybe("number", "Degrees, north positive."),
        longitude=_maybe("number", "Degrees, east positive."),
        country_code=_maybe("string", "Its country (ISO 3166-1 alpha-2)."),
        precision=_kind(LocationKind, "What its point is of: its own kind, or a region that it lies in.", known=False),
        score={**_NUMBER, "description": "How sure it is which place that is, from 0 to 1."},
        reason=_field("string", "Why that one."),
    ),
    "ActorMention": _object(
        "Words that name an actor.",
        **_WORDS,
        form=_field("string", "How the words name it."),
        name=_field("string", "Its fullest name in the text."),
        kind=_kind(ActorKind, "What it is."),
        sector=_field("string", "What it does in society."),
        country_code=_maybe("string", "Its country (ISO 3166-1 alpha-2)."),
        country_basis=_kind(Basis, "Where that was taken from; null where there is none.", known=False),
        external_ids={"type": "array", "items": {"type": "string"}, "description": "Its ids elsewhere: wikidata:Q42."},
        office=_maybe("string", "The office that the text gives it."),
    ),
    "EventMention": _with(
        _object(
            "A happening that the text tells.",
            trigger=_span("The word that tells it best."),
            mentions=_spans("All words that were joined into it."),
            evidence=_span("The clause or sentence."),
            type=_kind(EventType, "What happened."),
            mode=_maybe("string", "How."),
            codes={"$ref": "#/components/schemas/EventCodes", "description": "What other data sets call it."},
            status=_kind(EventStatus, "Whether it happened."),
            when={"$ref": "#/components/schemas/WhenMention", "description": "When."},
            location=_link("PlaceMention", "Where."),
            participants=_list("ParticipantMention", "Who took part."),
            killed=_link("CountMention", "How many died."),
            injured=_link("CountMention", "How many were hurt."),
            victims=_list("VictimsMention", "Of what kinds they were."),
            said_by=_maybe("string", "Who told it."),
            said_by_basis=_kind(Basis, "Where that was taken from; null where nobody is named.", known=False),
            confidence=_SURE,
        ),
        basis=_kind(Basis, "MODEL where only a model tells it, else STATED; only where a model was asked."),
        other=_field(
            "object", "What the other reader tells otherwise, by the names here; only where a model was asked."
        ),
    ),
    "EventCodes": _object(
        "What other data sets call a happening.",
        plover=_field("string", "Its type in PLOVER; a type of our own names itself."),
        cameo_root=_maybe("string", "Its root in CAMEO."),
        acled=_maybe("string", "Its sub-event type in ACLED."),
    ),
    "WhenMention": _object(
        "When something happened.",
        text=_maybe("string", "The words for it."),
        span=_span("Where those stand.", known=False),
        earliest=_maybe("string", "The first day it can be.", format="date"),
        latest=_maybe("string", "The last day it can be.", format="date"),
        precision=_field("string", "How exactly it is known."),
        basis=_kind(Basis, "Where it was taken from; null where no day is known.", known=False),
    ),
    "PlaceMention": _object(
        "Where something happened.",
        name=_field("string", "The place's name."),
        geonames_id=_maybe("integer", "Its number at geonames.org."),
        country_code=_maybe("string", "Its country (ISO 3166-1 alpha-2)."),
        span=_span("The words for it."),
        basis=_kind(Basis, "Where it was taken from."),
    ),
    "ParticipantMention": _object(
        "Who took part.",
        role=_field("string", "As what."),
        name=_field("string", "Who that is."),
        span=_span("The words for it; null where it is inferred.", known=False),
        inferred=_field("boolean", "Whether no words at the event name it: the basis is not STATED."),
        basis=_kind(Basis, "Where it was taken from."),
    ),
    "VictimsMention": _object(
        "People of one kind who were killed or injured.",
        harm=_kind(Harm, "What was done to them."),
        kind=_kind(VictimKind, "Of what kind they are."),
        text=_field("string", "The words for them."),
        span=_span("Where those stand."),
        basis=_kind(Basis, "Where all of it was taken from, the number too."),
        count=_link("CountMention", "How many; null where no number is told."),
    ),
    "CountMention": _object(
        "A number of people.",
        text=_field("string", "The words for it."),
        span=_span("Where those stand."),
        low=_maybe("integer", "At least."),
        best=_maybe("integer", "Most likely."),
        high=_maybe("integer", "At most."),
        basis=_kind(Basis, "Where it was taken from."),
    ),
}
