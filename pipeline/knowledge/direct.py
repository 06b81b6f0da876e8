"""The third step: remarks that ask for no knowledge ("chi sei?", "grazie", "aiuto"), answered from `prompt_agent.md` or by fixed words.

Called by `answers`. Calls `world.recall.agent_prompt`, `grounding`. A model speaks from the profile alone; without one, or where it
says more than the profile holds, the fixed words stand. Whoever asks whether this is a machine is always told so.
"""

import re

from pipeline.foreign.detect import detect
from pipeline.foreign.languages import Language
from pipeline.foreign.languages import words as heard_words
from pipeline.foreign.topics import flat
from pipeline.knowledge.consult import Consult
from pipeline.knowledge.draft import fill, words
from pipeline.knowledge.grounding import invented
from pipeline.knowledge.house import Reached, reached
from pipeline.knowledge.prompts import PERSONA, fenced, language_name
from pipeline.knowledge.question import Finding
from pipeline.knowledge.redaction import redacted
from pipeline.knowledge.scope import Scope
from pipeline.knowledge.texts import template
from pipeline.knowledge.tokens import scan
from pipeline.knowledge.values import ANONYMOUS, Values
from pipeline.model.parse import Parse

_LONGEST = 60
_TALK: dict[Language, tuple[tuple[str, str], ...]] = {
    "it": (("thanks", r"\bgrazie\b|\bringrazi\w*"), ("help", r"\baiut\w*|cosa (?:puoi|puo|sai) fare|come funziona"),
           ("greeting", r"^(?:ciao|buongiorno|buonasera|salve|buon pomeriggio)\b")),
    "en": (("thanks", r"\bthank(?:s| you)\b"), ("help", r"\bhelp\b|what can you do"), ("greeting", r"^(?:hello|hi|hey|good \w+)\b")),
    "es": (("thanks", r"\bgracias\b"), ("help", r"\bayuda\w*|que (?:puedes|puede) hacer"), ("greeting", r"^(?:hola|buen[oa]s)\b")),
    "pt": (("thanks", r"\bobrigad[oa]\b"), ("help", r"\bajuda\w*|o que (?:voce )?pode fazer"), ("greeting", r"^(?:ola|oi|bom dia|"
                        r"boa \w+)\b")),
}  # fmt: skip
_BY_TOPIC = {"chi_sei": "who_am_i", "come_stai": "how_are_you"}
HOUSE: dict[Reached, str] = {"yes": "house_yes", "no": "house_no", "here": "house_here"}
_SHORT = 7
_ASSISTANT = re.compile(r"\bas+istente?\b|\bassistant\b|automatic|\bvirtual")
_PERSON = re.compile(r"\bperson[ae]?\b|\buman[oae]\b|\bhuman[oa]?\b|\bpessoa\b")


def direct(scope: Scope, consult: Consult) -> Finding | None:
    """The answer to a remark about the assistant or of courtesy, None for anything else."""
    key = _house(scope) or _remark(scope)
    if key is None:
        return None
    if key in HOUSE.values():
        return Finding(template(key, scope.language), "impostazioni", {"business": words(scope.world.reads.settings().nome_attivita)})
    said = _from_profile(scope, consult)
    if said is not None and (key != "who_am_i" or _owns_up(said)):
        return Finding(said, "prompt_agent.md", by_model=True)
    slots = {"business": words(scope.world.reads.settings().nome_attivita)} if key == "who_am_i" else {}
    return Finding(template(key, scope.language), "assistente", slots)


def remarks(scope: Scope) -> bool:
    """Whether the question is about the assistant or the house itself: no words of the owner's FAQ answer it."""
    return scope.reading.topic in _BY_TOPIC or _house(scope) is not None


def _house(scope: Scope) -> str | None:
    """Whom the caller has reached, where he asks for it in so many words."""
    parse = scope.question.parse or Parse(scope.question.text, question="?" in scope.question.text)
    if scope.blind:
        return None
    found = reached(parse, scope.world.reads.settings(), scope.lexicon, scope.language)
    return HOUSE[found] if found is not None else None


def _owns_up(said: str) -> bool:
    """Whether somebody who asks is told that this is an assistant, and not a person."""
    return _ASSISTANT.search(flat(said)) is not None and _PERSON.search(flat(said)) is None


def _remark(scope: Scope) -> str | None:
    topic = _BY_TOPIC.get(scope.reading.topic or "")
    parse = scope.question.parse
    if topic is not None:
        return topic
    if parse is not None and parse.command == "aiuto":
        return "help"
    if len(heard_words(scope.question.text)) > _SHORT:
        return None
    heard = flat(scope.question.text)
    return next((key for key, pattern in _TALK[scope.language] if re.search(pattern, heard)), None)


def _from_profile(scope: Scope, consult: Consult) -> str | None:
    """A model's words from the profile, its tokens replaced before the model sees it."""
    profile = scope.world.recall.agent_prompt()
    if not profile or not consult.ready():
        return None
    values = Values(scope.world, scope.language, ANONYMOUS, scope.question.workspace_id, None)
    told = fill(scan(profile, values.resolve).draft)
    answer = consult.ask(PERSONA.format(language=language_name(scope.language)), fenced(profile=told, remark=redacted(scope.question.text)))
    if answer is None or len(heard_words(answer)) > _LONGEST or invented(answer, (told, scope.question.text)):
        return None
    heard, confidence = detect(answer, scope.language)
    return answer if heard == scope.language or confidence < 0.6 else None
