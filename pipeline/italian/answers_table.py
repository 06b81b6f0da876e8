"""Phrases that say yes and phrases that say no.

Read by `cues`; calls nobody. Data only. `sì` with its accent is the affirmation, `si` the pronoun ("si può"): `hearing` tells them apart.
An idiom weighs more than the words it is made of: "certo che no" outweighs "certo".
"""
# ruff: noqa: E501 - a table has one phrase a line, however many words it lists

TABLES: dict[str, str] = {
    "yes": """
3 puo|puoi|potete confermare|procedere|prenotare|andare_avanti
3 alla grande
3 accordissimo|perfettamente_accordo|ci_mancherebbe|come_vuole_lei|per_forza|sicurissimo|sicurissima|garantito|contenta|contento|apposto_cosi
2.5 mi sembra|pare .. perfetto|giusto|bene|ok|ottimo
3 do .. consenso|assenso|ok|benestare
3 tutto .. giusto|corretto|ok|perfetto|chiaro|posto|bene|regola|a_posto|esatto
3 lo|la confermo|accetto|prendo|tengo
3 e|sono .. quello|quella|giusto|giusta|corretto|corretta|esatto|esatta|lui|lei|io|perfetto $
3 si_e|e proprio|esattamente cosi|questo|quello|io
2.5 e cosi
2.5 va|andrebbe bene tutto|uguale|lo_stesso|cosi
3 mi farebbe|fa piacere|comodo
2 per me ok|nessun_problema|si
3 perfetto|bene|ok cosi
3 ^ ?e|ma sia|magari $
3 ^ gia $
3 gia gia
3 sì
2.5 certo|certamente|sicuro|sicuramente|certissimo|assolutamente|indubbiamente|ovvio|ovviamente|naturalmente|chiaro|chiaramente
3 ok|okei|okkei|oki_doki|yes|yep|sip|sissignore|eja|affermativo|iep|sine
2 va|andrebbe|andra|sta bene|benissimo|benone|alla_grande|a_meraviglia|benino
2.5 va|sta benissimo|benone
2 perfetto|perfettissimo|ottimo|ottimamente|benissimo|benone|magnifico|fantastico|eccellente|bellissimo|meraviglioso|splendido
2.5 esatto|esattamente|giusto|giustissimo|corretto|precisamente|preciso|appunto|infatti|verissimo
3 confermo|confermiamo|conferma|confermi|confermato|confermata|confermatissimo|confermate
3 accordo|daccordo
3 accetto|acconsento|autorizzo|consento|approvo|presto_consenso|do_consenso|do_mio_consenso|accettiamo|accettato
2.5 volentieri|senza_altro|senzaltro|senz_altro|molto_volentieri
-4 chi e lei|lui
-4 piu avanti|in_la ?nel
2.5 procediamo|proceda|procedi|procedete|vada|andiamo|avanti|aggiudicato|andata|affare_fatto|fatta|ci_sto|siamo_intesi|intesi|si_proceda|vai
2 prenota|prenoti|prenotate|faccia|fai|fate|metta|segni|registri|registra|registratemi|mandi|confermi pure
2.5 faccia|fai|facciamo|fate cosi|pure
2 dai|daje|vabbuo|vabbo|vabuo|bon|bono|amen|va_be|e_va_be|va_beh|embe
1.5 bene ?grazie|cosi $
2 ^ bene|benissimo|bono
2.5 mi|per_me sta|va|andrebbe|e bene|perfetto|comodo|ok
2.5 puo|potrebbe andare|funzionare
2.5 si_puo_fare|ci_siamo|sono_io|e_lui|e_lei|sono_lui|sono_lei|e_vero|in_persona
2.5 ^ io|io_in_persona|proprio_io $
4 credo|penso|direi|spero|immagino|suppongo|pare|mi_sa di sì
3 mi_interessa|mi_farebbe_piacere|mi_piacerebbe|come_dice_lei|quello|mi_piace|lo_voglio $
2.5 ^ mi_interessa|mi_farebbe_piacere|gradirei|con_piacere
5 no no va|vanno|andrebbe bene|benissimo|benone
6 no ?no ?ma|scusi|scusa|guardi|tutto|per_carita va|vanno|andrebbe bene|benissimo|benone|perfetto
6 no ?no ?no perfetto|benissimo|giusto|esatto|ok|certo|confermo|sì|tutto_bene|tutto_ok|tutto_perfetto|e_giusto|e_corretto|e_perfetto
5 non|nessun|no|nessuno|zero ?ci ?e|sono|ho ?nessun|alcun|nessuno|mica problema|problemi|problem|prublema
5 nessun|nessuno|senza problema|problemi
6 perche no|non
6 come no
5 e perche no|non
5 altroche|eccome
5 non vedo ora|perche_no
4 non ho nulla|niente in_contrario|da_ridire|da_obiettare|contro
4 niente|nulla in_contrario|da_ridire
6 non .. dubbio|dubbi
-3 non sì
""",
    "no": """
4 ci ?ho ripensato|ho_ripensato|ripenso|devo_pensare
3 qualcosa non va|torna|quadra
3 ci e errore|sbaglio|qualcosa|problema_con
4 non .. va|torna|quadra|combacia|convince|piace|interessa
3.5 cosi non
3 non .. consenso
4 no grazie
5 ^ ?no|beh mica|non ?poi tanto|proprio|molto|troppo $
4 mi dispiace|spiace ?ma no|non
4 niente|nulla ?grazie|no|altro ?grazie $
4 no .. cosi|posto|apposto|tutto|basta $
3.5 per carita
3 no|nono|nope|nah|none|negativo|naa
2 mai
4.5 non|nun|mica|nemmeno ?mi|ci|ne|gli|e ?poi ?e|va|vanno|andrebbe|andava|sta|stanno|sono|era|puo ?molto|tanto|proprio|piu|mica|tutto bene|giusto|giusta|corretto|corretta|esatto|esatta|ok|perfetto|possibile|quello|quella|accordo|andare|comodo|vero|questo|questa|io|lui|lei
4 non|nun mi .. va|vanno|andrebbe|convince|interessa|piace|piacciono|serve|quadra|torna|sta ...
3.5 non .. sono .. accordo|sicur*|convint*|io|interessat*|certo|certa
3 non|nun confermo|accetto|acconsento|autorizzo|voglio|vorrei|posso|riesco|credo|penso|direi|ho_detto|mi_va|desidero|intendo|procedere|proceda|va|faccio|prenoti|prenotare|consento|approvo|do|sono|e
6 certo|certamente|sicuramente|assolutamente|ovviamente|direi|credo|penso|spero|preferisco|preferirei|meglio|proprio|macche|ma|eh che|di no|non
4 assolutamente|proprio|certamente|direi|meglio|macche no
4 niente|nulla|per affatto|niente|nulla
3.5 affatto $
2 ^ niente|nulla ?grazie|no $
3.5 neanche|nemmeno|manco|neppure per|a sogno|idea|morto|scherzo
4 ma quando mai
4 macche|ma_va|ma_figurati|figuriamoci|giammai
3.5 e|era|sono|sta .. sbagliat*|errat*|scorrett*|un_errore
2.5 sbagliat*|errat*|scorrett*
3 qualcosa|data|giorno|ora|orario|servizio|nome|numero sbagliat*|errat*|non_va|non_torna
3.5 lasci|lascia|lasciamo|lasciate|lassa perdere|stare|stari|andare
2.5 ci|devo|devo_ancora ripenso|pensarci|pensare|rifletto|riflettere|penso|pens_su|riaggiornare
3 ho cambiato idea
4 preferisco|preferirei .. di no|non
3 preferisco|preferirei non ...
3 rifiuto|rifiutare|rinuncio|declino
3 basta cosi|grazie
2.5 sono a_posto|apposto
2.5 a_posto|apposto|tutto|nient_altro|niente_altro ?cosi ?grazie $
3 nient|niente|nulla|nessun altro|altra
3 e tutto ?grazie $
3 basta|stop|fermi|alt
2.5 nessuna|nessuno .. queste|questi|tre|due|$
2.5 ^ nessuna|nessuno
3.5 nessuna|nessuno di|delle|dei queste|questi|tre|due
3 annulla|annulli|annullo|annulliamo|ricominciamo|ricominciare|cancelliamo|cancelli_tutto|annullare
3 chiamo|richiamo|sentiamo|passo|ripasso .. altra|dopo|tardi|poi|io ?volta|momento
7 no ?no grazie .. bene|posto|cosi|tutto
2 altri|altre orari|opzioni|giorni|proposte|alternative
2.5 troppo presto|tardi|caro|lontano|lungo
-4 non|nessun|no ?ci ?e|sono|ho ?nessun|alcun problema|problemi|problem
-3 perche|come no
-3 ha|hai|avete|avrei|sapere|dirmi non
-2 ti|mi dica|dice no
""",
}
