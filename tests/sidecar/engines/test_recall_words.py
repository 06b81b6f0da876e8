"""The words of a question: elisions, stems, accents, synonyms, phrases, slips of the pen; and what an entry covers of them."""

import pytest

from sidecar.engines.faq_file import Entry
from sidecar.engines.lexical import analyse, words
from sidecar.engines.lexical_score import THRESHOLD, Corpus, corpus, document, query, score
from sidecar.engines.lexical_synonyms import synonyms

ENTRIES = (
    Entry("Avete il parcheggio?", "Sì, dietro l'edificio, gratis per due ore."),
    Entry("Come si disdice un appuntamento?", "Con una telefonata entro il giorno prima.", "it", ("annullare la visita",)),
    Entry("Quanto dura la piega?", "Mezz'ora."),
    Entry("Fate la tinta in gravidanza?", "Dal quarto mese, senza ammoniaca."),
    Entry("Si può pagare con la carta?", "Sì, anche con il bancomat."),
    Entry("Accettate i cani?", "Solo quelli piccoli."),
)


def loaded(entries: tuple[Entry, ...] = ENTRIES) -> Corpus:
    return corpus("it", [document(entry, at) for at, entry in enumerate(entries)])


def best(text: str) -> tuple[str, float]:
    found = loaded()
    ranked = sorted(((score(query(text, found), one, found), one.entry.question) for one in found.documents.values()), reverse=True)
    return ranked[0][1], ranked[0][0]


def terms(text: str) -> set[str]:
    return {unit.strong[0] for unit in analyse(text, "it")}


def test_elisions_are_split_whatever_the_apostrophe() -> None:
    assert words("L'appuntamento dell’ANNO e un po`") == ["l", "appuntamento", "dell", "anno", "e", "un", "po"]


def test_tokens_of_the_formatter_are_no_words() -> None:
    assert words("Ecco: [LIST_SERVICES] oggi") == ["ecco", "oggi"]


def test_a_word_typed_without_its_accent_is_the_same_word() -> None:
    found = loaded((Entry("Quali novità avete?", "Molte."), Entry("Avete il parcheggio?", "Sì.")))
    assert (
        score(query("quali novita", found), found.documents[0], found)
        == score(query("quali novità", found), found.documents[0], found)
        > 0.9
    )
    assert terms("e' gia cosi") == terms("è già così") == set()


def test_questions_of_stop_words_alone_have_no_units() -> None:
    assert analyse("Scusi, ma lei come fa?", "it") == ()


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("c'è un posteggio?", "Avete il parcheggio?"),
        ("dove posso lasciare la macchina?", "Avete il parcheggio?"),
        ("avete il parchegio", "Avete il parcheggio?"),
        ("vorrei sapere come si annulla la prenotazione", "Come si disdice un appuntamento?"),
        ("per la disdetta di un appuntamento?", "Come si disdice un appuntamento?"),
        ("quanto tempo ci vuole per una piega?", "Quanto dura la piega?"),
        ("sono incinta, posso fare il colore?", "Fate la tinta in gravidanza?"),
        ("prendete il bancomat?", "Si può pagare con la carta?"),
        ("posso venire con il cagnolino?", "Accettate i cani?"),
    ],
)
def test_other_words_for_the_same_thing_find_the_entry(said: str, meant: str) -> None:
    assert best(said)[0] == meant


def test_a_question_in_the_entrys_own_words_scores_one() -> None:
    assert best("Quanto dura la piega?") == ("Quanto dura la piega?", pytest.approx(1.0))


@pytest.mark.parametrize("said", ["quanto costa la piega?", "accettate i gatti?", "avete la piscina?", "la piega è garantita?"])
def test_a_neighbour_of_an_entry_scores_far_less_than_its_own_question(said: str) -> None:
    assert best(said)[1] < 0.58


def test_synonyms_written_by_the_owner_count_as_questions() -> None:
    assert best("annullare la visita")[0] == "Come si disdice un appuntamento?"
    assert best("annullare la visita")[1] > 0.9


def test_strangers_that_share_a_short_stem_do_not_share_a_meaning() -> None:
    found = corpus("it", [document(Entry("Quando siete in ferie?", "Ad agosto."), 1), document(Entry("Curate una ferita?", "Sì."), 2)])
    asked = query("fate le vacanze?", found)
    assert score(asked, found.documents[1], found) > score(asked, found.documents[2], found) == 0


def test_every_language_knows_the_same_groups_as_italian() -> None:
    italian = synonyms("it")
    strangers = {name for language in ("en", "es", "pt") for name in synonyms(language) if name not in italian}
    assert strangers == set()


@pytest.mark.parametrize(
    ("language", "question", "said"),
    [
        ("en", "Is there parking?", "where can I leave my car?"),
        ("es", "¿Hay aparcamiento?", "¿dónde puedo dejar el coche?"),
        ("pt", "Há estacionamento?", "onde posso deixar o carro?"),
    ],
)
def test_the_other_languages_have_their_own_synonyms(language: str, question: str, said: str) -> None:
    found = corpus(language, [document(Entry(question, "Yes.", language), 1)])
    assert score(query(said, found), found.documents[1], found) > 0.58


def test_a_rule_for_dogs_answers_nothing_about_cats() -> None:
    assert best("posso portare il gatto?")[1] < THRESHOLD
    assert best("posso portare il barboncino?")[0] == "Accettate i cani?"
    assert best("gli animali possono entrare?")[0] == "Accettate i cani?"
    listed = loaded((Entry("Posso portare animali?", "Cani e gatti sì."),))
    assert score(query("posso portare il gatto?", listed), listed.documents[0], listed) > THRESHOLD


def test_one_means_of_payment_is_answered_by_those_accepted() -> None:
    assert best("posso pagare con satispay?")[0] == "Si può pagare con la carta?"
