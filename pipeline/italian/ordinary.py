"""Everyday words that stand one letter away from a word of the tables and mean something else.

Read by `cues`, which repairs words bent by a slip; calls nobody. Data only. What is left out differs in its ending alone ("italiani",
"italiana"): there the word of the tables is the same word.
"""

from pipeline.italian.wordlists import word_set

OWN_WORDS = word_set(
    "sposa sposo sposi sposare sposarsi sposarmi sposarla sposarlo sosta stagione campagna albero concetto contesto contenuto "
    "contenuta vento pezzi cento massaggio massaggi raccolta raccolti mario cristina marcello mattia natalie andre moreno otello "
    "scola rieti malta venere chiudere chiedono credere potente poteri gusto storica storico sorta sanno pesano pesare vedono venduto "
    "venduta vendita vendite vendette venderlo venderla vendiamo calore concreto paesaggio passeggio compare complessa complesse "
    "single lanciare lanciate pazza pazzi pazzo vorrebbero ponti panni panno finto intenso intensi salutare scuro convento bruciare "
    "preti invenzione presunta presunte prefetto dispetto corrotto corrotta indizio space bollente frattura costanti mantello secchi "
    "signoria collegi solista quesito quesiti agnello contrasto corriere canone canoni convinzione convinzioni sergente steso stesa "
    "erezione grata vicolo vicoli capre conigli permetto leale pesto anglo salmone cannella contato contati comparto controllore "
    "palato preposto riposto riposta sorda teneri tendere sensato volvo integro pineta afflitto crostata serrata torce pizzi suola "
    "pende ordigni tradizione media medio ministero proposito interno sesso regista regia pianta parita sapendo tenente attesta "
    "telefonia specialita desiderio contiene raffreddare splende sputa prede preda parare smentire invertire lotteria sigle"
)
