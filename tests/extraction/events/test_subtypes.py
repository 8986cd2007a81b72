"""ACLED sub-event types, by who fights whom and with what, in the manner of short notes on events."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("text", "acled"),
    [
        ("Taliban fighters attacked a police checkpoint in Baghlan, killing four policemen.", "armed clash"),
        ("Two militants were killed in a gunfight with Indian troops in Pulwama.", "armed clash"),
        ("Clashes broke out between the army and rebels near Dikwa. 12 rebels were killed.", "armed clash"),
        ("Turkish jets bombed rebel camps in the mountains.", "air/drone strike"),
        ("A drone strike killed three men in Shabwah.", "air/drone strike"),
        ("Rockets were fired from Gaza toward the city of Sderot.", "shelling/artillery/missile attack"),
        ("A farmer was killed when he stepped on a landmine in Donetsk.", "remote explosive/landmine/IED"),
        ("A suicide bomber detonated his vest outside a mosque in Kabul.", "suicide bomb"),
        ("Unidentified men threw a hand grenade at a bar in Bujumbura.", "grenade"),
        ("Troops attacked the town with chlorine gas.", "chemical weapon"),
        ("Gunmen shot dead a journalist outside his house in Tijuana.", "attack"),
        ("Armed men raped two women in a field near Walikale.", "sexual violence"),
        ("Bandits kidnapped 30 students from a school in Kaduna.", "abduction/forced disappearance"),
        ("Teachers staged a sit-in outside the ministry in Tunis.", "peaceful protest"),
        ("Farmers gathered in front of the parliament in Warsaw to protest the new law.", "peaceful protest"),
        ("Rioters threw stones at police in Paris.", "violent demonstration"),
        ("Protesters clashed with police in Port-au-Prince.", "violent demonstration"),
        ("An angry mob lynched a man accused of theft in Dhaka.", "mob violence"),
        ("Villagers beat to death a suspected thief in Oaxaca.", "mob violence"),
        ("Armed men looted shops and burned houses in the village.", "looting/property destruction"),
        ("Police arrested six members of the opposition party in Harare.", "arrests"),
        ("A ceasefire was agreed between the tribes in Darfur.", "agreement"),
        ("The government and the rebels signed a peace agreement in Juba.", "agreement"),
        ("Security forces defused a bomb near a bridge in Cotabato.", "disrupted weapons use"),
        ("Air defenses intercepted a ballistic missile fired toward Riyadh.", "disrupted weapons use"),
        ("Turkish forces established a new military base in Idlib.", "headquarters or base established"),
        ("Government forces recaptured the town of Leego.", "government regains territory"),
        ("Houthi forces captured the district of Nihm.", "non-state actor overtakes territory"),
        ("Artillery fire hit houses in Stepanakert.", "shelling/artillery/missile attack"),
        ("Relatives of the missing rallied outside the court in Culiacan.", "peaceful protest"),
        ("Rebels captured the town of Bunia.", "non-state actor overtakes territory"),
        ("The rebels handed over the town of Jasim to government forces.", "non-violent transfer of territory"),
        ("The army deployed 500 additional troops to the border with Chad.", "change to group/activity"),
    ],
)
def test_sub_event_type(events_of, text, acled):
    assert events_of(text).events[0].acled == acled


@pytest.mark.parametrize(
    ("text", "acled"),
    [
        ("Police fired tear gas to disperse students protesting in Nairobi.", "protest with intervention"),
        ("Police detained 20 people during an opposition rally in Moscow.", "protest with intervention"),
        ("Soldiers opened fire on demonstrators in Khartoum, killing five.", "excessive force against protesters"),
    ],
)
def test_state_that_meets_a_protest(events_of, text, acled):
    assert {event.acled for event in events_of(text).events} == {acled}


def test_company_opens_no_base(events_of):
    assert events_of("The company set up its headquarters in Dublin.").types() == []
