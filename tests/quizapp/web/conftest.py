"""Which pages are looked at on which engine."""

from pathlib import Path

import pytest

HERE = Path(__file__).parent
GROUPS = ("canary", "concurrent", "parked", "worked_example", "oracle", "outbox", "negative_control", "statements")
"""Words in the names of tests that have to hold on both engines each time."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Pages hold no SQL: here they are looked at on SQLite, with `--long` on PostgreSQL; services, queries and whole
    journeys are always run on both."""
    for item in items:
        if HERE in item.path.parents and "[postgresql" in item.name and not any(word in item.name for word in GROUPS):
            item.add_marker(pytest.mark.long)
