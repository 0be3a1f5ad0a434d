"""The page reader: every page a test fetches comes through here and is checked on the way."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from bs4 import BeautifulSoup, Tag
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from tests.support.page_checks import fold, page_faults, visible_text

Values = Mapping[str, str | Sequence[str]]


@dataclass(frozen=True)
class Page:
    """One answer of the service; what it holds is looked up with CSS selectors."""

    response: TestResponse

    @property
    def status(self) -> int:
        return self.response.status_code

    @property
    def path(self) -> str:
        """Where it was found in the end, with the query."""
        return self.response.request.full_path.rstrip("?")

    @property
    def location(self) -> str | None:
        """Where it sends the browser on to."""
        return self.response.location

    @cached_property
    def html(self) -> str:
        return self.response.get_data(as_text=True)

    @cached_property
    def soup(self) -> BeautifulSoup:
        return BeautifulSoup(self.html, "html.parser")

    @cached_property
    def text(self) -> str:
        """What somebody reads on it, white space folded."""
        return visible_text(self.soup.body or self.soup)

    @property
    def title(self) -> str:
        return fold(self.soup.title.get_text()) if self.soup.title else ""

    @property
    def heading(self) -> str:
        return self.words("h1")

    def one(self, selector: str) -> Tag:
        """The only element that matches."""
        found = self.soup.select(selector)
        assert len(found) == 1, f"{self.path}: {len(found)} elements match {selector!r}, not one"
        return found[0]

    def words(self, selector: str) -> str:
        """The text of the only element that matches, white space folded."""
        return fold(self.one(selector).get_text(" "))

    def all_words(self, selector: str) -> list[str]:
        """The text of each element that matches, in page order."""
        return [fold(tag.get_text(" ")) for tag in self.soup.select(selector)]


@dataclass(frozen=True)
class PageClient:
    """A reader of pages without a browser: what it is given in HTML must be a good page, or the test ends there."""

    client: FlaskClient

    def get(self, path: str, *, follow: bool = False) -> Page:
        return _checked(self.client.get(path, follow_redirects=follow))

    def post(self, path: str, values: Values | None = None, *, follow: bool = False) -> Page:
        return _checked(self.client.post(path, data=values or {}, follow_redirects=follow))

    def submit(
        self,
        page: Page,
        values: Values | None = None,
        *,
        form: str = "main form",
        button: str = "",
        follow: bool = True,
    ) -> Page:
        """Send a form as a browser would: all it holds, `values` filled in, by its first button or the one named."""
        element = page.one(form)
        filled = _filled(element, values or {})
        pressed = next((found for found in _buttons(element) if button in fold(found.get_text())), None)
        assert pressed is not None, f"{page.path}: no button {button!r} in {form!r}"
        if pressed.get("name"):
            filled.append((str(pressed["name"]), str(pressed.get("value", ""))))
        data: dict[str, list[str]] = {}
        for name, value in filled:
            data.setdefault(name, []).append(value)
        path = str(pressed.get("formaction") or element.get("action") or page.path)
        if str(element.get("method", "get")).lower() == "post":
            return self.post(path, data, follow=follow)
        return _checked(self.client.get(path, query_string=data, follow_redirects=follow))


def _checked(response: TestResponse) -> Page:
    page = Page(response)
    if response.mimetype == "text/html" and not 300 <= response.status_code < 400:
        faults = page_faults(page.soup, host=response.request.host)
        assert not faults, f"{page.path} ({page.status}):\n" + "\n".join(faults)
    return page


def _filled(form: Tag, values: Values) -> list[tuple[str, str]]:
    """What the form would send; a value for a field or choice that it does not offer is a mistake in the test."""
    left = {name: [value] if isinstance(value, str) else list(value) for name, value in values.items()}
    sent = []
    for field in form.select("input[name], select[name], textarea[name]"):
        name = str(field["name"])
        if field.has_attr("disabled") or field.get("type") in ("submit", "button", "reset", "image"):
            continue
        for choice, is_chosen in _choices(field):
            if name not in values:
                sent.extend([(name, choice)] if is_chosen else [])
            elif not _is_choice(field) and left[name]:
                sent.append((name, left[name].pop(0)))
            elif choice in left[name]:
                left[name].remove(choice)
                sent.append((name, choice))
    unmet = {name: texts for name, texts in left.items() if texts}
    assert not unmet, f"the form does not offer {unmet}"
    return sent


def _choices(field: Tag) -> Iterator[tuple[str, bool]]:
    """Each value a field can send, and whether it would send it now."""
    if field.name == "select":
        options = field.find_all("option")
        chosen = [option for option in options if option.has_attr("selected")] or options[:1]
        for option in options:
            yield str(option.get("value", fold(option.get_text()))), option in chosen
    elif field.name == "textarea":
        yield field.get_text(), True
    elif _is_choice(field):
        yield str(field.get("value", "on")), field.has_attr("checked")
    else:
        yield str(field.get("value", "")), True


def _is_choice(field: Tag) -> bool:
    return field.name == "select" or field.get("type") in ("radio", "checkbox")


def _buttons(form: Tag) -> list[Tag]:
    return form.select("button:not([type=button]):not([type=reset]), input[type=submit]")
