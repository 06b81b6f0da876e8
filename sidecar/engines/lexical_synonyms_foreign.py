"""What English, Spanish and Portuguese callers call things, under the names of the Italian groups.

Data alone, read by `sidecar.engines.lexical_synonyms`, written as `lexical_synonyms_general` is. Knows no FAQ.
"""

ENGLISH = """
>pagare: card, cards, credit card, debit card, cash, visa, mastercard, contactless, paypal
>animali: dog, dogs, cat, cats
comprare: buy, sell, purchase, selling, buying
prezzo: price, prices, cost, costs, charge, fee, fees, rate, rates, how much, expensive, pay
pagare: pay, payment, payments, paying
carta: card, cards, credit card, debit card, contactless, visa, mastercard, apple pay
~pagamento: pay, payment, card, cash
contanti: cash
parcheggio: park, parking, car park, leave my car, leave the car, parking lot, parking space
indirizzo: address, where are you, location, located, find you, street
mezzi: bus, train, underground, metro, tram, public transport, subway, station
orari: open, opening, hours, close, closed, closing, what time, opening times, schedule
weekend: weekend, saturday, sunday, holidays, public holidays
appuntamento: appointment, appointments, book, booking, reservation, reserve, schedule, make an appointment
senzaappuntamento: walk in, walk ins, without appointment, without an appointment, without booking, just show up, drop in
disdire: cancel, cancellation, cancelling, call off, cannot make it, can't make it
spostare: move, reschedule, change, postpone, another day
ritardo: late, delay, delayed, running late
durata: how long, duration, take, minutes, length
lingua: english, language, languages, speak
bambini: child, children, kid, kids, baby, son, daughter
animali: dog, dogs, pet, pets, cat, animals
disabili: wheelchair, disabled, disability, accessible, accessibility, step free, lift, ramp
wifi: wifi, wi fi, internet, password
regalo: gift, gifts, voucher, present, gift card
sconto: discount, discounts, offer, deal, cheaper, student price
rimborso: refund, refunds, money back
abbonamento: membership, subscription, pass, monthly, package
prova: trial, try, free class, free session, taster
doccia: shower, showers
fattura: invoice, receipt
assicurazione: insurance, insured, insurer
urgenza: emergency, urgent, urgently, right away, same day
ospite: guest, friend, friends, bring someone, companion
dolore: pain, painful, hurt, hurts
gravidanza: pregnant, pregnancy, expecting
iscrizione: join, sign up, register, enrol, registration
garanzia: warranty, guarantee, guaranteed
preventivo: quote, estimate
"""

SPANISH = """
>pagare: tarjeta, tarjetas, efectivo, metálico
>animali: perro, perros, gato, gatos
comprare: comprar, vender, venden, compra, venta
prezzo: precio, precios, cuesta, costar, coste, tarifa, tarifas, cuánto vale, cuánto es, cuánto cuesta, caro
pagare: pagar, pago, pagos
carta: tarjeta, tarjetas, crédito, débito
contanti: efectivo, metálico
~pagamento: pagar, pago, tarjeta, efectivo
parcheggio: aparcamiento, aparcar, estacionamiento, estacionar, parking, dejar el coche, dejar el carro, parquear
indirizzo: dirección, dónde están, dónde estáis, ubicación, calle, encontrarles
orari: horario, horarios, abierto, abren, abrir, cierran, cerrar, cerrado, qué hora, a qué hora
weekend: sábado, domingo, fin de semana, festivos
appuntamento: cita, citas, reservar, reserva, reservación, pedir hora, turno
senzaappuntamento: sin cita, sin reserva, sin reservar
disdire: cancelar, cancelación, anular, anulación, no puedo ir
spostare: cambiar, mover, aplazar, otro día
ritardo: tarde, retraso, retrasado
durata: cuánto dura, cuánto tarda, cuánto tiempo, duración, minutos, dura
bambini: niño, niños, niña, niñas, hijo, hija, hijos, bebé
animali: perro, perros, mascota, mascotas, gato
disabili: silla de ruedas, discapacitados, accesible, minusválidos, rampa
wifi: wifi, internet, contraseña
regalo: regalo, regalar, bono, vale, tarjeta regalo
sconto: descuento, descuentos, oferta, ofertas, promoción
abbonamento: abono, suscripción, mensualidad, bono
fattura: factura, recibo
assicurazione: seguro, seguros, aseguradora
urgenza: urgencia, urgencias, urgente, emergencia
dolore: dolor, doloroso, duele
"""

PORTUGUESE = """
>pagare: cartão, cartões, dinheiro, multibanco, pix
>animali: cão, cachorro, gato
comprare: comprar, vender, vendem, compra, venda
prezzo: preço, preços, custa, custo, tarifa, quanto é, quanto custa, valor, caro
pagare: pagar, pagamento, pagamentos
carta: cartão, cartões, crédito, débito, multibanco, pix
contanti: dinheiro, numerário
~pagamento: pagar, pagamento, cartão, dinheiro
parcheggio: estacionamento, estacionar, parque, deixar o carro, parquear, vaga
indirizzo: endereço, morada, onde ficam, onde estão, localização, rua
orari: horário, horários, aberto, abrem, abrir, fecham, fechar, fechado, que horas, a que horas
weekend: sábado, domingo, fim de semana, feriados
appuntamento: marcação, marcar, agendar, consulta, reserva, reservar, agendamento
senzaappuntamento: sem marcação, sem hora marcada, sem reserva
disdire: cancelar, cancelamento, anular, desmarcar, não posso ir
spostare: mudar, remarcar, adiar, outro dia, alterar
ritardo: atraso, atrasado, atrasar, tarde
durata: quanto dura, quanto demora, quanto tempo, duração, minutos, demora
bambini: criança, crianças, filho, filha, filhos, bebé, bebê
animali: cão, cachorro, animal, animais, gato
disabili: cadeira de rodas, deficientes, acessível, rampa
wifi: wifi, internet, senha
regalo: presente, oferta, vale, cartão presente, prenda
sconto: desconto, descontos, promoção
abbonamento: mensalidade, assinatura, plano, pacote
fattura: fatura, recibo, nota fiscal
assicurazione: seguro, seguros, seguradora
urgenza: urgência, urgente, emergência
dolore: dor, doloroso, dói
"""
