"""Phrases that ask for a new appointment or for a place that may become free.

Read by `cues`; calls nobody. Data only: how the evidence is weighed is not known here.
"""

TABLES: dict[str, str] = {
    "prenotazione": """
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
3.5 avete|avreste|hai|ha|avrebbe|avevate|aveste|avresti|tenete|ci_sono|rimane|rimasto|resta|trovo ... posto|posticino|posti|buco|buchino|buchetto|spazio|disponibilita|fessura|momento|minuto|orari_liberi|ore_libere|appuntament*|giorno_libero
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
3 @can .. farmi|fare|prendermi|ricevermi|vedermi|visitarmi|darmi|mettermi|infilarmi|guardarmi|guardarmela|guardarla|guardarlo|vederlo|vederla|visitarlo|visitarla|accogliermi|prendere_mi|dare_occhiata|inserirmi
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
6 lista .. attesa
4 in|alla|nella|dalla|della|vostra lista|coda|attesa
-4 ultimo|ultima|primo|prima ?della lista
3 mettere|mettermi|metta|mettete|mettetemi|inserire|inserisca|inseritemi .. in lista|coda|attesa
5 si libera|liberi|liberasse|liberano|liberassero|liberera|sblocca|sbloccasse|svuota
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
