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


def page_faults(page: BeautifulSoup, *, host: str = "localhost") -> list[str]:
    """Everything wrong with a page served by `host`, in words; an empty list is a good page."""
    faults = [fault for check in CHECKS for fault in check(page)]
    return [*faults, *_outside_addresses(page, host)]


def visible_text(page: Tag, *, ours_only: bool = False) -> str:
    """The text somebody reads, white space folded; `ours_only` leaves out what is marked as quoted word for word."""
    is_left_out = any(_is_left_out(tag, ours_only) for tag in (page, *page.parents))
    return "" if is_left_out else fold(" ".join(_strings(page, ours_only)))


def fold(text: str) -> str:
    """Every run of white space as one blank."""
    return " ".join(text.split())


def _has_one_heading_that_the_title_repeats(page: BeautifulSoup) -> Iterator[str]:
    headings = page.find_all("h1")
    title = fold(page.title.get_text()) if page.title else ""
    if len(headings) != 1:
        yield f"{len(headings)} h1 headings, not one"
    elif not (heading := fold(headings[0].get_text(" "))):
        yield "the h1 heading is empty"
    elif heading not in title:
        yield f"the title {title!r} does not hold the heading {heading!r}"


def _title_says_error_where_there_is_one(page: BeautifulSoup) -> Iterator[str]:
    title = fold(page.title.get_text()) if page.title else ""
    has_summary = page.select_one(".nhsuk-error-summary") is not None
    if has_summary != title.startswith("Error: "):
        yield f"{'an' if has_summary else 'no'} error summary, and the title is {title!r}"


def _names_its_type_and_language(page: BeautifulSoup) -> Iterator[str]:
    if not any(isinstance(part, Doctype) for part in page.contents):
        yield "no doctype: browsers would guess"
    if not (page.html and page.html.get("lang")):
        yield "html has no lang"


def _fields_have_labels(page: BeautifulSoup) -> Iterator[str]:
    labelled = {label.get("for") for label in page.find_all("label")}
    for field in page.find_all(["input", "select", "textarea"]):
        if field.get("type") in ("hidden", "submit", "button", "reset", "image"):
            continue
        named = field.get("aria-label") or field.get("aria-labelledby")
        if not named and field.get("id") not in labelled and not field.find_parent("label"):
            yield f"no label: {_short(field)}"


def _ids_are_unique_and_met(page: BeautifulSoup) -> Iterator[str]:
    ids = Counter(str(tag["id"]) for tag in _tags_with(page, "id"))
    yield from (f"the id {name!r} occurs {number} times" for name, number in ids.items() if number > 1)
    yield from (f"no field for {_short(label)}" for label in page.select("label[for]") if label["for"] not in ids)
    for attribute in REFERRING_ATTRIBUTES:
        for tag in _tags_with(page, attribute):
            missing = [name for name in str(tag[attribute]).split() if name not in ids]
            yield from (f"{attribute} names {name!r}, which is not there" for name in missing)


def _posting_forms_have_action_and_token(page: BeautifulSoup) -> Iterator[str]:
    for form in page.find_all("form"):
        if str(form.get("method", "get")).lower() != "post":
            continue
        if not form.get("action"):
            yield f"a form without an action: {_short(form)}"
        token = form.find("input", attrs={"name": "csrf_token"})
        if not (token and token.get("value")):
            yield f"a form without a token: {_short(form)}"


def _error_links_lead_to_fields(page: BeautifulSoup) -> Iterator[str]:
    for link in page.select(".nhsuk-error-summary a"):
        target = str(link.get("href", ""))
        if not target.startswith("#") or not page.find(id=target[1:]):
            yield f"an error link that leads nowhere: {_short(link)}"


def _nothing_is_inline(page: BeautifulSoup) -> Iterator[str]:
    for script in page.find_all("script"):
        if not script.get("src") and not script.get("nonce") and script.get("type") != "application/json":
            yield f"an inline script without a nonce: {_short(script)}"
    yield from (f"a style element: {_short(style)}" for style in page.find_all("style"))
    for tag in page.find_all(True):
        handlers = [name for name in tag.attrs if name == "style" or name.startswith("on")]
        yield from (f"an inline {name}: {_short(tag)}" for name in handlers)


def _everything_to_press_has_words(page: BeautifulSoup) -> Iterator[str]:
    for tag in page.find_all(["a", "button"]):
        pictures = " ".join(str(image.get("alt", "")) for image in tag.find_all("img"))
        if not (tag.get("aria-label") or fold(tag.get_text() + pictures)):
            yield f"a {'link' if tag.name == 'a' else 'button'} without words: {_short(tag)}"
    for tag in page.select("input[type=submit], input[type=button]"):
        if not tag.get("value"):
            yield f"a button without words: {_short(tag)}"
    yield from (f"an image without alt: {_short(image)}" for image in page.find_all("img") if not image.has_attr("alt"))


def _speaks_our_language(page: BeautifulSoup) -> Iterator[str]:
    text = visible_text(page, ours_only=True)
    titled = f"{page.title.get_text() if page.title else ''} {text}"
    yield from (f"escaped twice: {_around(titled, found)}" for found in DOUBLE_ESCAPED.finditer(titled))
    yield from (f"a word we do not use: {_around(text, found)}" for found in BANNED_WORDS.finditer(text))


CHECKS: tuple[Callable[[BeautifulSoup], Iterator[str]], ...] = (
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


def _outside_addresses(page: BeautifulSoup, host: str) -> Iterator[str]:
    """Addresses of other hosts; a link to the organisation's own page says so with rel="external"."""
    for attribute in ADDRESS_ATTRIBUTES:
        for tag in _tags_with(page, attribute):
            address = urlsplit(str(tag[attribute]).strip())
            inside = address.scheme in ("", "http", "https") and address.netloc in ("", host)
            allowed = address.scheme == "mailto" or (tag.name == "a" and "external" in (tag.get("rel") or ()))
            if not inside and not (allowed and address.scheme in ("mailto", "http", "https")):
                yield f"another host or scheme: {_short(tag)}"


def _tags_with(page: BeautifulSoup, attribute: str) -> list[Tag]:
    """Every element with an attribute: looked up by hand, as selectors take many times as long."""
    return [tag for tag in page.find_all(True) if attribute in tag.attrs]


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
