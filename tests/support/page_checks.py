"""What must be true of every page of the service, whatever it shows."""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from urllib.parse import urlsplit

from bs4 import BeautifulSoup, Tag
from bs4.element import Doctype, NavigableString

BANNED_WORDS = re.compile(r"\b(?:please|sorry|easy|simple|failed|click(?:s|ed|ing)?)\b|!", re.IGNORECASE)
DOUBLE_ESCAPED = re.compile(r"&(?:lt|gt|amp|quot|apos|nbsp|#\d+|#x[0-9a-f]+);", re.IGNORECASE)
ADDRESS_ATTRIBUTES = ("href", "src", "action", "formaction", "srcset", "poster", "data")
REFERRING_ATTRIBUTES = ("aria-describedby", "aria-labelledby", "aria-controls")
UNSEEN = ("title", "script", "style", "template", "textarea")


class Tags:
    """The elements of a page in their order, looked up by hand: selectors, asked for often, take many times as long."""

    def __init__(self, page: BeautifulSoup) -> None:
        self.page = page
        self.all = [tag for tag in page.descendants if isinstance(tag, Tag)]
        self._by_name: dict[str, list[Tag]] = {}
        for tag in self.all:
            self._by_name.setdefault(tag.name, []).append(tag)

    def named(self, *names: str) -> list[Tag]:
        return [tag for name in names for tag in self._by_name.get(name, ())]

    def having(self, attribute: str) -> list[Tag]:
        return [tag for tag in self.all if attribute in tag.attrs]

    def ids(self) -> Counter[str]:
        return Counter(str(tag["id"]) for tag in self.having("id"))

    def error_summaries(self) -> list[Tag]:
        return [tag for tag in self.all if "nhsuk-error-summary" in tag.attrs.get("class", ())]

    def title(self) -> str:
        return fold(self.page.title.get_text()) if self.page.title else ""


def page_faults(page: BeautifulSoup, *, host: str = "localhost") -> list[str]:
    """Everything wrong with a page served by `host`, in words; an empty list is a good page."""
    tags = Tags(page)
    faults = [fault for check in CHECKS for fault in check(tags)]
    return [*faults, *_outside_addresses(tags, host)]


def visible_text(page: Tag, *, ours_only: bool = False) -> str:
    """The text somebody reads, white space folded; `ours_only` leaves out what is marked as quoted word for word."""
    is_left_out = any(_is_left_out(tag, ours_only) for tag in (page, *page.parents))
    return "" if is_left_out else fold(" ".join(_strings(page, ours_only)))


def fold(text: str) -> str:
    """Every run of white space as one blank."""
    return " ".join(text.split())


def _has_one_heading_that_the_title_repeats(tags: Tags) -> Iterator[str]:
    headings = tags.named("h1")
    if len(headings) != 1:
        yield f"{len(headings)} h1 headings, not one"
    elif not (heading := fold(headings[0].get_text(" "))):
        yield "the h1 heading is empty"
    elif heading not in tags.title():
        yield f"the title {tags.title()!r} does not hold the heading {heading!r}"


def _title_says_error_where_there_is_one(tags: Tags) -> Iterator[str]:
    has_summary = bool(tags.error_summaries())
    if has_summary != tags.title().startswith("Error: "):
        yield f"{'an' if has_summary else 'no'} error summary, and the title is {tags.title()!r}"


def _names_its_type_and_language(tags: Tags) -> Iterator[str]:
    if not any(isinstance(part, Doctype) for part in tags.page.contents):
        yield "no doctype: browsers would guess"
    if not (tags.page.html and tags.page.html.get("lang")):
        yield "html has no lang"


def _fields_have_labels(tags: Tags) -> Iterator[str]:
    labelled = {label.get("for") for label in tags.named("label")}
    for field in tags.named("input", "select", "textarea"):
        if field.get("type") in ("hidden", "submit", "button", "reset", "image"):
            continue
        named = field.get("aria-label") or field.get("aria-labelledby")
        if not named and field.get("id") not in labelled and not field.find_parent("label"):
            yield f"no label: {_short(field)}"


def _ids_are_unique_and_met(tags: Tags) -> Iterator[str]:
    ids = tags.ids()
    yield from (f"the id {name!r} occurs {number} times" for name, number in ids.items() if number > 1)
    for label in tags.named("label"):
        if "for" in label.attrs and label["for"] not in ids:
            yield f"no field for {_short(label)}"
    for attribute in REFERRING_ATTRIBUTES:
        for tag in tags.having(attribute):
            missing = [name for name in str(tag[attribute]).split() if name not in ids]
            yield from (f"{attribute} names {name!r}, which is not there" for name in missing)


def _posting_forms_have_action_and_token(tags: Tags) -> Iterator[str]:
    for form in tags.named("form"):
        if str(form.get("method", "get")).lower() != "post":
            continue
        if not form.get("action"):
            yield f"a form without an action: {_short(form)}"
        token = form.find("input", attrs={"name": "csrf_token"})
        if not (token and token.get("value")):
            yield f"a form without a token: {_short(form)}"


def _error_links_lead_to_fields(tags: Tags) -> Iterator[str]:
    ids = tags.ids()
    for link in (link for summary in tags.error_summaries() for link in summary.find_all("a")):
        target = str(link.get("href", ""))
        if not target.startswith("#") or target[1:] not in ids:
            yield f"an error link that leads nowhere: {_short(link)}"


def _nothing_is_inline(tags: Tags) -> Iterator[str]:
    for script in tags.named("script"):
        if not script.get("src") and not script.get("nonce") and script.get("type") != "application/json":
            yield f"an inline script without a nonce: {_short(script)}"
    yield from (f"a style element: {_short(style)}" for style in tags.named("style"))
    for tag in tags.all:
        handlers = [name for name in tag.attrs if name == "style" or name.startswith("on")]
        yield from (f"an inline {name}: {_short(tag)}" for name in handlers)


def _everything_to_press_has_words(tags: Tags) -> Iterator[str]:
    for tag in tags.named("a", "button"):
        pictures = " ".join(str(image.get("alt", "")) for image in tag.find_all("img"))
        if not (tag.get("aria-label") or fold(tag.get_text() + pictures)):
            yield f"a {'link' if tag.name == 'a' else 'button'} without words: {_short(tag)}"
    for tag in tags.named("input"):
        if tag.get("type") in ("submit", "button") and not tag.get("value"):
            yield f"a button without words: {_short(tag)}"
    yield from (f"an image without alt: {_short(image)}" for image in tags.named("img") if not image.has_attr("alt"))


def _speaks_our_language(tags: Tags) -> Iterator[str]:
    text = visible_text(tags.page, ours_only=True)
    titled = f"{tags.title()} {text}"
    yield from (f"escaped twice: {_around(titled, found)}" for found in DOUBLE_ESCAPED.finditer(titled))
    yield from (f"a word we do not use: {_around(text, found)}" for found in BANNED_WORDS.finditer(text))


CHECKS: tuple[Callable[[Tags], Iterator[str]], ...] = (
    _has_one_heading_that_the_title_repeats,
    _title_says_error_where_there_is_one,
    _names_its_type_and_language,
    _fields_have_labels,
    _ids_are_unique_and_met,
    _posting_forms_have_action_and_token,
    _error_links_lead_to_fields,
    _nothing_is_inline,
    _everything_to_press_has_words,
    _speaks_our_language,
)


def _outside_addresses(tags: Tags, host: str) -> Iterator[str]:
    """Addresses of other hosts; a link to the organisation's own page says so with rel="external"."""
    for attribute in ADDRESS_ATTRIBUTES:
        for tag in tags.having(attribute):
            address = urlsplit(str(tag[attribute]).strip())
            inside = address.scheme in ("", "http", "https") and address.netloc in ("", host)
            allowed = address.scheme == "mailto" or (tag.name == "a" and "external" in (tag.get("rel") or ()))
            if not inside and not (allowed and address.scheme in ("mailto", "http", "https")):
                yield f"another host or scheme: {_short(tag)}"


def _strings(tag: Tag, ours_only: bool) -> Iterator[str]:
    for child in tag.children:
        if not isinstance(child, Tag):
            yield from [child] if type(child) is NavigableString else []
        elif not _is_left_out(child, ours_only):
            yield from _strings(child, ours_only)


def _is_left_out(tag: Tag, ours_only: bool) -> bool:
    return tag.name in UNSEEN or "hidden" in tag.attrs or (ours_only and "data-verbatim" in tag.attrs)


def _short(tag: Tag) -> str:
    text = fold(str(tag))
    return text if len(text) <= 160 else f"{text[:157]}..."


def _around(text: str, found: re.Match[str]) -> str:
    return f"{found.group()!r} in {text[max(0, found.start() - 40) : found.end() + 40]!r}"
