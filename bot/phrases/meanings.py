"""What the words mean that a plan, a paper or the bot uses: each in a sentence."""

from __future__ import annotations

from bot.card import Card, Line, Tone

_FIRST = "The first date is what was agreed in the beginning. It never changes; slippage is counted from it."
_AGREED = "The agreed date is the latest the board has agreed: the first date, or a later one it has granted."
_FORECAST = "The forecast is when the lead now expects to finish. Only the lead's word moves it."
_TOLERANCE = (
    "The tolerance is how far past its agreed date an action may be forecast before the chairs are told."
)
_SLIPPAGE = "Slippage is how far the finish lies after the first date, in weeks."
_LATE = "Late: still open after its agreed date. Forecast late: not yet due, but expected after that date."
_COLOURS = (
    "🔺 Red is off track, 🔶 Amber at risk, 🟢 Green on track, 🟦 Complete is done and accepted, "
    "➖ Not yet due is for later, ❔ Not reported has no word yet. “status key” prints what your plan says."
)
_DONE = (
    "Reported done is the lead's word. It is complete once a chair or board officer accepts what shows it."
)
_SILENT = "No update: nobody has said anything of it in the last round. It is never shown as green."
_PACK = "The pack is what a meeting is shown, frozen at its paper deadline. Later news is kept beside it."
_ROUND = "A round is one asking of the leads: one question and one reminder each, before each meeting."
_EXCEPTION = (
    "An exception report goes up when an action is forecast past the tolerance: what, effect and ask."
)
_HIGHLIGHT = "A highlight report is the plan's summary for one meeting, from its frozen pack."
_DRAFT = "A draft is a plan you have dropped here and not set live: nobody is asked about it."
_LIVE = "Go live starts the asking: leads hear from me, and silence counts from then."
_PATH = "The path to green is what brings an amber or red action back, and by when."

MEANINGS: dict[str, str] = {
    **dict.fromkeys(("baseline", "baseline date", "first date", "original date", "original target"), _FIRST),
    **dict.fromkeys(("agreed date", "approved date", "extension", "more time"), _AGREED),
    **dict.fromkeys(("forecast", "forecast date", "expected date"), _FORECAST),
    **dict.fromkeys(("tolerance",), _TOLERANCE),
    **dict.fromkeys(("slippage", "slipping", "slip"), _SLIPPAGE),
    **dict.fromkeys(("late", "overdue", "forecast late"), _LATE),
    **dict.fromkeys(
        ("rag", "rag key", "rag rating", "rag status", "brag", "colours", "colour", "marks", "key",
         "red", "amber", "green", "blue", "grey", "complete", "not yet due", "not reported"),
        _COLOURS,
    ),
    **dict.fromkeys(("reported done", "claimed done", "accepted", "closure"), _DONE),
    **dict.fromkeys(("no update", "silent", "silence"), _SILENT),
    **dict.fromkeys(("pack", "board pack", "freeze", "frozen", "snapshot"), _PACK),
    **dict.fromkeys(("round", "reminder", "prompt"), _ROUND),
    **dict.fromkeys(("exception", "exception report"), _EXCEPTION),
    **dict.fromkeys(("highlight", "highlight report"), _HIGHLIGHT),
    **dict.fromkeys(("draft", "draft plan"), _DRAFT),
    **dict.fromkeys(("go live", "going live", "live"), _LIVE),
    **dict.fromkeys(("path to green",), _PATH),
}  # fmt: skip
"""By what people call them. What is between two of them has both."""


def card(sentences: tuple[str, ...]) -> Card:
    """The sentences, and where the rest is."""
    return Card(sentences[0], (*map(Line, sentences), Line("“help” says what I can do.", Tone.QUIET)))
