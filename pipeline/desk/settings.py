"""What the owner set: name, hours, holidays. Reads only; every question reads the file as it stands."""

from datetime import date, time

from pipeline.desk.deeds import Shape
from pipeline.ports import World
from pipeline.rules.shapes import hour


def nome_attivita(world: World) -> Shape:
    """The current name of the business."""
    return {"nome_attivita": world.reads.settings().nome_attivita}


def orari_lavoro(world: World) -> Shape:
    """Seven days from Monday (giorno 0) with their open stretches; the pause is the gap between the first two."""
    return {"orari": [_day(number, spans) for number, spans in enumerate(world.reads.lexicon().hours)]}


def giorni_festivi(world: World, *, year: int | None = None) -> Shape:
    """The closed days of that year, of the current one when none is given, by date."""
    wanted = world.clock.now().year if year is None else year
    return {"festivi": [_holiday(day, name) for day, name in sorted(world.reads.holidays(wanted))]}


def _holiday(day: date, name: str) -> Shape:
    return {"data": day.isoformat(), "nome": name}


def _day(number: int, spans: tuple[tuple[time, time], ...]) -> Shape:
    paused = len(spans) > 1
    return {
        "giorno": number,
        "aperto": bool(spans),
        "apertura": hour(spans[0][0]) if spans else None,
        "chiusura": hour(spans[-1][1]) if spans else None,
        "pausa_inizio": hour(spans[0][1]) if paused else None,
        "pausa_fine": hour(spans[1][0]) if paused else None,
        "fasce": [[hour(first), hour(last)] for first, last in spans],
    }
