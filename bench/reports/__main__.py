"""What the reports of an organisation of any size cost a real server, on both databases, beside the plain queries.

    python -m bench.reports [--assignments N] [--rounds N]

A synthetic organisation is loaded into the tables: so many people who hold one quiz, in teams of 25 under departments
under twelve directorates, with movers, leavers, absences and passes that ran out. A cost is the processor time of the
server and its database. The plain queries count the same figures one by one on the same data. It runs on Linux alone.
"""

import argparse
import sys
import tempfile
from contextlib import ExitStack
from pathlib import Path

from bench.journey.ground import Place
from bench.journey.server_cpu import can_be_metered
from bench.postgres import DURABLE, fresh_database, postgres_server
from bench.reports.ground import fill_trust
from bench.reports.measuring import (
    CSV,
    ORGANISATION,
    PAST,
    PAST_DAYS,
    TEAM,
    Cost,
    measure_bare,
    measure_pages,
    open_pages,
)


def main() -> None:
    """Measure both databases, the one after the other; the last line is of the one with the larger ratio."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--assignments", type=int, default=100_000, help="people who hold the quiz")
    parser.add_argument("--rounds", type=int, default=3, help="how often each page and query is measured")
    options = parser.parse_args()
    if not can_be_metered():
        sys.exit("bench.reports needs Linux, which says what processes spend.")
    lines = []
    with tempfile.TemporaryDirectory() as name, ExitStack() as stack:
        folder = Path(name)
        server = stack.enter_context(postgres_server(settings=DURABLE))
        for place in (
            Place("SQLite", f"sqlite:///{folder / 'quiz.sqlite'}", ""),
            Place("PostgreSQL", fresh_database(server, "quiz"), "", server.process_id()),
        ):
            lines.append(_measure(place, size=options.assignments, rounds=options.rounds, folder=folder))
    print(max(lines)[1])


def _measure(place: Place, *, size: int, rounds: int, folder: Path) -> tuple[float, str]:
    """Print the table of one database; its larger ratio, and the line that sums it up."""
    with fill_trust(place, size=size) as trust:
        now = measure_bare(trust, days_ago=0, rounds=rounds)
        past = measure_bare(trust, days_ago=PAST_DAYS, rounds=rounds)
        with open_pages(trust, folder=folder) as (served, counted):
            costs = {cost.page: cost for cost in measure_pages(trust, served=served, counted=counted, rounds=rounds)}
    print(f"{place.name}: {size:,} assignments, {trust.rows['team']:,} teams")
    print(*_table(list(costs.values())), sep="\n")
    print(*(f"  plain query {figure:<22} {spent:>12,.1f} ms" for figure, spent in now.items()), "", sep="\n")
    ratio = costs[ORGANISATION].milliseconds / sum(now.values())
    past_ratio = costs[PAST].milliseconds / sum(past.values())
    export = costs[CSV]
    return max(ratio, past_ratio), (
        f"team_page_statements={costs[TEAM].statements} organisation_page_ratio={ratio:.2f}"
        f" past_date_ratio={past_ratio:.2f} export_rows_per_s={1000 * export.rows / export.milliseconds:.0f}"
        f" export_peak_mib={export.peak_mib:.1f}"
    )


def _table(costs: list[Cost]) -> list[str]:
    head = f"  {'page':<14} {'rows':>9} {'statements':>10} {'server ms':>12} {'peak MiB':>9}"
    return [
        head,
        *(
            f"  {one.page:<14} {one.rows:>9,} {one.statements:>10} {one.milliseconds:>12,.1f} {one.peak_mib:>9.1f}"
            for one in costs
        ),
    ]


if __name__ == "__main__":
    main()
