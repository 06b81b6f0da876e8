"""Services, families and things nobody sells, in businesses whose lists no sentence was ever tuned on."""

import datetime as dt

import pytest

from pipeline.italian.parse import parse
from pipeline.model.business import Lexicon, Operator, Service
from pipeline.model.parse import Context, Parse, Step

NOW = dt.datetime(2026, 3, 10, 9, 15)

_LISTS = {
    "tyres": (
        "Cambio Gomme Auto: cambio stagionale, montaggio gomme; Cambio Gomme Moto; Equilibratura; Convergenza: assetto; "
        "Riparazione Foratura: foratura, gomma bucata; Deposito Gomme; Gonfiaggio Azoto: azoto; Raddrizzatura Cerchi: cerchi"
    ),
    "eyes": (
        "Esame della Vista: controllo della vista; Prova Lenti a Contatto: lenti a contatto; Campo Visivo: campimetria; "
        "Tonometria: pressione dell'occhio; OCT; Visita Ortottica: ortottista; Visita Oculistica: oculista; Fondo Oculare: esame del fondo"
    ),
    "nails": (
        "Ricostruzione Gel: unghie in gel; Refill: ritocco gel, riempimento; Semipermanente Mani; Semipermanente Piedi; Manicure Russa; "
        "Pedicure Estetico; Pedicure Curativo: pedicure medicale; Nail Art: decorazioni; Rimozione Semipermanente: rimozione smalto"
    ),
    "dogs": (
        "Bagno Taglia Piccola; Bagno Taglia Media; Bagno Taglia Grande; Tosatura; Stripping; Taglio a Forbice; Taglio Unghie: unghie; "
        "Pulizia Orecchie: orecchie; Bagno Gatto; Antiparassitario: pulci"
    ),
    "body": (
        "Prima Valutazione; Seduta di Fisioterapia: fisioterapia, riabilitazione; Tecarterapia: tecar; Onde d'Urto; "
        "Massoterapia: massaggio terapeutico; Linfodrenaggio; Kinesio Taping: taping; Ginnastica Posturale; Osteopatia: osteopata"
    ),
    "cars": "Lavaggio Esterno; Lavaggio Interno; Lavaggio Completo: interno ed esterno; Ceratura: cera",
    "barber": "Taglio Classico: taglio; Taglio e Barba; Taglio Junior: taglio bambino; Barba Tradizionale: barba",
}
_STAFF = (Operator(1, "Romina", "Sala", "F"), Operator(2, "Ivan", "Zanon", "M"))


def _service(number: int, entry: str) -> Service:
    nome, _, synonyms = entry.partition(":")
    return Service(number, nome.strip(), 30, sinonimi=tuple(one.strip() for one in synonyms.split(",") if one.strip()))


BUSINESSES = {
    name: Lexicon(tuple(_service(number, entry) for number, entry in enumerate(listed.split(";"), 1)), _STAFF)
    for name, listed in _LISTS.items()
}


def heard(business: str, text: str, step: Step | None = None) -> Parse:
    return parse(text, Context(now=NOW, lexicon=BUSINESSES[business], step=step))


@pytest.mark.parametrize(
    ("business", "text", "step", "wanted"),
    [
        ("tyres", "mi servirebbe il cambio gomme per la moto", None, (2,)),
        ("tyres", "boh, fate voi, ho un cerchio storto che balla tutto", "servizi", (8,)),
        ("tyres", "no la moto, non la macchina", "conferma", (2,)),
        ("tyres", "per la moto, il cambio", "servizi", (2,)),
        ("eyes", "ho la pressione degli occhi alta, me la misurate?", None, (4,)),
        ("eyes", "le lenti a contatto, è la prima volta che le metto", "servizi", (2,)),
        ("eyes", "era il campo visivo, mica la pressione", "conferma", (3,)),
        ("nails", "semipermanente mani e piedi venerdì pomeriggio", None, (3, 4)),
        ("nails", "devo togliere il semipermanente, si può domani?", None, (9,)),
        ("nails", "ma erano i piedi, non le mani", "conferma", (4,)),
        ("nails", "pedicure, ho un'unghia incarnita quindi quello medicale", "servizi", (7,)),
        ("dogs", "bagno, è un cane di taglia grande", "servizi", (3,)),
        ("dogs", "il bagno, taglia media direi, pesa quindici chili", "servizi", (2,)),
        ("dogs", "solo le unghie, il bagno gliel'ho fatto io", "servizi", (7,)),
        ("dogs", "il gatto ha i nodi, me lo tosate?", None, (4,)),
        ("dogs", "Romina lo stripping lo sa fare?", None, (5,)),
        ("cars", "completo", "servizi", (3,)),
        ("cars", "esterno e cera", "servizi", (1, 4)),
        ("barber", "per mio figlio che ha otto anni un taglio", None, (3,)),
        ("barber", "no il junior non il classico", "conferma", (3,)),
        ("barber", "un taglio domani", None, (1,)),
        ("body", "mah, la schiena, mi hanno detto posturale", "servizi", (8,)),
        ("body", "quella per la postura", "servizi", (8,)),
        ("body", "due tecar e una seduta di fisioterapia", "servizi", (3, 2)),
    ],
)
def test_a_service_nobody_has_heard_of_before_is_understood(business: str, text: str, step: Step | None, wanted: tuple[int, ...]) -> None:
    said = heard(business, text, step)
    assert (said.services, said.services_ambiguous, said.services_unknown, said.name) == (wanted, (), (), None)


@pytest.mark.parametrize(
    ("business", "text", "unknown"),
    [
        ("tyres", "fate anche il cambio olio?", ("olio",)),
        ("tyres", "le catene da neve le montate voi?", ("catene",)),
        ("tyres", "dovrei cambiare gli ammortizzatori", ("ammortizzatori",)),
        ("eyes", "la topografia corneale da voi si fa?", ("topografia corneale",)),
        ("eyes", "una retinografia, ce l'ha chiesta il diabetologo", ("retinografia",)),
        ("nails", "fate le extension o le treccine?", ("extension", "treccine")),
        ("nails", "il babyboomer lo fate?", ("babyboomer",)),
        ("dogs", "fate anche gli snodi?", ("snodi",)),
        ("body", "mi servirebbe un plantare", ("plantare",)),
        ("body", "si fa la magnetoterapia da voi?", ("magnetoterapia",)),
    ],
)
def test_what_an_unseen_business_does_not_sell_is_heard_as_such(business: str, text: str, unknown: tuple[str, ...]) -> None:
    said = heard(business, text)
    assert (said.services_unknown, said.services, said.services_ambiguous) == (unknown, (), ())


@pytest.mark.parametrize(
    ("text", "anyone", "gender"),
    [
        ("il primo dottore libero", True, None),
        ("non voglio un uomo", False, "F"),
        ("preferirei non un uomo, capisce", False, "F"),
        ("un uomo, ho bisogno di mani forti", False, "M"),
        ("fa niente chi", True, None),
    ],
)
def test_a_wish_for_somebody_at_the_question_who(text: str, anyone: bool, gender: str | None) -> None:
    said = heard("body", text, "operatore")
    assert (said.any_operator, said.operator_gender) == (anyone, gender)
