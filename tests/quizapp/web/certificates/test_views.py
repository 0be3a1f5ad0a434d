"""One's own certificate as page and file, and the check that is open to everybody."""

import io
from datetime import timedelta

import pytest
import sqlalchemy as sa
from pypdf import PdfReader

from quizapp.output import certificate_pdf
from quizapp.services.attempts.certificates import certificate_files
from quizapp.services.attempts.certificates.certificate_codes import new_code
from quizapp.services.attempts.certificates.verification import MOST_UNKNOWN
from quizapp.storage.db import db
from quizapp.storage.models.person import SignInFailure
from tests.holders import ASHA, BEN, CYD, Holders
from tests.pages import Page, PageClient
from tests.support.needs import do_without

UNKNOWN = "2222-3333-4444"


def check(pages: PageClient, code: str) -> Page:
    return pages.submit(pages.get("/verify"), {"code": code})


def facts(page: Page) -> dict[str, str]:
    keys, values = page.all_words("main dt"), page.all_words("main dd")
    return dict(zip(keys, values, strict=True))


def test_a_certificate_has_everything_that_proves_a_pass(holders: Holders) -> None:
    (code,) = holders.codes(BEN)
    page = holders.browser(BEN).get(f"/learning/certificates/{code}")
    assert (page.words(".app-certificate__organisation"), page.words(".app-certificate__person")) == (
        "Fernbrook Trust",
        "Ben Okafor",
    )
    assert facts(page) == {
        "Quiz": "Our values, edition 2",
        "Passed on": "30 June 2026",
        "Valid until": "30 June 2027",
        "Certificate code": code,
    }
    assert page.words(".app-certificate__check").endswith("with its code at 127.0.0.1:8000/verify")
    assert page.words(".nhsuk-inset-text").endswith("was valid until 30 June 2027. It stays here as a record.")
    assert "Ben" not in page.title
    assert len(page.response.data) <= 14 * 1024


def test_the_score_is_there_only_where_the_certificate_has_one(holders: Holders) -> None:
    pages = holders.browser(ASHA)
    new, old = (pages.get(f"/learning/certificates/{code}") for code in holders.codes(ASHA))
    assert facts(new)["Right answers"] == "7 of 8"
    assert "7 of 8" not in old.text
    assert "You passed this quiz again on 1 May 2027" in old.text
    assert not new.soup.select(".nhsuk-inset-text")


def test_the_link_on_a_certificate_brings_its_code_along_and_asks_nothing_yet(holders: Holders) -> None:
    (code,) = holders.codes(BEN)
    link = holders.browser(BEN).get(f"/learning/certificates/{code}").one(".app-certificate__check a")["href"]
    form = holders.browser().get(str(link))
    assert form.one("main input[name=code]")["value"] == code
    assert "Ben" not in form.text
    answer = holders.browser().submit(form)
    assert answer.status == 400  # a form belongs to the browser that was given it
    pages = holders.browser()
    assert pages.submit(pages.get(str(link))).heading == "This certificate has ended"


def test_it_can_be_had_as_a_tagged_pdf_of_one_page(holders: Holders) -> None:
    if not certificate_files.can_make_files():
        do_without("no PDFs: install libpango-1.0-0, libpangoft2-1.0-0 and libharfbuzz-subset0")
    code = holders.codes(ASHA)[0]
    pages = holders.browser(ASHA)
    page = pages.get(f"/learning/certificates/{code}")
    assert page.words("main a.nhsuk-button") == "Download as PDF"
    answer = pages.get(str(page.one("main a.nhsuk-button")["href"])).response
    assert (answer.mimetype, answer.headers["Content-Disposition"]) == (
        "application/pdf",
        f'attachment; filename="certificate-{code}.pdf"',
    )
    (sheet,) = PdfReader(io.BytesIO(answer.data)).pages
    text = " ".join(sheet.extract_text().split())
    for words in ("Fernbrook Trust", "Asha Rahman", "Our values, edition 3", "1 May 2027", "7 of 8", code, "/verify"):
        assert words in text


def test_without_the_library_the_page_says_how_to_print_and_there_is_no_file(
    holders: Holders, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(certificate_pdf, "can_make_pdf", lambda: False)
    (code,) = holders.codes(BEN)
    pages = holders.browser(BEN)
    page = pages.get(f"/learning/certificates/{code}")
    assert not page.soup.select("main a.nhsuk-button")
    assert "choose to save as PDF where the printer is chosen" in page.text
    assert pages.get(f"/learning/certificates/{code}.pdf").status == 404


def test_where_too_many_files_are_asked_for_the_page_says_to_try_again(
    holders: Holders, monkeypatch: pytest.MonkeyPatch
) -> None:
    def is_busy(_document: str) -> bytes:
        raise certificate_pdf.PdfBusyError

    monkeypatch.setattr(certificate_pdf, "can_make_pdf", lambda: True)
    monkeypatch.setattr(certificate_pdf, "make_pdf", is_busy)
    (code,) = holders.codes(BEN)
    page = holders.browser(BEN).get(f"/learning/certificates/{code}.pdf")
    assert (page.status, page.response.headers["Retry-After"]) == (503, "30")
    assert "Try again in a minute, or print the page." in page.text


def test_nobody_else_is_given_page_or_file(holders: Holders) -> None:
    (code,) = holders.codes(BEN)
    for pages in (holders.browser(ASHA), holders.browser(CYD, organisation_id=2)):
        assert pages.get(f"/learning/certificates/{code}").status == 404
        assert pages.get(f"/learning/certificates/{code}.pdf").status == 404
    for ending in ("", ".pdf"):
        assert str(holders.browser().get(f"/learning/certificates/{code}{ending}").location).startswith("/sign-in?")


def test_a_stranger_is_told_what_stands_on_a_certificate_and_no_score(holders: Holders) -> None:
    new, old = holders.codes(ASHA)
    pages = holders.browser()
    valid, replaced = check(pages, new.lower().replace("-", " ")), check(pages, old)
    assert (valid.heading, facts(valid)) == (
        "This certificate is valid",
        {
            "Name": "Asha Rahman",
            "Organisation": "Fernbrook Trust",
            "Quiz": "Our values, edition 3",
            "Passed on": "1 May 2027",
            "Certificate code": new,
        },
    )
    assert replaced.heading == "This certificate has been replaced"
    assert "1 May 2027" in replaced.text
    assert new not in replaced.text


def test_unknown_codes_are_answered_alike(holders: Holders) -> None:
    pages = holders.browser()
    answers = [check(pages, code) for code in (UNKNOWN, new_code(), new_code().lower())]
    assert {answer.heading for answer in answers} == {"We do not know this code"}
    assert len({len(answer.response.data) for answer in answers}) == 1
    assert not answers[0].soup.select("main dl")


@pytest.mark.parametrize(("code", "words"), [("", "Enter the certificate code"), ("Asha", "Enter the 12 letters")])
def test_what_cannot_be_a_code_is_an_error_beside_the_field(holders: Holders, code: str, words: str) -> None:
    page = check(holders.browser(), code)
    assert page.title.startswith("Error: Check a certificate")
    assert words in page.words("main .nhsuk-error-message")


def test_who_guesses_is_told_how_long_to_wait(holders: Holders) -> None:
    pages = holders.browser()
    for _ in range(MOST_UNKNOWN):
        assert check(pages, new_code()).status == 200
    holders.now += timedelta(minutes=2, seconds=30)
    page = check(pages, UNKNOWN)
    assert (page.status, page.response.headers["Retry-After"]) == (429, "450")
    assert "Wait 8 minutes, then try again." in page.text
    holders.now += timedelta(seconds=450)
    assert check(pages, UNKNOWN).status == 200


def test_looking_at_the_form_counts_nothing(holders: Holders) -> None:
    pages = holders.browser()
    for _ in range(2 * MOST_UNKNOWN):
        assert pages.get(f"/verify?code={UNKNOWN}").status == 200
    with holders.app.app_context():
        assert db.session.scalar(sa.select(sa.func.count()).select_from(SignInFailure)) == 0
        db.session.remove()


@pytest.mark.parametrize("code", ["%00", "%F0%9F%A6%8A", "a" * 2000, "<b>", ""])
def test_an_odd_code_in_the_address_leaves_the_field_empty(holders: Holders, code: str) -> None:
    assert not holders.browser().get(f"/verify?code={code}").one("main input[name=code]").get("value")


def test_every_page_leads_to_the_check(holders: Holders) -> None:
    page = holders.browser().get("/sign-in")
    assert "/verify" in [link["href"] for link in page.soup.select("footer a")]
