"""Every part of the pages, in the order of the menu: a new part is one line here."""

from collections.abc import Sequence

from flask import Blueprint, Flask

from quizapp.web.account.views import bp as account
from quizapp.web.certificates.views import bp as certificates
from quizapp.web.items.views import bp as items
from quizapp.web.learn.boosters import bp as boosters
from quizapp.web.learn.views import bp as learn
from quizapp.web.manager.received import prepare_received
from quizapp.web.manager.views import bp as manager
from quizapp.web.outbox.views import bp as outbox
from quizapp.web.queries.views import bp as queries
from quizapp.web.quizzes.views import bp as quizzes
from quizapp.web.reports.months.views import bp as months
from quizapp.web.reports.oversight.views import bp as oversight
from quizapp.web.reports.trends.views import bp as trends
from quizapp.web.reports.views import bp as reports
from quizapp.web.shell.frame import prepare_frame
from quizapp.web.shell.sections import Sections, prepare_sections
from quizapp.web.site.views import bp as site
from quizapp.web.team.printed import bp as team

PAGES: tuple[Blueprint, ...] = (
    site,
    account,
    learn,
    boosters,
    certificates,
    team,
    reports,
    items,
    quizzes,
    oversight,
    months,
    manager,
    queries,
    outbox,
    trends,
)

# What the menu calls a page, and its endpoint; shown to those who may open it, once it is there.
MENU: tuple[tuple[str, str], ...] = (
    ("My learning", "learn.home"),
    ("My team", "team.report"),
    ("Organisation report", "reports.organisation"),
    ("Question bank", "items.bank"),
    ("Quizzes", "quizzes.home"),
)

# The rows of links on pages that belong together, in their order.
SECTIONS: Sections = {
    "team": (
        ("My team", "team.report"),
        ("Review dates", "manager.dates"),
        ("Report to print", "team.printed"),
        ("Discussion sheet", "manager.discussion"),
        ("Share my view", "manager.shares"),
    ),
    "organisation": (
        ("Overview", "reports.organisation"),
        ("Trend", "trends.on_time"),
        ("Starters", "trends.starters"),
        ("Months", "months.home"),
        ("Board page", "trends.board"),
        ("Exceptions", "oversight.exceptions"),
        ("Reported by managers", "queries.home"),
        ("Learning", "oversight.learning"),
        ("ESR", "oversight.esr"),
        ("Messages", "outbox.home"),
        ("Settings", "oversight.settings"),
    ),
}


def register_pages(app: Flask, pages: Sequence[Blueprint] = PAGES) -> None:
    """Add the pages, then what stands around them."""
    for bp in pages:
        app.register_blueprint(bp)
    prepare_frame(app, MENU, rows=SECTIONS.values())
    prepare_sections(app, SECTIONS)
    prepare_received(app)
