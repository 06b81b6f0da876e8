"""The words of each language around a value: months, weekdays, prepositions of days and hours, money, letters of the alphabet.

One frozen table a language, read by `pipeline.phrases.values` and `pipeline.phrases.ear`. Pure data; no grammar lives here.
"""

from dataclasses import dataclass

from pipeline.phrases.spoken.table import row

LANGUAGES = ("it", "en", "es", "pt")


@dataclass(frozen=True, slots=True)
class HourWords:
    """How an hour of the clock is introduced: before one o'clock, before the others, and noon and midnight as whole phrases."""

    one: str
    many: str
    noon: str
    midnight: str


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Everything one language needs. In patterns {weekday}, {n}, {month}, {year}, {day} stand for what they name."""

    weekdays: tuple[str, ...]
    months: tuple[str, ...]
    day: str
    spoken_day: str
    bare_day: str
    """A day without its weekday, with its article."""
    plain_day: str
    """A day without weekday and article, as a date of birth is said."""
    with_year: str
    on: tuple[str, ...]
    today: str
    tomorrow: str
    clock_joint: str
    at: HourWords
    the: HourWords
    since: HourWords
    until: HourWords
    joint: str
    minute: tuple[str, str]
    hour: tuple[str, str]
    one_hour: str
    half: str
    """Added to whole hours for thirty minutes; like `quarter` empty where it is not said so."""
    quarter: str
    euro: tuple[str, str]
    cent: tuple[str, str]
    money_joint: str
    of_million: str
    percent: str
    decimal: str
    plus: str
    minus: str
    as_in: str
    alphabet: tuple[str, ...]


_IT = Lexicon(
    weekdays=("lunedì", "martedì", "mercoledì", "giovedì", "venerdì", "sabato", "domenica"),
    months=row("gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre"),
    day="{weekday} {n} {month}",
    spoken_day="{weekday} {n} {month}",
    bare_day="il {n} {month}",
    plain_day="{n} {month}",
    with_year="{day} {year}",
    on=("",) * 7,
    today="oggi",
    tomorrow="domani",
    clock_joint=" e ",
    at=HourWords("all'", "alle ", "a mezzogiorno", "a mezzanotte"),
    the=HourWords("l'", "le ", "mezzogiorno", "mezzanotte"),
    since=HourWords("dall'", "dalle ", "da mezzogiorno", "da mezzanotte"),
    until=HourWords("all'", "alle ", "a mezzogiorno", "a mezzanotte"),
    joint="e",
    minute=("minuto", "minuti"),
    hour=("ora", "ore"),
    one_hour="un'ora",
    half="e mezza",
    quarter="e un quarto",
    euro=("euro", "euro"),
    cent=("centesimo", "centesimi"),
    money_joint="e",
    of_million="di",
    percent="per cento",
    decimal="virgola",
    plus="più",
    minus="meno",
    as_in="come",
    alphabet=row(
        "Ancona Bologna Como Domodossola Empoli Firenze Genova Hotel Imola Jolly Kursaal Livorno Milano Napoli Otranto Padova "
        "Quarto Roma Savona Torino Udine Venezia Washington Xilofono Yacht Zara"
    ),
)
_EN = Lexicon(
    weekdays=("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
    months=row("January February March April May June July August September October November December"),
    day="{weekday} {n} {month}",
    spoken_day="{weekday} the {n} of {month}",
    bare_day="the {n} of {month}",
    plain_day="{n} {month}",
    with_year="{day} {year}",
    on=("on ",) * 7,
    today="today",
    tomorrow="tomorrow",
    clock_joint=" ",
    at=HourWords("at ", "at ", "at noon", "at midnight"),
    the=HourWords("", "", "noon", "midnight"),
    since=HourWords("from ", "from ", "from noon", "from midnight"),
    until=HourWords("to ", "to ", "to noon", "to midnight"),
    joint="and",
    minute=("minute", "minutes"),
    hour=("hour", "hours"),
    one_hour="an hour",
    half="and a half",
    quarter="and a quarter",
    euro=("euro", "euros"),
    cent=("cent", "cents"),
    money_joint="and",
    of_million="",
    percent="percent",
    decimal="point",
    plus="plus",
    minus="minus",
    as_in="as in",
    alphabet=row(
        "Alfa Bravo Charlie Delta Echo Foxtrot Golf Hotel India Juliet Kilo Lima Mike November Oscar Papa Quebec Romeo Sierra "
        "Tango Uniform Victor Whiskey Xray Yankee Zulu"
    ),
)
_ES = Lexicon(
    weekdays=("lunes", "martes", "miércoles", "jueves", "viernes", "sábado", "domingo"),
    months=row("enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre"),
    day="{weekday} {n} de {month}",
    spoken_day="{weekday} {n} de {month}",
    bare_day="el {n} de {month}",
    plain_day="{n} de {month}",
    with_year="{day} de {year}",
    on=("el ",) * 7,
    today="hoy",
    tomorrow="mañana",
    clock_joint=" y ",
    at=HourWords("a la ", "a las ", "a mediodía", "a medianoche"),
    the=HourWords("la ", "las ", "mediodía", "medianoche"),
    since=HourWords("de la ", "de las ", "de mediodía", "de medianoche"),
    until=HourWords("a la ", "a las ", "a mediodía", "a medianoche"),
    joint="y",
    minute=("minuto", "minutos"),
    hour=("hora", "horas"),
    one_hour="una hora",
    half="y media",
    quarter="y cuarto",
    euro=("euro", "euros"),
    cent=("céntimo", "céntimos"),
    money_joint="con",
    of_million="de",
    percent="por ciento",
    decimal="coma",
    plus="más",
    minus="menos",
    as_in="de",
    alphabet=row(
        "Antonio Barcelona Carmen Dolores España Francia Gerona Historia Inés José Kilo Lorenzo Madrid Navarra Oviedo París "
        "Querido Ramón Sábado Toledo Uruguay Valencia Washington Xilófono Yegua Zaragoza"
    ),
)
_PT = Lexicon(
    weekdays=("segunda-feira", "terça-feira", "quarta-feira", "quinta-feira", "sexta-feira", "sábado", "domingo"),
    months=row("janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro"),
    day="{weekday}, {n} de {month}",
    spoken_day="{weekday}, {n} de {month}",
    bare_day="o dia {n} de {month}",
    plain_day="{n} de {month}",
    with_year="{day} de {year}",
    on=("na ", "na ", "na ", "na ", "na ", "no ", "no "),
    today="hoje",
    tomorrow="amanhã",
    clock_joint=" e ",
    at=HourWords("à ", "às ", "ao meio-dia", "à meia-noite"),
    the=HourWords("a ", "as ", "o meio-dia", "a meia-noite"),
    since=HourWords("da ", "das ", "do meio-dia", "da meia-noite"),
    until=HourWords("à ", "às ", "ao meio-dia", "à meia-noite"),
    joint="e",
    minute=("minuto", "minutos"),
    hour=("hora", "horas"),
    one_hour="uma hora",
    half="e meia",
    quarter="",
    euro=("euro", "euros"),
    cent=("cêntimo", "cêntimos"),
    money_joint="e",
    of_million="de",
    percent="por cento",
    decimal="vírgula",
    plus="mais",
    minus="menos",
    as_in="de",
    alphabet=row(
        "Ana Brasil Carlos Dado Escola Faca Gato Hotel Igreja Janela Kilo Lua Maria Navio Ovo Pedro Queijo Rosa Sapo Tatu Uva "
        "Vaca Washington Xadrez Yoga Zebra"
    ),
)

_TABLES = {"it": _IT, "en": _EN, "es": _ES, "pt": _PT}


def lexicon(language: str) -> Lexicon:
    """The table of a language; an unknown one is answered in Italian, the language of the business."""
    return _TABLES.get(language, _IT)


def known(language: str) -> str:
    """The language itself where there is a table for it, otherwise Italian."""
    return language if language in _TABLES else "it"
