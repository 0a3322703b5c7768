"""A plan's pictures outside its papers: on the Home of whoever sees all of it, and as files they ask for."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from bot.card import Answer, Card, Line, Placement, Shown
from bot.card_files import PictureFile
from bot.errors import NotFound
from bot.pack import Pack, PlanInPack
from bot.pack_lines import PackLine
from bot.papers.picture_kinds import PictureKind, Size, picture_of
from bot.papers.pictures import History, Picture, rag_strip
from bot.partnership import Meeting, Partnership, Person, PersonId
from bot.permissions import actions_shown
from bot.phrases import charts as say
from bot.phrases import dates
from bot.picture_pass import PictureDoor, PicturePass, good_until
from bot.plan import ActionPlan, PlanId
from bot.ports import UnitOfWork
from bot.services.context.notices import notify
from bot.services.context.standings import plan_name, standing_of, today_of
from bot.services.context.targets import Target
from bot.services.context.view import view_of
from bot.services.reports.final_pack import NO_MEETING
from bot.services.reports.past_colours import past_colours
from bot.timescale import Timescale

MOST_ACTIONS = 1_000
"""The history of a larger plan is read when its pictures are asked for as files, not whenever a Home is
opened: its Home has the picture that needs no history, of the worst actions."""
MOST_ROWS = 5
"""As many actions as a Home tells the colours of in words."""


@dataclass(frozen=True, slots=True)
class _Whole:
    """A plan that somebody sees all of, with its pictures; `as_told` is what it is called."""

    plan: ActionPlan
    partnership: Partnership
    pack: Pack
    history: History
    as_told: str
    pictures: Mapping[PictureKind, Picture]


def on_home(
    work: UnitOfWork, person: Person, plan: ActionPlan, partnership: Partnership, door: PictureDoor | None
) -> Card | None:
    """How the colours went, in words and shapes, and the pictures where Slack can fetch them; None where
    there is nothing to show, or not all of the plan is theirs to see."""
    if not _sees_all(person, work.plans.get(plan.id)):
        return None
    found = _whole(work, plan, partnership, Size.HOME)
    is_large = len(plan.actions) > MOST_ACTIONS
    if not found.pictures and not is_large:
        return None
    told = rag_strip(found.pack, found.history, MOST_ROWS)
    shown = tuple(_hung(work, person, found, door)) if door and not plan.is_restricted else ()
    slipped = found.pictures.get(PictureKind.SLIP) if is_large else None
    large = say.of_a_large_plan(slipped.title if slipped else "") if is_large else ""
    return say.on_home(found.as_told, told, shown, f"plan:{plan.id}", large=large)


def _hung(work: UnitOfWork, person: Person, found: _Whole, door: PictureDoor) -> Iterator[Shown]:
    head, until = work.audit.head(found.partnership.id), good_until(work.now)
    for kind, picture in found.pictures.items():
        given = PicturePass(door.workspace_id, found.plan.id, person.id, kind, until, head)
        yield Shown(door.address_of(given), picture.alt, picture.title)


def check_fetched(work: UnitOfWork, given: PicturePass) -> tuple[ActionPlan, Partnership]:
    """Whether the picture of a pass may still be fetched: time has passed since it was offered. Raises
    `NotFound`; nothing of a restricted plan is ever fetched from outside."""
    plan, partnership = _in_view(work, work.people.get(given.person_id), given.plan_id)
    if plan.is_restricted:
        raise NotFound("the picture")
    return plan, partnership


def fetched(work: UnitOfWork, given: PicturePass) -> Picture:
    """The picture of a pass, as the plan stands. Raises as `check_fetched` does."""
    return _picture(work, *check_fetched(work, given), given.kind, Size.HOME)


def as_file(work: UnitOfWork, file: PictureFile) -> tuple[Picture, str]:
    """A picture that goes to somebody as a file, and its name. The right is asked when it leaves."""
    person = work.people.get(PersonId(file.person_id))
    plan, partnership = _in_view(work, person, PlanId(file.plan_id))
    kind = PictureKind(file.kind)
    plain = "".join(mark if mark.isascii() and mark.isalnum() else " " for mark in plan.title.casefold())
    return _picture(
        work, plan, partnership, kind, Size.FILE
    ), f"{'-'.join(plain.split())[:60]}-{kind.value}.png"


def on_show_charts(work: UnitOfWork, person: Person, target: Target) -> Answer:
    """The pictures, in the person's direct messages."""
    if target.plan is None:
        raise NotFound("the plan this button was for")
    plan, partnership = _in_view(work, person, target.plan)
    key = f"charts:{plan.id}:{person.id}:{work.now.isoformat()}"
    subject: dict[str, object] = {"say": "charts", "plan": int(plan.id), "person": int(person.id)}
    notify(work, partnership, person, key, subject)
    return Answer(say.on_their_way(), Placement.PRIVATE)


def _card(work: UnitOfWork, subject: Mapping[str, object]) -> Card:
    person = work.people.get(PersonId(int(str(subject["person"]))))
    plan, partnership = _in_view(work, person, PlanId(int(str(subject["plan"]))))
    found = _whole(work, plan, partnership, Size.FILE)
    files = tuple(PictureFile(int(plan.id), int(person.id), kind.value) for kind in found.pictures)
    titles = tuple(Line(picture.title) for picture in found.pictures.values())
    return say.with_files(found.as_told, found.pack.on, titles, files)


CHARTS: dict[str, Callable[[UnitOfWork, Mapping[str, object]], Card]] = {"charts": _card}


def _in_view(work: UnitOfWork, person: Person, plan_id: PlanId) -> tuple[ActionPlan, Partnership]:
    for plan, partnership in view_of(work, person).plans:
        if plan.id == plan_id and _sees_all(person, work.plans.get(plan_id)):
            return plan, partnership
    raise NotFound("the plan this button was for")


def _sees_all(person: Person, plan: ActionPlan) -> bool:
    """Of the plan as it is on record: the one in a guest's view has been cut to what is theirs."""
    return len(actions_shown(person, plan)) == len(plan.actions)


def _picture(
    work: UnitOfWork, plan: ActionPlan, partnership: Partnership, kind: PictureKind, size: Size
) -> Picture:
    found = _whole(work, plan, partnership, size).pictures.get(kind)
    if found is None:
        raise NotFound("the picture")
    return found


def _whole(work: UnitOfWork, plan: ActionPlan, partnership: Partnership, size: Size) -> _Whole:
    today = today_of(work, partnership)
    pack = Pack(
        name=partnership.name,
        meeting=Meeting(
            NO_MEETING, partnership.id, "", Timescale.of_day(today, dates.day_with_year(today)), None, None
        ),
        as_at=work.now,
        on=today,
        since=None,
        plans=(PlanInPack(plan.id, plan.title, plan.classification),),
        lines=tuple(PackLine(one) for one in standing_of(work, partnership, (plan,), work.now)),
    )
    is_looked_back_on = size is not Size.HOME or len(plan.actions) <= MOST_ACTIONS
    history = past_colours(work, partnership, pack) if is_looked_back_on else History()
    made = {kind: picture_of(kind, pack, history, size) for kind in PictureKind}
    pictures = {kind: picture for kind, picture in made.items() if picture is not None}
    return _Whole(plan, partnership, pack, history, plan_name(work, partnership, plan), pictures)
