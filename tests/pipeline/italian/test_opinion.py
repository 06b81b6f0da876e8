"""The fitted second opinion: what it reads, what it leaves to the tables, and that its weights can be found again."""

import datetime as dt

import pytest

from pipeline.italian import judging, opinion, opinion_weights
from pipeline.italian.parse import parse
from pipeline.model.parse import Context, Intent, Step
from tests.eval.cases import lexicon
from tests.eval.training import sources

NOW = dt.datetime(2026, 3, 5, 9, 40)


def context(step: Step | None = None, business: str = "salone") -> Context:
    return Context(now=NOW, lexicon=lexicon(business), step=step)


def test_every_class_has_a_weight_for_every_bucket() -> None:
    assert [len(plane) for plane in opinion_weights.PLANES] == [opinion.BUCKETS] * len(opinion.CLASSES)


def test_the_shares_of_an_utterance_add_up_to_one() -> None:
    judged = judging.judge("mi sposta la piega?", "mi sposta la piega?", context())
    assert sum(opinion.likelihoods(opinion.features(judged, context()))) == pytest.approx(1.0)


def test_an_empty_utterance_has_shares_too() -> None:
    judged = judging.judge("", "", context())
    assert sum(opinion.likelihoods(opinion.features(judged, context()))) == pytest.approx(1.0)


def test_a_command_stays_with_the_tables() -> None:
    judged = judging.judge("annulla", "annulla", context())
    assert not opinion.is_open(judged)


ANSWERED: tuple[tuple[Step, str], ...] = (
    ("data", "venerdì alle 10"),
    ("data", "vorrei venire giovedì, se si può"),
    ("ora", "alle undici, prima devo portare la bimba a scuola"),
    ("servizi", "vorrei prenotare un taglio da donna"),
    ("operatore", "mi trovo bene con Sara"),
    ("cliente", "Marina Bertoli, sono già venuta da voi"),
    ("telefono", "tre due otto quattro cinque sei sette otto nove zero"),
)


@pytest.mark.parametrize(("step", "text"), ANSWERED)
def test_an_answer_to_the_open_question_is_no_request(step: Step, text: str) -> None:
    assert parse(text, context(step)).intent is None


ASKED: tuple[tuple[Step, str, Intent], ...] = (
    ("data", "aspetti, prima vorrei capire se il sabato lavorate", "info"),
    ("ora", "scusi, ma quanto dura più o meno?", "info"),
    ("conferma", "mi dica una cosa, si può pagare con il bancomat?", "info"),
    ("cliente", "preferirei parlare con qualcuno in carne e ossa", "operatore"),
    ("servizi", "senta, mi passi la titolare", "operatore"),
)


@pytest.mark.parametrize(("step", "text", "intent"), ASKED)
def test_what_is_no_answer_is_heard_in_the_middle_of_a_dialogue(step: Step, text: str, intent: Intent) -> None:
    assert parse(text, context(step)).intent == intent


@pytest.mark.parametrize("text", ["mah", "eh già, chissà", "quella di prima", "mio marito dice di no ma io non so", "aspetti che guardo"])
def test_no_yes_is_made_up_at_the_recap(text: str) -> None:
    assert parse(text, context("conferma")).yes_no is not True


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("avrei un contrattempo per giovedì, devo rinunciare", "cancella"),
        ("se salta qualcuno mi fate sapere?", "waitlist"),
        ("la visita che ho lunedì la vorrei di pomeriggio", "modifica"),
        ("mi fa male la pancia, che medicina prendo?", "fuori_tema"),
    ],
)
def test_indirect_ways_of_asking_are_understood(text: str, intent: Intent) -> None:
    assert parse(text, context(business="medico")).intent == intent


def test_asking_for_a_person_is_the_command_too() -> None:
    said = parse("mi passi la segretaria per favore", context())
    assert (said.intent, said.command) == ("operatore", "umano")


def test_every_training_sentence_bears_a_label_of_the_model() -> None:
    labels = {case.expect["intent"] for cases in sources().values() for case in cases if "intent" in case.expect}
    assert labels <= set(opinion.CLASSES)
