"""What each trade calls its work: everyday words for a service, and the words by which another trade is recognised.

Read by `vocabulary`; calls nobody. Data only. A word counts only through the business's own services: an alias works where its target
is sold, a trade's words are foreign where nothing of that trade is sold.
"""

from pipeline.italian.wordlists import word_set

_EVERYDAY: dict[str, str] = {
    "taglio": "spuntatina spuntata spuntare spuntatura accorciare accorciata sfoltire sfoltita tagliata tagiare tagiarse tagiarme tajare",
    "colore": "tinta tingere ricrescita colorazione colorare tintura",
    "colpi di sole": "meches mesh schiariture",
    "piega": "fon phon asciugatura asciugare acconciatura",
    "barba": "rasatura radere baffi",
    "manicure": "unghie mani",
    "pedicure": "piedi",
    "semipermanente": "smalto semi",
    "ceretta": "depilazione epilazione",
    "igiene": "pulizia ablazione detartrasi tartaro",
    "otturazione": "carie",
    "protesi": "dentiera",
    "radiografia": "lastra panoramica",
    "estrazione": "estrarre",
    "prelievo": "prelievi analisi",
    "ecografia": "eco",
    "elettrocardiogramma": "ecg cardiogramma",
    "vaccino": "antinfluenzale vaccinare vaccinazione richiamo",
    "gomme": "pneumatici copertoni",
    "cambio gomme": "gomme pneumatici copertoni invernali",
    "cambio olio": "olio",
    "freni": "pastiglie",
    "revisione": "collaudo bombolo",
    "lavaggio": "lavare lavata",
    "clima": "climatizzatore condizionatore",
    "toelettatura": "tosare tosatura toelettare",
    "microchip": "chip",
    "sterilizzazione": "sterilizzare",
    "castrazione": "castrare",
    "rimozione": "togliere rimuovere levare",
}
ALIASES: dict[str, tuple[str, ...]] = {
    word: tuple(target for target, words in _EVERYDAY.items() if word in words.split())
    for words in _EVERYDAY.values()
    for word in words.split()
}

TRADES: dict[str, str] = {
    "salone": (
        "taglio piega colore tinta barba capelli meches balayage permanente manicure pedicure ceretta trucco parrucchiere parrucchiera "
        "barbiere "
        "estetista massaggio"
    ),
    "medico": (
        "visita ecografia elettrocardiogramma prelievo vaccino certificato medicazione dermatologo cardiologo ginecologo ortopedico "
        "oculista "
        "pediatra psichiatra otorino urologo neurologo"
    ),
    "dentista": (
        "dentista igiene otturazione devitalizzazione estrazione sbiancamento impianto apparecchio corona protesi odontoiatra dente denti"
    ),
    "officina": (
        "tagliando revisione gomme freni frizione batteria convergenza carrozzeria diagnosi meccanico gommista carrozziere elettrauto "
        "marmitta "
        "cambio auto macchina"
    ),
    "palestra": "pilates yoga spinning zumba nuoto allenamento personal palestra crossfit boxe fitness",
    "veterinario": "veterinario toelettatura castrazione sterilizzazione microchip cane gatto cucciolo",
}
"""The first trades a business sells words of are its own; the marks below of the others are foreign to it."""

MARKS: dict[str, str] = {
    "salone": "parrucchiere parrucchiera barbiere estetista piega balayage meches capelli tinta manicure ceretta",
    "medico": "cardiologo ginecologo dermatologo ortopedico oculista pediatra colonscopia mammografia",
    "dentista": "dentista odontoiatra otturazione devitalizzazione",
    "officina": "gommista carrozziere tagliando frizione meccanico gomme pneumatici marmitta elettrauto revisione freni",
    "palestra": "zumba spinning pilates crossfit",
    "veterinario": "veterinario toelettatura castrazione",
}

MEN = word_set(
    "uomo uomini maschio maschile signore marito padre papa babbo fratello nonno zio compagno fidanzato ragazzo suocero genero cognato "
    "omo omeni mascolo"
)
WOMEN = word_set(
    "donna donne femmina femminile signora moglie madre mamma sorella nonna zia compagna fidanzata suocera nuora cognata ragazza "
    "fimmina femmena dona"
)
CHILDREN = word_set(
    "bambino bambina bambini bambine bimbo bimba bimbi figlio figlia figli figlie nipotino nipotina nipote piccolo piccola figlioletto "
    "ragazzino "
    "ragazzina gemelli gemelle gemellini junior bebe neonato figliolo figliola bocia putel putela fiol guaglione picciriddu pupo pupa"
)
"""Whom a service is for, by the word a caller uses; a child's word wins over the others."""

DOGS = word_set(
    "cane cani cagnolino cagnolina cagnetta cagnetto cagna cagnone canina canino labrador barboncino barboncina bassotto beagle boxer "
    "bulldog chihuahua carlino maltese meticcio setter pastore rottweiler pitbull dalmata cocker spitz pinscher segugio dobermann"
)
CATS = word_set("gatto gatta gatti gatte gattino gattina gattini micio micia micetto micetta gattone siamese persiano")
EXOTICS = word_set(
    "coniglio coniglia coniglietto coniglietta conigli tartaruga tartarughe tartarughina pappagallo pappagallino pappagalli criceto "
    "criceti cavia porcellino furetto canarino canarini cincilla iguana serpente uccellino esotico esotici esotica merlo cocorita"
)

ADULTS = word_set("adulto adulti adulta adulte grandi")

GROUPS: dict[str, str] = {
    word: group
    for group, words in (
        ("child", CHILDREN),
        ("man", MEN),
        ("woman", WOMEN),
        ("dog", DOGS),
        ("cat", CATS),
        ("exotic", EXOTICS),
        ("adult", ADULTS),
    )
    for word in words
}
"""Whom a service is for by every word for it, the group that wins over the others first."""

GENERIC = word_set(
    "appuntamento appuntamenti prenotazione prenotazioni posto posti posticino buco visita visite cosa cose informazione informazioni "
    "info domanda "
    "domande orario orari giorno giorni ora ore persona persone servizio servizi trattamento trattamenti seduta lezione corso corsi volta "
    "attimo "
    "momento minuto favore sconto sconti fattura ricevuta pausa preventivo abbonamento abbonamenti tessera pacchetto offerta offerte "
    "promozione "
    "mattina pomeriggio sera settimana mese anno capelli capello testa macchina auto cane gatto conferma modifica cambio disponibilita "
    "possibilita "
    "anestesia parcheggio cliente clienti nome cognome numero telefono chiamata messaggio problema lavoro lavori altro altra altri altre "
    "stesso "
    "stessa niente nulla qualcosa tutto tutti consulenza consiglio prezzo prezzi costo gratis bambini bambino bambina festa compleanno "
    "matrimonio "
    "cresima domicilio casa urgenza prima seconda dopo ricetta referto referti esame esami pagamento carta bancomat sala spazio data date "
    "salto "
    "controllo controlli operatore umano dottore dottoressa medico signora signor ragazza ragazzo vacanza carte rate credito regalo buono "
    "amica amico "
    "mamma madre padre figlio figlia marito moglie nonna nonno fratello sorella lista attesa dente denti male dolore unghia occhio tavolo "
    "slot "
    "lunedi martedi mercoledi giovedi venerdi sabato domenica pranzo presto tardi subito meglio bene passo giro vedere"
)
"""Nouns that are asked for but are no service of their own."""

ELSEWHERE = word_set(
    "adsl aereo aeroporto affittare affitto albergo allarme anagrafe anello antenna antifurto aperitivo appartamento architetto "
    "autobus "
    "autoscuola avvocato babysitter badante benzina biancheria bicicletta biglietti biglietto birra bnb bolletta bollette bombola "
    "bonifico borsa caffe calcetto caldaia camera camere carabinieri cavallo cena chiesa chitarra cinema commercialista concerto "
    "coperti cornetto crociera crociere decoder denuncia discoteca divano edicola elettricista elettrodomestico enoteca fabbro "
    "falegname ferramenta fibra fiori fornaio forno fotocopie fototessera fotovoltaico frecciarossa frigorifero fruttivendolo funerale "
    "gasolio gelato geometra giacca giardiniere giardino gioielli hamburger hotel idraulico imbiancare imbianchino infissi isee "
    "karaoke "
    "kebab lasagne latteria lavanderia lavandino lavastoviglie lavatrice libreria libri libro macelleria martello materasso mazzo menu "
    "mobili modem monopattino multa muratore museo mutuo noleggiare noleggio notaio occhiali ombrellone orologio ostello pacchi pacco "
    "padel pane panettiere panini panino parabola parquet passaporti passaporto pasticceria patente patenti pensione pescheria "
    "pianoforte piastrelle pitturare pizza pizze pizzeria polizia pompieri posta poste prestito profumo psicologo raccomandata resort "
    "ristorante ristrutturare router rubinetto sarta sartoria scarpe scuola serratura sim smartphone spaghetti spedizione spesa "
    "spiaggia spid spurgo stadio stampante stamperia supermercato sushi sveglia tablet tasse tassista tavolo taxi teatro telefonino "
    "televisione televisore tende tetto tintoria torta torte traghetto trapano traslochi trasloco trattoria treni trenitalia treno "
    "tubo "
    "tv vacanza vacanze vestiti vestito vino visto volante voli volo "
)
"""What nobody keeps a diary for here: food, travel, homes, shops and offices."""
