"""The calendar counted minute by minute from the file itself: what the simulated callers' wishes and the judge rest on.

Written from the contract, section 4 ("When is a time free"), and sharing no code with the rules that are judged by it. Reads a file of
either kind; called by the makers of goals, the caller and the judge.
"""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import cached_property
from pathlib import Path
from typing import Any

import apsw

FREE = ("cancellato", "rifiutato", "no_show")


@dataclass(frozen=True, slots=True)
class Service:
    """What a service takes, in minutes."""

    id: Any
    nome: str
    durata: int
    buffer: int


@dataclass(frozen=True, slots=True)
class Worker:
    """Who does what."""

    id: Any
    nome: str
    genere: str | None
    services: frozenset[Any]


@dataclass(frozen=True, slots=True)
class Visit:
    """Consecutive rows of one client with one operator, not cancelled."""

    ids: tuple[Any, ...]
    cliente_id: Any
    services: tuple[str, ...]
    start: datetime
    operator: str


@dataclass(frozen=True, slots=True)
class Row:
    """A live appointment."""

    id: Any
    cliente_id: Any
    servizio_id: Any
    operatore_id: Any
    start: datetime
    end: datetime
    busy_until: datetime


class Diary:
    """The file at one moment."""

    def __init__(self, file: Path, now: datetime, notice: int = 60, horizon: int = 90) -> None:
        self.now, self.notice, self.horizon = now, notice, horizon
        connection = apsw.Connection(str(file))
        try:
            self._load(connection)
        finally:
            connection.close()

    def _load(self, connection: Any) -> None:
        def rows(sql: str) -> list[tuple[Any, ...]]:
            return list(connection.execute(sql))

        self.services = {
            nome: Service(i, nome, durata, buffer or 0)
            for i, nome, durata, buffer in rows(
                "SELECT id, nome, durata_minuti, buffer_minuti FROM servizi WHERE attivo ORDER BY ordine, id"
            )
        }
        skills: dict[Any, set[Any]] = {}
        for worker, service in rows("SELECT operatore_id, servizio_id FROM operatori_servizi"):
            skills.setdefault(worker, set()).add(service)
        everything = {service.id for service in self.services.values()}
        self.workers = {
            nome: Worker(i, nome, genere, frozenset(skills.get(i, everything)))
            for i, nome, genere in rows("SELECT id, nome, genere FROM operatori WHERE attivo ORDER BY rowid")
        }
        self.hours = rows("SELECT giorno_settimana, ora_inizio, ora_fine, tipo FROM orari_lavoro WHERE operatore_id IS NULL")
        self.holidays = rows("SELECT data, ricorrente FROM giorni_festivi")
        buffers = {service.id: (service.durata, service.buffer) for service in self.services.values()}
        self.rows: list[Row] = []
        for i, client, service, worker, start, end in rows(
            "SELECT id, cliente_id, servizio_id, operatore_id, data_ora_inizio, data_ora_fine FROM appuntamenti"
            f" WHERE lower(stato) NOT IN {FREE} AND deleted_at IS NULL ORDER BY data_ora_inizio, rowid"
        ):
            first, last = datetime.fromisoformat(start), datetime.fromisoformat(end)
            self.rows.append(Row(i, client, service, worker, first, last, max(last, first + timedelta(minutes=sum(buffers[service])))))
        self.clients = {row[0]: row for row in rows("SELECT id, nome, cognome, telefono, data_nascita, is_vip, soprannome FROM clienti")}

    def name_of(self, operatore_id: Any) -> str | None:
        """The first name of an operator."""
        return next((worker.nome for worker in self.workers.values() if worker.id == operatore_id), None)

    @cached_property
    def visits(self) -> tuple[Visit, ...]:
        """The visits still to come, soonest first; rows of one client and operator that follow each other are one."""
        names = {service.id: service.nome for service in self.services.values()}
        found: list[Visit] = []
        last: Row | None = None
        for row in sorted(self.rows, key=lambda each: (str(each.cliente_id), each.start)):
            same = last is not None and (row.cliente_id, row.operatore_id) == (last.cliente_id, last.operatore_id)
            if same and last is not None and last.end <= row.start <= last.busy_until:
                one = found[-1]
                found[-1] = Visit((*one.ids, row.id), one.cliente_id, (*one.services, names[row.servizio_id]), one.start, one.operator)
            else:
                found.append(Visit((row.id,), row.cliente_id, (names[row.servizio_id],), row.start, self.name_of(row.operatore_id) or ""))
            last = row
        return tuple(sorted((visit for visit in found if visit.start > self.now), key=lambda visit: visit.start))

    def stretches(self, day: date) -> list[tuple[int, int]]:
        """The opening hours of a day in minutes, breaks taken out."""
        number = (day.weekday() + 1) % 7
        text = day.isoformat()
        if any(text == when or (again and text[5:] == when[5:]) for when, again in self.holidays):
            return []
        opened = {minute for n, a, b, kind in self.hours if n == number and kind == "lavoro" for minute in range(_minute(a), _minute(b))}
        opened -= {minute for n, a, b, kind in self.hours if n == number and kind == "pausa" for minute in range(_minute(a), _minute(b))}
        edges = sorted(minute for minute in opened if minute - 1 not in opened), sorted(m + 1 for m in opened if m + 1 not in opened)
        return list(zip(*edges, strict=True))

    def free(self, services: tuple[str, ...], day: date, at: time, exclude: tuple[Any, ...] = ()) -> list[str]:
        """Who could take the visit, in the order in which "anybody" is served: fewest booked minutes that day, then the list's."""
        begin = datetime.combine(day, at)
        if begin < self.now + timedelta(minutes=self.notice) or (day - self.now.date()).days > self.horizon:
            return []
        wanted = [self.services[name] for name in services]
        offset, end = 0, begin
        for service in wanted:
            first = at.hour * 60 + at.minute + offset
            if not any(a <= first and first + service.durata <= b for a, b in self.stretches(day)):
                return []
            end = begin + timedelta(minutes=offset + service.durata + service.buffer)
            offset += service.durata + service.buffer
        able = [w for w in self.workers.values() if all(s.id in w.services for s in wanted)]
        live = [row for row in self.rows if row.id not in exclude]
        clear = [w for w in able if not any(r.operatore_id == w.id and r.start < end and begin < r.busy_until for r in live)]
        return [w.nome for w in sorted(clear, key=lambda w: self._booked(w, day, live))]

    def _booked(self, worker: Worker, day: date, live: list[Row]) -> float:
        mine = (row for row in live if row.operatore_id == worker.id and row.start.date() == day)
        return sum((row.busy_until - row.start).total_seconds() for row in mine)

    def starts(self, day: date, step: int = 30) -> list[time]:
        """The times on the grid of that day."""
        return [time(m // 60, m % 60) for a, b in self.stretches(day) for m in range(a, b, step)]

    def able(self, services: tuple[str, ...]) -> list[Worker]:
        """Who does all of them."""
        return [w for w in self.workers.values() if all(self.services[name].id in w.services for name in services)]


def _minute(text: str) -> int:
    return int(text[:2]) * 60 + int(text[3:5])
