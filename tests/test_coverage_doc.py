"""docs/coverage.md says what is there: every path and test it names exists, and nothing of the specifications is left out."""

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
TEXT = (ROOT / "docs" / "coverage.md").read_text(encoding="utf-8")
SECTIONS = (
    "1", "1.1", "2.1", "2.2", "2.3", "3.1", "3.2", "4.1", "4.2", "4.3", "5.1", "5.2", "6.1", "6.2", "7.1", "7.2", "8", "9", "10", "11.1",
    "11.2", "12.1", "12.2", "13.1", "13.2", "14", "15", "16.1", "16.2", "17", "18",
)  # fmt: skip
CHECKLIST = (
    "Intent classification accuracy >= 95%", "Slot extraction accuracy >= 90%", "Italian date parsing", "Italian phone validation",
    "Synonym normalization", "Correction pattern matching", "Special command detection", "Full booking flow (happy path)",
    "Booking with disambiguation", "Booking with alternatives", "Booking with waitlist", "New client registration", "Cancellation flow",
    "Modification flow", "RAG queries", "Session persistence", "WhatsApp notification", "Latency targets met", "100 concurrent sessions",
    "Memory stability", "No connection leaks", "Input sanitization", "Rate limiting", "GDPR anonymization",
)  # fmt: skip
PAGES = ("ORDERS", "PROFILE", "CART", "TRACKING", "CHECKOUT")
TOKENS = (
    "[LIST_CATEGORIES]", "[LIST_SERVICES]", "[LIST_PRODUCTS]", "[LIST_ALL_PRODUCTS]", "[USER_DISCOUNT]", "[LINK_WITH_TOKEN]",
    *(f"[LINK_{page}_WITH_TOKEN]" for page in PAGES),
)  # fmt: skip
HEADINGS = {
    "section": SECTIONS,
    "line": CHECKLIST,
    "token": TOKENS,
    "criterion": [str(number) for number in range(1, 11)],
    "lesson": [str(number) for number in range(1, 32)],
}


def rows(heading: str) -> list[list[str]]:
    """The cells of the table with that heading."""
    start = TEXT.index(f"| {heading} | lives in | held by |")
    table = TEXT[start:].split("\n\n", 1)[0].splitlines()[2:]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in table]


def named() -> list[str]:
    """Every path or test in backticks in the table columns that name them."""
    cells = [cell for heading in (*HEADINGS, "rule") for row in rows(heading) for cell in row[1:]]
    return sorted({name for cell in cells for name in re.findall(r"`([^`]+)`", cell)})


def functions_of(path: Path) -> set[str]:
    """The names of the test functions of a file."""
    return {node.name for node in ast.parse(path.read_text(encoding="utf-8")).body if isinstance(node, ast.FunctionDef)}


def test_every_path_and_test_that_is_named_exists() -> None:
    split = [name.partition("::") for name in named()]
    missing = [path for path, _, _ in split if not (ROOT / path).exists()]
    missing += [f"{path}::{test}" for path, _, test in split if test and test not in functions_of(ROOT / path)]
    assert len(split) > 150
    assert missing == []


@pytest.mark.parametrize("heading", HEADINGS)
def test_nothing_of_the_specifications_is_left_out(heading: str) -> None:
    wanted = HEADINGS[heading]
    numbered = all(re.fullmatch(r"[\d.]+", each) for each in wanted)
    found = [row[0].split(" ")[0] if numbered else row[0] for row in rows(heading)]
    assert found == list(wanted)


def test_every_row_says_where_it_lives_and_what_holds_it() -> None:
    bare = [row[0] for heading in (*HEADINGS, "rule") for row in rows(heading) if not all("`" in cell for cell in row[1:3])]
    assert bare == []


def test_every_lesson_is_held_by_tests_under_its_own_number() -> None:
    there = {
        name for path in (ROOT / "tests" / "lessons").glob("test_*.py") for name in functions_of(path) if name.startswith("test_lesson_")
    }
    told = {row[0].split(" ")[0]: set(re.findall(r"::(test_\w+)", row[2])) for row in rows("lesson")}
    assert {number: {name for name in there if name.startswith(f"test_lesson_{int(number):02d}_")} for number in told} == told
