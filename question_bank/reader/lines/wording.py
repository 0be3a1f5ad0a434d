"""The turns of phrase that tell headings, labels and page furniture apart."""

import re
from enum import Enum

from question_bank.text import fold_for_match

MOST_HEADING_WORDS = 10
_LONGEST_HEADING = 200


class Role(Enum):
    """What a headed part of a page is about."""

    TOP = "top"
    VISION = "vision"
    MISSION = "mission"
    VALUES = "values"
    COMBINED = "combined"
    BEHAVIOURS = "behaviours"
    OTHER = "other"


_VALUES = re.compile(r"\bvalues\b|^(?:our |the )?value(?: name)?$|^what we (?:all )?(?:value|stand for|believe in)$")
_NOT_VALUES = re.compile(
    r"\bvalues?[- ](?:based|led|driven|awards?|surveys?|recruitment|interviews?|training|workshops?|tools?)\b"
    r"|\b(?:developing|creating) (?:\w+ )?values\b|^(?:how|why|who|when|where)\b"
)
_VALUES_LAST = re.compile(r"(?: - |: |, | and )(?:our|the) (?:[\w'-]+ ){0,2}values[ :.]*$")
_PAST_VALUES = re.compile(
    r"\b(?:old|older|previous|former|past|earlier|original) (?:\w+ )?values\b|\bvalues (?:were|until)\b"
)
_VISION = re.compile(r"\bvisions?\b")
_MISSION = re.compile(r"\bmissions?\b")
_PLANS = re.compile(r"\b(strategy|purpose|aims?|objectives?|goals?|priorities|ambitions?|ethos)\b")
_BEHAVIOURS = re.compile(
    r"(?:(?:our|the|trust|staff|core|key|expected|shared|values|and|these|nhs|positive|agreed) )*"
    r"behaviou?rs?(?: (?:framework|standards?|charter|statements?|and|expectations))*(?::.*)?"
)
_PUBLIC = (
    r"(?:you|(?:our |the )?(?:patients?|residents?|customers?|clients?|families|carers|visitors|public|tenants|users))"
)
_OTHER_PREFIX = (
    r"(?:(?:our|the|key|main|strategic|corporate|organi[sz]ational|trust|nhs|its|other|general|business|annual|"
    r"guiding|five|four|three|six|seven|\d+|overall|long[- ]term|quality|board|executive|related|more|about) )*"
)
_OTHER = re.compile(
    _OTHER_PREFIX + r"(?:"
    r"aims|objectives|priorities|commitments|principles|goals|strategies|pledges|promises|plans|ambitions|duties|"
    r"responsibilities|rights|vacancies|careers|recruitment|contacts?|contact us|news|events|links|pages|downloads|"
    r"documents|publications|history|background|introduction|overview|about us|cookies|governance|feedback|comments|"
    r"aims and objectives|vision for the future|constitution|nhs constitution|directors|executive team|information|"
    r"standards|targets|themes|enablers|partners|members|(?:[\w-]+ ){1,2}(?:aims|objectives|priorities|strategies|"
    r"standards|targets|commitments))"
    r"(?:\b(?: (?:and|for|of|in|to|are|with)\b.*|:.*|,.*)|)"
    rf"|what {_PUBLIC} (?:can|should|may) expect(?: (?:from|of) (?:us|our .*|the .*))?"
    rf"|how {_PUBLIC} can (?:help|support|get|join|have|apply|contact|raise|give|tell|find|make|take)\b.*"
    rf"|what we (?:ask|expect|need) (?:of|from) {_PUBLIC}|{_PUBLIC} (?:can|should|may) expect"
    r"|what (?:our|the|some)(?: [\w'-]+){1,3} (?:say|says|said|think|thinks)(?: about .*)?"
)
_OUR_OTHER = re.compile(
    r"(?:our|the|its)(?: [\w'-]+){0,2} (?:purpose|strategy|ethos|motto|aim|goal|ambition|approach|plan|story|"
    r"people|resources|future|commitment|promise|pledge|role|structure|culture|team|work|services?|staff|trust|"
    r"organi[sz]ation|board|patients|communities|community|charter|philosophy|brand|objective|principle|priority)"
    r"(?: (?:and|for|of|in|to|on|about|with)\b.*)?"
)
_ABOUT = re.compile(
    r"(?:why|how|who|where|when|what (?:we do|is|are|to expect|patients|you can))\b.*"
    r"|(?:find out more|read (?:more|our|the)|see (?:also|more)|learn more|download|click (?:here|on)|contact(?: us)?|"
    r"follow us|share this|sign up|join (?:us|our)|related|useful|working for|work for|apply(?: now| for)?|about)\b.*"
)
_SITE = re.compile(
    r"(?:the |our |your |my )?(?:board|chair(?:man|woman)?|chief executive|trustees|patrons?|governors|committees?|"
    r"executives?|awards?|surveys?|complaints?|compliments?|whistleblowing|accessibility|library|newsletter|timetable|sponsors|"
    r"funders|supporters|volunteers|donors|members|locations|branches|shops?|sites|hospitals|wards|clinics|reports?|"
    r"annual reports?|newsroom|media|press(?: office| releases?)?|diary|calendar|testimonials|reviews|ratings?|"
    r"policies)(?: (?:\d{4}|and .*|of .*|for .*))?"
    r"|(?:opening|visiting|office|contact|surgery|clinic|phone) (?:hours|times|details|arrangements)\b.*"
    r"|(?:donate|apply|book|register|refer|subscribe|enquire|vote|nominate|volunteer)"
    r"(?: (?:now|today|online|here|us|with|a|an|your|yourself|for|to)\b.*)?"
    r"|(?:request|order) (?:a|an|your|our)\b.*|get (?:in touch|involved|started|help)\b.*"
    r"|meet (?:the|our|your) .*|raising (?:a )?concerns?|staff (?:survey|awards|stories|networks?|benefits|news)\b.*"
    r"|(?:patient|family|staff|customer|success) stor(?:y|ies)|(?:latest|recent|other|further|related|popular) .*"
    r"|more (?:about|on|from|like|information|details|news) .*"
    r"|(?:two|three|four|five|six|seven|eight|nine|ten) (?:reasons|ways|steps|things|tips|facts)\b.*"
    r"|(?:did you know|want to know more|would you like to .*|have your say|need help|in numbers|key facts|"
    r"facts and figures)"
)
_BARE_STEM = re.compile(
    r"(?:(?:this|which|that|it) means(?: that)?(?: (?:we|i|you|our staff))?(?: will)?|"
    r"(?:so |together |as staff |as leaders |here )?(?:we|i|you|staff|you and i|everyone)"
    r"(?: (?:will|do|should|must|shall|can|are|aim to|commit to|expect))?(?: (?:not|never))?|"
    r"(?:we|i|you) (?:won't|don't|can't|shouldn't|will|do not|want to see|don't want to see|expect to see)|"
    r"do|don't|don'ts|do's|dos|do not|always|never|avoid|in practice|for example|examples?)"
)
_LIST_CAPTION = re.compile(
    r"(?:what (?:this|it|that) (?:means|looks like).*|what (?:we|you|i|nobody)(?: [\w']+){1,8}|"
    r"how (?:we|you|i)(?: [\w']+){1,8}|"
    r"(?:(?:positive|negative|expected|unacceptable|acceptable|good|poor|desired|our|the|key|wanted|unwanted) )*"
    r"(?:behaviou?rs?|indicators?|conduct)(?: (?:we|you|that|which|to)\b.*)?|(?:more|less) of|"
    r"(?:we |you )?(?:(?:would|should|do|will|can) )?(?:not )?(?:like|love|want|expect|hope) to (?:see|hear)(?: .*)?)"
)
_OPENER = re.compile(
    r"(?:this|these|that|we|i|you|in|by|as|what|how|together|which|it|for|and|do|don't|they|staff|people|when|if|all|"
    r"everyone|each|to|so|our (?:staff|people|values|behaviours)|here|being|at|with|examples?|there|where|through)\b"
)
_WITHIN_CLAUSE = re.compile(
    r"\b(?:we|i|you|they|us) \w+|\b(?:to|by|will|can|should|must|we|i|you|they|that|when|with|for|our|the|of|are|is|"
    r"be|being|us|staff|colleagues|everyone|means?|includes?)$"
)
_SECTION_OPENING = re.compile(
    r"(?:our|your|my|their|what|how|why|when|where|who|which|did|do|does|are|is|can|new|next|latest|more|about|further)\b"
)
NAME_RUN_ON = r"[A-Z][a-z]{2,}(?:ness|ship|ment|[ae]nce|ty|ion|ect|age|cy)(?:we|to|our|being|means|[a-z]{3,}ing)(?= )"
_NAME_RUN_ON = re.compile(NAME_RUN_ON)
_PICTURE_OF = (
    r"(?:an? |the |our )?(?:[\w-]+ ){0,2}(?:illustration|photo(?:graph)?|picture|image|icon|logo|drawing|portrait|"
    r"cartoon|diagram|infographic|screenshot|poster|banner|graphic|video|animation|word ?cloud)s? "
    r"(?:of|showing|shows|with)"
)
_YEARS = re.compile(r"[ ,:-]+(?:for |from |to |by )?(?:19|20)\d\d(?: ?(?:[-/]|to) ?\d{2,4})?$")
_BRACKETS = re.compile(r" \([^()]{1,60}\)$")
_PICTURE = re.compile(
    r"\b(?:logo|poster|image|photo(?:graph)?|picture|graphic|icon|banner|infographic|diagram|video)\b"
)
_WHOLE_PICTURE = re.compile(rf"{_PICTURE_OF}\b.*")
_LONGEST_PICTURE_TEXT = 20


def role_of(text: str) -> Role | None:
    """What a heading announces; None where its words do not tell."""
    if len(text) > _LONGEST_HEADING:
        return None
    words = _YEARS.sub("", _plain(text))
    if len(words.split()) > MOST_HEADING_WORDS:
        return None
    if _PAST_VALUES.search(words):
        return Role.OTHER
    if _VALUES_LAST.search(fold_for_match(text).casefold()):
        return Role.COMBINED if _VISION.search(words) or _MISSION.search(words) else Role.VALUES
    vision, mission = bool(_VISION.search(words)), bool(_MISSION.search(words))
    if _VALUES.search(words) and not _NOT_VALUES.search(words):
        return Role.COMBINED if vision or mission or _PLANS.search(words) else Role.VALUES
    if vision or mission:
        return Role.COMBINED if vision and mission else Role.VISION if vision else Role.MISSION
    if _BEHAVIOURS.fullmatch(words):
        return Role.BEHAVIOURS
    if any(other.fullmatch(words) for other in (_OTHER, _OUR_OTHER, _ABOUT, _SITE)):
        return Role.OTHER
    return None


def is_other_list(text: str) -> bool:
    """Whether a caption names what is known to stand beside values: aims, duties, commitments and the like."""
    words = _plain(text[:_LONGEST_HEADING])
    return _OTHER.fullmatch(words) is not None or _OUR_OTHER.fullmatch(words) is not None


def speaks_of_values(text: str) -> bool:
    """Whether a line has the word "values"."""
    return _VALUES.search(text.casefold()) is not None


def begins_like_a_section(text: str) -> bool:
    """Whether a heading begins with a question word, a possessive or the like, as names of values hardly do."""
    return _SECTION_OPENING.match(_plain(text[:_LONGEST_HEADING])) is not None


def is_bare_stem(text: str) -> bool:
    """Whether a short line without a colon is the opening of a list rather than a heading."""
    return len(text) <= _LONGEST_HEADING and _BARE_STEM.fullmatch(_plain(text)) is not None


def is_list_caption(text: str) -> bool:
    """Whether a short line, with a list right below it, captions the list rather than names a value."""
    return len(text) <= _LONGEST_HEADING and _LIST_CAPTION.fullmatch(_plain(text)) is not None


def opens_a_clause(text: str) -> bool:
    """Whether a line that ends in a colon reads like the beginning of a sentence, not like a name."""
    words = _plain(text)
    if _OPENER.match(words) is not None or is_bare_stem(text):
        return True
    return _WITHIN_CLAUSE.search(words) is not None and not _VALUES.search(words)


def runs_on(text: str) -> bool:
    """Whether a line begins with a name and, with no blank between, its meaning."""
    return _NAME_RUN_ON.match(text) is not None


def describes_a_picture(text: str) -> bool:
    """Whether a line says what a picture shows, as the text that stands in for one does."""
    words = text.split()
    return len(words) <= _LONGEST_PICTURE_TEXT and _WHOLE_PICTURE.fullmatch(_plain(" ".join(words))) is not None


def is_picture_text(text: str) -> bool:
    """Whether a short line stands for a picture."""
    return len(text.split()) <= 6 and _PICTURE.search(text.casefold()) is not None


def _plain(text: str) -> str:
    return _BRACKETS.sub("", fold_for_match(text)).casefold().strip(" .:;-!?\"'*…()[]")
