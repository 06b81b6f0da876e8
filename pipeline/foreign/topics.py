"""What an informative question is about, in four languages, from its cue words: one table, read top down.

Called by `understand` and by `pipeline.knowledge` (for questions that come without a Parse, and for the history). Calls
`languages`. Must never know the business: names of services and products are matched elsewhere.
"""

import re
from functools import lru_cache

from pipeline.foreign.languages import Language, fold
from pipeline.model.parse import Topic

_IT: tuple[tuple[Topic, str], ...] = (
    ("carrello", r"carrello|mett\w+ da parte|tien\w+ da parte|aggiung\w+ (?!un (?:servizio|taglio))|da ritirare|mess\w+ da parte"),
    ("mio_appuntamento", r"(?:mio|miei|nostro) (?:prossim\w+ )?(?:appuntament\w+|prenotazion\w+|visit\w+)|"
                         r"(?:quando|a che ora|che giorno) (?:ho|avevo|avrei) |appuntament\w+ ho\b|ho (?:gia )?(?:un |degli |"
                        r"qualche )?appuntament\w+"),
    ("sconto", r"\bscont[oi]\b|scontistica|\briduzion[ei]\b"),
    ("link", r"\blink\b|(?:pagina|stato) (?:degli?|dell['ae]? ?)ordin\w+|tracciare|tracciamento|il mio profilo|miei ordini"),
    ("chi_sei", r"\bchi (?:sei|e lei|siete|parla|e che parla)\b|con chi (?:parlo|sto parlando)|(?:sei|e) (?:un robot|una macchina|"
                r"umana?)\b|"
                r"come (?:ti chiami|si chiama lei)|cosa (?:sai|puoi|puo) fare|sei un[a']? (?:persona|macchina|intelligenza)"),
    ("come_stai", r"come (?:stai|sta|state|va)\b(?! a )|tutto bene\?"),
    ("durata", r"quanto (?:tempo )?(?:dura|durano|ci (?:vuole|mette\w*)|tempo|si sta)|\bdurata\b|quanto ci (?:vuole|si mette|mettete)"),
    ("prezzi", r"\bquanto (?:costa\w*|viene|vengono|verrebbe|fa pagare|fate pagare|prende\w*|si (?:paga|spende)|spendo|pago|mi costa)|"
               r"\bprezz[oi]\b|listino|\bcost[oi]\b|tariff\w+|\bcosta\w*\b"),
    ("categorie", r"categori[ae]"),
    ("prodotti", r"prodott[oi]|cosa vendete|vendete (?:anche )?(?:qualcosa|dei|delle)|in vendita"),
    ("chi_fa", r"\bchi (?:e che |mi |si |lo |la )?(?:fa|faccia|occupa|segue|tiene|esegue|effettua|farebbe|insegna|cura|taglia)\b|"
               r"(?:da|con) chi (?:posso|potrei|si|la|lo|devo) (?:fare|farl\w+)|chi (?:puo|sa) far\w+"),
    ("operatori", r"\bchi (?:lavora|c e|ci lavora|ci sta)|\b(?:operator[ie]|collaborator[ie]|dottor[ie]|medici|istruttor[ie]|"
                  r"parrucchier[ie]|"
                  r"estetist[ae]|stylist|meccanici|staff|personale) (?:avete|ci sono|lavora\w*|c e)|"
                  r"(?:quali|quanti|che) (?:operator|dottor|medici|istruttor|parrucchier|meccanici|collaborator)"),
    ("festivi", r"festiv[oi]|\bferie\b|giorni di (?:festa|chiusura)|chius\w+ per (?:festa|feste|ferie|le feste)|le feste\b"),
    ("disponibilita", r"c e posto|avete (?:posto|disponibil\w+|un buco)|\bposti liberi|quando (?:avete|c e) (?:posto|libero|"
                      r"disponib\w+)|disponibilita"),
    ("orari", r"\borari[oi]?\b|a che ora (?:apri\w*|chiud\w*|iniziate|cominci\w*|finite|siete|lavor\w+)|quando (?:apri\w*|"
              r"chiud\w*|siete apert\w+)|"
              r"fino a che ora|fino a quando (?:siete|state|lavor)|(?:siete|sei|e|resta\w*|state|sarete) (?:apert|chius)[oiae]|"
              r"(?:aprite|chiudete|lavorate)\b|"
              r"(?:c e|lavora|viene|ci sara) (?:il |la )?(?:lunedi|martedi|mercoledi|giovedi|venerdi|sabato|domenica|domani|oggi)|"
              r"apertura|chiusura"),
    ("indirizzo", r"indirizzo|dove (?:siete|vi trovate|state|si trova\w*|e il|e la|sei|devo venire|avete)|"
                  r"come (?:ci )?(?:arriv\w+|raggiung\w+)|in che (?:via|zona)"),
    ("telefono", r"(?:numero|recapito) (?:di telefono|telefonico|vostro|del|della|da chiamare)|vostro (?:numero|telefono)|"
                 r"che numero (?:devo|posso) chiamare|"
                 r"a che numero"),
    ("servizi", r"\bserviz[io]\b|(?:che )?(?:cosa|che) (?:fate|offrite|trattamenti|corsi|visite)|trattamenti|prestazioni|"
                r"cosa posso (?:fare|prenotare)"),
)  # fmt: skip
_EN: tuple[tuple[Topic, str], ...] = (
    ("carrello", r"\b(?:cart|basket)\b|put (?:\w+ ){0,3}aside|set (?:\w+ ){0,3}aside|\bkeep (?:\w+ ){0,3}for me"),
    ("mio_appuntamento", r"\b(?:my|our) (?:next )?(?:appointment|booking|visit|reservation)s?\b|(?:do|have) i (?:have|got) (?:an|"
                        r"any) (?:appointment|booking)|"
                         r"when am i (?:booked|coming)"),
    ("sconto", r"\bdiscounts?\b"),
    ("link", r"\blink\b|my (?:orders|profile)\b|track (?:my|the)"),
    ("chi_sei", r"who (?:are you|is this|am i (?:talking|speaking))|are you (?:a )?(?:robot|bot|human|machine|real)|what(?: is|'s|"
                r" s) your name|what can you do"),
    ("come_stai", r"how are you|how(?: is|'s| s) it going|how do you do"),
    ("durata", r"how long (?:does|is|will|do|would)|how much time|\bduration\b"),
    ("prezzi", r"how much (?:is|are|does|do|for|will|would|\w+ cost)|\bprices?\b|\bcosts?\b|price list|\bfees?\b|what do you charge"),
    ("categorie", r"categor(?:y|ies)"),
    ("prodotti", r"\bproducts?\b|what do you sell|for sale"),
    ("chi_fa", r"\bwho (?:does|do|can do|will do|makes|gives|teaches|performs|takes care)\b"),
    ("operatori", r"who works|\b(?:which|what|how many) (?:stylists?|doctors?|operators?|hairdressers?|trainers?|staff|people)|"
                  r"your (?:staff|team)"),
    ("festivi", r"\bholidays?\b|public holiday|days off"),
    ("disponibilita", r"\bavailab\w+|(?:any|a) (?:free )?(?:slots?|openings?)\b|are you free|do you have (?:anything|room|space)"),
    ("orari", r"(?:opening|working|business) (?:hours?|times?)|what (?:time|are your hours)|\bhours\b|when (?:do|are|"
              r"will) you (?:open|close)|"
              r"(?:are|is|will) (?:you|it|the \w+)(?: be)? (?:open|closed)|do you (?:open|close|work)|open (?:on|today|tomorrow|"
              r"now|until)|how late|until when"),
    ("indirizzo", r"\baddress\b|where (?:are you|is (?:it|the|your)|can i find|do i)|how (?:do|can) i (?:get|reach|find)|"
                  r"\blocated\b|directions"),
    ("telefono", r"(?:phone|telephone) number|your number|number (?:to|can i) call"),
    ("servizi", r"\bservices?\b|what (?:do|can) you (?:do|offer)\b|treatments?"),
)  # fmt: skip
_ES: tuple[tuple[Topic, str], ...] = (
    ("carrello", r"carrito|cesta|(?:apart\w+|guard\w+|reserv\w+) (?:\w+ ){0,3}(?:producto|para recoger)|anad\w+ "),
    ("mio_appuntamento", r"\b(?:mi|mis|nuestra) (?:proxim\w+ )?(?:citas?|reservas?|visitas?)\b|(?:cuando|a que hora|"
                        r"que dia) tengo\b|tengo (?:una |alguna )?cita\b"),
    ("sconto", r"descuentos?"),
    ("link", r"\blink\b|enlace|mis pedidos|mi perfil|seguimiento"),
    ("chi_sei", r"quien (?:eres|es usted|habla|sois|son ustedes)|con quien hablo|"
                r"(?:eres|es usted|es) (?:un |una )?(?:robot|maquina|persona|humano)|como te llamas|que (?:puedes|sabes) hacer"),
    ("come_stai", r"como (?:estas|esta usted|estan|te va|va)\b|que tal\b"),
    ("durata", r"cuanto (?:tiempo|dura\w*|se tarda|tarda\w*)|\bduracion\b"),
    ("prezzi", r"cuanto (?:cuesta\w*|vale\w*|es|cobra\w*|sale)|\bprecios?\b|\btarifas?\b|\bcosto\b|\bcoste\b"),
    ("categorie", r"categorias?"),
    ("prodotti", r"productos?|que venden|en venta"),
    ("chi_fa", r"\bquien (?:hace|me hace|se ocupa|realiza|corta|da|lleva)\b"),
    ("operatori", r"quien(?:es)? trabajan?|(?:que|cuantos|cuales) (?:son (?:los|las) )?(?:estilistas|doctores|medicos|peluquer\w+|"
                  r"empleados|personal)|su equipo"),
    ("festivi", r"festivos?|feriados?|vacaciones|dias de fiesta"),
    ("disponibilita", r"disponib\w+|hay (?:hueco|sitio|lugar)|tienen? (?:hueco|sitio|lugar|algo libre)"),
    ("orari", r"\bhorarios?\b|a que hora (?:abr\w+|cierr\w+|empiez\w+)|cuando (?:abr\w+|cierr\w+|estan abiert\w+)|"
              r"hasta (?:que hora|cuando)|"
              r"(?:estan|esta|estais|estaran) (?:abiert|cerrad)[oa]s?|\b(?:abren|cierran|abris|trabajan)\b"),
    ("indirizzo", r"direccion|donde (?:estan|esta|estais|quedan?|se encuentran?)|como (?:llego|llegar|se llega)|ubicad\w+|ubicacion"),
    ("telefono", r"(?:numero|telefono) (?:de telefono|de contacto)|(?:su|vuestro) (?:numero|telefono)|cual es el telefono"),
    ("servizi", r"servicios?|que (?:hacen|ofrecen|haceis|ofreceis)|tratamientos?"),
)  # fmt: skip
_PT: tuple[tuple[Topic, str], ...] = (
    ("carrello", r"carrinho|cesto|(?:separ\w+|guard\w+|reserv\w+) (?:\w+ ){0,3}(?:produto|para retirar)|adicion\w+ "),
    ("mio_appuntamento", r"\b(?:minha|minhas|meu|meus) (?:proxim\w+ )?(?:marcac\w+|consultas?|reservas?|horarios?|agendamentos?|"
                        r"visitas?)\b|"
                         r"(?:quando|a que horas|que dia) (?:eu )?tenho\b|(?:eu )?tenho (?:alguma |uma |algum )?(?:consulta|"
                        r"marcacao|horario marcado)"),
    ("sconto", r"descontos?"),
    ("link", r"\blink\b|meus pedidos|meu perfil|rastre\w+|acompanhar (?:o|meu)"),
    ("chi_sei", r"quem (?:e voce|es tu|fala|sao voces|e o senhor|e a senhora)|com quem (?:falo|estou falando)|(?:voce e|"
                r"e) (?:um robo|uma maquina|humano|uma pessoa)|"
                r"qual (?:e )?o seu nome|o que (?:voce )?(?:pode|sabe) fazer"),
    ("come_stai", r"como (?:vai|esta|estas|voce esta|vao)\b|tudo bem\?"),
    ("durata", r"quanto (?:tempo|dura\w*|demora\w*)|\bduracao\b"),
    ("prezzi", r"quanto (?:custa\w*|e|fica|sai|cobra\w*|esta)\b|\bprecos?\b|\btarifas?\b|\bcusto\b|valor(?:es)? d"),
    ("categorie", r"categorias?"),
    ("prodotti", r"produtos?|o que (?:voces )?vendem|a venda"),
    ("chi_fa", r"\bquem (?:faz|e que faz|cuida|realiza|corta|da)\b"),
    ("operatori", r"quem (?:trabalha|atende)|(?:quais|quantos|que) (?:sao (?:os|as) )?(?:cabeleireir\w+|medic\w+|profissiona\w+|"
                  r"funcionari\w+)|sua equipe"),
    ("festivi", r"feriados?|\bferias\b|dias de folga"),
    ("disponibilita", r"disponib\w+|(?:tem|ha) (?:vaga|lugar|horario livre|algum horario)|algum horario"),
    ("orari", r"\bhorarios?\b|a que horas? (?:abr\w+|fech\w+|voces|comec\w+)|quando (?:abr\w+|fech\w+|voces abrem)|"
              r"ate (?:que horas|quando)|"
              r"(?:estao|esta|ficam|fica) (?:abert|fechad)[oa]s?|\b(?:abrem|fecham|funcionam|trabalham)\b"),
    ("indirizzo", r"endereco|onde (?:voces )?(?:ficam?|estao|e |esta|se encontram?)|como (?:chego|chegar)|localiza\w+|morada"),
    ("telefono", r"(?:numero|telefone) (?:de telefone|de contato|de voces)|(?:seu|vosso) (?:numero|telefone)|qual (?:e )?o telefone"),
    ("servizi", r"servicos?|o que (?:voces )?(?:fazem|oferecem)|tratamentos?"),
)  # fmt: skip
_TABLES: dict[Language, tuple[tuple[Topic, str], ...]] = {"it": _IT, "en": _EN, "es": _ES, "pt": _PT}
_FOLLOW: dict[Language, re.Pattern[str]] = {
    "it": re.compile(r"^(?:e|ed|ma|invece|anche|mentre)\b"),
    "en": re.compile(r"^(?:and|but|also|what about|how about)\b"),
    "es": re.compile(r"^(?:y|pero|tambien)\b"),
    "pt": re.compile(r"^(?:e|mas|tambem)\b"),
}


@lru_cache(maxsize=4)
def _compiled(language: Language) -> tuple[tuple[Topic, re.Pattern[str]], ...]:
    return tuple((topic, re.compile(pattern)) for topic, pattern in _TABLES[language])


def flat(text: str) -> str:
    """The folded text with apostrophes and runs of space turned into one space: what the cue tables are written for."""
    return " ".join(re.sub(r"[^\w?!.,:/%€]+", " ", fold(text)).split())


def topic_of(text: str, language: Language) -> Topic | None:
    """What a question is about, None where no cue is heard; the first line of the table that fits wins."""
    heard = flat(text)
    return next((topic for topic, pattern in _compiled(language) if pattern.search(heard)), None)


def follows_up(text: str, language: Language) -> bool:
    """Whether the sentence leans on the one before it ("e il sabato?", "what about Sunday?")."""
    return _FOLLOW[language].match(flat(text)) is not None
