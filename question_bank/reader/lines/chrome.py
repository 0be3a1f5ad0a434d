"""The furniture of a web page that a copy picks up: skip links, menus, notices, forms, share buttons."""

import re
from collections.abc import Iterable

from question_bank.reader.lines.unit import Unit
from question_bank.reader.lines.wording import describes_a_picture
from question_bank.text import fold_for_match

_PHRASE = (
    r"(?:skip (?:to|over)"
    r"(?: (?:the|main|primary|page|site|content|navigation|menu|search|footer|secondary|links?)){1,3}"
    r"|jump to (?:content|navigation)|help with accessibility|accessibility (?:tools|help|statement)"
    r"|back to (?:the )?top|(?:main |site |toggle )?(?:menu|navigation)|site search|search this site"
    r"|share (?:this(?: page)?|on \w+)|(?:print|email) this page|tweet|facebook|twitter|linkedin|instagram|youtube"
    r"|you are here:?|in this section:?|listen to this page|translate this page|select language|a-z|log ?in"
    r"|accept(?: all)?(?: cookies)?|reject(?: all)?(?: cookies)?|cookie (?:settings|policy)|manage cookies|sitemap"
    r"|site map|privacy (?:policy|notice)|terms (?:and conditions|of use)|(?:next|previous) page"
    r"|read more|show more|text size|increase text size|decrease text size|high contrast|freedom of information"
    r"|contact us|follow us(?: on .{1,60})?|all rights reserved|a[-+] ?a ?a?[-+]?|yes no"
    r"|(?:your |first |last |full )(?:name|e-?mail(?: address)?|number)|e-?mail address)"
)
_WHOLE_LINE = re.compile(
    rf"{_PHRASE}(?:[ |>/,·]+{_PHRASE})*[.!]?"
    r"|(?:page )?last (?:updated|reviewed|modified|edited)\b.*|(?:published|updated|posted)(?: on)?:? \d.*"
    r"|\[[^\]]*\]|@\w+|https?://\S+|www\.\S+|(?:©|copyright\b|\(c\) ).*|download .{1,80}|page \d+(?: of \d+)?"
    r"|home(?: ?[>»|] ?[^>»|]{1,60}| / [^>»|]{1,60}){2,8}|(?:this (?:web)?site|we) uses? (?:\w+ ){0,2}cookies\b.*"
    r"|cookies on this (?:web)?site|(?:was|is|did you find) this page (?:useful|helpful)\b.{0,30}"
    r"|is there anything wrong with (?:this|the) page\b.{0,40}|report a problem with this page.{0,20}"
    r"|(?:sign up|subscribe) (?:to|for) (?:our|the) (?:\w+ )?(?:newsletter|bulletin|updates)|powered by .{1,40}"
    r"|registered (?:charity|office|company)\b.{0,100}|request a call ?back|listen with \w+|i agree to the .{1,60}"
    r"|(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? )?\d{1,2}(?:st|nd|rd|th)? (?:january|february|march|april|may|"
    r"june|july|august|september|october|november|december),? \d{4}|\d{1,2}/\d{1,2}/\d{2,4}"
    r"|\d+ (?:people|others?|colleagues) (?:like|liked|viewed) this|(?:comments?|likes?|views?|shares?) \(\d+\)"
    r"|add a comment"
    r"|(?:page owner|document owner|approved by|prepared by|presented by|review date|next review) ?:.{1,120}"
    r"|follow us .{1,60}|(?:tel|telephone|phone)\.?:? ?[\d ()+]{6,}"
)
_AMONG_OTHERS = re.compile(
    r"home|search|print|email|translate|share|next|previous|yes|no|name|number|e-?mail|postcode|telephone|submit|send|"
    r"subscribe|privacy|cookies|accessibility|contact|about(?: us)?|news|jobs|vacancies|careers|donate|volunteer"
)
_FRONT_MATTER = re.compile(
    r"(?:author|owner|lead|sponsor|action|status|version|classification|reference|date|title|report title|subject|"
    r"purpose|audience|to|from|agenda item|enclosure|report to|report by|meeting)(?: ?:.{1,120}| \w{1,4})"
)
_BETWEEN_LINKS = re.compile(r"\s*[|»>·]\s*|\s+/\s+|[^\S\n]{2,}|\t")
_LINK = re.compile(
    r"home|about(?: us)?|our services|contact(?: us)?|news(?: and events)?|jobs|vacancies|careers|work for us|join us|"
    r"support us|get involved|donate|volunteer|fundraise|shops?|publications|policies|accessibility.*|"
    r"cookies?(?: policy)?|privacy.*|freedom of information|site ?map|a-z|search|menu|log ?in|sign in|english|cymraeg|"
    r"facebook|twitter|linkedin|youtube|instagram|appointments|opening times|repairs|members' area|complaints|terms.*"
)
_LONGEST, _LONGEST_LINK, _LONGEST_WORD = 200, 5, 20


def drop_chrome(lines: Iterable[Unit]) -> tuple[Unit, ...]:
    """The lines that are not, as a whole, page furniture; a doubtful word is where it stands among furniture."""
    lines = tuple(lines)
    surely = [is_chrome(line.raw) for line in lines]
    maybe = [not line.glyph and len(line.raw) <= _LONGEST_WORD and _is_doubtful(line.raw) for line in lines]
    front = [not line.glyph and _is_front_matter(line.raw) for line in lines]
    for place in range(1, len(lines)):
        if front[place - 1] and front[place] and lines[place].gap == 0:
            surely[place - 1] = surely[place] = True
    for order in (range(len(lines)), range(len(lines) - 1, -1, -1)):
        beside = True  # the edges of the page are furnished
        for place in order:
            surely[place] = surely[place] or (beside and maybe[place])
            beside = surely[place]
    return tuple(line for line, dropped in zip(lines, surely, strict=True) if not dropped)


def is_chrome(text: str) -> bool:
    """Whether a whole line is page furniture; a line that merely holds such words is not."""
    if len(text) > _LONGEST:
        return False
    if _WHOLE_LINE.fullmatch(fold_for_match(text).casefold()) is not None:
        return True
    return _is_row_of_links(text) or describes_a_picture(text)


def _is_row_of_links(text: str) -> bool:
    """Whether a line is a row of short links of the kind that the menus of most sites have."""
    links = [fold_for_match(link).casefold() for link in _BETWEEN_LINKS.split(text)]
    if len(links) < 2 or any(len(link.split()) > _LONGEST_LINK for link in links):
        return False
    known = sum(_LINK.fullmatch(link) is not None for link in links)
    return known == 2 if len(links) == 2 else known > 0


def _is_front_matter(text: str) -> bool:
    """Whether a line fills in one field of the form that papers and policies begin with."""
    return len(text) <= _LONGEST and _FRONT_MATTER.fullmatch(fold_for_match(text).casefold()) is not None


def _is_doubtful(text: str) -> bool:
    return _AMONG_OTHERS.fullmatch(fold_for_match(text).casefold()) is not None
