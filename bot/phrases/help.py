"""What the bot can do, what it keeps, and what it says to somebody it does not know."""

from __future__ import annotations

from bot.card import Card, Line, Tone
from bot.phrases.words import counted, listed


def for_lead(refs: tuple[str, ...]) -> Card:
    """For somebody who leads actions; the examples are of their own."""
    one = refs[0] if refs else "2.7a"
    two = refs[1] if len(refs) > 1 else "4.1"
    first = (
        f'Tell me how an action stands: "{one} on track", '
        f'"{two} slips to Nov, waiting for HR", "rest no change".'
    )
    return Card(
        first,
        (
            Line(first),
            Line(
                f"mine · status {one} · undo · correction: {one} end of Jan · ask me again on Thursday · "
                f"I'm away 19 Oct to 6 Nov · more time for {one} · I work in Scotland · privacy",
                Tone.QUIET,
            ),
        ),
    )


def for_board() -> Card:
    """For a chair or a board officer, who mostly asks."""
    first = "status · late · status no update · status 2.7 · status L Pashley · decide · share late"
    second = (
        "next board · meetings · forward plan · export · paper highlight · ask 1.10 · "
        "ask Dunvale IT to help with 2.7 · accept 4.1 · withdraw 5.4, merged with 5.2 · decision: … · "
        "minutes · action: …, lead J Tranter, by Dec 2026 · "
        "ask the Board members for views on 2.7 by 6 Nov · views"
    )
    return Card(first, (Line(first), Line(second), Line("Type it to me; no slash is needed.", Tone.QUIET)))


def for_officer() -> Card:
    """For whoever sets a plan up and runs it."""
    first = (
        "Drop a plan file here to bring it in · doubts · people · settings · set digest day to Tuesday · "
        "preview S Okoro · preview digest as if 3 September · preview pack · go live"
    )
    second = (
        "round · lead list · close rec 2.7 · for L Pashley by phone: 3.2 done · ask by e-mail L Pashley · "
        "J Tranter for S Okoro until 6 Nov · S Okoro is away 19 Oct to 6 Nov · "
        "hand over everything of R Dunmore to T Vance · J Tranter holds Director of Nursing · "
        "Director of Nursing is vacant · S Okoro works in Scotland · record 2.7 · "
        "pause the plan until 5 January · close the plan · the Board meets at least 3 times a year · "
        "Board papers go to the OSC, SHA · T Vance is a voting member of the Board · "
        "J Kelly speaks for carers on the Board · "
        "L Smith supports J Kelly at the Board · members Board · view of J Kelly by phone on 2.7: …"
    )
    third = (
        "To change the plan: add 4.6 Map respite beds, lead S Okoro, by March 2027 · split 2.7 · "
        "merge 3.1 into 3.2 · renumber 1.4 to 1.5 · 2.7 lead is now J Tranter · reword 2.7: … · "
        "reword theme 4: … · move 2.7 to theme 4 · correct 2.7 date to Jan 2027 · "
        "workstream Finance: 2.7, 4.1 · Finance's channel is #finance · workstreams · undo"
    )
    return Card(first, (Line(first), Line(second), Line(third)))


def together(cards: tuple[Card, ...]) -> Card:
    """The help of somebody who is several things at once."""
    return Card(cards[0].summary, tuple(piece for card in cards for piece in card.pieces))


def privacy(officers: tuple[str, ...], years: int) -> Card:
    """What is kept, for how long, and who can read it."""
    who = listed(officers) or "Your board officer"
    first = (
        "I keep your messages to me, what I read in them, who confirmed it and when, for plan end + "
        f"{counted(years, 'year')}. "
        "Nothing else said in a channel."
    )
    second = f"Plan members can read it. {who} gives you a copy, or corrects it. No patient details, please."
    return Card(first, (Line(first), Line(second)))


def unknown_person() -> Card:
    """For somebody whose name is not yet bound to this account."""
    text = 'I don\'t know you yet. Tell me your name as it stands in the plan: "I am J Kelly".'
    return Card(text, (Line(text), Line("Nothing has been saved.", Tone.QUIET)))
