"""Starts the service: `flask --app wsgi …` and `gunicorn wsgi:app` both look here."""

import os
import sys
from pathlib import Path

from quizapp.app import create_app
from quizapp.config import Config, ConfigError

# What gunicorn takes as "do not try to start me again".
_CANNOT_START = 3

try:
    app = create_app(Config.from_environ(os.environ, instance_path=Path(__file__).resolve().parent / "instance"))
except ConfigError as error:
    print(f"The service cannot start: {error}", file=sys.stderr)
    sys.exit(_CANNOT_START)
