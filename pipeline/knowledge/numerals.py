"""Number words, the words of the calendar, negations and words without content in the four languages: the tables of the grounding check.

Read by `grounding`. Calls nothing. "Uno", "one" and their like are left out: they are articles and pronouns too.
"""

_NUMBERS: dict[int, str] = {
    2: "due two dos dois duas", 3: "tre three tres", 4: "quattro four cuatro quatro", 5: "cinque five cinco", 6: "sei six seis",
    7: "sette seven siete sete", 8: "otto eight ocho oito", 9: "nove nine nueve", 10: "dieci ten diez dez", 11: "undici eleven once onze",
    12: "dodici twelve doce doze", 13: "tredici thirteen trece treze", 14: "quattordici fourteen catorce quatorze catorze",
    15: "quindici fifteen quince quinze", 16: "sedici sixteen dieciseis dezesseis dezasseis",
    17: "diciassette seventeen diecisiete dezessete dezassete", 18: "diciotto eighteen dieciocho dezoito",
    19: "diciannove nineteen diecinueve dezenove dezanove", 20: "venti twenty veinte vinte", 30: "trenta thirty treinta trinta",
    40: "quaranta forty cuarenta quarenta", 50: "cinquanta fifty cincuenta cinquenta", 60: "sessanta sixty sesenta sessenta",
    70: "settanta seventy setenta", 80: "ottanta eighty ochenta oitenta", 90: "novanta ninety noventa",
    100: "cento hundred cien ciento cem", 1000: "mille thousand mil",
}  # fmt: skip
_AMBIGUOUS = frozenset(("sei", "siete", "once"))
"""Also "you are" and "once": no evidence of a number."""

NUMBER_WORDS: dict[str, int] = {word: number for number, names in _NUMBERS.items() for word in names.split() if word not in _AMBIGUOUS}

_CALENDAR: dict[str, str] = {
    "monday": "lunedi monday mondays lunes segunda", "tuesday": "martedi tuesday tuesdays martes terca",
    "wednesday": "mercoledi wednesday wednesdays miercoles quarta", "thursday": "giovedi thursday thursdays jueves quinta",
    "friday": "venerdi friday fridays viernes sexta", "saturday": "sabato sabati saturday saturdays sabado sabados",
    "sunday": "domenica domeniche sunday sundays domingo domingos",
    "january": "gennaio january enero janeiro", "february": "febbraio february febrero fevereiro", "march": "marzo march marco",
    "april": "aprile april abril", "may": "maggio mayo maio", "june": "giugno june junio junho", "july": "luglio july julio julho",
    "august": "agosto august", "september": "settembre september septiembre setembro", "october": "ottobre october octubre outubro",
    "november": "novembre november noviembre novembro", "december": "dicembre december diciembre dezembro",
    "christmas": "natale christmas navidad natal", "easter": "pasqua easter pascua pascoa", "august15": "ferragosto",
    "free": "gratis gratuito gratuita gratuiti gratuite free gratuitos gratuitas",
}  # fmt: skip

CALENDAR_WORDS: dict[str, str] = {word: name for name, names in _CALENDAR.items() for word in names.split()}

NEGATIONS = frozenset((
    "non", "no", "mai", "nessun", "nessuno", "nessuna", "niente", "senza", "not", "never", "none", "nobody", "without", "cannot", "nunca",
    "ningun", "ninguno", "ninguna", "nadie", "sin", "nao", "nenhum", "nenhuma", "ninguem", "sem", "t",
))  # fmt: skip

_FUNCTION = """
sono siamo siete essere abbiamo avete hanno avere questo questa questi queste quello quella nostro nostra nostri nostre vostro suoi
dalle alle dalla alla dallo allo della dello delle degli nella nelle nello negli sulla sulle anche come quando dove quanto quale quali
perche certo certamente volentieri prego grazie buongiorno salve potete puoi potra puoi trova troverete offriamo disponibile presso
oppure mentre inoltre quindi cosi molto tutti tutte tutto ogni fino dopo prima circa esatto assolutamente informazioni
with from that this these those have does your yours ours they there here when where which what sure certainly course please thank thanks
hello welcome available also into about until after before some very well will would could should
para como pero este esta estos estas tenemos tiene tienen nuestro nuestra nuestros nuestras cuando donde claro gracias hola puede tambien
desde hasta usted ustedes seguro disponible
voce voces temos nosso nossa nossos nossas quando onde claro obrigado obrigada pode podem tambem desde voces disponivel seja
"""

FUNCTION_WORDS = frozenset(_FUNCTION.split())
