"""How much of a file is read, and what a reader may spend on it."""

MOST_BYTES = 10_000_000
MOST_CHARACTERS = 3_000_000
"""Of the text that was taken out of a file: many times the longest values page."""

MOST_LINES = 100_000
MOST_MARKS = 200_000
MOST_CELLS = 20_000
"""Of that text, of the tags of a web page, and of the cells of one table."""

MOST_PAGES = 300
MOST_PAGE_CHARACTERS = 100_000
MOST_STREAM_BYTES = 10_000_000
"""Of a PDF file: pages, characters on one, and bytes that one of its streams unpacks to."""

SECONDS_OF_WORK = 15
SECONDS_TO_WAIT = 20
BYTES_OF_MEMORY = 512 * 1024 * 1024
MOST_ANSWER_BYTES = 64_000_000
"""Of the process that takes a file apart: its own working time, the time it is waited for, memory, and answer."""
