"""Formatted text of quiz programs as plain words on one line: nothing is glued, and what is dropped is named."""

import re
from collections.abc import Iterator
from html.parser import HTMLParser

from question_bank.text import fold_space

PLAIN, HTML, MARKDOWN, MOODLE = "plain", "html", "markdown", "moodle"

_BLOCKS = re.compile(
    r"address|article|aside|blockquote|body|br|caption|center|d[dlt]|div|fieldset|figcaption|figure|footer|form|h[1-6r]"
    r"|head|header|html|legend|li|main|nav|ol|p|pre|section|t[dhr]|table|tbody|tfoot|thead|title|ul"
)
_INLINE = re.compile(
    r"a|abbr|acronym|b|bd[io]|big|button|cite|code|col|colgroup|del|dfn|em|font|i|input|ins|kbd|label|link|mark|meta"
    r"|nolink|option|q|r[pt]|ruby|s|samp|select|small|span|strike|strong|su[bp]|textarea|time|tt|u|var|wbr"
    r"|\w+[:-].*"  # what word processors and web components leave behind
)
_HIDDEN = frozenset(("script", "style", "template", "noscript"))
_MEDIA = {
    "img": "a picture",
    "svg": "a picture",
    "audio": "a sound",
    "video": "a film",
    "iframe": "an embedded page",
    "object": "an embedded file",
    "embed": "an embedded file",
    "source": "",
    "track": "",
}
# Each looks no further than a bounded run, so that no text takes long.
_MARKDOWN = (
    (re.compile(r"!\[([^\[\]]{0,500})\]\([^()\n]{0,1000}\)"), r" \1 "),
    (re.compile(r"\[([^\[\]]{1,500})\]\([^()\n]{1,1000}\)"), r"\1"),
    (re.compile(r"^[ \t]{0,3}(?:#{1,6}|>|[*+-]|\d{1,3}\.)[ \t]+", re.MULTILINE), ""),
    (re.compile(r"(?<![\w*])\*{1,3}(?=[^\s*])|(?<=[^\s*])\*{1,3}(?![\w*])"), ""),
    (re.compile(r"(?<![\w_])_{1,2}(?=[^\s_])|(?<=[^\s_])_{1,2}(?![\w_])"), ""),
    (re.compile(r"`([^`\n]{1,1000})`"), r"\1"),
)
_PICTURE = re.compile(r"!\[[^\[\]]{0,500}\]\(")
_INLINE_DATA = re.compile(r"data:[\w/+.-]{1,100};base64,[A-Za-z0-9+/=]*")
_NO_TAG = re.compile(
    r"<(?!/?[a-zA-Z](?:[^<>\"']{1,500}+|\"[^\"]{0,1000}+\"|'[^']{0,1000}+'){0,60}+>|[!?][a-zA-Z][^<>]{0,500}+>)"
)
_LONGEST = 20_000


def to_plain(text: str, markup: str) -> tuple[str, tuple[str, ...]]:
    """The words of a text in plain, html, markdown or moodle's own markup, and what was left out of it."""
    if markup == PLAIN:
        return fold_space(text), ()
    left_out: list[str] = []
    text = _INLINE_DATA.sub("", text)
    if len(text) > _LONGEST:
        text = text[:_LONGEST]
        left_out.append(f"what comes after {_LONGEST} characters of one text")
    if markup == MARKDOWN:
        if _PICTURE.search(text):
            left_out.append("a picture")
        for pattern, words in _MARKDOWN:
            text = pattern.sub(words, text)
    reader = _Words()
    reader.feed(_NO_TAG.sub("&lt;", _without_comments(text)))
    reader.close()
    return fold_space("".join(reader.words())), (*left_out, *dict.fromkeys(reader.left_out))


def _without_comments(text: str) -> str:
    parts = []
    while "<!--" in text:
        before, _, rest = text.partition("<!--")
        parts.append(before)
        _, end, text = rest.partition("-->")
        if not end:
            parts.append(f"<!--{rest}")
    return "".join([*parts, text])


class _Words(HTMLParser):
    """Collects words; of a text in several languages English, else the first."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.left_out: list[str] = []
        self._pieces: list[tuple[str, str]] = []
        self._spans: list[str] = []
        self._hidden = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        named = {name: value or "" for name, value in attrs}
        if tag in _HIDDEN:
            self._hidden += 1
        elif tag in _MEDIA:
            self._put(f" {named.get('alt', '')} ")
            self.left_out += [_MEDIA[tag]] if _MEDIA[tag] else []
        elif _BLOCKS.fullmatch(tag):
            self._put(" ")
        elif not _INLINE.fullmatch(tag):
            self._put(self.get_starttag_text() or "")
        if tag == "span":
            is_one_of_several = "multilang" in named.get("class", "").split()
            self._spans.append(named.get("lang", "").lower() if is_one_of_several else "")

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in _HIDDEN:
            self.handle_starttag(tag, attrs)
            if tag == "span":
                self._spans.pop()

    def handle_endtag(self, tag: str) -> None:
        if tag in _HIDDEN:
            self._hidden = max(0, self._hidden - 1)
        elif _BLOCKS.fullmatch(tag):
            self._put(" ")
        elif tag == "span" and self._spans:
            self._spans.pop()
        elif tag not in _MEDIA and not _INLINE.fullmatch(tag):
            self._put(f"</{tag}>")

    def handle_data(self, data: str) -> None:
        self._put(data)

    def words(self) -> Iterator[str]:
        """The collected pieces in the chosen language."""
        languages = list(dict.fromkeys(language for language, _ in self._pieces if language))
        chosen = next((language for language in languages if language.startswith("en")), None)
        chosen = chosen or next(iter(languages), "")
        self.left_out += [f"the words in the language “{language}”" for language in languages if language != chosen]
        return (text for language, text in self._pieces if language in ("", chosen))

    def _put(self, text: str) -> None:
        if not self._hidden:
            self._pieces.append((next((span for span in reversed(self._spans) if span), ""), text))
