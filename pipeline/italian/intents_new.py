"""Phrases that ask for a new appointment or for a place that may become free.

Read by `cues`; calls nobody. Data only: how the evidence is weighed is not known here.
"""
# ruff: noqa: E501 - a table has one phrase a line, however many words it lists

TABLES: dict[str, str] = {
    "prenotazione": """
4.2 & @want|mi|poi|invece ?mi|di|@want prenotar*|prenoti|prenota|prenda|prendere|fissare|fissi|segni|metta
-5 @want|chiamo|per|telefono ... confermare|riconfermare
3.6 ci siete|sei|e|sarebbe DATE .. per
3.6 quando .... @can .. guardar*|controllar*|veder*|visitar*|riparar*|sistemar*|fare
3 devo|dovrei|vorrei|volevo portarvel*|portarl*|portarv*|lasciarvel*|farvel*
3.2 prenotar*|prenoter*|prenotiam*|prenotatem*|prenotam*|prenotass*|prenotac*
2.8 fiss*|mett*|segn*|inser*|infil*|ferm*|blocc*|riserv* .... appuntament*|DATE|SERVICE|posto
4 avete|hai|avreste|ci_sarebbe|ci_e ?per_caso ora|oretta|mezza|mezzora|mezz_ora|momento|attimo|momentino|minuto|qualcosa|pertugio|angolo|posticino .... DATE|TIME|per
4.5 come siete|sei|state|stai messi|messo|combinati|presi|preso
3.5 @want|@can ?essere vedere|vista|visto|visitat*|consultare .. OPERATOR|@professional|specialista
3 e disponibile|libero|libera OPERATOR|dottor*|dottoressa|il_dottore .... per|SERVICE|DATE|TIME
3.5 quando .. disponibile|libero|libera .. OPERATOR
3 disponibile|disponibilita .. OPERATOR .... DATE|TIME|SERVICE
3.5 ho .. ricetta|impegnativa|richiesta|prescrizione .. per SERVICE|UNKNOWN
-3.5 senza appuntamento|prenotazione|prenotare
4 orari|orario|ore|giorni .. liberi|libero|disponibili|disponibile
3 DATE .. ci|avete|hai ?e|sono ?ancora|mica qualcosa|posto|posti|ancora|buchi
3 mi|ci da|dai|date|dia|darebbe ?un appuntament*|posto
3 dovrei|devo|vorrei ripetere|rifare|rinnovare|ricontrollare SERVICE|UNKNOWN
3 @can|@want .. sistemar*|aggiustar*|tagliarmi|tagliar|farmi_bella|farmi_bello|fare_vedere|farmi_vedere|farla_vedere|farlo_vedere|farmi_visitare|occhiata|guardata
3 @can .. dare|darci|darmi|dargli|darle|dargliela|buttare|buttarci occhiata|guardata
3 avete|hai|ha|avreste|avresti|avrebbe|ci_sarebbe|ci_e .. qualcosa|tempo|modo|possibilita|verso|speranza .... DATE|TIME|per|di|oggi|domani
2.5 si|ci_si riesce|riuscirebbe|fa_in_tempo|potrebbe|farebbe ... DATE|TIME|SERVICE|ancora|oggi
2.5 DATE|SERVICE .. si riesce|puo|potrebbe|farebbe
3.5 mi|ci|anche_me aggiungi|aggiunga|aggiungete|aggiungimi|aggiungici .. a|al|alla|per|anche_me
3.5 aggiungimi|aggiungici|iscrivimi|iscrivici|segnami|segnaci|prenotami|mettimi .. a|al|alla|per|SERVICE
3.5 mi|ci iscrivi|iscrive|iscrivete|iscriva|blocca|blocchi|bloccate|tenga|tiene|tieni|tenete|riserva|riservi|trova|trovi|trovate ... SERVICE|posto|DATE|TIME|buco|OPERATOR
3 ci metti|metta|mettete|segni|segna ?anche me|noi|anche|mia|mio
3.5 vorrei|volevo|vorremmo|serve|servirebbe|servono ?prenotare|fare SERVICE .... non ?ci posso|riesco|potrei
3.5 non ?ci posso|riesco|potrei .... vorrei|volevo|vorremmo|serve|servirebbe|servono ?prenotare|fare SERVICE
3 mi|ci ci_vuole|vuole|vorrebbe|andrebbe|serve|servono .. SERVICE
2.5 sarei|saremmo|ero interessat* .... SERVICE|UNKNOWN|venire|provare
3 avrei|ho voglia|intenzione|necessita|urgenza|premura|piacere di .... SERVICE|venire|fare|prenotare|UNKNOWN|appuntament*
2.5 e|sarebbe ora di .... SERVICE
2.5 tocca .. SERVICE|fare
4 @can .. portare|portarla|portarlo|portarvela|portarvelo|venire|passare|lasciare|fare_salto|ricevermi|vedermi|vederla|vederlo .... DATE|TIME
4 DATE|TIME .. @can .. portare|portarla|venire|passare|ricevermi|vedermi|fare_salto
3.5 @can|potro .. portare|portarla|portarlo|portarvela|lasciare .. quando|macchina|auto|cane|gatto|gatta
3.5 quando .. @can .. portare|portarla|portarlo|portarvela|venire|passare
2.5 mi dica|dite|dici ?lei|voi|tu quando
3 ci sta|starebbe|stanno|entra|entrerebbe|incastra .. SERVICE
3 mi incastra|incastri|incastrate|infila|infilate|infili|ficca|piazza|piazzi|piazzate
3 OPERATOR .. e|sarebbe|ha .. libero|libera|disponibile|posto|buco|posti|tempo
3 e|sarebbe|avrebbe|ha .. libero|libera|disponibile|posto OPERATOR
3 prenderei|prenderemmo|facciamo|farei .. SERVICE
2.5 quando .. SERVICE .. potete|avete|posto|posso|tempo|avreste
2.5 per|con SERVICE .. quando .. posso|avete|potete|sarebbe|avreste|siete|tempo|posto
3 mi|ci darebbe|dareste|daresti|dia|date|da|fareste|farebbe .. appuntament*|posto|ora|orario
2.5 @want .. essere ricevut*|visitat*|vist*
3 combinare|combiniamo|organizzare|concordare|accordarci|programmare|pianificare|stabilire .... appuntament*|SERVICE|DATE|incontro|visita
2.5 come|cosa .. faccio|fare|devo_fare|si_fa .. prenotar*|appuntament*
3 provare|iniziare|cominciare|frequentare|partecipare .. SERVICE
2.5 passo|vengo|porto ?la|da_voi .... va_bene|posso|avete|siete
2 @want .. DATE|TIME
2 @want ... DATE $
-4 bisogna|occorre|necessario|obbligatorio ?per_forza prenotar* .... o
-4 bisogna|occorre|necessario|obbligatorio prenotar*
-3 sono|ero|siamo|risulto ?gia|ancora prenotat*|segnat*
-3 come .. prenotat*
-3.5 quante|quanti|quanto .... SERVICE
-2 invece|anziche ... DATE|TIME .... DATE|TIME
3.5 prenotare|prenoto|prenota|prenoti|prenoterei|prenotiamo|prenotate|prenotassi|prenotarmi|prenotarci|prenotarlo|prenotarla|prenotami|prenotarle|prenotargli
2.5 prenotazione|prenotazion
3 riservar*|riservi|riserva
3 @want .. prenotar*|prenotazione
3 fissare|fissarmi|fissarci|fissa|fissi|fissami|fisso|fissiamo|fissate|fissasse|fisserebbe|fisserei|fisseremmo .... appuntament*|visita|incontro|posto|SERVICE|DATE|TIME
1.5 fissare|fissarmi|fissami|fissiamo|fisserebbe
3 prendere|prendo|prenda|prendi|prenderei|prendermi|prendiamo|prendimi|pigliare|pigghiari|prendessi .. appuntament*|posto|visita
2.5 mi prenda|prendi|prendete ... DATE|TIME|SERVICE|UNKNOWN
3 mettere|mettermi|metta|metti|mettimi|mettete|mettetemi|metterebbe|segnare|segnarmi|segni|segna|segnami|segnate|segnatemi|inserire|inserisca|inserirmi|infilare|infilarmi|infili|infilami .. appuntament*|visita
2.5 mi metta|metti|mettete|metterebbe|mette|segni|segna|segnate|inserisca|inserite|infila|infili|infilate .... DATE|TIME|SERVICE
2 mettermi|mettetemi|mettimi|segnarmi|segnatemi|segnami|infilarmi|infilatemi|inserirmi .... DATE|TIME|SERVICE
3 dare|darmi|dia|date|dai|dammi|daresti|darebbe|dareste|avere|faccia|fai|facciamo|fate|fare|trovare|trovarmi|trova|trovi|ricevere .. appuntament*|posto|posticino|buco|buchino
3 @want .... appuntament*|appunt
2.5 ^ ?buongiorno|buonasera|salve|ciao|pronto appuntament*|appunt
1.5 appuntament* ?con|per|di|da|dal SERVICE|OPERATOR|UNKNOWN
2 appuntament*|prenotazione .. per|da|dal .. SERVICE|UNKNOWN|DATE
2.5 nuovo|altro|primo|prossimo appuntament*|posto ?libero|disponibile
1.5 primo|prima posto|appuntamento|data|disponibilita|buco|mattina|pomeriggio|ora libero|libera|disponibile|utile
3.5 ci .. posto|posticino|posti|post|buco|buchino|buchetto|spazio|spazietto|disponibilita|fessura
3.5 avete|avreste|hai|ha|avrebbe|avevate|aveste|avresti|ci_era|ci_fosse|tenete|ci_sono|rimane|rimasto|resta|trovo ... posto|posticino|posti|buco|buchino|buchetto|spazio|disponibilita|fessura|momento|minuto|orari_liberi|ore_libere|appuntament*|giorno_libero
3 ghe|gh'e .. post|posto
2.5 @place .. per DATE|TIME|SERVICE|UNKNOWN|me|noi|oggi|domani
2.5 posto|posti|buco|disponibilita|orari|orario|ore|giorni|giorno libero|liberi|libera|disponibile|disponibili
2.5 siete|sei|e|sarebbe|sareste|sono|hai|avete .. libero|liberi|libera|disponibile|disponibili ... DATE|TIME|SERVICE|per
2.5 DATE|TIME .. siete|sei|avete|hai .. libero|liberi|libera|disponibile|disponibili|posto|buco
2 quando .. siete|sei|avete|hai .. liberi|libero|disponibili|posto|buco|tempo
3 posso|potrei|possiamo|potremmo|possibile|potro|potevo .. venire|passare|portare|portarvi|portarla|portarlo|venirci|fare_salto|passo|lasciare|lasciarvi|fermarmi|capitare
2.5 @want .. venire|passare|portare|portarvi|portarla|portarlo|lasciarvi .... DATE|TIME|SERVICE|UNKNOWN|macchina|auto|cane|gatto|gatta|per|a_fare|a_farmi
1.5 vengo|passo|porto|verrei|passerei|porterei|veniamo .... DATE|TIME|SERVICE
2.5 venire|passare .. a|per fare|farmi|farsi|SERVICE|tagliarmi|farci
2 tagliarmi|farmi|farci|farle|fargli|farlo|farla ... SERVICE|UNKNOWN|capelli
3 @want .. SERVICE
2.5 @want ... SERVICE
2.5 @want .... SERVICE
2.5 @want ... UNKNOWN
2.5 fare|farmi|fammi|farei|rifare|rifarmi|faccio|facciamo|facessi|fa|fate|faccia ... SERVICE
1 fare|farmi ... UNKNOWN
3 @can .. farmi|prendermi|ricevermi|vedermi|visitarmi|darmi|mettermi|infilarmi|guardarmi|guardarmela|guardarla|guardarlo|vederlo|vederla|visitarlo|visitarla|accogliermi|prendere_mi|dare_occhiata|inserirmi
2.5 @can .... SERVICE
1.5 @can ... UNKNOWN
2.5 me|ce|mi|ci la|lo fate|fa|fai|farebbe|fareste
2.5 mi|ci fate|fa|fai|farebbe|fareste|faresti ... SERVICE
2 e|sarebbe possibile .... DATE|TIME|SERVICE|avere|fare|venire
2.5 quando posso|potrei|possiamo|potete|potreste|puo|puoi|sarebbe|e|riuscite|riesce .. venire|passare|fare|farmi|portare|possibile|ricevermi|vedermi|prendermi|SERVICE|portarvi
2 quando|si ?sarebbe|e|puo possibile|puo|fare
2.5 iscriver*|iscrivo|iscrivermi|iscrivimi
3 appena|quanto|prima|possibile .. SERVICE
2 mi|ci fa|fanno male .... oggi|DATE|TIME|vedere|visita|venire
1 dottore|dottoressa|dentista|medico|ortopedico|veterinario .... appuntamento
2 per|con|da|dal|dalla SERVICE .... DATE|TIME
2.5 chiamo|chiamavo|telefono|telefonavo .. per .... SERVICE|appuntament*|prenotar*|prenotazione
1.5 si puo .... DATE|TIME|vedere
1.5 ho|avrei|abbiamo da|bisogno|necessita ... SERVICE|UNKNOWN
2 far|farla|farlo|fare vedere|controllare|visitare|guardare|montare|sistemare|riparare
1.5 interessata|interessato|interesserebbe|interessa .. SERVICE
-3 ho|avevo|abbiamo|avevamo|ha ?gia prenotato|prenotata|fissato|preso
-3 non @want prenotare|prenoto|prenotar*
-3.5 mio|mia|miei|quel|quella|questo appuntament*|prenotazione|visita|lezione
-2.5 appuntament*|prenotazione che|gia ho|avevo|avevamo|ha|aveva|fissat*|preso
-2 ho ?gia appuntament*|prenotazione|prenotato
-2 del|della|di appuntament*|prenotazione
""",
    "waitlist": """
4.5 se|quando|appena|caso|qualora .... disdi*|disdett*|rinunc*|annull*|cancell*|liberas*|salta|mancas* .... chiam*|avvis*|avvert*|scriv*|contatt*|sapere|ci_sono|interessa|vengo|prendo|pronta|pronto
4.5 chiam*|avvis*|avvert*|scriv*|contatt*|richiam*|ricontatt*|sapere .... se|quando|appena|caso|qualora .... disdi*|disdett*|rinunc*|annull*|cancell*|liber*
5 se .. qualcuno|qualche|cliente .. non .. viene|presenta|puo|venisse
5 se .. sposta|anticipa|muove|spostasse .. qualcuno|qualcosa|qualche
5 avvis*|avvert*|chiam* .. se .. sposta|anticipa|muove|libera
4 sapere .. se .. libera|sposta|anticipa|rinuncia|liberasse
4 se .... prima ... chiam*|chiamatemi|chiamate|avvis*|scriv*
4 @want|preferirei .. prima se .. liber*|posto|disdic*|disdett*
4 tenete|tenga|tieni|tenere .. mio numero|contatto|nome|presente
4 lasci*|lascio .. mio numero|nome|contatto .... se|caso|liber*
3.5 ci e ?una lista
4 inserir*|aggiung*|mett*|segn* .. in|nella|alla lista|coda|attesa
-4 prenot* .. in .. coda
4.5 se .. qualcuno|qualche|uno .. ritira|buca|forfait|assente|defezione|bidone
4.5 se esce|uscisse|salta_fuori|spunta|avanza|avanzasse .. posto|buco|qualcosa
4 qualche|qualcuno forfait|defezione
4.5 avvis*|avvert*|chiam*|contatt*|ricontatt*|scriv* .... in_caso|caso .. rinunc*|disdett*|liber*|cancellazion*
4 ricontatt*|richiam*|contatt* .. appena|quando|se .. posto|disponibilita|avete|libera
5 se|quando|appena|caso|qualora .... liberars*|liberano|liberasse|liberassero|liberera|sblocca|salta|saltasse|salti|mancasse|rinunciasse
4 tra|fra|nelle|come|di riserva|riserve
4 riserva|riserve .. DATE|per|chiam*|posto
3 aspett* .. che|se .. liber*|posto|disdetta
4 posto .. si liberasse|libera|liberi|liberera
4.5 si libera|liberasse|liberi .. qualcosa|posto|qualche|uno|prima|ora
4 appena .. avete|ci_e|hai .. posto|buco|disponibilita .... chiam*|avvis*|scriv*|sapere|avvert*
4 chiam*|avvis*|scriv*|avvert*|contatt* .... appena|se|quando .. avete|ci_e|ci_fosse|esce|salta|si_libera|trovate|trova|trovi .. posto|buco|qualcosa|prima
4 se .. qualcosa|posto .. prima .... chiam*|avvis*|scriv*|sapere|avvert*|dite|dica
3 ultimo|last momento|minuto|minute
3 avvis*|avvert*|notific* se|quando|appena
6 lista .. attesa
4 in|alla|nella|dalla|vostra lista|coda|attesa
-4 ultimo|ultima|primo|prima ?della lista
3 mettere|mettermi|metta|mettete|mettetemi|inserire|inserisca|inseritemi .. in lista|coda|attesa
3.4 si libera|liberi|liberasse|liberano|liberassero|liberera|sblocca|sbloccasse|svuota
4 ?si libera|liberi|liberasse .. posto|qualcosa|buco|prima|spazio
5 se|quando|appena|caso|qualora .... qualcuno|qualche|uno|cliente|altri .. disdice|rinuncia|cancella|manca|salta|annulla|disdicesse|rinunciasse|cancellasse|libera|disdicono
5 qualcuno|qualche|cliente .. disdice|rinuncia|disdicesse|rinunciasse|cancella|annulla|salta|disdetta|rinunci|disdica|manca
4.5 se|quando|appena|caso .... disdetta|disdette|rinuncia|cancellazione
4 avvis*|avvert*|chiamate|chiamatemi|chiami|chiamami|richiami|richiamate|messaggio|telefonate|telefonatemi|contattate|contattatemi|ricontattate|scrivete|scrivi|squillo|squilli|fischio ... se|quando|appena|qualora .... @place|libera|liberi|disdice|disdetta|rinuncia|prima
4 tenga|tenete|tenetemi|tieni|tienimi|tenermi .. presente|considerazione|lista|mente
3 prima disdetta|rinuncia
3.5 fatemi|fammi|faccia|mi_fate|mi_fai|mi_fa sapere .... se|appena|quando
2.5 se .... prima|posto|buco .... avvis*|chiam*|dica|dite|sapere|fischio
2 metter* .. attesa
-3 non .. lista
""",
}
