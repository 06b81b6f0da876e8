"""Links and products: the part of the port Ledger that a shop needs."""

from datetime import timedelta

import pytest

from pipeline.model.errors import NotFound
from pipeline.model.writes import ChangeCart, StoreToken
from tests.store.shop import NOW, Shop


def test_a_link_is_found_until_it_expires(shop: Shop) -> None:
    anna = shop.client("Anna", "De Luca").id
    shop.commit(StoreToken("d1", anna, "default", "orders", NOW + timedelta(hours=1), "n"))
    live = shop.store.reads.live_token(anna, "default", "orders", NOW)
    assert live is not None
    assert (live["digest"], live["expires_at"]) == ("d1", NOW + timedelta(hours=1))
    assert shop.store.reads.live_token(anna, "default", "orders", NOW + timedelta(hours=1)) is None
    assert shop.store.reads.live_token(anna, "default", "cart", NOW) is None
    assert shop.store.reads.token("d1") == live
    assert shop.store.reads.token("d2") is None


def test_a_product_is_put_aside_changed_and_dropped(own_shop: Shop) -> None:
    anna, product = own_shop.client("Anna", "De Luca").id, own_shop.store.reads.products()[0]["id"]
    own_shop.commit(ChangeCart(anna, product, 2))
    own_shop.commit(ChangeCart(anna, product, 3))
    assert [(row["prodotto_id"], row["quantita"]) for row in own_shop.store.reads.cart(anna)] == [(product, 3)]
    own_shop.commit(ChangeCart(anna, product, 0))
    assert own_shop.store.reads.cart(anna) == ()


def test_a_business_without_products_puts_nothing_aside(desktop_shop: Shop) -> None:
    with pytest.raises(NotFound):
        desktop_shop.commit(ChangeCart(desktop_shop.client("Anna", "De Luca").id, 1, 1))
