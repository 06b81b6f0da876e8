"""Links for one person and one page: made, given again, judged."""

from dataclasses import replace

import pytest

from pipeline.desk.knowledge import faq_answer, format_response, links_resolve
from pipeline.model.errors import InvalidField, Refused
from pipeline.model.writes import SaveSession
from tests.pipeline.knowledge.invented import CLIENT, Stage


def link(stage: Stage, token: str = "LINK_ORDERS_WITH_TOKEN", **more: str) -> str:
    made = format_response(
        stage.world,
        response=f"[{token}]",
        language="it",
        customer_id=more.get("customer_id", "7"),
        workspace_id="default",
        original_question="link",
        link_kind=more.get("link_kind"),
    )
    return made["display"]


def secret(url: str) -> str:
    return url.partition("token=")[2]


def refused(stage: Stage, token: str, kind: str = "orders") -> bool:
    with pytest.raises(Refused):
        links_resolve(stage.world, token=token, kind=kind)
    return True


def test_a_link_opens_the_page_it_was_made_for() -> None:
    stage = Stage()
    opened = links_resolve(stage.world, token=secret(link(stage)), kind="orders")
    assert opened == {"cliente_id": 7, "workspace_id": "default", "kind": "orders", "expires_at": "2026-03-12T11:30:00"}


def test_the_same_link_comes_back_while_it_is_valid_and_a_new_one_after() -> None:
    stage = Stage()
    first = link(stage)
    stage.clock.move(59)
    assert link(stage) == first
    stage.clock.move(1)
    assert link(stage) != first
    assert refused(stage, secret(first))


@pytest.mark.parametrize("kind", ["profile", "cart", "tracking", "checkout"])
def test_a_link_opens_no_other_page(kind: str) -> None:
    stage = Stage()
    assert refused(stage, secret(link(stage)), kind)


def test_the_general_token_is_the_profile_unless_a_page_is_named() -> None:
    stage = Stage()
    assert "/profile?token=" in link(stage, "LINK_WITH_TOKEN")
    assert link(stage, "LINK_WITH_TOKEN", link_kind="cart") == link(stage, "LINK_CART_WITH_TOKEN")


def test_each_person_and_each_page_has_a_link_of_its_own() -> None:
    stage = Stage()
    stage.reads.clients["8"] = replace(CLIENT, id=8)
    assert len({link(stage), link(stage, "LINK_CART_WITH_TOKEN"), link(stage, customer_id="8")}) == 3


def test_a_changed_revoked_or_unknown_token_opens_nothing() -> None:
    stage = Stage()
    token = secret(link(stage))
    assert refused(stage, token[:-1] + ("0" if token[-1] != "0" else "1"))
    assert refused(stage, "")
    stage.reads.tokens[0]["revoked_at"] = "2026-03-12T10:31:00"
    assert refused(stage, token)
    stage.reads.tokens.clear()
    assert refused(stage, token)


def test_a_link_ends_with_the_person() -> None:
    stage = Stage()
    token = secret(link(stage))
    stage.reads.clients.clear()
    assert refused(stage, token)


def test_a_new_secret_of_the_installation_makes_new_links() -> None:
    stage = Stage()
    first = link(stage)
    stage.signer.secret = "another"
    assert link(stage) != first


def test_a_link_whose_record_cannot_be_written_is_not_given() -> None:
    stage = Stage()
    stage.ledger.down = True
    made = format_response(
        stage.world, response="[LINK_CART_WITH_TOKEN]", language="it", customer_id=7, workspace_id="default", original_question="x"
    )
    assert (made["display"], made["degraded"]) == ("Link non disponibile al momento 🙏", ["database"])


@pytest.mark.parametrize("kind", ["", "admin", "ORDERS"])
def test_a_page_that_does_not_exist_is_an_error_of_the_field(kind: str) -> None:
    with pytest.raises(InvalidField):
        links_resolve(Stage().world, token="x", kind=kind)


def test_a_session_keeps_no_link() -> None:
    house = Stage()
    told = faq_answer(house.world, query="mi mandi il link dei miei ordini", cliente_id=7, session_id="s1")["text"]
    kept = [write.session.history[-1].assistant for write in house.ledger.committed if isinstance(write, SaveSession)]
    assert "token=id" in kept[0].replace("token=…", "token=id")
    assert secret(told).split()[0] not in kept[0]


def test_the_stored_record_does_not_hold_the_link() -> None:
    stage = Stage()
    token = secret(link(stage))
    assert token not in repr(stage.ledger.committed)
