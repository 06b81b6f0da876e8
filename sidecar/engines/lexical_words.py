"""Words that carry little or nothing of what a question is about, in the four languages.

Data alone, read by `sidecar.engines.lexical`. `STOP` words say nothing and are left out; `LIGHT` words count a little (the words of
asking, the business itself, family, numbers); `GLUE` words are skipped when a phrase is looked for. Knows no FAQ and no business.
"""

GLUE: dict[str, str] = {
    "it": """
        il lo la i gli le l un uno una a ad di da in con su per tra fra al allo alla ai agli alle all del dello della dei degli delle
        dell dal dalla dai dalle nel nello nella nei nelle nell negli sugli sul sulla sui sulle col mi ti ci vi si ne mio mia miei mie
        suo sua vostro vostra vostri vostre nostro nostra
    """,
    "en": """
        the a an to of in on at with for my your our i you we it by from is are do does
    """,
    "es": """
        el la los las un una unos unas a de del al en con por para mi mis su sus me te se nos lo le
    """,
    "pt": """
        o a os as um uma uns umas de do da dos das em no na nos nas com por para ao aos meu minha seu sua me te se
    """,
}

STOP: dict[str, str] = {
    "it": """
        parrucchiere parrucchiera e ed o od ma che chi cui se non è sono sei siete siamo sia era erano essere stato stata stati c ce cè
        ho hai ha abbiamo avete hanno avere aver avuto avessi avrei avrebbe avremmo avendo posso puoi può possiamo potete possono potrei
        potrebbe potrebbero potreste potremmo potere poter voglio vuole vogliamo volete vorrei vorremmo volevo volevamo vorrebbe devo
        deve dobbiamo dovete devono dovrei dovrebbe dover dovere bisogna occorre faccio fa fate fanno fare far facciamo fatto fatta fai
        farei farete farebbe farmi farlo farla mentre appena quindi comunque almeno invece nemmeno neanche sennò altrimenti riesco
        riesce riuscite fosse foste sarebbe sarete sarà saranno sta sto state stanno stavo viene vengono allora dunque insomma ecco
        anche pure però perché poiché dopo prima poi già ancora adesso ora mai sempre solo soltanto più meno molto molta molti molte
        tanto tanta tanti tante troppo troppa troppi poca pochi poche poco po proprio davvero circa tipo magari forse eventualmente
        gentilmente cortesemente scusi scusa scusate salve buongiorno buonasera buonanotte buondì ciao pronto senta senti sentite grazie
        prego favore piacere cortesia per io tu lui lei noi voi loro me te sé mi lo li la glielo gliela ve questo questa questi queste
        quello quella quelli quelle quell quel quei quegli quale quali qual qualche qualcosa qualcuno alcuni alcune ogni tutto tutta
        tutti tutte altro altra altri altre stesso stessa cosa cos come così qui qua lì là ci dentro eh ah oh mah boh beh sì no ok okay
        va bene niente nulla nessun nessuno nessuna uno due senza entro presso verso oltre secondo durante anzi cioè ossia tale quanto
        quanta quanti quante quando dove dov com quant cerco cercavo cerchiamo esiste esistono c'è risulta risultano parte caso modo
        momento generalmente solitamente normalmente solito sapete so sa sapere sapermi dirmi dire dica dite dici chiedere chiedo
        chiedevo chiederle chiedervi domanda domandare domandavo informazione informazioni info curiosità sapessi volendo visto dato
        data possibile possibilità necessario obbligatorio consigliabile bisogno serve servono servirebbe mio mia miei mie suo sua suoi
        sue vostro vostra vostri vostre nostro
    """,
    "en": """
        and or but that who which if not am was were be been being have has had having can could may might must shall should will would
        did doing done what when where why how this these those there here me us them they he she him her its as so than then too very
        just about any some all no yes please hi hello good morning evening thanks thank sorry excuse like want need know tell ask get
        got m s t d re ve ll also into out up down one ones possible
    """,
    "es": """
        y e o u que quien cual si no es son soy eres somos ser estar está están estoy hay ha he han haber tener tengo tiene tienen
        tenéis puedo puede pueden podría poder quiero quisiera querría debo debe hacer hace hacen hacéis qué quién cuál cómo cuándo
        dónde cuánto cuánta esto esta este estos estas eso esa ese ahí aquí allí muy más menos también pero porque pues como cuando
        donde yo tú usted ustedes vosotros nosotros ellos hola buenos buenas días tardes gracias por favor saber decirme disculpe perdón
        sí algo alguna algún alguno todo toda todos todas ya les os
    """,
    "pt": """
        e ou que quem qual se não é são sou ser estar está estão há haver ter tenho tem têm posso pode podem poderia poder quero queria
        gostaria devo deve fazer faz fazem o quê como quando onde quanto quanta isto esta este estes estas isso essa esse aí aqui ali
        muito mais menos também mas porque pois eu tu você vocês nós eles olá bom boa dia tarde noite obrigado obrigada favor saber
        dizer desculpe sim algo alguma algum tudo toda todos todas já lhe vos
    """,
}

LIGHT: dict[str, str] = {
    "it": """
        entrare entra entrano metodo metodi modalità politica regole regolamento condizioni via paziente pazienti venite viene venuto
        venuta usi usano usiamo usato tenete tiene tengono andate vai vanno dite negozio salone studio centro palestra officina
        struttura locale ambulatorio attività clinica sede persona persone gente cliente clienti volta volte giorno giorni giornata
        settimana settimane oggi domani mattina mattino pomeriggio sera base fine inizio nuovo nuova nuovi nuove vecchio solita portare
        porto portarmi porta prendere prendo prende venire vengo arrivare andare vado lasciare lascio usare uso utilizzare tenere tengo
        mettere metto trovare trovo trova trovate funziona funzionano funzionare consigliate consiglio consigliare offrite offrire
        proponete disponibile disponibili disponibilità prevede prevedete previsto prevista prevedono comporta rispetto subito presto
        bene meglio utile importante grande piccolo piccola certo vero servizio servizi mattine pomeriggi sere notte mese mesi anno anni
        minuto minuti ora ore quarto mezza mezzo mezzora paio uno due tre quattro cinque sei sette otto nove dieci venti trenta cento
        mille primo prima secondo marito moglie fratello sorella padre madre mamma papà nonno nonna zio zia cugino cugina suocera
        suocero genitore genitori parente parenti famiglia familiare compagno compagna parrucchiere parrucchiera meccanico estetista
        receptionist segreteria reception vedere vedermi vedo guardare guardate guardato dare darmi dareste pensare pensate penso
        cominciare comincio iniziare partire tornare torno stare rimanere rimango restare resto fornire fornite rilasciare rilasciate
        montare montate eseguire eseguite effettuare organizzare organizzate sentirmi parlare parlo sistema soluzione situazione motivo
        maniera tema tipologia tipologie genere sorta roba faccenda parola dico vivere abitare abito conoscere conosco credo lavorare
        lavoro lavorate lavora assistenza posto posti avvenire ottenere ottengo cortese grave strano davanti dietro fuori sopra sotto
        vicino dintorni comodo comoda sufficiente adatto adatta serio normale solitamente spesso raramente ultimo ultima ultimi scorso
        scorsa prossimo prossima stamattina stasera ieri domattina stanotte appena ormai servirmi aiutare aiutarmi aiuto capire capito
        sentire date ricevere passare passo passa succede capita accade riesco riuscite riesce riuscire permesso permettete ammessi
        ammesso accettate consentito concesso gestite gestire svolgete effettuate occupate occuparvi seguite problema problemi
    """,
    "en": """
        shop salon studio center centre gym garage place people person day days week today tomorrow use take bring come go offer
        available allowed accept work works
    """,
    "es": """
        tienda salón estudio centro gimnasio taller local persona personas día semana hoy mañana usar llevar traer venir ir ofrecen
        disponible aceptan permiten
    """,
    "pt": """
        loja salão estúdio centro ginásio oficina local pessoa pessoas semana hoje amanhã usar levar trazer vir ir oferecem disponível
        aceitam permitem
    """,
}

ASKING: dict[str, dict[str, str]] = {
    "it": {
        "quando": "qtempo",
        "dove": "qluogo",
        "dov": "qluogo",
        "chi": "qchi",
        "quanto": "qquanto",
        "quant": "qquanto",
        "quanti": "qnumero",
        "quante": "qnumero",
    },
    "en": {"many": "qnumero", "when": "qtempo", "where": "qluogo", "who": "qchi"},
    "es": {"cuántos": "qnumero", "cuántas": "qnumero", "cuándo": "qtempo", "dónde": "qluogo", "quién": "qchi"},
    "pt": {"quantos": "qnumero", "quantas": "qnumero", "quando": "qtempo", "onde": "qluogo", "quem": "qchi"},
}
"""Question words: they count a little, as what kind of answer is wanted."""

_KINDS = """
    zzgratis zzpreventivo zzprezzo zzsconto | zzdurata | zzfrequenza | zzeta | xxqnumero | zzindirizzo | zzmezzi | zzorari zzpausa |
    zzappuntamento zzdisdire zzsenzaappuntamento zzspostare | zzdisdire zzrecedere | zzspostare | zzsospendere | zzcedere |
    zzsenzaappuntamento | zzacconto zzcarta zzcontanti zzgratis zzpagare zzprezzo zzrate | zzrate | zzconvenzione zzsconto |
    zzrimborso | zzfattura | zzscadenza | zzdolore | zzsicuro | zzgravidanza | zzallergia | zzgaranzia | zzritardo | zzattesa |
    zzassenza zzsmarrito | zzcomprare | zznoleggiare | zzdelega zzritirare | zzdocumenti | zzcibo zzdigiuno | zzdeposito | zzlavoro
    | zzscegliere | zzurgenza | zzregalo | zzprova | zzdomicilio | zzfumare | zzaltri | zzurine | zzbambini | zzanziani | zzstudenti
    | zzdisabili | zzuomo | zzdonna | zzaltri zzospite | zzconseguenza | zzvtogliere | zzfunzione | zzmarca | zzsposa | zzonline |
    zzemail zzmessaggio | zztelefono | zzlingua | zzcompreso
"""

FACETS: tuple[frozenset[str], ...] = tuple(frozenset(group.split()) for group in _KINDS.split("|"))
"""What is wanted of a thing: an entry about the same thing that tells something else of it is a neighbour, not an answer."""
