"""`python -m tests.retrieval [--half tuning|counted] [--no-minilm]`: the figures of the FAQ search, by words alone and with vectors."""

import argparse
import tempfile
import time
from pathlib import Path

from tests.retrieval.figures import DATA, outcomes, questions, searching, table
from tests.retrieval.minilm import fetch
from tests.sidecar.engines.tiny_embed import build


def main() -> None:
    """Prints the figures."""
    parser = argparse.ArgumentParser(prog="python -m tests.retrieval")
    parser.add_argument("--half", choices=("tuning", "counted"), default="counted")
    parser.add_argument("--no-minilm", action="store_true", help="leave out the English model, which pip has to fetch")
    options = parser.parse_args()
    asked = questions(options.half)
    print(f"{len(asked)} questions, {options.half} half; 95 % Wilson intervals")
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        print("\nwords alone\n" + table(outcomes(asked, folder / "words")))
        models = [build(folder / "tiny")]
        english = None if options.no_minilm else fetch(folder)
        models += [english] if english else []
        for model in models:
            print(f"\nwords and vectors of {model.name}\n" + table(outcomes(asked, folder / f"hybrid-{model.name}", model)))
        print("\ntime of a search over 1,000 entries, milliseconds")
        for model in (None, *models):
            median, high = _timed(folder / f"speed-{model.name if model else 'words'}", model)
            print(f"  {model.name if model else 'words alone':20} p50 {median:.2f}   p95 {high:.2f}")
        if english is None:
            print("\nall-MiniLM-L6-v2 was not measured: the package index did not give it")


def _timed(folder: Path, model: Path | None) -> tuple[float, float]:
    folder.mkdir(parents=True)
    many = folder / "many.md"
    whole = "\n".join(path.read_text(encoding="utf-8") for path in sorted(DATA.glob("*.md")))
    entries = [block for block in whole.split("### ")[1:] if not block.startswith("[")]
    many.write_text("".join(f"### Reparto {at}: {entries[at % len(entries)]}\n" for at in range(1000)), encoding="utf-8")
    taken: list[float] = []
    with searching("many", folder, model, many) as recall:
        for one in questions("tuning")[:200]:
            start = time.perf_counter()
            recall.search(one.query, 3, "it")
            taken.append(1000 * (time.perf_counter() - start))
    taken.sort()
    return taken[len(taken) // 2], taken[int(len(taken) * 0.95)]


if __name__ == "__main__":
    main()
