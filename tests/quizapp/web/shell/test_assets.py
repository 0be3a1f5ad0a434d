import gzip
import re
from pathlib import Path

import pytest

from quizapp.web.shell.assets import Assets
from tests.quizapp.web.scenes.shell_app import client_of

GZIP = {"Accept-Encoding": "br, gzip"}


def addresses_on(page: str) -> list[str]:
    return sorted(set(re.findall(r'(?:href|src)="(/static/[^"]+)"', page)))


def test_every_file_a_page_names_is_there_and_may_be_kept_for_a_year() -> None:
    client = client_of()
    addresses = addresses_on(client.get("/help").text)
    assert len(addresses) == 5
    for address in addresses:
        answer = client.get(address)
        assert answer.status_code == 200
        assert answer.headers["Cache-Control"] == "public, max-age=31536000, immutable"
        assert "Set-Cookie" not in answer.headers


def test_files_are_sent_packed_to_those_who_can_unpack_them() -> None:
    client = client_of()
    for address in addresses_on(client.get("/help").text):
        plain, packed = client.get(address), client.get(address, headers=GZIP)
        assert plain.headers["Vary"] == packed.headers["Vary"] == "Accept-Encoding"
        assert "Content-Encoding" not in plain.headers
        if "Content-Encoding" in packed.headers:
            assert gzip.decompress(packed.data) == plain.data
            assert len(packed.data) < len(plain.data)


def test_the_files_have_types_a_browser_that_does_not_guess_accepts() -> None:
    client = client_of()
    types = {Path(address).suffix: client.get(address).mimetype for address in addresses_on(client.get("/help").text)}
    assert types == {".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml"}


def test_an_address_from_before_a_change_gets_the_file_of_today_for_once() -> None:
    answer = client_of().get("/static/0123456789ab/css/app.css")
    assert answer.status_code == 200
    assert answer.headers["Cache-Control"] == "no-cache"


@pytest.mark.parametrize(
    "name", ["nhsuk/vendor.py", "nhsuk/SHA256SUMS", "nhsuk/THIRD_PARTY.md", "../app.py", "..%2fapp.py", "css", ""]
)
def test_nothing_but_what_pages_ask_for_is_served(name: str) -> None:
    assert client_of().get(f"/static/0123456789ab/{name}").status_code == 404


def test_the_images_the_style_sheet_names_lie_where_it_looks_for_them() -> None:
    client = client_of()
    (sheet,) = (address for address in addresses_on(client.get("/help").text) if "frontend.min.css" in address)
    named = set(re.findall(r"url\(([^)]+)\)", client.get(sheet).text))
    assert len(named) == 4
    for image in named:
        assert client.get(f"{sheet.rpartition('/')[0]}/{image}").status_code == 200


def test_the_fingerprint_follows_the_content_and_the_names(tmp_path: Path) -> None:
    (tmp_path / "a.css").write_text("a")
    first = Assets(tmp_path).fingerprint
    assert Assets(tmp_path).fingerprint == first
    (tmp_path / "a.css").write_text("b")
    second = Assets(tmp_path).fingerprint
    (tmp_path / "a.css").rename(tmp_path / "b.css")
    assert len({first, second, Assets(tmp_path).fingerprint}) == 3


def test_a_file_that_packing_makes_longer_is_sent_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "a.css").write_text("a")
    assert Assets(tmp_path).packed("a.css") is None
