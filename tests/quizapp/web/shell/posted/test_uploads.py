import io

from flask import Blueprint, request

from quizapp.access.permissions import Permission
from quizapp.app import create_app
from quizapp.web.shell.guard import requires
from quizapp.web.shell.posted.uploads import takes_file
from quizapp.web.site.views import bp as site
from tests.quizapp.web.scenes.shell_app import CONFIG, STAFF, VISITORS, account

MOST = 400_000
bp = Blueprint("files", __name__)


@bp.post("/files/large")
@requires(Permission.SIGNED_IN)
@takes_file(MOST)
def large() -> str:
    return str(len(request.files["file"].read()))


@bp.post("/files/usual")
@requires(Permission.SIGNED_IN)
def usual() -> str:
    return str(len(request.files["file"].read()))


def test_a_page_that_takes_a_file_is_sent_as_much_as_it_declared_and_no_other() -> None:
    app = create_app(CONFIG, pages=[site, account, bp], load_session=VISITORS.get)
    app.config["WTF_CSRF_ENABLED"] = False
    client = app.test_client()
    with client.session_transaction() as session:
        session["_user_id"] = STAFF.token

    def send(path: str, size: int) -> int:
        return client.post(path, data={"file": (io.BytesIO(b"x" * size), "a.csv")}).status_code

    assert [send("/files/large", size) for size in (10, 390_000, 410_000)] == [200, 200, 413]
    assert [send("/files/usual", size) for size in (10, 390_000)] == [200, 413]
