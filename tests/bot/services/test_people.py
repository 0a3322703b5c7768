"""Who somebody is."""

from __future__ import annotations

import pytest

from bot.card import Answer
from bot.delivery import DeliveryKind
from bot.errors import IdentityTaken
from bot.phrases import notices
from bot.services import command
from bot.services.persons import people
from bot.services.plans import bring_in
from bot.services.standing import status
from tests.bot.larkmere import DRAFT
from tests.bot.services.dialogue import Office, text_of


@pytest.fixture
def unknown(office: Office) -> Office:
    """The office with one more lead whom nobody has linked yet."""
    with office.record.open_work(office.workspace.id) as work:
        second = bring_in.bring_in(work, DRAFT, partnership_name="Larkmere plan")
        work.people.add("J Kelly", ["Larkmere Carers"])
        assert second.partnership_id == office.partnership.id
        set_up = work.partnerships.get(office.partnership.id)
        kelly = work.people.named("J Kelly")[0]
        work.partnerships.set_up(
            set_up.id,
            channel=set_up.channel,
            rhythm=set_up.rhythm,
            chairs=(*set_up.chairs, kelly.id),
            officers=set_up.officers,
        )
    return office


def test_a_stranger_is_asked_for_their_name(office: Office) -> None:
    assert office.answer("U50", "2.7a is done") == (
        'I don\'t know you yet. Tell me your name as it stands in the plan: "I am J Kelly".\n'
        "Nothing has been saved."
    )


def test_the_officer_approves_a_claim_and_nobody_is_bound_before(unknown: Office) -> None:
    posts = unknown.say("U50", "I am J. Kelly")
    claim = next(post for post in posts if post.delivery.owed.channel == "U9")
    answer = next(post for post in posts if post.delivery.owed.channel == "DU50")
    assert answer.text == (
        "Thank you. I have asked P Lowell to say that you are J Kelly.\n"
        "Until then I show you nothing and save nothing."
    )
    assert claim.text == (
        "The account @U50 says it is J Kelly (Larkmere Carers). Is that right?\n[Approve] [Not them]"
    )
    assert unknown.answer("U50", "status").startswith("I don't know you yet.")
    refused = unknown.press("S Okoro", claim.card, "Approve")
    assert isinstance(refused, Answer)
    assert (
        refused.card.summary == "Only the board officer can do that for Larkmere plan. Please ask P Lowell."
    )
    approved = unknown.press("P Lowell", claim.card, "Approve")
    assert isinstance(approved, Answer)
    assert approved.card.summary == "Linked: J Kelly. They have been told."
    assert unknown.posts[-1].text.startswith("P Lowell has confirmed that you are J Kelly.")
    assert unknown.answer("U50", "status").startswith("Larkmere plan · Mon 14 Sept")


def test_the_officer_may_say_no(unknown: Office) -> None:
    claim = next(post for post in unknown.say("U50", "I'm J Kelly") if post.delivery.owed.channel == "U9")
    refused = unknown.press("P Lowell", claim.card, "Not them")
    assert isinstance(refused, Answer)
    assert refused.card.summary == "Not linked: J Kelly. The person has been asked to talk to you."
    assert unknown.posts[-1].text == (
        "P Lowell could not confirm that you are J Kelly, so nothing is linked. Please talk to P Lowell."
    )


def test_a_lead_who_is_linked_is_introduced(office: Office) -> None:
    with office.record.open_work(office.workspace.id) as work:
        vance = work.people.named("T Vance")[0]
        officer = work.people.by_identity("U9")
        assert officer is not None
        with pytest.raises(IdentityTaken):
            people.approve(work, officer, vance.id, "U1")
    assert [
        post for post in office.posts if post.delivery.owed.kind is DeliveryKind.INTRODUCTION
    ] == office.posts


@pytest.mark.parametrize(
    ("said", "answer"),
    [
        ("I am T Vance", "T Vance is already linked to another account."),
        ("I am N Obody", "I find nobody called N Obody in a plan here."),
    ],
)
def test_a_name_that_cannot_be_claimed(office: Office, said: str, answer: str) -> None:
    assert office.answer("U50", said).startswith(answer)


def test_somebody_known_is_told_who_they_are(office: Office) -> None:
    with office.record.open_work(office.workspace.id) as work:
        card = people.claim(work, "U1", "T Vance")
    assert card.summary == "I know you as S Okoro. If that is not right, tell your board officer."


def test_without_an_officer_to_ask_the_claimant_is_told(unknown: Office) -> None:
    with unknown.record.open_work(unknown.workspace.id) as work:
        found = work.partnerships.get(unknown.partnership.id)
        work.partnerships.set_up(
            found.id, channel="C1", rhythm=found.rhythm, chairs=found.chairs, officers=()
        )
        card = people.claim(work, "U50", "J Kelly")
    assert "There is no board officer I can ask yet" in card.summary


def test_commands_answer_at_once(asked: Office) -> None:
    with asked.record.open_work(asked.workspace.id) as work:
        lead, officer = work.people.by_identity("U1"), work.people.by_identity("U9")
        assert lead is not None
        assert officer is not None

        def said(who: object, text: str) -> str:
            return text_of(command.command(work, who, text, channel="C1"))  # type: ignore[arg-type]

        assert said(None, "status").startswith("I don't know you yet.")
        assert said(officer, "").splitlines()[0] == "Larkmere plan · Mon 21 Sept, 10:00"
        assert said(officer, "red").splitlines()[0] == "🔺 Red (1)"
        assert said(officer, "status red").splitlines()[0] == "🔺 Red (1)"
        assert said(lead, "mine").splitlines()[0] == "Your actions (3)"
        assert said(lead, "2.7a").splitlines()[0] == "2.7a Discharge letters to GPs"
        assert said(lead, "history 2.7a").splitlines()[0] == "History of 2.7a Discharge letters to GPs"
        assert said(lead, "help").startswith("Tell me how an action stands")
        assert said(officer, "help").splitlines()[1] == "Status: status · late · status 2.7"
        assert said(officer, "help meetings").splitlines()[:2] == ["Meetings", "next board"]
        assert said(lead, "help people") == said(lead, "help")
        assert said(lead, "privacy").startswith("I keep your messages to me")
        assert said(lead, "yes").startswith("Nothing waits for your word.")
        assert said(lead, "undo") == "There is nothing of yours from the last seven days to undo."
        assert said(lead, "who leads 2.7b?").startswith("2.7b is led by K Bramley")
    asked.say("S Okoro", "2.7a amber, two nurses short")
    with asked.record.open_work(asked.workspace.id) as work:
        assert said(lead, "undo") == "Undone: 2.7a is as before. Your words are kept."


def test_a_chairs_status_is_a_message_that_stays(asked: Office) -> None:
    with asked.record.open_work(asked.workspace.id) as work:
        chair = work.people.by_identity("U8")
        assert chair is not None
        told = command.command(work, chair, "red", channel="C1")
    assert told == notices.sent_as_message()
    asked.deliver()
    assert asked.posts_to("A Merrin")[-1].text.startswith("🔺 Red (1)")


def test_a_person_without_a_plan_sees_none(office: Office) -> None:
    with office.record.open_work(office.workspace.id) as work:
        stranger = work.people.add("N Ewcomer", [])
        work.people.bind(stranger.id, "U60")
        found = work.people.by_identity("U60")
        assert found is not None
        assert status.status(work, found, "red").summary == "There is no live plan that you can see."
        assert text_of(status.overview(work, "red")).startswith("🔺 Red (1)")
        assert text_of(status.overview(work, "withdrawn")) == "Withdrawn (0)"
        assert "Longest: 1.10" in text_of(status.overview(work, ""))
