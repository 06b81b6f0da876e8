"""What written signs are called in each language: abbreviations, units, symbols, currencies, the words before an hour.

One frozen table a language, read by `pipeline.phrases.ear` and its parts. Pure data.
"""

from dataclasses import dataclass, field

from pipeline.phrases.spoken.cardinals import Gender
from pipeline.phrases.spoken.lexicon import HourWords, lexicon
from pipeline.phrases.spoken.table import row

Names = tuple[str, str]
"""(singular, plural)."""


@dataclass(frozen=True, slots=True)
class Reading:
    """One language's table. Keys are lower case; abbreviations are written without their last dot."""

    titles: dict[str, str]
    """Abbreviations always followed by a name: their dot never ends a sentence."""
    abbreviations: dict[str, str]
    bare: dict[str, str]
    """Shorthand written without a dot."""
    number: str
    """What "n." before a figure means."""
    units: dict[str, tuple[str, str, Gender]]
    """Unit: (singular, plural, gender)."""
    symbols: dict[str, str]
    times: str
    """Between two factors."""
    out_of: str
    about: str
    less: str
    more: str
    per: str
    degree: Names
    span: tuple[str, str]
    """From ... to ..., of plain numbers."""
    day_span: tuple[str, str]
    """From ... to ..., of days of a month."""
    weekday_span: tuple[str, str]
    before_number: frozenset[str]
    """Words after which "from ... to ..." would be one preposition too many."""
    no_nouns: frozenset[str]
    """Words that may follow a number without being what is counted."""
    hour_prefixes: dict[str, HourWords]
    hour_context: tuple[str, ...]
    """Words that make a bare "9-13" a stretch of the day."""
    link: str
    dot: str
    at_sign: str
    dash: str
    underscore: str
    short_months: tuple[str, ...]
    short_weekdays: tuple[str, ...]
    masculine: frozenset[str]
    """Masculine nouns that end like feminine ones."""
    currencies: dict[str, tuple[Names, Names]] = field(default_factory=dict[str, tuple[Names, Names]])


def _pairs(text: str) -> dict[str, str]:
    """ "key=words with spaces; key=..." as a mapping."""
    return dict(entry.strip().split("=", 1) for entry in text.split(";"))


def _units(text: str) -> dict[str, tuple[str, str, Gender]]:
    units: dict[str, tuple[str, str, Gender]] = {}
    for entry in text.split(";"):
        keys, names = entry.strip().split("=", 1)
        singular, plural, gender = names.split("/")
        units.update(dict.fromkeys(keys.split(), (singular, plural, "F" if gender == "F" else "M")))
    return units


def _money(euro: tuple[Names, Names], dollar: Names, pound: Names, franc: Names, cent: Names) -> dict[str, tuple[Names, Names]]:
    return {"€": euro, "eur": euro, "$": (dollar, cent), "£": (pound, cent), "chf": (franc, cent)}


def _italian() -> Reading:
    w = lexicon("it")
    return Reading(
        titles=_pairs(
            "dott=dottor;dott.ssa=dottoressa;dr=dottor;dr.ssa=dottoressa;sig=signor;sig.ra=signora;sig.na=signorina;sigg=signori;"
            "sig.re=signore;prof=professor;prof.ssa=professoressa;avv=avvocato;ing=ingegner;arch=architetto;geom=geometra;rag=ragionier;"
            "spett=spettabile;egr=egregio;gent=gentile;gent.ma=gentilissima;p.zza=piazza;v.le=viale;c.so=corso;l.go=largo"
        ),
        abbreviations=_pairs(
            "ecc=eccetera;etc=eccetera;p.es=per esempio;ad es=ad esempio;per es=per esempio;es=esempio;tel=telefono;cell=cellulare;"
            "ca=circa;c.a=circa;art=articolo;pag=pagina;tot=totale;cad=cadauno;appt=appuntamento;"
            "max=massimo;orario cont=orario continuato;escl=escluso;incl=incluso;"
            "festivi escl=festivi esclusi;gg=giorni;cod=codice;prenot=prenotazione;"
            "s.p.a=esse pi a;s.r.l=esse erre elle;s.n.c=esse enne ci;s.a.s=esse a esse;a.m=di mattina;p.m=di pomeriggio"
        ),
        bare=_pairs("e/o=e o;c/o=presso;p.iva=partita iva;p. iva=partita iva;cap=cap;tel=telefono;cell=cellulare"),
        number="numero",
        units=_units(
            "min mins minuto minuti=minuto/minuti/M;h hr ora ore=ora/ore/F;sec s=secondo/secondi/M;gg g.=giorno/giorni/M;kg=chilo/chili/M;"
            "g gr=grammo/grammi/M;hg=etto/etti/M;mg=milligrammo/milligrammi/M;km=chilometro/chilometri/M;m mt=metro/metri/M;"
            "cm=centimetro/centimetri/M;mm=millimetro/millimetri/M;l lt=litro/litri/M;ml=millilitro/millilitri/M;"
            "cl=centilitro/centilitri/M;mq m2=metro quadro/metri quadri/M;kw=chilowatt/chilowatt/M;w=watt/watt/M"
        ),
        symbols=_pairs("&=e;+=più;@=chiocciola;%=per cento;€=euro;£=sterline;$=dollari;§=paragrafo;½=mezzo"),
        times="per",
        out_of="su",
        about="circa",
        less="meno di",
        more="più di",
        per="a",
        degree=("grado", "gradi"),
        span=("da", "a"),
        day_span=("dal", "al"),
        weekday_span=("da", "a"),
        before_number=frozenset(row("di per in con entro ogni circa su tra fra ai")),
        no_nouns=frozenset(row("alle a e o ed di del della dei delle da dal dalle con per in su ore va è ma se che il la i le")),
        hour_prefixes={
            "alle": w.at,
            "all'": w.at,
            "dalle": w.since,
            "dall'": w.since,
            "le": w.the,
            "l'": w.the,
            "delle": HourWords("dell'", "delle ", "di mezzogiorno", "di mezzanotte"),
            "dell'": HourWords("dell'", "delle ", "di mezzogiorno", "di mezzanotte"),
        },
        hour_context=row("ore orario orari apertura aperto aperti h mattina pomeriggio sera"),
        link="questo indirizzo, scritto nel messaggio",
        dot="punto",
        at_sign="chiocciola",
        dash="trattino",
        underscore="trattino basso",
        short_months=row("gen feb mar apr mag giu lug ago set ott nov dic"),
        short_weekdays=row("lun mar mer gio ven sab dom"),
        masculine=frozenset(row("problema programma sistema tema clima schema dilemma trauma panorama pigiama poeta collega")),
        currencies=_money((w.euro, w.cent), ("dollaro", "dollari"), ("sterlina", "sterline"), ("franco", "franchi"), w.cent),
    )


def _english() -> Reading:
    w = lexicon("en")
    return Reading(
        titles=_pairs(
            "dr=Doctor;mr=Mister;mrs=Missis;ms=Miss;prof=Professor;st=Saint;sig=Signor;sig.ra=Signora;dott=Doctor;dott.ssa=Doctor"
        ),
        abbreviations=_pairs(
            "etc=et cetera;e.g=for example;i.e=that is;approx=approximately;tel=telephone;appt=appointment;appts=appointments;"
            "max=maximum;hrs=hours;hr=hour;vs=versus;incl=including;excl=excluding;"
            "ave=Avenue;rd=Road"
        ),
        bare=_pairs("and/or=and or;c/o=care of;w/o=without;tel=telephone;asap=as soon as possible"),
        number="number",
        units=_units(
            "min mins minute minutes=minute/minutes/M;h hr hrs hour hours=hour/hours/M;sec s=second/seconds/M;kg=kilo/kilos/M;"
            "g=gram/grams/M;km=kilometre/kilometres/M;m=metre/metres/M;cm=centimetre/centimetres/M;mm=millimetre/millimetres/M;l=litre/litres/M;"
            "ml=millilitre/millilitres/M;m2=square metre/square metres/M"
        ),
        symbols=_pairs("&=and;+=plus;@=at;%=percent;€=euros;£=pounds;$=dollars;§=section;½=half"),
        times="by",
        out_of="out of",
        about="about",
        less="less than",
        more="more than",
        per="per",
        degree=("degree", "degrees"),
        span=("from", "to"),
        day_span=("from", "to"),
        weekday_span=("from", "to"),
        before_number=frozenset(row("of for in with within every about")),
        no_nouns=frozenset(row("and or at of for in with on to the a is")),
        hour_prefixes={"at": w.at, "from": w.since},
        hour_context=row("hours open opening"),
        link="this address, written in the message",
        dot="dot",
        at_sign="at",
        dash="dash",
        underscore="underscore",
        short_months=row("jan feb mar apr - jun jul aug sep oct nov dec"),
        short_weekdays=row("mon tue wed thu fri sat sun"),
        masculine=frozenset(),
        currencies=_money((w.euro, w.cent), ("dollar", "dollars"), ("pound", "pounds"), ("franc", "francs"), w.cent),
    )


def _spanish() -> Reading:
    w = lexicon("es")
    return Reading(
        titles=_pairs(
            "sr=señor;sra=señora;srta=señorita;sres=señores;dr=doctor;dra=doctora;prof=profesor;avda=avenida;pza=plaza;"
            "sig=signor;sig.ra=signora;dott=doctor;dott.ssa=doctora"
        ),
        abbreviations=_pairs(
            "etc=etcétera;p.ej=por ejemplo;p. ej=por ejemplo;ej=ejemplo;aprox=aproximadamente;tel=teléfono;tfno=teléfono;ud=usted;"
            "uds=ustedes;máx=máximo;pág=página;a.m=de la mañana;p.m=de la tarde"
        ),
        bare=_pairs("y/o=y o;tel=teléfono"),
        number="número",
        units=_units(
            "min minuto minutos=minuto/minutos/M;h hora horas=hora/horas/F;seg s=segundo/segundos/M;kg=kilo/kilos/M;g=gramo/gramos/M;"
            "km=kilómetro/kilómetros/M;m=metro/metros/M;cm=centímetro/centímetros/M;mm=milímetro/milímetros/M;l=litro/litros/M;"
            "ml=mililitro/mililitros/M;m2=metro cuadrado/metros cuadrados/M"
        ),
        symbols=_pairs("&=y;+=más;@=arroba;%=por ciento;€=euros;£=libras;$=dólares;§=sección;½=medio"),
        times="por",
        out_of="de",
        about="unos",
        less="menos de",
        more="más de",
        per="por",
        degree=("grado", "grados"),
        span=("de", "a"),
        day_span=("del", "al"),
        weekday_span=("de", "a"),
        before_number=frozenset(row("de para en con cada unos por a")),
        no_nouns=frozenset(row("a al y o e u de del con para en por el la los las es")),
        hour_prefixes={"a las": w.at, "a la": w.at, "de las": w.since, "de la": w.since, "las": w.the, "la": w.the},
        hour_context=row("horas horario abierto abierta"),
        link="esta dirección, escrita en el mensaje",
        dot="punto",
        at_sign="arroba",
        dash="guion",
        underscore="guion bajo",
        short_months=row("ene feb mar abr may jun jul ago sep oct nov dic"),
        short_weekdays=row("lun mar mié jue vie sáb dom"),
        masculine=frozenset(row("día problema programa sistema tema clima masaje mapa")),
        currencies=_money((w.euro, w.cent), ("dólar", "dólares"), ("libra", "libras"), ("franco", "francos"), ("centavo", "centavos")),
    )


def _portuguese() -> Reading:
    w = lexicon("pt")
    return Reading(
        titles=_pairs(
            "sr=senhor;sra=senhora;srta=senhorita;dr=doutor;dra=doutora;prof=professor;profa=professora;av=avenida;"
            "sig=signor;sig.ra=signora;dott=doutor;dott.ssa=doutora"
        ),
        abbreviations=_pairs(
            "etc=et cetera;p.ex=por exemplo;p. ex=por exemplo;por ex=por exemplo;aprox=aproximadamente;tel=telefone;cel=celular;"
            "máx=máximo;pág=página;obs=observação;a.m=da manhã;p.m=da tarde"
        ),
        bare=_pairs("e/ou=e ou;tel=telefone;cel=celular"),
        number="número",
        units=_units(
            "min minuto minutos=minuto/minutos/M;h hora horas=hora/horas/F;seg s=segundo/segundos/M;kg=quilo/quilos/M;g=grama/gramas/M;"
            "km=quilômetro/quilômetros/M;m=metro/metros/M;cm=centímetro/centímetros/M;mm=milímetro/milímetros/M;l=litro/litros/M;"
            "ml=mililitro/mililitros/M;m2=metro quadrado/metros quadrados/M"
        ),
        symbols=_pairs("&=e;+=mais;@=arroba;%=por cento;€=euros;£=libras;$=dólares;§=seção;½=meio"),
        times="por",
        out_of="de",
        about="cerca de",
        less="menos de",
        more="mais de",
        per="por",
        degree=("grau", "graus"),
        span=("de", "a"),
        day_span=("de", "a"),
        weekday_span=("de", "a"),
        before_number=frozenset(row("de para em com cada por a")),
        no_nouns=frozenset(row("às à a ao e ou de do da com para em por o os as é")),
        hour_prefixes={"às": w.at, "à": w.at, "das": w.since, "da": w.since, "as": w.the},
        hour_context=row("horas horário aberto aberta"),
        link="este endereço, escrito na mensagem",
        dot="ponto",
        at_sign="arroba",
        dash="hífen",
        underscore="sublinhado",
        short_months=row("jan fev mar abr mai jun jul ago set out nov dez"),
        short_weekdays=row("seg ter qua qui sex sáb dom"),
        masculine=frozenset(row("dia problema programa sistema tema clima mapa")),
        currencies=_money((w.euro, w.cent), ("dólar", "dólares"), ("libra", "libras"), ("franco", "francos"), ("centavo", "centavos")),
    )


_TABLES = {"it": _italian(), "en": _english(), "es": _spanish(), "pt": _portuguese()}


def reading(language: str) -> Reading:
    """The table of a language; Italian for one that has none."""
    return _TABLES.get(language, _TABLES["it"])
