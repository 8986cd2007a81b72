"""How inputs are made and counted: a few of each kind in every run, always the same; `FUZZ=50000` makes more of them.

An input may take a second of processor time at most, and end in a result or in an error of Dateline's own.  Each is
made from its number alone, so that one that fails can be made again.  (Hypothesis, which the other tests use, needs
four milliseconds for an input like these: an hour of processor time for fifty thousand of all kinds.)
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from random import Random
from typing import Any

from schema.errors import DatelineError

Make = Callable[[Random], Any]
"""One input, by chance."""

INPUTS = int(os.environ.get("FUZZ", "100"))
MOST_SECONDS = 1.0
MARKS = "“ ” \" ' ‘ ’ « » „ ` ( ) [ ] { } - — – … . , ; : ! ? $ € % & < > / \\ | @ # \n \r \t \x00 \x85 \u2028 \u200b"
WORDS = (
    *MARKS.split(" "),
    *"\ufeff 🙂 é ß İ ﬁ Ａ \ud7ff \U0010ffff a A 0 9 1,200 3.5 two dozen hundred some said told “We he she".split(" "),
    *"Monday Nov. 5 2024 2024-11-05 31/12/99 yesterday last week in the of to and Mr. Gen. President Lima".split(),
    *"PARIS (AP) (Reuters) By Updated © killed people 40 6:30 p.m. GMT https://a.example/2024/11/05/x".split(),
)
MARKUP = (
    *"<p> </p> <div> </div> <!-- --> <script> </script> <style> <title> </title> <h1> <article> &amp; &lt".split(),
    *"<br/> <a href=' &#0; &#1114112; &#xD800; <![CDATA[ ]]> <meta name=author content= <svg> <table>".split(),
    "<!DOCTYPE html>",
    "<link rel=license href=",
    '<script type="application/ld+json">',
)
FEED = (
    *"<rss> </rss> <channel> <item> </item> <link>https://a.example/1</link> <title> </title> <entry>".split(),
    *"<pubDate> <urlset> <url> <loc>https://a.example/</loc> </url> <sitemapindex> <guid> &y; \x1f\x8b".split(" "),
    "<content:encoded>",
    "<rss version='2.0'>",
    "<feed xmlns='http://www.w3.org/2005/Atom'>",
    "<?xml version='1.0' encoding='utf-16'?>",
    "<!DOCTYPE x [<!ENTITY y 'z'>]>",
)
JSON = (
    *'{ } [ ] "text" "html" "title" : , "x" 1e999 null true \\ \\ud800 "url" "published_at" "licence" \n'.split(" "),
    "9" * 40,
    '{"text": "',
)
ENCODINGS = ("utf-8", "utf-16", "utf-32", "cp1252", "utf-8-sig")
_RANGES = ((0, 0x80), (0x80, 0x250), (0x250, 0xD800), (0xE000, 0x110000))


def character(random: Random) -> str:
    """Any one that is no surrogate."""
    return chr(random.randrange(*random.choice(_RANGES)))


def one_of(*makers: Make) -> Make:
    """Made by one of them."""
    return lambda random: random.choice(makers)(random)


def texts(*more: str, most: int = 40) -> Make:
    """Texts of what articles, and those who attack readers of articles, are made of."""
    words = WORDS + more

    def part(random: Random) -> str:
        chance = random.random()
        if chance < 0.1:
            return "".join(character(random) for _ in range(random.randrange(8)))
        if chance < 0.3:
            return " "
        return random.choice(words) * (random.randrange(2, 60) if chance < 0.4 else 1)

    return lambda random: "".join(part(random) for _ in range(random.randrange(most)))


def contents(*more: str) -> Make:
    """Bytes: the same in some encoding, some of them broken."""
    text = texts(*more)

    def make(random: Random) -> bytes:
        if random.random() < 0.2:
            return random.randbytes(random.randrange(300))
        encoded: bytes = text(random).encode(random.choice(ENCODINGS), "replace")
        return encoded + random.randbytes(random.randrange(4)) if random.random() < 0.3 else encoded

    return make


def mutated(samples: Sequence[str], pieces: Sequence[str]) -> Make:
    """Samples with a few pieces put in the place of a few characters."""

    def make(random: Random) -> str:
        text = random.choice(samples)
        for _ in range(random.randrange(6)):
            at = random.randrange(len(text) + 1)
            text = text[:at] + random.choice(pieces) + text[at + random.choice((0, 0, 1, 5, 20)) :]
        return text

    return make


def fuzz(make: Make, function: Callable[[Any], object], inputs: int = INPUTS) -> None:
    """Gives a function many inputs; what it returns that is lazy is made."""
    for number in range(inputs):
        value = make(Random(number))
        started = time.process_time()
        try:
            with suppress(DatelineError):
                result = function(value)
                if isinstance(result, Iterable) and not isinstance(result, str | bytes):
                    for _ in result:
                        pass
        except Exception as error:
            error.add_note(f"input {number}: {value!r}")
            raise
        seconds = time.process_time() - started
        assert number == 0 or seconds < MOST_SECONDS, f"input {number} took {seconds:.1f} seconds: {value!r}"
