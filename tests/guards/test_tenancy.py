"""Every query names the organisation first, so that no row of another one can be asked for by oversight."""

from collections.abc import Sequence

from tests.support.source import Module, functions_of, repository_modules, require_none

QUERIES = "quizapp.storage.queries."
FIRST = "organisation_id"
WITHOUT = {
    "entrance": "look-ups before the organisation is known: sign-in, links, the operator's commands",
    "reports.crowds.gather_crowds": "counts the people of a statement that names the organisation itself",
}


def tenancy_faults(modules: Sequence[Module]) -> list[str]:
    """Public query functions that do not begin with the organisation, and exceptions that are no longer needed."""
    faults, used = [], set()
    for module in modules:
        if not module.name.startswith(QUERIES):
            continue
        part = module.name.removeprefix(QUERIES)
        for function, _ in functions_of(module):
            arguments = [argument.arg for argument in (*function.args.posonlyargs, *function.args.args)]
            if function.name.startswith("_") or arguments[:1] in ([FIRST], ["self"]):
                continue
            name = f"{part}.{function.name}"
            used |= {part, name}
            if not used & WITHOUT.keys() & {part, name}:
                faults.append(f"{module.path}:{function.lineno}: {function.name} must take {FIRST} first")
    return faults + [
        f"{name} is listed as an exception and is none" for name in WITHOUT if modules and name not in used
    ]


def query_modules() -> list[Module]:
    return [module for module in repository_modules() if module.name.startswith(QUERIES)]


def test_every_query_takes_the_organisation_first() -> None:
    require_none(tenancy_faults(query_modules()))


def test_a_query_without_the_organisation_is_seen() -> None:
    path = "quizapp/storage/queries/{}.py"
    exceptions = [
        Module(path.format("entrance"), "def find_account(email): ..."),
        Module(path.format("reports/crowds"), "def gather_crowds(people, moment): ..."),
    ]
    good = Module(
        path.format("people"),
        f"def find({FIRST}, *, name): ...\ndef _part(name): ...\nclass Row:\n    def name(self): ...",
    )
    assert tenancy_faults([*exceptions, good]) == []
    bad = Module(path.format("people"), f"def find(name, {FIRST}): ...\ndef count(): ...")
    assert len(tenancy_faults([*exceptions, bad])) == 2
    assert tenancy_faults([good]) == [f"{name} is listed as an exception and is none" for name in WITHOUT]
