"""Phrases of the special commands (specification 3.1), with the ways people really say them.

Read by `cues`; calls nobody. Data only: what a command means at a step is decided in `commands`. The command `umano` has no rows: it is
the intent `operatore`.
"""
# ruff: noqa: E501 - a table has one phrase a line, however many words it lists

TABLES: dict[str, str] = {
    "command:annulla": """
3 annulla|annulli|annulliamo|annullate|annullare|annullo ?pure ?tutto|operazione|richiesta|quanto|questo|tutta|pure $
3 ^ ?no|ok|allora|scusi|scusa|sì annulla|annulli|annulliamo|annullare|annullo ?pure|tutto|quanto|favore|operazione $
3 ricominciamo|ricominciare|ricomincia|ricominci|ricomincio|riniziamo|ripartiamo|resettare|resetta|reset|cancella_tutto|cancelli_tutto|ripartire
2 da capo|zero|inizio
3 stop|alt|ferma_tutto|fermi_tutto|fermati|si_fermi|fermo
3 ^ ?no|ok|guardi basta ?cosi|dai|grazie $
3 lasci|lascia|lasciamo|lasciate|lassa stare|perdere|stari|correre
-4 lasci|lascia|lasciamo|lasciate stare|perdere registrazione|iscrizione|consenso|dati
3 non .. se_ne_fa|fa|facciamo .. niente|nulla
3 tengo|teniamo|tenga|lascio|lasciamo|lasci|lasciate cosi|com|come|tutto ?cosi|com|come ?era|e|sta $
2.5 come .. non .. detto
3 esci|uscire|chiudi_tutto|termina|interrompi|interrompere|abbandona|abbandonare
-4 stop|basta SERVICE|TIME|DATE
""",
    "command:indietro": """
3 indietro
3 torna|torni|torniamo|tornare|tornate|ritorna|ritorniamo .. indietro|precedente|prima|passo|domanda
3 passo|domanda|schermata|passaggio precedente|indietro|di_prima|prima
2.5 ^ ?sì|no precedente $
2.5 ^ ?sì|no|scusi|scusa correggo|correggere|correggiamo ?favore $
2.5 ^ @want correggere $
2.5 @want|posso|possiamo cambiare|correggere|modificare .. risposta|quello_che_ho_detto|ho_detto_prima
""",
    "command:aiuto": """
3 ^ ?mi @can aiutare|aiutarmi|aiuta|dare_mano|spiegare ?favore|grazie $
3 cosa|che_cosa|che @can fare ?favore $
3 ^ ?ho_bisogno_di|mi_serve|serve aiuto ?favore|grazie $
2.5 ^ aiuto|help|aiutami|mi_aiuti|aiutatemi|aiutarmi
2 help|mi_aiuti|aiutami|aiutatemi|mi_aiuta|puo_aiutarmi|mi_puo_aiutare|puoi_aiutarmi|mi_puoi_aiutare
3 cosa|che|quali|che_cosa .. puoi|puo|sai|sa|sapete|potete .. fare|aiutarmi|fai ?favore $
3 ^ ?ma|e|scusi|mi_dica come funziona|funzionate|funziona_qui|si_usa|si_fa|devo_fare|faccio ?tutto|questo|servizio|questa|cosa $
3 cosa|che|che_cosa .. posso|devo|dovrei .. dire|chiedere|fare|rispondere|chiederti|chiederle ?qui|adesso|ora $
3 non so .. cosa|che|come .. dire|fare|rispondere|devo|chiedere
3 quali sono .. opzioni|comandi|possibilita
2.5 istruzioni ?favore $
""",
    "command:ripeti": """
3 ^ altra|ancora volta ?favore|grazie $
3.5 ripeti|ripeta|ripetere|ripete|ripetermi|ripetimi|ripetete|ripeterebbe|ripetuto_ancora|ripet|ripetilo
3 non .. capito|sentito|afferrato|compreso|inteso|colto
3.5 non capisco|sento|si_sente|si_capisce|ti_sento|la_sento|vi_sento|ho_capit|ho_sentit
3 ^ ?ma|e|eh|scusi|scusa come ?scusi|scusa|prego|favore|dice|dici|ha_detto|hai_detto|detto $
3 ^ ?ma|e|eh|scusi|scusa|come scusi|scusa|prego|eh|cosa|che|che_cosa|cosa_scusi $
3.5 cosa|che|che_cosa|cos|come .. ha|hai|avete|aveva|avevi .. detto
3 cosa|che|come .. dice|dici|diceva|dicevi|dicevate $
3 ridica|ridillo|ridire|ridimmi|ridirmelo|ridimmelo|lo_ridica|me_ridice
3 dica|dirmi|dirmelo|dillo|dimmi|dire .. di_nuovo|altra_volta|ancora|da_capo|piu_piano|piu_lentamente|piano
3 parli|parlare|parla .. piano|forte|lentamente|alto|alta_voce
2.5 ^ ?puo|puoi|scusi|come|dica|favore di_nuovo|ancora_volta|altra_volta|piu_piano|piu_lentamente|piu_forte ?favore $
-4 come altra volta
-6 ORDINAL|primo|secondo|terzo|quarto|ultimo|prima|seconda|terza|quarta|ultima|quello|quella che ?mi ha|hai|avete|aveva|avevate detto|proposto|nominato
2.5 ho perso .. pezzo|ultima|ultimo|filo
2.5 quali .. erano|sono|opzioni|orari .. gia|opzioni|proposte|detto
""",
}
