"""Whether the label above a list speaks of conduct that a page wants, or of conduct that it does not."""

import re
from enum import Enum

from question_bank.text import fold_for_match, sentences

_MOST_LABEL_WORDS = 10


class Polarity(Enum):
    """Whether a page wants what a list holds."""

    WANTED = "wanted"
    UNWANTED = "unwanted"
    DOUBTFUL = "doubtful"


_NEGATION = re.compile(
    r"(?<!\bor )(?<!\bif )\bnot\b(?! only\b)|^stop\b|n't\b|\b(?:wont|dont)\b"
    r"|\b(?:never|cannot|avoid|unacceptable|negative|nobody|no one|against)\b"
    r"|\b(?:unhelpful|undesirable|inappropriate|unwanted)\b|^less of\b"
)
_AVERSION = re.compile(
    r"\b(?:let(?:s|ting)? (?:\w+ )?down|(?:fall|falls|falling) (?:short|below)|thumbs down|at (?:our|my|its) worst|"
    r"below (?:our|the|this|that|standard|expectations?|par)|red flags?|warning signs?|steer clear|turn our backs?|"
    r"frown(?:ed)? (?:up)?on|unprofessional|misconduct|out of bounds|off limits|leave (?:behind|at the door))\b|^red$"
    r"|[✗✘❌👎]"
)
_AVERSION_IN_PAIRS = re.compile(
    r"\b(?:below|red|worst|worse|poor|bad|wrong|harm(?:s|ful)?|damag(?:es?|ing)|undermin(?:es?|ing)|ineffective|unsafe|"
    r"unkind|less|fewer|walk away|no|refus(?:es?|ing)|reject(?:s|ing)?|tolerat(?:es?|ing)|hat(?:es?|ing)|dislikes?|"
    r"discourag(?:es?|ed|ing)|fail(?:s|ings?|ure)?|breach(?:es)?|break(?:s|ing)?|spoil(?:s|ing)?|in the way|"
    r"holds? us back|no longer|concern(?:s|ing)? us|worr(?:y|ies)|(?:de)?rail(?:s|ing)?|weak(?:ness|er)?|down|without|"
    r"instead of|rather than|stops?|stopping|drops?|off)\b"
)
_STRONG_NEGATION = re.compile(
    r"^not\b|n't\b|^(?:we|i|you|staff|people|colleagues) (?:am|are) not\b"
    r"|\b(?:do|does|will|would|should|must|may|can) not\b|\bcannot\b|\bnot acceptable\b"
    r"|\b(?:unacceptable|unwanted|unhelpful|undesirable|inappropriate)\b|^(?:what|things) nobody\b|^less of\b"
)
_LABEL_OPENING = re.compile(r"(?:what|things|behaviou?rs?|conduct|do not|don't|never)\b")
_JUDGES = re.compile(
    r"\b(?:best|better|good|great|well|strong|strengths?|love|like|want(?:ed)?|live up|lives|living|right|up|green|yes|"
    r"more|expect(?:ed)?|effective|positive|helpful|desired|desirable|acceptable|proud|hope|do|dos|do's|will|always|tick|"
    r"meets?|above|standard|celebrate|welcome|applaud|aim)\b"
)
_TELLS_WANTED = re.compile(
    r"(?:(?:so |and )?(?:we|i|you|staff|everyone)(?: (?:also|all))?(?: (?:will|do|should|must|are|aim to|commit to|can|"
    r"expect|want|want to see|like to see|love to see))?(?: also)?"
    r"|(?:this|that|it|which) (?:also )?(?:means?|looks like|involves|includes)\b.*|in practice\b.*"
    r"|for (?:example|instance)|examples?\b.*|(?:as|for|with|if you are|when you are) (?:an? |our |your |all )?"
    r"(?:leaders?|managers?|colleagues?|teams?|staff|individuals?|organisation|employees?|patients?|members?|supervisors?|"
    r"everyone|professionals?|board|trust|partners?|people)\b.*"
    r"|(?:what|how) (?:(?:our|all|senior) )?(?:leaders?|managers?|teams?|supervisors?|each of us|all of us|everyone|"
    r"you|we|i|patients?|colleagues?|people|others|visitors|staff|families|customers|residents|"
    r"it|this)\b.*"
    r"|(?:our |key |positive |the )?(?:behaviou?rs?|principles|standards|commitments?|promises?|actions?)\b.*"
    r"|to do this\b.*|together\b.*)"
)


def says_not_wanted(text: str) -> bool:
    """Whether a label opens a list of conduct that the page does not want."""
    words = _plain(_last_sentence(text))
    if _NEGATION.search(words) is not None:
        return True
    return len(words.split()) <= _MOST_LABEL_WORDS and _AVERSION.search(words) is not None


def names_the_unwanted(text: str) -> bool:
    """Whether a short line reads like the caption of a list of unwanted conduct; a whole sentence does not."""
    words = _plain(text)
    if len(text.split()) > _MOST_LABEL_WORDS or _STRONG_NEGATION.search(words) is None:
        return False
    return not text.rstrip("\"'”’)").endswith((".", "!", ";", ",")) or _LABEL_OPENING.match(words) is not None


def weigh_counterpart(first: str, second: str) -> Polarity:
    """What the second of two labels says that stand over the two lists of one value, the first of them wanted."""
    words = _plain(second)
    if says_not_wanted(second) or _AVERSION_IN_PAIRS.search(words) is not None:
        return Polarity.UNWANTED
    if _JUDGES.search(_plain(first)) is None or _TELLS_WANTED.fullmatch(words) is not None:
        return Polarity.WANTED
    return Polarity.DOUBTFUL


def _last_sentence(text: str) -> str:
    """What opens a list, without the sentences before it."""
    return sentences(text)[-1] if ". " in text else text


def _plain(text: str) -> str:
    return fold_for_match(text).casefold().strip(" .:;-!?\"'*…()[]")
