"""Greetings, leave-taking and talk that concerns nothing here: what an utterance is when it asks for nothing.

Called by `parse` with a sentence made by `Hearing.sentence`; calls nobody. It must never know the intents.
"""

from pipeline.italian.wordlists import word_set

SALUTE = word_set(
    "buongiorno buonasera buondi salve ciao hey ehi ehila buon buona bella giornata serata pomeriggio notte buonanotte sera giorno "
    "bongiorno bonasera "
    "domenica week end weekend proseguimento continuazione natale anno feste fine settimana arrivederci arrivederla addio & auguri saluta "
    "salutami ciaociao bacioni baci abbraccio presto dopo prossima vediamo sentiamo "
    "ci a alla al e ed lei voi tutti tutte te tutto saluti saluto tanti cari cordiali distinti grazie mille tante infinite ancora di "
    "molte davvero "
    "gentile gentilissima gentilissimo signora signor signorina dottore dottoressa dottor professore ragazzi ragazze raga bella stia "
    "stammi bene pronto mi sente "
    "hello hola domani lavoro ringrazio ringraziamo vi la ti altrettanto anche lei ok va perfetto pranzo dottoré paola assistente DATE TIME"
)
"""Words an utterance may be made of that only greets, thanks or takes leave."""

_GREETS = word_set(
    "buongiorno buonasera buondi salve ciao hey ehila buon buona bella bongiorno bonasera arrivederci arrivederla addio saluti saluto "
    "buonanotte presto "
    "prossima vediamo sentiamo hello hola pronto"
)
_LITTLE = word_set(
    "mi ti ci vi si di del della dei delle da dal a al alla ai che chi come dove quando cosa quale per con su sul in nel e è & ha ho hai "
    "sono sei siete mia mio "
    "tuo tua suo sua se ma non piu anche questo questa puo puoi può devo vorrei posso fa fai fare dire dirmi dice"
)
_WHOLE_SENTENCE = 4


def is_foreign_talk(sentence: str) -> bool:
    """Whether it is a whole Italian sentence in which nothing concerns this business."""
    words = sentence.split()
    little = sum(1 for word in words if word in _LITTLE)
    return len(words) >= _WHOLE_SENTENCE and little >= 2 and len(words) - little >= 2


def is_salute(sentence: str) -> bool:
    """Whether nothing but greetings, thanks and titles was said."""
    words = sentence.split()
    return bool(words) and all(word in SALUTE for word in words) and any(word in _GREETS or word == "grazie" for word in words)
