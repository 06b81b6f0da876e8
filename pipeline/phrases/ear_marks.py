"""From laid-out text to plain running text: Markdown, HTML, WhatsApp marks, bullets, tables, emoji and exotic characters go.

First of the passes of `pipeline.phrases.ear`. Pure; knows no language. What it leaves is one line of letters, figures,
punctuation and a few symbols that later passes read out.
"""

import re
import unicodedata

_KEPT_SYMBOLS = frozenset("°€$£%&+@/=<>§#*_~`|^½×±≈\n")
_ALIKE = str.maketrans(
    {
        **dict.fromkeys("’‘‛ʼʹ´′", "'"),
        **dict.fromkeys("‐‑‒–—―−﹣－", "-"),
        **dict.fromkeys("•◦▪▫●○■□‣⁃∙·➤➢►▶✓✔✅☑★☆", "•"),
        "º": "°",
        "…": ".",
        "\r": "\n",
        "\u2028": "\n",
        "\u2029": "\n",
        "¿": " ",
        "¡": " ",
        "ℹ": " ",
    }
)
_KEYCAP = re.compile("([0-9])\ufe0f?\u20e3")
_FENCE = re.compile(r"```[\w+-]*")
_BREAK = re.compile(r"<\s*/?\s*(?:br|p|li|div|tr|h[1-6]|ul|ol)\b[^<>]*>", re.IGNORECASE)
_TAG = re.compile(r"</?[a-zA-Z][^<>]*>|<!--.*?-->", re.DOTALL)
_IMAGE = re.compile(r"!\[([^\]\[]*)\]\([^()\s]*\)")
_LINK = re.compile(r"\[([^\]\[]+)\]\([^()\s]*\)")
_HEAD = re.compile(r"^\s*(?:>\s*)*(?:#{1,6}\s+)?")
_BULLET = re.compile(r"^\s*(?:[-*+•]\s+|•)")
_NUMBERED = re.compile(r"^\s*(\d{1,3})[.)]\s+")
_RULE = re.compile(r"^[\s|:*_=~-]{3,}$")
_PIPES = re.compile(r"\s*\|\s*")
_EMPHASIS = re.compile(r"[*`^]+|~~|(?<!\w)[_~]+(?=[^\W\d])|(?<=\w)[_~]+(?!\w)")
_PAUSES = ".,;:?!"


def _character(character: str) -> str:
    if character in _KEPT_SYMBOLS or character in "ª½":
        return character
    category = unicodedata.category(character)
    if category in ("Mn", "Mc", "Me", "Cf"):
        return character if category == "Mn" and not 0xFE00 <= ord(character) <= 0xFE0F else ""
    return " " if category[0] in "CZS" and category != "Sc" else character


def _plain(text: str) -> str:
    """Look-alikes made one, emoji and controls gone, compatibility forms and foreign figures as plain ones."""
    text = _KEYCAP.sub(r"\1. ", text.replace("\r\n", "\n").replace("...", "."))
    text = "".join(map(_character, text.translate(_ALIKE)))
    text = "".join(part if part in ("ª", "½") else unicodedata.normalize("NFKC", part) for part in re.split("([ª½])", text))
    return "".join(str(unicodedata.decimal(c)) if c.isdecimal() else c for c in text)


def _line(line: str) -> tuple[str, str]:
    """(the words of a line, the pause between it and another of its kind)."""
    if _RULE.match(line):
        return "", ""
    line = _HEAD.sub("", line, count=1)
    numbered = _NUMBERED.match(line)
    if numbered:
        return f"{numbered.group(1)}, {line[numbered.end() :].strip()}", ";"
    bare = _BULLET.sub("", line, count=1)
    return _PIPES.sub(", ", bare.strip().strip("|")).strip(), "," if bare != line else ""


def _run_on(lines: list[tuple[str, str]]) -> str:
    """Lines as one text: a light pause inside a list, a full stop elsewhere, unless the line brings its own."""
    text = ""
    before = ""
    for words, pause in lines:
        if text:
            text += "" if text[-1] in _PAUSES else pause if pause and pause == before else "."
            text += " "
        text += words
        before = pause
    return text


def plain_text(text: str) -> str:
    """The text on one line, without marks, emoji or layout; addresses of Markdown links are dropped, their words kept."""
    if "<" in text or "&" in text:
        import html  # its table of names weighs as much as this room, and few texts need it

        text = _TAG.sub(" ", _BREAK.sub("\n", html.unescape(text)))
    text = _plain(text)
    text = _LINK.sub(r"\1", _IMAGE.sub(r"\1", _FENCE.sub("", text)))
    lines = [_line(line) for line in text.split("\n")]
    return _EMPHASIS.sub("", _run_on([line for line in lines if line[0]]))
