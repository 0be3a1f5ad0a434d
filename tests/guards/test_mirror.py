"""The test of a module is found by its path: tests/a/test_b.py tests a/b.py, quizapp/a/b.py or a tool tests/a/b.py."""

from collections.abc import Collection
from pathlib import PurePosixPath

from tests.support.source import ROOT, repository_modules, require_none

ABOUT_A_PACKAGE = {  # what no single module of the package answers for
    "tests/question_bank/checks/test_sound_items.py": "good items of every kind pass all checks together",
    "tests/quizapp/services/reports/test_worked_example.py": "the published figures, through every report",
    "tests/quizapp/storage/test_migrations.py": "what the migrations make is what the models say",
    "tests/quizapp/storage/test_rules.py": "what the database refuses by itself",
}
WITHOUT_A_MODULE = ("tests/guards", "tests/journeys")  # rules about the whole, and walks through the whole


def strays(tests: Collection[str], known: Collection[str]) -> list[str]:
    """Test files whose path names nothing in `known`, the paths of modules (without ending) and folders."""
    return [f"{path}: there is no {_tested(path)}" for path in sorted(tests) if not _names_something(path, known)]


def _names_something(path: str, known: Collection[str]) -> bool:
    if path.startswith(WITHOUT_A_MODULE):
        return True
    tested = PurePosixPath(_tested(path))
    words = tested.name.split("_")
    shorter = ["_".join(words[:length]) for length in range(len(words), 0, -1)]  # test_attempts_resume: attempts
    places = (tested.parent, "quizapp" / tested.parent, "tests" / tested.parent)
    if any((place / name).as_posix() in known for place in places for name in shorter):
        return True
    return tested.name == tested.parent.name and any(
        (place.parent / tested.name).as_posix() in known for place in places
    )


def _tested(path: str) -> str:
    inside = PurePosixPath(path).relative_to("tests")
    return (inside.parent / inside.stem.removeprefix("test_")).as_posix()


def known_paths() -> set[str]:
    """Every module and every folder of the repository that a test can be about."""
    folders = {path for room in ("question_bank", "quizapp", "migrations") for path in (ROOT / room).rglob("*")}
    paths = {path.relative_to(ROOT).as_posix() for path in folders if path.is_dir()}
    return paths | {module.path.removesuffix(".py") for module in repository_modules()}


def test_every_test_file_mirrors_a_module() -> None:
    tests = [module.path for module in repository_modules() if PurePosixPath(module.path).name.startswith("test_")]
    require_none(strays(set(tests) - ABOUT_A_PACKAGE.keys(), known_paths()))


def test_a_stray_test_file_is_seen() -> None:
    known = {"question_bank/reader", "question_bank/reader/page", "run", "tests/pages", "quizapp/config"}
    good = [
        "question_bank/reader/test_page.py",
        "question_bank/reader/test_page_marks.py",
        "question_bank/test_reader.py",
    ]
    good += [
        "question_bank/reader/test_reader.py",
        "test_run.py",
        "test_pages.py",
        "test_config.py",
        "guards/test_x.py",
    ]
    assert strays([f"tests/{path}" for path in good], known) == []
    bad = ["reader/test_page.py", "question_bank/reader/test_lines.py", "test_everything.py"]
    assert len(strays([f"tests/{path}" for path in bad], known)) == 3
