"""The report on a team as one page to print."""

from flask import render_template, request

from quizapp import clock
from quizapp.access.permissions import Permission
from quizapp.services.errors import Invalid, NotFound
from quizapp.services.reports.reports import report_on_team
from quizapp.web.shell.asked.addresses import whole_number
from quizapp.web.shell.asked.report_day import read_day
from quizapp.web.shell.guard import current_actor, requires
from quizapp.web.shell.sessions import current_visitor
from quizapp.web.team.actions import bp as bp
from quizapp.web.team.printed_words import present_nothing_to_print, present_printed


@bp.get("/team/print")
@requires(Permission.SEE_TEAM)
def printed() -> str:
    """The sentence, the counts, and everybody in one table, on the day a link asks for."""
    quiz, asked, visitor = whole_number(request.args.get("quiz")), read_day(request.args), current_visitor()
    if asked.problem:
        raise NotFound(asked.problem)
    try:
        report = report_on_team(current_actor(), now=clock.now(), quiz_id=quiz, day=asked.day)
    except Invalid as invalid:
        raise NotFound(invalid.message) from invalid
    except NotFound as nothing:
        if quiz is not None:
            raise
        return render_template("team/printed.html", page=present_nothing_to_print(nothing.message))
    page = present_printed(report, name=visitor.name if visitor else "")
    return render_template("team/printed.html", page=page)
