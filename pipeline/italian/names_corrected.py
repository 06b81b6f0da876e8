"""Words before a name that are none of it: "no, Berdi con la B", "la Franca", "scriva Bianchi".

Called by `names` for the words before a bare name; calls the lists of names. It must never know which name was heard before.
"""

from pipeline.italian.hearing import Hearing
from pipeline.italian.names_family import SURNAMES
from pipeline.italian.names_given import GIVEN
from pipeline.italian.names_words import NEVER
from pipeline.italian.wordlists import word_set

_WRITE_DOWN = word_set(
    "scriva scrivi scrivete metta metti mettete mettere segni segna segnate segnare prova provi provate guardi guarda controlli cerchi "
    "cosi puo puoi potete me come pure sotto"
)


def leads_to_a_name(hearing: Hearing, place: int) -> bool:
    """Whether this word only leads to the name behind it: a no that puts it right, an article before a given name."""
    words = hearing.words
    if place + 1 >= len(words):
        return False
    norm, following = words[place].norm.rstrip("'"), words[place + 1].norm
    if norm in ("la", "il", "l"):
        return following in GIVEN and following not in NEVER and place + 2 >= len(words)
    if norm == "sarebbe":
        return True
    listed = (following in GIVEN or following in SURNAMES) and following not in NEVER
    spelled = [word.norm for word in words[place + 2 : place + 4]] == ["con", "la"]
    return norm == "no" and (listed or spelled)


def is_writing_down(hearing: Hearing, place: int) -> bool:
    """Whether the word only asks to write the name down; "lo metta" is, "Lo Presti" is not."""
    norm = hearing.words[place].norm
    if norm in ("con", "sotto") and place:
        return hearing.words[place - 1].norm in _WRITE_DOWN  # "provi con Bianchi"
    return norm in _WRITE_DOWN or (norm in ("lo", "la", "mi") and hearing.words[place + 1].norm in _WRITE_DOWN)
