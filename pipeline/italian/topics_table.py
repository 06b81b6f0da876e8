"""Phrases of informative questions and what each is about.

Read by `cues`; calls nobody. Data only: a row is evidence for the intent `info` and names the topic it asks for.
"""
# ruff: noqa: E501 - a table has one phrase a line, however many words it lists

TABLES: dict[str, str] = {
    "info": """
-5 come altra|ultima|scorsa|sempre|solito|precedente
5 confermare|riconfermare .... mio|nostro|miei|quell|quello|quella|appuntament*|visita|prenotazione|lezione|seduta ... => topic mio_appuntamento
5 con_chi ho|ce_l_ho|avevo|abbiamo|avrei .... DATE|SERVICE|TIME|@appointment => topic mio_appuntamento
5 da_chi vado|devo_andare|ho|devo_venire .... DATE|SERVICE|TIME|@appointment => topic mio_appuntamento
4.4 @want|chiamo|per|telefono .. confermare|riconfermare .... => topic mio_appuntamento
4.5 senza appuntamento|prenotazione|prenotare => topic altro
4 quando|che_ora|ora .. inizia|comincia|parte|finisce|termina|iniziano|cominciano|finiscono => topic orari
3 arriva|arrivano|mandate|spedite|inviate|consegnate .. via|per mail|email|whatsapp|posta => topic altro
3 SERVICE|UNKNOWN e ?anche per .... => topic altro
3 SERVICE .... deve|devono|bisogna|posso|si_puo|serve|servono .... => topic altro
3 dopo|prima SERVICE .... => topic altro
2.2 ^ ?ma|scusi|salve|buongiorno|senta|& ci e|sono .... => topic altro
-3 ci e|sono .. posto|posti|buco|disponibilita|spazio|libero|qualcuno|persona|umano
2 ^ ?ma|scusi|salve|buongiorno|senta|& ?li|voi avete|hai ... => topic altro
-2.5 avete|hai|avevate|avevi|aveste|ci_era|ci_fosse .. posto|posti|buco|disponibilita|spazio|libero|liberi|tempo|qualcosa|appuntament*
3.5 a che piano|livello|eta|altezza|indirizzo|numero => topic altro
3 ^ ?ma|scusi|salve|buongiorno|senta|& che|quale .. SERVICE|ci_vuole|livello|tipo|prodotti|marca
3 ^ ?ma|scusi|salve|buongiorno|senta|& chi ....
3 ^ ?ma|scusi|salve|buongiorno|senta|& come ....
-3 come .. posso|faccio|fare prenotar*|disdire|spostare|cancellare
4 @can|mi|me .. ricordare|ricorda|ricordi|ricordate ... orario|ora|giorno|appuntament*|quando|DATE|SERVICE => topic mio_appuntamento
4 se .... cosa|che .. succede|devo_fare|faccio|pago => topic altro
4 @can .. mangiare|bere|fumare|fare|lavare|truccarmi|allenarmi|prendere|guidare .. prima|dopo .. SERVICE|UNKNOWN => topic altro
3.5 piu|meno car*|economic*|costos* => topic prezzi
3.5 SERVICE .. rilasciate|consegnate|ritiro|fate|lo_fate|si_fa .. subito|giornata|quando|anche => topic altro
3.5 vi trovate|siete|state .. in|a|vicino|centro|zona => topic indirizzo
2.5 ultima|prima lezione|corso|visita|seduta ... quando|ora|e
4 che ora .. lezione|corso|SERVICE => topic orari
6 pronta|pronto|pronti|pronte .. mia|mio|miei|mie .. macchina|auto|moto|furgone|cane|gatto|esami|referto|referti|analisi|UNKNOWN => topic altro
3.5 ritir* .. esami|referti|referto|analisi|macchina|auto => topic altro
-4 orari|orario|ore|giorni liberi|libero|disponibili|disponibile
4 quante|quanti .. ore|minuti|tempo|giorni .. ci_vogliono|ci_vuole|dura|servono|serve|passano|richiede => topic durata
3 ^ ?ma|scusi|salve|buongiorno|senta|e ?in|a|di|per|con quanto|quanti|quante|quanta ....
-2 quanto prima|possibile
4 a|in quanto .. fate|fa|viene|tempo|venite => topic prezzi
4 in quanto tempo => topic durata
3.5 mi costa|costerebbe|verrebbe|viene => topic prezzi
4.5 bisogna|occorre|necessario|obbligatorio .. prenotar*|appuntamento|prenotazione .. o|per => topic altro
4 bisogna|occorre|e_necessario|e_obbligatorio prenotar*|prenotazione|appuntamento => topic altro
4.5 sono|ero|siamo|risulto ?gia|ancora|sempre prenotat*|segnat*|registrat*|confermat* => topic mio_appuntamento
4.5 ho|avevo|abbiamo .. qualcosa|qualche .. prenotato|segnato|fissato|appuntament* => topic mio_appuntamento
4.5 quando|che_ora|giorno|per_quando .. ho|avevo|avevamo|mi_avete|mi_hai|mi_ha .. prenotato|fissato|segnato|preso|dato|messo|segnata|messa => topic mio_appuntamento
4 mi avete|hai|ha segnat*|prenotat*|mess* .... => topic mio_appuntamento
3.5 fa|fanno|fara male|dolore ... SERVICE|o|? => topic altro
3.5 SERVICE .. fa|fanno male => topic altro
3 mi date|dai|danno|prestate|offrite|fornite ....
-3 mi date|dai|danno ... appuntament*|posto|ora|orario|qualcuno|operatore
4 sostitutiva|cortesia auto|macchina
4 auto|macchina sostitutiva|cortesia => topic altro
4 macchina|auto|moto|cane|gatto|veicolo|motorino ?mia|mio .. e|sono pronta|pronto|finita|finito => topic altro
4 mia|mio|la|nostra macchina|auto|moto|cane|gatto .. pront*|finit* => topic altro
3 si paga|pagano|deve_pagare|puo_pagare .... => topic altro
3 posso pagare ... => topic altro
3 ci sono|e .. docce|armadietti|spogliatoi|sauna|corsi|lezioni|parcheggio|bar|specchi|asciugamani|phon|posti_auto => topic altro
3 avete .. parcheggio|bar|docce|sauna|bagno|wifi|sala|aria|pos|listino|sito|pagina|instagram|facebook|whatsapp|mail|email|sede|sedi|filiale|altre => topic altro
3.5 instagram|facebook|sito|pagina_web|tiktok|social => topic altro
3 lavorate|trattate|operate|riparate|curate|seguite|visitate|ricevete|accettate|gestite|lavora .... => topic altro
3.5 chi .. fa|fanno .. SERVICE|tagli|visite|lezioni => topic chi_fa
3.5 chi e che .. => topic chi_fa
3 siete|e|sei convenzionat*|specializzat*|attrezzat*|autorizzat*|certificat*|assicurat*|bravi => topic altro
3 avete convenzioni|convenzione|sconti|agevolazioni|offerte|promozioni => topic sconto
3.5 dove .. di_preciso|esattamente|precisamente => topic indirizzo
3 vicino|lontano .. stazione|metro|centro|ospedale => topic indirizzo
3 che|quale .. giorni|giorno .. ci_e|siete|ci|trovo|riceve|lavora => topic operatori
3 quando .. riceve|ci_e|lavora|trovo => topic operatori
3.5 quando ci_e|ci_sono|si_fa|fate .. SERVICE => topic orari
4 che|quali|in_che|in_quali giorni|giorno .. SERVICE => topic orari
3 a partire|da .. eta|anni => topic altro
3 cosa devo|bisogna|occorre|serve|posso portare|fare|mettere|mangiare|sapere ... => topic altro
3 come mi|ci .. devo|dobbiamo preparare|vestire|presentare => topic altro
3 cambia|cambiano .. qualcosa|prezzo => topic altro
2.5 ci sono .. controindicazioni|rischi|effetti|limiti|posti_riservati => topic altro
2.5 e|sarebbe .. compres*|inclus*|consigliat*|obbligatori*|necessari*|adatt* => topic altro
2.5 avete .. anche|per|dei|delle ... => topic servizi
4 che|quali|quale|vostri .. orari|orario ... => topic orari
4 orari|orario .. apertura|chiusura|continuato|lavoro|negozio|salone|studio|ambulatorio|palestra|officina|centro|fate|avete => topic orari
3 sapere|dirmi|dire|dice|conoscere|informazioni .. orari|orario => topic orari
4 che_ora|quando|fino_a_che_ora|ore|ora .. aprite|apre|apri|aprono|chiudete|chiude|chiudi|chiudono|aperti|aperto|aperta|lavorate|riaprite|riapre => topic orari
4 quando|che_giorni|quali_giorni|che_giorno siete|sei|e .. aperti|aperto|chiusi|chiuso|chiusura|riposo => topic orari
4 siete|sei|e|state|resta|restate|sarete|rimanete|tenete .. aperti|aperto|aperta|chiusi|chiuso|chiusa ... => topic orari
3.5 aperti|aperto|aperta|chiusi|chiuso|chiusa .. DATE|TIME|domenica|sempre|anche|pranzo|oggi => topic orari
3.5 DATE|TIME .. aperti|aperto|aperta|chiusi|chiuso|chiusa => topic orari
3.5 aprite|chiudete|lavorate|riaprite|aprono|fate_pausa|fate_orario .. => topic orari
3 DATE .. aprite|lavorate|chiudete|apre|chiude => topic orari
3.5 in ferie|vacanza => topic festivi
3.5 chiusura|chiudete|chiusi|aperti|ferie .. estiv*|ferie|feste|festivi|festivita|natale|agosto|pasqua|ferragosto => topic festivi
3.5 siete|fate|andate .. ferie|vacanze => topic festivi
3 giorni .. festivi|chiusura => topic festivi
4 quanto|quant_e costa|costano|coste|costerebbe|costo|viene|vengono|verrebbe|pago|paga|pagare|spendo|spende|spenderei|prendete|prende|chiedete|devo|fate_pagare|mi_fa_pagare|e|fa|sarebbe|cosa|costata|verrebbero .... => topic prezzi
4 quanto .. fa|fate pagare => topic prezzi
3.5 prezzo|prezzi|costo|costi|tariff*|listino|preventivo_di|quotazione => topic prezzi
3.5 costa|costano|costerebbe .. => topic prezzi
3 quanti|che soldi|euro|prezzi|prezzo => topic prezzi
3.5 gratis|gratuita|gratuito|a_pagamento|si_paga => topic prezzi
4 quanto .. dura|durano|durerebbe|tempo|ci_vuole|ci_vogliono|ci_mettete|ci_mette|ci_impiegate|serve|impiega|richiede|ore|minuti => topic durata
3.5 ci .. vuole|vogliono|mettete|mette .. molto|tanto|tempo|quanto => topic durata
3 durata => topic durata
3.5 dura .. ore|ora|quanto|tanto|molto => topic durata
4 che|quali|elenco|lista|tipo_di|tipi_di .. servizi|trattamenti|prestazioni|corsi|esami|visite|interventi|lavori|lezioni|attivita .... => topic servizi
3.5 cosa fate|offrite|proponete|trattate|avete|fai|offri => topic servizi
3 di_cosa|che_cosa|cosa .. occupate|offrite|proponete => topic servizi
3.5 fate|offrite|fai|eseguite|effettuate|trattate|proponete|fareste .. anche|SERVICE|UNKNOWN|visite|corsi|trattamenti|taglio|lavori|ancora|solo => topic servizi
2.5 fate|offrite|eseguite|effettuate|trattate|visitate|riparate|curate|montate|vendete|usate|ritirate|accettate|prendete|praticate|organizzate|fornite|tenete .... => topic altro
3.5 sapere se .. fate|avete|offrite|siete|ci|ci_e|vendete|accettate|usate => topic altro
3 avete .. UNKNOWN|SERVICE|corsi|trattamenti|prodotti => topic servizi
3 quali|che categorie => topic categorie
3.5 categorie => topic categorie
3.5 vendete|vendi|vendono ... => topic prodotti
3.5 prodotti|prodotto|PRODUCT ... => topic prodotti
3 quali|che .. shampoo|marche|marca|creme => topic prodotti
3.5 PRODUCT => topic prodotti
3.5 chi .. lavora|lavorano|siete|ci_e|ci_sono|trovo|ci_lavora => topic operatori
3.5 quali|quanti|che .. operatori|parrucchieri|parrucchiere|dottori|medici|istruttori|trainer|collaboratori|estetiste|veterinari|meccanici|dentisti|specialisti => topic operatori
3.5 OPERATOR .. lavora|e|sara|viene|riceve|ci_e|ci_e|ci|torna|fa|quando|che_giorni|presente|visita|ce|disponibile_il|in_ferie ... => topic operatori
3.5 quando|che_giorni|quali_giorni|che_orari|che_ora .. lavora|e|ci_e|ci|viene|riceve|sara .. OPERATOR => topic operatori
3.5 ci_e|e|ci_e|ci|lavora|sara|viene|riceve|presente .. OPERATOR .. DATE => topic operatori
2 OPERATOR .. ci_e|ci e .. DATE => topic operatori
4 SERVICE|UNKNOWN .. chi .. fa|fanno|esegue|segue => topic chi_fa
4 chi .. fa|fanno|esegue|segue|tiene|insegna|occupa|cura|pratica|effettua|mette .... SERVICE|UNKNOWN|corso|bravo|brava|specializzat* => topic chi_fa
3 chi .. fa|fanno|occupa|tiene|insegna => topic chi_fa
3.5 chi .. piu_brav*|brav*|esperto|esperta|specializzat* => topic chi_fa
3 da|con chi .. SERVICE|fa|fanno => topic chi_fa
4 ^ ?ma|scusi|scusa|senta|e|quindi|allora da|con chi e|sarebbe|sono|sarei|capito|capiterei|vengo|vado ?poi|allora|scusi $ => topic chi_fa
4 fa|fanno|segue|esegue|pratica ?solo donna|uomo|ragazza|ragazzo|donne|uomini|ragazze|ragazzi|femmina|maschio => topic chi_fa
4 SERVICE|UNKNOWN .. fa|fanno|segue|esegue|pratica ?solo donna|uomo|ragazza|ragazzo|donne|uomini|ragazze|ragazzi|femmina|maschio => topic chi_fa
4 e donna|uomo|ragazza|ragazzo|donne|uomini|ragazze|ragazzi|femmina|maschio o|oppure donna|uomo|ragazza|ragazzo|donne|uomini|ragazze|ragazzi|femmina|maschio => topic chi_fa
3.5 OPERATOR .. fa .. anche|SERVICE|UNKNOWN => topic chi_fa
4.5 quando|che_ora|che_giorno|ora|per_quando|con_chi .. ho|avevo|era|e|sarebbe|avrei .. appuntament*|prenotazione|visita|prenotato => topic mio_appuntamento
4.5 @appointment che ho|avevo|abbiamo .. quando|che_ora|ora|che_giorno => topic mio_appuntamento
4.5 quando|che_ora|ora|che_giorno .. mio|mia|prossimo .. appuntament*|visita|prenotazione|SERVICE|lezione => topic mio_appuntamento
4 quando|che_ora|che_giorno .. devo|dovrei|dovevo|dovevamo|dobbiamo ?ri venire|tornare|ritornare|presentarmi|essere|portarl*|portarv*|riportarl*|riportarv* => topic mio_appuntamento
4.5 ricorda|ricordi|ricordarmi|ricordare|ricordami|dirmi|dire|dica|sapere|controllare|controlla|controlli|verificare|verifica|verifichi|vedere|confermare|confermarmi .... mio|mia|miei|ho|avevo|se_ho appuntament*|prenotazione|visita|prenotazioni|lezione ... => topic mio_appuntamento
4.5 che|quali|quanti appuntament* ho|avevo|abbiamo => topic mio_appuntamento
4 ho|avevo|abbiamo .. appuntament*|prenotazione|prenotato .. giusto|vero|mi_conferma|confermi|segnato|o_no|o_sbaglio => topic mio_appuntamento
4 non .. ricordo|ricorda|segnato .... appuntament*|quando|ora|giorno|prenotato => topic mio_appuntamento
4 se ho .. appuntament*|prenotazione => topic mio_appuntamento
4 risulta|vede|trova|ci_e|avete_segnato .. mio|mia|prenotazione|appuntament* ... nome|mio|mia => topic mio_appuntamento
4 mio|mia .. appuntament*|prenotazione|visita .. e|era|sempre|confermat*|ancora .. quando|che|confermat*|a_che_ora|valid*|posto|ok|domani|DATE => topic mio_appuntamento
3.5 conferm* .. che|se .. ho|appuntament* => topic mio_appuntamento
3 a che ora .... appuntament*|visita|DATE => topic mio_appuntamento
3 pronta|pronto|pronti .. macchina|auto|ritirare|referto|esami => topic altro
3 e pronta|pronto|finita|finito ... => topic altro
3.5 dove siete|sei|trovate|trova|vi|sta|state|e|si_trova|vi_trovate|venire ... => topic indirizzo
4 indirizzo|via_e|che_via|in_che_via|dove_siete|posizione|zona|ubicat* => topic indirizzo
3.5 come .. arriv*|raggiung*|venire|vengo => topic indirizzo
2.5 dove .. => topic altro
3.5 vostro|tuo|suo .. numero|telefono|recapito|fisso|cellulare|whatsapp|mail|email => topic telefono
3 numero telefono|whatsapp|fisso => topic telefono
4.5 mi|@can|avere|dare|darmi|dirmi|qual|quale|sapere|che .. numero ?di ?telefono|cellulare|fisso $ => topic telefono
4.5 a che numero .. @can|devo|si|chiam* ... => topic telefono
4 scont*|promozion*|promo|offerte|offerta|agevolazion*|convenzion*|convenzionati|coupon|buono|fidelity|punti|tessera_fedelta => topic sconto
4 carrello|nel_carrello => topic carrello
3.5 link|collegamento|pagina|sito .. => topic link
4 mandami|mandarmi|mandi|manda|inviami|inviarmi|invii|mandate .. link|collegamento => topic link
4 chi|cosa sei|parla|parlo|sto_parlando|siete|ho_piacere => topic chi_sei
4.5 ^ ?ma lei|tu e|sei .. persona|umano|umana|essere => topic chi_sei
4.5 parlo|parlando|parlato .. con .. macchina|robot|bot|computer|registrazione|risponditore|persona_vera => topic chi_sei
4.5 incinta|gravidanza|allattando|allergic*|diabetic*|chemio|chemioterapia .... posso|si_puo|possiamo|fa_male|problem* .... => topic altro
4 con chi parlo|sto_parlando|ho_il_piacere => topic chi_sei
5 chi e lei => topic chi_sei
4 parlo|sto_parlando|ho_parlato|parlando con ?il|la dottor|dottore|dottoressa|signora|signor|signorina|OPERATOR => topic chi_sei
4 sei|siete|parlo_con|lei_e ?tu|lei .. vera|vero => topic chi_sei
4 sei|e|siete|parlo_con|lei_e ?tu|lei .. robot|bot|umano|macchina|persona|computer|intelligenza|registrazione|automatic*|disco|segreteria|assistente => topic chi_sei
3.5 come ti|si chiami|chiama => topic chi_sei
4.5 come si_chiama|si_chiamano ?il|la|i|le|l_|vostro|vostra meccanic*|dottor*|medic*|parrucchier*|estetist*|barbier*|istruttor*|istruttric*|maestr*|veterinari*|dentist*|ragazz* => topic operatori
3.5 come stai|sta|state|va|te_la_passi|andiamo => topic come_stai
3.5 parcheggi*|parcheggiare|posteggi* => topic altro
3.5 bancomat|carta|carte|pos|satispay|contanti|paypal|rate|rateizz*|assegni|apple_pay|buoni|ticket|fattura|ricevuta|scontrino|metodi_di_pagamento|finanziamento|assegno .. => topic altro
3 pagare .. con|in|a|anche|contanti => topic altro
3 si paga|pagare|fattura => topic altro
3.5 wifi|wi-fi|ascensore|disabili|carrozzina|barriere|bagno|docce|doccia|spogliatoi|spogliatoio|armadietti|aria_condizionata_in|accessibile => topic altro
3.5 posso|devo|bisogna|serve|servono|occorre|necessario|obbligatorio|debbo .. portare|portarmi|presentare|presentarsi|vestirmi|venire_a_digiuno|essere|lavare|lavarmi|togliere|smettere|digiuno|certificato|documenti|documento|impegnativa|tessera|asciugamano|libretto .... => topic altro
3 ^ ?ma|e|scusi|salve|buongiorno|buonasera|senta|che|cosa serve|servono|bisogna|occorre|occorrono|necessario|necessaria|obbligatorio|obbligatoria|ci_vuole ... => topic altro
3 e ?proprio necessario|necessaria|obbligatorio|obbligatoria => topic altro
3.5 impegnativa|digiuno|ticket|mutua|asl|ssn|servizio_sanitario|assicurazione|assicurazioni|libretto_sanitario|referto|referti|ricetta_medica|tessera_sanitaria|detraibile|detrarre => topic altro
3.5 abbonament*|tesser*|iscrizion*|quota|ingressi|carnet|pacchett*|mensile|trimestrale|annuale .... => topic altro
3.5 garanzia|garantit*|ricambi|marca|marche|originali|allerg*|ammoniaca|nichel|vegan*|biologic*|cruelty => topic altro
3.5 differenza|differenze|meglio|conviene .. tra|fra|la|il|SERVICE ... => topic altro
3.5 che|quale differenza => topic altro
3.5 ogni|dopo|per quanto|quante|quanti .... => topic altro
3 quante|quanti .. sedute|volte|giorni|lezioni|persone|posti ... => topic altro
3 fa|e male|doloroso|dolorosa|rovina|danneggia|pericoloso_per .... SERVICE
3 SERVICE .. fa_male|rovina|doloros*|e_doloros*|dura => topic altro
3.5 posso .. portare|venire .. cane|bambini|bambino|figlio|amica|accompagnat* ... => topic altro
3 minorenn*|limite|eta|bambini .. => topic altro
2.5 che tipo|tipi|genere|modello .... => topic altro
3 come .. funziona|funzionano|prenota|prenoto|fa|fate|si_prenota|pagare|si_paga ... => topic altro
3 cosa|che .. comprende|compreso|include|incluso|prevede|succede|portare|cosa_e|significa|consist* ... => topic altro
2.5 e|sono incluso|inclusa|inclusi|compreso|compresa|comprese ... => topic altro
2.5 SERVICE e|sono .. incluso|inclusa|compreso|compresa|disponibile|gratis|gratuit* => topic altro
3.5 posso|si_puo|possibile .. disdire|annullare|cancellare .. fino|senza|entro|gratis|gratuitamente|costi|quando|penale => topic altro
4 politica|penale|regole|costo|costi .... cancellazione|disdetta|disdire|annull*|disdico => topic altro
4 entro|fino|quanto .. quando|quante|anticipo|prima|tempo .... disdire|annullare|cancellare|disdetta|prenotare|spostare => topic altro
3 con quanto|quanti ?giorni|ore .. anticipo => topic altro
-3 mi|ci|me|ce ?la|lo fate|fa|fai|facciate
1.8 informazione|informazioni|info => topic altro
1 domanda|curiosita|chiedere|chiederle|chiedervi => topic altro
2 @want sapere|chiedere|informazioni|capire ... => topic altro
2.5 mi @can dire|spiegare|sa_dire|dica ... => topic altro
2 sa|sapete|saprebbe dirmi => topic altro
3 stasera|DATE .. ci_e|ci e .. SERVICE => topic disponibilita
3 ci_e|ci e .. SERVICE .. DATE => topic disponibilita
2.5 e meglio|consigliat*|adatto|adatta|indicat*|necessari* ... => topic altro
2.5 consigli*|consiglia|consigliate ... SERVICE|capelli|trattamento => topic altro
2 qual|quale|quali e|sono ... => topic altro
2 ^ ?ma|scusi|& perche .... => topic altro
2.5 quando .. pronti|pronto|pronta|ritirare|arrivano|risultati|referti => topic altro
2 ?e|sono vero che => topic altro
2 in che senso|cosa_consiste => topic altro
-2 @place .. libero|liberi|per
""",
}
