"""The words of a text and their stems: what the likeness of two texts is measured with."""

import re
import threading
from collections.abc import Set
from functools import lru_cache

import snowballstemmer

SHORTEST_CONTENT_WORD = 4

# Words that stand in the way of content: they link, point or count, and say nothing of what a page wants.
_STOP_WORDS = """
    about above across after again against along also although always among amongst another around because been
    before behind being below beneath beside besides between beyond both cannot could does doing done down during each
    either else ever every from further hadn hasn have haven having here hers herself himself however inside instead
    into itself just like many might more most much must myself near neither never none only onto other others ought
    ours ourselves outside over rather same shall should since some still such than that their theirs them themselves
    then there therefore these they this those though through throughout thus till toward towards under unless until
    unto upon very were what whatever when whenever where whereas wherever whether which whichever while whoever whom
    whose will with within without would your yours yourself yourselves
"""

# Words that a question needs in order to ask; they come from the template, not from the page.
_TEMPLATE_WORDS = """
    value values behaviour behaviours behavior behaviors list lists listed listing page pages select selects match
    matches matched pick picks tick ticks choose complete completes completed completing fill fills missing
    following option options question statement statements phrase phrases heading headings headed section sections
    word words worded description descriptions described describes describe definition definitions explained
    explains explain explanation mean means meant meaning says said speak speaks spoke name names named come comes
    came stand stands belong belongs apply applies directly used correct right answer answers vision mission
    organisation organisations organization one two three four five six true false
"""

_NOT_CONTENT = frozenset((_STOP_WORDS + _TEMPLATE_WORDS).split())

# Snowball gives these words the stem of another word, or parts a quality from those who have it.
# (opening letters, the stem they get here)
_STEM_EXCEPTIONS = (
    ("integrity", "integrity"),
    ("universit", "universit"),
    ("positiv", "positiv"),
    ("considerat", "considerat"),
    ("careful", "careful"),
    ("responsiv", "responsiv"),
    ("experiment", "experiment"),
    ("personal", "personal"),
    ("customs", "customs"),
    ("enthusias", "enthusias"),
    ("honest", "honest"),
    ("empath", "empath"),
    ("loyal", "loyal"),
    ("generos", "generous"),
    ("curiosit", "curious"),
    ("courte", "courtes"),
    ("ambiti", "ambit"),
    ("equit", "equit"),
    ("dignif", "digniti"),
    ("safet", "safe"),
    ("braver", "brave"),
    ("compassion", "compassion"),
    ("trustworth", "trust"),
    ("simplic", "simpl"),
)

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*(?:[-‐‑][^\W_]+(?:['’][^\W_]+)*)*")
_PART = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_stemmer = snowballstemmer.stemmer("english")
_stemmer_lock = threading.Lock()


def words(text: str) -> tuple[str, ...]:
    """The words of a text as printed, in order; a hyphenated word is one, numbers count."""
    return tuple(_WORD.findall(text))


def stems(text: str, *, organisation: str | None = None) -> frozenset[str]:
    """The different stems of the content words of a text."""
    return frozenset(stem_list(text, organisation=organisation))


def stem_list(text: str, *, organisation: str | None = None) -> tuple[str, ...]:
    """The stems of the content words in the order of the text.

    A content word has more than three letters and is no stop word, no word a question needs in order to ask, and
    no word of the organisation's name. The parts of a hyphenated word count by themselves.
    """
    own_name = _name_words(organisation) if organisation else frozenset()
    return _content_stems(text, own_name)


def jaccard(one: Set[str], other: Set[str]) -> float:
    """The share of what either holds that both hold, 0.0 where both are empty."""
    together = len(one | other)
    return len(one & other) / together if together else 0.0


@lru_cache(maxsize=16384)
def _content_stems(text: str, own_name: frozenset[str]) -> tuple[str, ...]:
    found = (_bare(part) for part in _PART.findall(text))
    return tuple(_stem(word) for word in found if _is_content(word) and word not in own_name)


@lru_cache(maxsize=256)
def _name_words(name: str) -> frozenset[str]:
    return frozenset(_bare(part) for part in _PART.findall(name))


def _bare(part: str) -> str:
    """The word in small letters without a possessive ending."""
    word = part.casefold().replace("’", "'")
    return word.removesuffix("'s")


def _is_content(word: str) -> bool:
    if len(word) < SHORTEST_CONTENT_WORD or not word[0].isalpha() or word.endswith("n't"):
        return False
    return word not in _NOT_CONTENT


@lru_cache(maxsize=8192)
def _stem(word: str) -> str:
    for opening, stem in _STEM_EXCEPTIONS:
        if word.startswith(opening):
            return stem
    with _stemmer_lock:  # one stemmer keeps the word it works on in itself
        return str(_stemmer.stemWord(word))
