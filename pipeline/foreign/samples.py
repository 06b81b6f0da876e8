"""Everyday sentences in the four languages, from which `detect` makes its table of letter groups.

Written for this purpose in the manner of telephone calls and short messages to a small business. Read by `pipeline.foreign.detect`
alone. Accents are left out there, because speech recognition loses them.
"""

from pipeline.foreign.languages import Language

SAMPLES: dict[Language, str] = {
    "it": """
buongiorno vorrei prenotare un appuntamento per domani mattina se possibile. a che ora aprite il sabato e fino a che ora
siete aperti la sera. quanto costa il taglio e quanto tempo ci vuole. mi chiamo e il mio numero di telefono è questo.
grazie mille va benissimo così arrivederci. no guardi non posso venire giovedì, meglio venerdì pomeriggio verso le tre.
avete posto la settimana prossima dopo pranzo. dove vi trovate di preciso e c'è il parcheggio. potrei parlare con una persona
per favore. quali servizi offrite e quali prodotti avete. che categorie avete. chi è che fa la piega. ho bisogno di spostare
il mio appuntamento a un altro giorno. vorrei sapere se accettate la carta e se fate lo sconto. ciao come stai, chi sei.
sì certo confermo, va bene. non ho capito può ripetere. aspetti un attimo che guardo l'agenda. mi scusi ho sbagliato.
devo disdire la visita perché mia figlia sta male. quando è libero il dottore. mi mandi il link degli ordini. aggiungi al
carrello. qual è il prezzo degli abbonamenti e che cosa comprende. questa settimana siete chiusi per ferie o no. nessun
problema, quello che c'è. anche mio marito vorrebbe venire con me. qualcuno può richiamarmi più tardi. ogni quanto bisogna
farlo e si può pagare a rate. faccia lei, per me è uguale. è ancora valido il buono regalo che mi hanno dato gli amici.
""",
    "en": """
good morning i would like to book an appointment for tomorrow morning if possible. what time do you open on saturday and
until what time are you open in the evening. how much is a haircut and how long does it take. my name is and this is my
phone number. thank you very much that is great goodbye. no sorry i cannot come on thursday, friday afternoon around three
would be better. do you have anything next week after lunch. where exactly are you and is there any parking. could i speak to
a person please. which services do you offer and what products do you have. what categories do you have. who does the blow
dry. i need to move my appointment to another day. i would like to know whether you take cards and if there is a discount.
hello how are you, who are you. yes sure i confirm, all right. i did not understand can you repeat that. wait a moment while
i check the diary. sorry i was wrong. i have to cancel the visit because my daughter is ill. when is the doctor free. send
me the link to my orders. add it to the cart. what is the price of the membership and what does it include. are you closed
for holidays this week or not. no problem, whatever you have. my husband would also want to come with me. could somebody call
me back later. how often should it be done and may we pay in instalments. you choose, it is the same for me. is the gift
voucher that my friends gave me still valid. anything else you need from us today. that works, let's do it then.
""",
    "es": """
buenos días quisiera reservar una cita para mañana por la mañana si es posible. a qué hora abren el sábado y hasta qué hora
están abiertos por la noche. cuánto cuesta el corte y cuánto tiempo se tarda. me llamo y este es mi número de teléfono.
muchas gracias está muy bien así hasta luego. no mire no puedo ir el jueves, mejor el viernes por la tarde hacia las tres.
tienen hueco la semana que viene después de comer. dónde están exactamente y hay aparcamiento. podría hablar con una persona
por favor. qué servicios ofrecen y qué productos tienen. qué categorías tienen. quién hace el peinado. necesito cambiar mi
cita a otro día. quería saber si aceptan tarjeta y si hacen descuento. hola qué tal, cómo estás, quién eres. sí claro
confirmo, vale, de acuerdo. no he entendido puede repetir. espere un momento que miro la agenda. perdone me he equivocado.
tengo que cancelar la visita porque mi hija está enferma. cuándo está libre el doctor. mándeme el enlace de mis pedidos.
añadir al carrito. cuál es el precio de los abonos y qué incluye. esta semana están cerrados por vacaciones o no. ningún
problema, lo que haya. también mi marido quiere venir conmigo. alguien puede llamarme más tarde. cada cuánto hay que hacerlo
y se puede pagar a plazos. elija usted, me da igual. todavía es válido el vale de regalo que me dieron mis amigos. nosotros
""",
    "pt": """
bom dia eu gostaria de marcar um horário para amanhã de manhã se for possível. a que horas vocês abrem no sábado e até que
horas ficam abertos à noite. quanto custa o corte e quanto tempo demora. meu nome é e este é o meu número de telefone. muito
obrigada está ótimo assim até logo. não olhe não posso ir na quinta-feira, melhor na sexta à tarde lá pelas três. vocês têm
vaga na semana que vem depois do almoço. onde vocês ficam exatamente e tem estacionamento. posso falar com uma pessoa por
favor. quais serviços vocês oferecem e quais produtos têm. que categorias vocês têm. quem faz a escova. preciso mudar a minha
marcação para outro dia. queria saber se aceitam cartão e se fazem desconto. olá tudo bem, como vai você, quem é você. sim
claro confirmo, está bem, certo. não entendi pode repetir. espere um momento enquanto vejo a agenda. desculpe eu me enganei.
tenho que cancelar a consulta porque a minha filha está doente. quando o doutor está livre. mande-me o link dos meus pedidos.
adicionar ao carrinho. qual é o preço das mensalidades e o que inclui. esta semana estão fechados para férias ou não. nenhum
problema, o que houver. o meu marido também quer vir comigo. alguém pode me ligar mais tarde. com que frequência é preciso
fazer e dá para pagar em prestações. escolha você, para mim tanto faz. ainda é válido o vale-presente que os amigos me deram.
""",
}
