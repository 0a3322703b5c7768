"""How firmly a word ties a date to the action's own finish."""

from __future__ import annotations

from typing import Final

from bot.language.lexicon.listing import phrases_in, words_in

WEAK: Final = phrases_in(
    """
    by, from, to, for, into, until, till, til, before, after, is now, priority, end of, date is,
    date now, transfer, final
    """
)
"""Prepositions: they lead to a date, and something else says what it is."""

FIRM: Final = phrases_in(
    """
    deadline, deadline is, new deadline, new deadline is, target, target date, target date is,
    target is, forecast, forecast is, fcast, f'cast, fcst, forecast date, forecast completion, revised,
    revised to, revised date, revised date is, revised deadline, revised target, revised forecast,
    revised completion, rev date, rev, new date, new date is, new target, new forecast, eta, ecd, edc,
    estimated completion, completion date, completion, completion by, end date, finish date,
    delivery date, realistic date, real date, to complete, complete by, will complete, will finish,
    finish, finishing, finishes, finish by, complete, completing, completes, close, closing,
    timescale, new timescale, revised timescale, timing,
    close by, conclude, concludes, concluding, go live, go live date, go live is, going live, golive,
    goes live, going live on, implementation, implemented by, rollout, roll out, rolling out,
    rolled out by, full rollout, mobilisation, in place by, in place, sign off, sign off by,
    final version, final report, finalised by, finalise, done by, finished by, completed by, closed by,
    back on track by, recovery date, back to green, back to green by, green by, path to green, now due,
    expect to, full launch, formal launch, official launch, public launch, in use, in use by, all in use,
    moves in, move in, moving in, moves into, all out, last post filled, last vacancy filled, last one filled,
    all filled, all in post, all recruited, all appointed, posts filled,
    live by, live, land, lands, landing, deliver, delivering
    """
)
"""Words that can only be said of the action's own finish."""

FIRM_OF_ALL: Final = FIRM | phrases_in(
    "trained by, recruited by, appointed by, in post by, installed by, fitted by"
)
"""And those that are so when said of all there is: "all staff trained by 8 December"."""

FINISHING: Final = phrases_in(
    """
    handover, hand over, award, contract award, start date, in post, start in post, starts in post,
    takes up post, joins, joining, starts, start
    """
)
"""Steps that finish an action when no other date is said to."""

FINISHING_OF_PEOPLE: Final = words_in(
    """
    she he they who manager worker workers lead nurse officer coordinator postholder candidate starter
    """
)
"""Those who, when they start, finish the action that looked for them."""

TOLD_OF: Final = ("signed off", "approved", "agreed")
"""Participles that lead to a date to come, or to one gone by where the date is of the last months."""
