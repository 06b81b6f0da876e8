"""Given names heard in Italy, with the gender Italians take them for.

Read by `pipeline.italian.names`. Data only: it calls nobody and must never know how a sentence is read. The list helps to tell a
given name from a surname; a name that is not on it is still a name when the sentence says so.
"""

from pipeline.italian.wordlists import word_set

_FEMALE = """
ada addolorata adele adelaide adelina adriana agata agnese agostina aida alba alberta alessandra alessia alice alida alina alma amalia
amanda ambra amelia amina ana anastasia andreina angela angelica angelina anita anna annabella annalisa annamaria annarita annunziata
antonella antonia antonietta antonina arianna armida asia assunta assia aurelia aurora azzurra barbara bartolomea beatrice benedetta
bernadette berta betta bianca bice bruna brunella camilla candida carla carlotta carmela carmelina carmen carolina caterina catia cecilia
celeste celestina cesira chiara cinzia clara clarissa claudia clelia clementina clotilde concetta consolata consuelo cora cornelia cosima
costanza cristiana cristina dafne daisy dalia dalila daniela daria debora deborah delia demetra denise desdemona desiree diana diletta
dina dolores domenica domitilla donata donatella dora dorina dorotea edda edith edoarda edvige egle elda elena eleonora elettra elga
eliana elide elisa elisabetta elodia eloisa elsa elvira emanuela emilia emiliana emma enrica enza erica erika ermelinda ermina ernesta
ersilia esmeralda ester esterina eufemia eugenia eva evelina fabiana fabiola fabrizia fatima federica felicia fernanda fiammetta filomena
fiorella fiorenza flaminia flavia flora floriana fortunata franca francesca fulvia gabriella gaia gelsomina gemma genoveffa gerarda
germana gertrude ghita giacinta giacoma giada giancarla gilda gina ginevra gioconda gioia giordana giorgia giovanna giovannina gisella
giuditta giulia giuliana giulietta giuseppa giuseppina giusi giusy glenda gloria grazia graziella greta guenda guendalina helena ida
ilaria ilda ileana ilenia imma immacolata ines iolanda irene irina iris irma isabella isotta italia itala ivana ivonne jasmine jennifer
jessica jolanda karen karin katia katiuscia kelly ketty laila lara laura lavinia lea leila lella lena leonarda leonilda leonora letizia
lia licia lida lidia liana lilia liliana lilla lina linda lisa lisetta livia liviana loana loredana lorella lorena lorenza loretta lory
luana luce lucia luciana lucilla lucrezia ludovica luigia luigina luisa luisella maddalena mafalda magda maida manila manola manuela mara
marcella margherita maria mariagrazia marialuisa mariangela marianna mariarosa maricla mariella marilena marilisa marina marinella marisa
marisol maristella marta martina maruska marzia marzena matilde maura melania melinda melissa mercedes michela michelina micol milena
milva mimma minerva miranda mirella miria miriam mirta mirtilla moira monia monica morena morgana nadia natalia natalina natascia nella
nerina neva nicla nicole nicoletta nilde nina nives noemi nora norma nuccia nunzia odette ofelia olga olimpia olivia ombretta ondina
oriana orietta ornella orsola ortensia ottavia palmira paloma pamela paola paolina pasqualina patrizia petra pia pierangela piera pierina
pina priscilla provvidenza quirina rachele raffaella ramona rebecca regina renata ria rina rita roberta romana romina rosa rosalba rosalia
rosalinda rosamaria rosanna rosaria rosella rosetta rosina rosita rosy rossana rossella ruth sabina sabrina samanta samantha samira
samuela sandra santa santina sara sarah savina sebastiana selene selma selvaggia serafina serena sharon sheila silvana silvia simona
simonetta sofia sole solange sonia soraya stefania stella stellina susanna susy svetlana swami tamara tania tatiana tea telma teresa
teresina teresita terry tina tiziana tommasa tonia tosca tullia ursula valentina valeria vanda vanessa vanna velia vera veridiana veronica
viola violante violetta virginia vita vitalba vitalia vittoria vittorina viviana vivien wanda wilma xenia yara yasmine ylenia yvonne zaira
zelda zita zoe aicha aisha alejandra alexandra alina amal andreea bogdana camelia carmina cosmina daniella dominique elizabeth elona emily
fatma gabriela halyna hanna hilary ioana irena iulia ivanka iryna jacqueline jana jane joanna julia justyna karina katarzyna kate khadija
klaudia ksenia larisa layla leyla liliya lucy ludmila luz magdalena malika mary mei mihaela ming mirela nadiya naima natalya natasha
oksana olena olha paula raluca rania roxana salma sandrine sanja selin shirley simone sophie stephanie tetyana uliana valentyna victoria
viorica xiu yana ying yulia zahra zuzana
"""

_MALE = """
abele abramo achille adalberto adamo adelmo adolfo adone adriano agostino aimone alan alarico alberico alberto albino alceste aldo
alessandro alessio alex alfio alfonso alfredo alvaro alvise amato ambrogio amedeo amerigo amilcare anacleto anastasio andrea angelo
aniello anselmo antimo antonello antonino antonio arcangelo aristide armando arnaldo arrigo arturo attilio augusto aurelio bartolomeo
basilio bastiano battista beniamino benito benedetto berardo bernardo biagio boris brando brenno bruno calogero camillo carlo carmelo
carmine cataldo celestino cesare christian ciro claudio clemente corrado cosimo costantino costanzo cristiano cristoforo damiano daniele
dante dario davide davis demetrio desiderio diego dino domenico donato duccio duilio edmondo edoardo efisio egidio egisto elia eligio elio
eliseo elmo elvio elvis emanuele emidio emiliano emilio ennio enrico enzo eraldo ercole ermanno ermenegildo ermes ernesto eros ettore
eugenio eustachio evaristo ezechiele ezio fabiano fabio fabrizio faliero fausto fedele federico felice ferdinando fernando ferruccio
filiberto filippo fiorello fiorenzo flaminio flaviano flavio folco fortunato francesco franco fulvio furio gabriele gaetano galileo
gaspare gastone gaudenzio gavino gennaro gerardo geremia germano gerolamo gervasio giacinto giacomo giambattista giampaolo giampiero gian
giancarlo gianfranco gianluca gianluigi gianmarco gianmaria gianni gianpaolo gianpiero gigi gildo gilberto gino gioacchino gioele giordano
giorgio giosue giovanni giuliano giulio giuseppe glauco goffredo graziano gregorio gualtiero guerrino guglielmo guido iacopo ignazio igor
ilario ildo innocenzo ippolito isacco isidoro italo ivan ivano ivo jacopo jody jonathan kevin ladislao lamberto lanfranco lapo lazzaro
leandro leo leonardo leonida leopoldo liberato libero liborio lino livio lodovico loris lorenzo luca luciano lucio ludovico luigi luigino
manfredi manfredo manlio manrico manuel manuele marcello marco mariano marino mario marzio massimiliano massimo matteo mattia maurilio
maurizio mauro melchiorre michael michelangelo michele mimmo mino mirco mirko modesto moreno morgan moreno nando narciso natale natalino
nazareno nazario nello nereo nestore nevio niccolo nico nicola nicolo nicodemo nino noe norberto nunzio oddone odoardo olindo oliviero
omar omero onofrio orazio oreste orfeo orlando ornello oronzo oscar osvaldo ottaviano ottavio ottone otello pablo palmiro paolo paride
pasquale pasqualino patrizio pellegrino peppe peppino pericle pierangelo pierfrancesco piergiorgio pierluigi piero pierpaolo pietro pino
pio placido pompeo primo prospero quintino quinto quirino raffaele raimondo ranieri raoul raul remigio remo renato renzo riccardo rinaldo
rino roberto rocco rodolfo rolando romano romeo romolo romualdo rosario rossano ruben rubens rudy ruggero ruggiero sabatino sabino
salvatore salvo samuel samuele sandrino sandro sante santino santo saul saverio savino sebastiano secondo serafino sergio settimio settimo
severino sigfrido silvano silverio silvestro silvio simeone simone siro stanislao stefano tancredi tarcisio teo teodoro teofilo thomas
timoteo tino tito tiziano tobia tommaso tonino tonio toni toto tristano tullio turi ubaldo uberto ugo ulderico ulisse umberto urbano
valentino valerio vasco venanzio vezio vico vincenzo vinicio virgilio virginio vitaliano vito vittore vittorino vittorio vladimiro walter
william willy zaccaria zeno abdel abdul adam adil adrian ahmed ahmet alain albert alejandro alexander alexandru ali alin amir andrei
andres andrii anton antoine arben arthur artur ben bilal bogdan carlos charles christopher ciprian cristian dan daniel david dennis denis
dimitri dmytro dorian dragan edward emil enea eric erik ervin fabian fatmir felipe florian florin francois frank gabriel george georg
gheorghe hamid hans hassan henry hiroshi hussein ibrahim igli ilie ion ionut ivica jack james jan javier jean jens jerome jesus jim joao
joel john jorge jose joseph josip juan jurgen karim karl klaus krzysztof kurt lars laszlo leon li liam lorik louis luan lucas luis lukas
maksim marek marian marius mark martin marvin max mehdi mehmet mihai mike milan miguel mohamed mohammed muhammad mustafa nabil nicolae
nicolas nik oleg oleksandr oliver pedro peter petru philip pierre piotr rachid radu rafael rashid razvan richard robert roman ryan said
sami samir sasha sean sebastian serhii sergiu stefan stelian steven tarek thiago tom tomas tomasz tony valeriu vasile victor viktor vlad
volodymyr wei wolfgang xavier yassine youssef yuri yusuf zoltan bepi beppe bepin nane gigio gigetto checco ciccio peppuccio mimi tonio pippo
"""

_BOTH = frozenset({"andrea", "celeste", "sasha", "simone", "andrei", "ming", "li", "mei", "natale"})
FEMALE: frozenset[str] = word_set(_FEMALE)
MALE: frozenset[str] = word_set(_MALE)
GIVEN: frozenset[str] = FEMALE | MALE


def gender_of(nome: str) -> str | None:
    """M or F as Italians take the name, None when it is unknown or goes for both."""
    if nome in _BOTH or nome not in GIVEN:
        return None
    return "F" if nome in FEMALE else "M"


FOND = ("uccia", "uccio", "uzza", "uzzo")
_SMALL = ("ina", "ino", "etta", "etto", "ella", "ello", "ittu", "uzzu")


def is_given(nome: str) -> bool:
    """Whether a folded word is a given name: listed, or the fond form of one ("Mariuccia", "Pinuccia", "Annina")."""
    if nome in GIVEN:
        return True
    if len(nome) < 6:
        return False
    fond = next((ending for ending in FOND if nome.endswith(ending)), "")
    if fond:
        base = nome[: -len(fond)]
        return base in _SHORTENED or any(f"{base}{last}" in GIVEN for last in ("a", "o", "e", "ia", "io", ""))
    size = next((len(ending) for ending in _SMALL if nome.endswith(ending)), 0)
    return bool(size) and any(f"{nome[:-size]}{last}" in GIVEN for last in ("a", "o", "e", "ia", "io"))


_SHORTENED = frozenset({
    "pin", "tin", "nin", "min", "lin", "rin", "gin", "mar", "cicc", "peppin", "tot", "tan", "ninn", "mim", "zin", "car", "cat",
})  # fmt: skip
