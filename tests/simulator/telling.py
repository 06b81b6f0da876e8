"""Days, hours, telephone numbers and birth dates as Italians say them, each in many forms. Called by `caller`."""

import random
from datetime import date, time

DAYS = ("lunedì", "martedì", "mercoledì", "giovedì", "venerdì", "sabato", "domenica")
MONTHS = (
    "gennaio", "febbraio", "marzo", "aprile", "maggio", "giugno", "luglio", "agosto", "settembre", "ottobre", "novembre", "dicembre",
)  # fmt: skip
UNITS = ("zero", "uno", "due", "tre", "quattro", "cinque", "sei", "sette", "otto", "nove")
TEENS = ("dieci", "undici", "dodici", "tredici", "quattordici", "quindici", "sedici", "diciassette", "diciotto", "diciannove")
TENS = {2: "venti", 3: "trenta", 4: "quaranta", 5: "cinquanta", 6: "sessanta", 7: "settanta", 8: "ottanta", 9: "novanta"}


def spelled(number: int) -> str:
    """A number below a hundred in words."""
    if number < 10:
        return UNITS[number]
    if number < 20:
        return TEENS[number - 10]
    tens, unit = TENS[number // 10], number % 10
    if unit == 0:
        return tens
    if unit in (1, 8):
        return tens[:-1] + UNITS[unit]
    return tens + ("tré" if unit == 3 else UNITS[unit])


def days(day: date, now: date) -> list[str]:
    """Ways to name that day on `now`, all of them unmistakable by the conventions of the contract."""
    ahead, name, month = (day - now).days, DAYS[day.weekday()], MONTHS[day.month - 1]
    forms = [f"{name} {day.day} {month}", f"{name} {spelled(day.day)} {month}", f"il {day.day} {month}", f"il {spelled(day.day)} {month}"]
    if ahead < 21 and (day.month == now.month or day.day < now.day):
        forms += [f"{name} {day.day}", f"il {day.day}", f"{name} {spelled(day.day)}"]
    if ahead == 1:
        forms += ["domani"] * 4
    if ahead == 2:
        forms += ["dopodomani"] * 3
    if 1 <= ahead <= 6:
        forms += [name] * 6
    if 3 <= ahead <= 6:
        forms += [f"{name} prossimo", f"questo {name}" if day.isocalendar()[1] == now.isocalendar()[1] else name]
    if day.isocalendar()[:2] == _week_after(now):
        forms += [f"{name} della settimana prossima", f"{name} della prossima settimana"] * 2
    if 3 <= ahead <= 6:
        forms += [f"fra {spelled(ahead)} giorni"]
    if 8 <= ahead <= 13:
        forms += [f"{name} a otto"]
    return forms


def _week_after(now: date) -> tuple[int, int]:
    following = date.fromordinal(now.toordinal() + 7).isocalendar()
    return following[0], following[1]


def hours(at: time) -> list[str]:
    """Ways to name that hour; a bare hour only where the opening hours leave one reading."""
    h, m = at.hour, at.minute
    tail = {0: [""], 15: [" e un quarto", " e quindici"], 30: [" e mezza", " e trenta"], 45: [" e quarantacinque", " e tre quarti"]}[m]
    forms = [f"alle {spelled(h)}{end}" for end in tail] + [f"alle {h}:{m:02d}" if m else f"alle {h}", f"alle {h}.{m:02d}"]
    if m == 0 and h == 12:
        forms += ["a mezzogiorno"] * 2
    if m == 30 and h == 12:
        forms += ["a mezzogiorno e mezza"]
    if 14 <= h <= 18:
        forms += [f"alle {spelled(h - 12)}{end}" for end in tail] * 2
    if 14 <= h <= 17:
        forms += [f"alle {spelled(h - 12)}{end} del pomeriggio" for end in tail]
    if h == 18:
        forms += [f"alle sei{end} di sera" for end in tail]
    if h <= 11:
        forms += [f"alle {spelled(h)}{end} del mattino" for end in tail] + [f"alle {spelled(h)}{end} di mattina" for end in tail]
    if m == 45:
        forms += [f"alle {spelled(h + 1)} meno un quarto"]
    return forms


def phone(number: str, dice: random.Random) -> str:
    """A telephone number as it is dictated."""
    digits = number.removeprefix("+")
    size = dice.choice((3, 3, 2, 1, 10))
    groups = [digits[:3]] if size == 3 else []
    rest = digits[3:] if size == 3 else digits
    groups += [rest[i : i + size] for i in range(0, len(rest), size)]
    said = " ".join(groups)
    if dice.random() < 0.3:
        said = " ".join(UNITS[int(d)] for d in digits)
    return said


def ending(number: str, dice: random.Random, count: int = 4) -> str:
    """The last digits, alone or as a sentence."""
    digits = number[-count:]
    form = dice.choice((digits, " ".join(digits), " ".join(UNITS[int(d)] for d in digits)))
    return dice.choice(
        (f"finisce con {form}", f"le ultime cifre sono {form}", f"il numero finisce per {form}", f"le ultime quattro sono {form}")
    )


def birth(day: date, dice: random.Random) -> str:
    """A birth date in full."""
    month, year = MONTHS[day.month - 1], day.year
    short = spelled(year - 1900) if year < 2000 else f"duemila{'' if year == 2000 else spelled(year - 2000)}"
    return dice.choice(
        (
            f"{day.day} {month} {year}",
            f"il {spelled(day.day)} {month} {year}",
            f"{day:%d/%m/%Y}",
            f"{day.day} {month} {'millenovecento' if year < 2000 else ''}{short}",
            f"{spelled(day.day)} {month} {year}",
        )
    )


def year(day: date, dice: random.Random) -> str:
    """The year of birth, as an answer."""
    short = f"'{day.year % 100:02d}" if dice.random() < 0.4 else str(day.year)
    return dice.choice((f"sono del {short}", f"nato nel {day.year}", f"quello del {day.year}", f"del {day.year}", f"classe {day.year}"))
