"""Public holidays: computed, renewed once a year, and never brought back against the owner's will."""

import sys
from datetime import date

import pytest

from store.festivi import HolidayRow, between, easter, national, patron
from tests.store.raw import sql
from tests.store.shop import Shop

EASTERS = {2024: (3, 31), 2025: (4, 20), 2026: (4, 5), 2027: (3, 28), 2030: (4, 21), 2038: (4, 25), 2285: (3, 22)}


@pytest.mark.parametrize("year", EASTERS)
def test_easter_falls_on_its_sunday(year: int) -> None:
    assert easter(year) == date(year, *EASTERS[year])


def test_easter_agrees_with_the_public_list_for_a_century() -> None:
    assert [year for year in range(2000, 2100) if easter(year) not in dict(national(year))] == []


def test_holidays_have_italian_names() -> None:
    assert dict(national(2026))[date(2026, 8, 15)].startswith("Assunzione")


def test_a_town_has_its_patron_and_an_unknown_one_none() -> None:
    found = patron("Milano", 2026)
    assert found is not None
    assert found[0] == date(2026, 12, 7)
    assert patron("Borgo Inventato", 2026) is None


def test_a_leap_day_recurs_only_in_leap_years() -> None:
    rows = [HolidayRow(date(2024, 2, 29), "Anniversario", True)]
    assert between(rows, date(2025, 1, 1), date(2028, 12, 31), False) == ((date(2028, 2, 29), "Anniversario"),)


def test_the_demo_has_the_holidays_of_this_and_the_next_year(own_shop: Shop) -> None:
    for year in (2026, 2027):
        days = dict(own_shop.store.reads.holidays(year))
        assert {date(year, 12, 25), date(year, 8, 15), easter(year), date(year, 12, 7)} <= set(days)
    assert own_shop.store.reads.holidays(2028) == ()


def test_a_new_year_is_added_once_and_a_deleted_day_stays_deleted(own_shop: Shop) -> None:
    sql(own_shop.path, "DELETE FROM giorni_festivi WHERE data = '2027-08-15'")
    assert own_shop.store.renew_holidays(2027) > 0
    assert date(2028, 12, 25) in dict(own_shop.store.reads.holidays(2028))
    assert date(2027, 8, 15) not in dict(own_shop.store.reads.holidays(2027))
    assert own_shop.store.renew_holidays(2027) == 0


def test_a_year_that_is_there_costs_no_import(own_shop: Shop, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "holidays", None)
    assert own_shop.store.renew_holidays(2026) == 0


def test_the_patron_of_the_town_is_among_the_words(own_shop: Shop) -> None:
    assert own_shop.store.reads.lexicon().patrono == (12, 7)
