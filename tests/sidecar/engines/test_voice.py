"""The chain of voices against the real libraries: sound that is sound, failures that cost one sound, nothing left behind."""

import os
import threading
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest

from sidecar.engines.voice import ChainVoice
from tests.sidecar.engines.sounds import HandClock, RealClock, make_config, measure, wait_until
from tests.sidecar.engines.tiny_voice import SAMPLE_RATE, build

RECAP = (
    "Allora, Le confermo l'appuntamento: taglio e piega con Sara, giovedì dodici marzo alle quindici e trenta, "
    "al prezzo di quarantacinque euro. Va bene così, signora?"
)
LONG = " ".join([RECAP] * 12)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "dati è qui"


@pytest.fixture
def voice(folder: Path) -> Iterator[ChainVoice]:
    made = ChainVoice(make_config(folder), RealClock())
    yield made
    made.close()


@pytest.fixture
def piper(folder: Path) -> Iterator[ChainVoice]:
    build(folder / "models")
    made = ChainVoice(make_config(folder), RealClock())
    yield made
    made.close()


def kill_children(voice_pids: tuple[int, ...]) -> None:
    for pid in voice_pids:
        psutil.Process(pid).kill()


def test_a_machine_without_any_model_speaks_italian_in_real_sound(voice: ChainVoice) -> None:
    sound = voice.speak(RECAP, "it")
    heard = measure(sound.path)
    assert (sound.engine, sound.degraded) == ("espeak", ())
    assert (heard.channels, heard.width, heard.sample_rate) == (1, 2, sound.sample_rate)
    words = len(RECAP.split())
    assert words / 200 * 60 < heard.seconds < words / 110 * 60
    assert 0.03 < heard.loudness < 0.5
    assert heard.clipped < 0.001
    assert abs(sound.duration_ms - heard.seconds * 1000) < 2


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("it", "Buongiorno, come posso aiutarla?"),
        ("en", "Good morning, how can I help you?"),
        ("es", "Buenos días, ¿cómo puedo ayudarle?"),
        ("pt", "Bom dia, como posso ajudar?"),
    ],
)
def test_four_languages_have_a_voice_of_their_own(voice: ChainVoice, language: str, text: str) -> None:
    heard = measure(voice.speak(text, language).path)
    assert 1.0 < heard.seconds < 5.0
    assert heard.loudness > 0.03


def test_piper_speaks_when_its_files_are_there(piper: ChainVoice) -> None:
    sound = piper.speak(RECAP, "it")
    heard = measure(sound.path)
    assert (sound.engine, sound.degraded, heard.sample_rate) == ("piper", (), SAMPLE_RATE)
    assert heard.seconds > 5.0
    assert heard.loudness > 0.05
    assert heard.clipped < 0.001


def test_a_voice_in_a_folder_of_its_own_is_found(folder: Path) -> None:
    build(folder / "models" / "it_IT-paola-medium")
    voice = ChainVoice(make_config(folder), RealClock())
    assert voice.speak("Buongiorno", "it").engine == "piper"
    voice.close()


def test_the_italian_voice_does_not_speak_english_and_an_installed_english_one_does(piper: ChainVoice, folder: Path) -> None:
    first = piper.speak("Good morning", "en")
    build(folder / "models", "en_GB-alba-medium", "en")
    second = piper.speak("Good morning", "en")
    assert [(first.engine, first.degraded), (second.engine, second.degraded)] == [("espeak", ()), ("piper", ())]


def test_a_long_text_is_spoken_whole(piper: ChainVoice) -> None:
    short, long = measure(piper.speak(RECAP, "it").path), measure(piper.speak(LONG, "it").path)
    assert 11 < long.seconds / short.seconds < 13


@pytest.mark.parametrize("text", ["", "   ", "...", "?! - '", "\n\t"])
def test_nothing_to_say_makes_no_sound_and_no_fault(voice: ChainVoice, text: str) -> None:
    sound = voice.speak(text, "it")
    assert (sound.path, sound.engine, sound.degraded) == (None, "none", ())


@pytest.mark.parametrize("text", ["ciao \ud800 a tutti", "ciao\0a tutti", "ciao [[ a tutti ]] <speak>"])
def test_odd_characters_do_not_count_against_an_engine(piper: ChainVoice, text: str) -> None:
    sounds = [piper.speak(text, "it"), piper.speak(text, "en")]
    assert [(sound.engine, sound.degraded) for sound in sounds] == [("piper", ()), ("espeak", ())]


def test_an_endless_text_is_cut_and_said_to_be(voice: ChainVoice) -> None:
    sound = voice.speak("Un appuntamento dopo l'altro. " * 400, "it")
    assert (sound.engine, sound.degraded) == ("espeak", ("tts",))
    assert measure(sound.path).seconds < 700


def test_a_voice_that_is_off_is_not_degraded(folder: Path) -> None:
    voice = ChainVoice(make_config(folder, "off"), RealClock())
    sound = voice.speak(RECAP, "it")
    assert (sound.path, sound.engine, sound.degraded, voice.state()[0]) == (None, "none", (), "off")


def test_the_same_words_are_found_again_and_another_voice_is_not_mixed_up(piper: ChainVoice) -> None:
    first, again = piper.speak("Buongiorno", "it"), piper.speak("  Buongiorno ", "it")
    other = piper.speak("Buongiorno", "es")
    assert first.path == again.path
    assert other.path != first.path


def test_a_sound_deleted_by_the_host_is_made_again(voice: ChainVoice) -> None:
    first = voice.speak("Buongiorno", "it").path
    assert first is not None
    Path(first).unlink()
    assert measure(voice.speak("Buongiorno", "it").path).seconds > 0.3


@pytest.mark.parametrize("damage", [b"", b"not a model at all" * 40, b"\x08" + b"\xff" * 4000])
def test_a_broken_model_falls_back_to_the_synthesiser_and_is_named(piper: ChainVoice, folder: Path, damage: bytes) -> None:
    (folder / "models" / "it_IT-paola-medium.onnx").write_bytes(damage)
    sound = piper.speak("Buongiorno", "it")
    assert (sound.engine, sound.degraded) == ("espeak", ("tts",))
    state, detail = piper.state()
    assert state == "degraded"
    assert "piper" in detail or "models pull it_IT-paola-medium" in detail


def test_a_configuration_that_is_no_json_falls_back_and_names_the_cure(piper: ChainVoice, folder: Path) -> None:
    (folder / "models" / "it_IT-paola-medium.onnx.json").write_text("{broken", encoding="utf-8")
    assert piper.speak("Buongiorno", "it").degraded == ("tts",)
    assert piper.state() == (
        "degraded",
        "it_IT-paola-medium.onnx.json is not readable JSON: `models pull it_IT-paola-medium` mends it",
    )


def test_a_voice_that_was_insisted_on_and_is_missing_is_degraded(folder: Path) -> None:
    voice = ChainVoice(make_config(folder, "piper"), RealClock())
    sound = voice.speak("Buongiorno", "it")
    assert (sound.engine, sound.degraded, voice.state()[0]) == ("espeak", ("tts",), "degraded")
    voice.close()


def test_a_model_installed_while_running_is_used_from_the_next_sound_on(voice: ChainVoice, folder: Path) -> None:
    before = voice.speak("Buongiorno", "it").engine
    build(folder / "models")
    assert (before, voice.speak("Buongiorno", "it").engine) == ("espeak", "piper")


def test_a_child_killed_between_two_sounds_is_replaced(voice: ChainVoice) -> None:
    voice.speak("Uno", "it")
    kill_children(voice.pids())
    assert voice.speak("Due", "it").engine == "espeak"


def test_a_child_killed_in_the_middle_costs_that_engine_one_sound(piper: ChainVoice) -> None:
    piper.speak("Buongiorno", "it")
    killer = threading.Thread(target=lambda: wait_until(piper.busy) and kill_children(piper.pids()))
    killer.start()
    struck = piper.speak(LONG * 2, "it")
    killer.join()
    assert (struck.engine, struck.degraded) == ("espeak", ("tts",))
    assert measure(struck.path).seconds > 60
    assert piper.speak("Due", "it").engine == "piper"


def test_three_failures_open_the_breaker_and_the_fourth_sound_does_not_try(folder: Path) -> None:
    build(folder / "models").write_bytes(b"\x08" + b"\xff" * 4000)
    clock = HandClock()
    voice = ChainVoice(make_config(folder), clock)
    for word in ("uno", "due", "tre"):
        voice.speak(word, "it")
    assert voice.breakers() == {"tts_piper": "open", "tts_espeak": "closed"}
    build(folder / "models")
    assert voice.speak("quattro", "it").engine == "espeak"
    clock.at += 61
    assert (voice.speak("cinque", "it").engine, voice.breakers()["tts_piper"]) == ("piper", "closed")
    voice.close()


def test_a_program_that_cannot_be_started_leaves_text_only(folder: Path) -> None:
    voice = ChainVoice(make_config(folder), RealClock(), argv=[str(folder / "nothing-here")])
    sound = voice.speak("Buongiorno", "it")
    assert (sound.path, sound.engine, sound.degraded, voice.state()[0]) == (None, "none", ("tts",), "error")
    voice.close()


def test_a_cancelled_sound_is_abandoned_and_the_next_one_is_spoken(piper: ChainVoice) -> None:
    piper.speak("Buongiorno", "it")
    sound = piper.speak(LONG * 4, "it", piper.busy)
    assert (sound.path, sound.engine, sound.degraded) == (None, "none", ("tts_cancelled",))
    assert piper.speak("Ancora qui", "it").engine == "piper"
    assert piper.breakers() == {"tts_piper": "closed", "tts_espeak": "closed"}


def test_fixed_phrases_are_spoken_ahead_once_the_first_turn_has_spoken(voice: ChainVoice, folder: Path) -> None:
    voice.prepare(["Che giorno preferisce?", "A che ora?"])
    assert voice.pids() == ()
    voice.speak("Buongiorno", "it")
    assert wait_until(lambda: len(list((folder / "audio_output").glob("*.wav"))) == 3)
    before = set((folder / "audio_output").glob("*.wav"))
    found = voice.speak("Che giorno preferisce?", "it").path
    assert found is not None
    assert Path(found) in before


def test_a_probe_speaks_and_reports(voice: ChainVoice, folder: Path) -> None:
    voice.probe()
    state, detail = voice.state()
    assert (state, "models pull it_IT-paola-medium" in detail) == ("ok", True)
    assert len(list((folder / "audio_output").glob("*.wav"))) == 1


def test_a_folder_of_sounds_that_is_a_file_is_named_without_its_path_and_used_again_once_it_is_gone(
    voice: ChainVoice, folder: Path
) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "audio_output").write_text("")
    assert voice.speak("buongiorno", "it").path is None
    assert voice.state() == ("error", "audio_output cannot be used (File exists): check it and its permissions")
    (folder / "audio_output").unlink()
    assert voice.speak("buonasera", "it").path is not None


def test_many_callers_at_once_all_get_their_own_sound(voice: ChainVoice) -> None:
    paths: list[str | None] = []

    def call(n: int) -> None:
        paths.append(voice.speak(f"Appuntamento {'bis ' * n}", "it").path)

    threads = [threading.Thread(target=call, args=(n,)) for n in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len({path for path in paths if path}) == 8


def test_two_hundred_turns_leave_no_handle_thread_or_process_behind(voice: ChainVoice) -> None:
    process = psutil.Process()
    for n in range(20):
        voice.speak(f"Prova {'sì ' * (n % 5)}{chr(97 + n)}", "it")
    handles, threads, memory = process.num_fds() if os.name == "posix" else 0, threading.active_count(), process.memory_info().rss
    for n in range(200):
        voice.speak(f"Turno {chr(97 + n % 26)} {chr(97 + n // 26)}", "it")
    assert wait_until(lambda: (process.num_fds() if os.name == "posix" else 0) <= handles)
    assert wait_until(lambda: threading.active_count() <= threads)
    assert process.memory_info().rss - memory < 8_000_000
    pids = voice.pids()
    voice.close()
    assert [pid for pid in pids if psutil.pid_exists(pid)] == []
    assert [thread.name for thread in threading.enumerate() if thread.name.startswith("voice")] == []


def test_no_partial_file_is_ever_left_in_the_folder(voice: ChainVoice, folder: Path) -> None:
    voice.speak("Buongiorno", "it")
    kill_children(voice.pids())
    voice.speak("Buonasera", "it")
    assert [path.name for path in (folder / "audio_output").iterdir() if path.suffix == ".part"] == []
