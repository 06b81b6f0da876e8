"""Phrases that greet, that ask for a human, and that have nothing to do with this business.

Read by `cues`; calls nobody. Data only: how the evidence is weighed is not known here.
"""
# ruff: noqa: E501 - a table has one phrase a line, however many words it lists

TABLES: dict[str, str] = {
    "saluto": """
2 buongiorno|buonasera|buondi|salve|ciao|hey|ehila|buon_giorno|buona_sera|buon_pomeriggio|buonpomeriggio|bongiorno|bonasera|hello|hola => flag greeting
2 arrivederci|arrivederla|addio|ciao_ciao|alla_prossima|a_presto|a_dopo|ci_vediamo|ci_sentiamo|buonanotte|buona_notte|saluti|saluto|stammi_bene|stia_bene => flag goodbye
2 buona|bella giornata|serata|domenica|continuazione|settimana|nottata => flag goodbye
2 buon week-end|weekend|fine_settimana|lavoro|proseguimento|natale|anno|pranzo|ferragosto => flag goodbye
1 grazie|ringrazio|ringraziamo|gentilissima|gentilissimo => flag thanks
""",
    "operatore": """
4 @can|@want .. avere|chiamare|contattare|sentire .. @person
4 far|farmi|fatemi|farci|fammi chiamare|richiamare|contattare .. da|dal|dalla|dallo
3.6 @want|@can parlarci|parlargli|parlarle|parlarne
4 mi dia|dai|date|dammi|datemi ?subito qualcuno|persona|operatore|operatrice|collega|umano
-6 ^ ?ma lei|tu e|sei .. persona|umano|umana|essere
-6 ^ ?ma|& parlo|sto_parlando|parlando|sto .. con .. persona|umano|macchina|robot|computer|essere vera|vero|umana|umano|$
3.5 ci e|sarebbe ?mica|per_caso|altra persona|umano $
4 voce|aiuto|contatto|interlocutore umana|umano|vera
3.5 parlare .. a|di voce|persona|voi
3.5 @want|@can|mi|fatemi|faccia|fate essere_richiamat*|richiamar*|ricontattar*|farmi_richiamare|farmi_chiamare
3.5 mi .. richiama|richiami|richiamate|ricontatta|ricontatti .. qualcuno|voi|favore|appena
3 @want .. chiarire|spiegare|discutere|parlarne .. con|di_persona|a_voce
4 metta|passi|passa|dia|dammi|chiama|chiami|chiamami .. titolare|responsabile|segretaria|segreteria|direttore|direttrice|capo|principale|proprietario|proprietaria|padrone|collega|operatore|operatrice
-3 telefonico|telefonica|mobile
4.5 parlare|parla|parlo|parlarci|parlato|parlar .... @person
3.5 @want|@can|mi_fa|mi_fate|fatemi parlare .... @professional
3 @want|@can parlare .. con|a
4.5 passi|passa|passare|passarmi|passami|passate|passatemi|passo|passerebbe|passeresti .. @person
3.5 mi passi|passa|passare|passate|passerebbe .. @professional
3.5 passami|passatemi|passarmi @professional
4.5 metta|mette|mettere|mettermi|metti|mettete|mettetemi|metterebbe .. in contatto|comunicazione|linea
4 collega|colleghi|collegarmi|trasferire|trasferisca|trasferiscimi|trasferitemi|inoltrare|inoltri|trasferirmi .... @person|chiamata|altro|altra
4.5 persona|essere|operatore|operatrice|qualcuno|uno|collega|umano vera|vero|reale|umano|umana|carne|in_carne_e_ossa
4 ci .. @person|@professional .. con|a_cui|con_cui|vera|vero|parlare|li
3.5 ^ ?ma|scusi|pronto|salve|li ci ?e qualcuno|persona|umano ?li|di_la|in_linea|vivo $
3.5 ci ?e qualcuno|persona|umano con_cui|che_possa|di_reale|in_carne|a_cui|dello_staff
3 ci_e|ci_sarebbe|ci_fosse qualcuno|persona|operatore|umano
4.5 ^ ?no|si|per_favore|voglio operatore|umano|persona|operatrice|umana
4.5 ^ ?vorrei|voglio|preferisco|preferirei|cerco|serve|chiamatemi|datemi|dammi ?mi operatore|umano|persona|operatrice
3.5 operatore|operatrice ?umano|umana|telefonico $
4 @want .. operatore|operatrice|umano
4.5 non @want .. parlare .. con .. robot|macchina|computer|disco|segreteria|registrazione|macchinetta|risponditore|automatico|bot
3.5 non .. con .. robot|macchina|computer|disco|risponditore|bot|macchinetta|voce_registrata|registratore
3 basta .. robot|macchina|computer|disco|bot
4 qualcuno .. che .. capisce|capisca|ragiona|risponda|sappia|esista
3.5 aiuto|aiuti|assistenza .. umano|umana|persona
3.5 richiamare|richiami|richiamate|richiamarmi|ricontattare|ricontattarmi|ricontattate .. @person|voi
3.5 farmi|fatemi|fammi|mi_fa|mi_faccia|mi_fate|facciamo richiamare|chiamare|ricontattare|contattare
3 @want .. @person
2.5 ^ @person ?favore|grazie $
3 parlare .. titolare|padrone|capo|principale|direttore
-3 @person|persona preferit*|qualsiasi
-3 per quante persone
-3 quale|che|altro|altra|cambiare|cambiarmi|stesso|stessa operatore|operatrice
-3 operatore .. SERVICE
-3 se|quando .... chiam*|avvis*|sapere .... libera|disdice
""",
    "fuori_tema": """
4.6 dove .. comprare|comprato|acquist*|vendono|si_compra
4.6 quanto pesa|pesano|misura|dista|e_alto|e_alta|e_lontano|e_grande
4.4 chi sara|e .. papa|presidente|re|regina|ministro|sindaco|allenatore|cantante|attore
3.6 codice_fiscale|partita_iva|iban|stipendio|fatturato|guadagno
4.5 come .. cucina|prepara|fa .. carbonara|pasta|torta|sugo|ragu|pane|tiramisu|risotto|arrosto
4.5 mia|mio @relative quando|che_ora|a ... ha|viene|va => flag other_person
4 soldi|prestito|prestare|presti
3.6 ripara|riparate|aggiusta|aggiustate .. telefoni|telefono|computer|cellulari|cellulare|pc|tablet
3.6 cosa|che|cos .. sara|saranno|avra|avranno|potrebbe_essere|puo_essere => flag clinical
4 macchia|macchie|neo|brufolo|bozzo|nodulo|sfogo|eruzione|rossore .... cosa|che|e .. => flag clinical
3.6 cercavo|cerco|volevo .. studio|negozio|officina|farmacia|supermercato|comune|ristorante dentistico|dentista|legale|notarile => flag wrong_number
4.5 ricetta .. della|per|di torta|pasta|carbonara|tiramisu|dolce|ragu
4 ambulanza|vigili|118|112
4 ^ .. quante|quanti|quanta proteine|calorie|carboidrati|chili|grassi .... => flag clinical
4 assumete|assumere|curriculum|candidatura|candidarmi|cv|cercate_personale|posto_di_lavoro|cerco_lavoro|stage|tirocinio
4.5 operatore|offerta|contratto|gestore|compagnia telefonico|telefonica|mobile|luce|gas|energia|internet => flag another_trade
4 la chiamo|chiamiamo .. per_conto|da_parte|proporle|offrirle
4.5 quanto fa|e .. per|piu|meno|diviso|NUM|TIME
4 chi ha .. inventato|scritto|scoperto|vinto|dipinto|segnato|costruito
4 che|quale e .. capitale|lingua|fiume|monte|citta_piu|pianeta
3 che ore sono|e
4.5 dose|dosaggio|pastiglia|pastiglie|compressa|compresse|raddoppiare|dimezzare|principio_attivo|effetti_collaterali|posologia|bugiardino => flag clinical
4 posso|devo .. smettere|interrompere|sospendere|aumentare|ridurre ... => flag clinical
4 crocchette|cioccolato|cioccolata|alimentazione|mangime .... diarrea|vomito|dare|dargli|posso|fa_male|male => flag clinical
4 mia|mio @relative .... esami|risultati|referto|analisi|appuntamento_a_che_ora|a_che_ora|diagnosi|cartella => flag other_person
4.5 mi dice|dici|dica|puo_dire|sa_dire|dite .. chi|cosa .. viene|ci_e|ha|prenotato|vengono ... DATE|TIME|prima|dopo => flag other_person
4.5 chi .. viene|vengono|e_venuto|e_venuta|ha_prenotato|prenotato|ci_e_prima|ha_appuntamento .... DATE|TIME|prima|dopo|oggi => flag other_person
4.5 numero|indirizzo|cellulare|telefono|contatto|profilo|instagram .... ragazza|ragazzo|signora|signore|commessa|parrucchiera|istruttore|istruttrice|collega|OPERATOR|dottore|dottoressa => flag other_person
3.5 abita|vive|sposat*|anni_ha|quanti_anni .. OPERATOR|signora|dottore|dottoressa|lei|tu => flag other_person
3.5 quanti anni ha|hai|avete
3.5 quanto .. guadagn*|prende_di_stipendio
3 cosa|che .. pensi|ne_pensa|ne_dici .. di|del|della
3.5 ti piace|piacciono|innamorat*|amore_mio
3.5 fammi|mi_fa|mi_fai ridere|cantare|compagnia|una_canzone
3.5 aprimi|accendi|spegni|metti|fai_partire .. musica|luce|radio|canzone|spotify|sveglia
3 musica|canzone|canzoni|film|serie_tv|videogioco|playstation|gatto_virtuale
-3 pranzo|cena dopo|prima
3.5 consigl*|suggerisc* .. di comprare|acquistare|vedere|leggere|guardare
3 comprare|acquistare|ordinare|vendere|vendete .. macchina|auto|casa|moto|telefono|computer
3 vale|valutare|valutazione .... macchina|auto|casa|usata|usato|moto
5 FOREIGN => flag another_trade
4.5 @elsewhere => flag another_trade
1.5 @want .. FOREIGN => flag another_trade
4.5 che|com_e tempo fa|fara|fa_domani|previsto
4.5 previsioni|meteo|oroscopo|barzelletta|barzellette|poesia|filastrocca|indovinello|lotto|superenalotto|enalotto|gratta_e_vinci|pronostico
4 piove|piovera|nevica|nevichera|sole_domani
4.5 vinto|partita|calcio|campionato|juventus|juve|milan|inter|napoli_calcio|champions|serie_a|formula_uno|ferrari_vinto|mondiali|scudetto|sanremo|gol
4 capitale|presidente|papa_francesco|premier|governo|elezioni|politica_italiana|guerra|borsa|bitcoin|criptovalute|azioni|investire|parlamento|senato
4 racconta|raccontami|racconti|raccontarmi|cantami|canta|canti|cantare|recita|recitami|traduci|tradurre|traduca|traduzione|scrivi_una|scrivimi|scrivere_una|calcola|calcolami|disegna|programma_in
4 compiti|tesi|equazione|radice|quanto_fa|matematica|storia_di
3.5 consigli|consiglia|consiglieresti|consigliami|consigliate|suggerisci .... ristorante|film|libro|macchina|hotel|serie|vacanza|regalo|viaggio|telefono
3.5 mi sposi|ami|vuoi_sposarmi
3.5 fidanzata|fidanzato ?hai|sei|ci_hai
3.5 sei .. sposata|fidanzata|single|sposato
4.5 che|quale|quali|quante|quanti|quanta .. medicina|medicine|farmaco|farmaci|antibiotico|antidolorifico|pastiglia|pastiglie|compressa|compresse|gocce|pillola|pillole|pomata|crema|sciroppo|dose|dosaggio|integratore|integratori|rimedio|dieta|cura .... => flag clinical
4 prendere|prendo|dare|do|dargli|darle|assumere|bere|mangiare|metto|mettere|somministrare|somministro .... medicina|farmaco|antibiotico|antidolorifico|pastiglia|compressa|gocce|pillola|pomata|sciroppo|tachipirina|aspirina|ibuprofene|cortisone|oki|moment|paracetamolo|antinfiammatorio|insulina|alcol|latte|alcool => flag clinical
4 posso|devo|potrei|puo|possiamo|conviene|meglio .. prendere|bere|assumere|mangiare|dargli|darle|dargliela .... => flag clinical
3.5 tachipirina|aspirina|ibuprofene|antidolorifico|cortisone|paracetamolo|antinfiammatorio|oki|bentelan|augmentin|amoxicillina|voltaren => flag clinical
-6 prendere|prendo|prenda|prende|dare|dargli|fare .. appuntament*|posto|appunto|nota|prenotazione
4.5 brucia|bruciano|prude|prudono|pizzica|arrossat*|irritat*|dermatite|sfogo|bolle|pus|gonfi* .... cosa|che|come .. metto|mettere|mettiamo|faccio|fare|uso|usare|devo => flag clinical
4 e|sara .. grave|pericoloso|normale|contagioso|infetto|tumore|maligno => flag clinical
4 devo|mi_devo|bisogna preoccupar* => flag clinical
4 che|cosa .. faccio|fare|faccia|succede|posso_fare .... febbre|dolore|male|vomita|sanguina|gonfio|gonfia|morso|bruciore|tosse|starnutisce|zoppica|diarrea|punto|prurito|ha_mangiato => flag clinical
3.5 febbre|dolore|male|vomita|sanguina|gonfio|gonfia|morso|bruciore|tosse|zoppica|diarrea|prurito|ha_mangiato|vomito .... che|cosa|cos .. faccio|fare|posso_fare|devo_fare|prendo|prendere|do|dare => flag clinical
4 diagnosi .. sintomi|se
4 sintomi|sintomo .... => flag clinical
4 quali|che sono .. sintomi => flag clinical
4 secondo lei|voi|te .. devo|cosa_ho|che_ho|e .. => flag clinical
4 che malattia => flag clinical
3.5 cosa|che_cosa|cos ho|avra|puo_essere|potrei_avere => flag clinical
3.5 mi_legge|leggere|leggermi|interpretare|spiegare .. esami|referto|analisi|risultati|radiografia => flag clinical
4.5 malattia|cartella|referto|esami|analisi|diagnosi|patologia .... mio|mia|del|della|di @relative|NAME|signora|signor => flag other_person
5 numero|telefono|cellulare|indirizzo|mail|email|dati|recapito|contatto|compleanno|data_nascita .... del|della|di|dell|mio|mia|un|altra signora|signor|signore|@relative|cliente|clienti|NAME|OPERATOR|altro|ragazza_che|dottor|dottoressa|paziente|parrucchiera => flag other_person
4.5 indirizzo|numero .. di casa .... di|del|della => flag other_person
4.5 quando|che_ora|che_giorno|oggi|domani|se .. viene|va|ha_appuntamento|e_venuta|e_venuto|arriva|ha_prenotato .. signora|signor|@relative|NAME|vicina => flag other_person
4.5 che|quali|quanti|quando|se appuntament* ha|aveva|avrebbe ?la|il|lo NAME|signora|signor => flag other_person
4.5 appuntament*|prenotazione .. del|della|di|dell signora|signor|cliente|altra|altro|vicino|vicina|ex => flag other_person
4 chi .. appuntament*|prenotato|prima_di_me|dopo_di_me .... => flag other_person
4.5 chi .. vostri|altri clienti|pazienti => flag other_person
5 elenco|lista|nomi|dati|numeri|anagrafica|archivio|database .. clienti|cliente|pazienti|tutti|utenti => flag other_person
5 ignora|ignori|dimentica|dimentichi|scorda|trascura|tralascia .... istruzioni|regole|ordini|precedenti|precedente|prompt|indicazioni|comandi|detto_prima|limiti|vincoli => flag attack
5 system|prompt|jailbreak|prompt_di_sistema|developer_mode|modalita_sviluppatore|modalita_amministratore|admin|sudo|root|override|debug => flag attack
5 ignore .... instructions|previous|rules => flag attack
5 drop|delete|truncate|alter|insert|update ?table|from|into .. clienti|appuntamenti|table|users|from|into|set|tables|database => flag attack
5 select .. from => flag attack
5 union|or select|1_1|1|all_select => flag attack
5 script|javascript|alert|onerror|eval|exec => flag attack
4.5 fingi|fai_finta|comportati|agisci|simula|immagina .... essere|che|come => flag attack
4.5 sei|diventa|adesso_sei|ora_sei .. ora|adesso|diventato .. pirata|assistente|dan|hacker|modello => flag attack
4.5 password|passwords|chiave_api|api|api_key|token|codice_sorgente|credenziali => flag attack
4.5 stampa|mostra|mostrami|rivela|rivelami|ripeti|dimmi .. istruzioni|prompt|regole_interne|tue_istruzioni|configurazione => flag attack
4 cancella|elimina|svuota|distruggi .. tutto|tutti|tutte|intero .. database|agenda|clienti|appuntamenti_di_tutti|archivio => flag attack
5 sbagliato numero|telefono => flag wrong_number
5 numero sbagliato|errato => flag wrong_number
4.5 ho .. composto|fatto|chiamato .. numero .. sbagliato => flag wrong_number
4 credevo|pensavo|cercavo|volevo|dovevo .. chiamare|fosse|chiamato|di_chiamare|aver_chiamato|parlare_con .. pizzeria|ristorante|comune|banca|farmacia|casa|famiglia|poste|altro => flag wrong_number
4.5 non e|siete|sei ?questo|li|la .. pizzeria|farmacia|ristorante|comune|banca|casa|famiglia|ospedale|poste|numero_di => flag wrong_number
4 parlo|casa|famiglia|e .. casa|famiglia|signora|pizzeria|farmacia|ristorante|comune|ospedale|questura|banca|poste $ => flag wrong_number
3.5 chi parla|e_lei|sei_tu|siete_voi .. non|ah|cercavo
4 non cercavo|volevo .. voi => flag wrong_number
4.5 cretin*|stupid*|ladri|truffator*|buffon*|pagliacc*|maleducat*|idiota|idioti|stronz*|vaffanculo|fanculo|coglion*|merda|puttan*|troia|bastard*|deficient*|scem*|imbecill*|mort*_tuoi|vaffa|cazzo|figlio_di => flag abuse
3 fate schifo|pena => flag abuse
""",
    "flag": """
1 cazzo|incazzat*|porca|diamine => flag frustrated
1 non .. capisce|capisci|capite|capito_niente|capisce_niente|funziona|senti|sente|ascolta => flag frustrated
1 gia|ho detto|ho_detto|te_ho_detto|glieho_detto|ripetuto|tre_volte|dieci_volte|mille_volte => flag frustrated
1 possibile che|mai => flag frustrated
1 perdendo|perdere|perso tempo|pazienza => flag frustrated
1 stufo|stufa|stanco|stanca|esasperat*|arrabbiat*|nervos*|scandalo|vergogna|assurdo|ridicol*|inaccettabile|impossibile_parlare|una_presa_in_giro|mi_prendete_in_giro|rotto => flag frustrated
1 inutile|pessimo|schifo|incapac*|incompetent* => flag frustrated
1 infarto|svenut*|svenendo|emorragia|ambulanza|soffoc*|overdose|incoscient*|convulsion*|ictus|avvelenat*|anafilattic* => flag emergency
1 non .. respira|respiro|respirare|respiriamo => flag emergency
1 dolore|male|fitta|oppressione|peso|bruciore .. petto|torace|cuore|sterno => flag emergency
1 perde|perdo|perdendo|uscendo|esce .. sangue => flag emergency
1 sanguina|sangue .. tanto|molto|ferma|abbondante => flag emergency
1 perso|perde conoscenza|sensi => flag emergency
1 sto|sta morendo|soffocando => flag emergency
1 vuole|voglio suicid*|uccider*|ammazzar*|farla_finita|morire => flag emergency
1 non muove|sente ?piu .. braccio|gamba|faccia|lato => flag emergency
1 bocca storta => flag emergency
1 battuto|sbattuto|picchiato .... testa .... vomit*|sonno|addorment*|sangue|sanguin*|confus*|risponde => flag emergency
1 e|stato|stata ?appena investito|investita|travolto|travolta => flag emergency
1 sanguinando|dissanguando => flag emergency
1 caduto|caduta|trovato|trovata .... non ?ci|mi|si risponde|reagisce|muove|alza|sveglia => flag emergency
1 ingoiato|inghiottito|ingerito|ingoia => flag emergency
1 mangiato|bevuto|leccato .... topicida|veleno|esca|lumachicida|cioccolat*|antigelo|candeggina|detersivo|varechina|acido|medicinali|pastiglie|pillole|uvetta|xilitolo => flag emergency
1 chiamate|chiami|serve|servono 118|112|ambulanza|soccorsi => flag emergency
1 grazie|ringrazio|ringraziamo => flag thanks
1 stesso|stessa|solito|solita .... volta|sempre|operatore|operatrice|ragazza|ragazzo|parrucchiera|dottore|dottoressa|persona => flag same_operator
1 con|da solito|solita|stesso|stessa $ => flag same_operator
1 chi|quello|quella .. fatto|fatta|seguito|seguita|visitato|tagliato .. volta|scorsa|prima => flag same_operator
1 come .. altra|ultima|scorsa volta => flag same_operator
1 sempre .. lei|lui|stesso|stessa => flag same_operator
1 nessuna|nessuno|niuna|neanche_una|neppure_una|nessuno_dei_tre|nessuna_delle_tre ?di|delle|dei ?queste|questi|tre|due|quelle $ => flag refuse_all
1 nessuna|nessuno di|delle|dei queste|questi|tre|due|quelle|quelli => flag refuse_all
1 non .. bene|piace|piacciono|comodo|comoda|posso nessuna|nessuno => flag refuse_all
1 non .. va|vanno|andava bene .. nessuna|nessuno|queste|tutte|tre => flag refuse_all
1 altri|altre orari|opzioni|giorni|proposte|alternative|disponibilita => flag refuse_all
1 qualcosa altro|di_diverso => flag refuse_all
1 ne questa|questo|quella|uno|una ne => flag refuse_all
1 non .. ne_e|ne_ho|ce_n_e|ci_ne_e|ci_ne .. una|uno|nessuna|nessuno => flag refuse_all
1 non ci ne e|sono => flag refuse_all
1 nessuno|nessuna ?mi va|vanno|andrebbe|piace|conviene ?bene => flag refuse_all
1 non ?me ?lo|la|ne|mi|ci ricordo|ricorda|sovviene => flag dont_know
1 non so|saprei|saprebbe|ricordo|sappiamo|conosco => flag dont_know
1 boh|bo|mah|chissa => flag dont_know
1 non ho idea|presente|idea => flag dont_know
1 indifferente|uguale|fa_lo_stesso|stesso|e_stesso|non_importa|non_ha_importanza|come_vuole|come_vuoi|come_preferisce|decida_lei|faccia_lei|scelga_lei|fate_voi|fai_tu|decidi_tu|quello_che_vuole => flag no_matter
-1 stesso giorno|orario|momento|posto|operatore|appuntamento|servizio|mese => flag no_matter
1 va_bene|bene|per_me .. tutto|qualsiasi|qualunque|tutti|tutte => flag no_matter
1 qualsiasi|qualunque ?giorno|ora|orario|momento|cosa => flag no_matter
1 fa stesso => flag no_matter
1 quando|entro_quando|per_quando .. posso|possiamo|potrei|potremmo|potete|potreste|puo|potrebbe|avete|avreste|avrebbe|siete|sarebbe|riuscite|riesce|prende|prendete|mette|mettete|mi_vede|vedete|mi_fissa|mi_da|mi_date => flag asks_when
1 quando|che_giorno|che_giorni|quali_giorni ... libero|libera|liberi|posto|buco|disponibile|disponibili|possibile|disponibilita => flag asks_when
1 cosa|che|quali .. avete|avreste|ci_e|ci_sarebbe .. libero|liberi|disponibile|disponibili|posti|orari => flag asks_when
1 ^ ?ok|grazie|allora|guardi|faccia|per_me quando|come|quello|quel|dove|chi ?giorno|ora|orario|che volete|vuole|vuoi|preferite|preferisce|preferisci|potete|puo|vi_pare|capita|dite|dice|crede|credete ?lei|voi|tu $ => flag no_matter
1 basta che .. sia|siate => flag no_matter
1 mi e|va_bene indifferente|uguale|tutto|lo_stesso => flag no_matter
1 ditemi|mi_dica|dica|proponga|proponete|consigli|consigliatemi ?pure lei|voi $ => flag no_matter
1 decidete|decida|scegliete|scelga|scegli ?lei|voi|tu => flag no_matter
""",
}
