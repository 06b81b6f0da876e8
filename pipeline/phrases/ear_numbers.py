"""Figures in words: the rules of `pipeline.phrases.ear` for everything that holds a digit, tried in one order.

Pure. Each rule rewrites the whole text; what a rule has read holds no digit any more, so the next ones cannot touch it.
Dates, hours and telephones come before plain numbers; the last rules leave no digit standing.
"""

import re
from datetime import date
from functools import cache

from pipeline.phrases.ear_scene import NUMBER, Rule, Scene, plain, value
from pipeline.phrases.ear_times import DATE_RULES, DAY_SPAN_RULES, HOUR_RULES, SHORT_DATE_RULES
from pipeline.phrases.spoken.amounts import count_words, decimal_words, money_words, one
from pipeline.phrases.spoken.cardinals import Gender, cardinal, digits, year
from pipeline.phrases.spoken.lexicon import lexicon
from pipeline.phrases.spoken.lists import disjunction
from pipeline.phrases.spoken.ordinals import ordinal
from pipeline.phrases.spoken.readings import reading
from pipeline.phrases.spoken.spelling import code_words, phone_words

_ELISION = re.compile(r"\b([Ii]|[Aa]|[Dd]a|[Dd]e|[Nn]e|[Ss]u)l (?=(?:8|11)(?!\d|[.,:]\d|[/.-]\d))")
_NUMERO = re.compile(r"(?<!\w)(?:n|nr|nro|num|no)\s?[.°]{1,2}\s?(?=\d)", re.IGNORECASE)
_PHONE = re.compile(r"(?<![\w.,])(?:\+\s?|00)?\d(?:[ ./-]?\(?\d\)?){7,15}(?!\w|[.,]\d)")
_THOUSANDS = re.compile(r"\d{1,3}(?:\.\d{3})+")
_CODE = re.compile(
    r"(?<![\w-])(?:(?=\w*\d)(?=\w*[A-Z])[A-Z0-9]{4,}(?:-[A-Z0-9]{2,})*|[A-Z]{2,}-(?=\w*\d)(?=\w*[A-Z])[A-Z0-9]{3,})(?![\w-])"
)
_LETTERED_RANK = re.compile(r"(?<![\w.,])(\d{1,2})([oa])(?!\w)")
_PERCENT = re.compile(rf"(?<![\d.,])([+-]\s?)?({NUMBER})\s?(%|‰)")
_DEGREES = re.compile(rf"(?<![\d.,])(-\s?)?({NUMBER})\s?°\s?C\b")
_RANK = re.compile(r"(?<![\d.,])(\d{1,2})\.?\s?([°ª])")
_ENGLISH_RANK = re.compile(r"(?<![\d.,])(\d{1,2})(?:st|nd|rd|th)\b")
_SPAN = re.compile(rf"(?<![\d.,-])({NUMBER})\s?-\s?({NUMBER})(?![\d-]|[.,]\d)")
_RATIO = re.compile(r"(?<![\d/])(\d{1,3})/(\d{1,3})(?![\d/])")
_ALWAYS = re.compile(r"(?<![\d/])(24|7)(\s?h)?\s?/\s?(24|7)(?![\d/])")
_WORD = re.compile(r"\s([^\W\d_]+)")
_TIMES = re.compile(r"(?<=\d)\s?[x×]\s?(?=\d)")
_ABOUT = re.compile(r"[~≈]\s?(?=\d)")
_LESS_MORE = re.compile(r"([<>])\s?(?=\d)")
_MINUS = re.compile(r"(?<![\w.,])-(?=\d)")
_LEFT = re.compile(rf"({NUMBER})(?:(\s?)([^\W\d_]+)(\.(?=\s+[a-zà-ÿ]))?)?")
_PHONE_DIGITS = range(8, 16)
_LONGEST_NUMBER = 9
_CALLED = frozenset(("112", "113", "114", "115", "117", "118", "1522", "911", "999"))
"""Numbers that are dialled: read digit by digit unless something is counted."""
_READ_IN_GROUPS = range(5, 8)
"""Figures without separators that count nothing are a number to be dialled or typed."""
_YEARS = range(1900, 2100)


def _numero(text: str, scene: Scene) -> str:
    return _NUMERO.sub(f"{scene.table.number} ", text)


def _elisions(text: str, scene: Scene) -> str:
    if scene.language != "it":
        return text
    return _ELISION.sub(lambda m: ("L'" if m[1] == "I" else "l'") if m[1] in "Ii" else f"{m[1]}ll'", text)


def _phones(text: str, scene: Scene) -> str:
    def words(match: re.Match[str]) -> str:
        written = match[0]
        figures = sum(character.isdigit() for character in written)
        parts = re.findall(r"\d+", written)
        meant = written.startswith(("+", "0", "3")) or max(map(len, parts)) >= 6
        if figures not in _PHONE_DIGITS or not meant or _THOUSANDS.fullmatch(written):
            return written
        return phone_words(written, scene.language)

    return _PHONE.sub(words, text)


def _codes(text: str, scene: Scene) -> str:
    return _CODE.sub(lambda m: code_words(m[0], scene.language), text)


@cache
def _money_patterns(language: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    names = r"€|\$|£|\bEUR\b|\bCHF\b"
    more = rf"(?:\s?-\s?(?:{names})?\s?({NUMBER}))?"
    per = r"(?:\s?/\s?([^\W\d_]+))?"
    words = "|".join(lexicon(language).euro)
    before = rf"({names})\s?(-)?({NUMBER}){more}{per}"
    after = rf"(?<![\d.,:])(-)?({NUMBER}){more}(?:,-)?\s?({names}|(?:{words})\b){per}"
    return re.compile(before, re.IGNORECASE), re.compile(after, re.IGNORECASE)


def _money(text: str, scene: Scene) -> str:
    def words(minus: str | None, first: str, last: str | None, sign: str, per: str | None) -> str:
        unit, cent = scene.table.currencies.get(sign.lower(), scene.table.currencies["€"])
        low = value(first, scene) * (-1 if minus else 1)
        said = money_words(low, scene.language, unit, cent)
        if last:
            begin, end = scene.table.span
            said = f"{begin} {decimal_words(low, scene.language)} {end} {money_words(value(last, scene), scene.language, unit, cent)}"
        return f" {said}" + (f" {_each(per, scene)}" if per else "")

    before, after = _money_patterns(scene.language)
    text = before.sub(lambda m: words(m[2], m[3], m[4], m[1], m[5]), text)
    return after.sub(lambda m: words(m[1], m[2], m[3], m[4], m[5]), text)


def _each(noun: str, scene: Scene) -> str:
    """What a price is counted by: "all'ora", "al mese", "a persona"."""
    unit = scene.table.units.get(noun.lower())
    noun = unit[0] if unit else noun
    if scene.language != "it":
        return f"{scene.table.per} {noun}"
    if noun[0].lower() in "aeiou":
        return f"all'{noun}"
    return f"{'al' if noun.endswith(('o', 'e')) else 'a'} {noun}"


def _always(text: str, scene: Scene) -> str:
    return _ALWAYS.sub(lambda m: f"{m[1]}{m[2] or ''} {scene.table.out_of} {m[3]}", text)


def _percents(text: str, scene: Scene) -> str:
    def words(match: re.Match[str]) -> str:
        sign = {"-": f"{scene.words.minus} ", "+": f"{scene.words.plus} "}.get((match[1] or "").strip(), "")
        return f"{sign}{decimal_words(value(match[2], scene), scene.language)} {scene.words.percent}"

    return _PERCENT.sub(words, text)


def _degrees(text: str, scene: Scene) -> str:
    def words(match: re.Match[str]) -> str:
        amount = value(match[2], scene)
        name = scene.table.degree[0 if amount == 1 else 1]
        return f"{scene.words.minus + ' ' if match[1] else ''}{decimal_words(amount, scene.language)} {name}"

    return _DEGREES.sub(words, text)


def _ranks(text: str, scene: Scene) -> str:
    text = _RANK.sub(lambda m: ordinal(int(m[1]), scene.language, "F" if m[2] == "ª" else "M"), text)
    if scene.language == "en":
        return _ENGLISH_RANK.sub(lambda m: ordinal(int(m[1]), "en"), text)
    return _LETTERED_RANK.sub(lambda m: ordinal(int(m[1]), scene.language, "F" if m[2] == "a" else "M"), text)


def _spans(text: str, scene: Scene) -> str:
    def words(match: re.Match[str]) -> str:
        first, last = value(match[1], scene), value(match[2], scene)
        before = text[: match.start()].rstrip().rsplit(" ", 1)[-1].lower()
        begin, end = scene.table.span
        if first >= last or (len(match[1]) > 1 and match[1][0] == "0"):
            return f"{match[1]}, {match[2]}"
        if scene.language != "en" and (last == first + 1 or before in scene.table.before_number) and before != begin:
            noun = _WORD.match(text, match.end())
            one_of = cardinal(1, scene.language, _gender(noun[1], scene, plural=True)) if noun and match[1] == "1" else match[1]
            return f"{one_of} {disjunction(cardinal(int(last), scene.language), scene.language)} {match[2]}"
        said = f"{match[1]} {end} {match[2]}"
        return said if before == begin or before in scene.table.before_number else f"{begin} {said}"

    return _SPAN.sub(words, text)


def _slashed(text: str, scene: Scene) -> str:
    """ "45/60 min": a slash that means from ... to ..., told by the unit."""
    units = "|".join(sorted(scene.table.units, key=len, reverse=True))
    return re.sub(rf"(?<![\d/.,])(\d{{1,3}})\s?/\s?(\d{{1,3}})(?=\s?(?:{units})(?!\w))", r"\1-\2", text, flags=re.IGNORECASE)


def _signs(text: str, scene: Scene) -> str:
    table = scene.table
    text = _RATIO.sub(rf"\1 {table.out_of} \2", text)
    text = _TIMES.sub(f" {table.times} ", text)
    text = _ABOUT.sub(f"{table.about} ", text)
    text = _LESS_MORE.sub(lambda m: f"{table.less if m[1] == '<' else table.more} ", text)
    return _MINUS.sub(f"{scene.words.minus} ", text)


def _gender(noun: str, scene: Scene, *, plural: bool = False) -> Gender:
    """The gender a noun shows by its ending, singular or plural; masculine where it shows none."""
    word = noun.lower()
    if scene.language == "en" or word in scene.table.masculine or word.rstrip("s") in scene.table.masculine:
        return "M"
    feminine = ("zione", "sione", "gione", "tà", "tù", "mano", "a") if scene.language == "it" else (
        "a", "as", "ción", "ciones", "sión", "siones", "dad", "dades", "ção", "são", "ções", "sões", "dade", "dades", "mano", "mão"
    )  # fmt: skip
    if plural and scene.language == "it":
        return "F" if word.endswith(("e", "zioni", "sioni")) else "M"
    return "F" if word.endswith(feminine) else "M"


def _number(written: str, noun: str | None, scene: Scene) -> str:
    """A number alone or before a noun, which it agrees with."""
    whole = written.isdigit()
    if whole and noun is None and (written in _CALLED or len(written) in _READ_IN_GROUPS):
        return phone_words(written, scene.language)
    if whole and (len(written) > _LONGEST_NUMBER or (written[0] == "0" and len(written) > 1)):
        return digits(written, scene.language)
    if not plain(written, scene):
        return ", ".join(_number(part, None, scene) for part in re.split("[.,]", written))
    amount = value(written, scene)
    if amount != int(amount):
        return decimal_words(amount, scene.language)
    if scene.language == "en" and whole and int(amount) in _YEARS and noun is None:
        return year(int(amount), "en")
    gender: Gender = _gender(noun, scene) if noun else "M"
    return cardinal(int(amount), scene.language, gender, apocope=noun is not None)


def _left(text: str, scene: Scene) -> str:
    """Whatever digits are still there, with the unit or noun that follows."""

    def words(match: re.Match[str]) -> str:
        written, gap, noun = match[1], match[2] or "", match[3]
        unit = scene.table.units.get((noun or "").lower())
        amount = value(written, scene)
        before = " " if match.start() and text[match.start() - 1].isalpha() else ""
        if unit and plain(written, scene):
            if amount == int(amount) and len(written) <= _LONGEST_NUMBER:
                return before + count_words(int(amount), unit[0], unit[1], scene.language, unit[2])
            return f"{before}{decimal_words(amount, scene.language)} {unit[1]}"
        counted = noun if noun and gap and noun.islower() and noun not in scene.table.no_nouns else None
        if amount == 1 and counted and written == "1" and len(counted) > 2:
            return before + one(counted, scene.language, _gender(counted, scene)) + (match[4] or "")
        return f"{before}{_number(written, counted, scene)}" + (f" {noun}{match[4] or ''}" if noun else "")

    return _LEFT.sub(words, text)


_RULES: tuple[Rule, ...] = (
    *DAY_SPAN_RULES, _elisions, _numero, *DATE_RULES, _money, _percents, *HOUR_RULES, _degrees, _always, _slashed, *SHORT_DATE_RULES,
    _phones, _codes, _ranks, _spans, _signs, _left,
)  # fmt: skip


def numbers(text: str, language: str, today: date | None) -> str:
    """The text with every figure in words; a text without figures comes back as it is."""
    scene = Scene(language, lexicon(language), reading(language), today)
    for rule in _RULES:
        if not any(map(str.isdigit, text)):
            return text
        text = rule(text, scene)
    return text
