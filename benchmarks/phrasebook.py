"""Articles of ordinary phrases by chance: what newspapers write every day, crossed as no newspaper does.

Plain wire sentences of every type of event take time phrases, numbers, titles and lists into their slots; whole
sentences are then set in quotation marks, bullets, datelines, transcripts and capitals, and one over another.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from random import Random

from schema.mentions import RawArticle

TELLINGS = (
    # AGREE, CONSULT, SUPPORT, CONCEDE, COOPERATE, AID, RETREAT
    "{who} agreed {time} to reopen the border with {country}",
    "{who} promised {number} new schools for {place}",
    "{who} met {whom} in {place} {time}",
    "{who} held talks with {whom} on the {time} ceasefire",
    "{who} visited {place} {time} to open a {span} summit",
    "{who} praised {whom} for ending the {span} strike",
    "{whom} was appointed governor of {place} {time}",
    "{country} recognised the new government {time}",
    "the government lifted the {span} curfew in {place} {time}",
    "{country} and {country} held a {span} joint exercise off {place}",
    "{country} sent {number} tents to {place} after the {time} quake",
    "rebels freed {place} after a {span} siege",
    "rebels withdrew from {place} {time}, {number} days after they took it",
    "{number} hostages were released {time} in {place}",
    # REQUEST, ACCUSE, REJECT, THREATEN, PROTEST, SANCTION, MOBILIZE
    "{who} demanded {time} that {whom} resign",
    "{who} urged both sides to observe a {span} truce",
    "{who} accused {whom} of taking {number} dollars in bribes",
    "police are investigating the death of {number} people in {place}",
    "the senate rejected the bill {time} by {number} votes to {number}",
    "{who} threatened {time} to strike {place}",
    "thousands marched through {place} {time} against {whom}",
    "nurses in {place} began a {span} strike {time}",
    "{country} imposed an embargo on {country} {time}",
    "{whom} was dismissed {time} after a {span} inquiry",
    "the army deployed {number} troops along the river near {place} {time}",
    # COERCE, ASSAULT, CRIME, LEGAL
    "police arrested {number} people in {place} {time}",
    "{whom} was detained at the airport of {place} {time}",
    "a drone strike killed {number} people in {place} {time}",
    "gunmen attacked {place} {time}, killing {number} and wounding {number} others",
    "{number} soldiers were killed {time} when shells hit {place}",
    "a {span} offensive on {place} left {number} dead and {number} injured",
    "the {time} bombing in {place}, which killed {number}, was claimed by {who}",
    "thieves robbed a bank in {place} {time} and took {number} dollars",
    "{number} inmates escaped from a prison near {place} {time}",
    "a judge sentenced {whom} {time} to {number} years in prison",
    "{who} was charged {time} with the murder of {number} people in {place}",
    "a court in {place} convicted {whom} of fraud after a {span} trial",
    "{whom} pleaded not guilty {time}",
    # DISASTER, ACCIDENT, ELECTION, MOBILIZE
    "a magnitude-{decimal} earthquake struck {place} {time}, killing at least {number} people",
    "floods swept away {number} bridges near {place} {time}",
    "a fire tore through a hotel in {place} {time}, leaving {number} people missing",
    "a ferry with {number} passengers capsized off {place} {time}",
    "a bus crashed near {place} {time}; {number} people died and {number} were hurt",
    "{who} won the presidential election {time} with {decimal} percent of the vote",
    "voters in {place} go to the polls {time}",
    # plans, denials, background, no event
    "{who} will meet {whom} in {place} {time}",
    "{who} denied that {country} had attacked {place} {time}",
    "if the talks fail, {country} could strike {place} {time}",
    "{who} was born in {place} {time} and has {number} children",
    "the index fell {decimal} percent {time}",
    "it was the {ordinal} attack on {place} since {year}",
    "the number of dead rose {time} from {number} to {number}",
    "{number} of the {number} victims were children, {number} were women",
)
TIMES = (
    *"yesterday today tomorrow tonight overnight recently earlier later then now".split(),
    *"{weekday}|on {weekday}|last {weekday}|next {weekday}".split("|"),
    *"late {weekday}|{weekday} morning|on {weekday} night".split("|"),
    *"on {month} {day}|on {day} {month}|{month} {day}, {year}".split("|"),
    *"the {ordinal} of {month}|in {month}|last {month}".split("|"),
    *"{weekday}, {month} {day}|on {weekday} {day} {month} {year}|{year}-{two}-{two}|{two}/{two}/{year}".split("|"),
    *"in {year}|in early {year}|since {year}".split("|"),
    *"until {month}|from {month} {day} to {day}|{day} to {day} {month}".split("|"),
    *"between {month} and {month} {year}|{month} of {year}|{year} {month}".split("|"),
    *"in the {decade}s|in the summer of {year}".split("|"),
    *"{count} days ago|{count} weeks later|{count} months earlier|{count} years before the election".split("|"),
    *"a week ago {weekday}|{weekday} last week|the day before|the next day|two days after the quake".split("|"),
    *"earlier this month|late last year|this week|over the past {count} days|in the last {count} hours".split("|"),
    *"after {count} days|within {count} hours|for {count} years|every {weekday}|on Easter {weekday}".split("|"),
    *"at {hour}:{two} p.m.|at {hour} a.m. on {weekday}|shortly before {hour}:{two} GMT".split("|"),
    *"at dawn|at noon on {month} {day}".split("|"),
    *"on Christmas Day|on New Year's Eve {year}".split("|"),
    *"on the eve of the {year} election|a month to the day after".split("|"),
    *"on Feb. 29|on Sept. 31|on {month} 0".split("|"),
    *"on the {ordinal}|in week {two}|in Q{hour} {year}|in {year}/{two}".split("|"),
    "",
)
SPANS = (
    *"two-day three-day {count}-day week-long {count}-week month-long {count}-month year-long {count}-year".split(),
    *"day-long hours-long {count}-hour decade-long half-year overnight weekend {month} {year} {weekday}".split(),
    *"three day|{count} day|nearly {count}-year-old|24/7|{count}–day|{count} - day".split("|"),
)
NUMBERS = (
    *"{count} {small} 0 1 1,000 12,345 1.000 1 000 1.5 a an no one two-thirds half several few dozens hundreds".split(),
    *"at least {count}|more than {small}|up to {count}|about {small}".split("|"),
    *"some {count}|nearly {small}|as many as {count}".split("|"),
    *"between {count} and {count}|{count} to {count}|{count}-{count}".split("|"),
    *"{count} or {count}|two or three|one in {small}".split("|"),
    *"two dozen|a dozen|dozens of|scores of|hundreds of".split("|"),
    *"tens of thousands of|a couple of|a handful of|no fewer than {count}".split("|"),
    *"1.2 million|$3 million|€{count}m|{count} per cent of".split("|"),
    *"{count}%|half of the {count}|another {small}|the {small}".split("|"),
    *"twenty-{small}|one hundred and {small}|{count} ({small})|{count}½".split("|"),
    *"+{count}|-{count}|#{count}|No. {count}".split("|"),
    *"an estimated {count}|all {small}|only {small}|both|{count},{count}".split("|"),
    *"{count}th|XIV|10^6|1e6|999999999999999999999".split("|"),
)
PEOPLE = (
    "{title}{first} {last}",
    "{title}{last}",
    "{first} {last}, {count},",
    "{title}{first} “{last}” {last}",
    "{first} {last} Jr.",
    "{first} {letter}. {last}",
    "{first} al-{last}",
    "{last}, {first}",
    "{title}{first} {last} of {country}",
    "the {adjective} {office}",
    "the {adjective} {office}, {first} {last},",
    "{first} and {first} {last}",
    "{first} {last}, {first} {last} and {title}{last}",
    "{first} {last}; {first} {last}; and others",
    *"he she they it rebels police|the army|a spokesman|the United Nations".split("|"),
    *"the U.N.|the AU|the government|nobody".split("|"),
)
TITLES = (
    *"Mr. Mrs. Ms. Dr. Gen. Lt.-Gen. Sgt. Rep. Sen. Prof. Sheikh Pope Queen Judge Justice Sir Lady".split(),
    *"President|Prime Minister|former President|then-Foreign Minister|the late".split("|"),
    *"King|Capt.|Rev.|Hon.|acting mayor".split("|"),
    *"Secretary-General|Vice President-elect|co-founder|Emir|Maj. Gen. (ret.)".split("|"),
    *"Det. Chief Insp.|H.E.|Mx|Señor".split("|"),
)
OFFICES = "president|foreign minister|chief of staff|head of police|mayor|MP|ex-governor|vice-chair|spokeswoman".split(
    "|"
)
FIRST = "Ana Omar Li José Zoë Nguyễn O'Brien Jean-Luc Al May April Georgia Sana Ivan D'Angelo Øyvind 李 Mo".split()
LAST = "Ruiz Haddad Wei Brandvik March Paris O’Neill van der Berg Smith-Jones Ng Ferreira Öz Said Police López".split()
PLACES = (
    *"Lima Goma Kyiv Paris Nairobi Austin Gaza Santiago Georgia Ouagadougou Moscow Porto Sake Beirut".split(),
    *"New York|Buenos Aires|St. Petersburg|Port-au-Prince".split("|"),
    *"Paris, Texas|Goma, Congo|the West Bank|northern Mali".split("|"),
    *"Washington, D.C.|the village of Nahr|Kyiv's Podil district".split("|"),
    *"Lima and Cusco|Lima, Cusco, and Puno|Côte d’Ivoire".split("|"),
    *"the city|there|Highway 101|the Gulf of Aden|São Paulo".split("|"),
    *"the border|Camp No. 5|10 Downing Street|Xyzzyville".split("|"),
)
COUNTRIES = "Kenya|the United States|the U.S.|Russia|Mali|North Korea|the UAE|Congo|Britain|Iran|Georgia|the EU".split(
    "|"
)
ADJECTIVES = "Kenyan|U.S.|Russian|Malian|North Korean|British|Iranian|Georgian|French-born|then|former|UN".split("|")
MONTHS = (
    "January February March April May June July August September October November December "
    "Jan. Feb. Mar. Apr. Aug. Sept. Sep. Oct. Nov. Dec. Sept"
).split()
WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday Mon. Tues. Weds Thurs. Fri.".split()
SMALL = "two three four five six seven eight nine ten eleven twelve fifteen twenty ninety".split()
PUBLISHED = (
    *(None, None, "2024-11-05", "2024-11-05", "2024-02-29", "2023-12-31T23:59:59-05:00", "2025-01-01T00:30:00+05:30"),
    *("0001-01-01", "9999-12-31", "1945-05-08", "1900-02-28", "November 5, 2024"),
)
_SLOT = re.compile(r"\{(\w+)\}")

_WORDS: dict[str, tuple[str, ...] | list[str]] = {
    "time": TIMES,
    "span": SPANS,
    "number": NUMBERS,
    "who": PEOPLE,
    "whom": PEOPLE,
    "first": FIRST,
    "last": LAST,
    "office": OFFICES,
    "place": PLACES,
    "country": COUNTRIES,
    "adjective": ADJECTIVES,
    "month": MONTHS,
    "weekday": WEEKDAYS,
    "small": SMALL,
}
_DRAWN: dict[str, Callable[[Random], str]] = {
    "title": lambda chance: f"{chance.choice(TITLES)} " if chance.random() < 0.7 else "",
    "count": lambda chance: str(chance.choice((1, 2, 3, 5, 10, 12, 17, 24, 40, 99, 120, 365, 1000, 2024))),
    "day": lambda chance: str(chance.randint(1, 31)),
    "year": lambda chance: str(chance.choice((1066, 1800, 1945, 1998, 2001, 2023, 2024, 2025, 2040))),
    "decade": lambda chance: str(chance.choice((1920, 1960, 1990, 2020))),
    "hour": lambda chance: str(chance.randint(1, 12)),
    "two": lambda chance: f"{chance.randint(1, 12):02}",
    "decimal": lambda chance: f"{chance.randint(0, 99)}.{chance.randint(0, 9)}",
    "letter": lambda chance: chance.choice("ABCDEJXØ"),
    "ordinal": lambda chance: chance.choice("first 2nd third 21st 31st eleventh 40th last".split()),
}


def fill(form: str, chance: Random) -> str:
    """A form with words in all its slots, and in the slots of those."""
    while _SLOT.search(form):
        form = _SLOT.sub(lambda slot: _word(slot.group(1), chance), form)
    return " ".join(form.split())


def _word(slot: str, chance: Random) -> str:
    return chance.choice(_WORDS[slot]) if slot in _WORDS else _DRAWN[slot](chance)


# ---------------------------------------------------------------- sentences


def _sentence(chance: Random) -> str:
    """One to three tellings, joined and ended as sentences are."""
    told = fill(chance.choice(TELLINGS), chance)
    for _ in range(chance.choice((0, 0, 0, 1, 2))):
        told += chance.choice(JOINTS) + fill(chance.choice(TELLINGS), chance)
    if chance.random() < 0.2:
        told = fill(chance.choice(OPENERS), chance) + told
    return told[:1].upper() + told[1:] + chance.choice((".", ".", ".", ".", "?", "!", " ...", "…", ""))


JOINTS = (
    *(
        " and ",
        ", and ",
        "; ",
        " after ",
        " before ",
        ", hours after ",
        ", while ",
        " because ",
        ", days before ",
        " – ",
    ),
    *(", who ", ", which ", " (", " - ", ": ", ", but ", " when ", ", where ", " as ", ", according to Reuters, "),
)
OPENERS = (
    *("In {place}, ", "{time}, ", "Meanwhile, ", "Separately, ", "According to {who}, ", "{count} days later, "),
    *("In a {span} speech, ", "BREAKING: ", "Update 2: ", "By {time}, ", "After {number} days, ", "Since {time}, "),
)


def _quoted(words: str, chance: Random) -> str:
    """In quotation marks of one style, well or badly closed, with who says it before, inside or behind."""
    opening, closing = chance.choice(MARKS)
    who, cue = fill(chance.choice(PEOPLE), chance), fill(chance.choice(CUES), chance)
    inside = words.rstrip(".")
    half = len(inside) // 2
    return chance.choice(
        (
            f"{opening}{inside},{closing} {who} {cue}.",
            f"{opening}{inside}{closing}, {who} {cue}.",
            f"{who} {cue}: {opening}{words}{closing}",
            f"{who} {cue} that {opening}{inside.lower()}{closing}.",
            f"{opening}{inside[:half]},{closing} {who} {cue}, {opening}{inside[half:]}.{closing}",
            f"{opening}{inside}",
            f"{inside}{closing} {cue} {who}.",
            f"{opening}{opening}{inside}{closing}{closing} – {who}",
            f"{who} {cue} {inside}.",
            f"{opening}{closing} {words}",
        )
    )


MARKS = (
    *(("“", "”"), ('"', '"'), ("‘", "’"), ("'", "'"), ("«", "»"), ("„", "“"), ("``", "''"), ("“", '"'), ("”", "”")),
    *(("“‘", "’”"), ("(“", "”)"), ("《", "》")),
)
CUES = (
    *("said", "said {time}", "told reporters in {place} {time}", "tweeted", "added", "says", "wrote {time}", "asked"),
    *(
        "was quoted as saying",
        "warned {whom}",
        "told {whom}",
        "insisted",
        "said by phone from {place}",
        "reportedly said",
    ),
)


def _list(words: str, chance: Random) -> str:
    """Points one under another, or in a row."""
    points = [words, *(_sentence(chance) for _ in range(chance.randint(1, 3)))]
    mark = chance.choice(("• ", "- ", "* ", "{n}. ", "{n}) ", "({n}) ", "– ", "\t", "{n}: "))
    lines = [mark.replace("{n}", str(number)) + point for number, point in enumerate(points, 1)]
    joint = chance.choice(("\n", "\n\n", " ", "; "))
    return fill(chance.choice(("", "The toll by {time}:\n", "{who} named {count} points: ")), chance) + joint.join(
        lines
    )


def _datelined(words: str, chance: Random) -> str:
    place = fill("{place}", chance)
    form = chance.choice(
        (
            "{upper} (AP) — ",
            "{upper}, {country} (Reuters) - ",
            "{place}, {month} {day} (Xinhua) -- ",
            "{upper}, {month} {day} (AFP) – ",
            "({upper}) — ",
            "{upper} ({country}), {two} NOV 89 (ACAN-EFE) -- [TEXT] ",
            "{place} | {weekday} | ",
            "{upper}: ",
            "{upper} — ",
            "{place}, {country} – ",
        )
    )
    return fill(form.replace("{upper}", place.upper()).replace("{place}", place), chance) + " " + words


def _transcript(words: str, chance: Random) -> str:
    """Turns of two speakers, as an interview or a briefing prints them."""
    name = fill("{last}", chance)
    first, second = chance.choice(
        (
            ("Q: ", "A: "),
            ("QUESTION: ", f"MR. {name.upper()}: "),
            (f"{name}: ", "Host: "),
            ("Speaker 1: ", "Speaker 2: "),
            ("[00:12:05] ", "[00:12:09] "),
            ("00:01 ", "00:02 "),
            (f"{name.upper()} (through translator): ", "(APPLAUSE) "),
            ("Reporter (off mic): ", f"THE PRESIDENT: {name}. "),
            ("<v Ana> ", "-- "),
        )
    )
    return "\n".join((first + words, second + _sentence(chance), first + chance.choice(("Yes.", "[inaudible]", words))))


def _capitals(words: str, chance: Random) -> str:
    return chance.choice(
        (
            words.upper(),
            words.title(),
            words.lower(),
            words.swapcase(),
            " ".join(words.upper().split()[:4] + words.split()[4:]),
            words.upper() + "\n\n" + words,
        )
    )


def _spaced(words: str, chance: Random) -> str:
    """With blanks, breaks and signs where typesetting leaves them."""
    blank = chance.choice(("\u00a0", "  ", "\n", "\u2009", " \u200b", "\t", "\r\n", " \u00ad", " 🙂 "))
    parts = words.split(" ")
    place = chance.randrange(len(parts))
    return " ".join(parts[:place]) + blank + " ".join(parts[place:])


FRAMES: tuple[Callable[[str, Random], str], ...] = (_quoted, _list, _datelined, _transcript, _capitals, _spaced)


def _paragraph(chance: Random) -> str:
    """Up to three sentences, each with up to two frames over it."""
    sentences = []
    for _ in range(chance.randint(1, 3)):
        words = _sentence(chance)
        for frame in chance.choices(FRAMES, k=chance.choice((0, 0, 1, 1, 2))):
            words = frame(words, chance)
        sentences.append(words)
    return " ".join(sentences)


def make_article(chance: Random) -> RawArticle:
    """A title or none, a day of publication or none, and one to five paragraphs."""
    paragraphs = [_paragraph(chance) for _ in range(chance.randint(1, 5))]
    if chance.random() < 0.5:
        paragraphs[0] = _datelined(paragraphs[0], chance)
    title = _sentence(chance) if chance.random() < 0.5 else None
    if title is not None and chance.random() < 0.3:
        paragraphs.insert(0, title)
    return RawArticle(
        origin="made up",
        content="\n\n".join(paragraphs),
        title=title,
        publisher=chance.choice((None, "The Tide")),
        published_at=chance.choice(PUBLISHED),
    )
