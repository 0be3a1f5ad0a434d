"""How the commands print."""

import json
import sys
from typing import Any


def print_json(value: Any) -> None:
    """One JSON value on stdout, readable, in the order of its fields."""
    json.dump(value, sys.stdout, ensure_ascii=False, indent=1)
    print()
