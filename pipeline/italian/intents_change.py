"""Phrases that give up an appointment or change one.

Read by `cues`; calls nobody. Data only: how the evidence is weighed is not known here.
"""
# ruff: noqa: E501 - a table has one phrase a line, however many words it lists

TABLES: dict[str, str] = {
    "cancella": """
4.2 cancell*|disdi*|annull*|elimina*
3 disdett*|rinunc*
3 tolg*|togli*|lev* .... @appointment|SERVICE|DATE|nome
3.3 saltare|salto|saltiamo|bidon*
-4.5 qualcuno|qualche|cliente .. non viene|si_presenta|puo
3.8 avevo|ho|avevamo|abbiamo ?gia prenotat*|fissat*|preso|appuntament* .... non ?ci|ce|mi ?piu posso|riesco|vengo|serve|faccio|interessa|possiamo|riusciamo|voglio|potro|puo
3.8 prenotazione|appuntament*|@appointment .... va|vanno|sia|essere cancellat*|annullat*|tolt*|disdett*|eliminat*
3 niente piu ?SERVICE ?DATE
3 per SERVICE .... cambiato_idea|non_vengo|non_posso|lasciamo_stare|niente
3.5 mi|me annulla|cancella|disdice|toglie|elimina|annullate|cancellate|disdite
4 dare|do|diamo|faccio|fare|devo buca|forfait|bidone|picche
3.5 non|nun mi ?posso present*|vedrete|vedete
3.5 non mi present*
3 sono costrett* .. cancell*|annull*|disd*|rinunci*
3 ho cambiato idea .... @appointment|SERVICE|DATE
3.3 non|nun ci|ce faccio|sono|saro|siamo|saremo|sara|riesco|riusciamo|fo|riusciro ... => flag cannot_come
3 non|nun posso|possiamo|potro|potremo|puo|possono|potra|riesce|riescono|riesco|riusciro|riusciamo|sono_in_grado .. venire|esserci|presentarmi|passare|mantenere|raggiungervi|venirci|arrivare|esserci|partecipare|portarla|portarlo => flag cannot_come
3 non .. possibile .. venire|esserci|passare|partecipare => flag cannot_come
2.8 DATE .. non|nun posso|possiamo|potro|puo|riesce|riesco|riusciro|riusciamo|ce_faccio ... => flag cannot_come
4 non .. se_ne_fa|ne_facciamo ?piu niente|nulla
4 @appointment ... non|nun .. serve|servira|interessa|voglio|occorre|faccio|tengo|mi_va|vengo
3.5 lasciamo|lasci|lascia perdere|stare .... DATE|@appointment|SERVICE
3 ho|abbiamo gia risolto|fatto|sistemato|riparato
4 disiscriv*|disdettare|stornare|storno|ritirare_la_prenotazione|ritiro_la_prenotazione
3.5 mi ritiro|ritirerei|tiro_indietro
3.5 faccia|fate|far|fai saltare
4 lasciare|lascio|cedo|cedere|ridare|liberare .. posto .... altro|altri|qualcun*|qualcuno|libero
3 non .. aspett*
3 non|nun mi aspetti|aspettate|aspettare|segni|metta|conti
3.5 togliermi|toglietemi|toglimi|tolga|togli|levi|levami|cancellami|cancellarmi|mi_toglie|mi_togliete|mi_tolga|mi_togli .... da|dal|dalla|agenda|lista|DATE|SERVICE
0.8 ho|avuto|preso .. influenza|febbre|incidente|lutto|imprevisto|impegno|raffreddore|guaio|problema
2.5 guarit*|risolt* .. non
3 non .. piu .. bisogno|necessita|intenzione|voglia
-3 non|nun ci e|sono nessun|problema|problemi|posti|posto|altri
-2.5 non|nun ci sono .. posti|posto|altri|altre
4.5 cancellare|cancella|cancelli|cancello|cancellarmi|cancellami|cancellate|cancelliamo|cancellarlo|cancellarla|cancellerei|cancellasse|cancellata|cancellato|cancellateli|cancelli_mi
2.5 cancellazione
4.5 disdir*|disdico|disdica|disdici|disdite|disdiciamo|disdetto|disdirei|disdicesse|disdicami|disdirlo|disdirla
3.5 disdetta
4.5 annullare|annullo|annulli|annullarlo|annullarla|annullate|annulliamo|annullami|annullerei|annullasse|annullamento|annullar
4.5 annulla .... @appointment|SERVICE|DATE|TIME|tutto|mio|mia
3.5 annulla
4 eliminare|elimini|elimina|elimino|eliminate|eliminami|eliminarlo
4 togliere|tolgo|tolga|togli|togliete|toglierei|toglimi|togliermi|toglietemi|leva|levi|levare|levami|levatemi ... @appointment|DATE|SERVICE|lista|agenda
2 tolga|toglietemi|toglimi|togliermi|levatemi|levami
-3 togliere|tolga SERVICE
-7 che|cui|dove|quando togliete|tolgono|levate .. SERVICE
3.5 rinuncio|rinunciare|rinuncerei|rinunciamo
3.5 revoc*|depenn*|stracci|straccia|cassare
4 non .. serve|servono|servira|interessa ?piu .. @appointment|SERVICE|prenotazione|DATE
3.5 non|nun .. serve|servono|interessa|occorre piu
4 non .. voglio|vogliamo|faccio|facciamo|prendo|vengo|veniamo|viene|vuole|teniamo|tengo|posso_venire piu
3.5 non|nun vengo|veniamo|verro|verremo|verra|viene|vegno|vene
2 non|nun @can .. venire|esserci|passare|presentarmi|arrivare|fare|portare => flag cannot_come
2 non @can .. venirci|farcela|mantenere|tenere|rispettare => flag cannot_come
2 non ce faccio|facciamo|fa => flag cannot_come
4 non|nun .. venire|esserci|vengo|veniamo|passare|presentarmi .. ne DATE .. ne DATE => flag cannot_come
2.5 salta|saltare|salto|saltiamo|salti .. @appointment|SERVICE|lezione
1.2 ho|avuto|avuta|sopraggiunto .. imprevisto|contrattempo|impegno|problema|emergenza => flag cannot_come
2 devo|dovrei|dobbiamo|debbo saltare|rinunciare
3 lasci|lasciate|lascia .. perdere .. @appointment
3 lasciamo perdere|stare .. @appointment|DATE
3.5 liberi|liberate|libera .. mio posto|appuntament*|prenotazione
3 libera|liberare|liberate .. quel posto
2.5 mi @can .. cancellare|annullare|disdire
-7 non @want .. cancell*|disdir*|annull*|disdire|elimin*
-7 non|nun ?mi|me|lo|la|ci|deve|dovete|dovevate|dovresti cancell*|disd*|annull*|elimin*|toglier*|tolga
-6 senza cancell*|disd*|annull*
-5 non @want|ho_detto|ho_chiesto di .. cancell*|disdir*|annull*
-5 se|quando ?io|poi|per_caso|dopo|dovessi|mai disdico|annullo|cancello|disdicessi|annullassi|disdire|annullare|cancellare
-5 posso|si_puo|possibile .. disdire|annullare|cancellare .. fino|senza|entro|gratis|gratuitamente|costi|quando|penale
-5 politica|penale|regole|costo|costi .... cancellazione|disdetta|disdire|annull*|disdico
-4 entro|fino|quanto .. quando|quante|anticipo|prima|tempo .... disdire|annullare|cancellare|disdetta
-6 qualcuno|qualche|cliente .. disdice|cancella|annulla|disdetta
-6 se|caso .... disdetta|disdice
-4 se|quando|appena si .. libera
-4 in_caso disdetta
""",
    "modifica": """
-6 cancell*|disdi*|annull* .... & @want|mi|poi prenotar*|prenoti|prenota|prenda|prendere|fissare|fissi
-6 cancell*|disdi*|annull* .... DATE|TIME .... & @want|mi|poi prenotar*|prenoti|prenota|prenda|prendere|fissare|fissi
-3.5 non|nun .. venire|esserci|passare|farcela .. ne DATE .. ne DATE
3.8 portiamol*|portarl*|portalo|passiamol*|passarl*|mettiamol*|mettil*|facciamol*|farl*|andare .. a|al|alla|per|di|verso DATE|TIME
3.6 portiamo|passiamo|possiamo|mettiamo @appointment .. a|al|alla|per DATE|TIME
3.8 mi fate|fai|fa|farebbe|fareste .. ora|mezzora|mezza|oretta|minuti ?ora prima|dopo
3.6 altro|altra @professional|operatore|operatrice|specialista ....
3.6 orario|giorno|data|ora .... non .. va|vanno|andrebbe|torna|riesco ?piu
3.6 @appointment|SERVICE .. possiamo|potremmo|riusciamo|posso .. fare|farla|farlo|metterla|spostarla .. DATE|TIME
3.6 DATE|TIME ?&|e|ma non DATE|TIME
4.2 spost*|rimand*|rinvi*|posticip*|modific*|slitt*|riprogramm*
3.8 anticip* ... @appointment|SERVICE|DATE|TIME|possibile|un_po|di
3.8 cambi* ... @appointment|giorno|orario|ora|data|OPERATOR|DATE|TIME
3.5 aggiung* ... SERVICE|UNKNOWN|anche|@appointment => flag add_service
4 troppo presto|tardi .... @can|facciamo|fare|meglio|avete .... DATE|TIME
3.8 OPERATOR .. non|invece|anziche .. OPERATOR
-4.5 se non ci|ce|puo|possibile|disponibile|libero|libera|potesse|potete|avete .. OPERATOR
5.5 togliere|tolg*|togli|togliamo|togliete|lev*|elimin* .. SERVICE .. da|dal|dall|dalla @appointment|DATE|quello|quella
5 niente|senza .. SERVICE .... solo|soltanto|solamente .. SERVICE
5 solo|soltanto|solamente .. SERVICE .... niente|senza .. SERVICE
4.2 sostitu* .. SERVICE .. con|e SERVICE
4.6 avere OPERATOR per SERVICE di|del|della|delle|dello|dell DATE|TIME
5.5 avere OPERATOR per @appointment|lappuntamento ?di|del|della|delle|dello|dell DATE|TIME
4 preferirei|vorrei|preferisco .. OPERATOR per|alla|al @appointment|SERVICE di|del|delle DATE|TIME
4 mi aggiunge|aggiungerebbe|aggiungerebbero|aggiungereste ...  => flag add_service
4 SERVICE .. aggiung* .... SERVICE => flag add_service
-4 se .. si sposta|anticipa|rimanda
3.5 DATE|TIME|OPERATOR|SERVICE invece $
3.2 invece .. DATE|TIME|OPERATOR $
4.2 al posto di|del|della|delle|dei|dello DATE|TIME|OPERATOR|SERVICE|quello|quella ....
4 DATE|TIME|OPERATOR|SERVICE .. al posto di|del|della|delle
3.8 sbagliato|sbagliata|sbagliati .. giorno|orario|ora|data|appuntament*|prenotazione
3.8 orario|giorno|data|ora diverso|diversa|differente|migliore
3.8 gia|avevo|ho ?gia prenotat*|fissat*|preso .... @want|preferirei|posso|potrei|possiamo|meglio|@can .... DATE|TIME|anche|altro|prima|dopo
3.5 avevo|ho ?gia prenotat*|fissat*|preso .... ma|pero .... @want|preferirei|posso|potrei|possiamo|meglio
3 avevamo|avevate detto|fissato|concordato|stabilito .... @want|@can|ma
3.5 piu avanti|in_la|indietro $
4 @can .. mettermi|metterci|farmi|prendermi|farlo|ricevermi|passare|infilarmi .. prima|dopo ?grazie|favore|se_e|scusi|mi|perche|che ?possibile|dispiace|disturbo|faccia $
4.2 ritardare|ritardo|ritardi|ritardiamo .. @appointment|SERVICE|di|DATE|TIME
4.2 gia che ci|sono .... SERVICE|UNKNOWN|anche => flag add_service
-4.2 @want|bisogno|voglia|prenotare|fissare .... SERVICE|UNKNOWN .... gia che ci|sono
4 @appointment|SERVICE .. di|del|delle DATE|TIME ... vorrei|preferirei|farei|faccio|facciamo|faremmo|prenderei .. DATE|TIME
4 @appointment .. DATE|TIME .. ma|pero .... DATE|TIME
4.2 DATE|TIME .. non|nun ci|ce faccio|sono|saro|riesco .... DATE|TIME|altro|altra
4.4 passare .. OPERATOR a|al|alla .. OPERATOR
4 con OPERATOR .. invece|anziche|piuttosto .... OPERATOR
3.5 porto|vengo|passo|arrivo .. giorno|ora|settimana|oretta dopo|prima
4 se arrivo|faccio .. ritardo ... posso|possiamo
-4 se .. ritardo .... cosa|che|succede|paga
3.8 @can .. venire|passare|arrivare|fare|anticip* ?un_po|po|leggermente prima|dopo ?grazie|favore|se_e|scusi|mi|perche|che ?possibile|dispiace|disturbo|faccia $
4 @can .. venire|fare|mettere|metterlo|metterla|arrivare|passare|slittare|mettermi .. ora|mezza|mezzora|minuti|quarto|oretta ?ora .. dopo|prima|tardi|presto
4.2 DATE|TIME .. non|nun @can .... DATE|TIME|altro|altra
4.2 non|nun @can|ce_faccio|ci_sono|ci_saro .... DATE|TIME .... avete|facciamo|fare|possiamo|ci_sarebbe|posto|meglio|invece|sarebbe|riusciamo|potremmo|posso|potrei|preferisco|preferirei|ce_ne .... DATE|TIME|altro|altra|prima|dopo
4 impegno|imprevisto|contrattempo|problema|turno|febbre|influenza|malato|malata .... possiamo|riusciamo|@can|avete|facciamo|spost*|altro .... DATE|TIME|giorno|prima|dopo
4 mio|mia .. @appointment .. DATE|TIME .... @can|@want|facciamo|metterlo|metterla|meglio ... DATE|TIME|prima|dopo|altro|tardi
4 @appointment .. possiamo|posso|potete|puo .. mettere|mettiamo|fare|spostare|portare .... DATE|TIME
4.5 oltre .. SERVICE .... SERVICE|anche => flag add_service
4 anche .. SERVICE ... stesso|stessa|medesimo .. @appointment|ora|giorno => flag add_service
4 @appointment .... aggiung*|aggiunga|metta_anche|ci_metta|unire|anche SERVICE|anche|pure => flag add_service
3.5 stesso|medesimo @appointment .. anche|SERVICE|aggiung* => flag add_service
4 meglio|conviene|preferirei|preferisco .. DATE|TIME .. che|piuttosto|invece|anziche|rispetto
3.5 altro|altra|diverso|diversa|differente giorno|data|orario|ora|momento|giornata
3.5 rivedere|ritoccare|aggiustare .. orario|data|@appointment
4 trasform*|convert*|sostituire|sostituiamo|sostituisca .... SERVICE|@appointment
4 da|dal|dalla SERVICE a|al|alla SERVICE
-4 quanto|quanta|quanti .... cambiare|spostare|modificare
4.4 invece|anziche ?di|che|del DATE|TIME .... DATE|TIME
3 cambiare|cambio SERVICE|corso|servizio|trattamento con|in|da|per ...
4 appuntament*|prenotazione|visita .. DATE|TIME .... ma|pero .. servirebbe|preferirei|vorrei|meglio|possibile|potrei|posso|farei|verrei
3 tardare|faccio_tardi|arrivo_tardi|arrivo_dopo
4 allungare|prolungare|accorciare|ridurre .... @appointment|SERVICE
-4 @can|mi|ci aggiungi|aggiunga|aggiungete|aggiungimi ?anche|a|al|alla ?me SERVICE
-3 avete|hai|ci_sarebbe|ci_e .. altro|altra|altri|altre posto|posti|orari|disponibilita
4.5 spostare|spostarmi|spostarlo|spostarla|spostarci|sposti|sposta|sposto|spostami|spostiamo|spostate|sposterei|spostasse|sposterebbe|spostamento|spostarli|spostatemi|spostar|spustari
4.5 spostiamol*|spostal*|spostatel*|spostil*|spostarl*|spostam*|rimandiamol*|rimandal*|rimandarl*|rinviamol*|rinvial*|rinviarl*|anticipiamol*|anticipal*|anticiparl*|posticipiamol*|posticipal*|posticiparl*
4.5 rimandare|rimando|rimandi|rimanda|rimandarlo|rimandiamo|rimandate|rinviare|rinvio|rinvii|rinvia|rinviamo|rinviarlo|rinviate|posticipare|posticipo|posticipi|posticipa|posticiparlo|posticipiamo|posticipate|posticip*|differire|procrastin*|prorogare|slittare|slitta|slittiamo
4 anticipare|anticipo|anticipi|anticipa|anticiparlo|anticiparla|anticipiamo|anticipate|anticiparmi
4.5 modificare|modifico|modifichi|modifica|modificarlo|modificarla|modifiche|modifichiamo|modificate
4 riprogramm*|ripianific*|rischedul*|ricolloc*|riorganizz*|rifissare|rifissiamo|ridatare
4 cambiare|cambio|cambi|cambia|cambiarmi|cambiarlo|cambiarla|cambiamo|cambiate|cambierei|cambiami|cambiargli|cambiasse|mutare .... orario|ora|giorno|data|@appointment|OPERATOR|operatore|operatrice|parrucchiera|parrucchiere|dottore|dottoressa|medico|istruttore|DATE|TIME|corso|servizio|persona|trattamento|meccanico|stilista
1 cambiare|cambiarmi|cambi|cambiarlo|cambiarla
3.5 altro|altra|diverso|diversa|nuova|nuovo data|giorno|orario|ora|giornata .... @appointment
3 @want .... altro|altra|diverso|diversa giorno|data|orario|ora|giornata
3.5 invece|anziche|piuttosto|al_posto .. di|che|a|alle|del|della|delle|DATE|TIME|OPERATOR|SERVICE|domani|quello|quella
3 DATE|TIME|OPERATOR|SERVICE invece|anziche ?di|che|del|della DATE|TIME|OPERATOR|SERVICE|quello|quella
3.5 passare|passarmi .. da|dal|dalla|dalle|DATE|TIME .... a|al|alla|alle|TIME|DATE quella|quello|TIME|DATE
4 aggiungere|aggiungerei|aggiungo|aggiunga|aggiungi|aggiungermi|aggiungiamo|aggiungete|aggiungerci|aggiungergli|unire|abbinare ... SERVICE|UNKNOWN|anche|@appointment => flag add_service
3 aggiungere|aggiungermi|aggiungerci|aggiungete|aggiunga => flag add_service
3 oltre .. mettere|fare|aggiungere ... SERVICE => flag add_service
4 non|nun @can .. venire|esserci|passare|portare|farcela .... altro|altra|spost*|avete|ci|posto|prima|dopo|invece|facciamo|si_puo|fare
3.5 non|nun @can .. venire|esserci|passare|farcela .... DATE|TIME .... DATE|TIME
3.5 non|nun ce faccio .... DATE|TIME|posto|avete
3.5 ho|avevo|abbiamo|tengo .. appuntament*|prenotazione|prenotato|visita .... @want|preferirei|possibile|@can .... DATE|TIME|prima|dopo|tardi|presto|fare|venire|OPERATOR|altro|altra
3 piu tardi|presto|avanti|prima|dopo .. @appointment
3 @appointment .... piu tardi|presto|avanti|prima
2.5 piu_tardi|piu_presto|ora_dopo|ora_prima|ora_prima|ora_dopo .. possibile|@can
2 alla|al stessa|stesso ora|orario|giorno
2.5 @can .. venire|fare|mettermi|metterlo .. prima|dopo ?invece
3 arriv* .. in ritardo|tardi
3 sono|siamo|saro|saremo|arrivo|arriviamo|arrivero|arriveremo|arriverei|arriva|vengo|verro|verremo .. ritardo ... => flag late
3 arrivo|arriviamo|arrivero|arriveremo|faccio|facciamo|faro|faremo|porto|avro|ho|abbiamo .... minuti|quarto_dora|mezzora|ora|minutini ?di ritardo|dopo|tardi => flag late
3 faccio|facciamo|faro|faremo|sto_facendo|rischio_di_fare|arrivo|arriviamo|arrivero|arriveremo|arriviamo ?un ?po|pochino|leggermente ?piu tardi => flag late
3 tardo|tardero|tardiamo|tarderemo .. minuti|minutini|poco|po => flag late
2 ritardo|ritarder* .. minuti|minutini|quarto|mezzora|ora => flag late
2 bloccat*|fermo|ferma|imbottigliat* .. traffico|treno|coda|autostrada|tangenziale => flag late
2 ritard*
2 farei|fare|facciamo|preferirei|verrei .. DATE|TIME .. invece
4 non .. disdire|cancellare|annullare|cancelli|annulli|disdica|cancello|disdico .... solo|solamente|ma|posso|spost*|cambi*|soltanto|bensi|invece
4 venire|fare|vengo|passare|farlo|arrivare .. piu|un_po tardi|presto|avanti|prima
-7 non @want .. spost*|cambi*|modific*|rimand*|rinvi*
-5 non spost*|cambi*|modific*|rimand*|rinvi*|anticip*
-3 ho|abbiamo|ha cambiato idea|numero|casa|telefono|macchina|lavoro
-3 quanto|quale|che ?tempo anticipo
-3 con|di quanto anticipo
-3 devo|bisogna|serve|posso .. versare|lasciare|pagare .. anticipo
-4 spostar* .. costa|costo|penale|gratis
-3 posso|si_puo|possibile spostare|cambiare .. gratis|senza_costi|fino_quando|fino
""",
}
