"""Who did it, to whom, where, and who says so."""

from __future__ import annotations

import pytest


def test_doer_and_target(events_of):
    read = events_of("Police arrested the mayor of Lima on Tuesday.")
    event = read.only("COERCE")
    assert read.who(event, "ACTOR") == ["Police"]
    assert len(read.who(event, "RECIPIENT")) == 1


def test_agent_of_a_passive(events_of):
    read = events_of("The mayor of Lima was arrested by police on Tuesday.")
    assert read.who(read.only("COERCE"), "ACTOR") == ["police"]


def test_weapons_stand_for_the_forces_of_their_country(events_of):
    read = events_of("Russian missiles struck Kharkiv on Tuesday.")
    event = read.only("ASSAULT")
    (actor,) = [participant for participant in event.participants if participant.role.value == "ACTOR"]
    assert (actor.name, actor.inferred) == ("Russian forces", True)


@pytest.mark.parametrize(
    "text", ["Death toll in Congo market shelling rises to 17", "The Nigerian church attack killed 40."]
)
def test_a_country_before_the_site_says_where_and_not_who(events_of, text):
    read = events_of(text)
    assert read.who(read.only("ASSAULT"), "ACTOR") == []


def test_a_country_before_the_attack_itself_says_who(events_of):
    read = events_of("The Israeli attack killed 40 people.")
    assert read.who(read.only("ASSAULT"), "ACTOR") == ["Israeli forces"]


@pytest.mark.parametrize(
    ("text", "kind", "who"),
    [
        ("The health ministry said it had closed the border.", "COERCE", ["health ministry"]),
        ("The Israeli military said it struck a depot in Lebanon.", "ASSAULT", ["Israeli forces"]),
        ("Residents said they had marched through Lima.", "PROTEST", ["Residents"]),
        ("Iraq's deadliest bombing in years killed 80 people.", "ASSAULT", []),
        ("Russia's largest attack on Kyiv killed 12 people.", "ASSAULT", ["Russian forces"]),
    ],
)
def test_who_says_so_of_itself_and_whose_worst_it_was(events_of, text, kind, who):
    read = events_of(text)
    assert [name.lower() for name in read.who(read.only(kind), "ACTOR")] == [name.lower() for name in who]


def test_a_school_that_children_are_taken_from_is_not_taken(events_of):
    read = events_of("Gunmen kidnapped more than 300 schoolchildren from a school in Nigeria.")
    assert read.who(read.only(), "VICTIM") == ["more than 300 schoolchildren"]
    assert read.who(read.only(), "RECIPIENT") == []


def test_own_troops_and_company_are_not_those_it_is_done_to(events_of):
    read = events_of("India and China agreed on Monday to withdraw troops from the border.")
    assert read.who(read.only("AGREE"), "RECIPIENT") == []
    read = events_of("The prime minister flew to Lima with a medical team on Monday.")
    assert read.who(read.only("CONSULT"), "RECIPIENT") == []


def test_nobody_does_a_disaster(events_of):
    read = events_of("The River Ouse burst its banks on Tuesday and 90 homes were evacuated.")
    assert read.only("DISASTER").participants == ()


def test_who_comes_under_fire_is_no_doer(events_of):
    read = events_of("North Korean troops came under Ukrainian fire in Kursk.")
    event = read.only("ASSAULT")
    assert read.who(event, "RECIPIENT") == ["North Korean forces"]
    assert read.who(event, "ACTOR") == ["Ukrainian forces"]


def test_victims_need_no_name(events_of):
    read = events_of("A bomb killed six people in Kabul.")
    assert read.who(read.only(), "VICTIM") == ["six people"]


def test_things_are_no_victims(events_of):
    read = events_of("The shelling of the market killed six people in Sake.")
    assert read.who(read.only(), "VICTIM") == ["six people"]


def test_place_hangs_on_the_event_and_not_on_the_speaker(events_of):
    text = "Nine people were wounded in an attack on Tuesday, the governor told reporters in Goma."
    read = events_of(text)
    assert read.place(read.only("ASSAULT")) is None


def test_finest_place_wins(events_of):
    read = events_of("Rebels shelled a market in Sake, a town in eastern Congo, on Tuesday.")
    assert read.place(read.only()) == "Sake"


def test_source_is_who_says_it(events_of):
    text = "“Rebels shelled the market in Sake,” Governor Honoré Lushiku said on Tuesday."
    read = events_of(text)
    event = read.only("ASSAULT")
    assert event.said_by is not None
    assert read.analysis.actors[event.said_by].name == "Honoré Lushiku"


@pytest.mark.parametrize(
    ("text", "kind", "role", "names"),
    [
        ("Police arrested two suspects in Lyon.", "COERCE", "RECIPIENT", ["suspects"]),
        ("Two suspects were arrested and charged in Lyon.", "LEGAL", "RECIPIENT", ["suspects"]),
        ("Police questioned a man arrested in Lyon by soldiers.", "COERCE", "RECIPIENT", ["a man"]),
        ("Police questioned a man arrested in Lyon by soldiers.", "COERCE", "ACTOR", ["soldiers"]),
        ("A student appears to have been shot in Lima.", "ASSAULT", "VICTIM", ["student"]),
        ("Gunmen killed a farmer in Benue.", "ASSAULT", "ACTOR", ["Gunmen"]),
        ("A rebel attack on the town killed six people.", "ASSAULT", "ACTOR", ["rebel"]),
        ("The attack was carried out by gunmen on Tuesday.", "ASSAULT", "ACTOR", ["gunmen"]),
        ("Hamas claimed responsibility for the attack on Tuesday.", "ASSAULT", "ACTOR", ["Hamas"]),
        ("Soldiers launched an attack on the rebels near Sake.", "ASSAULT", "RECIPIENT", ["rebels"]),
        ("Three soldiers killed by rebels near Sake were buried.", "ASSAULT", "VICTIM", ["soldiers"]),
        ("The arrest of three activists shocked Minsk.", "COERCE", "RECIPIENT", ["activists"]),
        ("France demanded that Iran release the sailors.", "REQUEST", "RECIPIENT", ["Iran"]),
        ("A protest by teachers took place in Tunis on Monday.", "PROTEST", "ACTOR", ["teachers"]),
    ],
)
def test_who(events_of, text, kind, role, names):
    read = events_of(text)
    assert read.who(read.only(kind), role) == names


def test_crowd_that_watches_does_not_attack(events_of):
    read = events_of("Residents condemned the attack on a market in Sake on Tuesday.")
    assert read.who(read.only("ASSAULT"), "ACTOR") == []


def test_country_that_is_only_a_place_does_nothing(events_of):
    read = events_of("A bombing in Madrid, Spain, which killed 13 people, was condemned.")
    assert read.who(read.only("ASSAULT"), "ACTOR") == []


def test_the_accused_did_it_and_not_the_accuser(events_of):
    read = events_of("The opposition leader accused the army of shelling its own people in Idlib.")
    event = read.only("ASSAULT")
    assert (read.who(event, "ACTOR"), event.status.value) == (["Syrian forces"], "CLAIMED")


def test_who_shells_does_it_without_an_accuser(events_of):
    read = events_of("The army shelled villages in Idlib.")
    event = read.only("ASSAULT")
    assert (len(read.who(event, "ACTOR")), event.status.value) == (1, "REPORTED")


def test_names_listed_by_commas_all_take_part(events_of):
    read = events_of("Juan Requesens, Pedro Zambrano, Luis Guerra and Jose Blanco were all indicted on Monday.")
    assert len(read.who(read.only("LEGAL"), "RECIPIENT")) == 4


def test_a_name_that_explains_another_is_nobody_else(events_of):
    read = events_of("The mayor of Lima, Juan Requesens, was indicted on Monday.")
    assert len(read.who(read.only("LEGAL"), "RECIPIENT")) == 1


def test_what_is_done_to_property_is_done_to_its_owner(events_of):
    read = events_of("The Treasury froze Tareck El Aissami's assets in February.")
    assert read.who(read.only("COERCE"), "RECIPIENT") == ["Tareck El Aissami"]


def test_who_speaks_at_a_meeting_meets(events_of):
    read = events_of("Nicolas Maduro said so during a meeting with generals on Saturday.")
    event = read.only("CONSULT")
    assert (read.who(event, "ACTOR"), read.who(event, "RECIPIENT")) == (["Nicolas Maduro"], ["generals"])


def test_the_body_of_those_who_did_it_did_it(events_of):
    read = events_of("Militants of the ADF attacked a village in Ituri.")
    assert read.who(read.only("ASSAULT"), "ACTOR") == ["Militants", "ADF"]


def test_a_name_before_the_group_is_kept_whole(events_of):
    read = events_of("Al Shabaab fighters attacked a village near Kismayo.")
    assert read.who(read.only("ASSAULT"), "ACTOR") == ["Al Shabaab fighters"]


def test_an_age_is_no_name(events_of):
    read = events_of("A 34-year-old man was arrested in Leeds on Monday.")
    assert read.who(read.only("COERCE"), "RECIPIENT") == ["A 34-year-old man"]


def test_a_state_of_emergency_is_no_country(events_of):
    read = events_of("The governor declared a state of emergency.")
    assert read.who(read.only("COERCE"), "RECIPIENT") == []


@pytest.mark.parametrize(
    ("office", "same"), [("the second secretary of the embassy", False), ("the first secretary of the embassy", True)]
)
def test_another_office_is_another_person(events_of, office, same):
    text = f"Claudia Arenas, first secretary of the embassy, gave a speech. Gunmen later murdered {office}."
    assert (events_of(text).who(events_of(text).events[-1], "VICTIM") == ["Claudia Arenas"]) is same


def test_some_of_them_are_told_with_their_number(events_of):
    read = events_of("Gunmen kidnapped five engineers near Yenagoa on Sunday. Two of them were freed on Tuesday.")
    assert read.who(read.only("RETREAT"), "RECIPIENT") == ["Two of them"]


def test_two_verbs_share_the_subject_of_the_first(events_of):
    read = events_of("President William Ruto ordered the military to help and promised aid for the families.")
    assert read.who(read.only("AGREE"), "ACTOR") == ["William Ruto"]


def test_found_stabbed_is_stabbed(events_of):
    read = events_of("His neighbour was found stabbed to death in a flat in Leeds.")
    assert (read.who(read.only(), "VICTIM"), read.only().killed.best) == (["neighbour"], 1)


@pytest.mark.parametrize(
    ("text", "role", "names"),
    [
        ("A Moscow court on Friday jailed politician Ilya Yashin for eight years.", "RECIPIENT", ["Ilya Yashin"]),
        ("A Moscow court on Friday jailed politician Ilya Yashin for eight years.", "ACTOR", ["Moscow court"]),
        ("Dzhokhar Tsarnaev is awaiting trial in a prison in Boston.", "RECIPIENT", ["Dzhokhar Tsarnaev"]),
        ("Ethnic Albanians are demanding a UN presence.", "ACTOR", ["Ethnic Albanians"]),
        ("The Americans are demanding a UN presence.", "ACTOR", ["United States"]),
        ("Washington imposed sanctions on two Chinese firms.", "ACTOR", ["United States"]),
        ("Suspected Taliban fighters attacked a base near Kabul.", "ACTOR", ["Taliban fighters"]),
        ("A bomb near Kabul injured no one.", "VICTIM", []),
    ],
)
def test_who_by_the_words_around(events_of, text, role, names):
    read = events_of(text)
    assert read.who(read.only(), role) == names


def test_they_who_were_released_are_not_those_who_held_them(events_of):
    read = events_of("An armed group kidnapped 7 people near Kaya on Sunday. They were released on Tuesday.")
    assert read.who(read.only("RETREAT"), "RECIPIENT") == ["7 people"]


def test_name_after_the_town_of_an_office(events_of):
    read = events_of("Armed men killed the mayor of Huanta, Alberto Rojas, on Monday.")
    assert read.who(read.only(), "VICTIM") == ["Alberto Rojas"]


@pytest.mark.parametrize(
    ("text", "kind", "role", "names"),
    [
        (
            "The courts were closed. Eva Forest and Luz Fernandez stayed in prison as they were charged with fraud.",
            "LEGAL", "RECIPIENT", ["Eva Forest", "Luz Fernandez"],
        ),
        ("The court in Madrid released the defendants.", "RETREAT", "RECIPIENT", ["the defendants"]),
        ("Roadside IED kills a general in Syria.", "ASSAULT", "ACTOR", []),
        (
            "Leaders accused Salman Abedi, the Libyan who carried out the bombing in Manchester.",
            "ASSAULT", "ACTOR", ["Salman Abedi"],
        ),
        ("The envoy asked the international community to stay involved.", "REQUEST", "RECIPIENT", None),
        ("The minister called on Turkey to release her.", "REQUEST", "RECIPIENT", ["Turkey"]),
        ("Police in Leeds charged a man with murder.", "LEGAL", "RECIPIENT", ["a man"]),
        ("The army closed the borders with Mali.", "COERCE", "RECIPIENT", ["Mali"]),
    ],
)  # fmt: skip
def test_who_is_meant(events_of, text, kind, role, names):
    read = events_of(text)
    found = read.who(read.only(kind), role)
    assert found == names if names is not None else len(found) == 1


@pytest.mark.parametrize(
    ("text", "kind", "role", "names"),
    [
        ("France sent medical aid to Mozambique.", "AID", "RECIPIENT", ["Mozambique"]),
        ("France sent 40 soldiers to Mozambique.", "MOBILIZE", "RECIPIENT", ["soldiers"]),
        ("The president gave a warm welcome to the German chancellor.", "CONSULT", "RECIPIENT", ["German chancellor"]),
        ("Paris demanded that the Israelis end the boycott.", "REQUEST", "RECIPIENT", ["Israel"]),
        ("The minister said that Libya must hand over the bombers.", "REQUEST", "RECIPIENT", ["Libya"]),
        ("The minister said that Libya must hand over the bombers.", "REQUEST", "ACTOR", ["minister"]),
        ("Turkey promised to continue military aid to Somalia.", "AGREE", "RECIPIENT", ["Somalia"]),
        ("Turkey promised to fly to Somalia.", "AGREE", "RECIPIENT", []),
        ("The minister refused to meet the rebels.", "REJECT", "RECIPIENT", ["rebels"]),
        ("The United States refused to pull out its troops.", "REJECT", "RECIPIENT", []),
        ("The governor asked prosecutors to investigate Juan Sarmiento.", "REQUEST", "RECIPIENT", ["prosecutors"]),
        ("Portugal will support Turkey's efforts to join the union.", "AGREE", "RECIPIENT", ["Turkey"]),
        ("Norway defended the rights of Palestinians.", "SUPPORT", "RECIPIENT", ["Palestinian Territory"]),
        ("Croatia is investigating war crimes by Serbian soldiers.", "ACCUSE", "RECIPIENT", ["Serbian forces"]),
        ("Norway rejected the demands of the miners.", "REJECT", "RECIPIENT", ["miners"]),
        ("Norway rejected the demands of the day.", "REJECT", "RECIPIENT", []),
        ("Yemen rejected a Polish request for help.", "REJECT", "RECIPIENT", ["Poland"]),
        ("Yemen rejected a polished request for help.", "REJECT", "RECIPIENT", []),
        ("Iran vetoed a United Nations resolution on trade.", "REJECT", "RECIPIENT", ["United Nations"]),
        ("Donald Trump met Barack Obama at the White House on Thursday.", "CONSULT", "RECIPIENT", ["Barack Obama"]),
        ("The leaders held talks on Monday with the Iranian envoy in Oslo.", "CONSULT", "RECIPIENT", ["Iranian envoy"]),
        ("Thirty students took part in the protest in Lima.", "PROTEST", "ACTOR", ["students"]),
        ("Thirty students took pictures in the protest in Lima.", "PROTEST", "ACTOR", []),
        ("Israeli army bulldozers demolished 40 homes in Gaza.", "COERCE", "ACTOR", ["Israeli forces"]),
        ("Algerian landowners began a hunger strike in Algiers.", "PROTEST", "ACTOR", ["Algerian landowners"]),
        ("Serb forces were engaged in the siege of Sarajevo.", "ASSAULT", "ACTOR", None),
        ("Japan halted economic aid to Serbia.", "SANCTION", "RECIPIENT", ["Serbia"]),
        ("Peru issued an ultimatum to Ecuador.", "THREATEN", "RECIPIENT", ["Ecuador"]),
        ("Turks in Sofia demonstrated against Sweden's decision.", "PROTEST", "RECIPIENT", ["Sweden"]),
        ("Turks in Sofia demonstrated against the decision in Sweden.", "PROTEST", "RECIPIENT", []),
        ("Miners marched through Lima to demand the ouster of President Alan Garcia.", "PROTEST", "RECIPIENT", None),
        ("The US on Thursday rejected calls by Kofi Annan to adopt reforms.", "REJECT", "ACTOR", ["United States"]),
        ("The US on Thursday rejected calls by Kofi Annan to adopt reforms.", "REJECT", "RECIPIENT", ["Kofi Annan"]),
        ("Miners marched through Lima to honour the memory of President Alan Garcia.", "PROTEST", "RECIPIENT", []),
        ("A tram overturned in Croydon, killing seven people.", "ACCIDENT", "ACTOR", []),
        ("Some people were arrested, including Eva Forest.", "COERCE", "RECIPIENT", ["Some people", "Eva Forest"]),
    ],
)  # fmt: skip
def test_to_whom(events_of, text, kind, role, names):
    read = events_of(text)
    found = read.who(read.only(kind), role)
    assert found == names if names is not None else len(found) == 1


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("A group of Moroccan diplomats met the king on Tuesday.", ["Moroccan diplomats"]),
        ("A group of the opposition met the king on Tuesday.", ["group"]),
        ("Thousands of protesters marched through Lima on Tuesday.", ["protesters"]),
        ("Thousands of Nigerians marched through Lagos on Tuesday.", ["Thousands of Nigerians"]),
    ],
)
def test_of_whom_a_group_is(events_of, text, names):
    read = events_of(text)
    assert [name for event in read.events for name in read.who(event, "ACTOR")] == names


def test_they_who_were_released_are_those_who_were_not_tried(events_of):
    read = events_of("Eva Forest and Luz Fernandez were not tried, as they were released in June.")
    assert read.who(read.only("RETREAT"), "RECIPIENT") == ["Eva Forest", "Luz Fernandez"]


def test_a_nameless_doer_is_told_once(events_of):
    text = "Cattle rustlers killed eleven people near Isiolo on Tuesday. The rustlers killed the eleven people at dawn."
    read = events_of(text)
    assert read.who(read.only("ASSAULT"), "ACTOR") == ["Cattle rustlers"]
    assert read.who(read.only("ASSAULT"), "VICTIM") == ["eleven people"]


@pytest.mark.parametrize(
    ("text", "kind", "doers", "others"),
    [
        # Whose deed an infinitive is.
        ("President Jacob Zuma was forced to resign on Monday.", "RETREAT", ["Jacob Zuma"], []),
        ("The army forced President Jacob Zuma to resign on Monday.", "RETREAT", ["Jacob Zuma"], []),
        # An agent that stands with the second of two verbs.
        ("The men were detained and beaten by police in Lima.", "COERCE", ["police"], ["The men"]),
        # What is done to the subject.
        ("Banker Rui Leal faces 18 charges in Portugal.", "LEGAL", [], ["Rui Leal"]),
        ("Eleven of the police officers received jail terms.", "LEGAL", [], ["Eleven of the police officers"]),
        ("A judge ruled that Pavel Dorin must stay in jail.", "LEGAL", ["judge"], ["Pavel Dorin"]),
        ("Ann Lee was found guilty at the Lima district court.", "LEGAL", ["Lima district court"], ["Ann Lee"]),
        # Who stands behind a noun.
        ("Another attack in Kabul was ascribed to the Taliban.", "ASSAULT", ["Taliban"], []),
        ("Rebels are responsible for the attack in Goma on Monday.", "ASSAULT", ["Rebels"], []),
        ("Dozens died in the attack, reportedly conducted by the Taliban.", "ASSAULT", ["Taliban"], []),
        ("The resignation of President Ana Ruiz was announced.", "RETREAT", ["Ana Ruiz"], []),
        ("A Saudi coalition airstrike killed a reporter.", "ASSAULT", ["Saudi coalition"], ["reporter"]),
        ("Saudi-led airstrikes killed 26 people in Sanaa.", "ASSAULT", ["Saudi forces"], ["26 people"]),
        # The source is no doer.
        ("An Omani official says shelling has killed two and hurt 11 others in Salalah.", "ASSAULT", [], ["11 others"]),
        (
            "Ministers denounced the raid, accusing Pedro Sosa of lying and calling for sanctions on Chad.",
            "REQUEST",
            ["Ministers"],
            [],
        ),
        # To whom.
        ("Norway has accused Moscow of jamming its signals.", "ACCUSE", ["Norway"], ["Russia"]),
        ("Canada has already recalled its ambassador to Russia.", "SANCTION", ["Canada"], ["Russia"]),
        ("President Kiir called on South Sudanese to stop.", "REQUEST", ["Kiir"], ["South Sudan"]),
        ("Iran fired missiles at Israel on Monday and Yemen closed its airport.", "ASSAULT", ["Iran"], []),
        (
            "The verdict was condemned by many countries, including Chile.",
            "ACCUSE",
            ["many countries", "Chile"],
            [],
        ),
    ],
)
def test_doer_and_receiver_by_the_clause(events_of, text, kind, doers, others):
    read = events_of(text)
    events = [event for event in read.events if event.type.value == kind]
    assert [name for event in events for name in read.who(event, "ACTOR")] == doers
    assert [name for event in events for role in ("RECIPIENT", "VICTIM") for name in read.who(event, role)] == others


def test_who_fight_each_other_are_on_both_sides(events_of):
    read = events_of("Rebel soldiers and government troops are fighting in Wau.")
    event = read.only("ASSAULT")
    assert read.who(event, "ACTOR") == ["Rebel soldiers", "government troops"]
    assert read.who(event, "RECIPIENT") == ["government troops"]
    read = events_of("Rebel soldiers and government troops attacked the town of Wau.")
    assert "government troops" not in read.who(read.only("ASSAULT"), "RECIPIENT")


def test_the_country_of_who_speaks(events_of):
    read = events_of("Norwegian Prime Minister Lars Holm said the country has arrested two spies.")
    assert read.who(read.only("COERCE"), "ACTOR") == ["Norway"]


@pytest.mark.parametrize(
    ("text", "kind", "doers", "others"),
    [
        # A noun at the end sums up what was told.
        (
            "A car bomb killed five people in Kabul, another attack ascribed to the Taliban.",
            "ASSAULT",
            ["Taliban"],
            ["five people"],
        ),
        # Whose plan it is; the president's own plan is not the doer's.
        ("The extremist group announced plans to picket the school.", "PROTEST", ["extremist group"], ["school"]),
        # Who does away with an attack does not do it.
        ("Police were blamed for failing to stop the attack on the village.", "ASSAULT", [], ["the village"]),
        # The parser joins the subject of the second verb to the object of the first.
        ("Some dockers threw bottles and police fired tear gas.", "ASSAULT", ["police"], ["Some dockers"]),
        # `who` means people.
        ("Workers employed by agencies of the government who were arrested on Monday left.", "COERCE", [], ["Workers"]),
        # `them` is not who does it.
        ("Demonstrators said supporters threw a grenade at them.", "ASSAULT", ["supporters"], ["Demonstrators"]),
        # From whom one gets something.
        (
            "Kenya received aid from Japan on Monday.",
            "AID",
            ["Japan"],
            ["Kenya"],
        ),
        # Of whom it is said or judged.
        ("A court overturned the death sentence given to four men.", "LEGAL", ["court"], ["four men"]),
        ("The wounded men were shot by soldiers and taken to hospital.", "ASSAULT", ["soldiers"], ["wounded men"]),
        # Words that name nobody.
        ("Both prosecutors and attorneys were arrested by police.", "COERCE", ["police"], ["prosecutors", "attorneys"]),
        (
            "Kenya sued. The EPA (Environmental Protection Agency), the body that arrested 12 men, is large.",
            "COERCE",
            ["Environmental Protection Agency"],
            ["12 men"],
        ),
    ],
)
def test_doer_and_receiver_beyond_the_clause(events_of, text, kind, doers, others):
    read = events_of(text)
    events = [event for event in read.events if event.type.value == kind]
    assert [name for event in events for name in read.who(event, "ACTOR")] == doers
    assert [name for event in events for role in ("RECIPIENT", "VICTIM") for name in read.who(event, role)] == others


def test_both_countries_are_the_two_named_last(events_of):
    read = events_of("Kenya accused Uganda of lying on Monday. Both countries have arrested journalists.")
    assert sorted(read.who(read.only("COERCE"), "ACTOR")) == ["Kenya", "Uganda"]
