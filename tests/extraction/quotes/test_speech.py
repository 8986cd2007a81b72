"""Who said what, in which words: one small text for each way in which news reports speech."""

import pytest

from schema.vocabulary import QuoteKind

DIRECT, MIXED, INDIRECT = QuoteKind.DIRECT, QuoteKind.MIXED, QuoteKind.INDIRECT


def said(read_text, text):
    """Kind, words, speaker and the words that name the speaker, of each quote."""
    found = []
    for quote in read_text(text).quotes:
        speaker = quote.speaker
        named = speaker.excerpts[0].text if speaker is not None else None
        found.append((quote.kind, quote.text.strip(" ,.“”\"'"), speaker.name if speaker else None, named))
    return found


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("“We will rebuild,” Mayor Ruth Hale said.", "We will rebuild"),
        ('"We will rebuild," Mayor Ruth Hale said.', "We will rebuild"),
        ("«We will rebuild,» Mayor Ruth Hale said.", "We will rebuild"),
        ("``We will rebuild,'' Mayor Ruth Hale said.", "We will rebuild"),
        ("''We will rebuild,'' Mayor Ruth Hale said.", "We will rebuild"),
        ("‘We will rebuild,’ Mayor Ruth Hale said.", "We will rebuild"),
        ("“We will rebuild,” said Ruth Hale, the mayor.", "We will rebuild"),
        ("Mayor Ruth Hale said: “We will rebuild.”", "We will rebuild"),
        ("Mayor Ruth Hale: “We will rebuild all of it.”", "We will rebuild all of it"),
        ("“We will rebuild all of it.” — Ruth Hale", "We will rebuild all of it"),
    ],
    ids=[
        "typographic",
        "straight",
        "angle",
        "back-ticks",
        "doubled",
        "single",
        "inverted",
        "lead",
        "colon",
        "signature",
    ],
)
def test_direct_speech_in_every_kind_of_mark(read_text, text, words):
    ((kind, found, speaker, _),) = said(read_text, text)
    assert (kind, found, speaker) == (DIRECT, words, "Ruth Hale")


def test_a_sentence_cut_by_its_cue_is_one_quote(read_text):
    quotes = said(read_text, "“We will rebuild,” Ruth Hale said, “and nobody will stop us.”")
    assert [(kind, words) for kind, words, *_ in quotes] == [(DIRECT, "We will rebuild, and nobody will stop us")]


def test_a_second_sentence_belongs_to_the_same_speaker(read_text):
    ((_, words, speaker, _),) = said(read_text, "“We will rebuild,” Ruth Hale said. “It will take a year.”")
    assert (words, speaker) == ("We will rebuild, It will take a year", "Ruth Hale")


def test_a_quote_over_paragraphs_is_one(read_text):
    text = "“We lost the bridge,” said Ruth Hale.\n\n“It was our only one.\n\n“We will build another,” she said."
    quotes = said(read_text, text)
    assert [(words, speaker) for _, words, speaker, _ in quotes] == [
        ("We lost the bridge", "Ruth Hale"),
        ("It was our only one. We will build another", "Ruth Hale"),
    ]


def test_words_without_any_cue_go_to_whoever_spoke_last(read_text):
    text = (
        "Mayor Ruth Hale visited the school on Monday, and she said it would open.\n\n“The children have waited long.”"
    )
    assert said(read_text, text)[-1][:3] == (DIRECT, "The children have waited long", "Ruth Hale")


def test_several_speakers_are_told_apart(read_text):
    text = (
        "“The road is open,” Ruth Hale, the mayor, said. “It is not,” said Tom Reed, a driver. “He should look again,” "
        "she said."
    )
    assert [(words, speaker) for _, words, speaker, _ in said(read_text, text)] == [
        ("The road is open", "Ruth Hale"),
        ("It is not", "Tom Reed"),
        ("He should look again", "Ruth Hale"),
    ]


@pytest.mark.parametrize(
    ("text", "name", "written"),
    [
        ("Ruth Hale came late. “I am sorry,” she said.", "Ruth Hale", "she"),
        ("Gov. Tom Reed came late. “I am sorry,” the governor said.", "Tom Reed", "the governor"),
        ("The Health Ministry closed. “We reopen soon,” the ministry said.", "Health Ministry", "the ministry"),
        ("“We reopen soon,” said Acme Corp. in a statement.", "Acme Corp.", "Acme Corp."),
        ("“We saw smoke,” residents told reporters.", "residents", "residents"),
    ],
    ids=["pronoun", "role", "body", "company", "group"],
)
def test_the_speaker_is_resolved_and_the_words_are_kept(read_text, text, name, written):
    ((_, _, speaker, named),) = said(read_text, text)
    assert (speaker, named) == (name, written)


@pytest.mark.parametrize(
    ("text", "medium"),
    [
        ("“We will rebuild,” Ruth Hale wrote on Telegram.", "Telegram"),
        ("“We will rebuild,” Ruth Hale said in a statement.", "statement"),
        ("“We will rebuild,” Ruth Hale told reporters.", "reporters"),
        ("“We will rebuild,” Ruth Hale said on the social network Mastodon.", "Mastodon"),
    ],
)
def test_the_medium_is_told(read_text, text, medium):
    (quote,) = read_text(text).quotes
    assert quote.medium == medium


@pytest.mark.parametrize(
    ("text", "kind", "words"),
    [
        ("Ruth Hale said the road was open.", INDIRECT, "the road was open"),
        ("The road was open, Ruth Hale said.", INDIRECT, "The road was open"),
        ("The road was open, according to Ruth Hale.", INDIRECT, "The road was open"),
        ("Ruth Hale said it was “a modest step” for the town.", MIXED, "it was “a modest step” for the town"),
        ("Ruth Hale called the plan “a modest step.”", MIXED, "the plan “a modest step"),
        ("Ruth Hale denied that the road was closed.", INDIRECT, "that the road was closed"),
        ("Ruth Hale asked whether the road was open.", INDIRECT, "whether the road was open"),
    ],
    ids=["indirect", "cue after", "according to", "mixed", "naming", "denial", "question"],
)
def test_reported_clauses_with_their_extent(read_text, text, kind, words):
    ((found, said_words, speaker, _),) = said(read_text, text)
    assert (found, said_words, speaker) == (kind, words, "Ruth Hale")


def test_one_odd_mark_does_not_void_the_text(read_text):
    text = "“This one is odd, the clerk wrote.\n\n“We will rebuild,” Ruth Hale said.\n\n“It is late,” said Tom Reed."
    assert {"We will rebuild", "It is late"} <= {words for _, words, *_ in said(read_text, text)}


@pytest.mark.parametrize(
    "text",
    [
        "The so-called “reform” was passed in May.",
        "She sang “A Change Is Gonna Come” at the end.",
        "Marcia “Cia” Price won the seat.",
        'The board is 5\' 10" long and 3" wide.',
        "The workers' union and the teachers' union met.",
        "They left on the ship “Morning Star” in June.",
    ],
    ids=["scare quotes", "title", "nickname", "inches", "possessives", "ship"],
)
def test_marks_that_are_no_speech(read_text, text):
    assert [quote for quote in said(read_text, text) if quote[0] is not INDIRECT] == []


def test_a_headline_with_a_colon_is_reported_speech(read_text):
    quotes = said(read_text, "Finance minister: no new taxes this year\n\nThe budget was passed on Monday.")
    assert [(kind, words) for kind, words, *_ in quotes] == [(INDIRECT, "no new taxes this year")]


def test_speech_inside_speech_is_left_to_the_outer_speaker(read_text):
    text = "“The doctor said ‘go home’ and I went,” Ruth Hale said."
    ((kind, _, speaker, _),) = said(read_text, text)
    assert (kind, speaker) == (DIRECT, "Ruth Hale")


def test_every_quote_has_a_confidence_and_the_sure_ones_more(read_text):
    sure = read_text("“We will rebuild,” Ruth Hale said.").quotes[0].confidence
    guess = read_text("Ruth Hale came late.\n\n“We will rebuild the whole town.”").quotes[0].confidence
    assert 0 < guess < sure <= 1


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Court documents say that the man fled in May.", "Court documents"),
        ("The report found that the dam was unsafe.", "The report"),
        ("Ruth Hale and Tom Reed said the road was open.", "Ruth Hale"),
        ("Union leaders said the strike would go on.", "Union leaders"),
        ("The White House said the president would travel on Monday.", "United States"),
        ("Moscow said the talks had failed.", "Russia"),
    ],
    ids=["documents", "report", "two persons", "group", "seat", "capital"],
)
def test_who_or_what_can_speak(read_text, text, name):
    ((kind, _, speaker, _),) = said(read_text, text)
    assert (kind, speaker) == (INDIRECT, name)


def test_several_clauses_under_one_cue_are_all_said(read_text):
    ((_, words, _, _),) = said(read_text, "Ruth Hale said the road was open, and the bridge would follow in May.")
    assert words.startswith("the road was open")
    assert words.endswith("the bridge would follow in May")


def test_what_was_not_said_is_no_quote(read_text):
    assert said(read_text, "Ruth Hale did not say whether the road was open.") == []


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "Pollsters agree - Ruth Hale: “One of the lessons was a simple one: keep on contacting voters late.”",
            "Ruth Hale",
        ),
        ("Ruth Hale spoke in May. “I would say this,” Hale answered on Monday.", "Ruth Hale"),
        ("“The news is out by now,” Ruth Hale blurted out on Monday.", "Ruth Hale"),
        ("Ruth Hale criticized the plan on Monday, telling reporters that it was “a bad joke” for all.", "Ruth Hale"),
    ],
)
def test_speakers_of_round_ups_and_rarer_verbs(read_text, text, speaker):
    quotes = read_text(text).quotes
    assert [quote.speaker.name for quote in quotes if quote.speaker] == [speaker]
