"""Nouns that are counted, and the words that may follow an hour: what tells "le due" from "le due figlie".

Called by `times` and `dates_numbers`. Only tables; it must never know of anything else.
"""

# fmt: off
COUNTED = frozenset({
    "adulti", "alternative", "amiche", "amichette", "amici", "analisi", "annetti", "anni", "anno", "appuntamenti", "aree", "bambine",
    "bambini", "biglietti", "bottiglie", "cagne", "camere", "cani", "canzoni", "capelli", "cavalli", "centesimi", "chili", "cifre",
    "ciocche", "clienti", "cm", "colleghe", "colleghi", "confezioni", "coppie", "cose", "date", "denti", "dita", "domande", "donne",
    "dosi", "dubbi", "etti", "eur", "euro", "extension", "fiale", "figli", "figlie", "film", "foto", "fratelli", "gambe", "gatte",
    "gatti", "gemelle", "gemelli", "giorni", "gol", "gomme", "gradi", "iniezioni", "kg", "km", "lettere", "lezioni", "litri", "locali",
    "macchine", "mani", "mattine", "mese", "mesetti", "mesi", "metri", "minuti", "minuto", "ml", "motivi", "moto", "nipoti",
    "nipotini", "numeri", "occhi", "opzioni", "ora", "ore", "orette", "pagine", "parole", "partite", "pastiglie", "percento",
    "persona", "persone", "pezzi", "piano", "pieghe", "porte", "possibilita", "posti", "prime", "problemi", "prove", "punti",
    "ragazze", "ragazzi", "ragioni", "ricette", "righe", "ruote", "scatole", "secondi", "seduta", "sedute", "sere", "sessioni",
    "settimana", "settimane", "signore", "signorine", "sorelle", "stanze", "tagli", "ultime", "unghie", "uomini", "visite", "volt",
    "volta", "volte", "zone",
})
"""A number before one of these is a quantity, a price or an age."""

MAY_FOLLOW = frozenset({
    "abbia", "abbiate",
    "a", "al", "alle", "anche", "andrebbe", "andrebbero", "andrei", "avete", "bene", "che", "ci", "circa", "come", "con", "da", "dal",
    "del", "della", "di", "disponibile", "domani", "domenica", "dopo", "e", "eh", "facciamo", "fino", "forse", "giovedi", "grazie",
    "il", "in", "invece", "la", "le", "lunedi", "ma", "magari", "martedi", "meno", "mercoledi", "mi", "minimo", "nel", "no", "non",
    "o", "oggi", "ok", "oppure", "passate", "per", "perfetto", "poi", "possibile", "possibilmente", "posso", "posto", "potete",
    "potrei", "precise", "preferirei", "preferisco", "puo", "quando", "sabato", "sarebbe", "sarebbero", "se", "sera", "si", "sono",
    "stasera", "ti", "tra", "va", "vanno", "venerdi", "vengono", "vi", "vorrei",
})
"""After "le due" these do not make it two things."""
# fmt: on
