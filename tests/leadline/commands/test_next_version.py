"""A plan's next version at the terminal: told, asked about, taken in one piece, and nothing twice."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from bot.errors import NotAllowed
from bot.plan import ActionPlan, ActionStatus
from bot.services.plans.take_version import take_version
from bot.versions.taking import Answer, Answers, ChangeKind, Ruling
from leadline.commands.import_plan import read_plan
from leadline.office import open_office
from tests.leadline.commands.terminal import terminal, typed

PLAN = "Harbour mental health plan"
HEAD = f"{PLAN},,,,,\nRef,Action,Lead,Timescale,Status,RAG\n"
FIRST = (
    "1.1,Agree the discharge letter with GPs,S Okoro,Sept 2027,In progress,Green",
    "1.2,Train the ward staff in listening,K Bramley,Dec 2027,,",
    "1.3,Open the carers' group on Tuesdays,L Pashley,Nov 2027,,",
)


@pytest.fixture(scope="module")
def live_plan(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("live_plan")
    with terminal(folder):
        typed("import", document(*FIRST), "--yes")
        typed("setup", PLAN, "--officer", "P Lowell", "--meeting", "2027-06-14")
        typed("go-live", PLAN)
    return folder


@pytest.fixture(autouse=True)
def in_a_folder_of_its_own(live_plan: Path, tmp_path: Path) -> Iterator[None]:
    with terminal(tmp_path, beginning_with=live_plan):
        yield


def document(*rows: str) -> str:
    path = Path("plan.csv")
    path.write_text(HEAD + "\n".join(rows), encoding="utf-8")
    return str(path)


def plan() -> ActionPlan:
    with open_office() as office, office.work(read_only=True) as work:
        return work.plans.live()[0]


def dry(*rows: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(
        typed("import", document(*rows), "--into", PLAN, "--dry-run", "--json")
    )
    return found


def test_the_same_document_changes_nothing() -> None:
    before = plan()
    said = typed("import", document(*FIRST), "--into", PLAN, "--yes")
    assert "no difference" in said
    assert plan() == before


@pytest.mark.parametrize("kind", ["xlsx", "csv", "docx"])
def test_an_untouched_export_changes_nothing(kind: str) -> None:
    typed("export", PLAN, "--format", kind, "--out", f"out.{kind}")
    before = plan()
    assert "no difference" in typed("import", f"out.{kind}", "--into", PLAN, "--yes")
    assert plan() == before


def test_renumbering_rewording_and_a_new_row_keep_every_actions_history() -> None:
    ids = {action.text: action.id for action in plan().actions}
    typed(
        "import",
        document(
            "1.1,Publish the leaflet in four languages,T Vance,Jan 2028,,",
            "1.2,Agree the discharge letter with GPs,S Okoro,Sept 2027,In progress,Green",
            "1.3,Train all the ward staff in listening,K Bramley,Dec 2027,,",
            "1.4,Open the carers' group on Tuesdays,L Pashley,Nov 2027,,",
        ),
        *("--into", PLAN, "--yes"),
    )
    now = plan()
    assert [action.ref for action in now.actions] == ["1.1", "1.2", "1.3", "1.4"]
    assert [action.id for action in now.actions[1:]] == list(ids.values())
    assert now.actions[2].text == "Train all the ward staff in listening"
    assert now.actions[0].leads[0].name == "T Vance"


def moved(when: str) -> tuple[str, ...]:
    return (FIRST[0].replace("Sept 2027", when), *FIRST[1:])


def test_with_yes_no_date_moves_and_nothing_is_withdrawn() -> None:
    before = plan()
    said = typed("import", document(moved("Jan 2028")[0], FIRST[1]), "--into", PLAN, "--yes")
    assert "1 date not answered: mine stay. 1 action not in the file: kept." in said
    assert plan() == before


def test_one_changed_date_is_exactly_one_question() -> None:
    found = dry(*moved("Jan 2028"))
    assert [(one["ref"], one["now"]["words"]) for one in found["dates"]] == [("1.1", "Jan 2028")]
    assert found["same"] == 2
    assert not any(found[name] for name in ("new", "gone", "renumbered", "reworded", "leads", "standing"))


def test_a_date_the_board_agreed_is_an_extension() -> None:
    typed("import", document(*moved("Jan 2028")), "--into", PLAN, said="1\n6.2\ny\n")
    action = plan().actions[0]
    assert [time.words if time else None for time in (action.baseline_due, action.approved_due)] == [
        "Sept 2027",
        "Jan 2028",
    ]
    assert len(action.moves) == 1
    with open_office() as office, office.work(read_only=True) as work:
        (request,) = work.extensions.of_action(action.id)
        assert (request.minute_ref, request.state.value) == ("6.2", "granted")
    assert dry(*moved("Jan 2028"))["is_same"]


def test_a_leads_forecast_moves_the_forecast_alone() -> None:
    typed("import", document(*moved("Jan 2028")), "--into", PLAN, said="2\ny\n")
    action = plan().actions[0]
    assert action.approved_due == action.baseline_due
    assert action.forecast_due is not None
    assert (action.forecast_due.words, len(action.moves)) == ("Jan 2028", 1)


def test_a_typing_error_is_a_correction_with_both_values_and_no_move() -> None:
    typed("import", document(*moved("Jan 2028")), "--into", PLAN, said="3\ny\n")
    now = plan()
    action = now.actions[0]
    assert action.baseline_due == action.approved_due
    assert action.moves == ()
    with open_office() as office, office.work(read_only=True) as work:
        (corrected,) = work.corrections.of_plans([now.id])
        (noted,) = work.versions.changes_of(action.id)
    assert corrected.was is not None
    assert (corrected.was.words, corrected.now.words) == ("Sept 2027", "Jan 2028")
    assert noted.revision.kind is ChangeKind.CORRECTION


def test_an_action_that_is_gone_is_withdrawn_with_its_reason() -> None:
    typed("import", document(*FIRST[:2]), "--into", PLAN, said="1\nmerged with 1.2\ny\n")
    action = plan().actions[2]
    assert (action.status, action.status_reason) == (ActionStatus.WITHDRAWN, "merged with 1.2")
    assert dry(*FIRST[:2])["is_same"]


def test_nothing_is_applied_until_it_is_said() -> None:
    before = plan()
    said = typed("import", document(*moved("Jan 2028")), "--into", PLAN, said="1\n\nn\n")
    assert said.rstrip().endswith("Nothing was changed.")
    assert plan() == before


def test_answers_come_from_a_file() -> None:
    Path("answers.json").write_text(
        json.dumps({"dates": {"1.1": {"is": "agreed", "words": "minute 6.2"}}}), encoding="utf-8"
    )
    given = ("--into", PLAN, "--answers", "answers.json", "--yes")
    typed("import", document(*moved("Jan 2028")), *given)
    agreed = plan().actions[0].approved_due
    assert agreed is not None
    assert agreed.words == "Jan 2028"


def test_a_date_is_ruled_on_in_somebodys_name_or_not_at_all() -> None:
    before = plan()
    draft = read_plan(Path(document(*moved("Jan 2028"))), date(2027, 5, 1))
    agreed = Answers(dates={"1.1": Answer(Ruling.AGREED)})
    with open_office() as office, pytest.raises(NotAllowed), office.work() as work:
        take_version(work, work.plans.live()[0], draft, agreed, "v2.csv", None)
    assert plan() == before


@pytest.mark.parametrize(
    "answers", ["not json", '{"dates": {"1.1": "withdrawn"}}', '{"gone": {"1.1": "withdrawn"}}', "[]"]
)
def test_answers_that_are_none_change_nothing(answers: str) -> None:
    before = plan()
    Path("answers.json").write_text(answers, encoding="utf-8")
    given = ("--into", PLAN, "--answers", "answers.json", "--yes")
    assert "Answers are JSON" in typed("import", document(*moved("Jan 2028")), *given, status=2)
    assert plan() == before


def test_a_live_plans_next_version_is_offered_without_being_asked_for() -> None:
    said = typed("import", document(*moved("Jan 2028")), said="y\n4\ny\n")
    assert "looks like its next version" in said
    assert "1.1 says Jan 2028, I hold Sept 2027" in said


def test_the_version_is_on_record_and_the_audit_is_whole() -> None:
    typed("import", document(*moved("Jan 2028")), "--into", PLAN, said="1\n6.2\ny\n")
    with open_office() as office, office.work(read_only=True) as work:
        (version,) = work.versions.of(plan().id)
    assert (version.number, version.name) == (2, "plan.csv")
    assert "whole" in typed("audit", "verify")


@pytest.mark.parametrize("kind", ["xlsx", "csv", "docx"])
def test_a_workstream_said_in_words_leaves_with_the_plan_and_another_comes_back_with_it(kind: str) -> None:
    typed("workstreams", "put", "Finance", "1.1", "1.2")
    typed("export", PLAN, "--format", kind, "--out", f"out.{kind}")
    assert "no difference" in typed("import", f"out.{kind}", "--into", PLAN, "--yes")
    path = Path("plan.csv")
    rows = (f"{row},{strand}" for row, strand in zip(FIRST, ("Finance", "IMT", ""), strict=True))
    path.write_text(HEAD.replace("RAG\n", "RAG,Sub-group\n") + "\n".join(rows), encoding="utf-8")
    said = typed("import", str(path), "--into", PLAN, "--yes")
    assert "1.2, its workstream" in said
    assert [action.workstream for action in plan().actions] == ["Finance", "IMT", ""]
    assert plan().actions[1].reported_at is None
