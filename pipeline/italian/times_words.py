"""The vocabulary of the clock and of the parts of the day, and the values found.

Called by the times modules and `when`; calls `words`. Parts of the day: contract section 3. It must never know of opening hours.
"""

import datetime as dt
from dataclasses import dataclass
from typing import Literal

from pipeline.italian.words import Span

Part = Literal["mattina", "pomeriggio", "sera", "notte"]


@dataclass(frozen=True, slots=True)
class TimeFound:
    """A time that was said. A clock has `minutes` of the day as said; a window has `first` and `last`, None = open.

    `literal`: no twelve-hour doubt ("15:30", "mezzogiorno"). `part` = the part of the day said with it.
    """

    span: Span
    minutes: int | None = None
    literal: bool = False
    det: str = ""
    """The word that made it a clock ("alle", "dalle", "le"), "" without one."""
    part: Part | None = None
    first: dt.time | None = None
    last: dt.time | None = None
    approximate: bool = False
    day: dt.date | None = None
    """Set for "fra due ore": the day that instant falls on."""

    @property
    def is_clock(self) -> bool:
        """Whether it is a point and not a window."""
        return self.minutes is not None


PLURAL = frozenset({"alle", "le", "dalle", "delle", "ore", "h", "sulle", "ale", "dale", "orario", "nelle"})
SINGULAR = frozenset({"all'", "l'", "dall'", "dell'", "sull'", "la", "alla", "dalla"})
HEARD_AS = {
    "auto": 8, "otte": 8, "otton": 8, "lotto": 8, "nuove": 9, "novi": 9, "nove'": 9, "dici": 10, "diecì": 10, "undice": 11, "dodicì": 12,
    "setti": 7, "undeci": 11, "dodece": 12, "dies": 10,
    "tree": 3, "quatto": 4, "sinque": 5, "cinque'": 5, "ssei": 6, "seii": 6, "trè": 3,
}  # fmt: skip
"""What recognisers write for an hour after "alle"."""

MORNING, AFTERNOON, EVENING, NIGHT = "mattina", "pomeriggio", "sera", "notte"
PARTS: dict[str, Part] = {
    "mattina": "mattina", "mattino": "mattina", "mattinata": "mattina", "mattine": "mattina", "stamattina": "mattina", "stamani": "mattina",
    "stamane": "mattina", "domattina": "mattina", "mattin": "mattina", "matina": "mattina", "pomeriggio": "pomeriggio",
    "pomerigio": "pomeriggio",
    "pomeriggi": "pomeriggio", "pomerig": "pomeriggio", "pome": "pomeriggio", "sera": "sera", "serata": "sera", "stasera": "sera",
    "sere": "sera",
    "notte": "notte", "stanotte": "notte",
}  # fmt: skip

WINDOWS: dict[str, tuple[int | None, int | None]] = {
    "mattina": (6 * 60, 12 * 60),
    "pomeriggio": (12 * 60, 18 * 60),
    "sera": (18 * 60, 24 * 60 - 1),
    "notte": (0, 6 * 60),
    "prima mattina": (6 * 60, 10 * 60),
    "tarda mattina": (11 * 60, 13 * 60),
    "meta mattina": (9 * 60 + 30, 11 * 60),
    "primo pomeriggio": (13 * 60, 15 * 60),
    "tardo pomeriggio": (16 * 60, 19 * 60),
    "meta pomeriggio": (15 * 60, 17 * 60),
    "prima sera": (18 * 60, 20 * 60),
    "tarda sera": (20 * 60, 24 * 60 - 1),
    "verso sera": (17 * 60, 20 * 60),
}
"""Minutes of the day; the plain ones, early and late afternoon are the contract's."""

PHRASES: dict[tuple[str, ...], tuple[int | None, int | None]] = {
    ("dopo", "pranzo"): (13 * 60, 16 * 60),
    ("dopo", "mangiato"): (13 * 60, 16 * 60),
    ("nel", "dopo", "pranzo"): (13 * 60, 16 * 60),
    ("dopopranzo",): (13 * 60, 16 * 60),
    ("prima", "di", "pranzo"): (None, 13 * 60),
    ("prima", "pranzo"): (None, 13 * 60),
    ("prima", "di", "mangiare"): (None, 13 * 60),
    ("prima", "di", "cena"): (None, 20 * 60),
    ("dopo", "cena"): (20 * 60 + 30, None),
    ("dopocena",): (20 * 60 + 30, None),
    ("dopo", "il", "lavoro"): (18 * 60, None),
    ("dopo", "lavoro"): (18 * 60, None),
    ("dopo", "l'", "ufficio"): (18 * 60, None),
    ("uscita", "dal", "lavoro"): (18 * 60, None),
    ("esco", "dal", "lavoro"): (18 * 60, None),
    ("finito", "di", "lavorare"): (18 * 60, None),
    ("prima", "del", "lavoro"): (None, 9 * 60),
    ("prima", "di", "lavoro"): (None, 9 * 60),
    ("prima", "dell'", "ufficio"): (None, 9 * 60),
    ("prima", "di", "andare", "al", "lavoro"): (None, 9 * 60),
    ("prima", "di", "andare", "a", "lavoro"): (None, 9 * 60),
    ("prima", "di", "entrare", "al", "lavoro"): (None, 9 * 60),
    ("dopo", "la", "scuola"): (13 * 60 + 30, None),
    ("dopo", "scuola"): (13 * 60 + 30, None),
    ("ora", "di", "pranzo"): (12 * 60, 14 * 60),
    ("orario", "di", "pranzo"): (12 * 60, 14 * 60),
    ("pausa", "pranzo"): (12 * 60, 14 * 60),
    ("pausa", "di", "pranzo"): (12 * 60, 14 * 60),
    ("a", "pranzo"): (12 * 60, 14 * 60),
    ("ora", "di", "cena"): (19 * 60, 21 * 60),
    ("orario", "di", "cena"): (19 * 60, 21 * 60),
    ("ora", "di", "colazione"): (7 * 60, 9 * 60),
    ("ora", "dell'", "aperitivo"): (18 * 60, 20 * 60),
    ("ora", "di", "merenda"): (16 * 60, 17 * 60),
    ("sul", "tardi"): (17 * 60, None),
    ("sul", "tardino"): (17 * 60, None),
    ("fine", "giornata"): (17 * 60, None),
    ("fine", "della", "giornata"): (17 * 60, None),
    ("sul", "presto"): (None, 10 * 60),
    ("piu", "tardi", "possibile"): (17 * 60, None),
    ("piu", "tardi", "che", "si", "puo"): (17 * 60, None),
    ("piu", "tardi", "che", "potete"): (17 * 60, None),
    ("non", "troppo", "presto"): (10 * 60, None),
    ("non", "tanto", "presto"): (10 * 60, None),
    ("non", "cosi", "presto"): (10 * 60, None),
    ("non", "prestissimo"): (10 * 60, None),
    ("non", "troppo", "tardi"): (None, 17 * 60),
    ("non", "tanto", "tardi"): (None, 17 * 60),
    ("di", "buon'", "ora"): (6 * 60, 10 * 60),
    ("di", "buonora"): (6 * 60, 10 * 60),
    ("meta", "giornata"): (11 * 60, 14 * 60),
    ("inizio", "giornata"): (None, 10 * 60),
}
OPENING_PHRASES = (
    ("appena", "aprite"), ("quando", "aprite"), ("all'", "apertura"), ("in", "apertura"), ("appena", "apre"), ("come", "aprite"),
    ("primo", "orario", "del", "mattino"), ("orario", "di", "apertura"),
)  # fmt: skip


def clock_time(minutes: int | None) -> dt.time | None:
    """Minutes of the day as a time, 23:59 at most."""
    if minutes is None:
        return None
    bounded = min(max(minutes, 0), 24 * 60 - 1)
    return dt.time(bounded // 60, bounded % 60)
