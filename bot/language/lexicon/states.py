"""Colours, states of the work, and the soft words that only suggest a colour.

One phrase a comma; `(a|b)` is either, `[a]` may be left out; `<date>`, `<ref>`, `<long>` (a length of time)
and `<pct>` stand for what has been found already.
"""

from __future__ import annotations

from typing import Final

from bot.language.lexicon.cue import Sense, Table
from bot.language.reading import Progress
from bot.rag import Rag

COLOURS: Final[Table] = {
    "red": (Sense.COLOUR, Rag.RED, "red, reds, 🔴, 🟥, 🔺, red rated, rag red"),
    "amber-red": (
        Sense.COLOUR,
        Rag.AMBER_RED,
        """
        amber-red, amber red, amber / red, red amber, red / amber, 🔺 🔶, 🔶 🔺, 🔴 🟠, 🟠 🔴, ambers / reds
        """,
    ),
    "amber": (
        Sense.COLOUR,
        Rag.AMBER,
        """
        amber, ambers, yellow, yellows, orange, 🟠, 🟡, 🟧, 🟨, 🔶, amber rated, amberish, amber ish
        """,
    ),
    "amber-green": (
        Sense.COLOUR,
        Rag.AMBER_GREEN,
        """
        amber-green, amber green, amber / green, green amber, green / amber, 🔶 🟢, 🟢 🔶, 🟠 🟢, 🟢 🟠, 🟡 🟢
        """,
    ),
    "green": (Sense.COLOUR, Rag.GREEN, "green, greens, 🟢, 🟩, 💚, green rated, rag green"),
}

STATES: Final[Table] = {
    "complete": (
        Sense.STATE,
        Progress.COMPLETE,
        """
        done, complete, completed, completes, finished, delivered, achieved, implemented, [fully] embedded,
        concluded, signed off, closed, closed (off|out|down), close (off|out), sorted, all sorted,
        wrapped up, wrapped, ticked off, discharged, all done, done and dusted, job done, went live,
        gone live, has gone live, is live, now live, are live, all live, fully live, live now,
        business as usual, (now|moved to|into|gone into|handed over to|transferred to|part of) bau,
        handed over to (bau|business as usual), in place and working, fulfilled, accomplished,
        finalised and signed off, completion achieved, can be closed [off|down],
        can now be closed [off|down], can (close|come off), can come off (the|this) (plan|tracker|log|list),
        can be signed off, ready (to close|to be closed|for closure),
        (happy|ok|okay|propose|proposing|recommend|suggest|request|content) to close,
        (recommend|recommended|recommending|suggest|propose|request|proposed|requesting) (closure|
            closing|we close|for closure),
        please close, pls close, to be closed, to close, mark as (complete|done|closed|completed),
        (mark|marked) (complete|done|closed|completed), marked as (complete|done|closed|completed),
        off the (tracker|plan|list), nothing (left|more|further|else) to do,
        no further (action|work) (required|needed|necessary), no outstanding (actions|work|issues),
        fully (met|complete|completed|delivered|implemented|achieved|operational|rolled out), has been met,
        requirement met, target met, put to bed, in the bag, over the line, crossed the line,
        all wrapped up, completed in full, delivered in full, ✅, ☑, ✔, 🔵, 🟦, blue, rag blue, 🏁,
        all signed off, 100 % done, mission accomplished, up and running, fully up and running,
        been through (sign off), boxed off, squared away, nailed, cracked, tied up, landed, now landed,
        closed complete, closed - complete, complete - closed, complete and closed, done and closed,
        completed and closed, done and signed off, complete and signed off, completed and signed off,
        delivered and closed, delivered and signed off,
        (can|could) (we|you|i) [please] close [this|it|that|<ref>] [off|down|now|please],
        (can|could) (we|you) [please] sign off, okay to close, fine to close, good to close,
        closing (this|it|that|<ref>) [off|down|one|action], closing, closing off <ref>, close <ref>,
        (i'd|we'd|i would|we would) like to close, want to close, close (please|pls),
        close (this|it|<ref>) (please|pls), time to close, safe to close, done with <ref>,
        finished with <ref>, all done with <ref>
        """,
    ),
    "on-track": (
        Sense.STATE,
        Progress.ON_TRACK,
        """
        on track, on target, on schedule, on course, to plan, according to plan, going to plan, as planned,
        to schedule, to time, on time, back on (track|schedule|target|course|plan),
        ahead of (schedule|plan|target|time), to timetable, to target, to timescale, within timescale,
        on time and [on|to|in] budget, on plan, running to (time|plan|schedule),
        remains on (track|target|schedule), all on (track|target|schedule), bang on (track|target|schedule),
        ontrack, still on for <date>, on the rails, on profile, on trajectory,
        tracking to (plan|time|schedule), tracking [well] for <date>
        """,
    ),
    "on-hold": (
        Sense.STATE,
        Progress.ON_HOLD,
        """
        on hold, paused, parked, suspended, frozen, shelved for now, on pause, on ice, in abeyance, ⏸,
        mothballed, put on hold, on the back burner, on a hold, work has stopped, work stopped, halted,
        stood still pending, held in abeyance, temporarily stopped, hibernated, deferred, postponed,
        deferred to <date>, postponed to <date>, deferred (until|till|til) <date>,
        postponed (until|till|til) <date>, taking a pause, pressed pause, hit pause, shelved
        """,
    ),
    "withdrawn": (
        Sense.STATE,
        Progress.WITHDRAWN,
        """
        superseded, superceded, withdrawn, disbanded, wound up, wound down,
        no longer (needed|required|necessary|applicable|relevant|proceeding|going ahead|
            being pursued|being progressed),
        no longer being taken forward,
        not (proceeding|going ahead|being pursued|being taken forward|needed|required|
            progressing) any more,
        not (proceeding|going ahead|being pursued|being taken forward), not being progressed any further,
        no longer (a|an) (requirement|action|priority),
        (merged|merging|combined|subsumed|amalgamated|absorbed|rolled up|rolled|folded) (into|with|
            in to|under|within) <ref>,
        merged, subsumed, cancelled, canceled, descoped, de scoped, out of scope, scrapped, abandoned,
        binned, stood down, dropped, replaced by <ref>, replaced with <ref>,
        now covered (by|in|under) <ref>, now part of <ref>,
        now (done|being done) under <ref>, covered (by|in|under) <ref>, duplicate of <ref>, duplicates <ref>,
        picked up (in|under|by|within|through) <ref>, being picked up (in|under|by|within) <ref>,
        incorporated (in|into|within) <ref>, discontinued, not applicable any more, not needed,
        not required, not needed now, not required now, no need for this [any more|anymore|now],
        taken off the plan, removed from (the|this) plan, remove from (the|this) plan,
        can be (removed|withdrawn|deleted), overtaken by events, won't be going ahead, won't go ahead,
        will not go ahead, not happening any more, not happening anymore, no longer happening,
        not doing this any more, redundant now, now redundant,
        (recommend|recommending|suggest|propose|request|requesting) [that] we (withdraw|remove|
            delete|drop) (this|it|<ref>),
        can we (withdraw|remove|delete|drop) (this|it|<ref>),
        please (withdraw|remove|delete) (this|it|<ref>), withdraw (this|it|<ref>), to be withdrawn,
        should be withdrawn, can be dropped, no longer need (this|it), don't need this any more,
        happy to withdraw, propose to withdraw, recommend withdrawal, recommend withdrawing
        """,
    ),
    "not-started": (
        Sense.STATE,
        Progress.NOT_STARTED,
        """
        not started, not yet started, not been started, not begun, not yet begun, not commenced,
        not yet commenced, yet to (start|begin|commence|get going|kick off|get under way|get underway),
        (haven't|hasn't|have not|has not|not) [yet|even|really|actually] (started|begun|commenced|
            kicked off|got going|got round to|looked at|picked up|been picked up),
        (haven't|hasn't|have not|has not) [yet] been started,
        due to (start|begin|commence) [in|on|from|by] <date>, due to (start|begin|commence),
        work (starts|begins) [in|on] <date>, not yet under way, not yet underway, not under way,
        not underway, no work (done|started|undertaken) [yet], no progress yet, unstarted,
        still to (start|begin|commence), hasn't got off the ground, not got off the ground,
        not yet got going, nothing done yet, nothing started [yet], nothing (has happened|happened) yet,
        no start yet, (start|starts|starting) (delayed|deferred) to <date>, to be started, ⚪, ⬜,
        work not started, never started, never got started, didn't start,
        (planned|scheduled) to (start|begin|commence),
        not due to (start|begin|commence) [until|till|before] [<date>], not starting until <date>,
        not due to start until
        """,
    ),
}

HINTS: Final[Table] = {
    "sounds-red": (
        Sense.HINT,
        Rag.RED,
        """
        off track, way off track, not on (track|target|schedule|course|plan), overdue, past due,
        past its (date|deadline), missed the (deadline|date|target),
        missed [our|its|their] (deadline|date|target), (will|going to|likely to|set to|bound to) miss,
        (won't|will not|can't|cannot|not going to|unable to|unlikely to|never going to) (make|meet|
            hit|deliver|achieve|finish|complete|get there|recover|be met|be achieved|be delivered|
            be finished|be completed|be done|be ready|land),
        (cannot|can't|won't|will not|unlikely to) be (delivered|recovered|met|achieved|completed|done),
        undeliverable, unachievable, unrealistic, in doubt, in serious doubt, in jeopardy,
        unlikely to be (met|delivered|completed|achieved|done|ready), failing, failed, stalled, stuck,
        at a standstill, ground to a halt, dead in the water,
        (significant|significantly|serious|seriously|major|badly|considerable|considerably|severe|
            severely) (delay|delays|delayed|behind|late|slippage|off track|adrift),
        well behind, way behind, miles behind, a long way behind, a long way off,
        critical (issue|problem|risk), major (issue|problem|risk|setback|concern|concerns),
        serious (issue|problem|risk|concern|concerns), not achieved, not delivered, not met,
        will not be met, won't be met, in crisis, in trouble, gone wrong, gone badly wrong, fallen over,
        collapsed, fallen through, fell through, show stopper, showstopper, gone backwards, going backwards,
        no prospect, no chance, not going well, not good, no realistic prospect, impossible, out of control,
        escalated to (sro|exec|the sro|the exec|the board|board), 🚨, ⛔, 🛑, at risk of failing,
        not deliverable, hit a brick wall, hit a wall, back to square one, back to the drawing board,
        gone nowhere, going nowhere, no movement at all, not moving, nothing is moving, nothing moving,
        no traction, deadlocked, at an impasse, impasse,
        no (prospect|chance|hope|way|likelihood) of (hitting|making|meeting|achieving|delivering), blocked,
        blocked by, totally blocked, completely blocked
        """,
    ),
    "sounds-amber": (
        Sense.HINT,
        Rag.AMBER,
        """
        at risk, at some risk, slight risk, some risk, at risk of going red, some slippage, slight slippage,
        minor slippage, slippage,
        (minor|slight|some|small|short|a few|little|a bit of|a slight|a short|a small|
            a minor) (delay|delays|slippage|setback|setbacks|hold up|hold ups),
        behind schedule, behind plan, behind, behind where we should be, behind where we want to be,
        bit behind, running late, running behind, late, lagging,
        some (issues|concerns|challenges|problems|difficulties),
        a few (issues|concerns|challenges|problems|hiccups|niggles|bumps), tight, tight but doable,
        tight but achievable, struggling, needs attention, under pressure, partially met, partly met,
        progress made but, slower than (planned|expected|hoped|we'd like|we would like|anticipated),
        slow progress, progress is slow, progress slow, slow going, going slowly, progressing slowly,
        hit a snag, hit a (bump|problem|delay), teething (problems|issues), touch and go, wobbling, wobbly,
        drifting, has drifted, drifted, mixed picture, mixed, challenging, tricky, not without risk,
        risk of (slippage|delay|slipping), cutting it fine, nip and tuck, borderline, 50 / 50,
        could go either way, some catching up to do, catching up, playing catch up,
        not as far (on|along) as, ⚠, delay, delays, delayed, delaying, capacity (issues|problems|pressures),
        risk to delivery, risk to (timescale|timescales|the timescale|the deadline),
        worried about (the|this) (timescale|deadline|date),
        concerned about (the|this) (timescale|deadline|date)
        """,
    ),
    "sounds-green": (
        Sense.HINT,
        Rag.GREEN,
        """
        progressing well, going well, going really well, going very well, coming along [well|nicely],
        moving along [well|nicely], progressing nicely, progressing to plan, good progress,
        (significant|steady|great|excellent|strong|real|solid|positive|substantial|decent|very good|
            really good) progress,
        no (issues|concerns|problems|worries|risks|delays|delay|slippage|blockers|risk of slippage|
            risk),
        no (issues|concerns|problems) to (report|flag|raise), nothing to worry about, all good, all fine,
        all well, all ok, all okay, all is well, fine, going to be fine, looking good, looking healthy,
        in good shape, in a good place, in hand, under control, well in hand, confident, comfortable,
        (confident|comfortable) we'll hit, (confident|comfortable) of (hitting|meeting), not at risk,
        not delayed, not late, not overdue, not behind [schedule|plan], not off track, not slipping,
        not slipped, happy with progress, happy with (this|where we are), ticking along [nicely|well],
        tickety boo, motoring, cracking on, flying, pleased with progress, moving well,
        (i'm|we're|am|are|is) on it,
        well (advanced|under way|underway|on the way|on with), nicely on (track|course), should make it,
        will make it, should be fine, will be fine, smoothly, going smoothly, running smoothly,
        plain sailing, without issue, without any issues, no cause for concern, nothing to flag,
        nothing of concern, back in hand
        """,
    ),
    "says-little": (
        Sense.HINT,
        None,
        """
        ongoing, on going, in progress, underway, under way, continuing, continues, work continues,
        work ongoing, working on it, in train, being progressed, progressing, moving, in flight, wip,
        work in progress, in development, being developed, in discussion, some progress, a bit of progress,
        making progress, started, begun, commenced, has started, kicked off, mobilised
        """,
    ),
}

PLAN_WORDS: Final = frozenset({"blue", "🔵", "🟦", "✅", "☑", "✔"})
"""The marks whose meaning a plan's scale may change."""
