"""The invented business of `init-db --demo`: a hair and beauty salon. Data only.

Read by `store.demo`. People, numbers and addresses are invented; ids are positions in these tuples, counted from 1.
"""

SETTINGS: tuple[tuple[str, str], ...] = (
    ("nome_attivita", "Salone Aurora"),
    ("telefono", "0255501234"),
    ("indirizzo", "Via dei Tigli 12, Milano"),
    ("settore", "salone"),
    ("comune_patrono", "Milano"),
    ("durata_slot_minuti", "30"),
    ("min_anticipo_minuti", "60"),
    ("max_anticipo_giorni", "90"),
    ("ore_disdetta", "0"),
    ("sessione_ttl_minuti", "10"),
    ("audit_giorni", "30"),
    ("limite_turni_minuto", "60"),
    ("limite_sessioni", "200"),
    ("link_base_url", "https://salone-aurora.example"),
    ("link_minuti", "60"),
    ("nomi_protetti", '["Salone Aurora", "Olio di Argan"]'),
    ("consenso_testo", "Conserviamo nome, telefono e appuntamenti per gestire le sue prenotazioni. Va bene?"),
    ("consenso_versione", "1"),
    ("tono", "lei"),
    ("lingua", "it"),
)

CATEGORIES: tuple[str, ...] = ("Taglio e piega", "Colore", "Trattamenti", "Uomo", "Estetica")

SERVICES: tuple[tuple[str, str, float, int, int, tuple[str, ...], str], ...] = (
    ("Taglio Donna", "Taglio e piega", 35, 45, 0, ("taglio femminile", "taglio da donna", "taglio signora"), "Consulenza, shampoo, taglio"),
    ("Taglio Uomo", "Uomo", 22, 30, 0, ("taglio maschile", "taglio da uomo"), "Shampoo e taglio"),
    ("Taglio Bambino", "Taglio e piega", 16, 30, 0, ("taglio bimbo", "taglio bambina", "taglio per bambini"), "Fino a dodici anni"),
    ("Piega", "Taglio e piega", 20, 30, 0, ("messa in piega", "piega e asciugatura", "fon", "brushing"), "Shampoo e messa in piega"),
    ("Colore", "Colore", 55, 90, 15, ("tinta", "tintura", "colorazione", "ricrescita"), "Colore completo o ricrescita"),
    ("Colpi di sole", "Colore", 70, 90, 15, ("meches", "mèches", "mesh", "schiariture"), "Schiariture con cartine"),
    ("Balayage", "Colore", 95, 120, 15, ("balaiage", "sfumatura"), "Schiaritura a mano libera"),
    ("Trattamento Ristrutturante", "Trattamenti", 30, 30, 0, ("ricostruzione", "cheratina", "maschera"), "Per capelli sfibrati"),
    ("Barba", "Uomo", 15, 20, 10, ("rasatura", "regolazione barba", "barba e baffi"), "Rasatura o regolazione"),
    ("Manicure", "Estetica", 25, 40, 5, ("unghie", "unghie mani", "smalto"), "Limatura, cuticole, smalto"),
    ("Pedicure", "Estetica", 35, 50, 10, ("unghie piedi", "cura dei piedi"), "Pedicure estetico con smalto"),
    ("Ceretta", "Estetica", 28, 40, 10, ("depilazione", "epilazione", "cera"), "Gambe o braccia"),
)
"""nome, categoria, prezzo, durata, buffer, sinonimi, descrizione."""

OPERATORS: tuple[tuple[str, str, str, tuple[str, ...]], ...] = (
    ("Sara", "Conti", "F", ("Piega", "Taglio Donna", "Colore", "Colpi di sole", "Balayage", "Trattamento Ristrutturante")),
    ("Giulia", "Moretti", "F", ("Piega", "Taglio Donna", "Taglio Bambino", "Colore", "Trattamento Ristrutturante")),
    ("Marco", "Ferri", "M", ("Taglio Uomo", "Taglio Bambino", "Barba", "Taglio Donna")),
    ("Davide", "Sala", "M", ("Taglio Uomo", "Barba", "Piega")),
    ("Elena", "Riva", "F", ("Manicure", "Pedicure", "Ceretta")),
)

HOURS: tuple[tuple[int, str, str, str], ...] = (
    *((weekday, "09:00", "19:00", "lavoro") for weekday in (2, 3, 4, 5)),
    *((weekday, "13:00", "14:00", "pausa") for weekday in (2, 3, 4, 5)),
    (6, "09:00", "18:00", "lavoro"),
    (6, "13:00", "13:30", "pausa"),
)
"""giorno (0 = domenica), from, to, tipo: closed on Sunday and Monday."""

CLIENTS: tuple[tuple[str, str, str | None, str, str, int], ...] = (
    ("Anna", "De Luca", None, "3401112233", "1985-03-14", 0),
    ("Marco", "Rossi", None, "3285550101", "1978-06-21", 0),
    ("Marco", "Rossi", None, "3477770202", "1992-11-05", 0),
    ("Francesca", "Bellini", "Franca", "3335550303", "1970-01-30", 1),
    ("Giuseppe", "Ferraro", "Pino", "3290001144", "1959-09-08", 0),
    ("Chiara", "Lombardi", None, "3441230055", "1996-07-19", 0),
    ("Maria Grazia", "Esposito", None, "3388881122", "1964-04-02", 0),
    ("Luca", "Ricci", None, "3914445566", "1988-12-12", 0),
    ("Elisa", "Marini", None, "3492223344", "1999-02-27", 0),
    ("Paola", "D'Angelo", None, "3467890123", "1981-10-10", 0),
    ("Alessandro", "Greco", "Sandro", "3201239876", "1975-05-16", 0),
    ("Valentina", "Fontana", None, "3756543210", "1990-08-23", 0),
    ("Roberto", "Galli", None, "3661112244", "1968-03-03", 0),
    ("Martina", "Costa", None, "3512345670", "2001-06-30", 0),
    ("Silvia", "Barbieri", None, "3398765401", "1987-11-17", 0),
    ("Antonio", "Caruso", "Tonino", "0266670088", "1951-12-24", 0),
    ("Laura", "Gatti", None, "3479998877", "1994-09-29", 0),
    ("Stefano", "Pellegrini", None, "3294567812", "1983-01-11", 0),
    ("Teresa", "Longo", None, "3383332211", "1958-07-07", 0),
    ("Simone", "Leone", None, "3925551212", "2000-04-25", 0),
    ("Giovanna", "Martinelli", "Vanna", "3455556677", "1973-02-14", 0),
    ("Emma", "Schneider", None, "+4915112345678", "1991-05-05", 0),
)
"""nome, cognome, soprannome, telefono, data_nascita, is_vip."""

PAST: tuple[tuple[int, str, int, str, str], ...] = (
    (56, "10:00", 1, "Piega", "Sara"),
    (28, "10:30", 1, "Piega", "Sara"),
    (42, "15:00", 4, "Colore", "Sara"),
    (35, "11:00", 2, "Taglio Uomo", "Marco"),
    (21, "16:00", 3, "Taglio Uomo", "Davide"),
    (14, "09:30", 6, "Taglio Donna", "Giulia"),
    (14, "17:00", 5, "Barba", "Marco"),
    (7, "11:30", 10, "Manicure", "Elena"),
)
"""weeks * 7 days before the next Thursday (a Thursday, too), time, client, service, operator: done."""

AHEAD: tuple[tuple[int, str, int, tuple[str, ...], str, str], ...] = (
    (1, "10:00", 2, ("Taglio Uomo",), "Marco", "ROSSI2"),
    (1, "11:00", 12, ("Taglio Donna", "Piega"), "Giulia", "VALE12"),
    (2, "15:00", 4, ("Colore",), "Sara", "BELLA4"),
    (2, "10:00", 10, ("Pedicure",), "Elena", "PAOLA9"),
    (3, "09:00", 6, ("Piega",), "Sara", "CHIA06"),
    (3, "10:00", 15, ("Taglio Donna",), "Giulia", "SILVI5"),
    (3, "17:30", 8, ("Taglio Uomo", "Barba"), "Marco", "LUCA08"),
    (4, "10:00", 9, ("Colpi di sole",), "Sara", "ELISA9"),
    (4, "10:00", 17, ("Piega",), "Giulia", "LAURA7"),
    (4, "10:00", 11, ("Taglio Uomo",), "Davide", "SANDR1"),
    (4, "16:00", 14, ("Manicure",), "Elena", "MARTI4"),
    (5, "09:30", 13, ("Taglio Uomo",), "Marco", "ROBER3"),
    (5, "11:00", 21, ("Balayage",), "Sara", "VANNA1"),
    (5, "15:00", 18, ("Barba",), "Davide", "STEFA8"),
)
"""weekday (0 = Monday) of the next two weeks, time, client, services one after the other, operator, code. Sara is free on Thursdays at
four in the afternoon and taken on Fridays from ten."""

PRODUCTS: tuple[tuple[str, str, str, float], ...] = (
    ("Trattamenti", "Shampoo Nutriente", "Per capelli secchi, 250 ml", 14.5),
    ("Trattamenti", "Maschera Ristrutturante", "Da tenere in posa dieci minuti, 200 ml", 19.9),
    ("Trattamenti", "Olio di Argan", "Qualche goccia sulle punte, 50 ml", 24.0),
    ("Colore", "Shampoo Protezione Colore", "Mantiene vivo il colore, 250 ml", 16.0),
    ("Uomo", "Olio da Barba", "Ammorbidisce e profuma, 30 ml", 18.0),
    ("Taglio e piega", "Lacca Tenuta Forte", "Spray da 300 ml", 11.5),
    ("Estetica", "Crema Mani", "Alla mandorla, 75 ml", 9.9),
)
"""categoria, nome, descrizione, prezzo."""
