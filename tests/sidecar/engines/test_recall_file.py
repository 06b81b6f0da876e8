"""The FAQ file as people write it: headings, languages, synonyms, answers of any length, any editor."""

import os
from pathlib import Path

import pytest

from sidecar.engines.faq_file import LARGEST, Entry, parse, read, stamp


def test_an_answer_goes_on_until_the_next_heading() -> None:
    found = parse(
        "# Titolo\nprefazione\n### Avete il parcheggio?\nSì.\n\n- davanti\n- dietro\n#### Nota\nanche la sera\n### E il wifi?\nNo.\n"
    )
    assert found == (Entry("Avete il parcheggio?", "Sì.\n\n- davanti\n- dietro\n#### Nota\nanche la sera"), Entry("E il wifi?", "No."))


def test_language_and_synonyms_are_read_and_are_no_part_of_the_question_or_answer() -> None:
    found = parse("### [EN] Parking?\nBehind.\n### Prezzi?\n\nSinonimi: tariffe;  quanto costa ; \nDieci euro.\n")
    assert found == (Entry("Parking?", "Behind.", "en"), Entry("Prezzi?", "Dieci euro.", "it", ("tariffe", "quanto costa")))


@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r"])
def test_line_ends_of_every_system_give_the_same_entries(ends: str, tmp_path: Path) -> None:
    path = tmp_path / "faq.md"
    path.write_bytes(ends.join(("### Uno?", "sinonimi: primo", "Riga.", "Altra riga.", "### Due?", "Sì.")).encode())
    assert read(path).entries == (Entry("Uno?", "Riga.\nAltra riga.", "it", ("primo",)), Entry("Due?", "Sì."))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_encodings_of_old_and_new_editors_keep_the_accents(encoding: str, tmp_path: Path) -> None:
    path = tmp_path / "faq.md"
    path.write_bytes("### Perché è così?\nPerché sì.\n".encode(encoding))
    assert read(path).entries == (Entry("Perché è così?", "Perché sì."),)


def test_a_heading_inside_a_code_fence_belongs_to_the_answer() -> None:
    found = parse("### Come si scrive?\n```\n### non una domanda\n```\nFine.\n### Dopo?\nSì.\n")
    assert [entry.question for entry in found] == ["Come si scrive?", "Dopo?"]
    assert found[0].answer == "```\n### non una domanda\n```\nFine."


def test_headings_without_a_question_or_an_answer_are_no_entries() -> None:
    assert parse("###\nsolo testo\n### Domanda senza risposta?\n\n### Vera?\nSì.\n") == (Entry("Vera?", "Sì."),)


def test_a_missing_file_is_empty_and_says_how_to_begin_one(tmp_path: Path) -> None:
    found = read(tmp_path / "faq.md")
    assert (found.entries, found.state) == ((), "missing")
    assert "###" in found.problem


def test_what_is_no_readable_file_is_an_error_with_the_way_out(tmp_path: Path) -> None:
    folder, binary, huge = tmp_path / "cartella.md", tmp_path / "dati.md", tmp_path / "grande.md"
    folder.mkdir()
    binary.write_bytes(b"### Domanda?\n\x00\x01\n")
    huge.write_bytes(b" " * (LARGEST + 1))
    problems = [read(path) for path in (folder, binary, huge)]
    assert [one.state for one in problems] == ["error"] * 3
    assert [any(cure in one.problem for cure in ("check", "save", "keep")) for one in problems] == [True] * 3
    assert [str(tmp_path) in one.problem for one in problems] == [False] * 3


def test_the_stamp_changes_with_the_file(tmp_path: Path) -> None:
    path = tmp_path / "faq.md"
    before = stamp(path)
    path.write_text("### Uno?\nSì.\n", encoding="utf-8")
    assert stamp(path) != before
    assert stamp(path) == stamp(path)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes in folders on this system")
def test_a_pipe_in_its_place_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "faq_auto.md")
    found = read(tmp_path / "faq_auto.md")
    assert (found.entries, found.state) == ((), "error")
    assert "faq_auto.md cannot be read (not a regular file)" in found.problem
