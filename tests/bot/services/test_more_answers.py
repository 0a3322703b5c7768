"""Less usual ways to answer, correct and ask."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.card import Answer, Form
from bot.language.reading import Outcome, Progress, ReadUpdate
from bot.plan import ActionStatus
from bot.rag import Rag
from bot.services.plans import bring_in, go_live
from bot.services.updates.correcting import merged
from tests.bot.larkmere import DRAFT, day
from tests.bot.services.dialogue import Office

SAID = ReadUpdate(Outcome.UNDERSTOOD, "2.7a", rag=Rag.AMBER, percent=40, completed=day(2026, 9, 18))


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ({"rag": Rag.RED}, {"rag": Rag.RED}),
        ({"forecast": day(2027, 1, 31)}, {"forecast": day(2027, 1, 31)}),
        ({"progress": Progress.ON_TRACK}, {"progress": Progress.ON_TRACK, "completed": None}),
        (
            {"progress": Progress.COMPLETE, "completed": day(2026, 9, 1)},
            {"progress": Progress.COMPLETE, "completed": day(2026, 9, 1)},
        ),
        ({"percent": 60}, {"percent": 60}),
        ({"blocked": True, "words": "stuck with HR"}, {"blocked": True, "blocker": "stuck with HR"}),
        ({"support": True}, {"support": True}),
    ],
)
def test_a_correction_lies_over_what_was_read(said: dict[str, object], expected: dict[str, object]) -> None:
    correction = replace(ReadUpdate(Outcome.UNDERSTOOD, None), **said)  # type: ignore[arg-type]
    assert merged(SAID, correction) == replace(SAID, **expected)  # type: ignore[arg-type]


def test_a_colour_can_be_corrected_after_it_was_saved(asked: Office) -> None:
    asked.say("S Okoro", "2.7a amber, two nurses short")
    assert asked.answer("S Okoro", "sorry, I meant red").startswith("Corrected: 2.7a")
    assert asked.action("2.7a").rag is Rag.RED
    assert asked.answer("S Okoro", "undo") == "Undone: 2.7a is as before. Your words are kept."
    assert asked.action("2.7a").rag is Rag.AMBER


def test_a_correction_that_fits_nothing_is_news_of_its_own(asked: Office) -> None:
    asked.say("S Okoro", "2.7a no change; 4.1 no change")
    assert "Corrected" not in asked.answer("S Okoro", "no, amber, two nurses short")
    assert asked.action("2.7a").rag is Rag.GREEN


def test_a_word_alone_is_no_reason(asked: Office) -> None:
    asked.say("S Okoro", "2.7a amber")
    asked.say("S Okoro", "hmm")
    assert asked.action("2.7a").path_to_green is None


def test_a_note_that_was_handed_on_opens_the_leads_own_form(office: Office) -> None:
    post = office.say("S Okoro", "6.1 is red, no room at all")[0]
    office.press("S Okoro", post.card, "Pass on")
    form = office.press("K Bramley", office.posts_to("K Bramley")[-1].card, "Update it")
    assert isinstance(form, Form)
    saved = office.submit("K Bramley", form, standing="red", path="room found for November")
    assert isinstance(saved, Answer)
    assert office.action("6.1").rag is Rag.RED


def test_a_lead_linked_by_the_officer_is_introduced(office: Office) -> None:
    with office.record.open_work(office.workspace.id) as work:
        people = replace(DRAFT, people=(), actions=(replace(DRAFT.actions[0], leads=("R Vale",)),))
        plan = bring_in.bring_in(work, people, partnership_name="Larkmere plan")
        go_live.go_live(work, plan.id, None)
    claim = next(post for post in office.say("U70", "I am R Vale") if post.delivery.owed.channel == "U9")
    office.press("P Lowell", claim.card, "Approve")
    first = [post for post in office.posts if post.delivery.owed.channel == "U70"]
    assert any(post.text.startswith("Hello, I am Leadline.") for post in first)
    assert any(post.text.startswith("P Lowell has confirmed") for post in first)


@pytest.mark.parametrize(
    ("question", "first_line"),
    [
        ("which of mine are up?", "Your actions (3)"),
        ("what is the weather like?", "Tell me how an action stands"),
        ("what's late right now?", "Late: past the date the board agreed (1)"),
    ],
)
def test_questions_in_other_words(office: Office, question: str, first_line: str) -> None:
    assert office.answer("S Okoro", question).splitlines()[0].startswith(first_line)


def test_a_proposal_from_a_form_can_be_edited_again(office: Office) -> None:
    post = office.say("S Okoro", "4.1 done")[0]
    form = office.press("S Okoro", post.card, "Edit")
    assert isinstance(form, Form)
    assert {field.name: field.initial for field in form.fields}["standing"] == "done"
    office.submit("S Okoro", form, standing="done", note="audit passed in September")
    saved = office.action("4.1")
    assert (saved.status, saved.narrative) == (ActionStatus.CLAIMED_DONE, "audit passed in September")
