"""Who did it to whom, where the words around the trigger do not say so plainly: neighbours on both sides of each rule."""

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
            ["Spain"],
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
        ("Lars Holm said there are no plans to boycott the Games.", "REJECT", ["Lars Holm"], []),
        ("Mike Pompeo posted a message on Twitter blaming Iran.", "ACCUSE", ["Mike Pompeo"], ["Iran"]),
        # Whose forces are sent.
        ("The country's military was put on alert, North Korea said.", "MOBILIZE", ["North Korea"], []),
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
