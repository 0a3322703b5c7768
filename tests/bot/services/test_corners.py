"""What is left out, refused, or gone meanwhile."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time, timedelta

import pytest

from bot.card import Answer, Line
from bot.delivery import TOO_LATE, DeliveryKind, Owed, Skip
from bot.errors import NotAllowed
from bot.partnership import PersonId, Rhythm
from bot.phrases.notices import plain
from bot.plan import ActionStatus
from bot.rag import Rag
from bot.services import deliver
from bot.services.arrangements import set_up
from bot.services.context.places import check_known
from bot.services.context.view import view_of
from bot.services.plans import bring_in
from bot.services.replies import REPLIES
from bot.services.standing.helping import help_for
from tests.bot.larkmere import DRAFT
from tests.bot.services.dialogue import Office, text_of


def owe(office: Office, kind: DeliveryKind, subject: dict[str, object], **more: object) -> list[str]:
    """Owe a delivery and run the worker; why it was left out, if it was."""
    before = len(office.skipped)
    owed = Owed(
        "U1", kind, f"corner:{office.clock.instant.isoformat()}:{kind}", office.clock.instant, subject
    )
    with office.record.open_work(office.workspace.id) as work:
        work.owing.owe(replace(owed, **more))  # type: ignore[arg-type]
    office.deliver()
    office.clock.instant += timedelta(minutes=1)
    return office.skipped[before:]


def prompted(office: Office, person: int = 1, round_key: str = "meeting:1") -> dict[str, object]:
    return {"person": person, "plan": office.plan.id, "round": round_key}


def test_what_an_ask_was_about_may_be_gone(asked: Office) -> None:
    lead = next(lead.person_id for lead in asked.action("2.7a").leads)
    assert owe(asked, DeliveryKind.PROMPT, prompted(asked, lead, "meeting:77")) == [
        "the round was taken out of the calendar"
    ]
    with asked.record.open_work(asked.workspace.id) as work:
        unbound = work.people.add("R Vale", ["Larkmere Carers"])
        draft = bring_in.bring_in(work, DRAFT, partnership_name="Larkmere plan")
    assert owe(asked, DeliveryKind.PROMPT, prompted(asked, unbound.id)) == ["nobody to ask"]
    not_live = {**prompted(asked, lead), "plan": draft.id}
    assert owe(asked, DeliveryKind.PROMPT, not_live) == ["the plan is not live"]
    assert owe(asked, DeliveryKind.REMINDER, not_live) == ["the plan is not live"]
    chair = next(person for person in (asked.partnership.chairs or (PersonId(4),)))
    assert owe(asked, DeliveryKind.REMINDER, prompted(asked, chair), channel="U8") == ["nothing was asked"]
    assert owe(asked, DeliveryKind.PROMPT, prompted(asked, chair), channel="U8") == ["nothing left to ask"]
    assert owe(asked, DeliveryKind.INTRODUCTION, {"person": chair}, channel="U8") == ["leads nothing"]
    assert owe(asked, DeliveryKind.INTRODUCTION, {"person": lead}) == ["introduced already"]
    asked.at(date(2026, 9, 30), time(9, 0))
    assert owe(asked, DeliveryKind.PROMPT, prompted(asked, lead)) == [
        "its updates were due before it could be sent"
    ]


def test_a_reply_about_what_is_gone_is_left_out(asked: Office) -> None:
    assert len(owe(asked, DeliveryKind.REPLY, {"say": "read_back", "updates": [999]})) == 1
    assert len(owe(asked, DeliveryKind.REPLY, {"say": "read_back", "updates": []})) == 0
    assert asked.posts[-1].text == "Cancelled. Nothing was saved."


def test_a_line_in_the_channel_is_left_out_when_it_was_undone_or_never_saved(asked: Office) -> None:
    asked.say("S Okoro", "2.7a amber, two nurses short")
    with asked.record.open_work(asked.workspace.id, read_only=True) as work:
        update = work.updates.history(asked.action("2.7a").id)[0]
    asked.say("S Okoro", "undo")
    assert owe(asked, DeliveryKind.CONFIRMED_LINE, {"say": "confirmed_line", "update": update.id}) == [
        "it was undone"
    ]
    asked.say("S Okoro", "2.7a sign-off 3 Nov, live end of Jan")
    with asked.record.open_work(asked.workspace.id, read_only=True) as work:
        waiting = work.updates.history(asked.action("2.7a").id)[-1]
    assert waiting.words == "2.7a sign-off 3 Nov, live end of Jan"
    assert owe(asked, DeliveryKind.CONFIRMED_LINE, {"say": "confirmed_line", "update": waiting.id}) == [
        "nothing was saved"
    ]


def test_a_body_that_was_frozen_is_posted_as_it_is(asked: Office) -> None:
    owe(asked, DeliveryKind.NOTICE, {"say": "x"}, body=plain("As it was."))
    assert asked.posts[-1].text == "As it was."


def test_what_became_too_late_while_it_waited_is_left_out(asked: Office) -> None:
    soon = asked.clock.instant + timedelta(minutes=1)
    with asked.record.open_work(asked.workspace.id) as work:
        work.owing.owe(
            Owed("U1", DeliveryKind.NOTICE, "late", asked.clock.instant, {"say": "courtesy"}, late_after=soon)
        )
    claimed = asked.record.outbox.claim("test", asked.clock.instant, timedelta(minutes=30))
    assert claimed is not None
    asked.clock.instant = soon + timedelta(minutes=1)
    with asked.record.open_work(asked.workspace.id) as work:
        assert deliver.compose(work, claimed) == Skip(TOO_LATE)


def test_a_digest_without_a_live_plan_is_left_out(asked: Office) -> None:
    with asked.record.open_work(asked.workspace.id) as work:
        empty = work.partnerships.add("Dunvale", "Europe/London", "england")
    subject: dict[str, object] = {"partnership": empty.id, "week": "2026-W39"}
    assert owe(asked, DeliveryKind.WEEKLY_DIGEST, subject) == ["no live plan"]


def test_settings_are_the_officers(asked: Office) -> None:
    with asked.record.open_work(asked.workspace.id) as work:
        chair, officer = work.people.by_identity("U8"), work.people.by_identity("U9")
        assert chair is not None
        assert officer is not None
        with pytest.raises(NotAllowed):
            set_up.set_up(
                work,
                asked.partnership.id,
                actor=chair.id,
                channel="C1",
                rhythm=Rhythm(),
                chairs=(),
                officers=(),
            )
        changed = set_up.set_up(
            work,
            asked.partnership.id,
            actor=officer.id,
            channel="C9",
            rhythm=Rhythm(),
            chairs=(chair.id,),
            officers=(officer.id,),
        )
    assert changed.channel == "C9"


def test_a_lead_who_sits_on_the_board_gets_both_helps(asked: Office) -> None:
    with asked.record.open_work(asked.workspace.id) as work:
        lead = work.people.by_identity("U1")
        assert lead is not None
        found = work.partnerships.get(asked.partnership.id)
        work.partnerships.set_up(
            found.id, channel=None, rhythm=found.rhythm, chairs=(lead.id,), officers=found.officers
        )
        both = text_of(help_for(work, lead))
    assert "Tell me how an action stands" in both
    assert "status · late" in both
    summary = asked.say("S Okoro", "status")[0]
    answer = asked.press("S Okoro", summary.card, "Share")
    assert isinstance(answer, Answer)
    assert answer.card.summary.startswith("No channel is set for this partnership yet")


def test_an_action_not_known_cannot_be_looked_up() -> None:
    with pytest.raises(Exception, match="the action this is about"):
        check_known(None)


def test_words_that_choose_somebody_elses_action_are_refused(office: Office) -> None:
    office.say("K Bramley", "2.7 amber, printer broken")
    assert office.answer("K Bramley", "2.7a") == "2.7a is led by S Okoro, so I have not changed it."
    assert office.action("2.7a").rag is Rag.GREEN


def test_a_lead_who_has_been_replaced_meanwhile_cannot_confirm(asked: Office) -> None:
    post = asked.say("A Merrin", "2.7a red, four nurses short")[0]
    with asked.record.open_work(asked.workspace.id) as work:
        found = work.partnerships.get(asked.partnership.id)
        work.partnerships.set_up(
            found.id, channel="C1", rhythm=found.rhythm, chairs=(), officers=found.officers
        )
    refused = asked.press("A Merrin", post.card, "Confirm")
    assert isinstance(refused, Answer)
    assert refused.card.summary.startswith("I cannot find what this button was for among what you can see")
    assert asked.answer("A Merrin", "yes").startswith("I find no plan of that name that you can see")
    assert asked.action("2.7a").rag is Rag.GREEN


def test_a_prompt_whose_meeting_has_gone_says_so(asked: Office) -> None:
    prompt = next(post for post in asked.posts_to("S Okoro") if post.delivery.owed.kind == "prompt")
    with asked.record.open_work(asked.workspace.id) as work:
        found = work.partnerships.get(asked.partnership.id)
        work.partnerships.set_up(
            found.id,
            channel="C1",
            rhythm=replace(found.rhythm, cadence="monthly"),  # type: ignore[arg-type]
            chairs=found.chairs,
            officers=found.officers,
        )
    answer = asked.press("S Okoro", prompt.card, "No change")
    assert isinstance(answer, Answer)
    assert answer.card.summary.startswith("This round has been closed.")
    form = asked.press("S Okoro", prompt.card, "Answer in a form")
    assert getattr(form, "intro", "") == "Update by today."


def test_withdrawn_actions_are_listed_with_their_reason(asked: Office) -> None:
    asked.say("A Merrin", "withdraw 2.7a, no longer needed")
    assert asked.action("2.7a").status is ActionStatus.WITHDRAWN
    assert asked.answer("S Okoro", "status withdrawn").startswith("Withdrawn (1)\n2.7a Discharge letters")
    assert asked.answer("S Okoro", "who leads 2.7a?").startswith("History of 2.7a")


def test_every_reply_can_be_said(asked: Office) -> None:
    with asked.record.open_work(asked.workspace.id, read_only=True) as work:
        for say in ("nothing_to_undo", "nothing_waits", "edit_same", "courtesy", "patient_data"):
            assert REPLIES[say](work, {}).pieces[0] == Line(REPLIES[say](work, {}).summary)
        assert REPLIES["cancelled"](work, {"actions": []}).summary == "Cancelled. Nothing was saved."


def test_whoever_sees_all_of_a_plan_has_the_very_plan_that_is_kept(asked: Office) -> None:
    with asked.record.open_work(asked.workspace.id, read_only=True) as work:
        (chair,) = work.people.named("A Merrin")
        (seen, _), *_ = view_of(work, chair).plans
        assert seen is work.plans.live()[0]
