"""Every native library and data file really tried: one function each that does a little work with it and says what it did.

Called by `sidecar.doctor`, in a child process of its own for those that can end the process they run in. It knows no business and
touches no network. A trial raises whatever the library raises.
"""

import importlib
import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

_NEGATION = bytes.fromhex(
    "08083a320a0b0a017812017922034e65671201675a0f0a0178120a0a08080112040a020801620f0a0179120a0a08080112040a02080142040a001011"
)
"""An ONNX model of sixty bytes: y = -x."""
_FEW = 256
"""File descriptors below which a hundred calls side by side would not fit."""


class Wrong(Exception):
    """A library answered, and the answer is not right; the message says what."""


@dataclass(frozen=True, slots=True)
class Trial:
    """`risky` = may end the process, so it gets one of its own. `serves`: what does not work without it."""

    run: Callable[[], str]
    serves: str
    risky: bool = False


def _load(name: str) -> Any:
    """A library whose types are partly unknown."""
    return importlib.import_module(name)


def _expect(found: object, wanted: object, what: str) -> None:
    if found != wanted:
        raise Wrong(f"{what} gave {found!r}")


def apsw() -> str:
    """SQLite with the full-text index."""
    library = _load("apsw")
    connection = library.Connection(":memory:")
    connection.execute("CREATE VIRTUAL TABLE t USING fts5(x); INSERT INTO t VALUES ('taglio e piega')")
    found = [row[0] for row in connection.execute("SELECT x FROM t WHERE t MATCH '\"piega\"'")]
    connection.close()
    _expect(found, ["taglio e piega"], "a full-text search")
    return f"SQLite {library.sqlite_lib_version()} with FTS5"


def orjson() -> str:
    """JSON both ways."""
    library = _load("orjson")
    _expect(library.loads(library.dumps({"à": [1, None]})), {"à": [1, None]}, "JSON")
    return f"orjson {library.__version__}"


def pydantic() -> str:
    """A model that checks."""
    library = _load("pydantic")
    model = library.create_model("Probe", number=(int, ...))
    _expect(model(number="7").number, 7, "a check")
    return f"pydantic {library.__version__}"


def rapidfuzz() -> str:
    """The distance of two names."""
    library = _load("rapidfuzz.distance")
    _expect(library.OSA.distance("rossi", "rosis"), 1, "a distance")
    return "distances of names"


def stemmers() -> str:
    """Italian stems."""
    stem = _load("py_rust_stemmers").SnowballStemmer("italian").stem_word
    _expect(stem("prenotazioni"), stem("prenotazione"), "a stem")
    return "Italian stems"


def phonenumbers() -> str:
    """The tables of telephone numbers, home and abroad."""
    library = _load("phonenumbers")
    for number, region in (("+44 20 7946 0958", "GB"), ("+39 06 6982", "IT")):
        found = library.region_code_for_number(library.parse(number, None))
        _expect(found in (region, "VA") if region == "IT" else found == region, True, f"the country of {number}")
    return "numbers of every country"


def holidays() -> str:
    """Italy's holidays by their Italian names."""
    found = _load("store.festivi").national(2026)
    names = {name for _, name in found}
    if "Lunedì dell'Angelo" not in names:
        raise Wrong("the holidays have no Italian names")
    return f"{len(found)} national holidays in 2026"


def numpy() -> str:
    """A scalar product."""
    library = _load("numpy")
    _expect(float(library.ones(3, dtype="float32") @ library.full(3, 2.0, dtype="float32")), 6.0, "a product")
    return f"numpy {library.__version__}"


def onnxruntime() -> str:
    """A model of one operation, run."""
    from sidecar.engines import native

    library, array = native.onnxruntime(), _load("numpy").ones(1, dtype="float32")
    found = library.InferenceSession(_NEGATION, providers=["CPUExecutionProvider"]).run(None, {"x": array})
    _expect(float(found[0][0]), -1.0, "a model")
    return f"onnxruntime {library.__version__}"


def tokenizers() -> str:
    """A text cut into words."""
    library, models = _load("tokenizers"), _load("tokenizers.models")
    made = library.Tokenizer(models.WordLevel({"piega": 0, "?": 1}, unk_token="?"))
    _expect(made.encode("piega").ids, [0], "a text")
    return f"tokenizers {library.__version__}"


def usearch() -> str:
    """The nearest of two vectors, through the door that loads the libraries in the order that does not crash."""
    from sidecar.engines import native

    libraries = native.load()
    index = libraries.index(ndim=2, metric="cos", dtype="f32")
    index.add(libraries.numpy.array([1, 2], dtype="uint64"), libraries.numpy.array([[1, 0], [0, 1]], dtype="float32"))
    found = index.search(libraries.numpy.array([0.1, 1], dtype="float32"), 1, exact=True)
    _expect(int(found.keys[0]), 2, "a search")
    return f"an index, and fastembed's {libraries.text_embedding.__name__}"


def espeak() -> str:
    """Words spoken by the built-in voice in every language."""
    from sidecar.engines.espeak_native import WORDS_PER_MINUTE, Espeak

    engine = Espeak()
    for language in ("it", "en", "es", "pt"):
        pieces = engine.pcm("prova", language, WORDS_PER_MINUTE, lambda: False)
        if sum(map(len, pieces)) < engine.sample_rate // 4:
            raise Wrong(f"{language} made no sound")
    return "speaks it, en, es and pt"


def piper() -> str:
    """The sounds of a word, as a Piper voice gets them."""
    from sidecar.engines.espeak_native import data_folder

    phonemizer = _load("piper.phonemize_espeak").EspeakPhonemizer(data_folder())
    _expect(bool(phonemizer.phonemize("it", "ciao")), True, "the sounds of a word")
    return "reads Italian aloud"


def tls() -> str:
    """The certificates by which a server is trusted."""
    count = len(_load("ssl").create_default_context(cafile=_load("certifi").where()).get_ca_certs())
    if not count:
        raise Wrong("no certificate could be read")
    _load("httpx").Client().close()
    return f"{count} certificates"


def groq() -> str:
    """The provider's library, made ready and closed; nothing is sent."""
    library = _load("groq")
    library.Groq(api_key="none").close()
    return f"groq {library.__version__}"


def psutil() -> str:
    """This process among the others."""
    library = _load("psutil")
    _expect(library.Process().pid, os.getpid(), "this process")
    return f"psutil {library.__version__}"


def descriptors() -> str:
    """The standard streams, and how many files may be open."""
    for number in (0, 1, 2):
        os.fstat(number)
    try:
        limits = _load("resource")
    except ImportError:
        return "standard streams are open"
    soft = int(limits.getrlimit(limits.RLIMIT_NOFILE)[0])
    if 0 <= soft < _FEW:
        raise Wrong(f"only {soft} files may be open at once, {_FEW} are needed")
    return f"up to {soft} open files" if soft >= 0 else "any number of open files"


TRIALS: Mapping[str, Trial] = {
    "apsw": Trial(apsw, "the database"),
    "orjson": Trial(orjson, "the protocol"),
    "pydantic": Trial(pydantic, "the protocol"),
    "rapidfuzz": Trial(rapidfuzz, "names that sound alike"),
    "py_rust_stemmers": Trial(stemmers, "search in the FAQ"),
    "phonenumbers": Trial(phonenumbers, "telephone numbers"),
    "holidays": Trial(holidays, "days on which the business is closed"),
    "espeak-ng": Trial(espeak, "the built-in voice", risky=True),
    "piper": Trial(piper, "Piper voices", risky=True),
    "numpy": Trial(numpy, "embeddings and Piper voices", risky=True),
    "onnxruntime": Trial(onnxruntime, "embeddings and Piper voices", risky=True),
    "tokenizers": Trial(tokenizers, "embeddings", risky=True),
    "usearch": Trial(usearch, "embeddings", risky=True),
    "tls": Trial(tls, "downloads and the language model"),
    "groq": Trial(groq, "the language model"),
    "psutil": Trial(psutil, "--parent-pid"),
    "descriptors": Trial(descriptors, "many calls side by side"),
}
