"""Long texts are parsed in parts, and read as if they were parsed at once."""

import subprocess
import sys

import pytest

from dateline.extraction import parts
from dateline.extraction.parsing import load_model, parse

STORY = (
    "KADUNA, Nigeria (AP) — Gunmen killed 12 people in Zaria on May {0}, the governor, Uba Sani, said.\n"
    "“We buried them at dawn,” he told Reuters. Police in Lagos arrested {0} men, and two fled to Kano; "
    "the army said that it had sent troops from Jos\n\nThe talks in Geneva ended without a deal. "
)
TOLD: list[int | str] = [*parts.ATTRIBUTES, "SENT_START"]


def parse_told(text: str, story: int = 0):
    return next(parse(load_model("").nlp, [text], [story])).to_array(TOLD)


@pytest.mark.parametrize("join", [str.split, str.splitlines], ids=["one line", "many lines"])
def test_parts_are_read_as_the_whole(monkeypatch, join):
    text = " ".join(join("".join(STORY.format(day) for day in range(1, 12))))
    whole = parse_told(text, 26)
    for most in (90, 250):
        monkeypatch.setattr(parts, "MOST_TOKENS", most)
        assert (parse_told(text, 26) == whole).all()


def test_the_end_of_a_dateline_is_found_in_its_part(monkeypatch):
    text = STORY.format(3) * 3 + "LIMA, Peru -- Police said so"
    story = text.index("Police said so")
    monkeypatch.setattr(parts, "MOST_TOKENS", 100)
    doc = next(parse(load_model("").nlp, [text], [story]))
    assert next(token for token in doc if token.idx == story).is_sent_start


def test_the_model_gets_a_bounded_number_of_tokens_at_once(monkeypatch):
    given, nlp, run = [], load_model("").nlp, parts._run

    def counting(nlp, batch):
        given.append(sum(len(doc) for doc, _ in batch))
        return run(nlp, batch)

    monkeypatch.setattr(parts, "_run", counting)
    monkeypatch.setattr(parts, "MOST_TOKENS", 300)
    texts = ["a short one", STORY.format(1) * 3, "&" * 2_000, "", STORY.format(2)] * 3
    read = list(parse(nlp, texts))
    assert [doc.text for doc in read] == texts
    assert max(given) <= 300 + 2 * parts.BESIDE
    assert all(doc.has_annotation("DEP") for doc in read if len(doc))


@pytest.mark.parametrize("words", ["said that ", "Kaduna, ", "& ", "he and she; "])
def test_no_sentence_is_longer_than_the_bound(words):
    doc = next(parse(load_model("").nlp, [words * 900]))
    assert max(len(sentence) for sentence in doc.sents) <= parts.LONGEST_SENTENCE
    for sentence in doc.sents:
        assert all(sentence.start <= token.head.i < sentence.end for token in sentence)


def test_long_sentences_of_prose_stay_whole():
    text = "The mayor met " + ", ".join(f"the head of office {number}" for number in range(60)) + " and left."
    doc = next(parse(load_model("").nlp, [text + " She slept."]))
    assert len(list(doc.sents)) == 2


@pytest.mark.skipif(sys.platform != "linux", reason="tells memory in kilobytes")
def test_memory_of_a_reading_process_is_bounded():
    program = (
        "from pathlib import Path\n"
        "from dateline.extraction.cleaning import clean_text\n"
        "from dateline.extraction.pipeline import Extractor\n"
        "extractor = Extractor()\n"
        "for text in ('&' * 60_000, 'Gunmen killed 12 people in Goma on May 3. ' * 500):\n"
        "    extractor.read(clean_text(text))\n"
        # What getrusage tells begins with the memory of the process that started this one.
        "peak = next(line for line in Path('/proc/self/status').read_text().splitlines() if line.startswith('VmHWM'))\n"
        "print(int(peak.split()[1]) // 1024)\n"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert int(done.stdout) < 800
