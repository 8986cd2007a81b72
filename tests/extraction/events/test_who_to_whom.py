"""Who did it to whom, where the words around the trigger do not say so plainly, with near neighbours on both sides."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("text", "kind", "doers", "targets"),
    [
        # Nameless people stand behind a pronoun, and never who does it to them.
        (
            "Agents held an aid worker at the border. Venezuela accused him of spying.",
            "ACCUSE",
            ["Venezuela"],
            ["aid worker"],
        ),
        ("The bishop met pilgrims in Lagos. A mob attacked them on Sunday.", "ASSAULT", ["A mob"], ["pilgrims"]),
        ("The army said it rained. Venezuela accused him of spying.", "ACCUSE", ["Venezuela"], []),
        ("A 17-year-old was arrested in Lyon on Friday.", "COERCE", [], ["A 17-year-old"]),
        ("Two co-defendants were acquitted in Manila.", "LEGAL", [], ["defendants"]),
        # A sum is not who pays it.
        ("The regulator fined Meta 200 million euros on Wednesday.", "LEGAL", ["regulator"], ["Meta"]),
        ("The regulator fined Meta on Wednesday.", "LEGAL", ["regulator"], ["Meta"]),
        # What a crowd is driven away with, and what for.
        ("Police fired tear gas to disperse the protesters in Accra.", "ASSAULT", ["Police"], ["protesters"]),
        ("Police fired tear gas to protect the mayor in Accra.", "ASSAULT", ["Police"], []),
        (
            "Nurses marched through Madrid on Saturday to demand more pay from the government.",
            "PROTEST",
            ["Nurses"],
            ["government of Spain"],
        ),
        # A weapon's users, and the country one is sent away from.
        ("Army drones struck a fuel depot in Nyala on Monday.", "ASSAULT", ["Army"], ["a fuel depot"]),
        (
            "Two diplomats were expelled from Germany on Friday.",
            "SANCTION",
            ["Germany"],
            ["diplomats"],
        ),
        ("Colombia recalled its ambassador from Caracas.", "SANCTION", ["Colombia"], ["Venezuela"]),
        ("China banned imports of Japanese scallops last week.", "SANCTION", ["China"], ["Japan"]),
        # Both do it to each other.
        (
            "Fiji and Australia signed a defence treaty in Suva on Friday.",
            "SUPPORT",
            ["Fiji", "Australia"],
            ["Australia"],
        ),
        # The winner does it to the loser.
        ("Jorge Silva lost the election to Maria Lopes on Sunday.", "ELECTION", ["Maria Lopes"], ["Jorge Silva"]),
        ("Maria Lopes won the election with 52 percent.", "ELECTION", ["Maria Lopes"], []),
        # How it came about.
        ("Six people were killed when soldiers opened fire in Kumasi.", "ASSAULT", ["soldiers"], ["Six people"]),
        # The happening before a participle does it, and not where it happened.
        (
            "An airstrike on a hospital killing 12 people was carried out by rebels.",
            "ASSAULT",
            ["rebels"],
            ["hospital", "12 people"],
        ),
        ("Lars Holm said there is no plan to boycott the Cup.", "REJECT", ["Lars Holm"], ["the Cup"]),
        ("President Jan Novak posted a note on Facebook blaming Cuba.", "ACCUSE", ["Jan Novak"], ["Cuba"]),
        # Who has or steers what strikes, and the agent that stands behind the place.
        (
            "Warplanes belonging to the Sudanese army bombed a market in Nyala.",
            "ASSAULT",
            ["Sudanese forces"],
            ["a market"],
        ),
        ("A Chinese vessel fired water cannon at a boat on Sunday.", "ASSAULT", ["Chinese forces"], ["a boat"]),
        ("A Chinese bus hit a wall in Lima on Sunday, killing two tourists.", "ACCIDENT", [], ["a wall", "tourists"]),
        (
            "Some 300 people were evacuated from three villages by the army.",
            "AID",
            ["army"],
            ["Some 300 people"],
        ),
        ("Some 300 people were evacuated from three villages by the sea.", "AID", [], ["Some 300 people"]),
        # To whom words are addressed.
        ("The Philippines protested to China on Friday.", "PROTEST", ["Philippines"], ["China"]),
        ("Beijing rejected Manila's complaint on Friday.", "REJECT", ["China"], ["Philippines"]),
        ("Washington slapped tariffs on steel imported from Canada.", "SANCTION", ["United States"], ["Canada"]),
        ("Washington slapped tariffs on steel in March.", "SANCTION", ["United States"], []),
        ("The mayor of Linz said he rejected the plan.", "REJECT", ["mayor"], ["the plan"]),
        # Each side of a riot answers the other; a witness is no side.
        ("Police fired tear gas after protesters threw stones in Kampala.", "ASSAULT", ["Police"], ["protesters"]),
        ("Residents said police fired tear gas after Besi was stopped.", "ASSAULT", ["police"], []),
        # A country is who it is done to, and only where it is with `in`.
        ("Russia's invasion of Ukraine began in 2022.", "ASSAULT", ["Russian forces"], ["Ukraine"]),
        ("Russia's attack in Ukraine began in 2022.", "ASSAULT", ["Russian forces"], []),
        (
            "A suicide bomber blew himself up in a crowd of recruits.",
            "ASSAULT",
            ["suicide bomber"],
            ["a crowd of recruits"],
        ),
        ("A suicide bomber blew himself up in a field.", "ASSAULT", ["suicide bomber"], ["a field"]),
        ("The church will picket the school's play on Friday.", "PROTEST", ["The church"], ["school"]),
        # Who carries arms uses a vehicle; its passengers do not.
        ("A police helicopter fired at smugglers near Tangier.", "ASSAULT", ["police"], ["smugglers"]),
        ("A passenger train derailed in Odisha on Monday.", "ACCIDENT", [], ["A passenger train"]),
        ("Thousands rallied in Seoul on Monday.", "PROTEST", ["Thousands"], []),
        ("Customs officers seized two tonnes of cocaine in Antwerp.", "COERCE", ["Customs officers"], ["cocaine"]),
        ("An attack blamed on Ukraine hit a refinery in Tuapse.", "ASSAULT", ["Ukraine"], ["a refinery"]),
        ("An attack on Ukraine hit a refinery in Odesa.", "ASSAULT", [], ["Ukraine", "a refinery"]),
        ("South Africa recalled its diplomats from Israel.", "SANCTION", ["South Africa"], ["Israel"]),
        ("A storm hit the coast of Luzon, leaving 13 people dead.", "DISASTER", [], ["13 people"]),
        # Whom a disaster hits.
        ("Ten climbers were buried by an avalanche in Nepal on Sunday.", "DISASTER", [], ["climbers"]),
        ("A road was buried by an avalanche in Nepal on Sunday.", "DISASTER", [], ["A road"]),
        ("An earthquake destroyed hundreds of houses in Herat.", "DISASTER", [], ["houses"]),
        # Whose forces are sent.
        ("The country's military was put on alert, North Korea said.", "MOBILIZE", ["North Korea"], ["military"]),
        # What crashes or sinks is what it happens to.
        (
            "A ferry capsized off Bengkulu on Saturday, drowning 15 passengers.",
            "ACCIDENT",
            [],
            ["A ferry", "passengers"],
        ),
        ("A bus plunged into a ravine in Peru on Monday.", "ACCIDENT", [], ["A bus"]),
        ("A gas explosion brought down part of a tower block in Durban.", "ACCIDENT", [], ["a tower block"]),
    ],
)
def test_who_to_whom(events_of, text, kind, doers, targets):
    read = events_of(text)
    found = [event for event in read.events if event.type.value == kind]
    assert len(found) == 1, [(event.type.value, event.trigger.text) for event in read.events]
    assert read.who(found[0], "ACTOR") == doers
    assert {*read.who(found[0], "RECIPIENT"), *read.who(found[0], "VICTIM")} == set(targets)


@pytest.mark.parametrize(
    ("text", "kind", "doers", "targets"),
    [
        # Who is blamed, where it is a side and not one person.
        (
            "A priest was shot dead in Tibu on Friday. Police blamed dissident guerrillas.",
            "ASSAULT",
            ["dissident guerrillas"],
            ["priest"],
        ),
        ("A priest was shot dead in Tibu on Friday. Police blamed Juan Soto.", "ASSAULT", [], ["priest"]),
        ("A priest was shot dead in Tibu on Friday. Nobody would blame the guerrillas.", "ASSAULT", [], ["priest"]),
        # Who claims it.
        (
            "Gunfire killed a policeman in Gonaives on Friday; the gang leader Ti Zo claimed the attack.",
            "ASSAULT",
            ["Ti Zo"],
            ["policeman"],
        ),
        # Whose deed is judged.
        (
            "President Ana Ruiz visited Israel on Monday. Nabil Shaar of the opposition criticized the visit.",
            "ACCUSE",
            ["Nabil Shaar"],
            ["Ana Ruiz"],
        ),
        (
            "A court in Kabul sentenced four men on Monday. Her father Omar Nadar called the ruling unacceptable.",
            "ACCUSE",
            ["Omar Nadar"],
            ["court"],
        ),
        (
            "President Ana Ruiz visited Israel on Monday. Nabil Shaar of the opposition criticized a magazine.",
            "ACCUSE",
            ["Nabil Shaar"],
            [],
        ),
        # The protesters and the police of the sentences around.
        (
            "Police cleared protesters from the steps overnight, the eighth night of rallies against the bill.",
            "PROTEST",
            ["protesters"],
            [],
        ),
        ("Rallies against the bill were held in Tbilisi on Monday. The mayor slept.", "PROTEST", [], []),
        (
            "A 17-year-old waiter is being questioned about the theft. Police recovered a ring on Friday.",
            "ACCUSE",
            ["Police"],
            ["A 17-year-old waiter"],
        ),
    ],
)
def test_who_to_whom_across_sentences(events_of, text, kind, doers, targets):
    read = events_of(text)
    found = [event for event in read.events if event.type.value == kind]
    assert [read.who(event, "ACTOR") for event in found] == [doers]
    assert {*read.who(found[0], "RECIPIENT"), *read.who(found[0], "VICTIM")} == set(targets)


def test_court_of_appeal_did_not_give_the_sentence(events_of):
    read = events_of(
        "Ada Lim was found guilty on Monday. The district court heard the case for a month. "
        "Her lawyer will go to the appeals court in Perth."
    )
    assert read.who(read.events[0], "ACTOR") == ["district court"]
