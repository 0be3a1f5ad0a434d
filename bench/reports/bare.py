"""The figures of the organisation's report as plain queries, one each: what the page is held against.

They take the shortest way that is right for the synthetic organisation: one post a person, one due date, one pass.
"""

from datetime import date

IN_POST = """FROM assignment a
 JOIN post p ON p.person_id = a.person_id AND p.is_primary AND p.start_date <= :day
  AND (p.end_date IS NULL OR p.end_date >= :day) AND p.staff_type IN ('permanent', 'fixed-term', 'bank', 'honorary')"""
DUE = "JOIN due_date d ON d.assignment_id = a.id AND d.until_date IS NULL"
BACK = """LEFT JOIN (SELECT post_id, max(until_date) AS back FROM absence WHERE until_date <= :day GROUP BY post_id) r
 ON r.post_id = p.id"""
IS_DUE = "d.due_on < :day AND (r.back IS NULL OR r.back < {month_ago})"
PASS = """LEFT JOIN (SELECT assignment_id, min(valid_until) AS ends, count(*) AS passes FROM completion
 WHERE passed_on <= :day GROUP BY assignment_id) c ON c.assignment_id = a.id"""
VALID = "c.passes IS NOT NULL AND (c.ends IS NULL OR c.ends >= :day)"
HELD = "a.organisation_id = :organisation_id AND a.quiz_id = :quiz_id AND a.from_date <= :day AND a.until_date IS NULL"
AWAY = """EXISTS (SELECT 1 FROM absence x WHERE x.post_id = p.id AND x.from_date <= :day
 AND (x.until_date IS NULL OR x.until_date > :day))"""
TEAM = """LEFT JOIN team_membership m ON m.post_id = p.id AND m.from_date <= :day
 AND (m.until_date IS NULL OR m.until_date > :day)"""
TREE = """WITH RECURSIVE tree (team_id, top) AS (
 SELECT id, id FROM team WHERE id NOT IN (SELECT team_id FROM team_place)
 UNION ALL SELECT t.team_id, tree.top FROM tree JOIN team_place t ON t.parent_id = tree.team_id)"""

QUERIES = {
    "compliance": f"SELECT count(*), sum(CASE WHEN {VALID} THEN 1 ELSE 0 END) {IN_POST} {DUE} {BACK} {PASS}"
    f" WHERE {HELD} AND {IS_DUE} AND NOT {AWAY}",
    "rate as ESR counts it": f"SELECT count(*), sum(CASE WHEN {VALID} THEN 1 ELSE 0 END) {IN_POST} {PASS} WHERE {HELD}",
    "completion": f"SELECT count(*), count(c.passes) {IN_POST} {PASS} WHERE {HELD} AND NOT {AWAY}",
    "overdue by age": f"SELECT d.due_on, count(*) {IN_POST} {DUE} {BACK} {PASS}"
    f" WHERE {HELD} AND {IS_DUE} AND NOT {AWAY} AND NOT ({VALID}) GROUP BY d.due_on",
    "not due yet": f"SELECT count(*) {IN_POST} {DUE} {BACK} WHERE {HELD} AND NOT ({IS_DUE}) AND NOT {AWAY}",
    "away by reason": f"SELECT x.kind, count(*) {IN_POST} JOIN absence x ON x.post_id = p.id AND x.from_date <= :day"
    f" AND (x.until_date IS NULL OR x.until_date > :day) WHERE {HELD} GROUP BY x.kind",
    "table by top team": f"{TREE} SELECT tree.top, count(*), sum(CASE WHEN {IS_DUE} THEN 1 ELSE 0 END),"
    f" sum(CASE WHEN {IS_DUE} AND {VALID} THEN 1 ELSE 0 END) {IN_POST} {DUE} {BACK} {PASS} {TEAM}"
    f" LEFT JOIN tree ON tree.team_id = m.team_id WHERE {HELD} AND NOT {AWAY} GROUP BY tree.top",
}
"""By the figure: what is counted, and with what is grouped."""


def write_query(figure: str, *, sqlite: bool) -> str:
    """The query for one engine; only the sum with days is written differently."""
    month_ago = "date(:day, '-28 days')" if sqlite else "(CAST(:day AS date) - 28)"
    return QUERIES[figure].format(month_ago=month_ago).replace("{month_ago}", month_ago)


def parameters(organisation_id: int, quiz_id: int, *, day: date, sqlite: bool) -> dict[str, object]:
    """What the queries ask with."""
    return {"organisation_id": organisation_id, "quiz_id": quiz_id, "day": day.isoformat() if sqlite else day}
