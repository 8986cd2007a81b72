"""Which words tell an event, and of which type; which tell none."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("text", "kind", "mode"),
    [
        ("Rebels shelled the town of Sake on Tuesday.", "ASSAULT", "heavy-weapons"),
        ("Police arrested 40 demonstrators in Lima.", "COERCE", "arrest"),
        ("Thousands of workers marched through Kisumu on Tuesday.", "PROTEST", "demo"),
        ("Kenya's president met the Ugandan foreign minister in Nairobi.", "CONSULT", None),
        ("A court in Boston convicted the mayor of bribery.", "LEGAL", "convict"),
        ("A freight train derailed near Superior.", "ACCIDENT", "crash"),
        ("A strong earthquake struck western Guatemala.", "DISASTER", "earthquake"),
        ("The river burst its banks in York.", "DISASTER", "flood"),
        ("The government imposed sanctions on Belarus.", "SANCTION", "discontinue"),
        ("The army withdrew its troops from the border.", "RETREAT", "withdraw"),
        ("France condemned the election in Belarus.", "ACCUSE", "disapprove"),
        ("Police are hunting a suspect in Lyon.", "ACCUSE", "investigate"),
        ("Teresa Okerlund narrowly defeated Mayor Wendell Strand on Tuesday.", "ELECTION", "result"),
        ("Kenya's foreign minister urged both sides to observe a truce.", "REQUEST", None),
        ("Germany refused to send soldiers to Mali.", "REJECT", None),
        ("Novantis acquired the drug maker Heliopharm for $2 billion.", "COOPERATE", None),
        ("The Sixers hired Maurice Stone as head coach.", "COOPERATE", None),
        ("Manager Tony Stone was named interim coach.", "SUPPORT", None),
        ("The president appointed Ana Ruiz prime minister on Monday.", "SUPPORT", None),
        ("The Sixers fired coach Maurice Stone on Saturday.", "SANCTION", "discontinue"),
        ("Farmers blocked a motorway near Toulouse on Friday.", "PROTEST", "obstruct"),
        ("The regulator fined the bank 30 million euros.", "LEGAL", "sentence"),
        ("The bank appealed against the verdict.", "LEGAL", "appeal"),
        ("The envoy appealed for calm.", "REQUEST", None),
        ("Floodwaters swept through Paiporta, killing 62 people.", "DISASTER", "flood"),
        ("A fire tore through a tower in Tai Po, killing 44 people.", "DISASTER", "fire"),
        ("Typhoon Kalmaegi tore through Cebu, leaving 66 people dead.", "DISASTER", "storm"),
        ("A railway canopy collapsed in Novi Sad and killed 16 people.", "ACCIDENT", "collapse"),
        ("A suicide bomber detonated his explosives in Islamabad, killing 12.", "ASSAULT", "suicide-attack"),
        ("Pakistan carried out strikes in Khost that killed ten people.", "ASSAULT", None),
        ("Congress voted to remove the president from office.", "SANCTION", "discontinue"),
        ("China suspended imports of seafood from Japan.", "SANCTION", "discontinue"),
        ("The senator swore to resign.", "AGREE", None),
        ("Sri Lanka asked for help after Cyclone Ditwah killed 153 people.", "DISASTER", "storm"),
        ("Three people were found dead after an avalanche swept away skiers in the Alps.", "DISASTER", "landslide"),
        ("Thailand and Cambodia signed a ceasefire agreement on Sunday.", "RETREAT", "ceasefire"),
        ("Poland scrambled fighter jets on Monday.", "MOBILIZE", "troops"),
        ("Two inmates escaped from a prison near Lyon.", "CRIME", "escape"),
        ("The singer Maria Ruiz died of cancer in Lima.", "DISASTER", "illness"),
        ("Actress Esther Ruiz died at 91 on Thursday.", "DISASTER", "illness"),
    ],
)
def test_type_and_mode(events_of, text, kind, mode):
    event = next(event for event in events_of(text).events if event.type.value == kind)
    assert event.mode == mode


@pytest.mark.parametrize(
    "text",
    [
        "She fought back tears.",
        "The minister declined to comment.",
        "The official refused to be named.",
        "The president called the deal a success.",
        "No attack has been reported.",
        "There is a risk of flooding.",
        "He had 17,846 votes.",
        "A spokesman asked whether the road was open.",
        "Residents said the fee should be dropped.",
        "My grandmother died last year.",
        "She fired off a letter to the director.",
        "They bought bread and milk.",
        "He picked a coach with a view.",
        "There were no reports of deaths.",
        "The disease could kill thousands of people.",
    ],
)
def test_no_event(events_of, text):
    assert events_of(text).types() == []


def test_explosion_without_a_cause_is_an_accident(events_of):
    assert events_of("An explosion destroyed a bakery in Lyon on Friday.").only().type.value == "ACCIDENT"


def test_explosion_of_a_bomb_is_an_attack(events_of):
    text = "An explosion destroyed a bakery in Lyon on Friday. Police said the bomb was hidden in a bag."
    event = events_of(text).only("ASSAULT")
    assert (event.trigger.text, event.mode) == ("explosion", "explosives")
    assert "ACCIDENT" not in events_of(text).types()


def test_bomb_squad_that_finds_nothing_makes_no_attack(events_of):
    text = "An explosion destroyed a bakery in Lyon on Friday. A bomb squad found a broken gas pipe."
    assert "ASSAULT" not in events_of(text).types()


def test_bomber_who_crashes_into_a_patrol_attacks(events_of):
    assert events_of("A suicide bomber crashed into a patrol near Bagram.").only().type.value == "ASSAULT"


def test_words_of_private_people_are_no_events(events_of):
    assert events_of("A neighbour urged the boys to stay at home.").types() == []


def test_called_with_a_date_is_no_demand(events_of):
    assert "REQUEST" not in events_of("On Friday, President Macron called the explosion an accident.").types()
    assert "REQUEST" in events_of("President Macron called on Iran to release the sailors.").types()


def test_headline_without_auxiliary_is_passive(events_of):
    read = events_of("Former port inspector jailed for four years over bribes in Rotterdam.")
    event = read.only("LEGAL")
    assert [participant.role.value for participant in event.participants] == ["RECIPIENT"]


def test_acled_type_comes_from_the_rule(events_of):
    assert events_of("Rebels shelled the town of Sake.").only().acled == "shelling/artillery/missile attack"


def test_firm_under_fire_is_only_criticised(events_of):
    assert "ASSAULT" not in events_of("Toblerone came under fire after it changed its shape.").types()


def test_match_that_is_won_is_no_election(events_of):
    assert events_of("Lewis Hamilton beat Nico Rosberg in Brazil.").types() == []


def test_month_is_no_protest(events_of):
    assert "PROTEST" not in events_of("The election was held on March 4 in Peru.").types()


@pytest.mark.parametrize(
    ("text", "types"),
    [
        ("Around 300 teachers gathered in Tunis to demand the payment of their salaries.", ["PROTEST"]),
        ("Around 300 teachers gathered in Tunis to watch the match.", []),
        ("Residents rallied in Tunis, chanting slogans.", ["PROTEST"]),
        ("The military has taken power in Guinea.", ["COERCE"]),
        ("The company has taken power from the grid in Guinea.", []),
        ("Rescuers pulled bodies out of the river.", []),
        ("Troops pulled out of the town of Sake.", ["RETREAT"]),
        ("Investors pulled out of Georgia.", []),
        ("The airline suspended flights to Conakry.", []),
        ("The union's foreign policy chief, Kaja Kallas, called on Turkey to release her.", ["REQUEST"]),
    ],
)
def test_verbs_by_their_company(events_of, text, types):
    assert events_of(text).types() == types


def test_a_release_is_no_word_for_a_withdrawal(events_of):
    text = "France withdrew its troops from Conakry on Monday. The union demanded the release of the president."
    assert [len(event.triggers) for event in events_of(text).events] == [1, 1]


@pytest.mark.parametrize(
    ("text", "types"),
    [
        ("A military vehicle hit an IED near Djibo.", ["ASSAULT"]),
        ("A military vehicle hit a bus near Djibo.", ["ACCIDENT"]),
        ("Troops captured three rebels near Apopa.", ["COERCE"]),
        ("Terrorists threw dynamite sticks at the offices of the party in Lima.", ["ASSAULT"]),
        ("This explosion of freedom coincides with democracy in Chile.", []),
        ("The stock rose in the morning before declining later in the day.", []),
        ("The party leader left his house without bodyguards.", []),
    ],
)
def test_nouns_and_verbs_in_other_senses(events_of, text, types):
    assert events_of(text).types() == types


@pytest.mark.parametrize(
    "text",
    [
        "The events demonstrate that communism is no danger.",
        "To piece together his movements, prosecutors called the owner of a shop.",
        "He launched this campaign without finding out the facts.",
    ],
)
def test_words_of_protest_request_and_election_in_other_senses(events_of, text):
    assert events_of(text).types() == []


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Lightning killed three people in La Paz on Monday.", "DISASTER"),
        ("A bear killed three people near La Paz on Monday.", "ACCIDENT"),
        ("Three people were killed by a bear near La Paz on Monday.", "ACCIDENT"),
        ("A wall killed three people in La Paz on Monday.", "ACCIDENT"),
        ("A lorry killed three people in La Paz on Monday.", "ACCIDENT"),
        ("A drone killed three people in La Paz on Monday.", "ASSAULT"),
        ("A gunman killed three people in La Paz on Monday.", "ASSAULT"),
    ],
)
def test_what_kills_and_is_nobody(events_of, text, kind):
    event = events_of(text).only()
    assert (event.type.value, event.killed.best) == (kind, 3)
    assert kind == "ASSAULT" or all(part.role.value == "VICTIM" for part in event.participants)
