"""What the demo's files tell."""

from quizapp.cli.demo.story import Away, Leaving, Move, Try, read_characters, read_demo
from quizapp.services.people.passwords import find_weakness

HEADING = "name,e-mail,team,manager's e-mail,started,staff type,tries,absent,leaves,moves,returns\n"


def test_a_line_is_a_character() -> None:
    (ann,) = read_characters(
        HEADING + "Ann,a@x.example,Ward,b@x.example,40,bank,30:2 29:open,parental:9:-20,5:-3,8:Hub:c@x.example,2\n"
    )
    assert (ann.name, ann.started_days_ago, ann.staff_type) == ("Ann", 40, "bank")
    assert ann.tries == (Try(30, 2), Try(29, None))
    assert (ann.away, ann.leaving) == (Away("parental", 9, -20), Leaving(5, -3))
    assert (ann.move, ann.returns) == (Move(8, "Hub", "c@x.example"), 2)


def test_most_of_it_may_be_empty() -> None:
    (ann,) = read_characters(HEADING + "Ann,a@x.example,Ward,,-4,bank,,secondment:9:,,,\n")
    assert (ann.tries, ann.away, ann.leaving) == ((), Away("secondment", 9, None), None)
    assert (ann.move, ann.returns) == (None, None)


def test_both_organisations_have_every_kind_of_visitor() -> None:
    for story in read_demo().stories:
        assert len(story.accounts) == 4
        assert sum(account.is_author for account in story.accounts) == 2
        known = {person.email: person for person in story.characters}
        assert {account.email for account in story.accounts} <= known.keys()
        assert story.administrator_email not in known
        starter = known[story.accounts[0].email]
        assert starter.tries == ()
        assert 0 < starter.started_days_ago <= 3
        managers = {person.manager_email for person in story.characters}
        assert sum(account.email in managers for account in story.accounts) == 2


def test_addresses_lead_to_nobody_real() -> None:
    for story in read_demo().stories:
        emails = [person.email for person in story.characters]
        assert all(email.endswith((".example", ".invalid")) for email in [*emails, story.administrator_email])
        assert sum(email.endswith(".invalid") for email in emails) == 1
        assert len(set(emails)) == len(emails)


def test_the_password_is_one_that_would_be_accepted() -> None:
    demo = read_demo()
    for story in demo.stories:
        names = (story.name, *(person.name for person in story.characters), story.administrator_name)
        assert find_weakness(demo.password, names=names) is None
