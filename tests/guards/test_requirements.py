"""The pinned requirement files say what the edited ones ask for, with hashes, from wherever pip is told to look."""

import re
from collections.abc import Mapping

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.support.source import ROOT, require_none

PAIRS = {
    "requirements.in": "requirements.txt",
    "requirements-pdf.in": "requirements-pdf.txt",
    "requirements-dev.in": "requirements-dev.txt",
}
ADDRESS = re.compile(r"://|^\s*(?:-i|--index-url|--extra-index-url|-f|--find-links|--trusted-host)\b| @ ")


def wanted(text: str) -> list[Requirement]:
    """What an edited file asks for; comments and the names of other files are left out."""
    lines = (line.split("#")[0].strip() for line in text.splitlines())
    return [Requirement(line) for line in lines if line and not line.startswith("-")]


def pins(text: str) -> dict[str, set[str]]:
    """Name to pinned lines of a compiled file; a name has two where its version depends on the Python."""
    found: dict[str, set[str]] = {}
    for line in re.findall(r"^[a-zA-Z0-9].*$", text, re.MULTILINE):
        pin = line.rstrip(" \\")
        found.setdefault(canonicalize_name(Requirement(pin).name), set()).add(pin)
    return found


def pin_faults(edited: str, compiled: str) -> list[str]:
    """What a compiled file lacks, pins otherwise than asked, leaves without a hash or takes from a fixed address."""
    pinned = pins(compiled)
    faults = [f"an address: {line.strip()}" for line in compiled.splitlines() if ADDRESS.search(line)]
    for requirement in wanted(edited):
        lines = pinned.get(canonicalize_name(requirement.name), set())
        versions = [specifier.version for line in lines for specifier in Requirement(line).specifier]
        if not versions or not all(requirement.specifier.contains(version) for version in versions):
            faults.append(f"{requirement} is asked for, and pinned is {sorted(lines) or 'nothing'}")
    for block in re.split(r"\n(?=[a-zA-Z0-9])", compiled.strip()):
        if "--hash=sha256:" not in block or "==" not in block.splitlines()[0]:
            faults.append(f"no version or hash: {block.splitlines()[0]}")
    return faults


def differences(runtime: Mapping[str, set[str]], testing: Mapping[str, set[str]]) -> list[str]:
    """Pins of the smaller file that the larger one has otherwise, or not at all."""
    return [
        f"{name}: {sorted(lines)} in one file only" for name, lines in runtime.items() if testing.get(name) != lines
    ]


def read(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


@pytest.mark.parametrize("edited", PAIRS)
def test_the_pins_are_what_was_asked_for(edited: str) -> None:
    require_none(pin_faults(read(edited), read(PAIRS[edited])))


@pytest.mark.parametrize("larger", ["requirements-pdf.txt", "requirements-dev.txt"])
def test_what_is_added_leaves_the_service_as_it_is(larger: str) -> None:
    require_none(differences(pins(read("requirements.txt")), pins(read(larger))))


def test_the_tests_run_with_what_users_run() -> None:
    require_none(differences(pins(read("requirements-pdf.txt")), pins(read("requirements-dev.txt"))))


GOOD = "flask==3.1.3 \\\n    --hash=sha256:aa\ntzdata==2026.6 ; sys_platform == 'win32' \\\n    --hash=sha256:bb\n"


@pytest.mark.parametrize(
    ("edited", "compiled", "words"),
    [
        ("flask~=3.2.0", GOOD, "flask~=3.2.0 is asked for"),
        ("click", GOOD, "click is asked for, and pinned is nothing"),
        ("flask", GOOD.replace("    --hash=sha256:aa\n", ""), "no version or hash: flask==3.1.3"),
        ("flask", "--index-url https://example.org/simple\n" + GOOD, "an address: --index-url"),
        ("flask", GOOD + "x @ file:x.whl \\\n    --hash=sha256:cc\n", "an address: x @ file:x.whl"),
    ],
)
def test_a_pin_that_is_wrong_is_seen(edited: str, compiled: str, words: str) -> None:
    assert any(fault.startswith(words) for fault in pin_faults(edited, compiled))


def test_right_pins_are_left_alone() -> None:
    assert pin_faults("Flask~=3.1.0  # pages\n-r other.in\ntzdata", GOOD) == []
    assert differences(pins(GOOD), pins(GOOD)) == []
    assert differences(pins(GOOD), pins(GOOD.replace("3.1.3", "3.1.4"))) != []
