"""What Italian callers of any trade call things: groups of words and phrases that mean the same.

Data alone, read by `sidecar.engines.lexical_synonyms`. A line is `name: members`, members separated by commas; an indented line continues
the group above. Every inflection whose stem differs is listed (verb and noun). A name that begins with `~` is a field: its members are
related without meaning the same; one that begins with `>` lists kinds of what the group of that name means. Knows no FAQ.
"""

GENERAL = """
prezzo: prezzo, costo, costa, costano, costare, costerebbe, costosa, tariffa, tariffario, listino, spesa, spendo, spendere, spende,
    spenderei, quota, quanto viene, quanto vengono, quanto verrebbe, quanto mi viene, quanto si paga, quanto pago, quanto dovrei pagare,
    quanto prendete, quanto chiedete, quanto ci vuole di soldi, quanto fate pagare, quant è, quanto sarebbe, euro, caro, cara, importo,
    cifra, a quanto sta, quanto fa
gratis: gratis, gratuito, gratuita, gratuitamente, omaggio, free, senza pagare, non si paga, costo zero, senza impegno, devo pagare, si
    deve pagare, è a pagamento
compreso: compreso, compresa, comprese, compresi, incluso, inclusa, inclusi, incluse, a parte, extra, supplemento, comprende, include
~prezzo: prezzo, costo, costa, tariffa, listino, sconto, riduzione, agevolazione, convenienza, spesa, gratis, gratuito, pagare,
    preventivo
preventivo: preventivo, stima, preventivare, preventivi, quotazione, sapere prima la spesa, sapere prima quanto, quanto spenderei, spesa
    prevista
sconto: sconto, sconti, scontato, scontistica, promozione, promozioni, promo, offerta, offerte, agevolazione, agevolazioni, convenzione,
    riduzione, ridotto, risparmiare, risparmio, prezzo di favore, prezzi speciali, ribasso, pagare meno
convenzione: convenzione, convenzioni, convenzionati, convenzionato, accordo, accordi
assicurazione: assicurazione, assicurazioni, assicurato, polizza, polizze, assicurativa, copertura sanitaria, mutua, fondo sanitario,
    fondi sanitari
pagare: pagare, pagamento, pagamenti, pago, paga, pagano, paghiamo, pagata, saldare, saldo, si paga
carta: carta, carte, bancomat, pos, visa, mastercard, carta di credito, carta di debito, prepagata, elettronico, pagamenti elettronici,
    contactless, cellulare per pagare, satispay, apple pay, google pay, moneta elettronica, telefono per pagare, pagare col telefono
contanti: contanti, contante, cash, banconote, in mano
~pagamento: pagare, pagamento, pago, carta, carte, bancomat, pos, contanti, satispay, assegno, bonifico, rate, rateizzare, acconto
rate: rate, rata, rateizzare, rateizzazione, rateale, rateali, dilazionare, dilazione, dilazionato, finanziamento, finanziare, un po
    alla volta, poco per volta, a più riprese, mensilità
acconto: acconto, caparra, anticipo, anticipare dei soldi, deposito, cauzione, pagare prima, soldi in anticipo, pagare in anticipo
fattura: fattura, fatture, fatturare, fatturazione, scontrino, partita iva, documento fiscale, detrarre, detrazione, scaricare dalle
    tasse, detraibile, sette e trenta, 730, spese sanitarie, dichiarazione dei redditi, ricevuta fiscale, ricevuta del pagamento
rimborso: rimborso, rimborsare, rimborsate, rimborsati, rimborsabile, restituire, restituite, soldi indietro, indietro i soldi, ridate,
    riavere, recupero i soldi
parcheggio: parcheggio, parcheggi, parcheggiare, parcheggiato, posteggio, posteggiare, lasciare la macchina, lascio la macchina,
    lasciare l'auto, lascio l'auto, posto auto, posto per la macchina, posto macchina, mettere la macchina, metto la macchina, sostare,
    sosta, posti auto, garage, strisce blu, strisce bianche
indirizzo: indirizzo, dove siete, dove vi trovate, dove vi trovo, dove si trova, dove sta, dove state, posizione, ubicazione, ubicati,
    zona, situati, che strada, dove devo venire, dove devo andare, in che via, dove è, dov è
arrivare: arrivare, raggiungere, raggiungervi, raggiungibile, raggiungo, si arriva, arrivarci, strada da fare
mezzi: mezzi, autobus, bus, metro, metropolitana, tram, treno, stazione, pullman, mezzi pubblici, fermata, corriera, trasporto pubblico,
    senza macchina, navetta
orari: orario, orari, aperto, aperta, aperti, aperte, apertura, aperture, aprire, apre, aprite, chiuso, chiusa, chiusi, chiusura,
    chiudere, chiude, chiudete, che ora, a che ora, fino a che ora, che ore, da che ora, trovare aperto, a che ora lavorate
pausa: pausa, pranzo, pausa pranzo, orario continuato, continuato, mezzogiorno, ora di pranzo, intervallo
weekend: weekend, sabato, domenica, fine settimana, week end, festivo, festivi, giorni di festa, domeniche, sabati
lunedi: lunedì
serale: sera, serale, serali, dopo cena, tardi, dopo il lavoro, esco tardi dal lavoro, finisco di lavorare, dopo l'ufficio
ferie: ferie, vacanza, vacanze, agosto, natale, capodanno, pasqua, ferragosto, festività, feste, periodo estivo, estate, chiusura estiva
appuntamento: appuntamento, appuntamenti, prenotare, prenoto, prenota, prenotazione, prenotazioni, prenotato, prenotarsi, prenotarmi,
    fissare, fisso, fissato, prendere un posto, riservare, segnarmi, mettermi in lista, bloccare un posto, prendere un orario, fissarmi
senzaappuntamento: senza appuntamento, senza prenotazione, senza prenotare, senza aver prenotato, senza fissare, presentarmi
    direttamente, passare direttamente, accesso libero, al volo, all'improvviso, presentarsi direttamente, venire quando voglio,
    presentarmi così
~appuntamento: appuntamento, prenotare, prenotazione, disdire, disdetta, annullare, spostare, ritardo, preavviso, agenda
disdire: disdire, disdetta, disdico, disdice, disdette, annullare, annullo, annullamento, annulla, cancellare, cancello, cancellazione,
    cancella, rinunciare, rinuncio, rinuncia, non posso venire, non riesco a venire, non posso più venire, imprevisto, contrattempo,
    togliere l'appuntamento, levare l'appuntamento, non vengo, non ce la faccio a venire, saltare l'appuntamento
spostare: spostare, sposto, spostamento, spostarlo, rimandare, rimando, posticipare, anticipare, rinviare, rinvio, altro giorno, altra
    data, cambiare giorno, cambiare l'appuntamento, cambiare orario, cambiare data, modificare l'appuntamento, modificare la
    prenotazione, cambiare la prenotazione
preavviso: preavviso, anticipo, quanto tempo prima, quanto prima, quanti giorni prima, entro quando, avvisare, avviso, avvertire,
    avverto, con quanto anticipo, entro quanto, fino a quando posso
assenza: mancata presentazione, non mi presento, non presentarsi, dimentico, dimenticato, dimenticare, scordo, scordato, scordare,
    scordata, dimenticata, salto, saltare, saltato, mancare, buca, assente, assenza, penale, mora
ritardo: ritardo, tardi, ritardare, tardare, ritardi, minuti dopo, traffico, faccio tardi, arrivo dopo, in ritardo, arrivo tardi, sono
    bloccato, arrivo in ritardo, arrivare in ritardo, arrivare tardi
attesa: attesa, attendere, aspettare, aspetto, coda, fila, quanto c'è da aspettare, tempi di attesa, lista d'attesa, sala d'attesa,
    prima disponibilità, primo posto libero, quanto si aspetta
durata: durata, dura, durano, durare, dureranno, quanto dura, quanto tempo, quanto ci vuole, quanto ci mette, quanto ci mettete, quanto
    impiega, quanto impiegate, impiegare, tempistiche, tempi, tempo di esecuzione, quanti mesi, quanti giorni, quanti minuti, quante
    settimane, ci vuole, quante ore, in quanto tempo, lungo, lunga, quanto tempo richiede, quanto rimango, quanto resto, tempo ci vuole,
    quanto ci si mette
frequenza: ogni quanto, ogni quante settimane, ogni quante settimane devo, ogni quanti giorni, ogni quanti anni, ogni quanto tempo,
    quante volte, frequenza, spesso, periodicità, cadenza, ogni quanti mesi, ogni quanti chilometri, regolarità, quanto spesso, dopo
    quanto, quando va rifatto, dopo quanto tempo, dopo quante settimane, dopo quanti mesi
bambini: bambino, bambini, bambina, bambine, bimbo, bimbi, bimba, bimbe, figlio, figli, figlia, figlie, figliolo, piccolino, piccolina,
    ragazzino, ragazzini, neonato, neonati, minore, minori, minorenne, minorenni, nipotino, nipotina, infanzia, infantile
eta: età, limite di età, quanti anni, da che età, maggiorenne
uomo: uomo, uomini, maschio, maschi, maschile, maschietto, signori
donna: donna, donne, femmina, femminile, signora, signore
animali: animale, animali, bestiola, quattro zampe, pelosetto, animale domestico
cane: cane, cani, cagnolino, cagnolina, cagnetto, barboncino, bassotto, labrador, cucciolo, guinzaglio
gatto: gatto, gatti, gattino, micio, gatta
~animali: animale, animali, cane, cani, gatto, gatti, coniglio, criceto, cucciolo
disabili: disabile, disabili, disabilità, carrozzina, sedia a rotelle, rotelle, barriere, barriere architettoniche, handicap, invalido,
    invalidi, mobilità ridotta, rampa, ascensore, gradini, scale, accessibile, accessibili, stampelle
wifi: wifi, wi fi, internet, rete, connessione, connettere, collegarmi, password, wireless
bere: caffè, bere, bevanda, bevande, acqua, bar, ristoro, tè, tisana, distributore, spuntino, mangiare, snack, macchinetta
bagno: bagno, bagni, toilette, servizi igienici, gabinetto, fasciatoio
regalo: regalo, regalare, regalarlo, buono, buoni, buono regalo, gift card, voucher, idea regalo, carta regalo, compleanno, fare un
    pensiero
abbonamento: abbonamento, abbonamenti, abbonarsi, abbonato, pacchetto, pacchetti, tessera, mensile, annuale, trimestrale, formula,
    formule
carnet: carnet, ingressi, dieci ingressi, pacchetto di ingressi, ingresso singolo, ingressi singoli
~abbonamento: abbonamento, carnet, tessera, pacchetto, iscrizione, ingressi
conseguenza: che succede, cosa succede, cosa capita, che capita, cosa comporta, conseguenza, conseguenze
funzione: come funziona, funzionamento, funziona
fedelta: fedeltà, punti, raccolta punti, fidelity, premi, tessera fedeltà, carta fedeltà, tessera punti, tessera a punti, cliente
    abituale, cliente affezionato, programma fedeltà
contatto: contattare, contattarvi, contatto, contatti, recapito, recapiti, sentirvi, raggiungervi, mettermi in contatto
telefono: telefono, chiamare, chiamo, chiamarvi, chiamata, numero, telefonare, telefonata, telefonicamente, numero di telefono
email: email, mail, e mail, posta elettronica, pec
messaggio: whatsapp, messaggio, messaggi, sms, chat, messaggino, telegram
~contatto: telefono, chiamare, numero, contatto, whatsapp, email, mail, scrivere, messaggio, sms, recapito, avvisare, avvertire
online: online, sito, app, applicazione, internet, web, via internet, computer, dal telefonino, dal cellulare, da casa
promemoria: promemoria, ricordare, ricordate, ricordarmi, ricordi, reminder, avviso, avvisate, avvisare, confermate, mandate un
    messaggio, notifica
conferma: conferma, confermare, confermate, confermato
personale: personale, staff, dipendenti, collaboratori, operatore, operatori, operatrice, addetto, squadra, team, chi lavora, chi ci
    lavora, lavora da voi
scegliere: scegliere, scelgo, scelta, preferire, preferisco, preferenza, decidere, decido, posso volere, richiedere, sempre la stessa
    persona, stesso operatore
lavoro: curriculum, cercate, cercare, assumete, assunzione, assumere, candidarmi, candidatura, posto di lavoro, stage, tirocinio,
    cercate personale, lavorare da voi, lavorare con voi, cv
prodotto: prodotto, prodotti, articolo, articoli, cosmetici
marca: marca, marche, marchio, marchi, brand, linea, linee
naturale: naturale, naturali, bio, biologico, biologici, vegan, vegano, vegani, cruelty free, ecologico, ecologici, vegetale, vegetali,
    senza chimica, chimico, chimici
allergia: allergia, allergie, allergico, allergica, intollerante, intolleranza, reazione, reazioni, sensibile, sensibili, irritazione,
    test allergico, prurito
gravidanza: gravidanza, incinta, gravida, aspetto un bambino, aspetto un figlio, dolce attesa, in attesa, donna incinta, mamma in
    attesa, allatto, allattamento, mese di gestazione
domicilio: domicilio, a casa, a domicilio, casa mia, venite a casa, venite voi, a domicilio venite, spostarsi da casa, non può uscire
garanzia: garanzia, garantito, garantiti, garantita, garantite, garantire, garanzie, copertura
garanziacasa: casa madre, casa automobilistica, costruttore, casa costruttrice, concessionaria, concessionario, della casa, ufficiale
soddisfatto: soddisfatto, soddisfatta, insoddisfatto, non mi piace, non mi piacesse, reclamo, reclami, lamentela, lamentarmi, lamentele,
    contento, contenta, deluso, delusa, protestare, rifare, venuto male, non sono contento
lingua: lingua, lingue, inglese, straniero, stranieri, francese, spagnolo, tedesco, parlate inglese, parla
privacy: privacy, dati personali, dati, riservatezza, trattamento dei dati, gdpr, informativa
documenti: documenti, documento, carta d'identità, codice fiscale, tessera sanitaria, portare con me, cosa devo portare, cosa portare,
    carte da portare, moduli, modulo
nome: titolare, proprietario, proprietaria, responsabile, capo, direttore, gestisce
esperienza: esperienza, da quanti anni, da quanto tempo esistete, da quando esistete, nascita, nati, fondata, storia, da quanto siete
sicuro: sicuro, sicura, sicurezza, pericolo, pericoloso, pericolosa, rischio, rischi, rischioso, fa male, farà male, rischia,
    controindicazioni, effetti collaterali, nocivo
dolore: dolore, doloroso, dolorosa, fa male, male, soffre, soffrire, si sente, sentirò, sentire male, fastidio, fastidioso, dolori,
    dolorante
igiene: igiene, sterilizzare, sterilizzate, sterilizzazione, sterili, sterilizzati, disinfettare, disinfettate, disinfezione,
    igienizzare, igienizzate, sanificare, pulito, puliti, usa e getta, monouso, sanificazione
urgenza: urgenza, urgenze, urgente, urgenti, emergenza, emergenze, subito, immediatamente, in giornata, prima possibile, il prima
    possibile, al più presto, stesso giorno
prova: prova, provare, assaggio, provo, di prova, test, vedere come mi trovo, una volta sola, lezione di prova, prima volta
primavolta: prima volta, mai venuto, mai stata, mai stato, nuovo cliente, nuovi clienti, primo appuntamento, prima visita, nuova
    cliente, mai venuta
iscrizione: iscrizione, iscriversi, iscrivermi, iscrivo, iscritto, iscritti, tesseramento, iscrivere, registrarsi, diventare socio,
    associarmi, aderire, iscrizioni
sospendere: sospendere, sospensione, sospeso, congelare, congelo, congelamento, bloccare, blocco, mettere in pausa, fermare, fermo,
    interrompere, interruzione
recedere: recedere, recesso, smettere, disiscriversi, disiscrivermi, cessare, chiudere il contratto, rescindere, uscire dal contratto,
    abbandonare, disdetta, disdire
recuperare: recuperare, recupero, recuperi, recuperarla
cedere: cedere, cedo, cedibile, trasferire, trasferibile, intestare, dare a un altro, passare ad altri, girare ad un amico, far usare a,
    nominativo, prestare, presto la tessera, al posto mio
scadenza: scadenza, scade, scadono, scadere, validità, valido, validi, valida, vale, dura la tessera, entro quando usarlo
ospite: ospite, amico, amica, amici, accompagnatore, accompagnare, accompagnatori, accompagna, accompagno, qualcuno con me, portare
    qualcuno, portare un amico, invitare
spogliatoio: spogliatoio, spogliatoi, armadietto, armadietti, cambiarsi, lucchetto, cambiarmi, lasciare le mie cose, lasciare la borsa,
    chiuse a chiave, dove lascio la borsa, effetti personali
doccia: doccia, docce, lavarsi, lavarmi, sciacquarsi, shampoo e bagnoschiuma
asciugamano: asciugamano, asciugamani, telo, accappatoio, salvietta, asciugarmi
smarrito: smarrito, smarrita, perso, persa, oggetti smarriti, lasciato da voi, dimenticato da voi, trovato un, ritrovato, perduto,
    smarriti
gruppo: gruppo, gruppi, comitiva, in tanti, più persone, addio al nubilato, feste private, insieme, evento, eventi, amiche
studenti: studente, studenti, studentessa, universitari, universitario, giovani, under, studio all'università
anziani: anziano, anziani, pensionato, pensionati, over, terza età, nonna, nonno, pensione, pensionata, sessantacinque
foto: foto, fotografia, fotografie, immagine, instagram, facebook, social, pagina, vedere i lavori, lavori fatti
musica: musica, televisione, tv, riviste, giornali
climatizzato: aria condizionata, climatizzato, climatizzati, clima, riscaldamento, climatizzatore, fa caldo
delega: delega, delegare, un'altra persona, qualcun altro, mio marito per me, ritirare al posto mio, per conto, al mio posto, mandare
    qualcuno
ritirare: ritirare, ritiro, ritirarla, ritirarli, venire a prendere, mandare a prendere, passare a prendere, riprendere, riprendo,
    recuperare
sostituire: sostituire, sostituite, sostituzione, cambiare, cambiate, cambio, rimpiazzare, rimpiazzate
installare: installare, installate, installazione, montaggio, applicare, applicate, applicazione
comprare: comprare, compro, comprate, acquistare, acquisto, vendere, vendete, vendita, vendono, vendesi, in vendita, acquistabile
noleggiare: noleggiare, noleggio, noleggiate, affittare, affitto, affittate, prestare, prestate, prestito
altri: un'altra persona, qualcun altro, un'altra, altre persone, qualcuno
cibo: mangiare, mangio, mangiato, pranzare, cenare, cibo, cibi, colazione, merenda, pasto, pasti
fumare: fumare, fumo, sigaretta, sigarette, fumatore
livello: principiante, principianti, esperto, avanzato, livello
spedire: spedire, spedizione, consegna, consegnare, consegnate, recapitare, spedite, corriere
stato: a che punto, pronto, pronta, avanzamento, finito, finita, finite, terminato
>pagare: carta, carte, bancomat, pos, visa, mastercard, carta di credito, carte di credito, contanti, assegno, assegni, bonifico, satispay,
    paypal, apple pay, google pay, contactless, prepagata
>animali: cane, cani, cagnolino, cagnolina, barboncino, cucciolo, gatto, gatti, gattino, micio, coniglio, criceto, furetto, pappagallo
>appuntamento: disdire, disdetta, disdico, annullare, annullamento, cancellare, cancellazione, spostare, spostamento, rimandare, rinviare
"""

FORMS = """
vrompere: rompere, rompe, rompo, rompono, rotto, rotta, rotti, rotte, rottura, si spezza, spezzato, spaccato, spaccata
vscegliere: scegliere, scelgo, sceglie, scelto, scelta
vaprire: aprire, apro, apre, aperto
vchiudere: chiudere, chiudo, chiuso, chiusura
vperdere: perdere, perdo, perde, perso, persa, persi, perdita
viscrivere: iscrivere, iscrivo, iscrizione, iscritto
vtogliere: togliere, tolgo, toglie, togliete, tolto, tolta, tolti, levare, levate, levato, rimuovere, rimuovete, rimozione, rimosso
vcoprire: coprire, copre, coperto, coperta, coperte, copertura
vaccendere: accendere, accende, acceso, accesa, accendersi
vscrivere: scrivere, scrivo, scritto, scritta
vrifare: rifare, rifà, rifatto, rifatta, rifaccio, rifarlo, rifarla, rifate, rifanno, ripetere, ripeto
vridurre: ridurre, riduco, ridotto, riduzione
vrispondere: rispondere, risponde, risposto, risposta, risposte
vmuovere: muovere, muovo, mosso, muoversi, muovermi, movimento
vdipendere: dipendere, dipende
vproteggere: proteggere, protegge, protetto, protezione, proteggermi
vdividere: dividere, divido, diviso, divisione
vcorreggere: correggere, corretto, correzione
vcrescere: crescere, cresce, crescita, cresciuto
vuscire: uscire, esco, esce, uscita, uscito
vspendere: spendere, spendo, speso, spesa, spese
vcuocere: cuocere, cotto, cottura
vbere: bere, bevo, beve, bevuto, bevanda
vmorire: morire, muore, morto
vvincere: vincere, vinto, vincita
vvivere: vivere, vissuto
vpermettere: permettere, permesso, permette
vpiacere: piacere, piace, piaciuto, piacesse
vnascere: nascere, nato, nascita
vstringere: stringere, stringo, stretto, stretta
vraccogliere: raccogliere, raccolgo, raccolta
voffrire: offrire, offerto
vsoffrire: soffrire, soffro, soffre, sofferto
vspegnere: spegnere, spengo, spento, spegne
vtenere: tenere, tengo, tenete, tieni, conservare, conservate, custodire, custodite
vdifendere: difendere, difesa
vassumere: assumere, assunto, assunzione
vdiscutere: discutere, discusso
vvedere: vedere, visto, veduto
"""
"""Italian verbs whose forms the stemmer leaves apart."""
