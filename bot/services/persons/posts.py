"""Posts that lead actions: who holds one, for how long, or that it is vacant; said by a board officer."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

from bot.card import Act, Answer, Card, Form, FormErrors, Placement
from bot.changes import AuditEvent, Verb
from bot.errors import NotAllowed, NotFound
from bot.language.dates import read_timescale
from bot.language.reading import Conventions
from bot.partnership import Person, PersonId
from bot.permissions import can_run, check_can_run
from bot.phrases import posts as say
from bot.phrases.notices import plain
from bot.plan import Action
from bot.ports import UnitOfWork
from bot.posts import Holding, holding_on
from bot.services.context.notices import notify
from bot.services.context.ordered import Ordered
from bot.services.context.standings import today_of
from bot.services.context.targets import Target
from bot.services.persons.people import partnerships_of

Use = Callable[[UnitOfWork, Person, Target], Answer | Form]
Save = Callable[[UnitOfWork, Person, Target, Mapping[str, str]], Answer | FormErrors]


def on_post(ordered: Ordered) -> Card:
    """ "J Tranter holds Director of Nursing", "J Tranter is interim Director of Nursing until March",
    "hand over Director of Nursing to J Tranter", "Director of Nursing is vacant"."""
    work, order = ordered.work, ordered.order
    post = _post_named(work, order.other)
    if post is None:
        return say.no_such_post(order.other)
    _check(work, ordered.person, post)
    today = _today(work, post)
    until = _until(order.when, today)
    if order.when and until is None:
        return plain(say.not_a_day(order.when), "Nothing has been changed.")
    if not order.words:
        return fill(work, ordered.person, post, None)
    found = work.people.named(order.words)
    if len(found) != 1 or found[0].is_post:
        return say.nobody_called(order.words, post.name)
    is_interim = order.is_interim or until is not None
    return fill(work, ordered.person, post, found[0], until=until, is_interim=is_interim)


def fill(
    work: UnitOfWork,
    actor: Person,
    post: Person,
    holder: Person | None,
    *,
    until: date | None = None,
    is_interim: bool = False,
) -> Card:
    """Say who holds a post from today, or that nobody does; what it leads stays the post's."""
    _check(work, actor, post)
    today = _today(work, post)
    before = holding_on(work.posts.all(), post.id, today)
    holder_id = holder.id if holder is not None else None
    work.posts.fill(
        post.id, holder_id, actor.id, work.now, from_on=today, until_on=until, is_interim=is_interim
    )
    values: dict[str, object] = {
        "holder": holder_id,
        "interim": is_interim,
        "until": until.isoformat() if until is not None else None,
    }
    for partnership in partnerships_of(work, post.id):
        event = AuditEvent(partnership.id, Verb.POST_FILLED, actor.id, f"person:{post.id}", values)
        work.audit.append(event, work.now)
    if holder is not None:
        _tell(work, holder, "holds_post", {"post": post.id})
    if before is not None and before.holder_id is not None and before.holder_id != holder_id:
        _tell(work, work.people.get(before.holder_id), "held_post", {"post": post.id, "by": actor.id})
    refs = [action.ref for action in led_by_post(work, post.id)]
    if holder is None:
        return say.vacant(post.name, refs)
    held = say.Held(post.name, holder.name, until, is_interim=is_interim)
    return say.filled(held, refs, reached=holder.external_id is not None)


def led_by_post(work: UnitOfWork, post_id: PersonId) -> tuple[Action, ...]:
    """The open actions a post leads, in plans that are live or being set up."""
    return tuple(
        action
        for plan in work.plans.all()
        for action in plan.actions
        if action.status.is_open and any(lead.person_id == post_id for lead in action.leads)
    )


def held_posts(work: UnitOfWork, plan_leads: Mapping[PersonId, Person], today: date) -> list[str]:
    """Every post among these leads with who holds it, a line each."""
    known = work.posts.all()
    return [
        say.line(_held(work, post, holding_on(known, post.id, today)))
        for post in plan_leads.values()
        if post.is_post
    ]


def _held(work: UnitOfWork, post: Person, holding: Holding | None) -> say.Held:
    if holding is None:
        return say.Held(post.name, post.name if post.external_id else None, None, is_said=False)
    holder = work.people.get(holding.holder_id).name if holding.holder_id is not None else None
    return say.Held(post.name, holder, holding.until_on, is_interim=holding.is_interim)


def told(work: UnitOfWork, subject: Mapping[str, object]) -> Card:
    """What whoever holds a post, or held it, is told."""
    post = work.people.get(PersonId(int(str(subject["post"]))))
    refs = [action.ref for action in led_by_post(work, post.id)]
    if subject["say"] == "holds_post":
        return say.to_holder(post.name, refs)
    return say.to_last_holder(post.name, work.people.get(PersonId(int(str(subject["by"])))).name)


def _tell(work: UnitOfWork, reader: Person, what: str, subject: dict[str, object]) -> None:
    if reader.is_active:
        key = f"post:{subject['post']}:{what}:{work.now.isoformat()}"
        notify(work, None, reader, key, {"say": what, **subject})


def _post_named(work: UnitOfWork, name: str) -> Person | None:
    return next((one for one in work.people.named(name) if one.is_post), None)


def _check(work: UnitOfWork, actor: Person, post: Person) -> None:
    """Raise unless the actor runs a partnership in which the post leads something."""
    concerned = partnerships_of(work, post.id)
    if not any(can_run(actor, one) for one in concerned):
        for partnership in concerned:
            check_can_run(actor, partnership, work.people.get)
        raise NotAllowed("run", post.name)


def _today(work: UnitOfWork, post: Person) -> date:
    return max((today_of(work, one) for one in partnerships_of(work, post.id)), default=work.now.date())


def _until(words: str, today: date) -> date | None:
    said = read_timescale(words, today, Conventions()) if words else None
    return said.end if said is not None and said.end >= today else None


def on_fill(work: UnitOfWork, person: Person, target: Target) -> Form:
    """Asks who holds a post."""
    post = _of(work, target)
    _check(work, person, post)
    return say.form(int(post.id), post.name)


def save_fill(
    work: UnitOfWork, person: Person, target: Target, answers: Mapping[str, str]
) -> Answer | FormErrors:
    """The holder of this name, for good or until a day."""
    post, name, when = _of(work, target), answers.get("name", "").strip(), answers.get("until", "").strip()
    found = work.people.named(name) if name else ()
    if len(found) != 1 or found[0].is_post:
        return FormErrors({"name": say.unknown(name)})
    until = _until(when, _today(work, post))
    if when and until is None:
        return FormErrors({"until": say.not_a_day(when)})
    card = fill(work, person, post, found[0], until=until, is_interim=until is not None)
    return Answer(card, Placement.REPLACE)


def on_vacant(work: UnitOfWork, person: Person, target: Target) -> Answer:
    """Nobody holds it."""
    return Answer(fill(work, person, _of(work, target), None), Placement.REPLACE)


def _of(work: UnitOfWork, target: Target) -> Person:
    post = work.people.get(target.person) if target.person is not None else None
    if post is None or not post.is_post:
        raise NotFound("the post this button was for")
    return post


USES: dict[Act, Use] = {Act.FILL_POST: on_fill, Act.POST_VACANT: on_vacant}
"""What each tap does. The right to run the partnership is asked every time."""

SAVES: dict[Act, Save] = {Act.FILL_POST: save_fill}
"""What sending the form does."""
