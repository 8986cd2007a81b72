"""Draws the twelve articles of blind_events.jsonl by a printed seed: python tests/quality/draw_blind.py [FILE]

The collection is data/wikinews_2019.csv of github.com/vanatteveldt/wikinews at commit b134aa9d, 442,660 characters:
articles of English Wikinews of 2019 (CC BY 2.5).  Half of its 28 windows of 16,000 characters are drawn.  The articles
that stand whole in them are listed below in the file's order, each a candidate or left out with the reason.  Sixteen
are drawn, in order; the first twelve of 150 to 700 words are taken.  With FILE, the list is checked against the file.
"""

import csv
import io
import random
import sys
from pathlib import Path

SEED = 20261130
WINDOW, LENGTH, DRAWN, TAKEN = 16_000, 442_660, 14, 12

RECORD_END = '\n"\n'

TAKE = "candidate"
OBITUARY, SCIENCE, INTERVIEW, CULTURE = "an obituary", "science", "an interview", "a festival, fair, show or contest"
KNOWN, LONG = "among events_fields", "over 700 words"

ARTICLES = {
    "Magnitogorsk apartment building collapses after explosion, dozens dead": TAKE,
    "Nancy Pelosi again elected Speaker as 116th U.S. Congress sworn in": TAKE,
    "Escape room fire kills five teen girls in Koszalin, Poland": TAKE,
    "Florida highway pileup, fire kills five children, two truck drivers": TAKE,
    "Senator Ted Cruz proposes amendment to U.S. Constitution setting Congressional term limits": TAKE,
    "Catalonia apartment block fire kills three, injures sixteen": TAKE,
    "President Trump says he 'can' and 'may' put US into state of emergency to build border wall": TAKE,
    "Simple animals could live in Martian brines: Wikinews interviews planetary scientist Vlada Stamenković": INTERVIEW,
    "Wikinews investigates disappearance of Indonesian cargo ship Namse Bangdzod": LONG,
    "Scientists report correlation between locations of Easter Island statues and water resources": SCIENCE,
    "State-run bus crashes in Cuba en route to Havana, killing seven": TAKE,
    "Arrest made as mayor of Gdańsk, Poland stabbed on stage": TAKE,
    "Iranian cargo plane crashes into Karaj houses": TAKE,
    "Lion Air disaster: Crashed jet's voice recorder recovered from Java Sea": TAKE,
    "Former U.S. intelligence agent Tony Mendez, architect of 'Argo' rescue, dies at 78": OBITUARY,
    "Germany bans Mahan Air of Iran, citing 'security'": TAKE,
    "Car bomb ramming attack kills dozens at military base in Maidan Wardak, Afghanistan": KNOWN,
    "US study finds correlation between youth suicide, household gun ownership": INTERVIEW,
    "Male Magellanic penguins pine for pairings: Wikinews interviews biologist Natasha Gownaris": INTERVIEW,
    "Bombs kill at least 20 at cathedral in Mindanao, Philippines": TAKE,
    "Mokha, Yemen bomb kills photojournalist, at least five others": TAKE,
    "Toronto serial killer Bruce McArthur pleads guilty to eight murders": TAKE,
    "Paris court jails two police in high-profile rape case": TAKE,
    "Report indicates Mexican monarch butterfly population at ten-year high, reasons unclear": SCIENCE,
    "Block of flats collapses in Aleppo, killing eleven": TAKE,
    "Bus carrying children overturns in Babyninsky, Russia; at least seven die": TAKE,
    "Nevada becomes first state in U.S. with majority-female legislature": TAKE,
    "Bishop Emeritus Dinualdo Gutierrez of Marbel, Philippines dies": OBITUARY,
    "Pioneering oceanographer Walter Munk dies of pneumonia in California": OBITUARY,
    "Thai political party withdraws nomination of princess for prime minister": TAKE,
    "German migrant rescue charity renames ship after drowned Syrian toddler": TAKE,
    "Hotel fire kills at least seventeen in Karol Bagh, New Delhi": TAKE,
    "Study indicates as great white shark disappears, living fossil moves in": SCIENCE,
    "Francis D'Souza, former Deputy Chief Minister of Goa, dies aged 64": OBITUARY,
    "Fire kills nine, injures dozens in Chittagong, Bangladesh slum": TAKE,
    "Sixteen states sue U.S. President Trump to stop declaration of emergency for border wall": TAKE,
    "Zebra stripes may 'dazzle' pathogen-packing horse flies, say scientists": SCIENCE,
    "Texas federal judge says drafting only men violates United States Constitution": TAKE,
    "Nine jailed over sexual abuse in Bradford, England children's home": TAKE,
    "Wikinews attends Maker Faire in Tyler, Texas": CULTURE,
    "Holy Headdress of Christ carried in procession through streets of Cahors, France": CULTURE,
    "Scientific study suggests dinosaurs flapped their wings as they ran": SCIENCE,
    "Students compete in second international Neurosurgery Olympiad in Tyumen, Russia": CULTURE,
    "Pope Francis instructs reporting of sexual abuse to higher church authorities": TAKE,
    "Polish leader Jaroslaw Kaczynski promises stricter punishments for child abusers": TAKE,
    "Actor Doris Day dies at 97": OBITUARY,
    "Governor of US state of Alabama signs state anti-abortion measure": TAKE,
    "Taiwan's legislature first in Asia to legalize same-sex marriage": TAKE,
    "Nickey Iyambo, former vice-president of Namibia, dies aged 82": OBITUARY,
    "Toronto's Anime North 2019 brings thousands of fans together": CULTURE,
    "Man sets himself on fire outside US White House": TAKE,
    "U.S. heiress, designer, and author Gloria Vanderbilt dies at 95": OBITUARY,
    "Hong Kong protesters surround downtown police complex": TAKE,
    "New Hampshire crash kills seven, including former US Marines": TAKE,
    "Driver in New Hampshire multi-motorcycle crash pleads not guilty": TAKE,
    "Charlottesville, Virginia killer sentenced to life in prison": TAKE,
    "Hickenlooper ends US presidential bid, senate run possible": TAKE,
    "Hong Kong protests continue through police opposition, rainstorms": TAKE,
    "South African 'Lion Man' killed by his lions": TAKE,
    "Missing New York City chef Andrea Zamperoni found dead": TAKE,
    "World leaders call to address Amazon rainforest fires at G7": TAKE,
    "Queen Elizabeth agrees to suspend UK Parliament ahead of Brexit deadline": TAKE,
    "Hurricane Humberto strengthens to Category 3 while approaching Bermuda": TAKE,
    "Engineer killed while working on travelator at London Waterloo station": TAKE,
    "NYC Mayor de Blasio ends US presidential campaign": TAKE,
    "Millions don't turn up to 'storm' US airbase for extraterrestrial evidence": TAKE,
    "Iran's President Rouhani tells foreign powers to leave Persian Gulf": TAKE,
    "UK Supreme Court rules prorogation of parliament unlawful": TAKE,
    "European Court of Justice says Facebook must remove 'illegal' posts globally": TAKE,
    "Influential rock drummer Ginger Baker dies at age 80": OBITUARY,
    "Mockumentary Mister America has world premiere": CULTURE,
    "Aftershocks increase death toll of magnitude 6.3 earthquake in southern Philippines": KNOWN,
    "Canada 2019 general election produces Liberal minority government": TAKE,
    "Wash your hands or else spread superbug E. coli, say scientists": SCIENCE,
    "US announces restrictions on flying to Cuba": TAKE,
    "Former US Representative John Conyers dies at age 90": OBITUARY,
    "Former US Senator Kay Hagan dies at age 66": OBITUARY,
    "U.S. House formalizes rules for Trump impeachment proceedings": TAKE,
}


def drawn_windows(chance: random.Random) -> list[int]:
    return sorted(chance.sample(range(-(-LENGTH // WINDOW)), DRAWN))


def drawn_titles(chance: random.Random) -> list[str]:
    """The titles in the order of the draw: the twelve, and four in reserve."""
    return chance.sample([title for title, reason in ARTICLES.items() if reason == TAKE], TAKEN + 4)


def whole_articles(text: str, windows: list[int]) -> list[str]:
    """The titles of the articles that stand whole in the windows, joined where they touch, in the file's order."""
    titles, begin, inside = [], 0, set(windows)
    for record in text.split(RECORD_END):
        end = begin + len(record) + len(RECORD_END)
        if inside.issuperset(range(begin // WINDOW, (end - 1) // WINDOW + 1)):
            rows = csv.reader(io.StringIO(record + RECORD_END))
            titles += [row[2] for row in rows if len(row) == 4 and row[0] != "url"]
        begin = end
    return titles


def main(arguments: list[str]) -> None:
    chance = random.Random(SEED)
    windows, titles = drawn_windows(chance), drawn_titles(chance)
    print(
        f"seed {SEED}; windows {windows}; {list(ARTICLES.values()).count(TAKE)} candidates of {len(ARTICLES)} articles"
    )
    for number, title in enumerate(titles, 1):
        print(f"{number:2} {title}")
    for name in arguments:
        found = whole_articles(Path(name).read_text(encoding="utf-8"), windows)
        print("not in the list:", [title for title in found if title not in ARTICLES])
        print("not in the file:", [title for title in ARTICLES if title not in found])


if __name__ == "__main__":
    main(sys.argv[1:])
