"""The database as the operator sees it, on both engines."""

from flask import Flask

from quizapp.cli.database import find_problem, migrate_up, start_over
from tests.builders import add_organisation


def test_an_emptied_database_can_be_filled_again(app: Flask) -> None:
    with app.app_context():
        assert find_problem() is None
        add_organisation()
        start_over()
        assert find_problem() is not None
        migrate_up()
        assert find_problem() is None
        add_organisation()
