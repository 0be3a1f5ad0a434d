"""A letter to one person: as plain text, and as a page that needs no style, script or image."""

from dataclasses import dataclass, replace
from html import escape

LONGEST_SUBJECT = 200
_PAGE = """<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
</head>
<body style="font-family: Arial, sans-serif; font-size: 18px; line-height: 1.5; max-width: 36em">
{parts}
</body>
</html>
"""


@dataclass(frozen=True, slots=True)
class Link:
    """A place to go; without an address, as in a preview, only its words are shown.

    The end of a secret one lets in whoever has it: it stands in the letter, and in no copy of it.
    """

    text: str
    href: str = ""
    is_secret: bool = False

    def hide_secret(self) -> "Link":
        """The same without what lets somebody in."""
        return replace(self, href=f"{self.href.rpartition('/')[0]}/…") if self.is_secret and self.href else self


@dataclass(frozen=True, slots=True)
class Letter:
    """What is written: the subject, and paragraphs and links in their order."""

    subject: str
    parts: tuple[str | Link, ...]


def as_text(letter: Letter) -> str:
    """The letter for a screen that shows nothing but letters; a link has a line of its own."""
    return "\n\n".join(_text_of(part) for part in letter.parts) + "\n"


def as_copy(letter: Letter) -> str:
    """The text as others may read it later, without the secrets in its links."""
    parts = (part if isinstance(part, str) else part.hide_secret() for part in letter.parts)
    return as_text(replace(letter, parts=tuple(parts)))


def as_page(letter: Letter) -> str:
    """The same words as HTML."""
    parts = "\n".join(f"<p>{_page_part(part)}</p>" for part in letter.parts)
    return _PAGE.format(title=escape(letter.subject), parts=parts)


def _text_of(part: str | Link) -> str:
    if isinstance(part, str):
        return part
    return f"{part.text}:\n{part.href}" if part.href else part.text


def _page_part(part: str | Link) -> str:
    if isinstance(part, str):
        return escape(part)
    return f'<a href="{escape(part.href)}">{escape(part.text)}</a>' if part.href else escape(part.text)
