"""What callers say to a question about themselves instead of an answer: they ask why, will not say, have said so, are clients already.

Called by `parse` while such a question is open; calls the word splitter. It must never know what follows: the flows decide.
"""

import re
from dataclasses import replace

from pipeline.italian.names import is_listed
from pipeline.italian.names_words import NEVER
from pipeline.italian.words import fold
from pipeline.model.parse import Flag, Intent, Parse, Step

STEPS: frozenset[Step] = frozenset(
    {"cliente", "cognome", "disambiguazione", "registrazione", "telefono", "telefono_conferma", "data_nascita", "consenso"}
)
"""The questions about the person."""

_LEADS = r"^(?:(?:e|ma|no|si|scusi|scusa|mi scusi|senta|guardi|ok|va bene|beh|boh|mah|aspetti|allora|poi|buongiorno)[ ,]+)*"
_CLITIC = r"(?:(?:ve|te|gliel|glie|me|ce|lo|la|le|li|vi|ti|l) ?'? ?)*"
_GIVE = r"(?:do|dico|lascio|fornisco|comunico|rilascio)"
_WILL = r"(?:voglio|vorrei|intendo|posso|mi va(?: di)?|mi sento(?: di)?|me la sento(?: di)?|sono (?:tenut[oa]|obbligat[oa]) a)"
_TELL = r"(?:dar|dir|lasciar|fornir|comunicar|rilasciar|registrar|iscriver)\w+"
_HERE = r"(?:venut[oaie]|stat[oaie]|passat[oaie]|client[ei]|registrat[oaie]|iscritt[oaie]|vostr[oaie])"
_GOOD_FOR = r"(?:serv\w+|c ?'? ?entr\w+|import\w+|interess\w+|bisogn\w+|dati)"
_NEEDED = r"(?:obbligatori\w|necessari\w|indispensabil\w|facoltativ\w)"

_WHY = re.compile(
    rf"{_LEADS}(?:perche(?! (?:no|non)\b)|come mai|per (?:quale|che) (?:motivo|ragione)|se non {_CLITIC}{_GIVE}"
    rf"|(?:per |a )?(?:che|cosa|che cosa) (?:vi |le |ti |gli |mi |ve ne |ne )?{_GOOD_FOR}|(?:che|quali) (?:bisogno|senso|motivo|dati)"
    rf"|(?:vi |le |ti )?(?:proprio |davvero )?(?:e )?{_NEEDED}|(?:devo|bisogna|serve|occorre) (?:proprio|per forza|davvero)|per forza\b"
    r"|(?:che|cosa|che cosa) (?:ve ne|ne) (?:fa\w*|farete)\b|come (?:li|lo|la) (?:usa|tratta|conserva)\w*"
    r"|(?:chi|dove) (?:li|lo|la) (?:ved|tien|mett|conserv)\w*"
    r"|(?:quanto |si )?(?:costa|paga)(?: qualcosa)?(?: la| per)? (?:registra|iscri)\w+"
    r"|(?:la )?registra\w+ (?:quanto |si )?(?:costa|paga|e gratis))"
)
_UNWILLING = re.compile(
    rf"\bnon {_CLITIC}{_GIVE}\b|\bnon {_CLITIC}{_WILL} {_TELL}|\bpreferi\w+ (?:di no|non )|\bmeglio di no\b"
    r"|\b(?:fatti|affari|cose) mie?i?\b|\b(?:e|sono) (?:personal[ei]|riservat[oaie]|privat[oaie])\b"
    r"|\bsenza (?:dar|dir|lasciar|registrar)\w+|\bnon ho (?:un |il |nessun |piu il )?(?:telefono|cellulare|numero)\b"
)
_TOLD = re.compile(
    r"\bho (?:gia|appena) (?:dett|dat|lasciat|fornit|comunicat)[oaie]\b|\b(?:gia|appena) (?:dett|dat)[oaie]\b(?! (?:il|la) consenso)"
    r"|\bho (?:dett|dat|lasciat)[oaie] (?:prima|poco fa|adesso|un attimo fa|due volte)\b"
)
_KNOWN = re.compile(
    rf"\bgia (?:un |una |tra |fra |nei |dei |stat[oaie] |vostr[oaie] |da voi |molte volte )*{_HERE}"
    r"|\bsono (?:sempre )?(?:un |una )?(?:vostr[oaie] |vecchi[oa] )?client[ei]\b"
    r"|\b(?:vengo|veniamo) (?:sempre |spesso |gia )?(?:da voi|li|qui|da anni)"
    r"|\b(?:venut|stat)[oaie] (?:gia |altre |tante |molte |un'altra |l'altra |da voi|li |altr)|\bmi conosc\w+\b"
    r"|\b(?:ce l ?'? ?|l ?'? ?|mi )?(?:avete|ha|hai|avrete) gia\b(?! (?!registr|segn|iscri)\w+[aiu]t[oaie]\b)"
    r"|\bgia (?:ce l ?'? ?)?avete\b"
)


_CONTACT = r"(?:numero|telefono|cellulare|recapit\w+|indirizzo|mail|email)"
_NEW_CONTACT = re.compile(
    rf"\b(?:cambi\w+|aggiorn\w+|modific\w+|corregg\w+|sostitu\w+) (?:\w+ ){{0,3}}{_CONTACT}\b"
    r"|\b(?:nuovo|altro) (?:numero|telefono|cellulare)\b"
    r"|\bnumero (?:di telefono )?nuovo\b|\bnumero (?:vecchio )?non (?:ce l|esiste|e piu|funziona)"
)


def new_contact(text: str) -> bool:
    """Whether the caller's telephone or address is another than the one on his card ("ho cambiato numero")."""
    return _NEW_CONTACT.search(fold(text)) is not None


_NOT_HE = re.compile(
    r"\bnon (?:(?:(?P<sure>mi chiamo|sono io|sono lei|sono quell[oa])\b)|sono (?:la |il |l'? ?)?(?P<title>signor\w* )?(?P<name>\w+))"
    r"(?: (?P<next>\w+))?"
)


def not_himself(parse: Parse) -> Parse:
    """The Parse of a caller who says that he is not the one he is taken for ("non sono Anna"): that name is not his."""
    found = _NOT_HE.search(fold(parse.text))
    if found is None or not (found["sure"] or found["title"] or (is_listed(found["name"]) and found["name"] not in NEVER)):
        return parse
    read = replace(parse, flags=parse.flags | {"not_me"})
    denied = (found["name"] or found["next"] or "").split()
    first = fold((parse.name.nome or parse.name.cognome or "") if parse.name else "").split()[:1]
    correction = None if parse.correction and parse.correction.slot in ("cliente_nome", "cognome") else parse.correction
    return replace(read, name=None, correction=correction) if denied and denied == first else read


def beside(parse: Parse, step: Step | None) -> Parse:
    """The Parse with the flag of an aside about an open question of the person: it says neither yes nor no and asks for nothing."""
    if step not in STEPS or _answers(parse):
        return parse
    said = fold(parse.text)
    kind = next((flag for flag, words in _KINDS if words.search(said)), None)
    if kind is None or (kind == "asks_why" and parse.requests and not set(parse.requests) & _OVERHEARD):
        return parse
    refuses = kind == "unwilling"
    yes_no = False if refuses else True if kind == "asks_why" and _AGREES.match(parse.text.lower()) else None
    intent: Intent | None = "nega" if refuses else "conferma" if yes_no else None
    flags = (parse.flags - {"frustrated"}) | {kind}
    read = replace(parse, intent=intent, confidence=_SURE, requests=(intent,) if intent else (), topic=None, yes_no=yes_no, flags=flags)
    # "È obbligatorio?" where a name is asked for is none.
    return read if _is_a_name(parse) else replace(read, name=None)


def _answers(parse: Parse) -> bool:
    """Whether something was told that fills a slot: then it is no aside."""
    about_him = parse.telefono or parse.data_nascita or parse.birth or parse.phone_ending
    about_it = parse.services or parse.services_ambiguous or parse.date or parse.time or parse.operators or parse.date_interval
    return bool(about_him or about_it)


def _is_a_name(parse: Parse) -> bool:
    said = f"{parse.name.nome or ''} {parse.name.cognome or ''}" if parse.name else ""
    return any(is_listed(word) for word in fold(said).split())


_KINDS: tuple[tuple[Flag, re.Pattern[str]], ...] = (
    ("told_already", _TOLD),
    ("known_client", _KNOWN),
    ("asks_why", _WHY),
    ("unwilling", _UNWILLING),
)
_OVERHEARD: frozenset[Intent] = frozenset({"info", "conferma", "nega", "fuori_tema", "saluto"})
_AGREES = re.compile(r"(?:sì|si,|ok|va bene|certo|d'accordo)\b")
_SURE = 0.9
