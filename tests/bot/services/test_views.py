"""Members are asked what the people they speak for think: once, answered in a sentence, kept as a view."""

from __future__ import annotations

from datetime import date, time

import pytest

from bot.card import Answer, Form
from bot.conversation import OWN_WORD, Source
from bot.dated import RecordKind
from bot.errors import NotAllowed
from bot.pack import Pack
from bot.phrases.packs_on_a_phone import for_chair
from bot.phrases.public_summary import public
from bot.services.governance.keeping_views import save
from tests.bot.services.dialogue import ACCOUNTS, Office, text_of

MEMBER, SUPPORTER, CO_OPTED = "J Kelly", "L Smith", "M Ali"
WORDS = "2.7a is red in our view, letters should go the same day"


@pytest.fixture
def board(office: Office, monkeypatch: pytest.MonkeyPatch) -> Office:
    """The board with a member who speaks for carers, her supporter, and somebody who was co-opted."""
    for name, account in ((MEMBER, "U20"), (SUPPORTER, "U21"), (CO_OPTED, "U22")):
        monkeypatch.setitem(ACCOUNTS, name, account)
        with office.record.open_work(office.workspace.id) as work:
            work.people.bind(work.people.add(name, ()).id, account)
    for words in (
        "J Kelly is a voting member of the Board",
        "J Kelly speaks for the carers on the Board",
        "L Smith supports J Kelly at the Board",
        "M Ali is co-opted to the Board until 15 Sept 2026",
    ):
        office.say("P Lowell", words)
    office.at(date(2026, 9, 16))
    return office


def pack_of(office: Office) -> Pack:
    with office.record.open_work(office.workspace.id, read_only=True) as work:
        record = work.records.latest(office.partnership.id, RecordKind.PACK, office.clock.instant)
    assert record is not None
    assert isinstance(record.facts, Pack)
    return record.facts


def test_a_member_answers_in_a_sentence_and_nothing_of_the_action_moves(board: Office) -> None:
    before = board.action("2.7a")
    asked = board.answer("P Lowell", "ask the Board members for views on 2.7a")
    assert (
        "Asked for views on 2.7a, for the board on Wed 14 Oct, by noon Tue 29 Sept: J Kelly (carers)."
        in asked
    )
    assert not board.posts_to(CO_OPTED)
    (ask,) = board.posts_to(MEMBER)
    assert "P Lowell (board officer) asks for the view of carers on 2.7a" in ask.text
    assert "“Carers (J Kelly)”" in ask.text
    kept = board.answer(MEMBER, WORDS, ts="77.1")
    assert kept.startswith("Saved as a view for the board on Wed 14 Oct.")
    assert f'Carers (J Kelly): "{WORDS}"' in kept
    board.answer(MEMBER, "2.7a: letters should go the same day", ts="77.1", edited="77.2")
    assert board.action("2.7a") == before
    told = board.answer("A Merrin", "history 2.7a")
    assert f'"{WORDS}", 16 Sept (reworded since)' in told
    assert 'Carers (J Kelly): "letters should go the same day", 16 Sept' in told
    assert "Nothing has been reported yet." in told
    assert "Taken back" in board.answer(MEMBER, "undo")
    assert f'"{WORDS}"' in board.answer(MEMBER, "views")
    assert board.record.verify_audit() == ()


def test_a_supporter_answers_for_the_member_and_is_named_as_such(board: Office) -> None:
    board.say("A Merrin", "ask J Kelly for the carers' view on 2.7a by 22 Sept")
    kept = board.answer(SUPPORTER, "view of J Kelly on 2.7a: too slow")
    assert 'Carers, L Smith (supporting J Kelly): "too slow"' in kept
    assert "L Smith (supporting J Kelly)" in board.answer("P Lowell", "status 2.7a")
    board.say("P Lowell", "L Smith is no longer on the Board")
    assert "not been" in board.answer("P Lowell", "view of M Ali on 2.7a: fine")
    assert "Saved as a view" not in board.answer(SUPPORTER, "view of J Kelly on 2.7a: much too slow")


def test_a_member_without_an_account_is_asked_through_their_supporter_or_entered(board: Office) -> None:
    board.say("P Lowell", "A Hale (new) is a member of the Board")
    asked = board.answer("P Lowell", "ask for views on 1.10")
    assert "I cannot reach A Hale here. To enter what they say: “view of A Hale on 1.10: …”." in asked
    kept = board.answer("P Lowell", "view of A Hale by phone on 1.10: nothing to add")
    assert "A Hale, by phone 16 Sept, entered by P Lowell: nothing to add" in kept
    kept = board.answer("P Lowell", "for A Hale by phone: our view on 1.10: the rooms are too small")
    assert 'A Hale, by phone 16 Sept, entered by P Lowell: "the rooms are too small"' in kept
    board.say("P Lowell", "L Smith supports A Hale at the Board")
    board.say("P Lowell", "ask A Hale for a view on 2.7a")
    assert board.posts_to(SUPPORTER)[-1].text.splitlines()[3].startswith("For A Hale: P Lowell")
    assert "L Smith (supporting A Hale)" in board.answer(SUPPORTER, "Too slow for people in care homes")


def test_only_the_board_asks_and_only_who_was_asked_answers(board: Office) -> None:
    assert "P Lowell" in board.answer("S Okoro", "ask the Board members for views on 2.7a")
    assert not board.posts_to(MEMBER)
    card = board.say("P Lowell", "ask the Board members for views on 2.7a")[-1].card
    ask = board.posts_to(MEMBER)[-1].card
    for label in ("Give the view…", "Nothing to add"):
        answer = board.press("K Bramley", ask, label)
        assert isinstance(answer, Answer)
        assert "cannot find" in text_of(answer.card)
    refused = board.press(MEMBER, card, "Call it off")
    assert isinstance(refused, Answer)
    assert "0 of 1 given" in board.answer("P Lowell", "views")
    assert board.action("2.7a").reported_at is None


def test_the_right_is_asked_again_when_a_view_is_saved_whoever_calls(board: Office) -> None:
    board.say("P Lowell", "ask J Kelly for a view on 2.7a")
    with board.record.open_work(board.workspace.id) as work:
        (view,) = work.views.ahead(board.clock.instant.date())
        lead, supporter = (work.people.named(name)[0] for name in ("K Bramley", SUPPORTER))
        entered = Source(entered_by=lead.id)
        for source in (OWN_WORD, entered):
            with pytest.raises(NotAllowed):
                save(work, lead, [(view, "too slow")], source=source)
        assert "L Smith (supporting J Kelly)" in text_of(save(work, supporter, [(view, "too slow")]))


def test_by_the_form_by_a_tap_and_by_nothing_else_after_one_reminder(board: Office) -> None:
    board.say("P Lowell", "ask J Kelly for a view on 2.7a and 1.10")
    assert "already" in board.answer("P Lowell", "ask the Board members for views on 2.7a")
    which = board.say(MEMBER, "carers want it sooner")[-1].card
    assert "Is this the view of carers" in text_of(which)
    assert "0 of 2" in board.answer("P Lowell", "views")
    form = board.press(MEMBER, board.posts_to(MEMBER)[0].card, "Give the view…")
    assert isinstance(form, Form)
    saved = board.submit(MEMBER, form, **{form.fields[0].name: "Sooner, please"})
    assert isinstance(saved, Answer)
    assert "Still open: 1.10." in text_of(saved.card)
    board.at(date(2026, 9, 28), time(17, 0))
    reminders = [post for post in board.posts_to(MEMBER) if "I do not ask again" in post.text]
    assert [post.text.splitlines()[0] for post in reminders] == [
        "Still open: the view of carers on 1.10, for the board on Wed 14 Oct, by noon Tue 29 Sept."
    ]
    board.at(date(2026, 9, 30), time(17, 0))
    listed = [post for post in board.posts_to("P Lowell") if "Nobody is asked again" in post.text]
    assert len(listed) == 1
    assert "• Carers (J Kelly): no answer yet" in listed[0].text
    done = board.press(MEMBER, reminders[0].card, "Nothing to add")
    assert isinstance(done, Answer)
    board.at(date(2026, 10, 1), time(17, 0))
    ask_question_and_reminder = 3
    assert len(board.posts_to(MEMBER)) == ask_question_and_reminder


def test_the_paper_is_frozen_with_the_views_and_later_ones_go_to_the_officer(board: Office) -> None:
    board.say("P Lowell", "ask J Kelly for a view on 2.7a")
    board.say(MEMBER, "too slow for carers")
    board.at(date(2026, 10, 2), time(17, 30))
    pack = pack_of(board)
    assert [(one.who, one.words) for one in pack.views] == [(MEMBER, "too slow for carers")]
    assert "Views on 1: 2.7a" in text_of(for_chair(pack))
    assert public(pack).endswith("Carers told the board what they think.")
    assert MEMBER not in public(pack)
    late = board.answer(MEMBER, "our view on 2.7a: better now")
    assert "The paper has gone already" in late
    assert "came after the paper" in board.posts_to("P Lowell")[-1].text
    assert [one.words for one in pack_of(board).views] == ["too slow for carers"]
    board.at(date(2026, 10, 15))
    assert "Saved as a view" not in board.answer(MEMBER, "our view on 2.7a: too late")


def test_a_lead_who_is_also_a_member_is_asked_which_it_is(board: Office) -> None:
    board.say("P Lowell", "S Okoro is a voting member of the Board")
    board.at(date(2026, 9, 21), time(10, 0))
    board.say("P Lowell", "ask S Okoro for a view on 2.7a and 1.10")
    assert "Saved for 14 Oct" in board.answer("S Okoro", "4.1 on track")
    question = board.say("S Okoro", "2.7a is amber, letters are slow")[-1].card
    assert "Yes, on 2.7a" in text_of(question)
    assert board.action("2.7a").rag == board.action("2.7a").rag
    assert "Saved as a view" in board.answer("S Okoro", "1.10 is red in our view")
    kept = board.press("S Okoro", question, "Yes, on 2.7a")
    assert isinstance(kept, Answer)
    assert "S Okoro" in text_of(kept.card)
    assert board.action("2.7a").rag is not None


def test_what_cannot_be_asked_says_why(board: Office) -> None:
    assert "is not a member" in board.answer("P Lowell", "ask L Smith for a view on 2.7a")
    assert "is not a member" in board.answer("P Lowell", "ask M Ali for a view on 2.7a")
    assert "it has passed" in board.answer("P Lowell", "ask J Kelly for a view on 2.7a by 2 March 2020")
    assert "no meeting" in board.answer("P Lowell", "ask J Kelly for a view on 2.7a by 2 March 2027")
    assert "I cannot find" in board.answer("P Lowell", "ask the bishops for their view on 2.7a")
    assert not board.posts_to(MEMBER)
