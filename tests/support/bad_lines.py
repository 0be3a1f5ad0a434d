"""What can go wrong between a browser and the service: forms that come in twos, and replies that never arrive."""

from collections.abc import Iterable
from socket import SHUT_RDWR
from threading import Barrier, Semaphore
from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

from playwright.sync_api import Locator

PATIENCE = 10


class InTwos:
    """A line on which forms come two at a time: the first is let in with the second, and both are handled at once."""

    def __init__(self, answer: WSGIApplication) -> None:
        self.answer = answer
        self.came = Semaphore(0)
        self._both = Barrier(2)

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        if environ["REQUEST_METHOD"] == "POST":
            self.came.release()
            self._both.wait(PATIENCE)
        return self.answer(environ, start_response)

    def press(self, button: Locator, *, times: int = 1) -> None:
        """Press a button, so often before anything is seen to happen; its form is let in with the next one."""
        button.scroll_into_view_if_needed()
        box = button.bounding_box()
        assert box is not None
        for _ in range(times):  # with the mouse: the button's own click waits for the page that is on its way
            button.page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
            assert self.came.acquire(timeout=PATIENCE), "the form was not sent"


class ReplyLost:
    """A line that takes everything to the service while it is broken, and brings nothing back."""

    def __init__(self, answer: WSGIApplication) -> None:
        self.answer = answer
        self.is_broken = False

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        reply = list(self.answer(environ, start_response))
        if self.is_broken:
            environ["werkzeug.socket"].shutdown(SHUT_RDWR)
            raise ConnectionResetError
        return reply
