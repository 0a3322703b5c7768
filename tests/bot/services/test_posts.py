"""A post is asked by way of its holder, an interim one until a day; a vacant one is nobody to ask."""

from __future__ import annotations

from datetime import date, time

import pytest

from bot.card import Answer, Form, FormErrors
from bot.delivery import DeliveryKind
from bot.handovers import HandOver
from bot.orders import OrderKind, order_in
from tests.bot.services.dialogue import Office, text_of

POST = "Director of Nursing"
TEN = time(10, 0)


@pytest.fixture
def posted(office: Office) -> Office:
    """4.1 and 5.3 are led by a post."""
    with office.record.open_work(office.workspace.id) as work:
        post = work.people.add(POST, (), is_post=True)
        okoro = work.people.named("S Okoro")[0]
        for action in work.plans.get(office.plan.id).actions:
            if action.ref in ("4.1", "5.3"):
                work.handovers.add(HandOver(action.id, okoro.id, post.id, okoro.id, work.now))
    return office


def asks(office: Office, who: str) -> list[str]:
    found = [one for one in office.posts_to(who) if one.delivery.owed.kind is DeliveryKind.PROMPT]
    return [one.text for one in found]


def round_message(office: Office) -> str:
    return [post.text for post in office.posts_to("P Lowell") if post.text.startswith("Round for")][-1]


@pytest.mark.parametrize(
    ("text", "other", "words", "when", "is_interim"),
    [
        ("Director of Nursing is vacant", POST, "", "", False),
        ("the post of Director of Nursing is vacant", POST, "", "", False),
        ("K Bramley holds Director of Nursing", POST, "K Bramley", "", False),
        (
            "K Bramley is interim Director of Nursing until end of March",
            POST,
            "K Bramley",
            "end of March",
            True,
        ),
        ("Team managers: interim K Bramley until March", "Team managers", "K Bramley", "March", True),
        ("Director of Nursing is held by K Bramley", POST, "K Bramley", "", False),
        ("hand over the post Director of Nursing to K Bramley", POST, "K Bramley", "", False),
    ],
)
def test_how_it_is_said(text: str, other: str, words: str, when: str, is_interim: bool) -> None:
    order = order_in(text)
    assert order is not None
    assert order.kind is OrderKind.POST
    assert (order.other, order.words, order.when, order.is_interim) == (other, words, when, is_interim)


def test_the_holder_is_asked_in_their_own_one_prompt_and_answers_for_the_post(posted: Office) -> None:
    said = posted.answer("P Lowell", "K Bramley holds Director of Nursing")
    assert "Noted: Director of Nursing is held by K Bramley." in said
    assert "You now hold the post Director of Nursing, which leads 4.1 and 5.3." in said
    posted.at(date(2026, 9, 21), TEN)
    (mine,) = asks(posted, "K Bramley")
    assert all(ref in mine for ref in ("2.7b", "6.1", "4.1 Supervision policy")), "one prompt, all of theirs"
    assert all("4.1" not in text for text in asks(posted, "S Okoro"))
    answer = posted.answer("K Bramley", "4.1 amber, audit found a gap")
    assert "4.1 Supervision policy" in answer
    assert "K Bramley for Director of Nursing" in answer
    assert "Director of Nursing (K Bramley)" in posted.answer("A Merrin", "status 4.1")


def test_a_vacant_post_is_the_officers_to_see_to(posted: Office) -> None:
    assert "Director of Nursing is vacant." in posted.answer("P Lowell", "Director of Nursing is vacant")
    posted.at(date(2026, 9, 21), TEN)
    assert "Nobody to ask: Director of Nursing (1; vacant)" in round_message(posted)
    assert "Director of Nursing (vacant)" in posted.answer("A Merrin", "status 4.1")


def test_an_interim_holder_until_a_day_then_as_before(posted: Office) -> None:
    posted.say("P Lowell", "T Vance holds Director of Nursing")
    said = posted.answer("P Lowell", "K Bramley is interim Director of Nursing until 30 September")
    assert "held by K Bramley (interim, until Wed 30 Sept 2026)" in said
    assert "Director of Nursing (interim: K Bramley)" in posted.answer("A Merrin", "status 4.1")
    posted.at(date(2026, 10, 1), TEN)
    assert "Director of Nursing (T Vance)" in posted.answer("A Merrin", "status 4.1")
    assert "led by" in posted.answer("K Bramley", "4.1 green"), "no longer theirs to answer"


def test_the_holders_leave_is_their_deputys(posted: Office) -> None:
    posted.say("P Lowell", "K Bramley holds Director of Nursing")
    posted.say("K Bramley", "I'm away 18 Sept to 2 Oct")
    posted.say("K Bramley", "my deputy is T Vance")
    posted.at(date(2026, 9, 21), TEN)
    assert any(
        "For K Bramley, as deputy until Fri 2 Oct" in text and "4.1" in text
        for text in asks(posted, "T Vance")
    )
    assert asks(posted, "K Bramley") == []


def test_only_who_runs_it_fills_a_post_and_unknown_names_change_nothing(posted: Office) -> None:
    assert "P Lowell" in posted.answer("S Okoro", "K Bramley holds Director of Nursing")
    assert posted.answer("P Lowell", "K Bramley holds Head of Estates").startswith("I know no post called")
    assert "I know nobody called Q Nobody" in posted.answer("P Lowell", "Q Nobody holds Director of Nursing")
    assert "cannot read" in posted.answer(
        "P Lowell", "K Bramley is interim Director of Nursing until whenever"
    )
    assert "Director of Nursing · " not in posted.answer("A Merrin", "status 4.1")


def test_by_card_from_who_is_who(posted: Office) -> None:
    (card,) = [post.card for post in posted.say("P Lowell", "who is who")]
    assert text_of(card).startswith("Who holds Director of Nursing?")
    form = posted.press("P Lowell", card, "Name the holder…")
    assert isinstance(form, Form)
    assert isinstance(posted.submit("P Lowell", form, name="Q Nobody"), FormErrors)
    assert isinstance(posted.submit("P Lowell", form, name="T Vance", until="whenever"), FormErrors)
    done = posted.submit("P Lowell", form, name="T Vance", until="end of March 2027")
    assert isinstance(done, Answer)
    assert "held by T Vance (interim, until Wed 31 March 2027)" in text_of(done.card)
    shown = posted.answer("P Lowell", "who is who")
    assert "Director of Nursing: T Vance (interim, until Wed 31 March 2027)" in shown
    vacant = posted.press("P Lowell", card, "Vacant")
    assert isinstance(vacant, Answer)
    assert "Director of Nursing: vacant" in posted.answer("P Lowell", "who is who")
    refused = posted.press("S Okoro", card, "Vacant")
    assert isinstance(refused, Answer)
    assert "P Lowell" in text_of(refused.card)


def test_a_chairs_ask_goes_to_who_answers_and_shows_the_deputy_not_the_absence(asked: Office) -> None:
    asked.say("S Okoro", "I'm away 21 Sept to 2 Oct")
    asked.say("S Okoro", "my deputy is K Bramley")
    posts = asked.say("A Merrin", "ask 2.7a")
    to_chair = next(post.text for post in posts if post.delivery.owed.channel == "DU8")
    assert to_chair == "Asked, and noted on 2.7a: K Bramley for S Okoro."
    (to_deputy,) = (post.text for post in posts if post.delivery.owed.channel == "U2")
    assert to_deputy.startswith("For S Okoro: A Merrin (chair) would like a line on 2.7a")
    assert not any("away" in post.text for post in posts)
    answered = asked.say("K Bramley", "2.7a on track")
    assert any(post.delivery.owed.channel == "U8" for post in answered), "the chair hears of the answer"


def test_a_chairs_ask_of_an_absence_without_a_deputy_reaches_nobody(asked: Office) -> None:
    asked.say("S Okoro", "I'm away 21 Sept to 2 Oct")
    said = asked.answer("A Merrin", "ask 2.7a")
    assert "I cannot reach S Okoro, so nobody was asked about 2.7a." in said
    assert "away" not in said
