"""The page at `/` in a real browser: from the map to the words, by mouse and by keyboard, on articles of all kinds."""

from __future__ import annotations

import re
from contextlib import suppress

import pytest

pytest.importorskip("playwright", reason="the journeys in a browser need Playwright")
from playwright.sync_api import Error, Locator, Page, Route, expect

from tests.journeys.browsing import Visitor, ask, first_id, needs_chromium, total, visit
from tests.journeys.conftest import HOSTILE, SEEDS

pytestmark = needs_chromium

EVENTS = "query($where: EventWhere) { events(where: $where, first: 100) { totalCount nodes { id summary } } }"


def plot(page: Page) -> Locator:
    return page.locator(".timeline-plot")


def drag(page: Page, area: Locator, start: tuple[float, float], end: tuple[float, float]) -> None:
    """Between two points of an area, as parts of its width and height."""
    box = area.bounding_box()
    assert box is not None
    (left, top), (right, bottom) = (
        (box["x"] + box["width"] * across, box["y"] + box["height"] * down) for across, down in (start, end)
    )
    page.mouse.move(left, top)
    page.mouse.down()
    page.mouse.move((left + right) / 2, (top + bottom) / 2)
    page.mouse.move(right, bottom)
    page.mouse.up()


def test_the_front_page_shows_map_timeline_and_list_of_the_same_events(visitor: Visitor) -> None:
    page = visit(visitor, "/")
    everything = ask(visitor, EVENTS)["events"]["totalCount"]
    expect(page).to_have_title("Dateline: what happened, where and when")
    assert total(page) == everything
    expect(page.locator(".map-frame")).to_have_attribute("data-drawn", "yes")
    on_map = sum(int(label.split(": ")[1].split(" ")[0]) for label in labels(page.locator(".cluster")))
    unplaced = int(page.locator(".stories-head small").inner_text().split(" ")[0])
    assert on_map + unplaced == everything
    assert page.locator(".bar").count() > 1
    expect(page.locator(".card")).to_have_count(20)
    page.get_by_role("button", name="Show more").click()
    expect(page.locator(".card")).to_have_count(40)


def labels(buttons: Locator) -> list[str]:
    return [button.get_attribute("aria-label") or "" for button in buttons.all()]


def test_the_policy_allows_nothing_inline_and_no_other_host(visitor: Visitor) -> None:
    page = visitor.context.new_page()
    response = page.goto(visitor.server + "/")
    assert response is not None
    policy = response.headers["content-security-policy"]
    assert "script-src 'self';" in policy
    assert "unsafe" not in policy


def test_pointing_at_one_view_lights_up_the_others(visitor: Visitor) -> None:
    page = visit(visitor, "/")
    card = page.locator(".card", has=page.locator(".dateline b", has_text="Sake")).first
    card.hover()
    expect(page.locator(".cluster.lit")).to_have_count(1)
    expect(page.locator(".band.lit").first).to_be_attached()
    page.locator(".cluster", has_text="Sake").hover()
    expect(page.locator(".card.lit").first).to_be_attached()
    page.mouse.move(700, 5)
    expect(page.locator(".card.lit")).to_have_count(0)


def test_a_brush_on_the_timeline_filters_map_and_list_and_is_in_the_address(visitor: Visitor) -> None:
    page = visit(visitor, "/")
    before = total(page)
    drag(page, plot(page), (0.7, 0.5), (0.99, 0.5))
    expect(page).to_have_url(re.compile(r"when\.gte=\d{4}-\d\d-01&when\.lte=\d{4}-\d\d-\d\d"))
    expect(page.locator("ul.chosen .chip")).to_have_count(1)
    filtered = total(page)
    assert 0 < filtered < before
    page.reload(wait_until="networkidle")
    assert total(page) == filtered
    page.go_back()
    expect(page.get_by_role("list", name="Filtered by")).to_have_count(0)
    assert total(page) == before


def test_the_timeline_zooms_to_its_brush_and_out_again(visitor: Visitor) -> None:
    page = visit(visitor, "/?when.gte=2025-09-01&when.lte=2025-10-31")
    page.get_by_role("button", name="Zoom to it").click()
    expect(page).to_have_url(re.compile("span=2025-09-01,2025-10-31"))
    expect(page.locator(".timeline-axis")).to_contain_text("Sept")
    page.get_by_role("button", name="Whole timeline").click()
    expect(page).not_to_have_url(re.compile("span="))


def test_a_box_drawn_on_the_map_filters_and_can_be_taken_away(visitor: Visitor) -> None:
    page = visit(visitor, "/")
    before = total(page)
    page.get_by_role("button", name="Draw a box to filter by").click()
    drag(page, page.locator(".map-frame"), (0.5, 0.1), (0.85, 0.9))
    expect(page).to_have_url(re.compile(r"within=-?[\d.]+,-?[\d.]+,-?[\d.]+,-?[\d.]+"))
    assert 0 < total(page) < before
    page.get_by_role("button", name="Remove: inside the box").click()
    assert total(page) == before


def test_a_place_on_the_map_filters_by_a_click(visitor: Visitor) -> None:
    page = visit(visitor, "/?countryCode=GT&view=-91.5,14.8,11")
    label = page.locator(".cluster").first.get_attribute("aria-label") or ""
    page.locator(".cluster").first.click()
    expect(page).to_have_url(re.compile("location=loc_"))
    expect(page.get_by_role("list", name="Filtered by")).to_contain_text(label.split(",")[0])


def test_filters_of_every_kind_narrow_and_tell_their_numbers(visitor: Visitor) -> None:
    page = visit(visitor, "/")
    for menu, choice in (
        ("Type", "Assault"),
        ("Status", "Reported"),
        ("Country", "DR Congo"),
        ("Publisher", "Meridian Wire"),
    ):
        page.locator(".filter-row").get_by_role("button", name=menu).click()
        page.get_by_role("checkbox", name=choice).check()
        page.keyboard.press("Escape")
    page.locator(".filter-row").get_by_role("button", name="Killed").click()
    page.get_by_label("Killed, at least").fill("17")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("killed.gte=17"))
    where = {
        "type": {"eq": "ASSAULT"},
        "status": {"eq": "REPORTED"},
        "countryCode": {"eq": "CD"},
        "publisher": {"eq": "Meridian Wire"},
        "killed": {"gte": 17},
    }
    assert total(page) == ask(visitor, EVENTS, where=where)["events"]["totalCount"] > 0
    page.locator(".filter-row").get_by_role("button", name="Date").click()
    page.get_by_role("textbox", name="From").fill("1990-01-01")
    page.get_by_role("textbox", name="To", exact=True).fill("1990-12-31")
    expect(page.get_by_role("heading", name="No event fits all of this")).to_be_visible()
    page.get_by_role("button", name="Clear the filter").click()
    expect(page).to_have_url(f"{visitor.server}/")


def test_what_is_typed_stays_while_an_answer_comes(visitor: Visitor) -> None:
    page = visit(visitor, "/")
    held: list[Route] = []
    page.route("**/graphql", lambda route: held.append(route))  # Playwright wants a function of its own to mark.
    page.locator(".filter-row").get_by_role("button", name="Type").click()
    with page.expect_request("**/graphql"):
        page.get_by_role("checkbox", name="Assault").check()
    page.keyboard.press("Escape")
    page.locator(".filter-row").get_by_role("button", name="Killed").click()
    page.get_by_label("Killed, at least").press_sequentially("17")
    before = page.get_by_role("heading", level=1).inner_text()
    page.unroute("**/graphql")
    for route in held:
        with suppress(Error):  # What was asked before the last change is given up.
            route.continue_()
    expect(page.get_by_role("heading", level=1)).not_to_have_text(before)
    expect(page.get_by_label("Killed, at least")).to_have_value("17")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("killed.gte=17"))


def test_an_actor_is_found_by_name_and_filtered_by(visitor: Visitor) -> None:
    page = visit(visitor, "/")
    page.locator(".filter-row").get_by_role("button", name="Actor").click()
    page.get_by_label("Who has a part in it").fill("Kivu Defense")
    page.locator(".finder").get_by_role("button", name="Kivu Defense Movement").click()
    expect(page.get_by_role("list", name="Filtered by")).to_contain_text("Kivu Defense Movement")
    expect(page).to_have_url(re.compile("actor=act_"))


def test_downloads_and_the_explorer_take_the_same_filter(visitor: Visitor) -> None:
    page = visit(visitor, "/?type=ASSAULT&countryCode=CD&publisher=Meridian+Wire")
    shown = total(page)
    page.get_by_role("button", name="Download").click()
    with page.expect_download() as download:
        page.get_by_role("link", name="CSV, for scripts and statistics").click()
    assert len(download.value.path().read_text(encoding="utf-8").splitlines()) == shown + 1
    with visitor.context.expect_page() as opened:
        page.get_by_role("link", name="As GraphQL").click()
    explorer = opened.value
    expect(explorer.locator(".graphiql-query-editor .view-lines").first).to_contain_text("query Events")
    explorer.locator(".graphiql-query-editor .monaco-editor").first.click()
    # The explorer asks for the schema too, at its own time.
    with explorer.expect_response(lambda answer: "query Events" in (answer.request.post_data or "")) as answered:
        explorer.keyboard.press("Control+Enter")
    assert answered.value.json()["data"]["events"]["totalCount"] == shown


def test_an_event_shows_what_each_outlet_says_and_where_they_differ(visitor: Visitor) -> None:
    page = visit(visitor, f"/event/{first_id(visitor, 'events', 'crowded market Sake')}")
    expect(page.get_by_role("heading", name="3 reports, side by side")).to_be_visible()
    expect(page.locator(".differ")).to_contain_text("killed, injured")
    expect(page.locator("tr.differs").first.locator(".value")).to_have_text(["17", "14", "9+"])
    page.locator("td .go").nth(1).click()
    expect(page.locator(".reader h1")).to_have_text("Fourteen dead as shells fall on Congo market, hospital says")
    expect(page.locator(".text p .lit").first).to_be_in_viewport()
    words = "".join(page.locator(".text p .lit").all_inner_texts())
    assert words.startswith("Fourteen people have died")


def test_the_reader_lights_up_exactly_the_words_of_the_evidence(visitor: Visitor) -> None:
    article = first_id(visitor, "articles", "angle bracket")
    page = visit(visitor, f"/article/{article}")
    query = """query($id: ID!) { article(id: $id) { text
        events { nodes { id reports(where: {article: {eq: $id}}) { nodes { evidence { text } } } } }
        quotes { nodes { id evidence { text } } }
        actors { nodes { id mentions(where: {article: {eq: $id}}) { nodes { text } } } }
        locations { nodes { id mentions(where: {article: {eq: $id}}) { nodes { text } } } } } }"""
    found = ask(visitor, query, id=article)["article"]
    told = {
        event["id"]: [report["evidence"] for report in event["reports"]["nodes"]] for event in found["events"]["nodes"]
    }
    told |= {quote["id"]: quote["evidence"] for quote in found["quotes"]["nodes"]}
    for noun in ("actors", "locations"):
        told |= {thing["id"]: thing["mentions"]["nodes"] for thing in found[noun]["nodes"]}
    assert len(told) > 5
    for identifier, evidence in told.items():
        lit = "".join(page.locator(f'[data-things~="{identifier}"]').all_text_contents())
        assert sorted(lit.replace("\n", "")) == sorted("".join(one["text"] for one in evidence).replace("\n", ""))
    shown = "".join(page.locator(".text p").all_text_contents())
    assert shown == found["text"].replace("\n", "")


def test_layers_can_be_switched_and_a_link_leads_to_the_words(visitor: Visitor) -> None:
    page = visit(visitor, f"/article/{first_id(visitor, 'articles', 'death toll market shelling')}")
    layers = page.get_by_role("group", name="What is highlighted")
    assert page.locator(".text .on-quote").count() > 0
    layers.get_by_role("button", name="Quotes").click()
    expect(page.locator(".text .on-quote")).to_have_count(0)
    expect(page).to_have_url(re.compile(r"hide=quote"))
    page.locator(".text .on-actor", has_text="Lushiku").first.click()
    side = page.get_by_role("complementary", name="Actor")
    expect(side).to_contain_text("Honoré Lushiku")
    page.get_by_role("button", name="Copy the link to these words").click()
    link = page.evaluate("navigator.clipboard.readText()")
    other = visit(visitor, link.removeprefix(visitor.server))
    expect(other.locator(".text p .lit").first).to_be_in_viewport()
    expect(other.get_by_role("complementary", name="Actor")).to_contain_text("Honoré Lushiku")
    other.keyboard.press("Escape")
    expect(other.get_by_role("complementary", name="In this article")).to_be_visible()


def test_an_actor_page_has_offices_quotes_events_and_company(visitor: Visitor) -> None:
    page = visit(visitor, f"/actor/{first_id(visitor, 'actors', 'Rodrigo Saquimux')}")
    expect(page.get_by_role("heading", name="Rodrigo Saquimux", level=1)).to_be_visible()
    expect(page.locator(".offices li").first).to_contain_text(re.compile("interior minister", re.IGNORECASE))
    expect(page.locator(".quote")).to_have_count(3)
    assert page.locator(".card").count() > 0
    page.locator(".quote .source").first.click()
    expect(page.locator(".text p .lit").first).to_be_in_viewport()
    page = visit(visitor, f"/actor/{first_id(visitor, 'actors', 'Kivu Defense Movement')}")
    friend = page.locator(".network a", has_text="Congolese forces")
    friend.click()
    expect(page.get_by_role("heading", name="Congolese forces", level=1)).to_be_visible()


def test_a_place_page_has_its_map_events_and_mentions(visitor: Visitor) -> None:
    page = visit(visitor, f"/location/{first_id(visitor, 'locations', 'Sake')}")
    expect(page.locator(".lies-in")).to_contain_text("Democratic Republic of the Congo")
    expect(page.locator(".small-map canvas")).to_be_visible()
    assert page.locator(".card").count() > 3
    assert page.locator(".mentions mark").first.inner_text() == "Sake"
    page.get_by_role("link", name="On the map").click()
    expect(page.get_by_role("list", name="Filtered by")).to_contain_text("at Sake")


def test_search_finds_all_kinds_of_things_or_says_what_to_try(visitor: Visitor) -> None:
    page = visit(visitor, "/")
    page.get_by_role("combobox", name="Search everything").fill("Sake")
    page.keyboard.press("Enter")
    for kind in ("Events", "Quotes", "Places", "Articles"):
        expect(page.get_by_role("region", name=kind, exact=True)).to_be_visible()
    page.get_by_role("combobox", name="Search everything").fill("Xyzzyqua")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Nothing fits")).to_be_visible()


def test_a_pasted_text_is_read_at_once_and_nothing_is_stored(visitor: Visitor) -> None:
    before = ask(visitor, "{ articles { totalCount } }")
    page = visit(visitor, "/try")
    page.get_by_label("Text").fill("🙂🙂 Police arrested 40 people in Lima on Tuesday, the governor, Ana Ruiz, said.")
    page.get_by_label("Published on").fill("2024-11-05")
    page.get_by_role("button", name="Read it").click()
    expect(page.locator(".margin")).to_have_text("Coercion", timeout=60_000)
    expect(page.locator(".on-place")).to_have_text(["Lima"])
    page.locator(".on-place").click()
    expect(page.get_by_role("complementary", name="Place")).to_contain_text("Lima, Peru")
    page.get_by_role("link", name="Coercion").first.click()
    expect(page.get_by_role("complementary", name="Event")).to_contain_text("5 Nov 2024")
    assert ask(visitor, "{ articles { totalCount } }") == before


def test_what_an_article_brings_along_is_shown_as_text_and_never_run(visitor: Visitor) -> None:
    page = visit(visitor, f"/article/{first_id(visitor, 'articles', 'angle bracket')}")
    expect(page.locator(".reader h1")).to_have_text(HOSTILE["title"])
    expect(page.locator(".article-head")).to_contain_text(HOSTILE["url"])
    expect(page.locator(".article-head")).to_contain_text(HOSTILE["publisher"])
    expect(page.locator(".text")).to_contain_text("We will not <script>window.hurt = 5</script> give in 🙂🙂")
    assert page.locator(".sheet script, .sheet img, .sheet i:not(.icon), .sheet [onerror]").count() == 0
    places = ["/", "/search?q=Lima", f"/event/{first_id(visitor, 'events', 'arrested Lima')}"]
    for path in places:
        page = visit(visitor, path)
        assert page.locator("a[href^='javascript']").count() == 0
        assert page.evaluate("window.hurt") is None


@pytest.mark.skipif(not SEEDS.exists(), reason="the seed article is not here")
def test_the_seed_article_from_search_to_its_words(visitor: Visitor) -> None:
    page = visit(visitor, "/search?q=Andrii+Kovalenko")
    page.get_by_role("region", name="Events", exact=True).locator(".card :is(h2, h3) a").first.click()
    expect(page.locator(".event-head h1")).to_be_visible()
    page.locator("td .go").first.click()
    expect(page.locator(".article-head .kicker")).to_have_text("The Washington Times")
    expect(page.locator(".text p .lit").first).to_be_in_viewport()
    page.get_by_role("complementary").get_by_role("link", name="Close").click()
    page.locator(".contents .is-place a", has_text="Kursk").first.click()
    expect(page.locator(".text p .lit").first).to_have_text(re.compile("Kursk"))
