"""The furniture of a web page that a copy picks up: skip links, menus, notices, share buttons."""

import re
from collections.abc import Iterable

from question_bank.reader.lines.unit import Unit
from question_bank.text import fold_for_match

_PHRASE = (
    r"(?:skip (?:to|over)"
    r"(?: (?:the|main|primary|page|site|content|navigation|menu|search|footer|secondary|links?)){1,3}"
    r"|jump to (?:content|navigation)|help with accessibility|accessibility(?: (?:tools|help|statement))?"
    r"|back to (?:the )?top|(?:main |site |toggle )?(?:menu|navigation)|(?:site )?search(?: this site)?|home"
    r"|share (?:this(?: page)?|on \w+)|print(?: this page)?|email(?: this page)?|tweet|facebook|twitter|linkedin"
    r"|you are here:?|in this section:?|listen to this page|translate(?: this page)?|select language|a-z|log ?in"
    r"|accept(?: all)?(?: cookies)?|reject(?: all)?(?: cookies)?|cookie (?:settings|policy)|manage cookies|sitemap"
    r"|site map|privacy(?: (?:policy|notice))?|terms (?:and conditions|of use)|next(?: page)?|previous(?: page)?"
    r"|read more|show more|text size|increase text size|decrease text size|high contrast)"
)
_WHOLE_LINE = re.compile(
    rf"{_PHRASE}(?:[ |>/,·]+{_PHRASE})*[.!]?"
    r"|(?:page )?last (?:updated|reviewed|modified|edited)\b.*|(?:published|updated|posted)(?: on)?:? \d.*"
    r"|\[[^\]]*\]|@\w+|https?://\S+|www\.\S+|(?:©|copyright\b|\(c\) ).*|download .{1,80}|page \d+(?: of \d+)?"
    r"|home(?: ?[>/»|] ?[^>/»|]{1,60}){1,8}|(?:this (?:web)?site|we) uses? cookies\b.*",
)
_LONGEST = 200


def drop_chrome(lines: Iterable[Unit]) -> tuple[Unit, ...]:
    """The lines that are not, as a whole, page furniture."""
    return tuple(line for line in lines if not is_chrome(line.raw))


def is_chrome(text: str) -> bool:
    """Whether a whole line is page furniture; a line that merely holds such words is not."""
    return len(text) <= _LONGEST and _WHOLE_LINE.fullmatch(fold_for_match(text).casefold()) is not None
