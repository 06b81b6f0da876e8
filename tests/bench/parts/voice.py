"""The voice that needs no download: a recap of thirty words, a phrase that was said before, a whole turn with its sound."""

from tests.bench.bench import Bench
from tests.bench.figures import Findings, Row, quantile
from tests.bench.shop import openings, shop

RECAP_MS, CACHED_MS = 300.0, 5.0
_RECAP = (
    "Le confermo il riepilogo numero {}: una piega con Sara per giovedì dodici marzo alle ore sedici, durata trenta minuti,"
    " prezzo venti euro, a nome di Anna De Luca. Va bene così, confermo l'appuntamento?"
)
_NUMBERS = "uno due tre quattro cinque sei sette otto nove dieci undici dodici tredici quattordici quindici sedici"


def measure(bench: Bench) -> Findings:
    """Each recap is new to the voice; the cached phrase has been said once."""
    found = Findings()
    folder = bench.place("voice")
    shop(folder, bench.sizes.appointments)
    with bench.server(folder, tts="espeak") as server:
        bench.say("the first words")
        first, _ = server.timed("voice.synthesize", {"text": "Buongiorno."})
        found.add("first words of a process", 1000 * first, "ms")
        bench.say("recaps of thirty words")
        texts = [_RECAP.format(number) for number in _NUMBERS.split()[: bench.sizes.voices]]
        recaps = [server.timed("voice.synthesize", {"text": text})[0] for text in texts]
        found.times(f"recap of {len(texts[0].split())} words", recaps, RECAP_MS)
        bench.say("a phrase said before")
        again = [server.timed("voice.synthesize", {"text": "Mi dica, in cosa posso aiutarla?"})[0] for _ in range(bench.sizes.calls + 1)][
            1:
        ]
        found.times("a phrase said before", again, CACHED_MS)
        bench.say("turns with their sound")
        turns: list[float] = []
        for number, at in enumerate(openings(bench.sizes.voices)):
            said = {"session_id": f"voice-{number}"}
            text = f"buongiorno, sono Anna De Luca, vorrei una piega con Sara il {at}"
            turns.append(server.timed("voice.process", {"text": text, **said})[0])
            turns.append(server.timed("voice.process", {"text": "no, lasci stare", **said})[0])
        found.times("a turn with its sound", turns)
    found.rows.append(Row("TTS generation", 1000, 2000, 1000 * quantile(recaps, 1.0)))
    found.rows.append(Row("End-to-end (with TTS)", 4000, 6000, 1000 * quantile(turns, 1.0)))
    return found
