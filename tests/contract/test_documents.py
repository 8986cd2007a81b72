"""Pages that are made from code are up to date."""

from scripts.settings import PAGE, render


def test_the_page_of_settings_is_up_to_date():
    assert PAGE.read_text(encoding="utf-8") == render()
