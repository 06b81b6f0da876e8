"""Plays the frozen program from another folder, without the source tree and without any Python on the path.

Run by `make smoke`, after `make freeze`. Every scene is a function that raises Wrong; what is judged is the frozen process, over its pipes.
The player of transcripts and the makers of the two small models are those of the source and its tests.
"""

import json
import os
import signal
import subprocess
import sys
import tempfile
import time
import wave
from collections.abc import Callable
from pathlib import Path

import freeze
import psutil
import starting
from frozen import PLACE, Frozen, Wrong, expect, held, until

ROOT = freeze.ROOT
sys.path.insert(0, str(ROOT))
CALL = (
    "Buongiorno, sono Anna De Luca, vorrei una piega con Sara giovedì pomeriggio alle quattro",
    "sì, perfetto",
    "no grazie, arrivederci",
)
HALF_A_SECOND = 2


def version_names_the_commit(frozen: Frozen) -> None:
    """The stamp of the build, and every engine that was brought along."""
    said = frozen.run("--version").decode()
    head = subprocess.run(["git", "rev-parse", "--short=12", "HEAD"], cwd=ROOT, capture_output=True, text=True, check=False).stdout.strip()
    stamp = (freeze.WORK / "commit.txt").read_text(encoding="ascii").strip()
    held(f"({stamp})" in said, f"--version does not name the commit {stamp}: {said}")
    held("not installed" not in said, f"an engine is missing: {said}")
    print(f"      {said.splitlines()[0]}{'' if stamp == head else f'; the checkout is at {head}'}")


def the_folder_is_small_and_complete(frozen: Frozen) -> None:
    """Size, licences, and the name that Tauri asks for."""
    size = freeze.apparent_size(frozen.folder)
    held(size <= freeze.LIMIT, f"the folder weighs {size / 2**20:.1f} MiB")
    held((frozen.folder / f"fluxion-sidecar-{freeze.triple()}").exists() or sys.platform == "win32", "no name with the target triple")
    licences = (frozen.folder / "THIRD_PARTY_LICENSES").read_text(encoding="utf-8")
    missing = [name for name in ("onnxruntime", "piper-tts", "apsw", "numpy", "phonenumberslite") if name not in licences]
    expect(missing, [], "packages without a licence")
    print(f"      {size / 2**20:.1f} MiB")


def a_call_is_booked_with_the_built_in_voice(frozen: Frozen) -> None:
    """The main job, every answer a complete sound."""
    with frozen.serving([*frozen.demo("espeak"), "--tts", "espeak"]) as line:
        booked = played(line, "espeak")
        held(until(lambda: line.notifications, 5), "no message for WhatsApp was told")
        expect(line.notifications[0]["params"]["appuntamento_id"], booked, "the appointment of the message")


def a_call_is_booked_with_a_piper_voice_and_embeddings(frozen: Frozen) -> None:
    """Models installed by the program itself, then used: Piper through onnxruntime, fastembed and usearch."""
    options = frozen.demo("models")
    for folder in (small_voice(frozen.room), small_embedding(frozen.room)):
        frozen.run("models", "add", str(folder), *options)
    listed = frozen.run("models", "list", *options).decode()
    expect(listed.count("installed"), 2, "models that are installed")
    with frozen.serving([*options, "--tts", "piper"]) as line:
        played(line, "piper")
        held(line.call("faq.search", query="dove lascio la macchina?")["results"], "the FAQ found nothing")
        ready = until(lambda: "vectors" in line.call("health.check", probe=True)["components"]["embeddings"]["detail"], 20)
        held(ready, f"embeddings: {line.call('health.check')['components']['embeddings']}")
        expect(line.call("health.check")["status"], "ok", "the state of health")


def what_lies_in_tables_is_there(frozen: Frozen) -> None:
    """Italy's holidays, foreign telephone numbers, the FAQ, four languages."""
    with frozen.serving([*frozen.demo("tables"), "--tts", "off"]) as line:
        names = {day["nome"] for day in line.call("settings.giorni_festivi", year=2027)["festivi"]}
        held({"Capodanno", "Epifania", "Natale"} <= names, f"holidays: {sorted(names)}")
        client = line.call("clienti.create", nome="Jean", cognome="Dupré", telefono="+33 1 42 68 53 00")
        expect(client["telefono"], "+33142685300", "a foreign number")
        held(line.call("faq.search", query="parcheggio")["results"], "the FAQ found nothing")
        expect(line.call("voice.greet", language="es", tts=False)["language"], "es", "the language of a greeting")
        expect(line.call("nlu.parse", text="il ventuno giugno alle tre e mezza")["date"], "2026-06-21", "a day said in words")


def every_transcript_gives_the_same_lines(frozen: Frozen) -> None:
    """The wire transcripts of the tests over the pipes of the frozen process; one of them also by its own player."""
    from sidecar import replay, transcript
    from sidecar.config import Config

    files = sorted((ROOT / "tests" / "transcripts").glob("*.jsonl"))
    held(files, "there is no transcript to play")
    for path in files:
        written = transcript.read(path)
        made = replay.prepare(written, Config.from_args({}, {}), frozen.room / PLACE / path.stem)
        options = ["--db", made.db, "--data-dir", made.data_dir, "--faq", made.faq, "--tts", made.tts, "--now", written.now.isoformat()]
        with frozen.serving([*map(str, options), "--llm", "off", "--embeddings", "off"], raw=True) as line:
            found = transcript.differences(written, transcript.play(written, line))
        held(not found, "\n".join([f"{path.stem} differs", *found])[:2000])
    booking = frozen.room / "booking.jsonl"
    booking.write_bytes((ROOT / "tests" / "transcripts" / "booking.jsonl").read_bytes())
    frozen.run("replay", str(booking))
    print(f"      {len(files)} transcripts")


def a_command_for_people_works(frozen: Frozen) -> None:
    """demo, chat, completion and the documents, equal to those of the source."""
    held("rows written" in frozen.run("demo").decode(), "demo shows no rows")
    options = frozen.demo("people")
    held(
        "Aurora" in frozen.run("chat", *options, "--tts", "off", text=b"quanto costa la piega?\n/fine\n").decode(),
        "chat says nothing",
    )
    held(frozen.run("completion", "bash"), "no completion")
    held(frozen.run("openrpc") == (ROOT / "docs" / "openrpc.json").read_bytes(), "the OpenRPC document is not that of docs/: make docs")
    held(frozen.run("types") == (ROOT / "docs" / "examples" / "sidecar.ts").read_bytes(), "the client is not that of docs/: make docs")


def the_doctor_finds_nothing_broken(frozen: Frozen) -> None:
    """Every native library and data file really tried; a missing database is an error."""
    report = json.loads(frozen.run("doctor", "--json", *frozen.demo("doctor")))
    expect([check for check in report["checks"] if check["state"] == "error"], [], "what is broken")
    missing = json.loads(frozen.run("doctor", "--json", *frozen.business("none"), code=1))
    expect([check["name"] for check in missing["checks"] if check["state"] == "error"], ["database"], "what is broken without a database")
    print(f"      {next(check['detail'] for check in report['checks'] if check['name'] == 'server')}")


def a_closed_input_ends_it(frozen: Frozen) -> None:
    """Standard input closed before the program begins: nothing is said, and it ends by itself."""
    if sys.platform == "win32":
        return
    ended = subprocess.run(
        ["/bin/sh", "-c", '"$0" "$@" <&-', str(frozen.program), *frozen.demo("closed"), "--tts", "off"],
        env=frozen.environment, capture_output=True, timeout=60, cwd=frozen.room, check=False,
    )  # fmt: skip
    expect((ended.returncode, ended.stdout), (0, b""), "exit code and output")


def two_copies_sell_a_place_once(frozen: Frozen) -> None:
    """Two processes on one file, both asked for the same hour at once."""
    options = [*frozen.demo("two"), "--tts", "off"]
    with frozen.serving(options) as one, frozen.serving(options) as other:
        client = one.call("clienti.search", nome="Anna De Luca")["clienti"][0]["id"]
        service = next(service["id"] for service in other.call("servizi.list")["servizi"] if service["nome"] == "Piega")
        operator = next(person["id"] for person in one.call("operatori.list")["operatori"] if person["nome"] == "Sara")
        wish = {"cliente_id": client, "servizi": [service], "operatore_id": operator, "data": "2026-03-12", "ora": "16:00"}
        answers = [line.ask("appuntamenti.create", **wish) for line in (one, other)]
    outcomes = ["result" if "result" in answer else answer["error"]["data"]["name"] for answer in answers]
    expect(outcomes, ["result", "conflict"], "the two answers")


def a_killed_server_leaves_no_child(frozen: Frozen) -> None:
    """kill -9 while a voice child lives: the child ends by itself, and nothing is left in the folder."""
    with frozen.serving([*frozen.demo("killed"), "--tts", "espeak"]) as line:
        line.call("voice.greet")
        children = psutil.Process(line.process.pid).children(recursive=True)
        held(children, "the voice has no process of its own")
        line.process.kill()
        line.process.wait(10)
        held(
            until(lambda: not any(child.is_running() and child.status() != psutil.STATUS_ZOMBIE for child in children), 10),
            "a child is left",
        )


def it_ends_as_it_is_told(frozen: Frozen) -> None:
    """shutdown and exit, exit alone, SIGTERM, end of input, death of the parent that was named."""
    options = [*frozen.demo("ends"), "--tts", "off"]
    with frozen.serving(options) as line:
        line.call("shutdown")
        line.send({"jsonrpc": "2.0", "method": "exit"})
        expect(line.process.wait(10), 0, "the exit code after shutdown and exit")
    with frozen.serving(options) as line:
        line.send({"jsonrpc": "2.0", "method": "exit"})
        expect(line.process.wait(10), 1, "the exit code after exit alone")
    with frozen.serving(options) as line:
        line.call("initialize")
        begun = time.monotonic()
        expect(line.close(), 0, "the exit code at the end of input")
        print(f"      end of input to exit {(time.monotonic() - begun) * 1000:.0f} ms")
    if sys.platform != "win32":
        with frozen.serving(options) as line:
            line.call("initialize")
            os.kill(line.process.pid, signal.SIGTERM)
            expect(line.process.wait(10), 0, "the exit code after SIGTERM")
    parent = subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE)
    with frozen.serving([*options, "--parent-pid", str(parent.pid)]) as line:
        line.call("initialize")
        parent.kill()
        parent.wait(10)
        expect(line.process.wait(10), 0, "the exit code after the death of the parent")
    assert parent.stdin is not None
    parent.stdin.close()


def it_starts_fast(frozen: Frozen) -> None:
    """The first answer, beside a frozen hello world in the same run."""
    plain, ours = starting.measured(frozen.program)
    print(f"      hello world {plain:.0f} ms, first answer {ours:.0f} ms: {ours / plain:.2f} times (at most {starting.MOST})")
    held(ours <= starting.MOST * plain, "the start is too slow")


SCENES: tuple[Callable[[Frozen], None], ...] = (
    version_names_the_commit,
    the_folder_is_small_and_complete,
    a_call_is_booked_with_the_built_in_voice,
    a_call_is_booked_with_a_piper_voice_and_embeddings,
    what_lies_in_tables_is_there,
    every_transcript_gives_the_same_lines,
    a_command_for_people_works,
    the_doctor_finds_nothing_broken,
    a_closed_input_ends_it,
    two_copies_sell_a_place_once,
    a_killed_server_leaves_no_child,
    it_ends_as_it_is_told,
    it_starts_fast,
)


def played(line: object, engine: str) -> object:
    """Plays the call; every answer must come with a complete sound of that engine. The id of the appointment."""
    from frozen import Line

    assert isinstance(line, Line)
    turn = line.call("voice.greet")
    created: list[object] = []
    for text in CALL:
        turn = line.call("voice.process", session_id=turn["session_id"], text=text)
        expect(turn["tts_engine"], engine, f"the voice of {text!r}")
        held(not turn["degraded"], f"without {turn['degraded']} after {text!r}")
        sounding(Path(turn["audio_path"]))
        created += [action["id"] for action in turn["actions"] if action["type"] == "appuntamento_creato"]
    expect((len(created), turn["step"]), (1, "chiusa"), "appointments made and the last step")
    return created[0]


def sounding(path: Path) -> None:
    """A whole WAV file of at least half a second."""
    with wave.open(str(path)) as sound:
        expect((sound.getnchannels(), sound.getsampwidth()), (1, 2), "channels and bytes a sample")
        held(sound.getnframes() * HALF_A_SECOND > sound.getframerate(), f"{path.name} is too short")
        held(any(sound.readframes(sound.getnframes())), f"{path.name} is silent")


def small_voice(room: Path) -> Path:
    """A tiny Piper voice in a folder."""
    from tests.sidecar.engines import tiny_voice

    return tiny_voice.build(room / "voice").parent


def small_embedding(room: Path) -> Path:
    """A tiny embedding model in a folder."""
    from tests.sidecar.engines import tiny_embed

    return tiny_embed.build(room / "multilingual-e5-small")


def main() -> int:
    """Plays every scene, or those that are named; 1 where one goes wrong."""
    wanted = sys.argv[1:]
    worst = 0
    with tempfile.TemporaryDirectory(prefix="fluxion-smoke-", ignore_cleanup_errors=True) as name:
        frozen = Frozen(freeze.DIST / "fluxion-sidecar", Path(name))
        for scene in SCENES:
            if wanted and scene.__name__ not in wanted:
                continue
            begun = time.monotonic()
            try:
                scene(frozen)
                said = "ok   "
            except (Wrong, OSError, subprocess.SubprocessError) as error:
                said, worst = f"WRONG {error}", 1
            print(f"{said} {scene.__name__.replace('_', ' ')} ({time.monotonic() - begun:.1f} s)", flush=True)
    return worst


if __name__ == "__main__":
    raise SystemExit(main())
