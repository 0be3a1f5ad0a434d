"""A mail server on this machine that keeps what it is sent, and can be told to refuse, to break off or to speak TLS."""

import socketserver
import ssl
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass, field
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from io import BufferedIOBase
from threading import Lock, Thread
from typing import BinaryIO

GREETING, GOODBYE, FINE, GO_AHEAD = b"220 mail.example ready", b"221 goodbye", b"250 fine", b"354 go ahead"
CUT = b"cut"
"""In place of an answer: the connection ends without one."""


@dataclass
class Mailbox:
    """What arrived, and how the server is to answer; `answers` are by the word a line begins with, then by address."""

    port: int = 0
    messages: list[tuple[str, str, EmailMessage]] = field(default_factory=list)
    """Envelope sender, recipient, message."""
    lines: list[str] = field(default_factory=list)
    connections: int = 0
    answers: dict[str, bytes] = field(default_factory=dict)
    offers: tuple[bytes, ...] = ()
    tls: ssl.SSLContext | None = None
    from_first_byte: bool = False
    lock: Lock = field(default_factory=Lock)

    @property
    def recipients(self) -> list[str]:
        """To whom, in the order of arrival."""
        return [recipient for _, recipient, _ in self.messages]


@contextmanager
def mail_server(mailbox: Mailbox | None = None) -> Iterator[Mailbox]:
    """Serve on a free port of this machine until the block ends."""
    box = mailbox or Mailbox()

    class Handler(socketserver.StreamRequestHandler):
        def handle(self) -> None:
            with suppress(OSError), closing(_Conversation(self, box)) as conversation:
                conversation.hold()

    class Server(socketserver.ThreadingTCPServer):
        daemon_threads = True
        block_on_close = False

    with Server(("127.0.0.1", 0), Handler) as server:
        box.port = server.server_address[1]
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
        thread.start()
        try:
            yield box
        finally:
            server.shutdown()
            thread.join(timeout=10)


class _Conversation:
    """One connection, line by line."""

    def __init__(self, handler: socketserver.StreamRequestHandler, box: Mailbox) -> None:
        self.box, self.handler = box, handler
        self.reads: BinaryIO | BufferedIOBase = handler.rfile
        self.writes: BinaryIO | BufferedIOBase = handler.wfile
        self.sender = self.recipient = ""
        self.protected: ssl.SSLSocket | None = None
        with box.lock:
            box.connections += 1

    def close(self) -> None:
        if self.protected is not None:
            self.protected.close()

    def hold(self) -> None:
        if self.box.from_first_byte:
            self._protect()
        self._say(self.box.answers.get("GREETING", GREETING))
        while raw := self.reads.readline():
            line = raw.decode("latin-1").rstrip("\r\n")
            with self.box.lock:
                self.box.lines.append(line)
            word = line.partition(" ")[0].upper()
            answer = self._answer(word, line)
            if answer == CUT:
                return
            self._say(answer)
            if word == "STARTTLS" and answer.startswith(b"220"):
                self._protect()
            if word == "QUIT":
                return
            if answer.startswith(b"354"):
                ended = self._take()
                if ended == CUT:
                    return
                self._say(ended)

    def _answer(self, word: str, line: str) -> bytes:
        address = line.partition("<")[2].partition(">")[0]
        given = self.box.answers.get(address) if word == "RCPT" else None
        given = given or self.box.answers.get(word)
        if given is not None:
            return given
        if word == "MAIL":
            self.sender = address
        if word == "RCPT":
            self.recipient = address
        if word == "EHLO":
            return b"\r\n".join(b"250-%s" % offer for offer in (b"mail.example", *self.box.offers)) + b"\r\n250 HELP"
        return {"DATA": GO_AHEAD, "QUIT": GOODBYE, "STARTTLS": b"220 go on", "AUTH": b"235 welcome"}.get(word, FINE)

    def _take(self) -> bytes:
        content = []
        for raw in iter(self.reads.readline, b""):
            if raw == b".\r\n":
                break
            content.append(raw.removeprefix(b"."))
        answer = self.box.answers.get("CONTENT", FINE)
        if answer in (FINE, CUT):  # a server that is cut off may have taken the message all the same
            message = message_from_bytes(b"".join(content), policy=default)
            with self.box.lock:
                self.box.messages.append((self.sender, self.recipient, message))
        return answer

    def _say(self, line: bytes) -> None:
        self.writes.write(line + b"\r\n")
        self.writes.flush()

    def _protect(self) -> None:
        assert self.box.tls is not None
        self.protected = self.box.tls.wrap_socket(self.handler.connection, server_side=True)
        self.reads, self.writes = self.protected.makefile("rb"), self.protected.makefile("wb")
