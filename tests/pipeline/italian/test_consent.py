"""A consent that is taken back is heard as that, in four languages, and nothing else is."""

import pytest

from pipeline.italian.consent import withdraws_consent


@pytest.mark.parametrize(
    "text",
    [
        "revoco il consenso",
        "vorrei ritirare il mio consenso al trattamento dei dati",
        "le tolgo il consenso",
        "cancellate tutti i miei dati",
        "vorrei che eliminaste i miei dati",
        "dimenticate i miei dati, per favore",
        "I withdraw my consent",
        "please delete all my personal data",
        "retiro mi consentimiento",
        "borre mis datos",
        "apague os meus dados",
        "revogo o meu consentimento",
    ],
)
def test_a_withdrawal_is_heard(text: str) -> None:
    assert withdraws_consent(text)


@pytest.mark.parametrize(
    "text",
    [
        "cancelli il mio appuntamento",
        "vorrei annullare tutto",
        "va bene, do il consenso",
        "non revoco il consenso",
        "ritiro io i prodotti domani",
        "i miei dati sono cambiati, ho un altro telefono",
        "avete i miei dati?",
        "tolga la piega",
        "can you delete my appointment",
    ],
)
def test_nothing_else_is_heard_as_one(text: str) -> None:
    assert not withdraws_consent(text)
