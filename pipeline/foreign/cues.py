"""The cue words of the ten intents, the commands, yes, no and courtesy in English, Spanish and Portuguese.

Read by `understand` alone. Patterns are matched in folded text without apostrophes (`topics.flat`). Calls nothing.
"""

from pipeline.foreign.languages import Language
from pipeline.model.parse import Command, Flag, Intent

YES: dict[Language, str] = {
    "en": r"yes|yeah|yep|yup|sure|of course|certainly|absolutely|ok|okay|all right|alright|correct|right|exactly|i confirm|confirmed?|"
          r"perfect|great|fine|sounds good|that works|that is (?:fine|right|great|correct)|that s (?:fine|right|great|correct)|"
          r"please do|go ahead|"
          r"good|no problem|i agree|agreed|deal|lovely|that will do|that ll do",
    "es": r"si|claro|por supuesto|desde luego|ok|okay|vale|de acuerdo|correcto|exacto|exactamente|confirmo|confirmado|perfecto|"
          r"muy bien|esta bien|"
          r"bien|genial|adelante|asi es|eso es|sin problema|no hay problema|me parece bien|me va bien|bueno",
    "pt": r"sim|claro|com certeza|ok|okay|certo|certinho|correto|exato|exatamente|confirmo|confirmado|perfeito|muito bem|esta bem|"
          r"ta bom|esta bom|"
          r"tudo bem|otimo|pode ser|isso|isso mesmo|combinado|sem problema|nao ha problema|beleza|bom|pode confirmar",
}  # fmt: skip
NO: dict[Language, str] = {
    "en": r"no|nope|nah|not really|no thanks|no thank you|wrong|incorrect|i do not|i don t|not (?:that|this|now|today)|neither|"
    r"none(?: of them)?|never",
    "es": r"no|para nada|no gracias|incorrecto|equivocado|ninguno|ninguna|tampoco|nunca|de ninguna manera|mejor no",
    "pt": r"nao|nada disso|nao obrigad[oa]|errado|incorreto|nenhum|nenhuma|tambem nao|nunca|de jeito nenhum|melhor nao",
}
SOFTENERS: dict[Language, str] = {
    "en": r"please|thanks|thank you|very much|that|it|is|s|so|then|well|oh|um|uh|just|i|do|dear|ma am|sir|very|really|all",
    "es": r"por favor|gracias|muchas|pues|entonces|eh|eso|es|asi|bueno|senor|senora|senorita|muy|todo",
    "pt": r"por favor|obrigad[oa]|muito|entao|pois|ah|eh|e|isso|assim|senhor|senhora|tudo|bom",
}
COMMANDS: dict[Language, tuple[tuple[Command, str], ...]] = {
    "en": (
        ("umano", r"\b(?:speak|talk|put me through|connect me) (?:to|with) (?:a |an |the |your |some)?\w*|\b(?:real |human |"
                  r"actual )(?:person|being|operator|agent)|"
                  r"\b(?:operator|human|receptionist|agent)\b|call me back|somebody real|someone real|(?:i want|i need|"
                  r"is there) (?:a person|someone|somebody)"),
        ("indietro", r"\b(?:go back|back|previous|step back)\b"),
        ("ripeti", r"\b(?:repeat|say (?:that|it) again|pardon|come again|did not (?:hear|understand|catch)|didn t (?:hear|"
                   r"understand|catch)|what did you say|once more)\b"),
        ("aiuto", r"^(?:help|help me)\b|what can you do|how does (?:it|this) work|i need help$|can you help"),
        ("annulla", r"^(?:stop|cancel|forget it|never mind|nevermind|start over|start again|leave it|quit)\W*$"),
    ),
    "es": (
        ("umano", r"\b(?:hablar|comuni\w+|pasar\w*|pase|paseme|ponga\w*) (?:me )?con (?:una?|el|la|algun\w*|su|un )?\s?\w*|"
                  r"\b(?:operador[a]?|humano|recepcionista|"
                  r"persona (?:real|de verdad))\b|que me llam\w+|alguien de verdad|(?:quiero|necesito) (?:una persona|a alguien)"),
        ("indietro", r"\b(?:atras|volver|vuelve|anterior)\b"),
        ("ripeti", r"\b(?:repit\w+|repet\w+|otra vez por favor|no (?:he )?(?:entendido|entendi|entiendo)|como dice|que ha dicho|"
                   r"que dijo|perdon)\b\W*$"),
        ("aiuto", r"^(?:ayuda|ayudame|socorro)\b|que (?:puedes|puede|sabes) hacer|como funciona|necesito ayuda$"),
        ("annulla", r"^(?:para|cancela|cancelar|olvidalo|dejalo|dejelo|empezar de nuevo|basta|stop)\W*$"),
    ),
    "pt": (
        ("umano", r"\b(?:falar|conversar|passar|passe|ligar) (?:me )?com (?:uma?|o|a|algu\w*|seu|um )?\s?\w*|\b(?:operador[a]?|"
                  r"humano|recepcionista|atendente|"
                  r"pessoa (?:real|de verdade))\b|me (?:ligue|liguem)|alguem de verdade|(?:quero|preciso de) (?:uma pessoa|alguem)"),
        ("indietro", r"\b(?:voltar|volta|volte|anterior|atras)\b"),
        ("ripeti", r"\b(?:repit\w+|repet\w+|outra vez por favor|nao (?:entendi|percebi|compreendi|ouvi)|como disse|o que disse)\b"),
        ("aiuto", r"^(?:ajuda|ajude|socorro|me ajud\w+)\b|o que (?:voce )?(?:pode|sabe) fazer|como funciona|preciso de ajuda$"),
        ("annulla", r"^(?:pare|cancela|cancelar|esquec\w+|deixa|deixe|deixa pra la|comecar de novo|chega|stop)\W*$"),
    ),
}  # fmt: skip
INTENTS: dict[Language, tuple[tuple[Intent, str], ...]] = {
    "en": (
        ("waitlist", r"wait(?:ing)? ?list|let me know if (?:a |any |some)?(?:\w+ )?(?:place|slot|spot|thing|opening)|"
                     r"if (?:a place|a slot|something|a spot) (?:frees|opens|comes)"),
        ("modifica", r"\b(?:move|change|reschedul\w+|postpone|bring forward|push back|swap|switch) (?:\w+ ){0,4}(?:appointment|"
                     r"booking|visit|reservation|time|day|it|to)|"
                     r"another (?:day|time) (?:for|instead)|i (?:can t|cannot|can not) (?:come|make it) .*(?:can|could|is there|do you)"),
        ("cancella", r"\b(?:cancel|call off|delete|drop) (?:\w+ ){0,4}(?:appointment|booking|visit|reservation|it)|i (?:can t|"
                     r"cannot|can not|won t) (?:come|make it)|"
                     r"(?:want|like|need|have) to cancel"),
        ("prenotazione", r"\b(?:book\w*|reserve|schedule|make|get|have|need|arrange|set up) (?:\w+ ){0,4}(?:appointment|booking|"
                        r"slot|visit|reservation|session)|\bbook\b|(?:can|could|may) i come\b|"
                         r"(?:i d like|i would like|i want|i need|can i (?:get|have|come)|could i (?:get|have|come)) (?:to come|"
                        r"to book|an? |the |for )|"
                         r"do you have (?:\w+ ){0,3}(?:free|available|openings?|slots?|room|space)|are you free|is there (?:room|"
                        r"space|a slot|anything)"),
    ),
    "es": (
        ("waitlist", r"lista de espera|avis\w+ si (?:hay|queda|se libera)|si se libera"),
        ("modifica", r"\b(?:cambiar|mover|modificar|aplazar|adelantar|pasar|posponer|reprogramar) (?:\w+ ){0,4}(?:cita|reserva|"
                     r"visita|hora|dia)|"
                     r"\b(?:cambiarla|moverla|aplazarla|adelantarla)\b|no puedo (?:ir|venir) .*(?:puede|hay|tienen|podria)"),
        ("cancella", r"\b(?:cancel(?:ar|a|e|en|o)|anul(?:ar|a|e|en)|eliminar|borrar|quitar) (?:\w+ ){0,4}(?:cita|reserva|visita)|"
                     r"\b(?:cancelarla|anularla)\b|no (?:puedo|voy a) (?:ir|venir|poder)|"
                     r"(?:quiero|quisiera|necesito|tengo que) (?:cancelar|anular)"),
        ("prenotazione", r"\breserv\w+\b|\b(?:pedir|coger|sacar|hacer|agendar|concertar|dar\w*|necesito|quiero|quisiera|querria|"
                        r"me gustaria) (?:\w+ ){0,4}(?:cita|hora|turno|visita)\b|"
                         r"(?:quiero|quisiera|querria|necesito|me gustaria) (?:un |una |el |la |hacerme|cortarme|ir )|(?:tienen|"
                        r"hay) (?:\w+ ){0,2}(?:hueco|sitio|libre|disponib\w+)"),
    ),
    "pt": (
        ("waitlist", r"lista de espera|avis\w+ se (?:houver|tiver|vagar|abrir|surgir)|se (?:vagar|abrir) "),
        ("modifica", r"\b(?:mudar|alterar|trocar|remarcar|adiar|antecipar|passar|reagendar) (?:\w+ ){0,4}(?:marcacao|consulta|"
                     r"horario|reserva|dia|hora|agendamento)|"
                     r"\b(?:remarcar|reagendar)\b|nao posso (?:ir|vir) .*(?:pode|tem|ha|poderia)"),
        ("cancella", r"\b(?:cancel(?:ar|a|e|em|o)|desmarc(?:ar|a|e|o)|anular|eliminar|apagar) (?:\w+ ){0,4}(?:marcacao|consulta|horario|"
                     r"reserva|agendamento|visita)|\bdesmarcar\b|"
                     r"nao (?:posso|vou|consigo) (?:ir|vir|poder)|(?:quero|queria|preciso|tenho que) cancelar"),
        ("prenotazione", r"\b(?:marcar|agendar|reservar)\b|(?:quero|queria|gostaria de|preciso de) (?:uma? |o |a |fazer|cortar|ir )|"
                         r"(?:tem|ha|voces tem) (?:\w+ ){0,2}(?:vaga|lugar|horario|disponib\w+|livre)"),
    ),
}  # fmt: skip
FLAGS: dict[Language, tuple[tuple[Flag, str], ...]] = {
    "en": (
        ("emergency", r"\bemergency|heart attack|can t breathe|cannot breathe|bleeding (?:a lot|badly)|chest pain|unconscious|ambulance"),
        ("wrong_number", r"wrong number"),
        ("thanks", r"\bthank(?:s| you)\b|\bcheers\b"),
        ("goodbye", r"\b(?:good ?bye|bye|see you|have a (?:nice|good) (?:day|evening|one))\b"),
        ("greeting", r"^(?:hello|hi|hey|good (?:morning|afternoon|evening))\b"),
    ),
    "es": (
        ("emergency", r"\bemergencia|\burgencia medica|infarto|no puedo respirar|sangr\w+ mucho|dolor en el pecho|inconsciente|"
                      r"ambulancia"),
        ("wrong_number", r"numero equivocado|me he equivocado de numero"),
        ("thanks", r"\bgracias\b"),
        ("goodbye", r"\b(?:adios|hasta (?:luego|pronto|manana|la vista)|nos vemos|que tenga (?:un )?buen)\b"),
        ("greeting", r"^(?:hola|buen(?:os|as) (?:dias|tardes|noches)|buenas)\b"),
    ),
    "pt": (
        ("emergency", r"\bemergencia|\burgencia medica|enfarte|infarto|nao consigo respirar|sangr\w+ muito|dor no peito|"
                      r"inconsciente|ambulancia"),
        ("wrong_number", r"numero errado|engano"),
        ("thanks", r"\bobrigad[oa]\b|\bvaleu\b"),
        ("goodbye", r"\b(?:tchau|adeus|ate (?:logo|mais|breve|amanha)|tenha (?:um )?bom)\b"),
        ("greeting", r"^(?:ola|oi|bom dia|boa tarde|boa noite)\b"),
    ),
}  # fmt: skip
ORDINALS: dict[Language, tuple[tuple[int, str], ...]] = {
    "en": ((1, r"\bfirst\b|number one"), (2, r"\bsecond\b|number two"), (3, r"\bthird\b|number three"), (-1, r"\blast\b(?! "
                        r"(?:week|time|month))")),
    "es": ((1, r"\bprimer[oa]?\b"), (2, r"\bsegund[oa]\b"), (3, r"\btercer[oa]?\b"), (-1, r"\bultim[oa]\b")),
    "pt": ((1, r"\bprimeir[oa]\b"), (2, r"\b(?:o|a) segund[oa]\b(?! feira)"), (3, r"\bterceir[oa]\b"), (-1, r"\bultim[oa]\b")),
}  # fmt: skip
QUESTION: dict[Language, str] = {
    "en": r"\?|^(?:what|when|where|who|which|why|how|do|does|is|are|can|could|will)\b",
    "es": r"\?|^(?:que|cuando|donde|quien|cual|cuanto|como|hay|tienen|se puede|puedo)\b",
    "pt": r"\?|^(?:o que|que|quando|onde|quem|qual|quais|quanto|como|tem|ha|voces|posso)\b",
}
