"""Letters to a mail server by SMTP: one connection for many, and a clear word on what became of each."""

import re
import smtplib
import ssl
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, suppress
from dataclasses import dataclass, field
from datetime import datetime
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime
from enum import StrEnum

from quizapp.output.letter import Letter, as_page, as_text
from quizapp.output.mail_head import is_mail_address, put_head, write_mailbox, write_subject

LONGEST_WORDS = 300
_GO_AHEAD, _TAKEN, _CLOSING = 354, 250, 421
_LINE_WITH_DOT = re.compile(rb"^\.", re.MULTILINE)


class Security(StrEnum):
    """How the connection is protected: from the first byte, after the server's greeting, or not at all."""

    TLS = "tls"
    STARTTLS = "starttls"
    NONE = "none"


class Outcome(StrEnum):
    """What became of a letter."""

    TAKEN = "taken"
    REFUSED = "refused"
    """For good: trying again will not help."""
    NOT_NOW = "not now"
    """Not taken, and may be later."""
    UNKNOWN = "unknown"
    """The connection broke after the words were sent and before the server answered."""


class ServerAway(Exception):
    """The mail server cannot be reached or takes nothing from us; what was asked for last was not sent."""


@dataclass(frozen=True, slots=True)
class Receipt:
    """The outcome, and the server's own words where it said more than yes."""

    outcome: Outcome
    words: str = ""


_NO_HOST = Receipt(Outcome.REFUSED, "550 5.1.2 There is no such host.")


@dataclass(frozen=True, slots=True)
class Envelope:
    """A letter with whom it is for and in whose name it goes; `number` makes its Message-ID the same at every try."""

    letter: Letter
    to_name: str
    to_address: str
    from_name: str
    reply_to: str | None
    number: str
    at: datetime


Deliver = Callable[[Envelope], Receipt]


@dataclass(frozen=True, slots=True, kw_only=True)
class MailServer:
    """A mail server and how it is spoken to; `bounces` is told of what cannot be delivered."""

    host: str
    port: int
    security: Security
    sender: str
    bounces: str
    user: str | None = None
    password: str | None = field(default=None, repr=False)
    timeout: int = 20
    """Seconds that any one answer of the server may take."""

    def connect(self) -> AbstractContextManager[Deliver]:
        """Something to deliver with; it connects when there is a first letter, and again where that was cut."""
        return _deliver_through(self)


@dataclass(frozen=True, slots=True)
class NoServer:
    """Stands for a mail server where letters are only to be looked at: they go nowhere.

    As everywhere, nobody has an address that ends in `.invalid`.
    """

    def connect(self) -> AbstractContextManager[Deliver]:
        """Something that takes every letter to an address there could be."""
        return _take_letters()


Carrier = MailServer | NoServer


def build_message(envelope: Envelope, *, sender: str) -> bytes:
    """The letter as a message; raises ValueError for an address that is none. A bad one for answers is left out."""
    headers = {
        "From": write_mailbox("From", address=sender, name=envelope.from_name),
        "To": write_mailbox("To", address=envelope.to_address, name=envelope.to_name),
        "Subject": write_subject(envelope.letter.subject),
        "Date": format_datetime(envelope.at),
        "Message-ID": f"<{envelope.number}@{sender.rpartition('@')[2]}>",
        "Auto-Submitted": "auto-generated",
        "X-Auto-Response-Suppress": "All",
    }
    if envelope.reply_to and is_mail_address(envelope.reply_to):
        headers["Reply-To"] = write_mailbox("Reply-To", address=envelope.reply_to)
    content = EmailMessage(policy=SMTP)
    content.set_content(as_text(envelope.letter))
    content.add_alternative(as_page(envelope.letter), subtype="html")
    return put_head(headers, content=content.as_bytes())


@contextmanager
def _take_letters() -> Iterator[Deliver]:
    yield lambda envelope: _NO_HOST if envelope.to_address.endswith(".invalid") else Receipt(Outcome.TAKEN)


@contextmanager
def _deliver_through(server: MailServer) -> Iterator[Deliver]:
    line = _Line(server)
    try:
        yield line.deliver
    finally:
        line.close()


class _Line:
    """One connection, made when it is needed."""

    def __init__(self, server: MailServer) -> None:
        self._server = server
        self._smtp: smtplib.SMTP | None = None

    def deliver(self, envelope: Envelope) -> Receipt:
        """Hand one letter over; raises ServerAway where it was not, and the next would not be either."""
        try:
            content = build_message(envelope, sender=self._server.sender)
        except ValueError:
            return Receipt(Outcome.REFUSED, "No message can be sent to this address.")
        refusal = self._introduce(envelope.to_address)
        return refusal or self._hand_over(content)

    def close(self) -> None:
        """Say goodbye, if there is anybody to say it to."""
        if self._smtp is not None:
            with suppress(OSError, smtplib.SMTPException):
                self._smtp.quit()
            self._smtp.close()
            self._smtp = None

    def _introduce(self, address: str) -> Receipt | None:
        """Say who sends to whom; a connection kept from the last letter may have been cut, so then once more."""
        was_kept = self._smtp is not None
        try:
            return self._name_both(address)
        except (OSError, smtplib.SMTPException) as error:
            self._drop()
            if not was_kept or isinstance(error, smtplib.SMTPResponseException):
                raise ServerAway(_words_of(error)) from error
        try:
            return self._name_both(address)
        except (OSError, smtplib.SMTPException) as error:
            self._drop()
            raise ServerAway(_words_of(error)) from error

    def _name_both(self, address: str) -> Receipt | None:
        self._smtp = self._smtp or _connect(self._server)
        code, said = self._smtp.mail(self._server.bounces)
        if code != _TAKEN:
            raise smtplib.SMTPResponseException(code, said)
        code, said = self._smtp.rcpt(address)
        return None if code in (_TAKEN, 251, 252) else self._refusal(code, said)

    def _hand_over(self, content: bytes) -> Receipt:
        """Until the server says that it waits for the words, nothing can have been sent; from then on it may have."""
        if self._smtp is None:
            raise ServerAway("There is no connection.")
        try:
            code, said = self._smtp.docmd("DATA")
        except (OSError, smtplib.SMTPException) as error:
            self._drop()
            return Receipt(Outcome.NOT_NOW, _words_of(error))
        if code != _GO_AHEAD:
            return self._refusal(code, said)
        try:
            self._smtp.send(_LINE_WITH_DOT.sub(b"..", content.removesuffix(b"\r\n")) + b"\r\n.\r\n")
            code, said = self._smtp.getreply()
        except (OSError, smtplib.SMTPException) as error:
            self._drop()
            return Receipt(Outcome.UNKNOWN, _words_of(error))
        return Receipt(Outcome.TAKEN) if code == _TAKEN else self._refusal(code, said)

    def _refusal(self, code: int, said: bytes) -> Receipt:
        """What the server does not take now or ever; the connection is ready for the next letter, or is closed."""
        try:
            if code == _CLOSING or self._smtp is None or self._smtp.rset()[0] != _TAKEN:
                self._drop()
        except (OSError, smtplib.SMTPException):
            self._drop()
        words = _one_line(f"{code} {said.decode('utf-8', errors='replace')}")
        return Receipt(Outcome.REFUSED if 500 <= code < 600 else Outcome.NOT_NOW, words)

    def _drop(self) -> None:
        if self._smtp is not None:
            self._smtp.close()
            self._smtp = None


def _connect(server: MailServer) -> smtplib.SMTP:
    context = ssl.create_default_context()
    if server.security is Security.TLS:
        smtp: smtplib.SMTP = smtplib.SMTP_SSL(server.host, server.port, timeout=server.timeout, context=context)
    else:
        smtp = smtplib.SMTP(server.host, server.port, timeout=server.timeout)
    try:
        smtp.ehlo_or_helo_if_needed()
        if server.security is Security.STARTTLS:
            smtp.starttls(context=context)
            smtp.ehlo_or_helo_if_needed()
        if server.user is not None:
            smtp.login(server.user, server.password or "")
    except BaseException:
        smtp.close()
        raise
    return smtp


def _words_of(error: Exception) -> str:
    """Why there is no connection, fit to be shown; what a server says about a log-in holds no password."""
    if isinstance(error, smtplib.SMTPResponseException):
        said = error.smtp_error
        words = said.decode("utf-8", errors="replace") if isinstance(said, bytes) else said
        return _one_line(f"{error.smtp_code} {words}")
    return _one_line(str(error) or type(error).__name__)


def _one_line(text: str) -> str:
    return "".join(letter for letter in " ".join(text.split()) if letter.isprintable())[:LONGEST_WORDS]
