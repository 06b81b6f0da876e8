"""What callers say in English, Spanish and Portuguese to a question about themselves instead of an answer: why, whether they must, that
they will not, that they have said so, that they are clients already.

Called by `understand` while such a question is open; the Italian ones are in `pipeline.italian.personal`. Patterns are matched in
folded text without apostrophes (`topics.flat`). It must never know what follows: the flows decide.
"""

import re
from dataclasses import replace

from pipeline.foreign.languages import Language
from pipeline.foreign.topics import flat
from pipeline.italian.personal import STEPS
from pipeline.model.parse import Flag, Parse, Step

_KINDS: dict[Language, tuple[tuple[Flag, str], ...]] = {
    "en": (
        ("told_already", r"\bi (?:have |ve )?(?:just|already) (?:told|said|gave|given)\b|\balready told you\b"
                         r"|\bi (?:told|gave) (?:you|it)\b.*\b(?:already|before)\b"),
        ("known_client", r"\balready (?:a )?(?:client|customer|patient|member|registered)\b|\bi (?:have )?(?:been|come) (?:there|here)\b"
                         r"|\byou (?:already have|know) (?:it|me|my)\b"),
        ("asks_why", r"\bwhy\b|\bwhat (?:is|s|do you need|are you|will you|do you) .*\bfor\b"
                     r"|\bwhat (?:do|will|are) you (?:do|going to do|doing) with\b|"
                     r"\b(?:mandatory|compulsory|obligatory|required|necessary|optional)\b|\bdo i (?:really |actually )?(?:have|need) to\b"
                     r"|\bdo you (?:really|actually) need\b|\bwho (?:sees|keeps|gets)\b|\bis it (?:safe|really needed)\b"),
        ("unwilling", r"\brather not\b|\bprefer not\b|\b(?:do not|don t|won t|will not) (?:want|wish|give|tell|say|like)\b|\bnone of your\b"
                      r"|\b(?:private|personal)\b|\bi (?:have no|do not have a|don t have a) (?:phone|telephone|mobile)\b"),
    ),
    "es": (
        ("told_already", r"\b(?:ya|acabo de) (?:se |le |te |lo )*(?:he )?(?:dicho|dije|di|dado|decir\w*|dar\w*)\b"),
        ("known_client", r"\bya (?:soy|era|estoy|fui|he) (?:un |una )?(?:client\w+|registrad\w+|estado|ido|venido|paciente)|\bme conoc\w+\b"
                         r"|\bya (?:lo|la|me) tienen\b"),
        ("asks_why", r"\bpor ?que\b(?! no\b)|\bpara que\b|\b(?:obligatori\w|necesari\w|opcional|imprescindible)\b|\btengo que\b"
                     r"|\bque (?:hacen|hace|haran|van a hacer) con\b|\bquien (?:ve|guarda|tiene)\b|\bhace falta\b"),
        ("unwilling", r"\b(?:prefiero|preferiria) no\b|\bno (?:se lo |te lo |lo |la |le |les )?(?:quiero|voy a|puedo|doy|digo)\b"
                      r"|\b(?:privad[oa]|personal)\b|\bno tengo (?:telefono|movil|celular)\b"),
    ),
    "pt": (
        ("told_already", r"\b(?:ja|acabei de) (?:lhe |te |o |a )*(?:disse|dei|falei|dizer|dar|falar)\b"),
        ("known_client", r"\bja (?:sou|era|estou|fui|estive) (?:um |uma )?(?:client\w+|registad\w+|registrad\w+|cadastrad\w+|ai|paciente)"
                         r"|\bme conhec\w+\b|\bja (?:o|a|me) tem\b"),
        ("asks_why", r"\bpor ?que\b(?! nao\b)|\bpara que\b|\b(?:obrigatori\w|necessari\w|opcional)\b|\btenho (?:mesmo )?(?:que|de)\b"
                     r"|\bo que (?:fazem|faz|vao fazer) com\b|\bquem (?:ve|guarda|tem)\b|\be preciso\b"),
        ("unwilling", r"\b(?:prefiro|preferia) nao\b|\bnao (?:lhe |o |a |te )?(?:quero|vou|posso|dou|digo)\b|\b(?:privad[oa]|pessoal)\b"
                      r"|\bnao tenho (?:telefone|telemovel|celular)\b"),
    ),
}  # fmt: skip
_SURE = 0.9


def beside(parse: Parse, language: Language, step: Step | None) -> Parse:
    """The Parse with the flag of an aside about an open question of the person: then it is no question about the house."""
    if step not in STEPS or language not in _KINDS or parse.command is not None or parse.topic == "chi_sei":
        return parse
    heard = flat(parse.text)
    kind = next((flag for flag, pattern in _KINDS[language] if re.search(pattern, heard)), None)
    if kind is None or (parse.yes_no is not None and kind != "unwilling"):
        return parse
    flags = parse.flags | {kind}
    if kind == "unwilling":
        return replace(parse, intent="nega", confidence=_SURE, requests=("nega",), yes_no=False, topic=None, question=False, flags=flags)
    return replace(parse, intent=None, confidence=_SURE, requests=(), yes_no=None, topic=None, question=False, flags=flags)
