"""Refusals say who can; errors say what was, or was not, saved."""

from __future__ import annotations

import inspect

import pytest

from bot import errors
from bot.conversation import MessageId
from bot.errors import LeadlineError, NotAllowed
from bot.phrases import refusals
from tests.bot.larkmere import BRAMLEY, action
from tests.bot.services.dialogue import text_of


def test_every_error_has_its_sentence() -> None:
    tree = {
        found
        for _, found in inspect.getmembers(errors, inspect.isclass)
        if issubclass(found, LeadlineError) and found is not LeadlineError
    }
    assert set(refusals.SENTENCES) == tree


@pytest.mark.parametrize(
    ("error", "sentence"),
    [
        (NotAllowed("update", "2.7a", ("S Okoro",)), "2.7a is led by S Okoro, so I have not changed it."),
        (
            NotAllowed("update", "4.2"),
            "4.2 has no lead yet, so I have not changed it. Please ask the board officer.",
        ),
        (
            NotAllowed("accept", "4.1"),
            (
                "Nobody accepts their own “done”, so 4.1 stays reported done. "
                "The chair or the board officer can accept it."
            ),
        ),
        (
            NotAllowed("see the plan"),
            (
                "I find no plan of that name that you can see. If you expected one, ask its board officer "
                "to add you. Nothing has been saved."
            ),
        ),
        (
            NotAllowed("paint", "the plan", ("P Lowell",)),
            "You may not do that for the plan. Please ask P Lowell. Nothing has been saved.",
        ),
        (
            errors.NotFound("this action"),
            "I cannot find this action among what you can see. Nothing has been saved.",
        ),
        (
            errors.ActionChanged("2.7a"),
            (
                "2.7a was changed by somebody else a moment ago, so I have saved nothing. "
                "Please look at it again and tell me once more."
            ),
        ),
        (
            errors.PlanUnreadable("I could not open that file: it is password-protected.", "Save a copy."),
            "I could not open that file: it is password-protected. Nothing was imported. Save a copy.",
        ),
        (
            errors.SchemaMismatch(None, "leadline migrate"),
            (
                "The database is at revision none, which is not this program's. "
                "Nothing was changed. Run: leadline migrate"
            ),
        ),
        (
            errors.IdentityTaken("T Vance"),
            (
                "That account is already linked to T Vance. Nothing has been changed; "
                "the board officer can put it right."
            ),
        ),
        (errors.NotPosted("x"), "The message could not be posted. What you told me is saved."),
        (errors.MaybePosted("x"), "I cannot tell whether the message arrived. What you told me is saved."),
        (
            errors.HistoryUnreadable(),
            "I cannot look at the channel's history. Nothing has been changed.",
        ),
    ],
)
def test_sentences(error: LeadlineError, sentence: str) -> None:
    assert refusals.sentence(error) == sentence
    assert refusals.refused(error).summary == sentence


def test_a_note_on_an_action_without_leads_cannot_be_passed_on() -> None:
    lines = refusals.not_led_by_you(action(leads=()), MessageId(1))
    assert len(lines) == 1
    assert len(refusals.not_led_by_you(action(leads=(BRAMLEY,)), None)) == 1


def test_passing_on_says_when_nobody_can_be_reached() -> None:
    assert text_of(refusals.passed_on(())) == "There is nobody I can reach about it yet."
