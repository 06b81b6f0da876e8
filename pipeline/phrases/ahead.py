"""What is said in every other call, word for word: the greeting of the hour and the questions that name nothing.

Called by `sidecar.jobs`, which has it spoken ahead while nobody is served; calls `render`. What holds a name, a day or a time is not
here: it is another text in each call.
"""

from datetime import datetime

from pipeline.model.business import Settings
from pipeline.model.meanings import (
    AskBirth,
    AskConsent,
    AskDay,
    AskMore,
    AskName,
    AskOtherTime,
    AskPhone,
    AskTime,
    AskWish,
    Goodbye,
    Greeted,
    Meaning,
    NotUnderstood,
    OfferHandoff,
)
from pipeline.phrases.render import render

QUESTIONS: tuple[Meaning, ...] = (
    AskName(), AskDay(), AskTime(), AskPhone(), AskMore(), AskWish(), Goodbye(), Goodbye(thanks=True), AskName(first_only=True),
    AskDay(again=True), AskTime(again=True), AskOtherTime(), AskBirth(), NotUnderstood(1), OfferHandoff(),
)  # fmt: skip
"""In the order in which a call usually needs them."""


def ahead(settings: Settings, now: datetime) -> tuple[str, ...]:
    """The speech of the greeting as it is at this hour, and of each fixed question, in the language and the register of the business."""
    greeting = Greeted(now.hour, settings.nome_attivita, settings.saluto)
    meant = (greeting, *QUESTIONS, AskConsent(settings.consenso_testo))
    said = (render((meaning,), settings.lingua, now.date(), settings.tono)[1] for meaning in meant)
    return tuple(dict.fromkeys(speech for speech in said if speech))
