"""The secret of the links and what is signed with it."""

import os
import stat
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sidecar.engines.signer import make_signer

PAYLOAD = {"c": "7", "w": "default", "k": "orders", "e": "2026-03-12T11:30:00", "n": "n1"}


def test_a_token_opens_after_a_restart_and_is_the_same_for_the_same_payload(tmp_path: Path) -> None:
    token = make_signer(tmp_path).sign(PAYLOAD)
    again = make_signer(tmp_path)
    assert again.unsign(token) == PAYLOAD
    assert again.sign(dict(reversed(PAYLOAD.items()))) == token


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such permissions")
def test_only_the_owner_may_read_the_secret(tmp_path: Path) -> None:
    make_signer(tmp_path).sign(PAYLOAD)
    assert stat.S_IMODE((tmp_path / "secrets" / "link_secret").stat().st_mode) == 0o600
    assert [path.name for path in (tmp_path / "secrets").iterdir()] == ["link_secret"]


def test_nothing_is_written_before_the_first_signature(tmp_path: Path) -> None:
    make_signer(tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_another_installation_opens_nothing(tmp_path: Path) -> None:
    token = make_signer(tmp_path / "a").sign(PAYLOAD)
    assert make_signer(tmp_path / "b").unsign(token) is None


def test_a_half_written_secret_is_replaced(tmp_path: Path) -> None:
    (tmp_path / "secrets").mkdir()
    (tmp_path / "secrets" / "link_secret").write_bytes(b"short")
    signer = make_signer(tmp_path)
    assert make_signer(tmp_path).unsign(signer.sign(PAYLOAD)) == PAYLOAD


def test_a_digest_cannot_be_tried_out_without_the_secret(tmp_path: Path) -> None:
    here, there = make_signer(tmp_path / "a"), make_signer(tmp_path / "b")
    assert here.digest("orders") == here.digest("orders")
    assert here.digest("orders") != there.digest("orders")
    assert len(here.digest("orders")) == 64


def test_a_folder_that_cannot_be_written_still_signs_for_this_process(tmp_path: Path) -> None:
    (tmp_path / "secrets").write_text("a file where the folder should be")
    signer = make_signer(tmp_path)
    assert signer.unsign(signer.sign(PAYLOAD)) == PAYLOAD


@given(text=st.text(max_size=200))
def test_no_other_text_opens_anything(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    assert make_signer(tmp_path_factory.getbasetemp()).unsign(text) is None


@given(position=st.integers(min_value=0, max_value=60))
def test_one_changed_character_opens_nothing(tmp_path_factory: pytest.TempPathFactory, position: int) -> None:
    signer = make_signer(tmp_path_factory.getbasetemp())
    token = signer.sign(PAYLOAD)
    changed = token[:position] + ("A" if token[position] != "A" else "B") + token[position + 1 :]
    assert signer.unsign(changed) is None
