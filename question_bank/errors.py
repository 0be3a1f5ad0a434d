"""What the question bank says when an input cannot be used."""


class QuestionBankError(Exception):
    """An input that cannot be used; the message says what, where and what to do, in one line."""


class ReadError(QuestionBankError):
    """A page that cannot be read."""


class FormatError(QuestionBankError):
    """A bank or document file that does not have the promised form."""
