"""Ordinary forms of wire news: each kind with a neighbour that reads otherwise."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("text", "killed", "injured"),
    [
        ("The toll of a truck bombing in Kabul rose to at least seven Friday.", 7, None),
        ("Gunmen killed six Friday in Lima.", 6, None),
        ("Gunmen killed six guards Friday in Lima.", 6, None),
        ("The attack in Lima wounded 30 Monday, police said.", None, 30),
        ("Police shot dead two suspects in Lima on Monday.", 2, None),
        ("Soldiers shot dead at least 15 protesters in Lima on Monday.", 15, None),
        ("Soldiers shot dead a 17-year-old Palestinian in Jenin on Monday.", 1, None),
        ("The fire in Lima killed four, among them a nun, and injured twenty, among them a nurse.", 4, 20),
        ("A nurse was run over by a lorry and killed on Sunday in Denver.", 1, None),
        ("There were 72 people on board, of whom 68 have been confirmed dead, when a plane crashed in Lima.", 68, None),
        ("Thirty passengers were rushed to hospital after a tram derailed in Lyon on Monday.", None, 30),
        ("A man stabbed three people in Leeds on Monday. All three were taken to hospital.", None, 3),
    ],
)
def test_harm_is_counted(events_of, text, killed, injured):
    events = events_of(text).events
    assert max((event.killed.best for event in events if event.killed), default=None) == killed
    assert max((event.injured.best for event in events if event.injured), default=None) == injured


@pytest.mark.parametrize(
    "text",
    [
        "The opposition leader was hospitalized in Omsk on Monday.",
        "Rebels have carried out similar attacks in the past.",
        "Police have used force before.",
        "The region has seen repeated attacks by jihadists.",
        "The proposal was met with applause in Lima on Monday.",
        "He spoke of the way in which the council is elected.",
        "The service issued a weather warning on Monday.",
        "They locked the escape room that the group was visiting on Monday.",
        "Sales fell during the pandemic.",
        "The company announced a new phone on Tuesday.",
        "Fans voted on the best song on Monday.",
        "He proposed a toast to the bride.",
        "The firm dropped its bid for the airline on Friday.",
    ],
)
def test_no_event(events_of, text):
    assert events_of(text).types() == []


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Rebels carried out similar attacks in Lima on Monday.", "ASSAULT"),
        ("President Lopez met with the mayor in Lima on Monday.", "CONSULT"),
        ("Voters elected Maria Lopez president of Peru on Sunday.", "ELECTION"),
        ("North Korea issued a warning to Seoul on Monday.", "THREATEN"),
        ("President Lopez visited Lima on Monday.", "CONSULT"),
        ("The ministry reported an outbreak of cholera in Lima on Monday.", "DISASTER"),
    ],
)
def test_neighbours_of_no_event(events_of, text, kind):
    assert kind in events_of(text).types()


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("A bomber killed 15 people in Kabul on Saturday. It was the second attack in a week.", 1),
        ("A bomber killed 15 people in Kabul. The attack came a week after gunmen killed six in Herat.", 2),
        ("A bomber killed 15 people in Kabul. The bombing came days after a blast at a police station killed 14.", 2),
        ("A bomber killed 15 people in Kabul on Saturday. The attack came after a day of calm.", 1),
        ("Militants killed 30 people in a raid on the town of Baga on Saturday, burning hundreds of houses.", 1),
        ("Troops shot dead a Palestinian in Jenin on Monday. Three other Palestinians were wounded.", 1),
        ("Iran executed three men in Urmia on Sunday. Rights groups said they had been tortured.", 2),
    ],
)
def test_number_of_assaults(events_of, text, number):
    assert events_of(text).types().count("ASSAULT") == number


@pytest.mark.parametrize(
    ("text", "killed_at_protest"),
    [
        ("Protests over the killing of a student broke out in Lima on Monday.", False),
        ("Protesters angry about a man killed by police blocked roads in Lima on Monday.", False),
        ("Thousands marched in Lima on Monday, and soldiers shot dead 15 demonstrators.", False),
        ("Two people were killed in protests over the election in Lima on Monday.", True),
        ("A protest in which two people were killed took place in Lima on Monday.", True),
    ],
)
def test_who_was_killed_before_the_protest(events_of, text, killed_at_protest):
    protest = events_of(text).only("PROTEST")
    assert (protest.killed is not None) is killed_at_protest


@pytest.mark.parametrize(
    ("text", "kind", "doers", "suffering"),
    [
        ("Witnesses reported gunfire around the embassy in Kabul on Monday.", "ASSAULT", [], []),
        ("Gunfire was heard in Kabul on Monday.", "ASSAULT", [], []),
        ("A rebel truck bombing killed six people in Kabul.", "ASSAULT", ["rebel"], ["six people"]),
        ("Serbians protested in Belgrade on Monday.", "PROTEST", ["Serbians"], []),
        ("A driver rammed a car into a crowd in Berlin on Monday.", "ASSAULT", ["driver"], []),
        ("A truck packed with explosives detonated in Goma.", "ASSAULT", [], []),
        ("Iran hanged three men. Rights groups said they had been beaten.", "ASSAULT", ["Iran"], ["three men"]),
        ("The party has fired its vice president, Jan Dvorak.", "SANCTION", ["party"], ["Jan Dvorak"]),
        ("Seven ministers lost their jobs on Monday.", "SANCTION", [], ["ministers"]),
        ("A bomb hit a bus. Jund-e-Fatah took credit for the attack.", "ASSAULT", ["Jund-e-Fatah"], ["a bus"]),
        ("The minister urged allies to send help on Monday.", "REQUEST", ["minister"], ["allies"]),
        ("A plane operated by Sky Air crashed in Lima on Monday.", "ACCIDENT", [], ["A plane"]),
        ("A truck driven by a farmer hit a wall in Lima on Monday.", "ACCIDENT", ["farmer"], ["a wall"]),
        ("A man, Jan Dvorak, appeared in court in Prague on Monday.", "LEGAL", ["court"], ["Jan Dvorak"]),
    ],
)
def test_who(events_of, text, kind, doers, suffering):
    reading = events_of(text)
    event = next(event for event in reading.events if event.type.value == kind)
    assert reading.who(event, "ACTOR") == doers
    assert [*reading.who(event, "RECIPIENT"), *reading.who(event, "VICTIM")] == suffering


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("A truck laden with explosives rammed the gate of the barracks in Goma.", "ASSAULT"),
        ("A car rammed the gate of the barracks in Goma.", "ACCIDENT"),
        ("A bomber of the Second World War crashed at the airport in Lima.", "ACCIDENT"),
        ("Parliament voted on Sunday on a motion to close the base.", "SUPPORT"),
        ("The prime minister recommended the troops in Iraq withdraw.", "REQUEST"),
        ("Joe Lopez announced Maria Ruiz as his running mate on Tuesday.", "ELECTION"),
        ("The party held caucuses in Nevada on Saturday.", "ELECTION"),
        ("The ministry announced a travel ban on Tuesday.", "COERCE"),
        ("The ministry suspended the airline's permit on Monday.", "COERCE"),
        ("The senator proposed an amendment on Monday.", "REQUEST"),
        ("The party withdrew its nomination of the princess.", "CONCEDE"),
        ("A landslide hit a gold mine on Sumatra on Monday, killing 14 people.", "DISASTER"),
        ("A truck hit a mine near Goma on Monday, killing 14 people.", "ASSAULT"),
        ("The mayor dropped his bid for the presidency on Friday.", "RETREAT"),
        ("A worker was crushed to death by machinery at a mill in Lima.", "ACCIDENT"),
        ("The High Court declared the vote null and void.", "LEGAL"),
        ("The Supreme Court struck down a law banning rallies.", "LEGAL"),
        ("Police and soldiers began a rescue operation in Lima on Monday.", "AID"),
        ("Soldiers began an operation against rebels in Lima on Monday.", "ASSAULT"),
    ],
)
def test_type(events_of, text, kind):
    assert events_of(text).types() == [kind]


@pytest.mark.parametrize(
    ("text", "kind", "days"),
    [
        ("Riots broke out in Lima on Monday over the election of Mr Castillo.", "ELECTION", None),
        (
            "It was the worst crash since 1992, when a plane crashed near Lima.",
            "ACCIDENT",
            ("1992-01-01", "1992-12-31"),
        ),
        ("On Monday he chose a deputy for the 2020 election.", "ELECTION", ("2020-01-01", "2020-12-31")),
        (
            "The nominee for the election to be held on December 9 met voters on Monday.",
            "ELECTION",
            ("2024-12-09",) * 2,
        ),
        ("Last year President Ruiz withdrew the bill.", "CONCEDE", ("2023-01-01", "2023-12-31")),
        ("On Friday the president ordered the deployment of troops to Lima.", "MOBILIZE", ("2024-11-01",) * 2),
        ("The mayor of Lima stepped down on Monday.", "RETREAT", ("2024-11-04",) * 2),
        ("Riots hit Lima on Monday. Mayor Jan Ruiz stepped down five days after taking office.", "RETREAT", None),
    ],
)
def test_day(events_of, text, kind, days):
    when = events_of(text).only(kind).when
    found = (when.earliest.isoformat(), when.latest.isoformat()) if when.earliest and when.latest else None
    assert found == days


def test_day_of_a_speaker_is_not_the_day_of_the_report(events_of):
    text = 'A bus crashed in Lima on Monday. "The crash this morning killed two," Mayor Jan Ruiz said.'
    assert events_of(text).only("ACCIDENT").when.earliest.isoformat() == "2024-11-04"


def test_story_goes_on_after_what_was_remembered(events_of):
    text = (
        "Gunmen attacked the embassy in Kabul on Monday.\n\nLast week troops shelled the town of Kunduz.\n\n"
        "The attack in the capital was over early on Tuesday, police said. One suspect was arrested."
    )
    reading = events_of(text)
    arrest = reading.only("COERCE")
    assert (reading.place(arrest), arrest.when.earliest.isoformat()) == ("Kabul", "2024-11-05")


@pytest.mark.parametrize(
    ("text", "kind", "place"),
    [
        ("The stampede, which happened in Kano, killed 56 people.", "ACCIDENT", "Kano"),
        ("A jury in New York convicted a man of importing cocaine into France on Monday.", "LEGAL", "New York"),
        ("A quake hit Tibet on Monday. It struck near the Nepal border.", "DISASTER", "Tibet"),
        ("A fire killed five girls at a club that they were visiting in Lodz on Monday.", "DISASTER", "Lodz"),
        ("Gunmen shot dead a judge and two guards in Lima on Monday.", "ASSAULT", "Lima"),
        (
            "A jet attempted a landing at the airport in Lima on Monday. The plane overran the runway.",
            "ACCIDENT",
            "Lima",
        ),
        ("Six people were injured in a crash in Leeds on Monday and rushed to a clinic in York.", "ACCIDENT", "Leeds"),
    ],
)
def test_place(events_of, text, kind, place):
    reading = events_of(text)
    assert reading.place(reading.only(kind)) == place


def test_deed_of_police_is_in_their_country_or_in_none(events_of):
    text = "Colombian police captured a drug lord on Saturday. The United States has asked for him in New York."
    reading = events_of(text)
    assert reading.place(reading.only("COERCE")) is None


def test_town_that_an_article_names_again_and_again_is_where_it_happens(events_of):
    text = (
        "The mayor of Gdynia was stabbed on stage on Monday.\n\nPeople of Gdynia wept. The bishop of Gdynia prayed, "
        "and so did many of Gdynia's priests."
    )
    reading = events_of(text)
    assert reading.place(reading.only("ASSAULT")) == "Gdynia"


def test_what_one_is_tried_for_was_not_done_on_the_day_and_at_the_place_of_the_trial(events_of):
    reading = events_of("A court in Paris on Friday handed two officers seven-year prison terms for raping a tourist.")
    crime, verdict = reading.only("ASSAULT"), reading.only("LEGAL")
    assert (reading.place(verdict), verdict.when.earliest.isoformat()) == ("Paris", "2024-11-01")
    assert (reading.place(crime), crime.when.earliest, reading.who(crime, "ACTOR")) == (None, None, ["officers"])
