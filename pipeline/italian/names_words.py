"""Words that look like names and are none, and the words that announce a name.

Read by `names`; calls nobody. Data only.
"""

from pipeline.italian.wordlists import word_set

STREETS = word_set("via viale corso piazza piazzale piazzetta vicolo largo strada borgo rione contrada")
"""Before a name these make it a place."""
CALENDAR = word_set(
    "lunedi martedi mercoledi giovedi venerdi sabato domenica gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre "
    "novembre "
    "dicembre pasqua natale pasquetta ferragosto capodanno epifania befana"
)
NUMBERS = word_set(
    "zero uno due tre quattro cinque sei sette otto nove dieci undici dodici tredici quattordici quindici sedici diciassette diciotto "
    "diciannove "
    "venti trenta quaranta cinquanta sessanta settanta ottanta novanta cento mille primo prima secondo seconda terzo terza quarto quarta "
    "ultimo ultima"
)
NEVER = word_set(
    "scherzo scherzavo cosi lasci lascia lasciamo stare perdere paga qualcosa "
    "a ad al alla alle allo ai agli anche ancora avanti adesso allora ascolti avete avrei avevo bene basta bella bello buongiorno "
    "buonasera buon buona ciao salve pronto c che chi ci ciascuno come con cosa cui da dal dalla dai dopo dove del dei della e ed ecco "
    "era ero fa fuori fatto fine forse fra gia giorno grazie ha hai hanno ho il in io l la le lei lo loro lui ma mai male mattina me "
    "meglio meno mezza mezzogiorno mi mia mie mio molto ne nel nella nessuno niente no noi non nostra nostro o oggi domani dopodomani "
    "ieri ogni ok ora ore ormai per perche perfetto pero piu poco poi pomeriggio possibile posso potrei potete puo puoi prego prendo "
    "quale qualcuno qualsiasi quando quanto quasi quattro quella quello questa questo qui quindi sa sarebbe scusi scusa se sempre senta "
    "senti senza sera si sicuro signor signora signore signorina siete sono sta stato stata stasera stesso su sua suo subito sul tanto "
    "te ti tra troppo tu tutto tutti un una uno va vi voglio vorrei volevo vostra vostro vostri nuovo nuova cliente clienti nome "
    "cognome numero telefono cellulare libero libera interessata interessato disponibile impegnato impegnata allergica allergico "
    "incinta nato nata mamma papa padre madre figlio figlia fratello sorella marito moglie amica amico nonna nonno zia zio disperata "
    "disperato ritardo fretta zona attesa linea contento contenta felice stanco stanca malata malato raffreddata raffreddato arrivata "
    "arrivato dura duro sorda sordo confusa confuso convinta convinto sbagliata sbagliato certa certo indecisa indeciso sicura pronta "
    "iscritta iscritto registrata registrato abituata abituato tornata tornato passata passato venuta venuto andata andato rimasta "
    "rimasto riuscita riuscito stufa stufo curiosa curioso proprio anzi cioe pure solo soltanto mica piacere favore appena circa verso "
    "entro servizio appuntamento prenotazione appunto magari volta giusto giusta esatto esatta corretto ultimo persona robot umano "
    "operatore operatrice dottore dottoressa dottor medico preferisco preferirei direi credo penso spero dica dice dico facciamo faccio "
    "fare finito finita dire avere essere venire lavoro casa macchina auto cane gatto costa quanti quante anni mese settimana voi euro "
    "minuti ricordo indifferente uguale chiunque qualunque nessuna dritto solito solita via mesi fidanzata fidanzato paziente pazienti "
    "vicina vicino paura testa_di desidero dovrei dovevo devo dobbiamo vorremmo serve servirebbe servono prenotare prenoto prenota "
    "fissare disdire annullare spostare cancellare chiamo chiama chiami parla parlo altro altra altri altre prossimo prossima scorso "
    "scorsa so sapere vero vera confermo confermato accordo daccordo vabene arrivederla acconsento accetto volentieri benissimo ottimo "
    "naturalmente ovviamente assolutamente chiaro registri registrami proceda procediamo rifiuto nego senzaltro benone eccome "
    "affermativo negativo appuntamenti orari orario posto posti capito sentito aiuto indietro annulla ripeti stop tardi presto scritto "
    "scrive secondo primo momento attenda aspetti attendi aspetta attimo aspettate lasci lascia lasciamo lasciate lasciami "
    "richiamo richiami"
)
"""Words that no name begins with, whatever comes before them."""

ORDINARY = CALENDAR | NUMBERS | NEVER
"""Words of every call: where somebody is called so (Costa, Domenica), the word alone names nobody."""

ALSO_NAMES = word_set(
    "alba albanese allegra allegri alma amata amato america amore angeli angelica angelo ape api argento asia assunta aurora azzurra "
    "azzurro bacio baffi bagno bambina bambini bambino banca banco banda barba barca bari barone basile bassi basso beata beato bella "
    "bello benedetta bianca bianche bianchi bianco bionda biondi biondo blu bocca bono borsa boschi bosco bravi bravo bruna bruni bruno "
    "buoni buono calabrese calvi calvo candida candido cane cani capelli cappelli cappello cara carbone carini carino caro carta casa "
    "casale caso castelli castello catena cavaliere cavalli cavallo celeste cesta chiara chiare chiari chiaro chiesa cielo cima cipolla "
    "clemente colomba colonna conte conti coppola corallo corona corso corte cortese cortesi corti costa costante coste cristallo croce "
    "cuoco cuore dama dente denti diletta dolce dolci domenica donna donne duca fabbri fabbro falco falcone fante fausto fava fede "
    "fedele felice felici ferie ferri ferro festa fiore fiorentino fiori fiume fontana fontane fonte forte forti fortuna fortunato foto "
    "franca francese franchi franco frate freddi freddo fresca fumo gaia galli gallo gamba gambe gatti gatto gelo gemma genovese "
    "gentile gentili giglio gioia giovane giovani giusti giusto gloria grande grandi grassi grasso grazia greca greci greco grigi "
    "grigio grossi grosso guerra ho inglese iris italia lago lana leone leoni li libera libero lima lo lombardo luce lucida luminosa "
    "luna lunga lunghi lungo lupa lupi lupo ma maestri maestro maggio maggiore magno magri magro manna mano marchi mare margherita mari "
    "marina marino marmo marrone martello massimo mela mele melodia merlo mese messa miele milanese mimosa moda modesta modesto mola "
    "moneta montagna monte monti mora mori moro mosca mulino mura muro natale natali nave negro neri nero netti neve nobile nobili noce "
    "nonno norma notte nuvola oliva olivi onda orchidea oro orsi orso orto ottimo pace pagano palazzo palma palmieri pane pani papa "
    "parete parigi pasqua passero pasta pastore pastori patti pavone pecora pellegrino penna pepe perla pesce pesci petalo pia piana "
    "piano piatti piatto piazza piccola piccoli piccolo pietra pietro pini pino pio poeta ponte ponti porta porto pozzi pozzo prati "
    "prato preti primavera primo prospero pulito quaglia quarta quercia rana re regina ricca ricci riccio ricco rocca roma romana "
    "romani romano rosa rose rossa rossi rosso rotondo rubino sabato sacco sala sale salute salvi santa santi santo sardo sarta sarti "
    "sarto sasso secchi secco selva sera serena sereni sereno serra serre severo siciliano sicura sofia sola sole soli spada spagnolo "
    "spalla speranza spina spinelli sposa sposi stabile stella stelle strada tassi tasso tedesca tedeschi tedesco testa tinti toro "
    "torre torri torta toscano tosti trota turchi turco ulivi ulivo uva valle valli vela veneziano vento vera verde verdi vergine vetri "
    "vigna villa viola viole vita vitale vitelli vittore vittoria viva volpe volpi volta zaffiro zappa zingaro zoppi zucca zucchero "
)
"""First names and surnames that are words, too, or plain words of other meaning in some call: a title, an announcement, a capital inside a
sentence or the slot they stand in tells which (`gdpr.erase`)."""

STATE_ENDINGS = (
    "ato",
    "ata",
    "ati",
    "ate",
    "ito",
    "ita",
    "uto",
    "uta",
    "issimo",
    "issima",
    "ando",
    "endo",
    "mente",
    "zione",
    "abile",
    "ibile",
    "ente",
    "ante",
)
"""Endings of what one is rather than who one is ("sono allergica", "sono interessata"); known names are spared."""

TITLES = word_set(
    "signor signora signore signorina sig sigra dottor dottore dottoressa dott dottssa professor professore professoressa prof avvocato "
    "avv ingegner ingegnere ing ragionier ragioniere rag geometra geom architetto arch cavalier cavaliere maresciallo"
)

_ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
_VOWELS = frozenset("aeiouy")
_LONGEST_RUN = 5
_ROW_PIECE = 5


def is_gibberish(norm: str) -> bool:
    """Whether a folded word can be nobody's name: no vowel, six consonants in a row, a row of the keyboard, one letter repeated."""
    if len(norm) < 3:
        return False
    run, longest = 0, 0
    for letter in norm:
        run = 0 if letter in _VOWELS else run + 1
        longest = max(longest, run)
    keys = any(norm[at : at + _ROW_PIECE] in row for row in _ROWS for at in range(len(norm) - _ROW_PIECE + 1))
    return longest > _LONGEST_RUN or longest == len(norm) or keys or len(set(norm)) == 1


_CITY_NAMES = word_set(
    "ancona alessandria aosta arezzo asti avellino bari bologna bergamo brescia bolzano como catania cagliari caserta cremona "
    "domodossola empoli enna ferrara firenze foggia forli genova gorizia hotel imola imperia isernia jolly jesolo kursaal livorno "
    "lecce lucca lodi milano modena messina matera mantova napoli novara nuoro otranto oristano padova palermo pisa parma perugia "
    "pescara piacenza quarto quadro roma ravenna rimini reggio savona salerno siena siracusa sassari torino taranto trieste trapani "
    "treviso trento udine venezia verona vicenza viterbo varese washington xeres yacht york zara zurigo "
)
CITIES: dict[str, str] = {city: city[0] for city in sorted(_CITY_NAMES)}
LETTERS: dict[str, str] = {
    **{letter: letter for letter in "abcdefghijklmnopqrstuvwxyz"},
    "bi": "b", "ci": "c", "di": "d", "effe": "f", "gi": "g", "acca": "h", "gei": "j", "ilunga": "j", "kappa": "k", "cappa": "k",
    "elle": "l", "emme": "m", "enne": "n", "pi": "p", "cu": "q", "qu": "q", "erre": "r", "esse": "s", "ti": "t", "vu": "v", "vi": "v",
    "ics": "x", "ipsilon": "y", "igreca": "y", "zeta": "z",
}  # fmt: skip
