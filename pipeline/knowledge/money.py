"""Prices, discounts and emoji as the token specification writes them.

Called by `values` and the calling functions. Calls `foreign.languages` for folding. Must never know a database or a language.
"""

import re
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation
from functools import lru_cache
from typing import Any

from pipeline.foreign.languages import fold

_CENT = Decimal("0.01")

UNKNOWN_EMOJI = "•"
EMOJI: tuple[tuple[str, str], ...] = (
    ("🧀", r"cheese\w*|dairy|formagg\w*|mozzarell\w*|burrat\w*|parmigian\w*|pecorin\w*|ricott\w*|gorgonzol\w*|grana|provol\w*|"
          r"caciocavall\w*|"
          r"latticin\w*|latt\w* e derivat\w*"),
    ("🧊", r"frozen|surgelat\w*|congelat\w*|ghiacci\w*|ice"),
    ("🍷", r"prosecc\w*|spumant\w*|vin[oi]|wine\w*|chianti|barolo|lambrusco|franciacorta|amarone|champagne"),
    ("🚚", r"spedizion\w*|shipping|consegn\w*|delivery|trasport\w*|corrier\w*"),
    ("📞", r"assistenz\w*|support\w*|customer service|servizio clienti|call center|consulenz\w* telefonic\w*"),
    ("🥫", r"sauce\w*|preserve\w*|sals[ae]|sugh?[oi]|conserv\w*|pest[oi]|pelat[oi]|passat\w* di pomodoro|marmellat\w*|confettur\w*"),
    ("🍝", r"pasta|spaghett\w*|penne|tagliatell\w*|lasagn\w*|raviol\w*|gnocch\w*|tortellin\w*"),
    ("🍕", r"pizz\w*|focacc\w*"),
    ("🍞", r"pan[ei]|bread|bakery|fornai\w*|panific\w*|grissin\w*"),
    ("🥩", r"carn[ei]|meat\w*|salum\w*|prosciutt\w*|salam[ei]|bresaol\w*|mortadell\w*|guancial\w*|speck|bistecc\w*"),
    ("🐟", r"pesc[ei]|fish|tonn[oi]|salmon\w*|acciugh\w*|seafood"),
    ("🫒", r"oli[oi]|oliv\w*"),
    ("🍅", r"pomodor\w*|tomato\w*"),
    ("🥦", r"verdur\w*|vegetable\w*|ortagg\w*"),
    ("🍎", r"frutt\w*|fruit\w*|mel[ae]"),
    ("🍰", r"dolc[ei]|dessert\w*|tort[ae]|cake\w*|tiramisu|cannol\w*|panetton\w*|pandor[oi]|biscott\w*"),
    ("🍫", r"cioccolat\w*|chocolate"),
    ("🍦", r"gelat[oi]|sorbett\w*"),
    ("☕", r"caffe|coffee|espress[oi]"),
    ("🍺", r"birr[ae]|beer\w*"),
    ("💧", r"acqu[ae]|water"),
    ("🥤", r"bevand\w*|bibit\w*|drinks?"),
    ("🍯", r"miel[ei]|honey"),
    ("💳", r"pagament\w*|payment\w*"),
    ("🎁", r"regal[oi]|gift\w*|buon[oi] regalo"),
    ("👰", r"spos[ae]|bridal"),
    ("🧔", r"barb[ae]|rasatur\w*|beard\w*|shave"),
    ("💇", r"tagli[oi]|pieg[ah]\w*|capell[oi]|hair\w*|acconciatur\w*|permanent[ei]|extension|haircut"),
    ("🎨", r"color[ei]|tint[ae]|colorazion\w*|colpi di sole|meches|balayage|shatush|degrade"),
    ("💅", r"manicure|pedicure|unghi[ae]|smalt\w*|semipermanent[ei]|nails?|ricostruzion\w*"),
    ("💄", r"trucc[oi]|make ?up|rossett\w*|mascara"),
    ("🧴", r"shampoo|balsam[oi]|crem[ae]|lozion\w*|maschera|trattament\w*|sier[oi]|keratin\w*|cheratin\w*|lacc[ah]\w*|gel"),
    ("💆", r"massagg\w*|massage\w*|spa|relax|benessere|viso|corpo|estetic\w*|ceret\w*|depilazion\w*|pulizia del viso"),
    ("🦷", r"dent[ei]|dental\w*|ortodon\w*|impiant[oi]|igiene oral\w*|otturazion\w*|sbiancament\w*|carie|devitalizzazion\w*"),
    ("🐾", r"can[ei]|gatt[oi]|cuccioli?|animal[ei]|veterinari\w*|toelettatur\w*|sterilizzazion\w*"),
    ("💉", r"vaccin\w*|prelievo|prelievi|iniezion\w*"),
    ("🩺", r"visit[ae]|medic\w*|cardiolog\w*|dermatolog\w*|ecografi\w*|elettrocardiogramma|controll[oi]|certificat\w*"),
    ("🧘", r"yoga|pilates|meditazion\w*"),
    ("🏊", r"nuot[oi]|piscin[ae]|acquagym"),
    ("💪", r"palestr[ae]|fitness|personal|allenament\w*|crossfit|spinning|zumba|corpo libero"),
    ("🛞", r"gomm[ae]|pneumatic[oi]|convergenz\w*|equilibratur\w*"),
    ("🔧", r"tagliand[oi]|revision[ei]|fren[oi]|frizion[ei]|officina|meccanic\w*|riparazion\w*|diagnosi|cambio olio"),
    ("🚗", r"aut[oi]|macchin[ae]|carrozzeri\w*|car"),
)  # fmt: skip


@lru_cache(maxsize=1)
def _emoji_table() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((sign, re.compile(rf"\b(?:{pattern})\b")) for sign, pattern in EMOJI)


@lru_cache(maxsize=4096)
def emoji(name: str) -> str:
    """The sign that stands before a name as it is stored; `•` for a name the table does not know."""
    folded = fold(name)
    return next((sign for sign, pattern in _emoji_table() if pattern.search(folded)), UNKNOWN_EMOJI)


def amount(value: Any) -> Decimal | None:
    """A finite Decimal of what the file holds (Decimal, number or text), None where it holds none."""
    if value is None or isinstance(value, bool):
        return None
    try:
        number = value if isinstance(value, Decimal) else Decimal(str(value).strip())
    except InvalidOperation:
        return None
    return number if number.is_finite() else None


def price(value: Any) -> str | None:
    """`€8.90`, rounded to the cent; None where no price (or a negative one) is stored."""
    number = amount(value)
    if number is None or number < 0:
        return None
    return f"€{number.quantize(_CENT, ROUND_HALF_UP)}"


def discount(value: Any) -> str | None:
    """`10%` or `7.5%` without trailing zeros; None for null, zero and less: those are no discount."""
    number = amount(value)
    if number is None or number <= 0:
        return None
    return f"{number.normalize():f}%"
