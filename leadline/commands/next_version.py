"""`leadline import FILE --into PLAN`: a later version of a plan's document against the record."""

from __future__ import annotations

import json as json_text
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import typer

from bot.draft import DraftPlan
from bot.partnership import PersonId
from bot.patient_data import holds_nhs_number
from bot.phrases import versions as phrases
from bot.plan import ActionPlan
from bot.ports import UnitOfWork
from bot.services.plans.take_version import difference, live_version_of, take_version
from bot.stored import stored_timescale
from bot.versions.difference import Difference
from bot.versions.matching import ref_key
from bot.versions.taking import OF_DATES, OF_GONE, Answer, Answers, Ruling
from leadline.commands.export_plan import the_plan
from leadline.commands.typed import ask, refused
from leadline.office import open_office


def next_version(
    name: str,
    draft: DraftPlan,
    into: str,
    *,
    answers: Path | None = None,
    by: str | None = None,
    dry_run: bool = False,
    json: bool = False,
    yes: bool = False,
) -> None:
    """Tell what differs, ask what must be asked, and take the version in once it is said.

    Without `yes` every date that differs and every action that is gone is asked about. With it nothing is
    asked: dates stay as the record has them, and nothing is withdrawn, unless `answers` says so.
    """
    given = read_answers(answers) if answers else Answers()
    with open_office() as office:
        with office.work(read_only=True) as work:
            plan = the_plan(work, into)
            found = difference(work, plan, draft)
        told = json_text.dumps(as_json(found), ensure_ascii=False, indent=2)
        typer.echo(told if json else phrases.report(name, found))
        if dry_run or (json and not yes) or found.is_empty:
            return
        if not yes:
            given = _asked(found, given)
            if not typer.confirm(phrases.TAKE_IT):
                typer.echo(phrases.NOT_TAKEN)
                return
        with office.work() as work:
            told = _take(work, plan, draft, given, name, by)
    if not json:
        typer.echo(told)


def offered(name: str, draft: DraftPlan) -> str | None:
    """The live plan that the file looks like a later version of, if somebody wants to see it so."""
    with open_office() as office, office.work(read_only=True) as work:
        plan = live_version_of(work, draft)
    if plan is None:
        return None
    is_wanted = typer.confirm(
        f"“{plan.title}” is live, and {name} looks like its next version. Compare it with the record?",
        default=True,
    )
    return plan.title if is_wanted else None


def _take(
    work: UnitOfWork, plan: ActionPlan, draft: DraftPlan, answers: Answers, name: str, by: str | None
) -> str:
    fresh = work.plans.get(plan.id)
    found, taking = take_version(work, fresh, draft, answers, name, _officer(work, fresh, by))
    open_dates = sum(answers.of_date(line.action).ruling is Ruling.KEEP for line, _ in found.dated)
    open_gone = sum(answers.of_gone(action).ruling is Ruling.KEEP for action in found.gone)
    return phrases.taken(plan.title, found, taking, open_dates, open_gone)


def _officer(work: UnitOfWork, plan: ActionPlan, by: str | None) -> PersonId | None:
    """Who answers for it: the board officer named, else the only one there is."""
    officers = work.partnerships.get(plan.partnership_id).officers
    if by is None:
        return officers[0] if len(officers) == 1 else None
    people = work.people.named(by)
    if not people:
        raise typer.BadParameter(f"I know nobody called {by}. Nothing was changed.", param_hint="--by")
    return people[0].id


def _asked(found: Difference, given: Answers) -> Answers:
    """The answers, with those to every question that none was given for."""
    dates, gone = dict(given.dates), dict(given.gone)
    for line, one in found.dated:
        key = ref_key(line.action.ref)
        if key not in dates:
            dates[key] = _answer(phrases.date_question(line.action, one), OF_DATES)
    for action in found.gone:
        key = ref_key(action.ref)
        if key not in gone:
            gone[key] = _answer(phrases.gone_question(action), OF_GONE)
    return Answers(dates, gone)


def _answer(question: str, choices: Sequence[Ruling]) -> Answer:
    typer.echo(question)
    for number, ruling in enumerate(choices, start=1):
        typer.echo(f"  {number}  {phrases.RULINGS[ruling]}")
    number = 0
    while not 1 <= number <= len(choices):
        number = typer.prompt("Which", type=int, default=len(choices))
    ruling = choices[number - 1]
    words = ""
    if ruling is Ruling.AGREED:
        words = ask(phrases.MINUTE, default="")
    elif ruling is Ruling.WITHDRAWN:
        words = ask(phrases.REASON)
    return Answer(ruling, words)


def read_answers(path: Path) -> Answers:
    """Answers from a JSON file: {"dates": {"2.7a": {"is": "agreed", "words": "minute 6.2"}}, "gone": {…}}."""
    try:
        raw = json_text.loads(path.read_text(encoding="utf-8"))
        return Answers(_answers(raw.get("dates", {}), OF_DATES), _answers(raw.get("gone", {}), OF_GONE))
    except (OSError, ValueError, AttributeError, KeyError, TypeError) as error:
        raise typer.BadParameter(
            'Answers are JSON such as {"dates": {"2.7a": {"is": "agreed", "words": "minute 6.2"}}, '
            '"gone": {"5.4": {"is": "withdrawn", "words": "merged with 5.2"}}}. Nothing was changed.',
            param_hint="--answers",
        ) from error


def _answers(raw: Mapping[str, Any], allowed: Sequence[Ruling]) -> dict[str, Answer]:
    found = {}
    for ref, said in raw.items():
        told = {"is": said} if isinstance(said, str) else said
        answer = Answer(Ruling(told["is"]), str(told.get("words", "")))
        if answer.ruling not in allowed:
            raise ValueError(f"{answer.ruling} is no answer to that")
        if answer.ruling is Ruling.WITHDRAWN and not answer.words.strip():
            raise ValueError("an action is withdrawn for a reason")
        if holds_nhs_number(answer.words):
            raise typer.BadParameter(refused(), param_hint="--answers")
        found[ref_key(ref)] = answer
    return found


def as_json(found: Difference) -> dict[str, Any]:
    """What differs, as values for JSON."""
    return {
        "plan": found.plan.title,
        "is_same": found.is_empty,
        "same": sum(line.is_same for line in found.lines),
        "new": [
            {"ref": one.ref, "text": one.text or one.recommendation, "row": one.row} for one in found.new
        ],
        "gone": [{"ref": one.ref, "text": one.title} for one in found.gone],
        "renumbered": [
            {"was": line.action.ref, "now": line.draft.ref} for line in found.lines if line.is_renumbered
        ],
        "reworded": [
            {"ref": line.action.ref, "fields": list(line.words)} for line in found.lines if line.words
        ],
        "regrouped": [line.action.ref for line in found.lines if line.is_regrouped],
        "leads": [
            {
                "ref": line.action.ref,
                "was": [lead.name for lead in line.action.leads],
                "now": list(line.leads),
            }
            for line in found.lines
            if line.leads is not None
        ],
        "dates": [
            {
                "ref": line.action.ref,
                "column": one.column.value,
                "was": stored_timescale(one.was),
                "now": stored_timescale(one.now),
            }
            for line, one in found.dated
        ],
        "standing": [
            {
                "ref": line.action.ref,
                "status": line.standing.status.value,
                "rag": line.standing.rag.value if line.standing.rag else None,
                "kept_mine": line.standing.is_older,
            }
            for line in found.lines
            if line.standing is not None
        ],
        "joined": [
            {"one": one.one, "parts": list(one.parts), "is_merged": one.is_merged} for one in found.joined
        ],
    }
