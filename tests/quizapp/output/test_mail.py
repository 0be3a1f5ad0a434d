"""Letters handed to a mail server on this machine: what arrives, and a clear word on whatever goes wrong."""

import ssl
import subprocess
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from shutil import which

import pytest

from quizapp.output.letter import Letter, Link, as_page, as_text
from quizapp.output.mail import Envelope, MailServer, NoServer, Outcome, Receipt, Security, ServerAway
from tests.support.mail_server import CUT, Mailbox, mail_server
from tests.support.needs import do_without

SENDER, BOUNCES = "quiz@fernbrook.example", "bounces@fernbrook.example"
LETTER = Letter(
    "Your quiz: due", ("Hello <Asha> & all.", ".a line with a dot", Link("Start", "https://q.example/?a=1&b=2"))
)
ENVELOPE = Envelope(
    letter=LETTER,
    to_name="Asha Rahman",
    to_address="asha@fernbrook.example",
    from_name="Fernbrook Trust",
    reply_to="ben@fernbrook.example",
    number="message-1-7",
    at=datetime(2026, 6, 30, 9, tzinfo=UTC),
)


@pytest.fixture
def box() -> Iterator[Mailbox]:
    with mail_server() as box:
        yield box


def server_of(box: Mailbox, security: Security = Security.NONE, **more: str) -> MailServer:
    return MailServer(
        host="localhost", port=box.port, security=security, sender=SENDER, bounces=BOUNCES, timeout=5, **more
    )


def send(server: MailServer, *addresses: str) -> list[Receipt]:
    with server.connect() as deliver:
        return [deliver(replace(ENVELOPE, to_address=one)) for one in addresses or [ENVELOPE.to_address]]


def test_a_letter_arrives_with_all_that_belongs_to_it(box: Mailbox) -> None:
    assert send(server_of(box)) == [Receipt(Outcome.TAKEN)]
    ((sender, recipient, message),) = box.messages
    assert (sender, recipient) == (BOUNCES, "asha@fernbrook.example")
    assert message["From"] == f"Fernbrook Trust <{SENDER}>"
    assert message["To"] == "Asha Rahman <asha@fernbrook.example>"
    assert message["Reply-To"] == "ben@fernbrook.example"
    assert message["Subject"] == "Your quiz: due"
    assert message["Date"] == "Tue, 30 Jun 2026 09:00:00 +0000"
    assert message["Message-ID"] == "<message-1-7@fernbrook.example>"
    assert message["Auto-Submitted"] == "auto-generated"
    text, page = message.iter_parts()
    assert (text.get_content_type(), page.get_content_type()) == ("text/plain", "text/html")
    assert text.get_content().replace("\r\n", "\n") == as_text(LETTER)
    assert page.get_content().replace("\r\n", "\n") == as_page(LETTER)


def test_the_page_says_the_same_and_lets_no_name_become_markup() -> None:
    page = as_page(LETTER)
    assert '<html lang="en">' in page
    assert "<title>Your quiz: due</title>" in page
    assert "<p>Hello &lt;Asha&gt; &amp; all.</p>" in page
    assert '<a href="https://q.example/?a=1&amp;b=2">Start</a>' in page
    assert as_text(LETTER).endswith("Start:\nhttps://q.example/?a=1&b=2\n")
    assert as_text(Letter("", (Link("Start"),))) == "Start\n"


def test_one_connection_carries_many_letters_and_is_said_goodbye_to(box: Mailbox) -> None:
    receipts = send(server_of(box), *(f"person{number}@fernbrook.example" for number in range(5)))
    assert {receipt.outcome for receipt in receipts} == {Outcome.TAKEN}
    assert (box.connections, len(box.messages)) == (1, 5)
    assert box.lines[-1].upper() == "QUIT"


def test_nothing_to_send_connects_to_nobody(box: Mailbox) -> None:
    with server_of(box).connect():
        pass
    assert box.connections == 0


def test_an_address_that_is_refused_leaves_the_others_to_be_sent(box: Mailbox) -> None:
    box.answers["gone@fernbrook.example"] = b"550 5.1.1 no such user"
    box.answers["full@fernbrook.example"] = b"452 4.2.2 mailbox full"
    receipts = send(server_of(box), "gone@fernbrook.example", "full@fernbrook.example", "asha@fernbrook.example")
    assert receipts == [
        Receipt(Outcome.REFUSED, "550 5.1.1 no such user"),
        Receipt(Outcome.NOT_NOW, "452 4.2.2 mailbox full"),
        Receipt(Outcome.TAKEN),
    ]
    assert (box.recipients, box.connections) == (["asha@fernbrook.example"], 1)


@pytest.mark.parametrize(
    ("where", "answer", "outcome"),
    [
        ("DATA", b"451 later", Outcome.NOT_NOW),
        ("DATA", b"554 never", Outcome.REFUSED),
        ("DATA", CUT, Outcome.NOT_NOW),
        ("CONTENT", b"451 greylisted", Outcome.NOT_NOW),
        ("CONTENT", b"552 too large", Outcome.REFUSED),
        ("CONTENT", CUT, Outcome.UNKNOWN),
        ("RCPT", b"421 shutting down", Outcome.NOT_NOW),
    ],
)
def test_whatever_the_server_answers_the_next_letter_goes_on(
    box: Mailbox, where: str, answer: bytes, outcome: Outcome
) -> None:
    box.answers[where] = answer
    with server_of(box).connect() as deliver:
        assert deliver(ENVELOPE).outcome is outcome
        del box.answers[where]
        assert deliver(ENVELOPE).outcome is Outcome.TAKEN


def test_a_connection_that_was_cut_in_between_is_made_again(box: Mailbox) -> None:
    with server_of(box).connect() as deliver:
        deliver(ENVELOPE)
        box.answers["MAIL"] = CUT
        with pytest.raises(ServerAway):
            deliver(ENVELOPE)
        del box.answers["MAIL"]
        assert deliver(ENVELOPE).outcome is Outcome.TAKEN
    assert (box.connections, len(box.messages)) == (3, 2)


@pytest.mark.parametrize("answers", [{"MAIL": b"550 not from you"}, {"GREETING": b"554 go away"}, {"EHLO": CUT}])
def test_a_server_that_takes_nothing_from_us_is_away(box: Mailbox, answers: dict[str, bytes]) -> None:
    box.answers |= answers
    with pytest.raises(ServerAway):
        send(server_of(box))
    assert box.messages == []


def test_a_server_that_is_not_there_or_never_answers_is_away() -> None:
    with mail_server() as box:
        port = box.port
    nobody = MailServer(host="127.0.0.1", port=port, security=Security.NONE, sender=SENDER, bounces=SENDER, timeout=1)
    with pytest.raises(ServerAway):
        send(nobody)


def test_a_log_in_that_is_refused_is_told_without_the_password() -> None:
    box = Mailbox(offers=(b"AUTH PLAIN",), answers={"AUTH": b"535 5.7.8 wrong"})
    with mail_server(box), pytest.raises(ServerAway, match=r"535 5\.7\.8 wrong") as away:
        send(server_of(box, user="quiz", password="hunter2"))
    assert "hunter2" not in str(away.value)


def test_a_server_without_starttls_is_not_spoken_to_in_the_clear(box: Mailbox) -> None:
    with pytest.raises(ServerAway):
        send(server_of(box, Security.STARTTLS, user="quiz", password="hunter2"))
    assert not any(line.upper().startswith(("AUTH", "MAIL")) for line in box.lines)


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A key and a certificate of this machine that nobody else trusts, in one file."""
    if which("openssl") is None:
        do_without("openssl is not there to make a certificate")
    folder = tmp_path_factory.mktemp("tls")
    files = [str(folder / name) for name in ("key.pem", "cert.pem")]
    making = "openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 2 -subj /CN=localhost"
    subject = ["-addext", "subjectAltName=DNS:localhost", "-keyout", files[0], "-out", files[1]]
    subprocess.run([*making.split(), *subject], check=True, capture_output=True)
    whole = folder / "whole.pem"
    whole.write_text("".join(Path(name).read_text(encoding="ascii") for name in files), encoding="ascii")
    return whole


@pytest.mark.parametrize("security", [Security.TLS, Security.STARTTLS])
def test_a_protected_connection_needs_a_certificate_that_is_trusted(
    certificate: Path, security: Security, monkeypatch: pytest.MonkeyPatch
) -> None:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate)
    box = Mailbox(offers=(b"STARTTLS", b"AUTH PLAIN"), tls=context, from_first_byte=security is Security.TLS)
    with mail_server(box):
        with pytest.raises(ServerAway):
            send(server_of(box, security))
        monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
        assert send(server_of(box, security, user="quiz", password="hunter2")) == [Receipt(Outcome.TAKEN)]
    assert len(box.messages) == 1


@pytest.mark.parametrize("reply_to", ["k,b@x.example", "k..b@x.example", "kwame.@x.example", "a@b.example\r\nBcc: c@d"])
def test_a_bad_address_for_answers_is_left_out_and_blamed_on_nobody(box: Mailbox, reply_to: str) -> None:
    with server_of(box).connect() as deliver:
        assert deliver(replace(ENVELOPE, reply_to=reply_to)) == Receipt(Outcome.TAKEN)
    ((_, recipient, message),) = box.messages
    assert recipient == "asha@fernbrook.example"
    assert message["Reply-To"] is None


@pytest.mark.parametrize(
    "address", ["a@b.example\r\nBcc: c@d.example", "a@b.example, c@d.example", "", "nobody", "zoë@fernbrook.example"]
)
def test_an_address_that_is_none_is_refused_before_anybody_is_asked(box: Mailbox, address: str) -> None:
    (receipt,) = send(server_of(box), address)
    assert receipt.outcome is Outcome.REFUSED
    assert box.messages == []


def test_where_there_is_no_server_everything_is_taken_and_goes_nowhere() -> None:
    with NoServer().connect() as deliver:
        assert deliver(ENVELOPE) == Receipt(Outcome.TAKEN)


def test_an_address_that_nobody_can_have_is_refused_also_without_a_server() -> None:
    with NoServer().connect() as deliver:
        receipt = deliver(replace(ENVELOPE, to_address="zoe@fernbrok.invalid"))
    assert receipt == Receipt(Outcome.REFUSED, "550 5.1.2 There is no such host.")
