"""The stock of sentences of the simulated callers, by what they do; invented for this purpose. Data only, read by `caller`."""

from tests.simulator.goals import Style

Stock = tuple[str, ...]

SERVICES: dict[str, Stock] = {
    "Taglio Donna": ("un taglio donna", "un taglio da donna", "il taglio donna", "un taglio femminile"),
    "Taglio Uomo": ("un taglio uomo", "un taglio da uomo", "il taglio uomo", "un taglio maschile"),
    "Taglio Bambino": ("un taglio bambino", "il taglio bambino", "un taglio per bambini"),
    "Piega": ("una piega", "la piega", "una messa in piega", "la messa in piega", "piega"),
    "Colore": ("il colore", "un colore", "la tinta", "una tinta", "colore"),
    "Colpi di sole": ("i colpi di sole", "colpi di sole", "le meches", "dei colpi di sole"),
    "Balayage": ("un balayage", "il balayage", "balayage"),
    "Trattamento Ristrutturante": ("un trattamento ristrutturante", "il trattamento ristrutturante", "il ristrutturante"),
    "Barba": ("la barba", "una regolazione barba", "barba", "una rasatura"),
    "Manicure": ("una manicure", "la manicure", "manicure"),
    "Pedicure": ("una pedicure", "la pedicure", "pedicure"),
    "Ceretta": ("una ceretta", "la ceretta", "una depilazione", "ceretta"),
}

HELLO: dict[Style, Stock] = {
    "plain": ("buongiorno", "salve", "buongiorno,", "sì buongiorno", ""),
    "terse": ("", "", "salve", "ciao"),
    "rambling": (
        "pronto buongiorno, guardi la chiamo perché", "salve, allora, ecco, senta,", "buongiorno, mi scusi se disturbo,",
        "sì pronto, buongiorno a lei, allora",
    ),
    "elderly": ("pronto? buongiorno signorina,", "buongiorno cara,", "pronto, sì, buongiorno,", "buongiorno, mi sente?"),
    "hurried": ("buongiorno, faccio veloce:", "salve, al volo,", "sì ciao, son di corsa,", "buongiorno, sono al lavoro,"),
    "regional": ("uè buongiorno,", "bongiorno,", "salve a voi,", "buongiorno neh,"),
}  # fmt: skip

NAME: Stock = ("sono {n}", "mi chiamo {n}", "sono {n}", "il mio nome è {n}", "qui è {n}", "a nome {n}", "parla {n}")
NAME_ELDERLY: Stock = ("sono la signora {c}, {n}", "sono {n}", "parla {n}")
NAME_ANSWER: Stock = ("{n}", "sono {n}", "mi chiamo {n}", "{n}", "{n}, grazie", "a nome {n}", "il nome è {n}")
SURNAME: Stock = ("{c}", "{c}", "di cognome {c}", "il cognome è {c}", "{n}", "cognome {c}")

BOOK: Stock = (
    "vorrei prenotare {x}", "volevo prendere appuntamento per {x}", "vorrei fissare {x}", "mi servirebbe {x}", "posso prenotare {x}?",
    "avrei bisogno di prenotare {x}", "volevo fare {x}", "vorrei {x}", "mi prenota {x}?", "desidero prenotare {x}", "prenoto {x}",
    "vorrei un appuntamento per {x}", "volevo prenotare {x}", "mi segna {x}?", "dovrei fissare {x}",
)  # fmt: skip
BOOK_STYLE: dict[Style, Stock] = {
    "plain": BOOK,
    "terse": ("{x}", "prenotare {x}", "appuntamento per {x}", "vorrei {x}"),
    "rambling": (*BOOK, "volevo chiederle se era possibile prenotare {x}", "avrei pensato di venire a fare {x}"),
    "elderly": ("volevo far {x}", "vorrei venire per {x}", "avrei bisogno di {x}", "vorrei prenotare {x}"),
    "hurried": ("mi serve {x}", "mi prenota {x}", "prenoto {x}", "volevo {x}"),
    "regional": ("mi fate {x}?", "vorrei prenotà {x}", "volevo venì a fare {x}", "mi serve {x}", "vorrei prenotare {x}"),
}
BOOK_BARE: Stock = (
    "vorrei prenotare", "vorrei un appuntamento", "volevo prendere un appuntamento", "vorrei prenotare una visita da voi",
    "posso prenotare?", "dovrei prenotare", "vorrei fissare un appuntamento",
)  # fmt: skip

CANCEL: Stock = (
    "devo disdire {x}", "vorrei cancellare {x}", "purtroppo devo annullare {x}", "volevo disdire {x}", "mi cancella {x}?",
    "dovrei disdire {x}", "può annullare {x}?", "non riesco a venire, vorrei disdire {x}", "vorrei annullare {x}",
)  # fmt: skip
MOVE: Stock = (
    "vorrei spostare {x}", "devo spostare {x}", "posso spostare {x}?", "avrei bisogno di spostare {x}", "volevo cambiare {x}",
    "mi sposta {x}?", "dovrei rimandare {x}", "vorrei modificare {x}",
)  # fmt: skip
MOVE_OPERATOR: Stock = (
    "vorrei cambiare operatore per {x}, vorrei {o}", "vorrei spostare {x} con {o}", "posso avere {o} per {x}?",
    "per {x} vorrei {o} al posto di {v}",
)  # fmt: skip
ADD: Stock = (
    "vorrei aggiungere {s} {al}", "posso aggiungere {s} {al}?", "volevo aggiungere anche {s} {al}", "mi aggiunge {s} {al}?",
    "{al} vorrei aggiungere {s}",
)  # fmt: skip

OPERATOR: Stock = ("con {o}", "con {o}", "da {o}", "con {o} se possibile")
SECOND: Stock = ("con {o} o se no con {p}", "con {o}, altrimenti con {p}", "con {o} oppure {p}", "con {o} e se non c'è con {p}")
ANYONE: Stock = ("con chiunque", "con chi c'è", "chiunque va bene", "non importa con chi", "va bene chiunque")
GENDER: dict[str, Stock] = {
    "F": ("con una donna", "con una ragazza", "preferirei una donna"),
    "M": ("con un uomo", "preferirei un uomo", "con un ragazzo"),
}
OPERATOR_ANSWER: Stock = ("{o}", "con {o}", "{o} grazie", "vorrei {o}", "preferisco {o}")
PARTS: dict[str, Stock] = {
    "mattina": ("di mattina", "in mattinata", "la mattina"),
    "pomeriggio": ("di pomeriggio", "nel pomeriggio", "il pomeriggio"),
}

YES: Stock = (
    "sì", "sì grazie", "va bene", "sì, confermo", "perfetto", "certo", "sì sì", "ok", "esatto", "d'accordo", "sì, va benissimo", "confermo",
    "giusto", "sì perfetto", "va benissimo", "ok perfetto",
)  # fmt: skip
YES_STYLE: dict[Style, Stock] = {
    "plain": YES,
    "terse": ("sì", "ok", "va bene", "certo"),
    "rambling": ("sì sì, va benissimo guardi", "ma certo, sì", "sì ecco, perfetto così", "va bene, va bene"),
    "elderly": ("sì cara", "sì sì, va bene", "va bene signorina", "sì, grazie mille"),
    "hurried": ("sì sì ok", "ok perfetto", "sì", "va bene sì"),
    "regional": ("eh sì", "sì dai", "va bene va'", "sì sì"),
}
NO: Stock = ("no", "no grazie", "no, non serve", "no no", "direi di no")
PHONE: Stock = ("{p}", "il mio numero è {p}", "è il {p}", "{p}", "allora, {p}", "le lascio il {p}")
BIRTH: Stock = ("{b}", "sono nato il {b}", "{b}", "nata il {b}")
NO_BIRTH: Stock = ("preferisco non dirla", "no, preferisco di no", "non la voglio dare", "no grazie", "no")
CONSENT: Stock = ("sì", "sì, va bene", "acconsento", "sì, accetto", "va bene", "certo")
NO_CONSENT: Stock = ("no", "no, non voglio", "no, preferisco di no", "non acconsento", "no grazie")

SLIP: Stock = (
    "{a}, anzi no, {b}", "{a}, no scusi, {b}", "{a}, no mi sbaglio, {b}", "{a}, cioè no, {b}", "{a} anzi {b}", "{a}, no aspetti, {b}",
)  # fmt: skip
LATE: Stock = ("scusi, ho sbagliato, {b}", "no scusi, volevo dire {b}", "anzi no, meglio {b}", "mi sono sbagliata, {b}")
CHANGE: Stock = ("no, meglio {b}", "anzi, {b}", "no scusi, {b}", "ah no, facciamo {b}", "sì però {b}", "no, cambiamo, {b}")
WRONG: Stock = ("no, {b}", "no, ho detto {b}", "no no, {b}", "non è giusto, {b}")

GIVE_UP: Stock = ("lasciamo stare", "no, lasci stare", "annulla", "annulli tutto", "lasci perdere", "basta, lasciamo perdere")
REFUSE: Stock = ("no, nessuno di questi", "nessuno va bene", "no, non mi va bene nessuno", "nessuno dei tre", "no grazie, non posso")
BYE: Stock = (
    "no grazie, arrivederci",
    "no, è tutto, grazie",
    "no grazie",
    "basta così, buona giornata",
    "no, arrivederci",
    "nient'altro, grazie",
)
WRONG_NUMBER: Stock = ("scusi, ho sbagliato numero", "mi scusi, devo aver sbagliato numero", "ah, ho sbagliato numero, mi scusi")
PERSON: Stock = (
    "vorrei parlare con una persona", "mi passa un operatore?", "posso parlare con qualcuno?", "vorrei parlare con il titolare",
    "non voglio parlare con una macchina, mi passi una persona", "mi faccia parlare con qualcuno di voi",
)  # fmt: skip
DIGRESS: Stock = (
    "ma quanto costa la piega?", "scusi, quanto viene il taglio uomo?", "a che ora aprite il sabato?", "siete aperti il lunedì?",
    "dove siete di preciso?", "quanto dura il colore?", "quali servizi fate?", "ma chi fa la manicure?", "che orari fate?",
    "mi dice il vostro indirizzo?", "quanto costa la ceretta?", "chi sono i vostri parrucchieri?",
)  # fmt: skip
GIBBERISH: Stock = (
    "blu cavallo finestra tre volte il mare", "ghe sa mia lu de sora", "frrr tum tum", "la cosa quella là del coso",
    "pappa lapponia zan zan",
)  # fmt: skip
REPEAT: Stock = ("come scusi?", "può ripetere?", "scusi, non ho sentito")
FOR_RELATIVE: Stock = ("per {r}", "è per {r}", "sarebbe per {r}")
AGREE_INTENT: Stock = ("sì", "sì esatto", "esatto", "sì sì", "sì, giusto")
UNDERSTOOD = {
    "book": "prenot|appuntamento nuovo", "cancel": "disdire|annull|cancell", "move": "spost|modific|cambi", "add": "spost|modific|cambi",
    "person": "person", "wrong_number": "numero",
}  # fmt: skip
TAIL: dict[Style, Stock] = {
    "plain": ("", "", "", "grazie", "per favore"),
    "terse": ("",),
    "rambling": ("", "se si può, ecco", "se non è un problema", "per piacere"),
    "elderly": ("", "per cortesia", "se è possibile cara", "grazie"),
    "hurried": ("", "veloce", ""),
    "regional": ("", "per piacere", "se potete"),
}
