"""Prints how well Italian is understood: `python -m tests.eval [--counted | --third] [--noise SEED] [--show]`.

Clean and through the noise channel: intents with macro-F1 and confusion, slots exact, days and hours by kind, calibration; every figure
with its number of cases and 95 % interval. `--counted` (or `--fresh`) counts the held-out part by another author and
prints figures only, never a sentence. `--show` lists what is wrong in the tuning part.
"""

import argparse
import statistics
import sys
import time
from collections.abc import Sequence

from pipeline.italian import judging, opinion
from pipeline.italian.parse import parse, warm
from tests.eval.cases import Case, dateless, labelled, lexicon
from tests.eval.counting import Outcome, confusion, macro_f1, run, share
from tests.eval.scoring import FIELDS, SLOTS, WHEN, counted, right

BINS = ((0.0, 0.5), (0.5, 0.7), (0.7, 0.8), (0.8, 0.9), (0.9, 0.95), (0.95, 1.01))


def main(arguments: Sequence[str] | None = None) -> int:
    """Count and print; 0 always, the thresholds are kept by the tests."""
    options = _options(arguments)
    part: str = options.part
    cases = labelled(part)
    for business in {case.business for case in cases}:
        warm(lexicon(business))
    clean = run(cases)
    report(f"{part}, clean", clean)
    report(f"{part}, through the noise channel (seed {options.noise})", run(cases, options.noise))
    texts = run(dateless(part == "counted"))
    silent = share(not any(item.said[field] for field in WHEN) for item in texts)
    print(f"\nnothing found where no day or hour is said   {silent}")
    _speed(cases)
    if options.show and part != "counted":
        _show(run(cases, options.noise) if options.show == "noisy" else clean, texts)
    return 0


def report(title: str, outcomes: list[Outcome]) -> None:
    """Every figure of one run."""
    print(f"\n== {title}: {len(outcomes)} cases")
    judged = [item for item in outcomes if "intent" not in item.case.skip]
    pairs = [(str(item.case.expect.get("intent")), str(item.said["intent"])) for item in judged]
    print(f"intent                       {share(wanted == got for wanted, got in pairs)}   macro-F1 {macro_f1(pairs):.4f}")
    _opinions(judged)
    for label in sorted({wanted for wanted, _ in pairs}):
        print(f"  {label:26s} {share(wanted == got for wanted, got in pairs if wanted == label)}")
    for wanted, got, count in confusion(pairs):
        print(f"    {wanted} taken for {got}: {count}")
    print(f"all slots exact              {share(all(right(item.case, item.said, field) for field in SLOTS) for item in outcomes)}")
    print(
        f"days and hours exact         {share(all(right(item.case, item.said, field) for field in WHEN) for item in _with_when(outcomes))}"
    )
    for field in FIELDS[1:]:
        told = [item for item in outcomes if counted(item.case, item.said, field)]
        print(f"  {field:26s} {share(right(item.case, item.said, field) for item in told)}")
    print("slots exact by kind of case")
    for kind in sorted({item.case.kind for item in outcomes}):
        same = [item for item in outcomes if item.case.kind == kind]
        print(f"  {kind:26s} {share(all(right(item.case, item.said, field) for field in SLOTS) for item in same)}")
    _calibration(judged)


def _opinions(judged: list[Outcome]) -> None:
    """The tables alone, the fitted opinion alone where it is asked, and both (sentences it was fitted on flatter it)."""
    tables: list[bool] = []
    fitted: list[bool] = []
    for item in judged:
        context = item.case.context()
        verdict = judging.judge(item.text, item.text, context)
        wanted = item.case.expect.get("intent")
        tables.append(verdict.intent == wanted)
        if opinion.is_open(verdict):
            likely = opinion.likelihoods(opinion.features(verdict, context))
            fitted.append(opinion.CLASSES[max(range(len(likely)), key=likely.__getitem__)] == wanted)
    print(f"  the tables alone           {share(tables)}")
    print(f"  the model alone            {share(fitted)}   (where the tables leave it open)")


def _with_when(outcomes: list[Outcome]) -> list[Outcome]:
    return [item for item in outcomes if any(counted(item.case, item.said, field) for field in WHEN)]


def _calibration(judged: list[Outcome]) -> None:
    print("calibration: confidence said, share right")
    for low, high in BINS:
        inside = [item for item in judged if item.said["intent"] and low <= item.confidence < high]
        mean = statistics.fmean(item.confidence for item in inside) if inside else 0.0
        exact = share(item.said["intent"] == item.case.expect.get("intent") for item in inside)
        print(f"  {low:.2f}-{min(high, 1):.2f} (mean {mean:.3f})      {exact}")


def _speed(cases: list[Case]) -> None:
    spent: list[float] = []
    for case in cases:
        context = case.context()
        begin = time.perf_counter()
        parse(case.text + " ", context)
        spent.append((time.perf_counter() - begin) * 1000)
    ranked = sorted(spent)
    slow = ranked[int(len(ranked) * 0.99)]
    print(f"one parse: median {statistics.median(ranked):.2f} ms, 99th percentile {slow:.2f} ms, {len(ranked)} texts")


def _show(outcomes: list[Outcome], texts: list[Outcome]) -> None:
    for item in outcomes:
        wrong = [field for field in FIELDS if not right(item.case, item.said, field)]
        if wrong:
            print(f"{item.case.id} {item.case.step} | {item.text}")
            for field in wrong:
                print(f"      {field}: wanted {item.case.expect.get(field)!r}, got {item.said[field]!r} ({item.confidence:.2f})")
    for item in texts:
        found = {field: item.said[field] for field in WHEN if item.said[field]}
        if found:
            print(f"{item.case.id} {item.case.step} | {item.text} {found}")


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.eval", description=__doc__)
    parser.add_argument(
        "--counted", "--fresh", dest="part", action="store_const", const="counted", help="count the held-out part, figures only"
    )
    parser.add_argument("--third", dest="part", action="store_const", const="third", help="the newest sentences that are tuned on")
    parser.set_defaults(part="tuning")
    parser.add_argument("--noise", type=int, default=1, metavar="SEED", help="seed of the noise channel (1)")
    parser.add_argument("--show", nargs="?", const="clean", choices=("clean", "noisy"), help="list what is wrong in the tuning part")
    return parser.parse_args(arguments)


if __name__ == "__main__":
    sys.exit(main())
