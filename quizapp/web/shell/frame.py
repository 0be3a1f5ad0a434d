"""What stands around every page: whose service it is, who is signed in, where they may go, and the way out."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from flask import Flask, current_app, g, request

from quizapp.access.permissions import Permission
from quizapp.access.policy import may
from quizapp.web.shell.guard import permission_of
from quizapp.web.shell.sessions import current_visitor, visitor_so_far

START = "site.start"
SIGN_OUT = "account.sign_out"
ACCOUNT = "account.change_password"
FOOTER = (
    ("Help", "site.help"),
    ("Check a certificate", "certificates.verify"),
    ("Accessibility statement", "site.accessibility"),
    ("Privacy", "site.privacy"),
)


Pages = Sequence[tuple[str, str]]
"""What each page is called, and its endpoint."""


@dataclass(frozen=True, slots=True)
class Link:
    """A place to go; `current` is "page" on the page itself and "true" elsewhere in its part of the service."""

    text: str
    href: str
    current: str | None = None


@dataclass(frozen=True, slots=True)
class Frame:
    """All a layout prints besides the page."""

    start: str
    footer: tuple[Link, ...]
    organisation: str | None = None
    person: str | None = None
    sign_out: str | None = None
    account: str | None = None
    """Where one's name leads: to a new password."""
    menu: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class MenuEntry:
    """A place in the menu, shown to those who may open it."""

    text: str
    endpoint: str
    path: str
    permission: Permission
    parts: frozenset[str]
    """The blueprints of the pages that belong to it."""


@dataclass(frozen=True, slots=True)
class _Addresses:
    start: str
    sign_out: str | None
    account: str | None
    footer: tuple[tuple[str, str], ...]
    menu: tuple[MenuEntry, ...]


def prepare_frame(app: Flask, menu: Pages, *, rows: Collection[Pages] = ()) -> None:
    """Work the addresses out once, after all pages are there; entries whose page is not there are left out.

    `rows` are the rows of pages that belong together, each under the entry of the menu that leads to one of them.
    """
    paths = app.url_map.bind("localhost")
    known = [(text, endpoint, permission_of(app, endpoint)) for text, endpoint in menu]
    app.extensions["quizapp.frame"] = _Addresses(
        start=paths.build(START),
        sign_out=paths.build(SIGN_OUT) if SIGN_OUT in app.view_functions else None,
        account=paths.build(ACCOUNT) if ACCOUNT in app.view_functions else None,
        footer=tuple((text, paths.build(endpoint)) for text, endpoint in FOOTER if endpoint in app.view_functions),
        menu=tuple(
            MenuEntry(text, endpoint, paths.build(endpoint), permission, _parts(endpoint, rows))
            for text, endpoint, permission in known
            if permission is not None
        ),
    )
    app.context_processor(lambda: {"frame": build_frame()})


def keep_frame_plain() -> None:
    """For a page that must not ask the database anything: nobody is looked up for it."""
    g.plain_frame = True


def build_frame() -> Frame:
    """The frame of the page that is being answered."""
    addresses: _Addresses = current_app.extensions["quizapp.frame"]
    root = request.script_root
    visitor = visitor_so_far() if "plain_frame" in g else current_visitor()
    frame = Frame(
        start=root + addresses.start,
        footer=tuple(Link(text, root + path) for text, path in addresses.footer),
    )
    if visitor is None:
        return frame
    return replace(
        frame,
        organisation=visitor.organisation_name,
        person=visitor.name,
        sign_out=root + addresses.sign_out if addresses.sign_out else None,
        account=root + addresses.account if addresses.account else None,
        menu=tuple(_link(entry, root) for entry in addresses.menu if may(visitor.actor, entry.permission)),
    )


def _parts(endpoint: str, rows: Collection[Pages]) -> frozenset[str]:
    together = [other for row in rows for _, other in row if endpoint in [one for _, one in row]]
    return frozenset(one.partition(".")[0] for one in (endpoint, *together))


def _link(entry: MenuEntry, root: str) -> Link:
    if request.endpoint == entry.endpoint:
        return Link(entry.text, root + entry.path, "page")
    return Link(entry.text, root + entry.path, "true" if request.blueprint in entry.parts else None)
