"""The demo business is what the commands and the transcripts rely on, on whatever day it is made."""

from datetime import datetime, time, timedelta
from pathlib import Path

import pytest

from store import open_store
from store.demo import next_weekday
from tests.store.raw import everything, sql
from tests.store.shop import FrozenClock, Shop

DAYS = [datetime(2026, 3, 10, 9), datetime(2026, 12, 24, 18, 30), datetime(2028, 2, 29, 7), datetime(2026, 8, 13), datetime(2026, 1, 4, 12)]


def filled(folder: Path, now: datetime) -> Shop:
    store = open_store(folder / "fluxion.db", clock=FrozenClock(now), create=True)
    assert store.fill_demo(now)
    return Shop(store, folder / "fluxion.db", "own", FrozenClock(now))


@pytest.mark.parametrize("now", DAYS)
def test_sara_does_a_piega_and_is_free_on_thursday_at_four(tmp_path: Path, now: datetime) -> None:
    shop = filled(tmp_path, now)
    thursday = next_weekday(now.date(), 3)
    sara = shop.operator("Sara")
    assert sara.does(shop.service("Piega").id)
    busy = shop.store.reads.calendar(thursday, thursday, now).busy
    assert [row for row in busy if row.operatore_id == sara.id and row.start < 990 and row.end > 960] == []
    assert [span for span in shop.store.reads.lexicon().hours[3] if span[0] <= time(16) < span[1]] != []
    shop.close()


@pytest.mark.parametrize("now", DAYS)
def test_no_demo_visit_overlaps_another_of_its_operator(tmp_path: Path, now: datetime) -> None:
    shop = filled(tmp_path, now)
    busy = shop.store.reads.calendar(now.date() - timedelta(days=90), now.date() + timedelta(days=30), now).busy
    clashes = [
        (one, other) for one in busy for other in busy
        if one.row_id != other.row_id and (one.operatore_id, one.day) == (other.operatore_id, other.day)
        and one.start < other.end and other.start < one.end
    ]  # fmt: skip
    assert clashes == []
    assert len(busy) > 20
    shop.close()


def test_every_demo_visit_is_done_by_somebody_who_does_it(own_shop: Shop) -> None:
    rows = sql(own_shop.path, "SELECT operatore_id, servizio_id FROM appuntamenti")
    operators = {operator.id: operator for operator in own_shop.store.reads.operators()}
    assert [row for row in rows if not operators[row[0]].does(row[1])] == []


def test_the_demo_has_homonyms_one_vip_and_a_family_of_services(own_shop: Shop) -> None:
    people = own_shop.store.archive.search_clients(None, None, None, 100)[1]
    assert len(people) >= 20
    assert [client.nome for client in people if client.is_vip] == ["Francesca"]
    assert len({client.telefono for client in people}) == len(people)
    names = [service.nome for service in own_shop.store.reads.services()]
    assert (len(names) >= 10, len([name for name in names if name.startswith("Taglio")])) == (True, 3)
    assert [service.nome for service in own_shop.store.reads.services() if not service.sinonimi] == []


def test_the_same_day_gives_the_same_rows(tmp_path: Path) -> None:
    shops = [filled(tmp_path / name, DAYS[0]) for name in ("a", "b")]
    assert everything(shops[0].path) == everything(shops[1].path)
    for shop in shops:
        shop.close()


def test_a_business_that_is_there_is_never_filled_over(own_shop: Shop) -> None:
    before = everything(own_shop.path)
    assert not own_shop.store.fill_demo(DAYS[1])
    assert everything(own_shop.path) == before


def test_the_texts_are_written_once_and_never_over_the_owners(own_shop: Shop, tmp_path: Path) -> None:
    faq, prompt = tmp_path / "x" / "faq_auto.md", tmp_path / "x" / "prompt_agent.md"
    assert own_shop.store.write_texts(faq, prompt) == (faq, prompt)
    assert faq.read_text(encoding="utf-8").count("\n### ") >= 20
    faq.write_text("mio", encoding="utf-8")
    assert own_shop.store.write_texts(faq, prompt) == ()
    assert faq.read_text(encoding="utf-8") == "mio"


def test_a_known_code_and_a_known_session_are_known(own_shop: Shop) -> None:
    own_shop.talk("s1", "ciao")
    assert (own_shop.store.knows("BELLA4"), own_shop.store.knows("s1"), own_shop.store.knows("ZZZZZZ")) == (True, True, False)
