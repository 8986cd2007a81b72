"""Feeds, sitemaps and folders are followed: what is new or changed is stored, nothing is asked for without need."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from sqlalchemy import select, update

from dateline.store.bookkeeping.visits import find_visits
from dateline.store.integrity import check_invariants
from schema.tables import ARTICLE, VISIT


def texts(database):
    with database.reading() as connection:
        rows = connection.execute(select(ARTICLE.c.text).order_by(ARTICLE.c.text)).scalars()
        return [text.splitlines()[0] for text in rows]


def one(database, *columns):
    with database.reading() as connection:
        return connection.execute(select(*columns)).one()


async def test_a_feed_brings_its_pages_with_what_it_says_of_them(database, site, watch):
    site.article("/one", "Six people died in a fire in Porto on Monday.")
    site.feed("/feed", ("/one", "Six die in Porto"))
    done = await watch(feeds=[f"{site.base}/feed"])
    assert (done.counts.new, done.visited, done.failures) == (1, 2, [])
    found = one(database, ARTICLE.c.title, ARTICLE.c.publisher, ARTICLE.c.url, ARTICLE.c.published_at, ARTICLE.c.origin)
    assert found == (
        "Six die in Porto",
        "The Tide",
        f"{site.base}/one",
        datetime(2024, 11, 5, 10, tzinfo=UTC),
        f"{site.base}/one",
    )
    assert site.paths() == ["/robots.txt", "/feed", "/one"]
    assert all("Dateline" in agent for agent in site.agents)


async def test_what_has_not_changed_is_not_sent_again_and_pages_are_left_alone(database, site, watch):
    site.article("/one", "Six people died in a fire in Porto on Monday.")
    site.feed("/feed", ("/one", "Six die"))
    await watch(feeds=[f"{site.base}/feed"])
    site.asked.clear()
    done = await watch(feeds=[f"{site.base}/feed"])
    assert site.asked == [("/robots.txt", 404), ("/feed", 304)]
    assert done.counts.done == 0


async def test_nothing_is_asked_before_its_time(site, watch):
    site.feed("/feed")
    await watch(feeds=[f"{site.base}/feed"], every=timedelta(minutes=15))
    site.paths()
    await watch(feeds=[f"{site.base}/feed"], every=timedelta(minutes=15))
    assert site.paths() == []


async def test_a_page_that_changed_is_a_new_version_of_its_article(database, site, watch):
    site.article("/one", "Six people died in a fire in Porto on Monday.")
    site.feed("/feed", ("/one", "Six die"))
    await watch(feeds=[f"{site.base}/feed"])
    site.article("/one", "Seven people died in a fire in Porto on Monday.")
    site.feed("/feed", ("/one", "Seven die"))
    done = await watch(feeds=[f"{site.base}/feed"])
    assert (done.counts.new, done.counts.changed) == (0, 1)
    assert texts(database) == ["Seven people died in a fire in Porto on Monday."]
    assert database.run(check_invariants) == []


async def test_a_page_is_asked_again_after_hours_whether_it_changed(database, site, watch):
    site.article("/one", "Six people died in a fire in Porto on Monday.")
    site.feed("/feed", ("/one", "Six die"))
    await watch(feeds=[f"{site.base}/feed"])
    with database.writing() as connection:
        connection.execute(update(VISIT).values(next_at=datetime(2020, 1, 1, tzinfo=UTC), etag=None))
    site.asked.clear()
    done = await watch(feeds=[f"{site.base}/feed"])
    assert [path for path, _ in site.asked] == ["/robots.txt", "/feed", "/one"]
    assert done.counts.unchanged == 1


async def test_robots_txt_is_obeyed(database, site, watch):
    site.pages["/robots.txt"] = "User-agent: *\nDisallow: /private\n"
    site.article("/private/one", "Six people died.")
    site.article("/two", "Two people died in a fire in Porto on Monday.")
    site.feed("/feed", ("/private/one", "One"), ("/two", "Two"))
    done = await watch(feeds=[f"{site.base}/feed"])
    assert site.paths() == ["/robots.txt", "/feed", "/two"]
    (failure,) = done.failures
    assert "robots.txt" in str(failure)
    assert texts(database) == ["Two people died in a fire in Porto on Monday."]


async def test_failures_are_visited_less_and_less_often(database, site, watch):
    site.pages["/feed"] = 500
    url = f"{site.base}/feed"
    pauses = []
    for _ in range(3):
        done = await watch(feeds=[url], every=timedelta(minutes=10))
        assert len(done.failures) == 1
        visit = database.run(lambda connection: find_visits(connection, [url]))[url]
        pauses.append(round((visit.next_at - datetime.now(UTC)) / timedelta(minutes=10)))
        with database.writing() as connection:
            connection.execute(update(VISIT).values(next_at=datetime(2020, 1, 1, tzinfo=UTC)))
    assert pauses == [1, 2, 4]
    assert visit.error == f"{url} answers 500."
    site.feed("/feed")
    await watch(feeds=[url])
    assert database.run(lambda connection: find_visits(connection, [url]))[url].failures == 0


async def test_a_server_that_says_when_to_come_back_is_obeyed(database, site, watch):
    site.pages["/feed"] = (429, {"Retry-After": "7200"})
    url = f"{site.base}/feed"
    await watch(feeds=[url], every=timedelta(minutes=10))
    visit = database.run(lambda connection: find_visits(connection, [url]))[url]
    assert timedelta(minutes=119) < visit.next_at - datetime.now(UTC) <= timedelta(hours=2)


async def test_one_broken_feed_or_page_stops_no_other(database, site, watch):
    site.article("/one", "Six people died in a fire in Porto on Monday.")
    site.pages["/empty"] = "<html><body></body></html>"
    site.pages["/no-feed"] = "These are words."
    site.feed("/feed", ("/gone", "Gone"), ("/empty", "Empty"), ("/one", "One"))
    done = await watch(feeds=[f"{site.base}/no-feed", f"{site.base}/feed"])
    assert done.counts.new == 1
    assert {str(failure.where).removeprefix(site.base) for failure in done.failures} == {"/no-feed", "/gone", "/empty"}


async def test_a_host_is_asked_one_thing_at_a_time(site, watch):
    for number in range(6):
        site.article(f"/{number}", f"Number {number} people died in a fire in Porto on Monday.")
        site.feed(f"/feed{number}", (f"/{number}", f"Number {number}"))
    done = await watch(feeds=[f"{site.base}/feed{number}" for number in range(6)])
    assert done.counts.new == 6
    assert site.most_together == 1


async def test_what_a_feed_brings_itself_is_enough_where_that_is_wanted(database, site, watch):
    words = "Six people died in a fire in Porto on Monday, and many more were hurt, the mayor of the town said."
    site.pages["/feed"] = (
        '<feed xmlns="http://www.w3.org/2005/Atom"><title>The Tide</title><entry><title>Six die</title>'
        f'<link href="{site.base}/one"/><updated>2024-11-05T10:00:00Z</updated>'
        f'<content type="html">&lt;p&gt;{words}&lt;/p&gt;</content></entry></feed>'
    )
    await watch(feeds=[f"{site.base}/feed"], entries_only=True)
    assert site.paths() == ["/robots.txt", "/feed"]
    assert texts(database) == [words]


async def test_a_sitemap_and_those_it_lists_are_followed(database, site, watch):
    space = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
    site.article("/one", "Six people died in a fire in Porto on Monday.")
    site.pages["/index.xml"] = (
        f"<sitemapindex {space}><sitemap><loc>{site.base}/news.xml</loc></sitemap></sitemapindex>"
    )
    site.pages["/news.xml"] = (
        f"<urlset {space}><url><loc>{site.base}/one</loc><lastmod>2024-11-05</lastmod></url></urlset>"
    )
    done = await watch(sitemaps=[f"{site.base}/index.xml"])
    assert (done.counts.new, done.failures) == (1, [])


# ---------------------------------------------------------------- folders


async def test_new_and_changed_files_are_read_and_the_older_version_goes(database, tmp_path, watch):
    (tmp_path / "a.txt").write_text("Six people died in a fire in Porto on Monday.")
    (tmp_path / "b.jsonl").write_text('{"text": "Two people met in Oslo on Monday."}\n')
    assert (await watch(folders=[tmp_path])).counts.new == 2
    assert (await watch(folders=[tmp_path])).counts.done == 0
    (tmp_path / "a.txt").write_text("Seven people died in a fire in Porto on Monday.")
    with (tmp_path / "b.jsonl").open("a") as lines:
        lines.write('{"text": "Three people met in Oslo on Monday."}\n')
    await watch(folders=[tmp_path])
    assert texts(database) == [
        "Seven people died in a fire in Porto on Monday.",
        "Three people met in Oslo on Monday.",
        "Two people met in Oslo on Monday.",
    ]
    assert database.run(check_invariants) == []


async def test_an_article_that_another_file_holds_stays(database, tmp_path, watch):
    for name in "ab":
        (tmp_path / f"{name}.txt").write_text("Six people died in a fire in Porto on Monday.")
    await watch(folders=[tmp_path])
    (tmp_path / "a.txt").write_text("Seven people died in a fire in Porto on Monday.")
    await watch(folders=[tmp_path])
    assert len(texts(database)) == 2
