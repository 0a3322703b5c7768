"""`leadline import`, from files on disk to what is printed and kept."""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from datetime import date, datetime
from importlib.resources import as_file, files
from pathlib import Path
from typing import Any

import pytest
import typer
from openpyxl import Workbook

from bot.draft import DoubtKind, DraftPlan
from bot.errors import PlanUnreadable
from bot.plan import ActionStatus
from bot.rag import Rag
from leadline.commands.import_plan import as_json, import_plan, read_plan
from leadline.office import open_office

TODAY = date(2027, 4, 1)

HARBOUR = (Path(__file__).parent / "harbour_plan.csv").read_text(encoding="utf-8")


def read(path: Path, today: date = TODAY) -> DraftPlan:
    return read_plan(path, today)


def workbook(path: Path, title: str, rows: list[list[Any]], merged: list[str]) -> Path:
    made = Workbook()
    sheet = made.active
    assert sheet is not None
    sheet.title = title
    for row in rows:
        sheet.append(row)
    for area in merged:
        sheet.merge_cells(area)
    file = io.BytesIO()
    made.save(file)
    path.write_bytes(file.getvalue())
    return path


def day(year: int, month: int, number: int) -> datetime:
    return datetime(year, month, number)  # noqa: DTZ001 - as a workbook holds a date


def test_the_sample_plan_reads_without_a_guess() -> None:
    with as_file(files("leadline.sample") / "larkmere_plan.csv") as path:
        plan = read(path, date(2026, 3, 11))
    refs = [action.ref for action in plan.actions]
    assert len(refs) >= 30
    assert {"1.4a", "1.4b", "1.4c", "1.10", "2.7a", "6.4"} <= set(refs)
    assert [theme.ref for theme in plan.themes] == ["1.0", "2.0", "3.0", "4.0", "5.0", "6.0"]
    assert all(action.theme == f"{action.ref[0]}.0" for action in plan.actions)
    letters = next(action for action in plan.actions if action.ref == "2.7a")
    assert letters.timescale is not None
    assert (letters.text, letters.leads, letters.timescale.words) == (
        "Discharge letters to GPs",
        ("S Okoro",),
        "Sept 2026",
    )
    assert {body for person in plan.people for body in person.organisations} == {
        "Dunvale NHS Trust",
        "Larkmere Council",
        "Larkmere Carers",
        "Calder Voice",
    }
    assert all(len(person.organisations) == 1 for person in plan.people)
    assert {doubt.kind for doubt in plan.doubts} == {DoubtKind.NO_LEAD, DoubtKind.NO_DATE}


def test_a_csv_with_semicolons_in_windows_letters(tmp_path: Path) -> None:
    path = tmp_path / "harbour.csv"
    path.write_bytes(HARBOUR.encode("cp1252"))
    plan = read(path)
    assert plan.title == "Delivery plan 2027/28 – agreed 3 March 2027"
    assert [(theme.ref, theme.title) for theme in plan.themes] == [("1", "Places"), ("2", "People")]
    assert [(a.ref, a.theme, a.leads, a.rag, a.status) for a in plan.actions] == [
        ("1", "1", ("Anneke Dufour",), Rag.AMBER, ActionStatus.NOT_STARTED),
        ("2", "1", ("Anneke Dufour", "Pól Briain"), None, ActionStatus.COMPLETE),
        ("3", "1", ("Pól Briain",), None, ActionStatus.NOT_STARTED),
        ("4", "2", (), Rag.RED, ActionStatus.NOT_STARTED),
        ("5", "2", ("Team leaders",), Rag.GREEN, ActionStatus.IN_PROGRESS),
        ("6", "2", ("Dr S Iqbal",), None, ActionStatus.NOT_STARTED),
    ]
    ends = [action.timescale and action.timescale.end for action in plan.actions]
    assert ends == [date(2027, 9, 30), date(2027, 6, 30), date(2027, 11, 30), None, None, date(2028, 3, 31)]
    assert plan.actions[1].text == 'Signs on the path – "talk to us"'
    assert {(doubt.row, doubt.kind) for doubt in plan.doubts} == {
        (10, DoubtKind.NO_LEAD),
        (10, DoubtKind.NO_DATE),
        (11, DoubtKind.POST_AS_LEAD),
        (11, DoubtKind.STATUS_IN_DATE),
        (11, DoubtKind.NO_DATE),
    }


def test_a_workbook_with_titles_bands_merged_cells_initials_and_real_dates(tmp_path: Path) -> None:
    rows: list[list[Any]] = [
        ["Millbeck Autism Strategy"],
        ["Implementation plan, version 4"],
        [],
        ["Ref", "Objective", "Action", "Lead(s)", "Target date", "Revised date", "RAG", "Update"],
        ["Theme 1 – Diagnosis"],
        [1.1, "Shorter waits", "Recruit two assessors", "HB", day(2027, 9, 30), None, "Amber", "One in post"],
        [None, None, "Weekend clinics", "HB\nCT", day(2027, 12, 1), day(2028, 2, 1), "Red", "No rooms"],
        [1.2, "Clear letters", "Rewrite the letter", "MF", day(2027, 6, 1), None, "Complete", "Sent"],
        ["Theme 2 – Work"],
        [2.1, "Employers", "Job coaches in three firms", "CT/MF", "Summer 2028", None, None, None],
        [None, None, "Autism passport", None, "31 March 2028", None, "Green", None],
        [],
        ["Key: HB = Hana Bielak; CT = Colm Tierney; MF = M Farrant"],
    ]
    merged = ["A1:H1", "A2:H2", "A5:H5", "A9:H9", "A6:A7", "B6:B7", "A10:A11", "B10:B11", "D10:D11"]
    plan = read(workbook(tmp_path / "millbeck.xlsx", "Plan", rows, merged))
    assert plan.title == "Implementation plan, version 4"
    assert [(theme.ref, theme.title) for theme in plan.themes] == [("1", "Diagnosis"), ("2", "Work")]
    assert [(a.ref, a.recommendation, a.leads, a.timescale and a.timescale.words) for a in plan.actions] == [
        ("1.1a", "Shorter waits", ("Hana Bielak",), "30 Sep 2027"),
        ("1.1b", "Shorter waits", ("Hana Bielak", "Colm Tierney"), "1 Dec 2027"),
        ("1.2", "Clear letters", ("M Farrant",), "1 Jun 2027"),
        ("2.1a", "Employers", ("Colm Tierney", "M Farrant"), "Summer 2028"),
        ("2.1b", "Employers", ("Colm Tierney", "M Farrant"), "31 March 2028"),
    ]
    assert plan.actions[1].forecast is not None
    assert plan.actions[1].forecast.end == date(2028, 2, 1)
    assert plan.doubts == ()


def test_a_board_s_action_tracker(tmp_path: Path) -> None:
    rows: list[list[Any]] = [
        ["Thornmere Community NHS Trust"],
        ["Board action tracker, September 2027"],
        ["NO", "PAPER", "ACTION", "LEAD", "TARGET DATE", "NEW DATE", "STATUS/COMMENT"],
        ["12/27", "Finance report", "Paper on agency spend", "MW", "Aug 2027", "Oct 2027", "Not yet due"],
        ["13/27", "Quality", "Falls audit", "YO", "Sept 2027", None, "Complete. Reported on 4 Sept"],
        ["14/27", "Workforce", "Exit interviews", "MW/YO", "Sept 2027", "Nov 2027", "Moved for lack of time"],
        ["15/27", "Estates", "Boiler at Elm House", "JD", day(2027, 12, 31), None, "On hold"],
    ]
    plan = read(workbook(tmp_path / "thornmere.xlsx", "Log", rows, []))
    assert [(a.ref, a.recommendation, a.leads, a.status, a.comments) for a in plan.actions] == [
        ("12/27", "Finance report", ("MW",), ActionStatus.NOT_STARTED, ""),
        ("13/27", "Quality", ("YO",), ActionStatus.COMPLETE, "Reported on 4 Sept"),
        ("14/27", "Workforce", ("MW", "YO"), ActionStatus.NOT_STARTED, "Moved for lack of time"),
        ("15/27", "Estates", ("JD",), ActionStatus.ON_HOLD, ""),
    ]
    assert [action.forecast and action.forecast.words for action in plan.actions] == [
        "Oct 2027",
        None,
        "Nov 2027",
        None,
    ]
    assert [doubt.kind for doubt in plan.doubts] == [DoubtKind.NOT_IN_LEAD_LIST] * 3


def test_the_json_has_every_field(tmp_path: Path) -> None:
    path = tmp_path / "harbour.csv"
    path.write_bytes(HARBOUR.encode())
    said = as_json(read(path))
    assert said["plan"] == {"title": "Delivery plan 2027/28 – agreed 3 March 2027"}
    assert said["themes"][0] == {"ref": "1", "title": "Places"}
    assert said["actions"][0] == {
        "ref": "1",
        "theme": "1",
        "recommendation": "",
        "text": "Fit barriers on Harbour Bridge",
        "leads": ["Anneke Dufour"],
        "timescale": {
            "words": "30/09/2027",
            "start": "2027-09-30",
            "end": "2027-09-30",
            "precision": "day",
        },
        "forecast": None,
        "status": "not_started",
        "status_text": "",
        "rag": "amber",
        "comments": "Chosen; works slip",
        "outcome": "Safer bridge",
        "row": 6,
        "repeats": "",
        "waits_for": [],
    }
    assert said["people"][0] == {"name": "Anneke Dufour", "organisations": ["Harbour Vale Council"]}
    assert said["meetings"] == []
    assert said["doubts"][0]["row"] == 10
    assert said["actions"][3]["timescale"] is None


@pytest.fixture
def at_a_terminal(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a plan in it and a record of its own."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{tmp_path / 'record.db'}")
    (tmp_path / "plan.csv").write_text("Ref,Action,Lead,Due\n1.1,Write,S Okoro,May 2099\n", encoding="utf-8")
    return tmp_path / "plan.csv"


Ask = Callable[[str], None]


@pytest.fixture
def answering(monkeypatch: pytest.MonkeyPatch) -> Ask:
    """Sets what the person types when asked."""
    return lambda words: monkeypatch.setattr("sys.stdin", io.StringIO(words))


def titles() -> list[tuple[str, str]]:
    """Every plan on record, and whose it is."""
    with open_office() as office, office.work(read_only=True) as work:
        return [(plan.title, work.partnerships.get(plan.partnership_id).name) for plan in work.plans.all()]


def test_a_nation_is_said_once(at_a_terminal: Path) -> None:
    import_plan(at_a_terminal, partnership="Strathmore", nation="scotland", yes=True)
    import_plan(at_a_terminal, partnership="Strathmore", yes=True)
    with pytest.raises(typer.BadParameter, match="bank holidays of Scotland already"):
        import_plan(at_a_terminal, partnership="Strathmore", nation="wales", yes=True)
    assert titles() == [("plan", "Strathmore")] * 2
    with open_office() as office, office.work(read_only=True) as work:
        assert [one.nation for one in work.partnerships.all()] == ["scotland"]


def test_a_dry_run_saves_nothing(at_a_terminal: Path, capsys: pytest.CaptureFixture[str]) -> None:
    import_plan(at_a_terminal, dry_run=True)
    assert "1 action" in capsys.readouterr().out
    assert titles() == []


def test_json_alone_saves_nothing(at_a_terminal: Path, capsys: pytest.CaptureFixture[str]) -> None:
    import_plan(at_a_terminal, json=True)
    assert json.loads(capsys.readouterr().out)["actions"][0]["ref"] == "1.1"
    assert titles() == []


def test_json_with_yes_saves_and_prints_only_json(
    at_a_terminal: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    import_plan(at_a_terminal, json=True, yes=True, partnership="Larkmere")
    assert json.loads(capsys.readouterr().out)["plan"] == {"title": "plan"}
    assert titles() == [("plan", "Larkmere")]


def test_a_plan_without_a_partnership_goes_to_the_only_one_or_makes_its_own(
    at_a_terminal: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    import_plan(at_a_terminal, yes=True)
    import_plan(at_a_terminal, yes=True)
    assert titles() == [("plan", "plan"), ("plan", "plan")]
    assert "Saved as a draft: plan, 1 action, for plan." in capsys.readouterr().out


def test_saying_no_saves_nothing(
    at_a_terminal: Path, answering: Ask, capsys: pytest.CaptureFixture[str]
) -> None:
    answering("n\n")
    import_plan(at_a_terminal)
    assert capsys.readouterr().out.endswith("Nothing was saved.\n")
    assert titles() == []


def test_saying_yes_saves(at_a_terminal: Path, answering: Ask) -> None:
    answering("y\n")
    import_plan(at_a_terminal, partnership="Larkmere")
    assert titles() == [("plan", "Larkmere")]


def test_a_file_that_cannot_be_read_ends_in_a_sentence(
    at_a_terminal: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(PlanUnreadable, match="There is no file"):
        import_plan(at_a_terminal.parent / "nothing.csv")
    assert capsys.readouterr().out == ""


def test_a_file_of_meetings_goes_into_the_calendar_of_a_partnership_there_is(
    at_a_terminal: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    dates = at_a_terminal.parent / "dates.csv"
    dates.write_text("Meeting,Date,Papers due\nBoard,4 May 2099,23 April 2099\n", encoding="utf-8")
    with pytest.raises(typer.BadParameter, match="Say whose they are"):
        import_plan(dates, yes=True, partnership="Larkmere")
    import_plan(at_a_terminal, yes=True, partnership="Larkmere")
    for _ in range(2):
        import_plan(dates, yes=True, partnership="Larkmere")
    said = capsys.readouterr().out
    assert "Larkmere: 1 meeting added, 0 changed, 0 known already." in said
    assert "Larkmere: 0 meetings added, 0 changed, 1 known already." in said
    assert titles() == [("plan", "Larkmere")]


def test_a_long_import_says_how_far_it_is_where_somebody_looks_on(
    at_a_terminal: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    long = at_a_terminal.parent / "long.csv"
    rows = "".join(
        f"{n},Write letter {n} to everybody on the long list,S Okoro,May 2099\n" for n in range(4_000)
    )
    long.write_text(f"Ref,Action,Lead,Due\n{rows}", encoding="utf-8")
    import_plan(long, dry_run=True)
    assert capsys.readouterr().err == ""
    monkeypatch.setattr("sys.stderr.isatty", lambda: True, raising=False)
    import_plan(long, dry_run=True)
    assert capsys.readouterr().err == 'Opening "long.csv" …\n4,001 rows. Reading them as a plan …\n'
