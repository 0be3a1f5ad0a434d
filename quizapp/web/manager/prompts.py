"""Open questions for a conversation about one value: our own fixed words around the page's, the same for everybody."""

from collections.abc import Sequence
from dataclasses import dataclass

from quizapp.services.bank.outlines import ValueOutline

UNNAMED = "this value"


@dataclass(frozen=True, slots=True)
class Prompt:
    """One question; `quote` stands between its two parts, in the page's own words."""

    before: str
    quote: str = ""
    after: str = ""

    @property
    def text(self) -> str:
        """The whole as it is read."""
        return f"{self.before}“{self.quote}”{self.after}" if self.quote else self.before + self.after


# Each value gets one question of each kind: what it is, what one line of it asks for, and what comes next.
_MEANING = (
    Prompt("Tell me about a time here when you saw ", after=" done well. What did people do?"),
    Prompt("What does ", after=" mean to you in the work you do?"),
    Prompt("A new colleague asks you what ", after=" looks like here. What do you tell them?"),
)
_LINE = (
    Prompt("The page says: ", after=" What does that look like on an ordinary day in our team?"),
    Prompt("The page says: ", after=" When is that hard to do, and what helps?"),
    Prompt("The page says: ", after=" Where do we do this well, and where could we do more?"),
)
_WITHOUT_A_LINE = Prompt("What would somebody from outside see us do, if we do this well?")
_ONWARD = (
    Prompt("What gets in the way of this in our team, and who could help?"),
    Prompt("What is one thing that you or I could do about this in the next month?"),
    Prompt("What would you like more of from me, so that this can happen?"),
)


def ask_about(value: ValueOutline, position: int) -> tuple[Prompt, Prompt, Prompt]:
    """Three open questions about the value at this place of the page; neighbours get others."""
    line = next(iter(value.behaviours), value.definition)
    return (
        _around(_pick(_MEANING, position), value.name) if value.name else _unnamed(_pick(_MEANING, position)),
        _after(line, _pick(_LINE, position)) if line else _WITHOUT_A_LINE,
        _pick(_ONWARD, position),
    )


def _pick(prompts: Sequence[Prompt], position: int) -> Prompt:
    return prompts[position % len(prompts)]


def _around(prompt: Prompt, quote: str) -> Prompt:
    return Prompt(prompt.before, quote, prompt.after)


def _after(line: str, prompt: Prompt) -> Prompt:
    """The question after a line of the page, which may end as a sentence or not."""
    return Prompt(prompt.before, line, prompt.after if line.endswith((".", "!", "?", "…")) else "." + prompt.after)


def _unnamed(prompt: Prompt) -> Prompt:
    return Prompt(prompt.before + UNNAMED + prompt.after)
