import hashlib
import re
from pathlib import Path

from quizapp.static.nhsuk import vendor

FOLDER = Path(vendor.__file__).parent


def test_the_files_are_those_the_checksums_were_made_of() -> None:
    lines = (FOLDER / vendor.SUMS).read_text().splitlines()
    named = {name: digest for digest, name in (line.split("  ") for line in lines)}
    there = {
        path.relative_to(FOLDER).as_posix(): path
        for path in FOLDER.rglob("*")
        if path.suffix in (".css", ".js", ".svg")
    }
    assert sorted(named) == sorted(there)
    assert {name: hashlib.sha256(path.read_bytes()).hexdigest() for name, path in there.items()} == named


def test_the_licence_lies_beside_the_files() -> None:
    notice = (FOLDER / "THIRD_PARTY.md").read_text()
    assert "MIT License" in notice
    assert "Copyright (c) 2019 NHS.UK" in notice
    assert f"nhsuk-frontend {vendor.VERSION}" in notice


def test_nothing_in_the_files_calls_another_host() -> None:
    for path in (FOLDER / "nhsuk-frontend.min.css", FOLDER / "nhsuk-frontend.min.js"):
        assert not re.search(r"https?:|//[a-z]|frutiger|sourceMappingURL|/assets/", path.read_text(), re.IGNORECASE)


def test_no_icon_with_the_logo_came_along() -> None:
    there = {path.name for path in FOLDER.rglob("*") if path.is_file()}
    for left_out in ("favicon.ico", "favicon.svg", "manifest.json", "nhsuk-opengraph-image.png", "nhsuk-icon-mask.svg"):
        assert left_out not in there
    assert not [name for name in there if name.endswith((".png", ".ico", ".woff", ".woff2"))]


def test_the_four_changes_and_no_other() -> None:
    published = (
        '@font-face{font-family:"Frutiger W01";src:url(https://fonts.example/f.woff2)}'
        "body{font-family:Frutiger W01,arial,sans-serif;background:url(/assets/images/nhsuk-icon-tick.svg)}\n"
        "/*# sourceMappingURL=nhsuk-frontend.min.css.map */\n"
    )
    assert (
        vendor.adapt_style(published)
        == "body{font-family:arial,sans-serif;background:url(images/nhsuk-icon-tick.svg)}\n"
    )
    assert vendor.named_images(published) == ["images/nhsuk-icon-tick.svg"]


def test_the_script_loses_only_its_source_map() -> None:
    assert vendor.drop_source_map("export{a};//# sourceMappingURL=x.js.map\n") == "export{a};"
    assert vendor.drop_source_map("let a=1;// an ordinary remark\n") == "let a=1;// an ordinary remark\n"
