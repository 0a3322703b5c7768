"""A partnership set up at the terminal, command by command, as README tells a board officer to."""

from __future__ import annotations

import re
from collections.abc import Iterator
from importlib.resources import as_file, files
from pathlib import Path

import pytest

from tests.leadline.commands.terminal import terminal, typed

NAME = "Larkmere Partnership"


@pytest.fixture(scope="module")
def a_draft(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("a_draft")
    with terminal(folder):
        import_the_sample()
    return folder


@pytest.fixture(autouse=True)
def in_a_folder_of_its_own(a_draft: Path, tmp_path: Path) -> Iterator[None]:
    with terminal(tmp_path, beginning_with=a_draft):
        yield


def import_the_sample(status: int = 0) -> str:
    with as_file(files("leadline.sample") / "larkmere_plan.csv") as plan:
        return typed("import", str(plan), "--partnership", NAME, "--yes", status=status)


def test_setup_says_what_is_set_and_what_is_still_missing() -> None:
    said = typed(
        *("setup", NAME, "--channel", "C012ABCDEF", "--chair", "Cllr A Merrin", "--officer", "P Lowell"),
        *("--meeting", "2026-10-14", "--papers", "2026-10-04"),
    )
    assert said == (
        "Larkmere Partnership\n"
        "  Channel: C012ABCDEF\n"
        "  Chairs: Cllr A Merrin\n"
        "  Board officers: P Lowell\n"
        "  Digest: Monday 09:00 (Europe/London)\n"
        "  Leads are asked: each meeting round, at 09:30\n"
        "  Meetings: Board, Wed 14 Oct 2026, papers due Sun 4 Oct 2026\n"
        "New, and named in no plan: P Lowell. If a plan spells a name otherwise, give it as the plan does.\n"
        "Not linked to an account yet: P Lowell, Cllr A Merrin.\n"
        'Type: leadline people link "P Lowell" U012ABCDEF\n'
    )
    typed("people", "link", "P Lowell", "U012ABCDEF")
    typed("people", "link", "Cllr A Merrin", "@U012ABCDEG")
    assert "Not linked" not in typed("setup", NAME)


def test_what_setup_is_not_told_stays() -> None:
    typed("setup", NAME, "--channel", "C012ABCDEF", "--officer", "P Lowell")
    said = typed("setup", NAME, "--digest-day", "friday", "--digest-at", "08:15")
    assert "Channel: C012ABCDEF" in said
    assert "Board officers: P Lowell" in said
    assert "Digest: Friday 08:15" in said


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("setup", NAME, "--channel", "#larkmere-plan"), "is not a channel's id"),
        (("setup", NAME, "--meeting", "2026-10-04", "--papers", "2026-10-14"), "would be due after it"),
        (("setup", NAME, "--papers", "2026-10-04"), "0 meetings and 1 paper dates"),
        (("setup", NAME, "--digest-day", "someday"), "is not a day of the week"),
        (("setup", "Nowhere"), "Which partnership?"),
        (("people", "link", "S Okoro", "@s.okoro"), "is not a member id"),
        (("digest",), "--preview"),
    ],
)
def test_what_cannot_be_right_is_refused_with_what_to_give(words: tuple[str, ...], said: str) -> None:
    before = typed("setup", NAME)
    refusal = typed(*words, status=2)
    assert said in " ".join(refusal.replace("│", " ").split())
    assert typed("setup", NAME) == before


def test_a_name_that_nobody_has_is_linked_to_nothing() -> None:
    assert "Nobody has that name." in typed("people", "link", "J Kelly", "U012ABCDEF", status=1)
    assert "U012ABCDEF" not in typed("people", "list")


def test_a_draft_that_is_imported_again_takes_the_place_of_the_first() -> None:
    import_the_sample()
    assert typed("go-live", NAME).count("is live") == 1
    assert "37 actions" in typed("digest", "--preview")
    assert "is live in Larkmere Partnership already" in import_the_sample(status=2)


@pytest.mark.parametrize("words", [("status",), ("digest", "--preview")])
def test_a_draft_shows_nothing_and_says_what_to_type(words: tuple[str, ...]) -> None:
    assert typed(*words, status=1).startswith("No plan is live yet.")


def test_going_live_counts_who_can_be_asked_and_happens_once() -> None:
    typed("people", "link", "S Okoro", "U012ABCDEF")
    said = typed("go-live", NAME)
    assert "37 actions, 14 reporting leads, 1 of them with an account linked." in said
    assert "leadline people link" in said
    assert "No meeting is coming, so nobody will be asked." in said
    assert "No channel is set, so digests wait." in said
    assert "No board officer has an account linked" in said
    assert "has no draft plan" in typed("go-live", NAME, status=1)
    assert "37 actions" in typed("digest", "--preview")
    assert "2.7a" in typed("status", "2.7a")
    told = typed("audit", "verify")
    assert told.startswith("The record is whole: every event follows from the one before it.\n" + NAME)
    head = told.split()[-1]
    assert "It is still there." in typed("audit", "verify", "--printed", head)
    assert "The record was cut or rewritten" in typed("audit", "verify", "--printed", "f" * 16, status=1)


def test_going_live_says_when_leads_are_asked_first() -> None:
    typed("setup", NAME, "--channel", "C012ABCDEF", "--officer", "P Lowell", "--cadence", "monthly")
    typed("people", "link", "P Lowell", "U012ABCDEF")
    last = typed("go-live", NAME).splitlines()[-1]
    assert re.fullmatch(r"Leads are asked first on \w{3} \d+ \w+ \d{4} at \d\d:\d\d\.", last), last


def test_workstreams_are_arranged_at_the_terminal() -> None:
    typed("setup", NAME, "--channel", "C012ABCDEF", "--officer", "P Lowell", "--meeting", "2026-10-14")
    assert "no action belongs to a workstream yet" in typed("workstreams", "list")
    typed("workstreams", "put", "Finance", "1.1", "1.2")
    typed("workstreams", "put", "finance", "2.1")
    typed("workstreams", "put", "none", "1.2")
    typed("workstreams", "channel", "Finance", "C09FINANCE")
    typed("workstreams", "classify", "Finance", "restricted")
    said = typed("workstreams", "group", "Finance", "board")
    assert "Finance · 2 actions · run by Board · digest to #C09FINANCE (restricted)" in said
    assert "Which workstream?" in typed("workstreams", "channel", "Estates", "none", status=2)
    assert "channel's id" in typed("workstreams", "channel", "Finance", "#finance", status=2)
    assert "no board or group called" in typed("workstreams", "group", "Finance", "Cabinet", status=1)
    typed("go-live", NAME)
    shown = typed("digest", "--preview", "--workstream", "finance")
    assert "Larkmere Partnership, Finance: what is slipping" in shown
    assert "2 actions:" in shown
