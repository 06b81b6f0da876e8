"""Everything the knowledge room says by itself, in the four languages: the one place for its wording.

Read by `values`, `formatter` and the calling functions. Calls nothing. `{name}` marks a slot that `draft` fills with data which is
never read again; `[TOKEN]` is resolved by the formatter. Italian addresses the caller with Lei. Columns: it, en, es, pt.
"""

from pipeline.foreign.languages import LANGUAGES, Language

_COLUMNS = {language: column for column, language in enumerate(LANGUAGES)}

TEXTS: dict[str, tuple[str, str, str, str]] = {
    # courtesy messages, where a token has no data (token specification, "Messaggi di cortesia")
    "no_categories": (
        "Al momento non abbiamo categorie disponibili 🙏", "We have no categories available at the moment 🙏",
        "En este momento no tenemos categorías disponibles 🙏", "No momento não temos categorias disponíveis 🙏"),
    "no_services": (
        "Al momento non abbiamo servizi disponibili 🙏", "We have no services available at the moment 🙏",
        "En este momento no tenemos servicios disponibles 🙏", "No momento não temos serviços disponíveis 🙏"),
    "no_products": (
        "Al momento non abbiamo prodotti disponibili 🙏", "We have no products available at the moment 🙏",
        "En este momento no tenemos productos disponibles 🙏", "No momento não temos produtos disponíveis 🙏"),
    "no_discount": (
        "Nessuno sconto attivo al momento 🙏", "No discount active at the moment 🙏",
        "Ningún descuento activo en este momento 🙏", "Nenhum desconto ativo no momento 🙏"),
    "no_link": (
        "Link non disponibile al momento 🙏", "Link not available at the moment 🙏",
        "Enlace no disponible en este momento 🙏", "Link não disponível no momento 🙏"),
    # small words
    "and": ("e", "and", "y", "e"),
    "others": ("e altri {n}", "and {n} more", "y otros {n}", "e mais {n}"),
    "at_price": ("{name} a {price}", "{name} at {price}", "{name} a {price}", "{name} a {price}"),
    "link_aloud": (
        "il link che trova nel messaggio scritto", "the link you find in the written message",
        "el enlace que encuentra en el mensaje escrito", "o link que está na mensagem escrita"),
    "range": ("dalle {a} alle {b}", "from {a} to {b}", "de {a} a {b}", "das {a} às {b}"),
    "closed": ("chiuso", "closed", "cerrado", "fechado"),
    "days_range": ("da {a} a {b}", "{a} to {b}", "de {a} a {b}", "de {a} a {b}"),
    # opening hours
    "hours_week": ("Ecco i nostri orari: {rows}", "Here are our opening hours: {rows}", "Este es nuestro horario: {rows}",
                   "Este é o nosso horário: {rows}"),
    "hours_day": ("{day} siamo aperti {ranges}.", "{day} we are open {ranges}.", "{day} estamos abiertos {ranges}.",
                  "{day} estamos abertos {ranges}."),
    "hours_day_closed": ("{day} siamo chiusi.", "{day} we are closed.", "{day} estamos cerrados.", "{day} estamos fechados."),
    "hours_holiday": ("{day} siamo chiusi: {holiday}.", "{day} we are closed: {holiday}.", "{day} estamos cerrados: {holiday}.",
                      "{day} estamos fechados: {holiday}."),
    "hours_now": ("In questo momento siamo aperti, fino alle {time}.", "We are open right now, until {time}.",
                  "Ahora mismo estamos abiertos, hasta las {time}.", "Neste momento estamos abertos, até as {time}."),
    "hours_now_closed": ("In questo momento siamo chiusi.", "We are closed right now.", "Ahora mismo estamos cerrados.",
                         "Neste momento estamos fechados."),
    "person_hours": ("{day} {person} lavora {ranges}.", "{day} {person} works {ranges}.", "{day} {person} trabaja {ranges}.",
                     "{day} {person} trabalha {ranges}."),
    "person_away": ("{day} {person} non c'è.", "{day} {person} is not in.", "{day} {person} no está.", "{day} {person} não está."),
    "person_week": ("Ecco gli orari di {person}: {rows}", "These are {person}'s hours: {rows}", "Este es el horario de {person}: {rows}",
                    "Este é o horário de {person}: {rows}"),
    "holidays": ("I prossimi giorni di chiusura per festività: {rows}", "Our next closing days for holidays: {rows}",
                 "Los próximos días de cierre por festivo: {rows}", "Os próximos dias de fechamento por feriado: {rows}"),
    "no_holidays": ("Non risultano chiusure per festività nei prossimi mesi.", "No holiday closures are listed for the coming months.",
                    "No constan cierres por festivo en los próximos meses.", "Não constam fechamentos por feriado nos próximos meses."),
    # services, prices, people
    "categories": ("Abbiamo le seguenti categorie: [LIST_CATEGORIES]", "We have the following categories: [LIST_CATEGORIES]",
                   "Tenemos las siguientes categorías: [LIST_CATEGORIES]", "Temos as seguintes categorias: [LIST_CATEGORIES]"),
    "services": ("Offriamo i seguenti servizi: [LIST_SERVICES]", "We offer the following services: [LIST_SERVICES]",
                 "Ofrecemos los siguientes servicios: [LIST_SERVICES]", "Oferecemos os seguintes serviços: [LIST_SERVICES]"),
    "products": ("Abbiamo i seguenti prodotti: [LIST_PRODUCTS]", "We have the following products: [LIST_PRODUCTS]",
                 "Tenemos los siguientes productos: [LIST_PRODUCTS]", "Temos os seguintes produtos: [LIST_PRODUCTS]"),
    "products_priced": ("Ecco i prodotti con i prezzi: [LIST_ALL_PRODUCTS]", "Here are the products with their prices: "
                        "[LIST_ALL_PRODUCTS]",
                        "Estos son los productos con sus precios: [LIST_ALL_PRODUCTS]",
                        "Estes são os produtos com os preços: [LIST_ALL_PRODUCTS]"),
    "prices": ("Ecco i nostri prezzi: {rows}", "Here are our prices: {rows}", "Estos son nuestros precios: {rows}",
               "Estes são os nossos preços: {rows}"),
    "each": ("{rows}.", "{rows}.", "{rows}.", "{rows}."),
    "unstated": ("senza prezzo indicato", "with no price listed", "sin precio indicado", "sem preço indicado"),
    "price": ("*{name}*: {price}.", "*{name}*: {price}.", "*{name}*: {price}.", "*{name}*: {price}."),
    "price_unknown": ("Per *{name}* non è indicato un prezzo.", "No price is listed for *{name}*.",
                      "Para *{name}* no figura ningún precio.", "Para *{name}* não há um preço indicado."),
    "price_range": ("I prezzi vanno da {low} a {high}, secondo il servizio.",
                    "Prices range from {low} to {high}, depending on the service.",
                    "Los precios van de {low} a {high}, según el servicio.",
                    "Os preços vão de {low} a {high}, conforme o serviço."),
    "durations": ("Ecco le durate: {rows}", "Here is how long they take: {rows}", "Estas son las duraciones: {rows}",
                  "Estas são as durações: {rows}"),
    "duration": ("*{name}*: {n} minuti.", "*{name}*: {n} minutes.", "*{name}*: {n} minutos.", "*{name}*: {n} minutos."),
    "minutes": ("{n} minuti", "{n} minutes", "{n} minutos", "{n} minutos"),
    "offered": ("Sì, tra i nostri servizi c'è *{name}*.", "Yes, *{name}* is one of our services.",
                "Sí, entre nuestros servicios está *{name}*.", "Sim, entre os nossos serviços está *{name}*."),
    "offered_many": (
        "Sì, tra i nostri servizi ci sono: {names}.",
        "Yes, among our services there are: {names}.",
        "Sí, entre nuestros servicios están: {names}.",
        "Sim, entre os nossos serviços estão: {names}.",
    ),
    "who_does": ("Per *{name}*: {people}.", "For *{name}*: {people}.", "Para *{name}*: {people}.", "Para *{name}*: {people}."),
    "who_does_none": ("Al momento nessuno si occupa di *{name}*.", "Nobody does *{name}* at the moment.",
                      "En este momento nadie se ocupa de *{name}*.", "No momento ninguém se ocupa de *{name}*."),
    "person_does": ("{person} si occupa di: {names}.", "{person} does: {names}.", "{person} se ocupa de: {names}.",
                    "{person} se ocupa de: {names}."),
    "person_does_yes": ("Sì, {person} si occupa di *{name}*.", "Yes, {person} does *{name}*.", "Sí, {person} se ocupa de *{name}*.",
                        "Sim, {person} se ocupa de *{name}*."),
    "person_does_no": ("No, {person} non si occupa di *{name}*.", "No, {person} does not do *{name}*.",
                       "No, {person} no se ocupa de *{name}*.", "Não, {person} não se ocupa de *{name}*."),
    "people": ("Lavorano con noi: {people}.", "These people work with us: {people}.", "Trabajan con nosotros: {people}.",
               "Trabalham conosco: {people}."),
    "discount": ("Il Suo sconto attuale: [USER_DISCOUNT]", "Your current discount: [USER_DISCOUNT]", "Su descuento actual: "
                        "[USER_DISCOUNT]",
                 "O seu desconto atual: [USER_DISCOUNT]"),
    "discount_none": ("[USER_DISCOUNT]", "[USER_DISCOUNT]", "[USER_DISCOUNT]", "[USER_DISCOUNT]"),
    # one's own things
    "own_next": ("Ha un appuntamento {day} alle {time}, {what}.", "You have an appointment on {day} at {time}, {what}.",
                 "Tiene una cita el {day} a las {time}, {what}.", "Tem uma marcação para {day} às {time}, {what}."),
    "own_list": ("I Suoi prossimi appuntamenti: {rows}", "Your next appointments: {rows}", "Sus próximas citas: {rows}",
                 "As suas próximas marcações: {rows}"),
    "own_none": ("Non risultano prossimi appuntamenti a Suo nome.", "There are no upcoming appointments in your name.",
                 "No constan próximas citas a su nombre.", "Não constam próximas marcações em seu nome."),
    "what_with": ("{what} con {person}", "{what} with {person}", "{what} con {person}", "{what} com {person}"),
    "row_at": ("{day} alle {time}, {what}", "{day} at {time}, {what}", "{day} a las {time}, {what}", "{day} às {time}, {what}"),
    "identity": ("Per questo devo prima sapere con chi parlo: mi dice nome e cognome?",
                 "For that I first need to know who I am speaking to: may I have your first name and surname?",
                 "Para eso primero necesito saber con quién hablo: ¿me dice su nombre y apellido?",
                 "Para isso preciso primeiro saber com quem falo: pode me dizer o seu nome e sobrenome?"),
    "cart_added": ("Ho messo da parte per Lei *{name}*, quantità {n}.", "I have put aside *{name}* for you, quantity {n}.",
                   "He apartado para usted *{name}*, cantidad {n}.", "Separei para si *{name}*, quantidade {n}."),
    "cart_dropped": ("Ho tolto *{name}* da ciò che era messo da parte.", "I have removed *{name}* from what was put aside.",
                     "He quitado *{name}* de lo apartado.", "Retirei *{name}* do que estava separado."),
    "cart_absent": ("*{name}* non era messo da parte.", "*{name}* was not put aside.", "*{name}* no estaba apartado.",
                    "*{name}* não estava separado."),
    "cart_list": ("Ha messo da parte: {rows}", "You have put aside: {rows}", "Tiene apartado: {rows}", "Tem separado: {rows}"),
    "cart_empty": ("Non ha nulla messo da parte.", "You have nothing put aside.", "No tiene nada apartado.", "Não tem nada separado."),
    "cart_which": ("Quale intende? {rows}", "Which one do you mean? {rows}", "¿Cuál de estos? {rows}", "Qual deles? {rows}"),
    "cart_unknown": ("Non trovo questo prodotto tra quelli disponibili.", "I cannot find that product among those available.",
                     "No encuentro ese producto entre los disponibles.", "Não encontro esse produto entre os disponíveis."),
    "quantity": ("{name}, quantità {n}", "{name}, quantity {n}", "{name}, cantidad {n}", "{name}, quantidade {n}"),
    "link": ("Ecco il link: {link}", "Here is the link: {link}", "Este es el enlace: {link}", "Este é o link: {link}"),
    "link_minutes": ("Il link è valido ancora per {n} minuti.", "The link is valid for another {n} minutes.",
                     "El enlace es válido durante {n} minutos más.", "O link é válido por mais {n} minutos."),
    "link_minute": ("Il link è valido ancora per un minuto.", "The link is valid for another minute.",
                    "El enlace es válido durante un minuto más.", "O link é válido por mais um minuto."),
    "address": ("Ci trova qui: {address}.", "You can find us here: {address}.", "Nos encuentra aquí: {address}.",
                "Encontra-nos aqui: {address}."),
    "phone": ("Il nostro numero di telefono è {phone}.", "Our telephone number: {phone}.", "Nuestro número de teléfono: {phone}.",
              "O nosso número de telefone: {phone}."),
    # what is not known, and talk about the assistant itself
    "unknown": ("Mi dispiace, questo non lo so. Ho annotato la domanda per chi gestisce l'attività.",
                "I am sorry, that I do not know. I have noted the question for the owner.",
                "Lo siento, eso no lo sé. He anotado la pregunta para el responsable.",
                "Lamento, isso eu não sei. Anotei a pergunta para o responsável."),
    "nothing_known": ("Non ho informazioni disponibili su questo argomento.", "I have no information available on this subject.",
                      "No tengo información disponible sobre este tema.", "Não tenho informações disponíveis sobre este assunto."),
    "data_down": ("In questo momento non riesco a leggere i dati. Può riprovare tra qualche minuto.",
                  "I cannot read the data right now. Please try again in a few minutes.",
                  "En este momento no puedo leer los datos. Puede volver a intentarlo en unos minutos.",
                  "Neste momento não consigo ler os dados. Pode tentar de novo em alguns minutos."),
    "who_am_i": ("Sono l'assistente vocale automatica di {business}. Posso prenotare, spostare o disdire appuntamenti e dare "
                 "informazioni.",
                 "I am the automatic voice assistant of {business}. I can book, move or cancel appointments and give information.",
                 "Soy la asistente de voz automática de {business}. Puedo reservar, cambiar o cancelar citas y dar información.",
                 "Sou a assistente de voz automática de {business}. Posso marcar, mudar ou cancelar marcações e dar informações."),
    "house_yes": ("Sì, qui è {business}.", "Yes, this is {business}.", "Sí, esto es {business}.", "Sim, aqui é {business}."),
    "house_no": ("No, qui è {business}.", "No, this is {business}.", "No, esto es {business}.", "Não, aqui é {business}."),
    "house_here": ("Qui risponde {business}.", "You have reached {business}.", "Ha llamado a {business}.", "Ligou para {business}."),
    "how_are_you": ("Bene, grazie.", "I am well, thank you.", "Bien, gracias.", "Bem, obrigada."),
    "thanks": ("Prego, è un piacere.", "You are welcome.", "De nada, es un placer.", "De nada, é um prazer."),
    "greeting": ("Buongiorno, come posso aiutarLa?", "Hello, how can I help you?", "Hola, ¿en qué puedo ayudarle?", "Olá, como "
                        "posso ajudar?"),
    "help": ("Posso prenotare, spostare o disdire un appuntamento e rispondere su orari, servizi e prezzi. Se preferisce, può "
             "chiedere di "
             "parlare con una persona.",
             "I can book, move or cancel an appointment and answer questions on opening hours, services and prices. If you "
             "prefer, you can "
             "ask to speak to a person.",
             "Puedo reservar, cambiar o cancelar una cita y responder sobre horarios, servicios y precios. Si lo prefiere, puede pedir "
             "hablar con una persona.",
             "Posso marcar, mudar ou cancelar uma marcação e responder sobre horários, serviços e preços. Se preferir, pode pedir para "
             "falar com uma pessoa."),
    "not_offered": ("Tra i servizi in elenco non trovo {name}.", "I cannot find {name} among the listed services.",
                    "Entre los servicios de la lista no encuentro {name}.", "Entre os serviços da lista não encontro {name}."),
    "not_offered_one": ("Tra i servizi in elenco non trovo {name}; c'è {near}.",
                        "I cannot find {name} among the listed services; there is {near}.",
                        "Entre los servicios de la lista no encuentro {name}; está {near}.",
                        "Entre os serviços da lista não encontro {name}; há {near}."),
    "not_offered_many": ("Tra i servizi in elenco non trovo {name}; ci sono {near}.",
                         "I cannot find {name} among the listed services; there are {near}.",
                         "Entre los servicios de la lista no encuentro {name}; están {near}.",
                         "Entre os serviços da lista não encontro {name}; há {near}."),
}  # fmt: skip


def template(key: str, language: Language) -> str:
    """The wording of `key` in a language, its slots still open."""
    return TEXTS[key][_COLUMNS[language]]


def say(key: str, language: Language, **slots: str) -> str:
    """The wording with its slots filled: for values that are never scanned again."""
    return template(key, language).format(**slots)
