"""What a verb makes of the moment beside it: a wish, something that keeps the caller busy, a tale of the past.

Called by `when_clauses`; calls the scene. It must never know of days and hours.
"""

from typing import Literal

from pipeline.italian.scene import Scene
from pipeline.italian.wordlists import word_set

Voice = Literal["", "wish", "busy", "past", "off"]
""" "off" = turned down in so many words ("non giovedì", "domani non posso"): neither told nor wished."""

WISHES = word_set(
    "vorrei vorremmo volevo voglio vogliamo volevamo facciamo faccia facciamolo facciamola mettiamo mettiamoci metta mettete mettimi "
    "fissiamo fissi fissa fissami "
    "segni segniamo segna segnami dia dammi preferisco preferirei preferiamo meglio posso potrei possiamo potremmo riesco riusciamo "
    "riuscirei verrei verrebbe vengo veniamo verremmo passo passerei prenoti prenota prenotare prenoterei prenotami spostare sposti "
    "spostiamo spostarlo spostarla sposta anticipi anticipare posticipare rimandare cambiare piuttosto quindi allora cosi percio anzi "
    "andrebbe sarebbe vediamo cerco cercavo cercherei farei fare prendere prendiamo venire disdire cancellare annullare "
    "libero libera liberi disponibile magari cui avete appuntamento visita prenotazione posto buco spazio qualcosa"
)
BOUNDS = word_set("senno oppure altrimenti ma pero perche siccome poiche che visto dato tanto se e")
_BUSY = word_set(
    "lavoro lavoriamo lavora lavorano parto partiamo vado andiamo andremo andro accompagno accompagniamo gioco giochiamo guardo "
    "apro mangio pranzo ceno tengo "
    "festeggio festeggiamo traslochiamo trasloco viaggio riparto ripartiamo dormo studio insegno alleno espongo operano ricoverano torna "
    "tornano ricomincia ricominciano comincia inizia riprende riprendo riapro riapre scade scadono "
    "torno torniamo rientro rientriamo attacco comincio arriva arrivano partorisce compie chiudete riaprite aspetta aspettano "
    "esce escono entra entrano finisce finiscono suona suonano"
)
_HAS = frozenset({"ho", "abbiamo", "ha", "hanno", "avrei", "avremo", "avro", "avevo", "avevamo", "aveva"})
_NO_DUTY = word_set(
    "bisogno necessita voglia libero libera liberi libere preferenza appuntamento prenotato prenotazione possibilita disponibilita "
    "tempo gia piacere intenzione urgenza un'urgenza solo tutto anche fretta spazio posto visita seduta controllo preferenze problemi"
)
_IS = frozenset({"sono", "siamo", "sto", "stiamo", "saro", "saremo", "staro"})
_ELSEWHERE = word_set(
    "a ad al ai all' alla in nel nella da dal dalla dai dall' fuori via su sul impegnato impegnata impegnati occupato occupata occupati "
    "di ar lontano lontana assente reperibile bloccato bloccata incasinato incasinata preso presa"
)
_THERE = frozenset({"c'", "ce", "ci"})
_MARRIES = frozenset(
    {"sposo", "sposa", "sposiamo", "laureo", "laurea", "opero", "opera", "trasferisco", "operano", "ricoverano", "sposano"}
)
EVENTS = word_set(
    "compleanno matrimonio battesimo comunione cresima funerale laurea festa anniversario onomastico cerimonia nozze saggio recita gita "
    "sciopero trasloco riunione esame partita concerto mercato processione veglione cenone"
)
_PAST_AUX = frozenset({"ho", "abbiamo", "sono", "siamo", "ha", "hanno", "e", "ero", "avevo", "era", "eravamo"})
_AGREED = word_set(
    "prenotato prenotata fissato fissata segnato segnata dato data messo messa detto confermato confermata spostato spostata trovato "
    "scritto deciso scelto pensato disdetto anticipato preso presa chiesto consigliato sbagliato sbagliata ricevuto sentito impegnato "
    "impegnata occupato occupata interessato interessata liberato liberata invitato invitata obbligato rimandato posticipato stato stata "
    "programmato programmata previsto prevista cambiato annullato accordato concordato proposto offerto indicato riservato"
)
"""Participles that make, move or propose an appointment, or say how somebody is: the day beside them may be the one that counts."""
HAPPENED = word_set(
    "venuto venuta venuti venute promesso fatto fatta fatti fatte avuto avuta comprato comprata perso persa rotto rotta cominciato "
    "iniziato smesso finito lasciato lasciata portato portata ritirato ritirata caduto caduta conosciuto mangiato speso andato andata "
    "andati nato nata tornato tornata partito partita operato operata passato passata cambiati montato montate tagliato tagliati "
    "regalato regalata visto vista morto morta successo cresciuto rimasto rimasta sposato sposata laureato laureata "
    "compiuto compiuta"
)
_PARTICIPLES = ("ato", "uto", "ito")
_HEARD = frozenset({"capito", "saputo", "letto", "guardato", "controllato", "visto", "potuto", "voluto", "dovuto", "finito"})
_ONCE = (("ultima", "volta"), ("altra", "volta"), ("da", "voi", "da"), ("da", "voi", "dal"))
STATES = word_set(
    "male febbre tosse dolore dolori mal zoppica zoppo zoppa rumore perde vomita ferma fermo accesa acceso spia mangia dorme gonfio gonfia "
    "sanguina gratta bloccato bloccata aspetto aspettando provo provando chiamo chiamando telefono incinta cammina beve raffreddore "
    "prurito rotto rotta mancano manca tosse piange lacrima fischia cigola lampeggia trema stacca influenzata "
    "diarrea vomito starnutisce tossisce muove influenzato raffreddata raffreddato malato malata "
    "ammalato ammalata parte carica soffre lamenta"
)
SINCE = frozenset({"da", "dal", "dall'", "dalla", "dai", "dalle"})
FREE_AFTER = frozenset({"in", "poi", "avanti", "va", "vanno"})
_ABSENT = frozenset({"c'", "ce", "ci", "lavora", "puo", "riesce", "viene", "possono", "apre", "aprite", "lavorate", "vengono"})
_DECLINES = frozenset({"guido", "esco", "reggo", "vedo", "guida"})
_ROOM = word_set("posto posti niente nulla avete avreste n' ne disponibilita buco buchi sarebbe liberi libero")
_CARED_FOR = word_set(
    "bambini bimbi figli figlio figlia nipoti nipote nipotini bambina bambino bimba bimbo ragazzi mamma scuola asilo "
    "nonna nonno moglie marito suocera padre madre"
)
_ARTICLES = frozenset({"il", "lo", "la", "l'", "i", "gli", "le", "un", "una", "uno", "un'", "mio", "mia"})
_DUTIES = word_set("andare lavorare partire essere stare accompagnare tornare studiare guidare consegnare badare operarmi viaggiare")
_FETCHES = frozenset({"prendere", "portare", "ritirare", "recuperare"})
_FIRST_PERSON = ("o", "iamo")
_SENDS = frozenset({"mando", "mandiamo", "prenoto", "prenotiamo", "faccio", "facciamo", "chiamo", "chiamiamo", "sono", "ho", "dico"})
"""What a caller does with somebody who shall come, or to speak of them: the time beside it is theirs."""
_MINE = frozenset({"mia", "mio", "miei", "mie", "nostro", "nostra", "nostri", "nostre"})
_IS_OPEN = frozenset({"chiusi", "chiuso", "aperti", "festa"})
_HERE = frozenset({"voi", "posto", "disposizione", "accordo", "nome", "riposo", "casa"})
_SHIFTS = frozenset({"notte", "notti", "mattina", "pomeriggio", "turno"})


def voice(scene: Scene, place: int) -> Voice:
    """The voice of a verb or an event standing here, "" for any other word."""
    norm, following = scene.at(place), scene.at(place + 1)
    if _keeps_busy(scene, place, norm, following):
        return "busy"
    if norm in ("era", "erano") and scene.at(place - 1) in _THERE:
        return "past"  # "quello che c'era martedì"
    if any(scene.matches(place, words) for words in _ONCE if words[0] == norm) and scene.at(place - 2) != "come":
        return "past"
    done = _done(scene, place) if norm in _PAST_AUX else ""
    if done:
        return done
    if norm in _HAS:
        return _duty(scene, place + 1)
    if norm in _THERE and following == "e" and scene.at(place + 2) in _ARTICLES:
        return _duty(scene, place + 2)
    return ""


def _keeps_busy(scene: Scene, place: int, norm: str, following: str) -> bool:
    """Whether a present verb or an event here takes up the moment beside it."""
    if norm in _BUSY or norm in EVENTS:
        return True
    match norm:
        case "siete" | "e":
            return following in _IS_OPEN
        case "viene" | "vengono":
            return scene.at(place - 1) not in ("che", "quanto", "mi")
        case "porto":
            return bool({scene.at(place + at) for at in (1, 2, 3, 4, 5)} & _CARED_FOR)
        case "faccio":
            return bool({following, scene.at(place + 2) if following in _ARTICLES else following} & _SHIFTS)
        case "mi" | "si" | "ci":
            return following in _MARRIES
        case "devo" | "dobbiamo" | "deve":
            fetched = following in _FETCHES and {scene.at(place + at) for at in (2, 3, 4)} & _CARED_FOR
            return following in _DUTIES or bool(fetched)
        case "non":
            # "La mattina non c'è posto?" asks for the morning; "la mattina non c'è mio marito" takes it away.
            return following in _DECLINES or (following in _ABSENT and not {scene.at(place + at) for at in (2, 3, 4)} & _ROOM)
        case _:
            away = norm in _IS and following in _ELSEWHERE and scene.at(place + 2) not in _HERE
            return away or _looks_after(scene, place, norm)


def _looks_after(scene: Scene, place: int, norm: str) -> bool:
    """ "Accudisco mia madre", "seguo i nipoti": what is done for somebody at that time, whatever the verb."""
    if not norm.endswith(_FIRST_PERSON) or norm in WISHES or norm in _SENDS:
        return False
    after = place + 1
    while scene.at(after) in _ARTICLES | _MINE and after < place + 4 and not scene.breaks(after):
        after += 1
    return after > place + 1 and scene.at(after) in _CARED_FOR


def _done(scene: Scene, place: int) -> Voice:
    """ "Ho promesso", "sono venuta" tell of the past; "ho prenotato", "mi ha dato" name an appointment."""
    following = scene.at(place + 1)
    participle = scene.at(place + 2) if following in ("gia", "appena", "sempre", "poi", "anche") else following
    if participle in _HEARD and scene.at(place + 2) == "che":
        return ""  # "lunedì ho visto che è pieno"
    if participle in HAPPENED or (participle[-1:] in ("e", "i") and participle[:-1] + "o" in HAPPENED):
        return "past"
    if participle in _AGREED:
        return "wish" if scene.at(place) not in _IS else ""
    # "Ho dormito male stanotte, domani alle cinque?": told, where something else is wished.
    return "busy" if scene.at(place) in _HAS and participle.endswith(_PARTICIPLES) and participle not in _HEARD else ""


def _duty(scene: Scene, place: int) -> Voice:
    """ "Ho il dentista", "abbiamo la recita", "ho lezione" keep busy; "ho bisogno", "ho la piega" do not."""
    noun = place + 1 if scene.at(place) in _ARTICLES else place
    said = scene.at(noun)
    if not said or said in _NO_DUTY or scene.at(place) in _NO_DUTY or scene.breaks(noun):
        return "wish" if place < len(scene.words) else ""
    participle = noun == place and said.endswith(("ato", "ata", "uto", "uta", "ito", "ita"))
    return "" if said in _AGREED or participle else "busy"


def is_event(scene: Scene, place: int) -> bool:
    """ "È il compleanno", "il matrimonio è sabato": the verb, not the conjunction."""
    near = {scene.at(place - 1), scene.at(place - 2)} | {scene.at(place + at) for at in (1, 2, 3)}
    return bool(near & EVENTS)


_ENGAGED = word_set(
    "impegnato impegnata impegnati occupato occupata occupati via fuori lontano lontana bloccato bloccata incasinato incasinata"
)
_AWAY_IN = word_set("viaggio vacanza trasferta ufficio ospedale montagna tribunale servizio turno negozio cantiere")
_ENGAGEMENTS = word_set(
    "dentista medico dottore dottoressa notaio avvocato commercialista visita visite esame esami riunione riunioni lezione lezioni corso "
    "colloquio turno turni udienza allenamento partita gara gita recita operazione terapia fisioterapia fisio trasloco inventario consegna "
    "consegne impegno impegni concorso funerale catechismo calcetto palestra piscina scuola lavoro riunioni processo esami assemblea treno "
    "aereo volo sciopero muratore muratori idraulico elettricista tecnico"
)
_WORKS = word_set("lavoro lavoriamo insegno parto partiamo riparto traslochiamo viaggio")
_ONLY_PARTLY = word_set("solo soltanto fino finisco prima dopo mezza mezzo libero libera liberi riposo")
_OFF_AT = word_set("vado andiamo")


def engaged(scene: Scene, start: int, end: int, whole_day: bool) -> bool:
    """Whether the words around a moment that stands alone say plainly that it is taken ("giovedì lavoro", "alle quattro ho il dentista").

    "Giovedì porto mia figlia", "sabato ho il matrimonio", "lunedì sono in ferie" may as well be why that moment is wished for;
    of a whole day "lavoro solo la mattina" takes but a part.
    """
    places = [place for place in range(len(scene.words)) if not start <= place < end]
    partly = whole_day and not {scene.at(place) for place in places}.isdisjoint(_ONLY_PARTLY)
    return not partly and any(_is_engaged(scene, place) for place in places)


def _is_engaged(scene: Scene, place: int) -> bool:
    norm, following = scene.at(place), scene.at(place + 1)
    if scene.at(place - 1) == "non":
        return False
    if norm in _HAS:
        noun = place + 2 if following in _ARTICLES else place + 1
        return scene.at(noun) in _ENGAGEMENTS and scene.at(noun + 1) != "libero"
    if norm in _IS:
        inside = following in ("in", "di", "al", "all'", "a") and scene.at(place + 2) in _AWAY_IN | {"lavoro"}
        return following in _ENGAGED or inside
    if norm in _OFF_AT:
        return following in ("a", "al", "in", "via", "fuori", "dal", "dalla") and scene.at(place + 2) not in ("bene", "casa")
    noun = scene.at(place - 1) in ("dal", "al", "il", "del", "sul", "di", "da")
    return norm in _WORKS and not noun and following not in ("dal", "da", "a", "per", "con")
