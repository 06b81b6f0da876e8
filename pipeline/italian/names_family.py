"""Surnames heard in Italy, and the particles a surname may begin with.

Read by `pipeline.italian.names`. Data only: it calls nobody and must never know how a sentence is read.
"""

from pipeline.italian.wordlists import word_set

_SURNAMES = """
abate accardi acerbi adami agnelli agosti agostini agostinelli agresti aiello airoldi alaimo albanese albano alberti albertini albini
aldrovandi aleotti alessandri alessi alfano alfieri allegri aloisi altieri amadei amadori amato ambrosi ambrosini amendola amico amodio
amoroso andreani andreoli andreotti angeli angelini angeloni anselmi antonelli antonini antonucci apicella arcuri ardito arena argenti
arnone astolfi avallone avola azzolini babini baccaro bacci baggio baldacci baldi baldini balducci balestra balestri ballarini barbato
barbera barberini barbero barbieri barbini barcellona bardi barile barone baroni barozzi bartoli bartolini bartolomei barzaghi basile
basso bassi bassani battaglia battisti battista becattini belardi bellandi bellini bello bellomo belloni bellucci belli beltrami benassi
benedetti benetti benini benvenuti berardi beretta bergamaschi bergamini bernardi bernardini bernasconi berni bernini bertelli berti
bertini bertolini bertoni bettini bevilacqua biagi biagini bianchi bianchini bianco biasi biondi bisi boccia boeri boldrini bologna
bolognesi bombieri bonacci bonanni bonaventura bonelli bonetti bonfanti bongiorno boni bonini bonomi bordoni borelli borghese borghi
borgia borrelli borri borsari boschetti boschi bosco bosi bossi bottari bova bozzi bracci brambilla branca brancati brandi braschi bravi
breda bressan briganti brivio brizzi bruni bruno brunelli brunetti brusa brusco bruzzone bucci bugatti buono buonocore buonomo buratti
busetto buzzi cabrini caccia caffi cafiero cairoli calabrese calabria calabro calderoni calvi calvo cammarata campana campanella campi
campisi canali candela cannavaro cannone cantoni capasso capelli capello capone caporale cappelletti cappelli cappello capra capuano
caputo caracciolo carbone carboni cardinale carella carini carli carlini carnevale caroli carotenuto carrara carraro caruso casadei
casagrande casale casali casati cascone caselli casini castagna castaldo castelli castellani castellano castello castiglione catalano
cattaneo cavaliere cavalli cavallo cavallaro cavallini cavazza ceccarelli cecchi cecchini celentano cella cenci ceresa cerri cerruti
cesari cesarini chiarelli chiari chiesa chirico ciani cicala ciccone cimino cinque cipolla cipriani cirillo citterio clerici clemente
coletti colella colli colleoni collina colombi colombini colombo coluccia comi como conte conti contini coppa coppola corbelli corbetta
cordero corona corradi corradini corsi corsini corti cortese corvi cosentino cossu costa costantini costantino costanzo cozza cozzi
cremonesi crespi cretella crippa crisafulli croce cucchi cuomo curti cutolo cugini dalmasso damiani dani daniele danieli davoli decaro
delfino demaria destro diana dini diodato dolce dolci donadio donati donini dondi dotti draghi ducci durante elia emanuele ercoli errico
esposito eusebi fabbri fabi fabiani fabris fabrizi facchini faggi falco falcone falconi fanelli fantini farina farinelli fasano fasoli
fava favaro fazio fazzi fedeli federici feliciani ferrante ferrara ferrari ferrarini ferraris ferrario ferraro ferraroni ferrero ferretti
ferri ferro festa fiengo filippi filippini fini finocchiaro fioravanti fiore fiorentini fiorentino fiorini fiorito florio foglia fogli
fois folli fontana fontanella forlani formica fornari forni forte forti fortunato foschi foschini foti fracassi franceschi franceschini
franchi franchini franco franzoni frasca frattini fregoni frigerio fumagalli fuoco furlan furlani fusaro fusco gabrielli gaggero gaglione
galante galasso galbiati galeazzi galimberti gallo galli gallina gallotti galletti gambino gandolfi garavaglia garbo garofalo gargiulo
garibaldi garrone gasparini gasperini gatti gatto gatta gazzola gelmini gemelli genovese gentile gentili gentilini geraci gerardi germani
gervasi ghezzi ghirardi giacalone giacobbe giacomelli giacomini gianni giannini giannone giardina giglio gigli gilardi giordano giorgetti
giorgi giovannelli giovannetti giovannini giraldi girardi giudice giuffrida giuliani giuliano giunta giusti gobbi golinelli gori gotti
grandi grandinetti granata grassi grasso grasselli gravina graziani graziano grazioli greco gregori grieco grillo grimaldi grossi grosso
gualandi gualtieri guarino guarnieri guazzi guerra guerrera guerrieri guerrini guglielmi guidetti guidi guidotti gullo iacono iacobucci
iannone iannuzzi imperato imperiale incerti infante ingrosso innocenti iodice iorio isola izzo labate lamberti lanci landi landini lanza
lanzi lapenna lattanzi laudani lauri lazzari lazzarini lazzaro leardi leggio lelli lenzi leo leonardi leone leoni leonetti lepore liberati
licata liguori lippi livi locatelli loi lollo lombardi lombardo longhi longo longobardi lorenzi lorenzini lorusso losito luciani lucchesi
lucchini luise lupi lupo luongo luzzi maccari macchi macri maffei maggi maggio maggiore magnani magri maiorano maida maino malagoli
malatesta malavasi manca mancini mancuso manetti manfredi manfredini manfrin mangano mangone mannino manna mannucci mantovani manzi manzo
manzoni marangoni marano marasco marcato marchese marchesi marchesini marchetti marchi marchini marcon marconi marcucci mariani mariano
marin marinelli marinetti marini marino marinoni mariotti marotta marra marrone marsili martella martelli martinelli martinez martini
martino martucci martorana marzano marzi marzo marzocchi masala maschio masi masiello masini masoni massa massari masserini massimi
mastroianni matarazzo mattei mattioli mattia maugeri mauri mauro mazza mazzanti mazzei mazzeo mazzi mazzini mazzocchi mazzola mazzoli
mazzoni mazzotta medici melis mele meloni menegatti menghini merli merlo messina meucci miceli micheli michelini miele migliore milani
milano milesi minelli mingardi minniti miotto miranda mirabella modica molinari molino molteni monaco monari mondini montagna montanari
montanaro montefiori montemurro monti monticelli morabito morandi morandini moras morelli moreno moretti morgante mori moriconi moro
moroni morra morrone mosca moschetti moscato motta mura muratori murgia muro mussi musso mussolini napoli napolitano nardi nardini nardone
nava navarra negri negrini negro neri nicastro nicoletti nicoli nicolini nicolosi nicolai nicosia noce nobile nobili nocera nucci nunziata
oddo oliva olivari oliveri olivieri olivo onorato orefice oriani orlandi orlandini orlando orsi orsini orso ortolani ottaviani ottolini
pace pacifico pacini padovani paganelli pagani pagano paganini paglia paladini paladino palazzo palermo palladino palma palmieri palumbo
pancaldi pandolfi pane panico pansini pantano paoletti paoli paolini paolucci papa papi pappalardo parente parenti parisi parise parodi
parrini pascale pascucci pasini pasqua pasquali pasquini passaro passarella passeri pastore pastori patanè pattaro paternoster patti pavan
pavanello pavesi pavone pedrazzini pedretti pedroni pedrotti pelizza pellegrini pellegrino pellizzari penna pepe perego perez peroni
perotti perri perrone perrotta persico pertini peruzzi pesaresi pesce pessina petrelli petri petrillo petrini petrone petrucci pezzi
piacentini piazza piazzi picariello piccinini piccoli piccolo pieri pieroni pietra pietrangeli pini pino pinna pinto piras pirovano pirri
pisani pisano pisanu pistone piva pizzi pizzo poggi poletti poli polito pollini polverini pompei pontecorvo ponti ponzi porcu porta porro
portelli pozzi prandi prati preti prestipino prete previti primavera principe priore procopio provenzano puca pucci puddu puglia puglisi
puglisi pugliese quaglia quaranta quarta quattrocchi raffa raffaelli ragusa raimondi raimondo rampini ranieri rapisarda ravelli ravasi re
reale rebecchi recchia redaelli reggiani renda renzi ricci ricciardi riccio riccardi righi righetti righini rigoni rimoldi rinaldi
ripamonti riva rizzi rizzo rizzoli rizzuto rocca rocchetti rocchi rolli romagnoli romanelli romani romano romeo roncato ronchi rondini
rondinelli rosa rosati roselli rosetti rosi rosselli rossetti rossi rossini rosso rota rotondo rovelli rovere roversi rubini rubino
ruffini ruggeri ruggiero rusconi russi russo ruta sabatini sabatino sacchetti sacchi sacco sala salerno salis salvadori salvatore salvati
salvi salvini samaritani sampietro sangalli sanna sannino sansone santagata santangelo santarelli santi santini santoni santoro santucci
saponaro saraceno saracino sarti sarto sartor sartori sartorio sasso savarese savino savoia sbarra scala scalia scalise scamarcio
scandurra scaramuzza scarano scarcella scardino scarpa scarpelli schiavi schiavo schiavone schillaci sciacca sciarra scotti scotto
sebastiani secchi segre sella semeraro senatore serafini serafino sereni serena serio serpe serra serrano sessa severi severini sforza
sgarbi siani siciliano silva silvestri silvestrini simeoni simonelli simonetti simoni simonini sinisi sirtori soldati sole solinas
sorbello sordi sorrentino sorrenti spada spadaro spadoni spagnoli spagnuolo spano speranza sperti spina spinelli spinola sportelli
squillace stabile staffa stefanelli stefani stefanini stella stracquadanio strada strano stucchi sturaro suardi surace tabacchi tagliabue
tagliaferri tagliavini tamburini tamburrini tancredi tani tarantino tartaglia tassi tassone taviani tavoni tedeschi tedesco terzi
terranova tesi tessari testa testi testoni ticozzi tiezzi tini tirelli todaro todisco tognetti tolomei tomasello tomaselli tomasi tomasini
tomei tommasi tommasini tonelli tonini torre torrente torresi torri torrisi tortora tosi toso toscano tosetti tosto trentin trevisan
trevisani tricarico tripodi troiano troisi tronchetti trovato tucci tumino tura turchi turco turrini uboldi ugolini urbani urso ursini
vaccari vacca vaccaro valente valenti valentini valentino valeri valle valli vallone valsecchi vanini vannini vannucci varriale vasile
vassallo vecchi vecchio vella venditti venezia ventura venturi venturini venuti verde verdi verga vergani verona veronese veronesi vernia
verri vescovi vezzali viale vian vianello vicari vicini vidal vidali vigano vigna vignali vignola villa villani villari vinci viola
visconti vitale vitali vitiello viti vitolo vittori vivaldi vivarelli viviani volpe volpi volpini voltolini vono vullo zaccaria zagaria
zago zambelli zambon zambrotta zamboni zamparini zampieri zanardi zanchi zanella zanelli zanetti zani zanin zanini zanni zanoni zanotti
zappa zara zazza zecchi zeni zerbini zini zito zoboli zoccoli zola zonca zoppi zorzi zucca zuccaro zucchi zuliani zunino smith muller
schmidt weber meyer popescu ionescu popa hoxha shehu kovac novak petrov ivanov nguyen chen wang zhang liu hu wu lin chang kim singh kaur
khan hossain rahman diallo ndiaye fall sow traore garcia lopez gonzalez rodriguez fernandez sanchez silva santos pereira oliveira ferreira
dupont martin bernard jones williams brown taylor johnson kowalski nowak horvat haddad mansouri benali cohen levi hernandez gomez diaz
torres ramirez flores rivera mendoza castillo
mannu lai deiana cabras orru floris usai peddis congiu marras mulas zedda atzeni ledda cherchi satta delogu pilia sechi demuru garau medda
mereu mocci muntoni onnis pau pischedda podda pusceddu scano secci soru spanu tronci uras virdis contu dessi ibba lecca maccioni nieddu
obinu oppo ortu piga pintus pitzalis porceddu puggioni saba sini sulis tuveri urru zuddas brugnaro boscolo bortolotto visentin marangon
schiavon bordin rigon cecchinato tosato zennaro baldan bergamin berton biasin boaretto bonato borsato busato callegari canova casarin
cavallin ceccato chiarello contarin dorigo fantin ferrarese frison gallinaro girotto lazzarin lorenzon lunardon maggiolo mion moretto
munari nardo pasqualotto peruzzo pilotto rampazzo rosin rossetto scapin scarpari simioni stocco tiozzo toffolo tonon tosetto turchetto
valerio vettorello zanatta zaninotto zuin iovine scognamiglio cacciapuoti improta ruocco ambrosio aprea auriemma ciccarelli iaccarino
imparato nappi pisacane raiola schiattarella sepe tramontano zambrano acampora abbagnale annunziata balzano catapano cesarano chianese
ciotola coppeta criscuolo damiano dangelo falanga fiorillo formisano guarracino iervolino maiello maresca mazzarella mennella migliaccio
mormile nocerino palomba paolillo pellino peluso perrella piscopo postiglione romaniello rosiello rusciano sarnataro scarpati sorvillo
starace tammaro troise vastola vollaro bonanno cannizzaro cascio ferlito musumeci raciti scuderi sciuto spampinato zappala arcidiacono
barresi battiato bonaccorso bruccoleri butera cali calvaruso cannata castiglia chiarenza cocuzza consoli cristaldi cusimano cutrona
ferrigno fichera galati gangemi giambrone gulino incardona indelicato inguaggiato interlandi lentini leotta maniscalco milazzo minutoli
mule ognibene palazzolo passalacqua pecoraro pennisi pulvirenti randazzo reina ruggieri saitta salemi samperi sanfilippo scaduto sciortino
scibilia siracusa spadafora tornatore tumminello urzi vinciguerra virga vitrano zingale zuccarello meroni arienti baggi balestrini
ballabio belotti bertani besana bettinelli biffi boffi bonacina bonalumi bosisio broggi caldara caprotti carminati cazzaniga cereda
cerutti cesana dossena fossati giussani gorla invernizzi lazzati lissoni longoni magni mandelli mapelli maspero minoli monguzzi oggioni
origgi panzeri parravicini passoni pirola radaelli ratti rovati sironi spreafico terraneo tornaghi trezzi vimercati audino berardo bertone
boggio bosio cagliero canavese cerrato chiapello coppo cravero fassino garelli ghibaudo giacosa giraudo giordana marengo monge novarino
olivero peirano pellerino racca revelli rovera sobrero tosello vacchetta vigliani arcangeli baldelli burroni capecchi chelli chiti ciampi
falorni fantoni fanfani frosini maggini mealli nannini nencini niccolai nuti pagni pieraccini pratesi puccini sestini soldani taddei
tanini tozzi zoli proietti cecchetti ciocca ciotti ferrazza iannucci loreti mancinelli pennacchi pierangeli proia ranucci riccioni
scarsella trinca ventriglia zaccagnini
"""

SURNAMES: frozenset[str] = word_set(_SURNAMES.replace("è", "e"))
PARTICLES: frozenset[str] = word_set(
    "de di del della dello dell dei degli degl delle da dal dalla dall d lo la li le van "
    "von der den el al ben bin abu mac mc san santa sant saint st dos das do"
)
"""Words a surname may begin with: De Luca, Di Stefano, Dell'Orto, D'Angelo, Lo Presti, La Rosa, Van Dijk, El Amrani."""
