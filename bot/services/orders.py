"""Orders in words: which use case each is, and which action it is about."""

from __future__ import annotations

from collections.abc import Callable

from bot.card import Card
from bot.commands import Name
from bot.conversation import MessageId
from bot.orders import Order, OrderKind, order_in
from bot.partnership import Partnership, Person
from bot.permissions import can_run
from bot.phrases import setting_up
from bot.plan import ActionPlan
from bot.ports import UnitOfWork
from bot.services import officer_words, set_rhythm, set_setting
from bot.services.arrangements import bodies, calendar_orders, workstreams
from bot.services.arrangements.bodies import speaks_of_a_body
from bot.services.arrangements.setting_up import drafts_of
from bot.services.asks import pause_plan
from bot.services.context.closed_plans import closed_card, closed_meant
from bot.services.context.ordered import Ordered
from bot.services.context.view import View, view_of
from bot.services.governance import (
    ask_now,
    asking_views,
    capture,
    close_recommendation,
    forward,
    minutes,
    ordering_time,
    recording_outcomes,
    standing_orders,
    unblocking,
    views_so_far,
)
from bot.services.persons import hand_over, leaving, people_orders, posts, seats, zones
from bot.services.plans import (
    amend,
    amend_leads,
    close_plan,
    plan_orders,
    put_in_workstream,
    reopen_plan,
)
from bot.services.reports import outcomes
from bot.services.rounds import ask_by_email, chasing, lead_list, officer_round, snoozing
from bot.services.standing import meanings, sharing
from bot.services.updates import waits

Use = Callable[[Ordered], Card]

USES: dict[OrderKind, Use] = {
    OrderKind.MORE_TIME: ordering_time.on_more_time,
    OrderKind.TAKE_BACK_TIME: ordering_time.on_take_back,
    OrderKind.GRANT_TIME: ordering_time.on_grant,
    OrderKind.REFUSE_TIME: ordering_time.on_refuse,
    OrderKind.PUT_TO_BOARD: ordering_time.on_put_to_board,
    OrderKind.DECIDE: ordering_time.on_decide,
    OrderKind.ASK_GROUP: unblocking.on_ask_group,
    OrderKind.ASK_UPDATE: ask_now.on_ask,
    OrderKind.GROUP_ANSWER: unblocking.on_group_answer,
    OrderKind.SET_GROUP: unblocking.on_set_group,
    OrderKind.TAKE_BLOCKER: unblocking.on_take,
    OrderKind.CLEARED: unblocking.on_cleared,
    OrderKind.HELP_FROM: unblocking.on_help_from,
    OrderKind.SUPERSEDE: standing_orders.on_supersede,
    OrderKind.WITHDRAW: standing_orders.on_withdraw,
    OrderKind.HOLD: standing_orders.on_hold,
    OrderKind.RESUME: standing_orders.on_resume,
    OrderKind.REOPEN: standing_orders.on_reopen,
    OrderKind.ACCEPT: standing_orders.on_accept,
    OrderKind.WAITING_OVER: waits.on_waiting_over,
    OrderKind.WAIT_DECISION: waits.on_wait_decision,
    OrderKind.WAIT_ACTION: waits.on_wait_action,
    OrderKind.TOLERANCE: plan_orders.on_tolerance,
    OrderKind.SCALE: plan_orders.on_scale,
    OrderKind.RECUR: plan_orders.on_recur,
    OrderKind.OUTCOME: recording_outcomes.on_outcome,
    OrderKind.OUTCOMES: outcomes.on_outcomes,
    OrderKind.PROMISE: forward.on_promise,
    OrderKind.RECORD_DECISION: capture.on_decision,
    OrderKind.NEW_ACTION: capture.on_new_action,
    OrderKind.ADD_TO_PLAN: amend.on_add,
    OrderKind.SPLIT: amend.on_split,
    OrderKind.MERGE: amend.on_merge,
    OrderKind.RENUMBER: amend.on_renumber,
    OrderKind.NEW_LEAD: amend_leads.on_new_lead,
    OrderKind.JOIN_LEAD: amend_leads.on_join_lead,
    OrderKind.LEAVE_LEAD: amend_leads.on_leave_lead,
    OrderKind.REWORD: amend.on_reword,
    OrderKind.TO_THEME: amend.on_to_theme,
    OrderKind.HEADING: amend.on_heading,
    OrderKind.SET_AGREED: amend.on_set_agreed,
    OrderKind.SETTING: set_setting.on_setting,
    OrderKind.RISK: standing_orders.on_risk,
    OrderKind.CORRECT: plan_orders.on_correct,
    OrderKind.DEPUTY: people_orders.on_deputy,
    OrderKind.AWAY: people_orders.on_away,
    OrderKind.BACK: people_orders.on_back,
    OrderKind.HAND_OVER: hand_over.on_hand_over,
    OrderKind.SNOOZE: snoozing.on_snooze,
    OrderKind.POST: posts.on_post,
    OrderKind.WORKS_IN: zones.on_works_in,
    OrderKind.ROUND: officer_round.on_round,
    OrderKind.ASK_BY_EMAIL: ask_by_email.on_ask_by_email,
    OrderKind.SHARE: sharing.on_share_words,
    OrderKind.PAUSE_PLAN: pause_plan.on_pause,
    OrderKind.RESUME_PLAN: pause_plan.on_resume,
    OrderKind.CLOSE_PLAN: close_plan.on_close_plan,
    OrderKind.KEEP_OPEN: close_plan.on_do_not_close,
    OrderKind.REOPEN_PLAN: reopen_plan.on_reopen_plan,
    OrderKind.END_ACTIONS: close_plan.on_end_actions,
    OrderKind.CLOSE_RECOMMENDATION: close_recommendation.on_close_recommendation,
    OrderKind.LEAD_LIST: lead_list.on_lead_list,
    OrderKind.MINUTES: minutes.on_minutes,
    OrderKind.LEAST_MEETINGS: bodies.on_least_meetings,
    OrderKind.DISTRIBUTION: bodies.on_distribution,
    OrderKind.SEAT: seats.on_seat,
    OrderKind.MEMBERS: seats.on_members,
    OrderKind.WORKSTREAM: put_in_workstream.on_workstream,
    OrderKind.WORKSTREAM_CHANNEL: workstreams.on_channel,
    OrderKind.WORKSTREAM_MARKING: workstreams.on_marking,
    OrderKind.WORKSTREAM_GROUP: workstreams.on_group,
    OrderKind.WORKSTREAMS: workstreams.on_workstreams,
    OrderKind.SPEAKS_FOR: seats.on_speaks_for,
    OrderKind.ASK_VIEWS: asking_views.on_ask_views,
    OrderKind.VIEWS: views_so_far.on_views,
    **dict.fromkeys(calendar_orders.KINDS, calendar_orders.on_calendar),
    OrderKind.LEFT: leaving.on_left,
    OrderKind.GOES_TO: amend_leads.on_new_lead,
    OrderKind.REMIND: chasing.on_remind,
    OrderKind.WHO_WAITS: officer_round.on_round,
    OrderKind.RHYTHM: set_rhythm.on_rhythm,
    OrderKind.SEND_PACK: lambda ordered: officer_words.said(
        ordered.work, ordered.person, Name.PREVIEW, "pack"
    ),
    OrderKind.DELETE_PLAN: plan_orders.on_delete,
    OrderKind.TIME_GIVEN: ordering_time.on_given,
    OrderKind.MEANING: meanings.on_meaning,
}
"""What each order does. Every right is checked there, when it happens."""


OF_NO_LIVE_PLAN = (
    *(OrderKind.REOPEN_PLAN, OrderKind.AWAY, OrderKind.BACK, OrderKind.DEPUTY, OrderKind.VIEWS),
)
"""What can be ordered although every plan one sees is closed."""


OF_DRAFTS = frozenset(
    {
        *(OrderKind.ADD_TO_PLAN, OrderKind.SPLIT, OrderKind.MERGE, OrderKind.RENUMBER, OrderKind.CORRECT),
        *(OrderKind.NEW_LEAD, OrderKind.JOIN_LEAD, OrderKind.LEAVE_LEAD),
        *(OrderKind.REWORD, OrderKind.TO_THEME, OrderKind.HEADING),
        *(OrderKind.WORKSTREAM, OrderKind.WORKSTREAM_CHANNEL, OrderKind.WORKSTREAM_MARKING),
        *(OrderKind.WORKSTREAM_GROUP, OrderKind.WORKSTREAMS),
    }
)
"""What its officer may also order of a plan that is not live yet."""


OF_A_BODY = frozenset(
    {
        *(OrderKind.LEAST_MEETINGS, OrderKind.DISTRIBUTION),
        *(OrderKind.SEAT, OrderKind.MEMBERS, OrderKind.SPEAKS_FOR),
    }
)
"""What is an order only where it names a body there is: "members agreed the draft" is an update."""


OF_A_WORKSTREAM = frozenset(
    {
        *(OrderKind.WORKSTREAM, OrderKind.WORKSTREAM_CHANNEL, OrderKind.WORKSTREAM_MARKING),
        *(OrderKind.WORKSTREAM_GROUP, OrderKind.WORKSTREAMS),
    }
)
"""What is an order where it says so or names a workstream: "2.7 belongs to the trust now" is an update."""

OF_THE_OFFICERS = frozenset(
    {
        *(OrderKind.LEFT, OrderKind.GOES_TO, OrderKind.WHO_WAITS, OrderKind.RHYTHM),
        *(OrderKind.SEND_PACK, OrderKind.TIME_GIVEN),
    }
)
"""What is an order from somebody who runs a board: from a lead "2.7 was extended to May" is an update."""

PERHAPS = OF_A_BODY | OF_A_WORKSTREAM | OF_THE_OFFICERS | calendar_orders.KINDS | {OrderKind.MEANING}
"""What is put like an order and may be none, so that it is read as well."""


def is_meant(work: UnitOfWork, person: Person, view: View, order: Order) -> bool:
    """Whether what is put like an order is one here."""
    if order.kind in calendar_orders.KINDS:
        return calendar_orders.speaks_of_a_meeting(work, view, person, order)
    if order.kind in OF_THE_OFFICERS:
        return _is_the_officers(work, person, view, order)
    if order.kind is OrderKind.MEANING:
        return meanings.is_known(order.words)
    if order.kind in OF_A_WORKSTREAM:
        whole = View((*view.plans, *drafts_in_view(work, person)))
        return workstreams.speaks_of_a_workstream(work, person, whole, order)
    return order.kind not in OF_A_BODY or speaks_of_a_body(work, view, order)


def _is_the_officers(work: UnitOfWork, person: Person, view: View, order: Order) -> bool:
    if not any(can_run(person, one) for _, one in view.plans):
        return False
    return order.kind is not OrderKind.LEFT or bool(work.people.named(order.other))


def carry_out(
    work: UnitOfWork,
    person: Person,
    text: str,
    *,
    channel: str | None,
    message_id: MessageId | None,
    channels: tuple[tuple[str, str], ...] = (),
) -> Card | None:
    """Do what an order says and answer it; None when the text is none. `channels` are those the text names,
    with their ids. Raises what explains itself."""
    order = order_in(text)
    if order is None:
        return None
    view = view_of(work, person, channel)
    if not is_meant(work, person, view, order):
        return None
    drafts = () if _is_of_live(view, order) else drafts_in_view(work, person)
    if drafts and order.kind in OF_DRAFTS:
        view = View((*view.plans, *drafts))
    elif drafts and any(plan.action(order.ref) is not None for plan, _ in drafts):
        return setting_up.not_in_a_draft(order.ref, drafts[0][0].title)
    closed = closed_meant(work, person, text, view) if not view.plans else None
    if closed is not None and order.kind not in OF_NO_LIVE_PLAN:
        return closed_card(work, closed, person)
    return USES[order.kind](Ordered(work, person, order, view, message_id, channels))


def _is_of_live(view: View, order: Order) -> bool:
    """Whether an order names an action of a live plan, which goes before a draft's of the same number."""
    numbers = order.words if order.kind is OrderKind.WORKSTREAM else ""
    return bool(view.with_ref(order.ref) or (numbers and view.named_in(numbers)))


def drafts_in_view(work: UnitOfWork, person: Person) -> tuple[tuple[ActionPlan, Partnership], ...]:
    """The drafts this person runs, as a view has them."""
    return tuple((plan, work.partnerships.get(plan.partnership_id)) for plan in drafts_of(work, person))
