"""Taps and forms: each act has one use case, looked up in a table."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from bot.card import Act, Answer, Form, FormErrors, Placement
from bot.errors import AlreadySettled, IdentityTaken, NotAllowed, NotFound, PaperUnmade, PlanClosed
from bot.partnership import Person
from bot.patient_data import holds_nhs_number
from bot.phrases import forms, setting_up
from bot.phrases import help as help_words
from bot.ports import UnitOfWork
from bot.services import home, press_asked, press_update
from bot.services.arrangements import calendar_confirmed, settings
from bot.services.context.in_view import check_in_view
from bot.services.context.refusing import refused
from bot.services.context.targets import Target, target_of
from bot.services.governance import press_board, press_governed
from bot.services.persons import hand_over, leaver_card, posts, press_absence, press_delivery
from bot.services.plans import (
    going_on,
    press_amendment,
    press_import,
    press_live,
    press_plan,
    press_version,
    take_office,
    who_is_who,
)
from bot.services.reports import charts
from bot.services.rounds import press_round, snoozing
from bot.services.standing import sharing
from bot.services.updates import correcting

Use = Callable[[UnitOfWork, Person, Target], Answer | Form]
Save = Callable[[UnitOfWork, Person, Target, Mapping[str, str]], Answer | FormErrors]

StrangersUse = Callable[[UnitOfWork, str, Target], Answer | Form]


def _by_account(use: StrangersUse) -> Use:
    """What anybody may press, for somebody who is known."""
    return lambda work, person, target: use(work, person.external_id or "", target)


USES: dict[Act, Use] = {
    Act.CONFIRM: press_update.on_confirm,
    Act.EDIT: press_update.on_edit,
    Act.CANCEL: press_update.on_cancel,
    Act.UNDO: press_update.on_undo,
    Act.NOT_WHAT_I_SAID: correcting.on_not_what_i_said,
    Act.WAS_MISREAD: correcting.on_was_misread,
    Act.WORK_GOES_ON: going_on.on_work_goes_on,
    Act.CHOOSE_ACTION: press_update.on_choose_action,
    Act.CHOOSE_DATE: press_update.on_choose_date,
    Act.CHOOSE_PROGRESS: press_update.on_choose_progress,
    Act.SET_RAG: press_update.on_set_rag,
    Act.LEAVE: press_update.on_leave,
    Act.HAND_ON: press_update.on_hand_on,
    Act.NO_CHANGE: press_asked.on_no_change,
    Act.ON_TRACK: press_asked.on_on_track,
    Act.DONE: press_asked.on_done,
    Act.SLIPPING: press_asked.on_slipping,
    Act.IT_IS_THERE: press_delivery.on_it_is_there,
    Act.POST_NOW: press_delivery.on_post_now,
    Act.NEED_HELP: press_asked.on_need_help,
    Act.ALL_NO_CHANGE: press_asked.on_all_no_change,
    Act.OPEN_FORM: press_asked.on_open_form,
    Act.SAVE_FORM: press_asked.on_open_form,
    Act.SHOW_STATUS: press_board.on_show_status,
    Act.LAST_LIST: press_board.on_last_list,
    Act.SHOW_HISTORY: press_board.on_show_history,
    Act.SHARE: sharing.on_share,
    Act.ACCEPT_DONE: press_board.on_accept_done,
    Act.APPROVE_IDENTITY: press_board.on_approve_identity,
    Act.REFUSE_IDENTITY: press_board.on_refuse_identity,
    Act.NOT_ME: press_board.on_not_me,
    Act.SHOW_PRIVACY: press_board.on_show_privacy,
    Act.SHOW_SETUP: press_import.on_show_setup,
    Act.ANSWER_DOUBTS: press_import.on_answer_doubts,
    Act.SEE_DOUBTS: press_import.on_see_doubts,
    Act.TAKE_AS_READ: press_import.on_take_as_read,
    Act.CANCEL_IMPORT: press_import.on_cancel_import,
    Act.DOUBT_AS_READ: press_import.on_doubt_as_read,
    Act.DOUBT_FORM: press_import.on_doubt_form,
    Act.DOUBT_LATER: press_import.on_doubt_later,
    Act.CHECKED: press_import.on_checked,
    Act.TAKE_OFFICE: _by_account(take_office.on_take_office),
    **press_governed.USES,
    **press_absence.USES,
    **press_amendment.USES,
    **press_version.USES,
    **press_round.USES,
    **snoozing.USES,
    **posts.USES,
    **leaver_card.USES,
    Act.HAND_OVER: hand_over.on_choose,
    Act.WHO_IS_WHO: who_is_who.on_who_is_who,
    Act.IS_MEMBER: who_is_who.on_is_member,
    Act.NOT_HERE: who_is_who.on_not_here,
    Act.WHO_LATER: who_is_who.on_who_later,
    Act.SETTINGS: settings.on_settings,
    Act.PREVIEW: press_live.on_preview,
    Act.ASK_GO_LIVE: press_live.on_ask_go_live,
    Act.GO_LIVE: press_live.on_go_live,
    Act.GO_LIVE_SOME: press_live.on_go_live_some,
    Act.GO_LIVE_ALL: press_live.on_go_live_all,
    Act.ARCHIVE: press_live.on_archive,
    **press_plan.USES,
    **calendar_confirmed.USES,
    Act.SHOW_HOME: home.on_show_home,
    Act.SHOW_CHARTS: charts.on_show_charts,
}
"""What each act does. Every right is checked there, when it happens."""

SAVES: dict[Act, Save] = {
    Act.SAVE_FORM: press_asked.save_form,
    Act.DOUBT_FORM: press_import.save_doubt_form,
    Act.SETTINGS: settings.save_settings,
    Act.GO_LIVE_SOME: press_live.save_go_live_some,
    Act.TAKE_OFFICE: lambda work, person, target, answers: take_office.save_office(
        work, person.external_id or "", target, answers
    ),
    Act.WORK_GOES_ON: going_on.save_work_goes_on,
    **press_governed.SAVES,
    **press_absence.SAVES,
    **snoozing.SAVES,
    **posts.SAVES,
    **leaver_card.SAVES,
    **press_amendment.SAVES,
    Act.HAND_OVER: hand_over.save,
    **press_version.SAVES,
    **press_plan.SAVES,
}
"""What sending each form does."""

STRANGERS_USES: dict[Act, StrangersUse] = {
    Act.SHOW_PRIVACY: lambda _, __, ___: Answer(setting_up.what_is_stored(), Placement.PRIVATE),
    Act.TAKE_OFFICE: take_office.on_take_office,
    Act.CANCEL_IMPORT: take_office.on_decline,
}
"""What somebody may press whom the bot does not know yet, where nobody runs anything."""

_REFUSALS = (NotAllowed, NotFound, AlreadySettled, IdentityTaken, PlanClosed, PaperUnmade)
"""Raised before anything is written, so that a refusal can be put on record in the same transaction."""


def press(work: UnitOfWork, person: Person | None, act: Act, value: str, account: str = "") -> Answer | Form:
    """Do what a button or a menu says; a form when more must be asked first. `account` is who presses, on
    the platform, and `person` who that is, if it is known."""
    try:
        if person is not None:
            return USES[act](work, person, _in_view(work, person, act, value))
        if act in STRANGERS_USES:
            return STRANGERS_USES[act](work, account, target_of(value))
    except _REFUSALS as error:
        return Answer(refused(work, person, error), Placement.PRIVATE)
    return Answer(help_words.unknown_person(), Placement.PRIVATE)


def submit(
    work: UnitOfWork,
    person: Person | None,
    act: Act,
    value: str,
    answers: Mapping[str, str],
    account: str = "",
) -> Answer | FormErrors:
    """Save a form's answers, or say field by field what is wrong with them."""
    try:
        if wrong := _of_patients(answers):
            return FormErrors(wrong)
        if person is not None:
            return SAVES[act](work, person, _in_view(work, person, act, value), answers)
        if act is Act.TAKE_OFFICE:
            return take_office.save_office(work, account, target_of(value), answers)
    except _REFUSALS as error:
        return Answer(refused(work, person, error), Placement.PRIVATE)
    return Answer(help_words.unknown_person(), Placement.PRIVATE)


def _of_patients(answers: Mapping[str, str]) -> dict[str, str]:
    """The fields of a form in which an NHS number stands: none of it is kept."""
    return {name: forms.patient_data() for name, words in answers.items() if holds_nhs_number(words)}


def _in_view(work: UnitOfWork, person: Person, act: Act, value: str) -> Target:
    """What a button carries, once all of it is seen to be this person's to know of."""
    target = target_of(value)
    check_in_view(work, person, act, target)
    return target
