from collections import Counter
from datetime import date

from bench.reports.population import COLUMNS, Tenant, list_rows, plan_tree

TENANT = Tenant(1, 1, 1, date(2026, 6, 30))


def test_the_same_size_and_day_give_the_same_people() -> None:
    assert list(list_rows(TENANT, 60)) == list(list_rows(TENANT, 60))


def test_every_row_has_its_columns_and_comes_after_what_it_refers_to() -> None:
    seen: dict[str, set[object]] = {"person": set(), "team": set(), "post": set(), "assignment": set()}
    for table, row in list_rows(TENANT, 200):
        values = dict(zip(COLUMNS[table], row, strict=True))
        for name in seen:
            if f"{name}_id" in values:
                assert values[f"{name}_id"] in seen[name], (table, name)
        if table in seen:
            seen[table].add(values["id"])


def test_there_is_somebody_of_every_kind() -> None:
    tables = Counter(table for table, _ in list_rows(TENANT, 1000))
    assert tables["person"] == tables["assignment"] == tables["post"] == 1000
    assert tables["team"] == plan_tree(1000).teams
    assert min(tables[name] for name in ("absence", "completion", "attempt", "team_place")) > 20
    assert tables["team_membership"] > 1000
