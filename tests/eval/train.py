"""Fits the second opinion on intents: `python -m tests.eval.train [--write]`.

Reads the tuning part, intents.txt and every file of tests/data/nlu/training (never the counted part), each sentence clean and through
the noise channel. The weights are those of a multinomial logistic regression over hashed traits, found through the kernel, so that a
fit takes seconds; how strong it is bound is chosen by leaving out one source after another. How both opinions are weighed together is
fitted on those left-out readings of the training folder alone, for the tables were made on the others. Nothing is drawn by chance.
"""

import argparse
import base64
import sys
import zlib
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from pipeline.italian import judging, opinion
from pipeline.italian.intents import FREE_STEPS
from pipeline.italian.judging import Judged
from pipeline.model.parse import Context
from tests.eval.cases import Case, labelled
from tests.eval.counting import share
from tests.eval.noise import noisy
from tests.eval.training import single_sentences, sources

Matrix = NDArray[np.floating[Any]]
OUT = Path(__file__).parents[2] / "pipeline" / "italian" / "opinion_weights.py"
SHARES = (1.0, 0.9, 0.7)
CHOSEN = 1e-5
"""The penalty on the squared weights that did best on left-out sources."""
BINS = ((0.0, 0.5), (0.5, 0.7), (0.7, 0.8), (0.8, 0.9), (0.9, 0.95), (0.95, 1.01))
_PASSES = 180
_NOISE = 5
_FOLDS = 4


@dataclass(slots=True)
class Example:
    """One reading: which source it is of, its traits, the class it should get, and the verdict of the tables."""

    source: str
    case: Case
    judged: Judged
    context: Context
    found: opinion.Features
    label: int
    clean: bool


def gather(with_noise: bool = True) -> list[Example]:
    """Every labelled sentence as an example, and once more as recognition may write it."""
    examples: list[Example] = []
    parts = {"tuning": labelled("tuning"), "third": labelled("third"), "intents": single_sentences(), **sources()}
    for source, cases in parts.items():
        for case in cases:
            if "intent" in case.expect and "intent" not in case.skip and case.expect["intent"] in opinion.CLASSES:
                examples.extend(_example(source, case, text, clean) for text, clean in _texts(case, with_noise))
    return examples


def _texts(case: Case, with_noise: bool) -> list[tuple[str, bool]]:
    return [(case.text, True), *([(noisy(case, _NOISE), False)] if with_noise else [])]


def _example(source: str, case: Case, text: str, clean: bool) -> Example:
    context = case.context()
    judged = judging.judge(text, text, context)
    found = opinion.features(judged, context)
    return Example(source, case, judged, context, found, opinion.CLASSES.index(case.expect["intent"]), clean)


def matrix(examples: Sequence[Example]) -> Matrix:
    """One row an example, one column a bucket, groups scaled as the reader scales them."""
    rows = np.zeros((len(examples), opinion.BUCKETS), dtype=np.float32)
    for row, example in enumerate(examples):
        for group, weight in zip(example.found, SHARES, strict=True):
            if group:
                np.add.at(rows[row], list(group), np.float32(weight / np.sqrt(len(group))))
    return rows


def fit(kernel: Matrix, labels: NDArray[np.int64], binding: float) -> tuple[Matrix, Matrix]:
    """Dual weights and biases of the classes; `binding` is the penalty on the squared weights."""
    count, classes = len(labels), len(opinion.CLASSES)
    wanted = np.eye(classes, dtype=np.float32)[labels]
    dual = np.zeros((count, classes), dtype=np.float32)
    bias = np.zeros(classes, dtype=np.float32)
    previous, step = dual, 1.0 / (0.5 * _largest(kernel) / count + binding)
    for number in range(_PASSES):
        ahead = dual + (number / (number + 3)) * (dual - previous)
        shares = softmax(kernel @ ahead + bias)
        previous, dual = dual, ahead - step * ((shares - wanted) / count + binding * ahead)
        bias = bias - 0.5 * (shares - wanted).mean(axis=0)
    return dual, bias


def _largest(kernel: Matrix) -> float:
    vector = np.ones(len(kernel), dtype=np.float32)
    for _ in range(20):
        vector = kernel @ vector
        vector /= np.linalg.norm(vector)
    return float(vector @ (kernel @ vector))


def softmax(logits: Matrix) -> Matrix:
    """Shares of each row."""
    raised = np.exp(logits - logits.max(axis=1, keepdims=True))
    return raised / raised.sum(axis=1, keepdims=True)


def left_out(kernel: Matrix, examples: Sequence[Example], binding: float) -> Matrix:
    """The shares each example of a source new to the tables gets from weights fitted without that source."""
    labels = np.array([example.label for example in examples])
    folds = folded([example.source for example in examples])
    shares = np.zeros((len(examples), len(opinion.CLASSES)), dtype=np.float32)
    for fold in range(_FOLDS):
        inside, outside = np.flatnonzero(folds != fold), np.flatnonzero(folds == fold)
        dual, bias = fit(np.ascontiguousarray(kernel[np.ix_(inside, inside)]), labels[inside], binding)
        shares[outside] = softmax(kernel[np.ix_(outside, inside)] @ dual + bias)
    return shares


def folded(names: Sequence[str]) -> NDArray[np.int64]:
    """The fold of each example: whole sources together, the folds about as large; -1 where a source is never left out."""
    sizes = Counter(name for name in names if name not in _OF_THE_TABLES)
    held = [0] * _FOLDS
    places: dict[str, int] = {}
    for name, size in sizes.most_common():
        places[name] = min(range(_FOLDS), key=held.__getitem__)
        held[places[name]] += size
    return np.array([places.get(name, -1) for name in names])


def mixing(rows: NDArray[np.float64], labels: NDArray[np.int64]) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """How much each column of evidence counts, and how much each class is leaned towards."""
    count, classes, columns = rows.shape
    mix, lean = np.zeros(columns), np.zeros(classes)
    mix[0] = 1.0
    wanted = np.eye(classes)[labels]
    for number in range(1500):
        wrong = softmax(rows @ mix + lean) - wanted
        rate = 0.1 if number < 1200 else 0.02
        mix -= rate * (np.einsum("nk,nkc->c", wrong, rows) / count + 0.001 * mix)
        lean -= rate * (wrong.mean(axis=0) + lean)
    return mix, lean


def of_the_mix(
    examples: Sequence[Example], shares: Matrix, inside: bool
) -> tuple[NDArray[np.float64], NDArray[np.int64], NDArray[np.str_]]:
    """Evidence, classes and sources of the sentences that may fit the mix: new to the tables, and left open by them."""
    chosen = [
        place
        for place, one in enumerate(examples)
        if one.source not in _OF_THE_TABLES and opinion.is_open(one.judged) and (one.context.step not in FREE_STEPS) is inside
    ]
    rows = np.array([opinion.evidence(examples[place].judged, [float(share) for share in shares[place]]) for place in chosen])
    return rows, np.array([examples[place].label for place in chosen]), np.array([examples[place].source for place in chosen])


def mixed_left_out(rows: NDArray[np.float64], labels: NDArray[np.int64], names: NDArray[np.str_]) -> NDArray[np.float64]:
    """The shares of both opinions together, each source by a mix fitted without it."""
    shares = np.zeros(rows.shape[:2])
    folds = folded(list(names))
    for fold in sorted(set(folds)):
        mix, lean = mixing(rows[folds != fold], labels[folds != fold])
        shares[folds == fold] = softmax(rows[folds == fold] @ mix + lean)
    return shares


Mix = tuple[NDArray[np.float64], NDArray[np.float64]]


def written(weights: Matrix, bias: Matrix, mixes: Sequence[Mix], note: str) -> str:
    """The module of the weights: a byte a weight, packed."""
    largest = float(np.quantile(np.abs(weights), 0.9995))
    small = np.clip(np.rint(weights / largest * 127), -127, 127).astype(np.int8)
    planes = ",\n".join(
        f'    "{base64.b64encode(zlib.compress(small[:, place].tobytes(), 9)).decode()}"' for place in range(small.shape[1])
    )
    numbers = [", ".join(f"{value:.4f}" for value in values) for values in (bias, *(mix for mix, _ in mixes), *(lean for _, lean in mixes))]
    return _MODULE.format(note, largest / 127, ", ".join(map(str, SHARES)), *numbers, planes)


_OF_THE_TABLES = frozenset({"tuning", "intents"})
_MODULE = '''"""The weights of the second opinion, written by `python -m tests.eval.train --write`; not to be edited.

Read by `opinion`; calls nobody. {}
"""

from array import array
from base64 import b64decode
from zlib import decompress

SCALE = {:.8f}
GROUP_SHARES = ({})
BIAS = ({})
MIX = (
    ({}),
    ({}),
)
LEAN = (
    ({}),
    ({}),
)
"""First where nothing is asked, then inside a dialogue."""


PLANES: "tuple[array[int], ...]" = tuple(array("b", decompress(b64decode(packed))) for packed in (
{},
))  # fmt: skip
"""For each class the weight of every bucket, in units of SCALE; unpacked here, so that nothing keeps the packed ones."""
'''


def main(arguments: Sequence[str] | None = None) -> int:
    """Fit, print the figures of left-out sources, and write the weights when asked to."""
    parser = argparse.ArgumentParser(prog="python -m tests.eval.train", description=__doc__)
    parser.add_argument("--write", action="store_true", help="write pipeline/italian/opinion_weights.py")
    parser.add_argument("--binding", type=float, nargs="*", default=[CHOSEN], help="penalties to try, the last one is written")
    options = parser.parse_args(arguments)
    examples = gather()
    rows = matrix(examples)
    kernel = rows @ rows.T
    labels = np.array([example.label for example in examples])
    shares = np.zeros(0, dtype=np.float32)
    for binding in options.binding:
        shares = left_out(kernel, examples, binding)
        _print(f"binding {binding:g}", examples, shares)
    mixes = [mixing(*of_the_mix(examples, shares, inside)[:2]) for inside in (False, True)]
    if options.write:
        dual, bias = fit(kernel, labels, options.binding[-1])
        OUT.write_text(written(rows.T @ dual, bias, mixes, f"{len(examples)} readings, binding {options.binding[-1]:g}."), encoding="utf-8")
    return 0


def _print(title: str, examples: Sequence[Example], shares: Matrix) -> None:
    for inside in (False, True):
        _print_one(f"{title}, {'inside a dialogue' if inside else 'nothing asked'}", examples, shares, inside)


def _print_one(title: str, examples: Sequence[Example], shares: Matrix, inside: bool) -> None:
    evidence, wanted, names = of_the_mix(examples, shares, inside)
    both = mixed_left_out(evidence, wanted, names)
    rules = evidence[:, :, 1].argmax(axis=1)
    model = evidence[:, :, 0].argmax(axis=1)
    hits = both.argmax(axis=1) == wanted
    print(f"\n== {title}: sources left out fold by fold, sentences new to the tables, clean and noisy")
    for name, right in (("tables", rules == wanted), ("model", model == wanted), ("both", hits)):
        print(f"{name:8s} {share(bool(one) for one in right)}")
    for source in sorted(set(names)):
        print(f"  {source:24s} {share(bool(one) for one in hits[names == source])}")
    for place, intent in enumerate(opinion.CLASSES):
        print(f"  {intent!s:24s} {share(bool(one) for one in hits[wanted == place])}")
    sure = both.max(axis=1)
    for low, high in BINS:
        inside = (sure >= low) & (sure < high)
        print(f"  confidence {low:.2f}-{min(high, 1):.2f}     {share(bool(one) for one in hits[inside])}")


if __name__ == "__main__":
    sys.exit(main())
