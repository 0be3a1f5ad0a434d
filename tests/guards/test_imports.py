"""Imports run one way: a part may import what the table puts beside it and its own modules, nothing else of ours."""

import ast
from collections.abc import Sequence

from tests.support.source import Import, Module, code_modules, imports_of, is_within, require_none, resolve

ON_THE_GROUND = ("model", "errors", "text", "words", "quantities", "lexicon", "zipped")
GROUND = tuple(f"question_bank.{name}" for name in ON_THE_GROUND)
SECOND = tuple(f"question_bank.{name}" for name in ("document", "reader", "checks", "formats"))
UNDER_STORAGE = ("quizapp.assessment", "quizapp.access.roles", "question_bank.model")
UNDER_SERVICES = ("storage", "assessment", "access", "output", "clock")
BEHIND_DOORS = ("quizapp.services", "quizapp.access", "quizapp.assessment", "quizapp.clock", "question_bank.model")
SHELL = "quizapp.web.shell"

MAY_IMPORT: dict[str, tuple[str, ...]] = {
    **dict.fromkeys(GROUND, GROUND),
    **dict.fromkeys(SECOND, GROUND),
    "question_bank.generator": (*GROUND, *SECOND),
    "question_bank.commands": ("question_bank",),
    "question_bank.__main__": ("question_bank",),
    "quizapp.access": (),
    "quizapp.output": (),
    "quizapp.clock": (),
    "quizapp.config": (),
    "quizapp.logs": (),
    "quizapp.static": (),
    "quizapp.assessment": ("question_bank.model",),
    "quizapp.storage.db": (),
    "quizapp.storage.transaction": ("quizapp.storage.db",),
    "quizapp.storage.models": ("quizapp.storage.db", *UNDER_STORAGE),
    "quizapp.storage.facts": ("quizapp.storage.models", *UNDER_STORAGE),
    "quizapp.storage.queries": (
        "quizapp.storage.db",
        "quizapp.storage.models",
        "quizapp.storage.facts",
        *UNDER_STORAGE,
    ),
    "quizapp.services": (*(f"quizapp.{name}" for name in UNDER_SERVICES), "question_bank"),
    SHELL: (*BEHIND_DOORS, "quizapp.logs"),
    "quizapp.web.register": ("quizapp.web",),
    "quizapp.api": BEHIND_DOORS,
    "quizapp.cli": (*BEHIND_DOORS, "quizapp.config"),
    "quizapp.app": ("quizapp",),
    "wsgi": ("quizapp.app", "quizapp.config"),
    "run": (),
    "migrations": ("quizapp.storage",),
}
A_FEATURE_MAY_IMPORT = (*BEHIND_DOORS, SHELL)
DOORS = ("quizapp.web", "quizapp.api", "quizapp.cli")
ENUMS_ONLY = ("quizapp.assessment", "question_bank.model")


def import_faults(modules: Sequence[Module]) -> list[str]:
    """Every import that the table does not allow, with what to do about it."""
    names = frozenset(module.name for module in modules)
    enums = {f"{module.name}.{name}" for module in modules for name in enum_names(module)}
    faults = [f"{module.path}: no room in the table for it" for module in modules if has_no_room(module)]
    for module in modules:
        for found in imports_of(module):
            target = resolve(found.target, names)
            if target is None or is_within(target, (room_of(module.name),)):
                continue
            if not is_within(target, allowed_in(room_of(module.name))):
                faults.append(f"{found.place}: {room_of(module.name)} may not import {target}")
            elif is_too_much_for_a_door(found, target) and found.target not in enums:
                faults.append(f"{found.place}: a door takes enums from {target}, and {found.target} is none")
    return faults


def room_of(name: str) -> str:
    """The part of the house a module lies in: a feature of the pages is a part of its own."""
    if is_within(name, ("quizapp.web",)):
        return ".".join(name.split(".")[:3])
    rooms = [room for room in MAY_IMPORT if is_within(name, (room,))]
    return max(rooms, key=len, default=name)


def allowed_in(room: str) -> tuple[str, ...]:
    """What the modules of a part may import."""
    return MAY_IMPORT.get(room, A_FEATURE_MAY_IMPORT if is_within(room, ("quizapp.web",)) else ())


def has_no_room(module: Module) -> bool:
    """Whether a module stands where the table has nothing; empty files that only mark a package may."""
    return bool(module.text.strip()) and room_of(module.name) not in MAY_IMPORT and module.name.count(".") < 3


def is_too_much_for_a_door(found: Import, target: str) -> bool:
    """Pages, API and commands take closed sets from the rules, and anything for type hints alone."""
    return is_within(found.module.name, DOORS) and is_within(target, ENUMS_ONLY) and not found.is_for_typing


def enum_names(module: Module) -> list[str]:
    """The enumerations a module defines."""
    classes = [node for node in module.tree.body if isinstance(node, ast.ClassDef)]
    return [node.name for node in classes if any(ast.unparse(base).endswith(("Enum", "Flag")) for base in node.bases)]


def test_every_import_is_in_the_table() -> None:
    require_none(import_faults(code_modules()))


RULES = Module("quizapp/assessment/status.py", "from enum import StrEnum\nclass Status(StrEnum): ...\nclass Row: ...")
FEATURE = Module("quizapp/web/team/views.py", "")
HOUSE = (
    RULES,
    FEATURE,
    *(Module(f"{name.replace('.', '/')}.py", "") for name in (*MAY_IMPORT, "quizapp.storage.queries.x")),
)


def faults_of(path: str, text: str) -> list[str]:
    house = [module for module in HOUSE if module.path != path]
    return import_faults([*house, Module(path, text)])


def test_an_empty_house_has_no_faults() -> None:
    assert import_faults(HOUSE) == []


def test_an_import_upwards_is_seen() -> None:
    assert faults_of("quizapp/storage/queries/x.py", "\nimport quizapp.services") == [
        "quizapp/storage/queries/x.py:2: quizapp.storage.queries may not import quizapp.services"
    ]
    assert faults_of("question_bank/text.py", "from question_bank.reader import read_text") != []
    assert faults_of("question_bank/checks/x.py", "from question_bank.reader import read_text") != []
    assert faults_of("question_bank/reader/x.py", "from quizapp import clock") != []
    assert faults_of("quizapp/storage/models/x.py", "from quizapp.storage.queries import x") != []


def test_an_import_past_the_services_is_seen_where_it_hides() -> None:
    assert faults_of("quizapp/cli/x.py", "def run():\n    from quizapp.storage.db import db") != []
    assert faults_of("quizapp/web/shell/x.py", "from ...storage import db") != []


def test_features_do_not_know_each_other() -> None:
    assert faults_of("quizapp/web/learn/views.py", "from quizapp.web.shell import guard") == []
    assert faults_of("quizapp/web/learn/views.py", "from quizapp.web.team import views") != []
    assert faults_of("quizapp/web/shell/x.py", "from quizapp.web.team.views import bp") != []
    assert faults_of("quizapp/web/register.py", "from quizapp.web.team.views import bp") == []


def test_a_door_takes_only_enums_from_the_rules() -> None:
    use = "from quizapp.assessment.status import {}"
    assert faults_of("quizapp/web/learn/views.py", use.format("Status")) == []
    assert faults_of("quizapp/web/learn/views.py", use.format("Row")) != []
    typing = f"from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    {use.format('Row')}"
    assert faults_of("quizapp/web/learn/views.py", typing) == []


def test_a_part_the_table_does_not_know_is_seen() -> None:
    assert faults_of("quizapp/utils.py", "X = 1") == ["quizapp/utils.py: no room in the table for it"]
