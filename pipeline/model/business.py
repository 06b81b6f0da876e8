"""What the business is made of: services, operators, clients, bookings, settings.

Made by the store (through `pipeline.ports.Reads`), read by everything. Times are local wall-clock values, durations are
minutes, money is Decimal euros. Ids are opaque: `int` in a file of our own making, `str` in one the desktop app made.
"""

from dataclasses import dataclass, field
from datetime import date, datetime, time
from decimal import Decimal
from typing import Literal

Id = int | str
Gender = Literal["M", "F"]


@dataclass(frozen=True, slots=True)
class Service:
    """An active service; `durata` and `buffer` in minutes, `prezzo` None where the business states none."""

    id: Id
    nome: str
    durata: int
    buffer: int = 0
    prezzo: Decimal | None = None
    categoria: str | None = None
    sinonimi: tuple[str, ...] = ()
    descrizione: str | None = None
    ordine: int = 0


@dataclass(frozen=True, slots=True)
class Operator:
    """An active operator; `services` None means: does everything (no rows in operatori_servizi)."""

    id: Id
    nome: str
    cognome: str = ""
    genere: Gender | None = None
    services: frozenset[Id] | None = None

    def does(self, servizio_id: Id) -> bool:
        """Whether this operator does that service."""
        return self.services is None or servizio_id in self.services


@dataclass(frozen=True, slots=True)
class Client:
    """A client that is not deleted; `telefono` as stored, `data_nascita` a date or None."""

    id: Id
    nome: str
    cognome: str
    telefono: str = ""
    soprannome: str | None = None
    email: str | None = None
    data_nascita: date | None = None
    is_vip: bool = False
    sconto: Decimal | None = None
    operatore_preferito_id: Id | None = None
    consenso_whatsapp: bool = True
    voice_consent: bool = False
    note: str | None = None
    workspace_id: str = "default"


@dataclass(frozen=True, slots=True)
class BookedService:
    """One row of a booking as it is stored."""

    servizio_id: Id
    nome: str
    durata: int
    prezzo: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Booking:
    """One visit: consecutive rows of `appuntamenti` with one operator and one confirmation code; `id` is the first row's."""

    id: Id
    ids: tuple[Id, ...]
    cliente_id: Id
    services: tuple[BookedService, ...]
    inizio: datetime
    fine: datetime
    stato: str
    operatore_id: Id | None = None
    confirmation_code: str | None = None
    note: str | None = None
    whatsapp_confirmed: bool = False

    @property
    def live(self) -> bool:
        """Whether the booking takes up time (contract section 4: cancelled, refused and no-show rows are free)."""
        return self.stato.lower() not in FREE_STATES

    @property
    def prezzo(self) -> Decimal | None:
        """The sum of the stored prices; None when no row has one."""
        prices = [service.prezzo for service in self.services if service.prezzo is not None]
        return sum(prices, Decimal(0)) if prices else None


FREE_STATES = frozenset({"cancellato", "rifiutato", "no_show"})


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings in force (contract section 4, `impostazioni` and their defaults), read again at each turn."""

    nome_attivita: str = "FLUXION"
    telefono: str | None = None
    indirizzo: str | None = None
    settore: str = "salone"
    comune_patrono: str | None = None
    durata_slot_minuti: int = 30
    min_anticipo_minuti: int = 60
    max_anticipo_giorni: int = 90
    ore_disdetta: int = 0
    sessione_ttl_minuti: int = 10
    audit_giorni: int = 30
    limite_turni_minuto: int = 60
    limite_sessioni: int = 200
    link_base_url: str | None = None
    link_minuti: int = 60
    nomi_protetti: tuple[str, ...] = ()
    consenso_testo: str | None = None
    consenso_versione: str = "1"
    tono: Literal["lei", "tu"] = "lei"
    lingua: str = "it"
    attivo: bool = True
    attivo_da: time | None = None
    attivo_a: time | None = None
    saluto: str | None = None
    tentativi_prima_operatore: int = 3
    numero_trasferimento: str | None = None
    extra: tuple[tuple[str, str], ...] = ()
    """Answers the owner wrote as settings (desktop `faq_settings`: metodi_pagamento, info_parcheggio, ...)."""


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The words of this business that the parser must know. Hashable: a compiled vocabulary is cached by it.

    `hours`: seven tuples, Monday first, of (opens, closes) with breaks taken out. `patrono`: (month, day) or None.
    """

    services: tuple[Service, ...] = ()
    operators: tuple[Operator, ...] = ()
    hours: tuple[tuple[tuple[time, time], ...], ...] = ((),) * 7
    patrono: tuple[int, int] | None = None
    settore: str = "salone"
    max_anticipo_giorni: int = 90
    products: tuple[str, ...] = field(default=())
