"""Laws over dialogues nobody wrote: callers put together from a small grammar, some of them changing their mind at every turn.

Bounded and seeded, so that every run plays the same dialogues.
"""

import tempfile
from datetime import timedelta
from pathlib import Path

from hypothesis import HealthCheck, assume, given, seed, settings
from hypothesis import strategies as st

from pipeline.model.calendar import Window
from pipeline.rules.calendar import free_slots
from sidecar.clock import FrozenClock
from store import open_store
from tests.dialogue import laws
from tests.dialogue.books import open_books
from tests.dialogue.script import START, Dialogue, Part
from tests.dialogue.stage import Stage

TEMPLATES = Path(tempfile.mkdtemp(prefix="dialogues-"))

WHO = st.sampled_from(
    ["sono Anna De Luca", "sono Teresa Longo", "mi chiamo Simone Leone", "sono Maria Grazia Esposito", "parla Giuseppe Ferraro"]
)
WHAT = st.sampled_from(
    ["una piega", "un taglio donna", "colore e piega", "una manicure", "la barba", "un taglio uomo", "un pedicure e una manicure"]
)
DAY = st.sampled_from(["domani", "giovedì", "venerdì", "sabato", "martedì", "il 20 marzo", "lunedì", "mercoledì 18"])
HOUR = st.sampled_from(
    ["alle 9", "alle 10", "alle 10 e mezza", "a mezzogiorno", "alle 13", "alle tre del pomeriggio", "alle 17", "alle 18 e 40"]
)
WITH = st.sampled_from(["", " con Sara", " con Giulia", " con Davide", " con Elena", ", chiunque va bene"])

WISH = st.builds("{}, vorrei {} {} {}{}".format, WHO, WHAT, DAY, HOUR, WITH)
HALF = st.one_of(st.builds("vorrei {}".format, WHAT), st.builds("{}, vorrei {} {}".format, WHO, WHAT, DAY), WHO)
ANSWER = st.one_of(
    WHO,
    WHAT,
    DAY,
    HOUR,
    st.builds("{} {}".format, DAY, HOUR),
    st.builds("no, {} {}".format, DAY, HOUR),
    st.builds("sì ma {}".format, HOUR),
    st.builds("anzi {}".format, WHAT),
    st.sampled_from(
        [
            "sì",
            "no",
            "la prima",
            "la seconda",
            "sì, confermo",
            "indietro",
            "ripeti",
            "annulla",
            "quanto costa?",
            "",
            "boh",
            "nessuna",
            "ok",
            "disdico l'appuntamento",
            "vorrei spostarlo",
            "lasci stare",
            "va bene",
            "con Giulia",
            "a che ora aprite?",
            "grazie",
            "donna",
        ]
    ),
)


def spoken(first: str, rest: list[str]) -> list[str]:
    """What a caller says, in order."""
    return [first, *rest]


CALL = st.builds(spoken, st.one_of(WISH, HALF), st.lists(ANSWER, min_size=2, max_size=8))


def staged(folder: str, texts: list[str], other: list[str] | None = None) -> Stage:
    """A stage on a fresh business with what the callers will say, turn about."""
    parts = [Part("C", text, 0) for text in texts]
    for place, text in enumerate(other or []):
        parts.insert(min(2 * place + 1, len(parts)), Part("B", text, 0))
    return Stage(Path(folder), Dialogue("random", "random", telefono="3401112233", other="3383332211", parts=parts), TEMPLATES)


def broken(stage: Stage) -> list[str]:
    """The laws that were broken; which rows come out is nobody's wish here."""
    try:
        return [fault for fault in stage.play() if not fault.startswith("rows:")]
    finally:
        stage.close()


@seed(20260310)
@settings(max_examples=60, deadline=None, database=None, suppress_health_check=[HealthCheck.too_slow])
@given(CALL)
def test_whatever_is_said_breaks_no_law(texts: list[str]) -> None:
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        stage = staged(folder, texts)
        assert broken(stage) == [], stage.heard


@seed(20260311)
@settings(max_examples=25, deadline=None, database=None, suppress_health_check=[HealthCheck.too_slow])
@given(CALL, CALL)
def test_two_callers_at_once_never_take_the_same_time(one: list[str], other: list[str]) -> None:
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        stage = staged(folder, [*one, "sì", "sì"], [*other, "sì", "sì"])
        assert broken(stage) == [], stage.heard


@seed(20260312)
@settings(max_examples=25, deadline=None, database=None, suppress_health_check=[HealthCheck.too_slow])
@given(WHAT, DAY, HOUR, WITH)
def test_booking_and_cancelling_restores_the_free_time_exactly(what: str, day: str, hour: str, operator: str) -> None:
    booking = [f"vorrei {what} {day} {hour}{operator}", "la prima", "donna", "sì", "sì"]
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        stage = staged(folder, [*booking, "vorrei disdire l'appuntamento", "sì"])
        free = free_times(Path(folder))
        faults = broken(stage)
        rows = open_books(stage.file).appointments.values()
        assert faults == [], stage.heard
        assume(any(row[1] == 1 and row[6] == "cancellato" for row in rows))
        assume(not any(row[1] == 1 and row[6] == "confermato" for row in rows))
        assert free == free_times(Path(folder)), stage.heard


def free_times(folder: Path) -> list[tuple[object, ...]]:
    """Every free time of two weeks for every service, with who would take it, asked of the file by a process that opens it anew."""
    store = open_store(folder / "fluxion.db", clock=FrozenClock(START), create=False)
    try:
        calendar = store.reads.calendar(START.date(), START.date() + timedelta(days=16), START)
        window = Window(START.date(), START.date() + timedelta(days=14))
        return [
            (service.id, slot.day, slot.start, slot.operatore_id)
            for service in store.reads.lexicon().services
            for slot in free_slots(calendar, (service,), window, operatore_id=None, exclude=(), session_id=None, limit=2000)
        ]
    finally:
        store.close()


def test_the_laws_are_eleven_and_each_says_what_it_holds() -> None:
    assert len(laws.LAWS) == 11
    assert all(law.__doc__ for law in laws.LAWS)
