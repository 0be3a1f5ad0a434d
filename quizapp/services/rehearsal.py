"""Try a use-case without keeping what it does."""

from collections.abc import Iterator
from contextlib import contextmanager

from quizapp.storage import transaction


@contextmanager
def rehearse() -> Iterator[None]:
    """Every use-case inside checks all it would check and answers as it would; nothing it writes is kept."""
    with transaction.rehearsal():
        yield
