"""The whole application for the guards that look at it, put together as the service is; its database is never asked."""

from pathlib import Path

import pytest
from flask import Flask

from quizapp.app import create_app
from quizapp.config import Config


@pytest.fixture(scope="session")
def whole_app(tmp_path_factory: pytest.TempPathFactory) -> Flask:
    """Every page, command and setting of the service."""
    folder: Path = tmp_path_factory.mktemp("whole-app")
    environ = {"QUIZ_ENVIRONMENT": "test", "DATABASE_URL": f"sqlite:///{folder / 'empty.sqlite'}"}
    return create_app(Config.from_environ(environ, instance_path=folder))
