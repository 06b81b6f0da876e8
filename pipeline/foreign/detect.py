"""Which of the four languages a short turn is in: telling words first, letter groups second, what was known before third.

Called by the translation stage, the formatter and the desk. Calls `languages` and `samples`. Must never know the caller: his
language and the session's come in as `prior`. Words that live in several languages ("no", "si", "ok") never switch.
"""

import math
from collections import Counter
from functools import lru_cache

from pipeline.foreign.languages import LANGUAGES, Language, supported, words
from pipeline.foreign.samples import SAMPLES

_TELLING: dict[Language, str] = {
    "it": """da ha se seguenti nostri nostre abbiamo ecco messo nulla giorni era si accettiamo di che con per primo prima ultimo carta
        ordini
        il
        lo la gli le un uno una del dello della dei degli delle nel nella sul
        sulla dal dalla al allo alla agli ed ad sono sei siamo
        siete hai abbiamo avete hanno ho mi ti ci vi non piu anche come quando dove quanto quale quali perche chi cosa questo
        questa vorrei
        posso puo potrei fare fate faccio bene grazie prego ciao buongiorno buonasera salve arrivederci domani oggi ieri lunedi martedi
        mercoledi giovedi venerdi sabato domenica mattina pomeriggio sera ora ore orari appuntamento prenotare disdire spostare
        prezzo costa servizi prodotti sconto carrello aiuto persona operatore certo perfetto confermo annulla va vostro mio mia miei suo
        quello meglio verso dopo prima settimana prossima chiusi aperti allora ecco subito giorno adesso senta scusi invece anzi gennaio
        febbraio marzo aprile maggio giugno luglio settembre ottobre novembre dicembre indietro ripeti avanti tutto niente nessuno
        mandami tengo teniamo cosi lascio lasci""",
    "en": """following here minutes right now yet the a an of to and in is are was you your we our i my me do does did have has can
        could would should will what when where
        which who
        why how much many this that these those it on at for with from not no yes please thanks thank hello hi hey good morning afternoon
        evening bye goodbye tomorrow today yesterday monday tuesday wednesday thursday friday saturday sunday open close closed
        opening hours
        book booking appointment cancel move change reschedule price cost services products discount cart help person human sure
        right okay
        repeat back next week day time like need want speak talk someone there any some about great fine perfect if or but they he she
        english perfect first second third last one two three card cards order orders accept work works january february
        march april june july august september october november december""",
    "es": """siguientes nuestro nuestra nuestros nuestras estamos tenemos he lo eso esta el los las de en y o es son un una unos unas
        del al que quien cuando donde cuanto cual cuales porque como esta este estos
        soy eres
        somos tengo tiene tienen tienes hay mi mis su sus me te se nos no si muy mas tambien quisiera quiero puedo puede podria hacer hace
        bien gracias hola buenos buenas dias tardes noches adios hasta luego manana hoy ayer lunes martes miercoles jueves viernes sabado
        domingo tarde noche primero primera tarjeta pedido pedidos enlace hora horas horario horarios cita reservar cancelar
        cambiar precio cuesta servicios productos descuento carrito
        ayuda persona claro vale acuerdo confirmo usted ustedes nosotros semana proxima abierto abiertos cerrado por para con sin pero
        enero febrero mayo junio julio agosto septiembre octubre noviembre diciembre ahora despues antes gustaria eso ese esa""",
    "pt": """seguintes nosso nossa nossos nossas estamos temos neste nesta conosco aqui o os as um uma uns umas do da dos das no na nos
        nas ao aos em e ou de que quem quando onde quanto qual quais porque como
        este esta
        isso sou somos tenho tem temos voce voces eu meu minha meus minhas seu sua se nao sim muito mais tambem gostaria quero
        queria posso
        pode poderia fazer faz bem obrigado obrigada ola oi bom boa dia tarde noite tchau ate logo amanha hoje ontem segunda terca quarta
        quinta sexta primeiro primeira cartao pedido pedidos falar alguem feira sabado domingo manha hora horas horario horarios
        marcar marcacao cancelar mudar preco custa servicos produtos
        desconto carrinho ajuda pessoa claro certo confirmo semana proxima aberto abertos fechado por para com sem mas ficam abrem
        janeiro fevereiro abril maio junho julho agosto setembro outubro novembro dezembro agora depois antes consulta""",
}
_MARKS: tuple[tuple[str, Language, float], ...] = (
    ("¿", "es", 4.0), ("¡", "es", 4.0), ("ñ", "es", 3.5), ("ã", "pt", 3.5), ("õ", "pt", 3.5), ("ç", "pt", 3.0), ("ê", "pt", 1.5),
    ("â", "pt", 1.0), ("ì", "it", 3.0), ("ò", "it", 2.5), ("è", "it", 2.5), ("ù", "it", 2.5),
)  # fmt: skip
_WORD_WEIGHT = 2.2
_PRIOR_WEIGHT = 1.6
_HABIT = 0.35
"""Without any other sign a caller of this business speaks Italian."""
_NEUTRAL = frozenset(
    ["no", "si", "ok", "okay", "okey", "stop", "whatsapp", "link", "email", "mail", "sms", "a", "e", "o", "hotel", "taxi", "bar"]
)
_CLEAR = 0.6
"""From here on prose is said to be in a language."""
_PARTICLES = frozenset(["de", "da", "do", "dos", "das", "del", "della", "di", "la", "los", "las", "san", "santa", "e", "y", "al", "el"])
"""Words that also stand inside names: alone they switch no language."""


@lru_cache(maxsize=1)
def _telling() -> dict[str, tuple[Language, ...]]:
    owners: dict[str, list[Language]] = {}
    for language in LANGUAGES:
        for word in set(_TELLING[language].split()):
            owners.setdefault(word, []).append(language)
    return {word: tuple(found) for word, found in owners.items()}


def _groups(text: str) -> Counter[str]:
    counted: Counter[str] = Counter()
    for word in words(text):
        padded = f" {word} "
        counted.update(padded[i : i + 3] for i in range(len(padded) - 2))
    return counted


@lru_cache(maxsize=1)
def _tables() -> dict[Language, dict[str, float]]:
    counts = {language: _groups(SAMPLES[language]) for language in LANGUAGES}
    known: set[str] = {group for counted in counts.values() for group in counted}
    tables: dict[Language, dict[str, float]] = {}
    for language in LANGUAGES:
        counted = counts[language]
        total = sum(counted.values()) + 0.4 * len(known)
        # Few counts occur: their weights are shared, not made once a group.
        weights = {count: math.log((count + 0.4) / total) for count in {0, *counted.values()}}
        tables[language] = {group: weights[counted[group]] for group in known}
    return tables


def detect(text: str, prior: str | None = None) -> tuple[Language, float]:
    """The language of a turn with a confidence from 0 to 1; `prior` (session's or caller's language) wins where nothing tells.

    A turn that says nothing of its own ("ok", "no", a number, a name) comes back in the prior language with low confidence.
    """
    expected = supported(prior)
    heard = [word for word in words(text) if word not in _NEUTRAL]
    if not heard:
        return expected or "it", 0.3
    lowered = text.casefold()
    scores = _scores(heard, lowered)
    scores[expected or "it"] += _PRIOR_WEIGHT if expected else _HABIT
    best = max(LANGUAGES, key=lambda language: scores[language])
    if best != (expected or "it") and not _tells(best, expected or "it", heard, lowered):
        return expected or "it", 0.4
    return best, _certainty(scores, best)


def prose_language(text: str) -> tuple[Language | None, float]:
    """The language of written prose, None where it holds too little to tell (a name, a number, words alike in several)."""
    heard = [word for word in words(text) if word not in _NEUTRAL]
    if not heard:
        return None, 0.0
    scores = _scores(heard, text.casefold())
    best = max(LANGUAGES, key=lambda language: scores[language])
    confidence = _certainty(scores, best)
    return (best, confidence) if confidence >= _CLEAR else (None, confidence)


def _scores(heard: list[str], lowered: str) -> dict[Language, float]:
    scores: dict[Language, float] = dict.fromkeys(LANGUAGES, 0.0)
    _weigh_words(heard, scores)
    _weigh_groups(" ".join(heard), scores)
    for mark, language, weight in _MARKS:
        if mark in lowered:
            scores[language] += weight
    return scores


def _certainty(scores: dict[Language, float], best: Language) -> float:
    return round(1 / sum(math.exp(min(score - scores[best], 0.0)) for score in scores.values()), 3)


def _tells(best: Language, expected: Language, heard: list[str], lowered: str) -> bool:
    """Whether at least one word or letter speaks for `best` and not for what was expected; letter groups alone never switch."""
    telling = _telling()
    owned = (telling.get(word, ()) for word in heard if word not in _PARTICLES)
    if any(best in owners and expected not in owners for owners in owned):
        return True
    return any(mark in lowered for mark, language, _ in _MARKS if language == best)


def _weigh_words(heard: list[str], scores: dict[Language, float]) -> None:
    telling = _telling()
    for word in heard:
        owners = telling.get(word, ())
        for language in owners:
            scores[language] += _WORD_WEIGHT / len(owners) ** 1.5


def _weigh_groups(text: str, scores: dict[Language, float]) -> None:
    """Letter groups count by their mean, so that a long foreign name cannot outvote the words around it."""
    tables = _tables()
    groups = _groups(text)
    known = [(group, count) for group, count in groups.items() if group in tables["it"]]
    total = sum(count for _, count in known)
    if not total:
        return
    scale = min(total, 12) / total * 0.9
    middle = {group: sum(tables[language][group] for language in LANGUAGES) / 4 for group, _ in known}
    for language in LANGUAGES:
        table = tables[language]
        scores[language] += scale * sum(count * (table[group] - middle[group]) for group, count in known)
