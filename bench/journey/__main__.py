"""What a learner's journey of 8 questions costs a real server, on both databases, in turn with the bare floor.

    python -m bench.journey [--rounds N] [--people N]

Both run under the gunicorn of production with durable settings: every answer is on the disk before the reply. A cost is
the processor time of the server and of its database. Style sheets and scripts are not fetched: a browser keeps them.
A save step is the POST of an answer, its redirect and the next page. Statements and bytes are counted on a server of
their own, since counting costs too.
"""

import argparse
import sys
import tempfile
import time
from contextlib import ExitStack
from pathlib import Path

from bench.journey.figures import Round, costs, journey_ratio, last_line, statements_of_posts, table
from bench.journey.ground import Place, measure_round, open_ground
from bench.journey.server_cpu import can_be_metered
from bench.postgres import DURABLE, fresh_database, postgres_server

ENOUGH, FEWEST = 180.0, 3
"""Seconds after which a busy machine begins no further round, and how many rounds there are at least."""


def main() -> None:
    """Measure both databases in turn, and print the figures; the last line is of the one with the larger ratio."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=6, help="how often each is measured in turn")
    parser.add_argument("--people", type=int, default=10, help="journeys in each round")
    options = parser.parse_args()
    began = time.monotonic()
    if not can_be_metered():
        sys.exit("bench.journey needs Linux, which says what processes spend.")
    with tempfile.TemporaryDirectory() as name, ExitStack() as stack:
        folder = Path(name)
        server = stack.enter_context(postgres_server(settings=DURABLE))
        places = (
            Place("SQLite", f"sqlite:///{folder / 'quiz.sqlite'}", f"sqlite:///{folder / 'floor.sqlite'}"),
            Place("PostgreSQL", fresh_database(server, "quiz"), fresh_database(server, "floor"), server.process_id()),
        )
        journeys = options.rounds * options.people
        grounds = [stack.enter_context(open_ground(one, journeys=journeys, folder=folder)) for one in places]
        in_turn: list[list[Round]] = []
        while len(in_turn) < options.rounds and (len(in_turn) < FEWEST or time.monotonic() < began + ENOUGH):
            in_turn.append([measure_round(one, journeys=options.people) for one in grounds])
    measured = list(zip(grounds, zip(*in_turn, strict=True), strict=True))
    for ground, rounds in measured:
        print(f"{ground.place.name}, {len(rounds)} rounds of {options.people} journeys")
        print(*table(ground.counts, rounds), statements_of_posts(ground.counts), *costs(rounds), "", sep="\n")
    ground, rounds = max(measured, key=lambda pair: journey_ratio(pair[1]))
    print(last_line(ground.counts, rounds))


if __name__ == "__main__":
    main()
