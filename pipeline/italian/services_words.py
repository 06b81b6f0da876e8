"""Words around the place of a service: verbs that ask for one or offer one, and the nouns, verbs and quantities that are none.

Read by `services_unknown`; calls the other lists. Data only.
"""

from pipeline.italian.hearing import ARTICLES as _PLAIN_ARTICLES
from pipeline.italian.names_words import CALENDAR, NUMBERS, TITLES
from pipeline.italian.trades import ELSEWHERE, GENERIC
from pipeline.italian.vocabulary import LINKS, NEVER_NEAR
from pipeline.italian.wordlists import word_set
from pipeline.italian.words import FILLERS

ASKING = word_set(
    "prenotare prenoto prenota prenoti fissare fai fare farmi farci farle fargli montare farei rifare facessi sostituire installare "
    "riparare mettere cambiare aggiustare sistemare provare iscrivermi iscrivere"
)
OFFERING = word_set(
    "fate facevate offrite eseguite effettuate praticate organizzate montate cambiate riparate aggiustate trattate curate "
    "sostituite proponete installate rifate insegnate"
)
DONE_BY_ONE = word_set(
    "fa fanno esegue eseguono pratica praticano insegna insegnano mette mettono cambia cambiano ripara riparano monta montano applica "
    "applicano cura curano effettua effettuano sostituisce sostituiscono"
)
OFFERED_POLITELY = word_set("fareste mettereste cambiereste riparereste montereste farebbe farebbero fara farete faresti")
ABLE = word_set("sa sanno sapete puo possono potete potreste saprebbe riesce riuscite")
DOING = word_set("fare mettere cambiare riparare montare applicare curare insegnare sostituire eseguire praticare trattare sistemare")
"""What "sa" and "potete" lead to where a thing was named before: "le extension le sa mettere?"."""
WANTING = word_set("vorrei volevo voglio vorremmo desidero cerco piacerebbe")
NEEDING = word_set("serve servirebbe servono")
DATIVES = word_set("mi me ci gli le")
ACTION_NOUNS = word_set(
    "corsi lezioni sedute trattamenti cambio sostituzione riparazione montaggio corso lezione seduta trattamento servizio"
)
MADE_TO_BE = word_set("far fare farmi farci farle fargli")
NOT_MADE = word_set("vedere sapere venire parlare avere fare")
FOR = word_set("appuntamento visita prenotazione posto")
OF = word_set("di del della dell' dei delle d'")
ARTICLES = _PLAIN_ARTICLES | {"l'", "un'"}
ALSO = word_set("anche pure magari")
STEPPED_OVER = ARTICLES | word_set("anche pure dei delle degli del per da")
TAKEN_UP = word_set("la lo li le l' ne")
NOT_OFFERING = word_set(
    "accettate avete siete state prendete potete dovete volete sapete aprite chiudete lavorate mandate spedite rilasciate vendete usate "
    "tenete date avvisate chiamate richiamate confermate trovate cercate conoscete emettete regalate consegnate venite portate ricordate "
    "lasciate restate rimanete parlate dite scusate sentite guardate aspettate vedete segnate prenotate spostate"
)
"""What a business is asked to do that is no service of its own; other verbs at the head of a question offer one ("verniciate...")."""

BEFORE_SUBJECT = (
    ARTICLES | FILLERS | word_set("ma e ed anche pure per caso buongiorno buonasera salve senta sapere se volevo da voi qui lei")
)
GREETING = FILLERS | word_set("buongiorno buonasera salve ciao scusi ma e ed pronto mi servirebbe")
CLOSES_A_REQUEST = word_set(
    "appena quando per domani dopodomani oggi entro possibilmente grazie il la alle al in nel prima dopo si se da verso anche ma piu "
    "quanto lunedi martedi mercoledi giovedi venerdi sabato domenica con urgente urgentemente subito stamattina stasera questa questo mi me"
)
"""Words that may stand behind a thing that is asked for without any verb: "un doppler alle gambe appena potete"."""
AT = word_set("al alla alle ai agli sul sulla sulle sui")
WITHIN = word_set("in nel nella nello nell' nei nelle")
BEFORE_A_VERB = word_set("mi ti ci non che ve te me se ce glielo gliela glieli gliele gliene gliel'")
AFTER_A_VERB = word_set("quando appena mentre perche lei voi tu")
"""What follows a verb and no bare name of a thing: "fischia quando freno"."""
WITH_ANOTHER_END = word_set("mano foto radio moto auto")
"""Feminine in spite of their ending: behind "la" any other word in "-o" is a verb ("è la prima volta che le metto")."""
BODY = word_set(
    "schiena spalla spalle ginocchio ginocchia collo gamba gambe braccio braccia anca caviglia polso gomito pancia stomaco cervicale "
    "piede dito dita orecchio orecchie pelle cuore muscolo muscoli nervo gola naso fianco zampa coda motore sterzo"
)
"""Where it hurts or what makes a noise: told beside what is wanted, asked for by nobody."""
SIDE_CLAUSE = word_set("che perche siccome quando mentre visto dato tanto cosi come")
DONE_ENDS = ("atto", "atta", "ato", "ata", "ati", "ate", "uto", "uta", "ito", "ita", "esto", "esta", "itto", "itta", "etto", "etta")
OF_IT = word_set("di del della dell' dello dei per al alla alle all' allo")
ENDS_ENTRY = word_set("e piu poi con o oppure")
LISTING = word_set("e o oppure ed")
TELLING = word_set("ho abbiamo ha hanno sono era sarebbe del dal dopo prima durante verso fino senza contro")
COMPLAINTS = word_set("male mal dolore dolori rumore fastidio prurito perde rotto rotta")

_USUAL = word_set("solito solita soliti solite stesso stessa stesse stessi altra volta volte cosa cose come sempre scorsa ultima")
_DAYS = word_set("dopodomani stamattina stasera stamani settimana settimane giorno giorni mese mezzogiorno prossima prossimo otto")
NO_SERVICE = (
    _USUAL
    | GENERIC
    | LINKS
    | NEVER_NEAR
    | CALENDAR
    | NUMBERS
    | _DAYS
    | ASKING
    | OFFERING
    | DONE_BY_ONE
    | WANTING
    | NEEDING
    | FILLERS
    | TITLES
    | ELSEWHERE - {"pensione"}
)
_QUANTITIES = word_set("tutta tutte tutto tutti entrambe entrambi ambedue paio coppia parecchi parecchie molti molte poco poca solamente")
_IDIOMS = word_set(
    "squillo telefonata colpo sapere scale fila coda spesa strada tempo parte conto giro bagno doccia figura storia fatica schifo finta "
    "sport operazione situazione idea bisogno voglia domanda favore piacere consiglio regalo bonifico tardi punto niente nulla calcolo "
    "complimenti auguri piano caso"
)
_OF_THE_APPOINTMENT = word_set(
    "indirizzo cellulare mail email residenza argomento parrucchiera parrucchiere stilista istruttore meccanico nota note "
    "registrazione iscrizione fascia orario documento documenti assicurazione privacy consenso"
)
_VERBS = word_set(
    "facciamo fate avete penso chiedo direi sento vedo dico conferma aspetti aspetta devo dovrei dobbiamo posso potrei "
    "possiamo voglio "
    "vogliamo faccio preferisco preferirei preferiamo avrei abbiamo scusate aspettate sentite guardate "
    "ditemi mandate richiamate sarebbe sapevo pensavo ricordo credo suppongo immagino sembra"
)
_WORDS = word_set(
    "fino dentro fuori anni quel quell' destra sinistra sotto sopra fondo lato quello quella quelli quelle senno altrimenti solo "
    "soltanto indeciso indecisa sinceramente intanto intero "
    "qualcosa qualcuno qualche testa capelli momento attimo "
    "moglie marito mamma figlio figlia messaggio informazione informazioni"
)
OF_A_TRADE = ("ologo", "ologa", "ista", "iatra", "peuta")
"""Ends of what somebody is by trade: "avete lo pneumologo?" asks for his service."""

_TO_SOMEBODY = word_set("glielo gliela glieli gliele gliene")
NO_NOUN = _TO_SOMEBODY | BODY | AT | WITHIN | _QUANTITIES | _IDIOMS | _OF_THE_APPOINTMENT | _VERBS | _WORDS | ALSO
BEFORE_ENTRY = (
    LINKS
    | WANTING
    | NEEDING
    | ASKING
    | word_set("e o con anche pure poi piu solo ok allora si no ecco dunque eh ehm va bene grazie & oppure")
) | OFFERING
