"""Italian groups of words of single trades: hair and beauty, doctors, dentists, gyms, workshops, vets, restaurants.

Data alone, read by `sidecar.engines.lexical_synonyms`, written as `lexical_synonyms_general` is. Knows no FAQ.
"""

TRADES = """
taglio: taglio, tagliare, tagli, tagliarmi, taglia, accorciare, accorciata, spuntare, spuntata, sfoltire, spuntatina, sforbiciata
piega: piega, messa in piega, phon, asciugatura, styling, brushing
colore: colore, tinta, tingere, colorare, colorazione, tinte, tingermi, colorati, ricrescita, colori
mechesole: meches, mèches, colpi di sole, schiariture, schiarire, balayage, shatush, degradé, bionda, decolorazione, decolorare
capelli: capelli, capello, chioma, testa, capigliatura
barba: barba, rasatura, rasare, radere, baffi, barbiere, rasoio
extension: extension, extensions, allungamento, allungare, allungarli, più lunghi, ciocche
lisciante: lisciante, stiratura, lisciare, cheratina, anticrespo, crespo, crespi, lisci, lisciarli, effetto seta
permanente: permanente, arricciare, ricci, riccio, boccoli, mossi
sposa: sposa, sposarmi, matrimonio, nozze, cerimonia, cerimonie, sposo, sposarsi, mi sposo, testimone, damigella, acconciatura,
    acconciature
trucco: trucco, truccare, makeup, make up, truccatrice, truccarmi, rossetto
unghie: unghie, manicure, unghia, smalto, semipermanente, ricostruzione unghie, mani
piedi: pedicure, piedi, calli, piede
ceretta: ceretta, depilazione, depilare, depilarmi, epilazione, depilatoria, peli, pelo, laser
massaggio: massaggio, massaggi, massaggiare, massaggiatore, massaggiatrice, rilassante
viso: viso, facciale, faccia, pulizia del viso, maschera
sopracciglia: sopracciglia, ciglia, sopracciglio, laminazione
lampada: lampada, solarium, abbronzarsi, abbronzatura, abbronzante, abbronzarmi, lettino, doccia solare, raggi
caduta: caduta, cadono, perdo i capelli, diradamento, calvizie, perdere i capelli, diradati, cuoio capelluto, forfora
parrucca: parrucca, parrucche, toupet
bianchi: bianchi, grigi, canizie
bagnati: bagnati, lavati, sporchi, lavare, lavati a casa, shampoo, lavaggio
dopocolore: mantenere, mantenimento, conservare, tenere bello, far durare
medico: medico, dottore, dottoressa, medici, dottori, specialista, specialisti, curante
visita: visita, visite, visitare, controllo, controlli, visitarmi, consulto, farmi vedere, controllare, controllarmi, check up, checkup,
    controllata
ricetta: ricetta, ricette, impegnativa, impegnative, prescrizione, prescrizioni, prescrivere, medicina, medicine, medicinale,
    medicinali, farmaco, farmaci, ripetibile, prescrivermi, pastiglie, pillole, richiesta del medico, richiesta medica
certificato: certificato, certificati, certificazione, attestato, idoneità, sportivo, agonistico, malattia all'inps, giustificazione,
    carta per la palestra
malattia: malattia, malato, mutua, inps, assente dal lavoro, stare a casa dal lavoro, giorni di malattia
vaccino: vaccino, vaccini, vaccinazione, vaccinazioni, vaccinare, vaccinarmi, antinfluenzale, richiamo, influenza, puntura, vaccinarsi
analisi: analisi, esame del sangue, esami del sangue, analisi del sangue, prelievo, prelievi, emocromo, togliere il sangue, prelevare
esami: esame, esami, analisi, accertamenti
urine: urine, urina, pipì
referto: referto, referti, risultato, risultati, esito, esiti, risposte delle analisi, risposta dell'esame, esito dell'esame
digiuno: digiuno, a stomaco vuoto, colazione, mangiare prima, mangiato, stomaco, a digiuno
febbre: febbre, raffreddore, tosse, influenza, contagioso, influenzato, sintomi, mal di gola, covid, raffreddato
mascherina: mascherina, mascherine, ffp2
ecografia: ecografia, ecografie, ecografo, ultrasuoni
radiografia: radiografia, radiografie, raggi, lastra, lastre, panoramica, ortopanoramica, rx
elettrocardiogramma: elettrocardiogramma, ecg, cuore, elettrocardiogrammi, cardiologo, cardiologica, cardiologia, cardiologici
pressione: pressione, misurare la pressione, ipertensione, pressorio, la massima, la minima
guardia: guardia medica, continuità assistenziale, di notte, notte, notturno, nei festivi, quando siete chiusi, pronto soccorso, fuori
    orario, quando non ci siete
mutuato: mutuati, mutuato, servizio sanitario, ssn, asl, sistema sanitario, ticket, esenzione, esente, esenzioni, mutuabile, mutuabili,
    passa la mutua, sanitario nazionale
privato: privato, privatamente, a pagamento, libera professione, intramoenia
assistiti: nuovi assistiti, assistiti, assistito, nuovi pazienti, pazienti nuovi, prendete pazienti, diventare vostro paziente, medico
    di base, medico di famiglia, medico curante, posti liberi
medicazione: medicazione, medicazioni, cerotto, ferita, punti di sutura, togliere i punti, fasciatura, levare i punti, iniezione,
    iniezioni, punture, infermiere, infermiera
videovisita: videochiamata, video, videoconsulto, telemedicina, visita a distanza, via video, teleconsulto, a distanza, skype
cartella: cartella clinica, cartella, documentazione, storia clinica, fascicolo, copia della cartella
patente: patente, rinnovo patente, rinnovare la patente, patenti, rinnovo della patente
dieta: dieta, dietologo, nutrizionista, dimagrire, nutrizione, alimentazione, alimentare, peso, diete, mangiare meglio, perdere peso,
    calare
fisioterapia: fisioterapia, fisioterapista, riabilitazione, fisioterapico, osteopata, fisio
dente: dente, denti, dentale, dentali, bocca, molare, dentino, dentini, denti da latte, dentatura, gengive, gengiva
dentista: dentista, odontoiatra, odontoiatrico, dentisti, dentistico
pulizia: pulizia, detartrasi, tartaro, ablazione, pulire, igienista, igiene orale, pulizia dei denti, igiene dentale, placca, pulite
carie: carie, otturazione, otturare, otturazioni, buco nel dente, dente bucato, cariato, piombatura, otturato
devitalizzare: devitalizzazione, devitalizzare, canalare, cura canalare, nervo, uccidere il nervo, devitalizzato, endodonzia
estrazione: estrazione, estrarre, togliere un dente, levare un dente, cavare, dente del giudizio, giudizio, togliere il dente, tolto,
    estratto, toglie, estrazioni, tolto un dente, tolto il dente, levato un dente, estratto un dente
impianto: impianto, impianti, dente finto, vite, implantologia, mancante, denti mancanti, manca un dente, denti finti, implantare, perni
protesi: protesi, dentiera, dentiere, ponte, corona, corone, capsula, mobile, dente fisso, scheletrato
apparecchio: apparecchio, apparecchi, ortodonzia, ortodontico, allineatori, invisibile, invisalign, raddrizzare, denti storti, storti,
    mascherine trasparenti, allineare, apparecchietto, ortodontista, mascherine invisibili, raddrizzo, trasparenti, trasparente
sbiancamento: sbiancamento, sbiancare, sbiancanti, denti bianchi, denti più bianchi, denti gialli, ingialliti, più bianco, sbiancati,
    macchie, sbianca
anestesia: anestesia, anestetico, addormentare, addormentate, sedazione, protossido, sedare, puntura prima, gas esilarante, sedato,
    addormenta, anestesie
paura: paura, ansia, ansioso, ansiosa, terrore, terrorizzato, terrorizzata, agitato, agitata, timore, panico, tranquillizzare,
    tranquilli, timorosi, timoroso, fobia, odontofobia
maldenti: mal di denti, dente che fa male, dolore al dente, dente mi fa male, ascesso, gonfia, gonfiore, guancia gonfia, saltata
    un'otturazione, male a un dente, male un dente
bite: bite, bruxismo, digrigno, digrignare, stringo i denti, digrigna, placca notturna, byte, serrare
sigillatura: sigillatura, sigillature, sigillare, prevenzione, fluoro
faccette: faccette, faccetta, estetica dentale, sorriso
sangue: sanguinano, sanguina, sanguinare, sanguinamento, gengivite, parodontite, piorrea
spazzolino: spazzolino, dentifricio, filo interdentale, collutorio, lavare i denti, lavarsi i denti, scovolino
corso: corso, corsi, lezione, lezioni, classe, classi, attività di gruppo, discipline
sala: sala pesi, pesi, sala attrezzi, attrezzi, attrezzature, macchine, macchinari, manubri, bilancieri, attrezzatura, sala
istruttore: istruttore, istruttori, istruttrice, personal trainer, trainer, allenatore, preparatore, seguito da qualcuno, personal,
    coach, insegnante, maestro, insegnanti
scheda: scheda, programma di allenamento, schede, allenamento personalizzato, esercizi da fare, programma personalizzato, scheda di
    allenamento
allenarsi: allenarsi, allenarmi, allenamento, allenamenti, allenare, fitness, ginnastica, esercizi, esercizio, sport, muoversi
piscina: piscina, piscine, nuoto, nuotare, vasca, acquagym, cuffia, nuotata
sauna: sauna, bagno turco, idromassaggio, spa, area relax, zona relax, hammam, benessere
yoga: yoga, pilates, stretching, posturale, meditazione, postura
proteico: proteico, proteici, proteine, proteica, integratore, integratori
spinning: spinning, cyclette, bici, indoor cycling, bicicletta, fit bike
crossfit: crossfit, funzionale, functional, hiit, circuito
boxe: boxe, pugilato, kickboxing, arti marziali, karate, judo, thai, kick boxing
danza: ballo, danza, zumba, ballare, balli, latino, salsa, danzare
scarpe: scarpe, abbigliamento, vestito, vestirmi, vestirsi, vestiti, tuta, indossare, come mi vesto, abiti, scarpa, indumenti,
    maglietta, abbigliarsi
affollato: affollato, affollata, affollamento, piena, pieno, gente, meno gente, ore di punta, punta, tranquilla, capienza, calca, vuota
badge: badge, tessera, tornello, braccialetto, tessera d'ingresso, tesserino, ingresso, entrata
integratori: integratore, integratori, proteine, barrette, creatina, proteine in polvere
auto: auto, automobile, automobili, macchina, macchine, vettura, veicolo, veicoli, mezzo, autovettura, autoveicolo
moto: moto, scooter, motorino, motociclo, due ruote, vespa, motociclette, motocicletta, ciclomotore
furgone: furgone, furgoni, veicolo commerciale, veicoli commerciali, pulmino, furgoncino, van, mezzo da lavoro, autocarro
camper: camper, roulotte, autocaravan
camion: camion, tir, autotreno
~mezzopesante: furgone, furgoni, camper, camion, pulmino
elettrica: elettrica, elettriche, elettrici, elettrico, macchina a batteria, auto a batteria, full electric
ibrida: ibrida, ibride, ibrido, ibridi, hybrid, plug in
ricarica: ricaricare, ricarica, ricaricate
gpl: gpl, metano, gas, bombola, bombole, impianto a gas
tagliando: tagliando, tagliandi, manutenzione, cambio olio, olio, filtri, tagliando periodico, olio e filtri, manutenzione ordinaria
revisione: revisione, revisioni, collaudo, revisionare, ministeriale, revisionata
gomme: gomme, gomma, pneumatico, pneumatici, ruote, termiche, gommista, treno di gomme, ruota, copertoni
stagionegomme: cambio gomme, cambio degli pneumatici, invernali, estive, termiche, stagionale, da neve, quattro stagioni, gomme da neve
forare: bucato, bucata, bucare, foratura, forature, forato, forata, forate, chiodo, gomma a terra, scoppiata, preso un chiodo
deposito: deposito, custodia, custodire, custodite, tenere le gomme, tenete le gomme, stoccaggio, magazzino, lasciarle da voi
freni: freni, freno, pastiglie, frenata, dischi, frena, pasticche, frenare
batteria: batteria, batterie, non parte, non si accende, avviamento, accendersi, non si avvia
carrozzeria: carrozzeria, carrozziere, ammaccatura, ammaccature, graffio, graffi, bozzo, bozza, grandine, paraurti, verniciatura,
    verniciare, botta, bozzi, graffiato, graffiata, strisciata, strisciato, riga sulla portiera
sinistro: sinistro, sinistri, incidente, incidenti, tamponamento, tamponato, tamponata, incidentata, constatazione amichevole, cid,
    perito, perizia, cessione del credito
vetri: vetro, vetri, parabrezza, cristallo, cristalli, scheggiato, vetro rotto, lunotto, finestrino, crepa
soccorso: soccorso stradale, soccorso, carro attrezzi, traino, rimorchio, trainare, in panne, fermo in strada, rimasto a piedi, ferma in
    strada, guasta per strada, recupero veicolo, rimorchiare, carroattrezzi, rimasta a piedi, rimango a piedi, restare a piedi, rimanere
    a piedi, resto a piedi
sostitutiva: sostitutiva, auto di cortesia, cortesia, auto sostitutiva, macchina sostitutiva, muletto, sostitutive, a noleggio,
    prestate, in prestito, resto a piedi, prestito, prestatemi
spia: spia, spie, cruscotto, luce accesa, accesa, lampeggia, diagnosi, centralina, elettronica, diagnosi elettronica, diagnostica, spia
    motore
ricambi: ricambio, ricambi, pezzo, pezzi, originale, originali, componenti, parti di ricambio
climatizzatoreauto: ricarica del clima, ricarica clima, aria condizionata, climatizzatore, condizionatore, non esce aria fredda, gas del
    clima, aria fredda
riparazione: riparazione, riparazioni, riparare, riparate, aggiustare, aggiustate, sistemare, sistemate, guasto, guasti, aggiusto,
    riparato, lavori, intervento, interventi, rottura, lavorazione, mettere a posto, manutenzione, assistenza meccanica
usate: usata, usate, usato, seconda mano, chilometri zero, compravendita, ritirate l'usato, permuta
rottamare: rottamare, rottamazione, demolire, demolizione, demolite
frizione: frizione, cambio automatico, trasmissione
distribuzione: distribuzione, cinghia, catena di distribuzione, cinghia di distribuzione
motore: motore, rumore, rumori, fumo, rumorino, rumore strano, fa rumore, fischio, cigolio
marmitta: marmitta, scarico, catalizzatore, filtro antiparticolato, fap, dpf, antiparticolato
ganciotraino: gancio traino, gancio
fari: fari, fanali, lampadina, luci, faro, fanale, lampadine
chiave: chiave, chiavi, telecomando, duplicare, duplicato, duplicati, doppione
lavaggioauto: lavaggio auto, lavare l'auto, lavare la macchina, lavaggio, autolavaggio, lavate, lavata, pulizia interni, interni puliti
bollo: bollo, tassa automobilistica
passaggio: passaggio di proprietà, voltura, trapasso, immatricolazione
veterinario: veterinario, veterinari, ambulatorio veterinario
sterilizzareanimale: sterilizzare, castrare, castrazione
microchip: microchip, chip, anagrafe canina, passaporto
toelettatura: toelettatura, tosare, tosatura, lavare il cane, bagnetto, tolettatura
menu: menu, carta del ristorante, piatti, cucina, piatto, menù
celiaco: celiaco, celiaci, senza glutine, glutine, celiachia
asporto: asporto, portare via, take away, da portare a casa
terrazza: terrazza, giardino, aperto, dehors, tavoli fuori, all'aperto, veranda, tavolini esterni
tavolo: tavolo, tavoli, coperti, posti a sedere
"""
