"""Adding and listing organisations."""

from tests.support.console import Console


def test_an_added_organisation_stands_in_the_list(console: Console) -> None:
    added = console.run('organisation add "NHS Fernbrook & Vale"')
    assert added.said == "Added NHS Fernbrook & Vale; its short name is nhs-fernbrook-vale.\n"
    listed = console.run("organisation list").said
    assert "nhs-fernbrook-vale  NHS Fernbrook & Vale  Europe/London" in listed


def test_an_empty_list_says_what_to_do(console: Console) -> None:
    assert "organisation add" in console.run("organisation list").said


def test_a_dry_run_adds_nothing(console: Console) -> None:
    before = console.count_rows()
    answer = console.run("organisation add Fernbrook --dry-run")
    assert answer.said.endswith("Dry run: nothing was kept.\n")
    assert console.count_rows() == before


def test_a_dry_run_finds_what_the_real_run_would(console: Console) -> None:
    console.run("organisation add Fernbrook")
    answer = console.run("organisation add Fernbrook --dry-run", status=1)
    assert "There is already an organisation" in answer.complained


def test_a_refusal_names_the_option_at_fault(console: Console) -> None:
    zone = console.run("organisation add Fernbrook --time-zone Mars/One", status=1)
    assert zone.complained == (
        "organisation add, --time-zone: There is no time zone “Mars/One”. Use a name such as Europe/London.\n"
    )
    slug = console.run("organisation add Fernbrook --slug 'Fern Brook'", status=1)
    assert slug.complained.startswith("organisation add, --slug: ")
    name = console.run("organisation add ''", status=1)
    assert name.complained.startswith("organisation add, NAME: ")


def test_a_name_that_does_not_fit_is_refused(console: Console) -> None:
    answer = console.run(f"organisation add {'x' * 201} --slug x", status=1)
    assert "Use 200 characters or fewer. There are 201." in answer.complained
