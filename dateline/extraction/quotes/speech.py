"""Putting quotes together: marked passages with their cues, then clauses of saying without marks.

Words in marks that stand as sentences of their own are direct speech, with the cue after them, before them, or none
(then whoever spoke last goes on).  Other marked words belong to the clause they stand in, which makes it mixed speech.
Marked words under no cue are scare quotes or titles, and no quotes.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field

from dateline.extraction.notes import Notes
from dateline.extraction.quotes.cues import Cue, cue_words, find_cues, subject_of
from dateline.extraction.quotes.medium import medium_at
from dateline.extraction.quotes.passages import ENDS_OPEN, Passage, read_passages
from dateline.extraction.quotes.speakers import is_person, speaker_at
from schema.mentions import QuoteMention, SpeakerMention
from schema.spans import Excerpt, Span
from schema.vocabulary import QuoteKind

NAMING = frozenset(
    "call dub label term describe characterize characterise brand hail denounce condemn dismiss refer portray accuse"
    " criticize criticise blame praise cite quote mock slam blast deem declare tout urge warn vow".split()
)


@dataclass(slots=True)
class Draft:
    """A quote on its way."""

    spans: list[Span]
    kind: QuoteKind
    cue: Cue | None
    speaker: SpeakerMention | None
    confidence: float
    paragraph: int
    chains: set[int] = field(default_factory=set)


DASHES = frozenset({"—", "–", "―", "--", "-"})
"""Between a quote and its name, and before a name in a round-up."""


def find_quotes(notes: Notes) -> None:
    """Fills `notes.quotes`."""
    notes.quotes = Speech(notes).quotes()


class Speech:
    """The reported speech of one article."""

    def __init__(self, notes: Notes) -> None:
        self._notes = notes
        self._doc = notes.doc
        self._text = notes.source.text
        self._passages = read_passages(notes)
        self._quoted = [False] * len(self._doc)
        for passage in self._passages:
            for at in range(passage.first, passage.last + 1):
                self._quoted[at] = True
        self._cues = find_cues(notes, self._quoted)
        self._cue_at = {cue.token.i: cue for cue in self._cues}

    def quotes(self) -> tuple[QuoteMention, ...]:
        """All quotes, in the order of the text."""
        drafts = self._direct()
        drafts += self._clauses(drafts)
        drafts += self._named_words()
        drafts += self._headline(drafts)
        found = (self._finish(draft) for draft in drafts)
        return tuple(sorted((quote for quote in found if quote is not None), key=lambda quote: quote.excerpts[0].start))

    # ---------------------------------------------------------------- direct speech

    def _direct(self) -> list[Draft]:
        drafts: list[Draft] = []
        alone = [passage for passage in self._passages if passage.standalone]
        for number, passage in enumerate(alone):
            passage.used = True
            last = drafts[-1] if drafts else None
            if last is not None and passage.marked.chain in last.chains:
                self._join(last, passage)
                if last.cue is None:
                    self._take_cue(last, passage)
                continue
            cue = self._cue_after(passage) or self._cue_before(passage)
            same = cue is not None and last is not None and last.cue is cue
            if last is not None and (same or (cue is None and self._goes_on(alone[number - 1], passage))):
                self._join(last, passage)
                continue
            draft = Draft(
                [passage.marked.span], QuoteKind.DIRECT, cue, None, 0.95, passage.paragraph, {passage.marked.chain}
            )
            self._give_speaker(draft, passage, last)
            drafts.append(draft)
        return drafts

    def _join(self, draft: Draft, passage: Passage) -> None:
        draft.spans.append(passage.marked.span)
        draft.chains.add(passage.marked.chain)
        draft.paragraph = passage.paragraph

    def _take_cue(self, draft: Draft, passage: Passage) -> None:
        cue = self._cue_after(passage)
        if cue is not None:
            draft.cue = cue
            speaker = speaker_at(self._notes, cue.speaker) if cue.speaker is not None else None
            draft.speaker, draft.confidence = speaker or draft.speaker, 0.95

    def _goes_on(self, before: Passage, passage: Passage) -> bool:
        """`"A," he said. "B."`: nothing but the end of one sentence between two passages of a paragraph."""
        if before.paragraph != passage.paragraph:
            return False
        between = self._doc[before.last + 1 : passage.first]
        stops = sum(token.text in (".", "!", "?") for token in between)
        return stops <= 1 and len(between) <= 40

    def _cue_after(self, passage: Passage) -> Cue | None:
        """`"…," the governor said` and `"…," said the governor`."""
        inner = self._text[passage.marked.start : passage.marked.end].rstrip()
        paragraph = self._notes.paragraphs[passage.paragraph]
        if not inner.endswith(ENDS_OPEN) and self._text[passage.marked.outer_end : passage.marked.outer_end + 1] != ",":
            after = self._text[passage.marked.outer_end : paragraph.end].lstrip()
            if not after[:1].islower():
                return None
        limit = min(len(self._doc), passage.last + 45)
        for at in range(passage.last + 1, limit):
            token = self._doc[at]
            if token.idx >= paragraph.end or self._quoted[at]:
                return None
            if token.text in (".", ";") and not token.is_quote:
                return None
            cue = self._cue_at.get(at)
            if cue is not None and (cue.strong or cue.speaker is not None) and self._speaks(cue, passage):
                return cue
        return None

    def _speaks(self, cue: Cue, passage: Passage) -> bool:
        """Gives a cue the speaker that stands beside it, where the parse has none."""
        if cue.speaker is not None and not passage.first <= cue.speaker.i <= passage.last:
            return True
        doc, at = self._doc, cue.token.i
        beside = [doc[at - 1]] if at else []
        beside += [doc[at + 1]] if at + 1 < len(doc) else []
        for token in beside:
            if token.pos_ in ("PROPN", "PRON", "NOUN") and not passage.first <= token.i <= passage.last:
                cue.speaker = token
                return True
        return False

    def _cue_before(self, passage: Passage) -> Cue | None:
        """`the governor said: "…"`."""
        paragraph = self._notes.paragraphs[passage.paragraph]
        before = self._text[paragraph.start : passage.marked.outer_start].rstrip()
        if not before:
            return None
        if not before.endswith((",", ":", "that", "—")) and not before[-1].isalpha():
            return None
        if before.endswith(":") and (named := self._colon_cue(passage)) is not None and self._begins_alone(named):
            return named
        for at in range(passage.first - 1, max(-1, passage.first - 45), -1):
            token = self._doc[at]
            if token.idx < paragraph.start or token.text in (".", "!", "?") or self._quoted[at]:
                break
            cue = self._cue_at.get(at)
            if cue is not None and (cue.strong or before.endswith(":")) and cue.speaker is not None:
                return cue
        return self._colon_cue(passage) if before.endswith(":") else None

    def _colon_cue(self, passage: Passage) -> Cue | None:
        """`Mayor Ruth Hale: "…"`."""
        colon = passage.first - 1
        while colon > 0 and self._doc[colon].text != ":":
            colon -= 1
        name = self._doc[colon - 1] if colon else None
        if name is None or self._notes.actors_known.find(name) is None:
            return None
        return Cue(self._doc[colon], colon, colon + 1, name, None, strong=True)

    def _begins_alone(self, colon: Cue) -> bool:
        """Whether a person's name before a colon begins its line or follows a dash, as in round-ups."""
        name = colon.speaker
        if name is None or not is_person(self._notes, name) or name.pos_ != "PROPN":
            return False
        start = self._notes.actors_known.phrase(name)[0]
        before = self._doc[start - 1] if start else None
        return before is None or before.is_space or before.text in DASHES

    def _give_speaker(self, draft: Draft, passage: Passage, last: Draft | None) -> None:
        cue = draft.cue
        if cue is not None and cue.speaker is not None:
            draft.speaker = speaker_at(self._notes, cue.speaker)
            return
        signature = self._signature(passage)
        if signature is not None:
            draft.speaker, draft.confidence = signature, 0.8
        elif last is not None and last.speaker is not None and passage.paragraph - last.paragraph <= 1:
            draft.speaker, draft.confidence = last.speaker, 0.7
        else:
            draft.speaker, draft.confidence = self._speaker_of_context(passage), 0.5

    def _signature(self, passage: Passage) -> SpeakerMention | None:
        """`"…" — Maria Lopez`."""
        at = passage.last + 1
        while at < len(self._doc) and (self._doc[at].is_quote or self._doc[at].is_space):
            at += 1
        if at + 1 >= len(self._doc) or self._doc[at].text not in DASHES:
            return None
        at += 2 if self._doc[at + 1].is_space and at + 2 < len(self._doc) else 1
        name = self._doc[at]
        named = is_person(self._notes, name) or (name.pos_ == "PROPN" and name.ent_type_ != "DATE")
        return speaker_at(self._notes, name) if named else None

    def _speaker_of_context(self, passage: Passage) -> SpeakerMention | None:
        """The subject of the sentence before."""
        at = passage.first - 1
        while at >= 0 and (self._doc[at].is_space or self._doc[at].is_quote):
            at -= 1
        if at < 0:
            return None
        sentence = self._doc[at].sent
        for token in sentence:
            cue = self._cue_at.get(token.i)
            if cue is not None and cue.speaker is not None and is_person(self._notes, cue.speaker):
                return speaker_at(self._notes, cue.speaker)
        subject = next((t for t in sentence if t.dep_ in ("nsubj", "nsubjpass") and is_person(self._notes, t)), None)
        return speaker_at(self._notes, subject) if subject is not None else None

    # ---------------------------------------------------------------- mixed and indirect speech

    def _clauses(self, direct: list[Draft]) -> list[Draft]:
        taken = bytearray(len(self._text))
        for span in (span for draft in direct for span in draft.spans):
            taken[span.start : span.end] = b"x" * (span.end - span.start)
        used = {draft.cue.token.i for draft in direct if draft.cue is not None}
        drafts: list[Draft] = []
        for cue in self._cues:
            if cue.token.i in used or cue.clause is None or cue.speaker is None:
                continue
            spans = self._clause_spans(cue)
            if not spans or any(taken.find(b"x", span.start, span.end) >= 0 for span in spans):
                continue
            speaker = speaker_at(self._notes, cue.speaker)
            if speaker is None or (not cue.strong and speaker.actor is None):
                continue
            drafts.append(self._clause_draft(cue, spans, speaker))
            for span in spans:
                taken[span.start : span.end] = b"x" * (span.end - span.start)
        return drafts

    def _clause_draft(self, cue: Cue, spans: list[Span], speaker: SpeakerMention) -> Draft:
        beside = self._passages_in(min(span.start for span in spans), max(span.end for span in spans))
        inside = [p for p in beside if any(span.overlaps(p.marked.span) for span in spans)]
        for passage in inside:
            passage.used = True
        kind = QuoteKind.MIXED if inside else QuoteKind.INDIRECT
        paragraph = inside[0].paragraph if inside else -1
        return Draft(spans, kind, cue, speaker, 0.9 if cue.strong else 0.6, paragraph)

    def _clause_spans(self, cue: Cue) -> list[Span]:
        """The characters of what is said: the clause without the cue, its speaker and the commas between."""
        clause = cue.clause
        assert clause is not None
        assert cue.speaker is not None
        tokens = {token.i for token in clause.subtree}
        cut = {token.i for token in cue.token.subtree} if cue.lead_out else set(range(cue.start, cue.end))
        if cue.lead_out or cue.token.i in tokens:
            cut |= {token.i for token in cue.speaker.subtree} | {cue.token.i}
            cut |= {
                child.i for child in cue.token.children if child.dep_ in ("aux", "neg", "advmod", "npadvmod", "prep")
            }
        if cue.lead_out:
            tokens = self._rest_of_sentence(cue, tokens)
        tokens -= cut
        tokens = {at for at in tokens | self._second_clause(cue) if not self._doc[at].is_space}
        dateline = self._notes.source.dateline
        if dateline is not None:
            tokens = {at for at in tokens if self._doc[at].idx >= dateline.end}
        return [span for span in map(self._trimmed, _runs(sorted(tokens))) if span is not None]

    def _second_clause(self, cue: Cue) -> set[int]:
        """`said A has tanks, and B has none`: a clause that the parser hangs on the cue itself."""
        if cue.lead_out or cue.clause is None or cue.clause.i < cue.token.i:
            return set()
        found: set[int] = set()
        for child in cue.token.rights:
            own_subject = any(grandchild.dep_ in ("nsubj", "nsubjpass", "expl") for grandchild in child.children)
            if child.dep_ == "conj" and child.i not in self._cue_at and own_subject:
                found |= {token.i for token in child.subtree}
                found |= set(range(cue.clause.right_edge.i + 1, child.left_edge.i))
        return found

    def _rest_of_sentence(self, cue: Cue, tokens: set[int]) -> set[int]:
        if cue.token.lower_ == "according" or cue.token.dep_ == "parataxis":
            return tokens
        return {at for at in tokens if at < cue.token.i}

    def _trimmed(self, run: tuple[int, int]) -> Span | None:
        """The characters of a run of tokens without punctuation at its ends; marks at its ends are taken whole."""
        first, last = run
        doc = self._doc
        while first <= last and (
            doc[first].is_punct and not doc[first].is_quote and doc[first].text not in ("$", "(", "“")
        ):
            first += 1
        while last >= first and doc[last].text in (",", ".", ";", ":", "—", "–", "--", "-"):
            last -= 1
        if last - first < 1:
            return None
        start, end = doc[first].idx, doc[last].idx + len(doc[last])
        for passage in self._passages_in(start, end):
            marked = passage.marked
            cut = marked.outer_start < end <= marked.outer_end or marked.outer_start <= start < marked.outer_end
            if cut and not passage.standalone:
                start, end = min(start, marked.outer_start), max(end, marked.outer_end)
        return Span(start, end)

    def _passages_in(self, start: int, end: int) -> list[Passage]:
        """The passages that share a character with some of the text; no two overlap."""
        first = bisect_left(self._passages, start, key=lambda passage: passage.marked.outer_end)
        last = bisect_right(self._passages, end, key=lambda passage: passage.marked.outer_start)
        return self._passages[first:last]

    def _named_words(self) -> list[Draft]:
        """Marked words under a verb of naming or saying that has no clause: `called it "a modest step"`."""
        found: dict[int, Draft] = {}
        for passage in self._passages:
            if passage.used or passage.standalone or self._is_name(passage):
                continue
            cue = self._cue_over(passage)
            if cue is None or cue.speaker is None or cue.token.i in found:
                continue
            speaker = speaker_at(self._notes, cue.speaker)
            span = self._said_of(cue, passage)
            if speaker is not None and span is not None:
                found[cue.token.i] = Draft([span], QuoteKind.MIXED, cue, speaker, 0.6, passage.paragraph)
        return list(found.values())

    def _is_name(self, passage: Passage) -> bool:
        """Whether marks set off a nickname (`Marcia "Cia" Price`) or a title (`"Women in Power"`)."""
        doc, first, last = self._doc, passage.first, passage.last
        words = [token for token in doc[first : last + 1] if token.is_alpha]
        before, after = (doc[first - 2] if first > 1 else None), (doc[last + 2] if last + 2 < len(doc) else None)
        if len(words) <= 2 and before is not None and after is not None and before.pos_ == after.pos_ == "PROPN":
            return True
        long = [word for word in words if len(word) > 3]
        return (
            len(words) >= 2 and len(long) >= 1 and words[0].text[0].isupper() and all(w.text[0].isupper() for w in long)
        )

    def _said_of(self, cue: Cue, passage: Passage) -> Span | None:
        """What a verb of naming says: from its object to the end of its phrase, the marked words included."""
        parts = [
            c
            for c in cue.token.rights
            if c.dep_ not in ("punct", "npadvmod", "cc", "conj", "agent") and c.pos_ != "SPACE"
        ]
        heard = {"dobj", "dative"} if cue.token.lemma_ in cue_words().hearers else set()
        speaker = cue.speaker.i if cue.speaker is not None else -1
        parts = [c for c in parts if c.i != speaker and (c.dep_ not in heard or c.right_edge.i >= passage.first)]
        start = min([passage.first, *(part.left_edge.i for part in parts)])
        end = max([passage.last, *(part.right_edge.i for part in parts if part.left_edge.i <= passage.last)])
        tokens = {at for at in range(max(start, cue.end), end + 1) if not self._doc[at].is_space}
        spans = [span for span in map(self._trimmed, _runs(sorted(tokens))) if span is not None]
        return spans[0] if spans else passage.marked.span

    def _cue_over(self, passage: Passage) -> Cue | None:
        token = self._doc[passage.first : passage.last + 1].root
        steps = 0
        while token.head != token and steps < 12:
            token, steps = token.head, steps + 1
            cue = self._cue_at.get(token.i)
            if cue is not None and (cue.token.lemma_ in NAMING or (cue.strong and cue.speaker is not None)):
                if cue.speaker is None:
                    cue.speaker = subject_of(cue.token)
                outside = cue.speaker is not None and not passage.first <= cue.speaker.i <= passage.last
                return cue if outside else None
        return None

    def _headline(self, drafts: list[Draft]) -> list[Draft]:
        """`Minister: no talks before Friday`, as the first line and no sentence."""
        if not self._notes.paragraphs:
            return []
        line = self._notes.paragraphs[0]
        words = self._text[line.start : line.end]
        name, colon, said = words.partition(": ")
        if not colon or words.endswith((".", "!", "?")) or len(name.split()) > 6 or len(said.split()) < 2:
            return []
        if any(span.start < line.end for draft in drafts for span in draft.spans):
            return []
        at = next((t.i for t in self._doc if t.text == ":" and t.idx >= line.start), 0)
        speaker = speaker_at(self._notes, self._doc[at - 1]) if at else None
        if speaker is None or speaker.actor is None:
            return []
        start = line.start + len(name) + len(colon)
        cue = Cue(self._doc[at], at, at + 1, self._doc[at - 1], None, strong=True)
        return [Draft([Span(start, line.end)], QuoteKind.INDIRECT, cue, speaker, 0.7, 0)]

    # ---------------------------------------------------------------- finishing

    def _finish(self, draft: Draft) -> QuoteMention | None:
        excerpts = tuple(self._cut(span) for span in draft.spans if self._text[span.start : span.end].strip())
        if not excerpts:
            return None
        cue = draft.cue
        words = self._notes.cut(*_bounds(self._notes, cue)) if cue is not None else None
        medium = medium_at(self._notes, cue) if cue is not None else None
        return QuoteMention(excerpts, draft.kind, draft.speaker, words, medium, draft.confidence)

    def _cut(self, span: Span) -> Excerpt:
        start, end = span.start, span.end
        while start < end and self._text[start].isspace():
            start += 1
        while end > start and self._text[end - 1].isspace():
            end -= 1
        return self._notes.cut(start, end)


def _bounds(notes: Notes, cue: Cue) -> tuple[int, int]:
    last = notes.doc[cue.end - 1]
    return notes.doc[cue.start].idx, last.idx + len(last)


def _runs(indexes: list[int]) -> Iterable[tuple[int, int]]:
    """Runs of neighbouring token indexes, gaps of one bridged."""
    start = previous = None
    for index in indexes:
        if previous is None or index > previous + 1:
            if start is not None and previous is not None:
                yield start, previous
            start = index
        previous = index
    if start is not None and previous is not None:
        yield start, previous
