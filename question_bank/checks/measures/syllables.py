"""How many syllables an English word has, by its letters and a short list of words that do not follow them."""

import re
from functools import lru_cache

_BY_HEART = {  # words of values pages whose letters mislead
    1: "real",
    2: "being business colleague colleagues create creates doing every evening fluent going people poem quiet science "
    "seeing sincere someone something sometimes somewhere therefore",
    3: "area areas businesses created creating creation creative different difference everyday everyone everything "
    "families family genuine idea ideal ideas interest museum react reaction realise recipe stakeholder stakeholders "
    "theatre vehicle vehicles",
    4: "creativity diagnosis everybody experience interested reality reliable",
    6: "reliability",
}
_KNOWN = {word: number for number, words in _BY_HEART.items() for word in words.split()}
_GROUPS = re.compile(r"[aeiouy]+")
_HIATUS = re.compile(  # two vowels side by side that are spoken apart
    r"(?<![ctsg])ia|(?<=[ct])ia(?=t)|io(?!n|u|r)|[rv]ious|eo(?!u|r|p)|(?<![qg])ua|uou|iet|(?<![ctr])ien|(?<=l)uen|"
    r"(?<=pe)rien|[uy]ing|(?<=i)ing|sm$"
)
_SILENT_END = re.compile(r"[^laeiouy]e$|[aeiouy]le$|[wr]le$")
_SILENT_ED = re.compile(r"(?<![bcdgkpt]r)(?<=[^tdaeiou])ed$")
_SILENT_ES = re.compile(r"(?:[^cgsxzlaeiouh]|[aeiou]l|[^cs]h)es$")
_SILENT_MIDDLE = re.compile(r"[aeiouy][^aeiouyl]e(?=(?:ments?|ly|ful|fully|less|ness|ty)$)")


@lru_cache(maxsize=4096)
def syllables(word: str) -> int:
    """The number of syllables, 1 or more; the parts of a hyphenated word are added up."""
    lower = word.casefold().replace("’", "'").removesuffix("'s")
    if "-" in lower.strip("-"):
        return sum(syllables(part) for part in lower.split("-") if part)
    plain = re.sub(r"[^a-z]", "", lower)
    if plain in _KNOWN:
        return _KNOWN[plain]
    spoken = sum(len(pattern.findall(plain)) for pattern in (_GROUPS, _HIATUS))
    silent = sum(len(pattern.findall(plain)) for pattern in (_SILENT_END, _SILENT_ED, _SILENT_ES, _SILENT_MIDDLE))
    return max(spoken - silent, 1)
