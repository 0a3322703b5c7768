"""Words that turn what stands near them: not, was, will, if, nearly, except; and who is speaking for whom."""

from __future__ import annotations

from typing import Final

from bot.language.lexicon.cue import Sense, Table
from bot.language.lexicon.listing import words_in

SCOPES: Final[Table] = {
    "not": (
        Sense.NEGATES,
        None,
        """
        not, not yet, isn't, isn't yet, aren't, wasn't, weren't, hasn't, hasn't been, haven't, haven't been,
        hadn't, hadn't been, has not, has not been, have not, have not been, don't, doesn't, didn't, do not,
        does not, did not, never, never been, never was, no longer, nor, neither, cannot, can't, couldn't,
        without, nowhere near, far from, short of being, not quite, not really, not actually, not exactly,
        not all, isn't any longer, rather than, instead of, yet to, yet to be, still to be, not currently,
        not entirely, not fully, nothing, none of, not been, no more, anything but, not what i'd call,
        ain't, non
        """,
    ),
    "was": (
        Sense.WAS,
        None,
        """
        was, were, previously, had been, used to be, formerly, before that, last time, last month was,
        last report, last reported, last update, originally, initially, started the year, started,
        started out, started as, began, up from, down from, moved from, gone from, changed from, went from,
        improved from, upgraded from, downgraded from, dropped from, come from, coming from, no longer,
        came off, out of, earlier, at the last board, at last board, at the last meeting, reported as, had,
        prior, in the past, once was, historically, previous
        """,
    ),
    "now": (
        Sense.NOW,
        None,
        """
        now, currently, today, at present, at the moment, presently, as of today, as things stand,
        right now, still, is still, remains, remain, remaining at, stays, staying, stay, is, are, is now,
        are now, so now, i'd say, i would say, i'd call it, calling it, we are, we're, we're now, it's,
        it is, it's now, this is, overall, overall is, overall status, current status, current rag, new rag,
        new status, this month, this week, this quarter, as it stands, so, therefore, hence, has been,
        have been, been throughout, keeping at, keep at, keep it at, keep it, keep as, leave as,
        leave it at, leave at, leaving at, set to, set it to, put it at, put me down as, mark as, make it,
        change to, i'm going, going with, for now, again, we'd say, i'd still say, happy to say,
        pleased to say, must say, have to say,
        [i'm] (going to|gonna) [have to] (say|call it|go with|put), i am going to (say|call it|go with|put),
        i'll say, i'll call it, we'll say, we'll call it, will say, sorry to say,
        sad to say, glad to say, can say, good to say,
        still say, to say the least, mark, marking, mark it, mark this, record as, recorded as, log as,
        show as, showing as, put down as, down as, flag as, flagging as, flagged as, rating it, rating this,
        rate it, rate this, keep this at, keep this as, keep it as, keep this, keep that at, leave this at,
        leave this as, hold at, hold it at, stay at, keep them at, keep them as
        """,
    ),
    "future": (
        Sense.FUTURE,
        None,
        """
        will, will be, will have, won't, would, would be, would have, would have been, could, could be,
        could have, might, might be, may, may be, should, should be, should have, shall, can, can be, must,
        must be, need to, needs to, need to be, needs to be, has to, have to, to be, going to, going to be,
        gonna, hope, hoping, hopeful, hopefully, hoped, expect, expects, expected, expecting, expectation,
        aim, aiming, aims, aimed, planning, planned, intend, intends, intending, intended, anticipate,
        anticipated, anticipating, due, due to, due for, due to be, set to be, target is, target of,
        on track to, on target to, on course to, on schedule to, on track to be, in order to, so that, want,
        wants, wanted, want to, would like, working towards, working toward, moving towards, heading for,
        heading towards, headed for, likely, likely to, likely to be, unlikely, probably, possibly,
        potentially, forecast, forecasting, forecasted, projected, predicted, scheduled, scheduled to,
        scheduled for, trying, try, looking to, trying to get, to get, get to, get back to, getting back to,
        back to, return to, path to, route to, risk of, at risk of, danger of, in danger of, threat of,
        be able, able to, ready to, push for, pushing for, it'll, it'll be, i'll, we'll, we'll be, they'll,
        i'd expect, ought to, ought to be, about to, about to be, subject to, in line to, bound to,
        won't be, tomorrow, soon, shortly, next month, the aim, the plan, the hope, confident, confident of,
        by the time, well on the way to, on the way to, on its way to, en route to, close to, closing in on,
        pending, plan to, plans to, we plan, planning to, the plan is to, plan is to, heading to, headed to,
        drifting to, drifting towards, edging towards, slipping towards, getting
        """,
    ),
    "condition": (
        Sense.CONDITION,
        None,
        """
        if, unless, once, provided, provided that, providing, assuming, assuming that, as long as,
        so long as, in case, in the event, should we, should they, should this, should it, were it,
        when we get, when we have, when they, when it's, when it is, when that, when this, whenever,
        otherwise, or else, until, till, subject to, depending on, depends on, dependent on, dependant on,
        had we, had it, worst case, best case, whether, contingent on, as soon as, only when, only if,
        until such time, but for
        """,
    ),
    "nearly": (
        Sense.NEARLY,
        None,
        """
        nearly, almost, mostly, largely, partly, partially, part, half, virtually, practically,
        substantially, near enough, near, close to, all but, very nearly, just about, more or less,
        pretty much, pretty well, as good as, not far off, well on the way to being, about, approaching,
        semi, in part, broadly, near to, close to being, mainly, three quarters, <pct>, some, most of, most,
        half way, halfway, nearing, never, in principle, provisionally, in draft, first, second, initial,
        draft, one of, two of, three of, several, many, a number of
        """,
    ),
    "except": (
        Sense.EXCEPT,
        None,
        """
        except, except for, apart from, other than, with the exception of, bar, barring, save for,
        aside from, but for, excluding, minus, not including, besides, excepting, only thing left is,
        all but, everything except, apart
        """,
    ),
    "remains": (
        Sense.REMAINS,
        None,
        """
        still to (do|come|be done|complete|finish|follow|deliver|agree|sign|sort|go|be signed|
            be agreed|be finalised),
        still to (fix|chase|collect|install|train|visit|write|print|recruit|appoint|hear|pay|move|open|see|
            check|test|send|get|resolve|confirm|make|put|find|source|order|address|close), subject to,
        pending,
        still awaiting, still outstanding,
        to follow, outstanding, still outstanding, remains outstanding, left to do, left to complete,
        yet to come, to do, still needs, still need, still needed, just needs, just need, just needed,
        just waiting, only needs, needs one more, needs a final, needs final, awaiting sign off,
        pending sign off, awaiting final, pending final, awaiting approval, pending approval,
        awaiting ratification, pending ratification, awaiting evaluation, subject to sign off,
        subject to final, work continues, continues, more to do, some work to do, still some, still a bit,
        still work to do, remaining, remainder, ongoing, still being, still working, still waiting,
        not quite there, just the, snagging, tidying up, tidy up, loose ends, final checks, final touches,
        last bits, bits to do, one more, one thing left, one left, two left, remedials, follow up work,
        reopened, re opened, reopen, open again, undone, back open
        """,
    ),
    "changes": (
        Sense.CHANGES,
        None,
        """
        gone to, gone, went, went to, goes, turned, turning, turned to, moved to, moving to, moves to,
        changed to, changing to, change to, downgraded to, downgrade to, downgrading to, upgraded to,
        upgrade to, upgrading to, improved to, improving to, improves to, dropped to, dropping to, drops to,
        raised to, switched to, shifted to, back to, returned to, slipped to, slipping to, slips to,
        slipped into, fallen to, fell to, reverted to, revert to, escalated to, brought back to, reduced to,
        up to, down to, onto, recovered to, became, become, now at, rating to, rag to, status to, put to,
        putting at, set at
        """,
    ),
    "others": (
        Sense.OTHERS,
        None,
        """
        (hr|pmo|finance|legal|ig|cqc|exec|audit|estates|comms|the board|the trust|the council|the icb) (think|
            say|reckon|believe|have said|are saying) [it's|it is|this is|we're],
        said, says, say they're, thinks, think they're, according to, reckons, claims, cqc rated, rated by,
        ofsted, inspectors, their own, their plan, their dashboard, their rag, tell me, telling me,
        telling us, been told, told me, told us, tells me,
        tells us, reports that, reported that, advises, advised that, in their view, they say, they said,
        they think, they're, they are, pmo has, pmo have, finance have, finance has, say, tell us, advise,
        have said, has said, wants it, wants this, wants them, asked for it, asked for this, needs it,
        expects it, would like it, wants me to, wants us to, asked me to, asked us to, has asked for,
        have asked for, has us as, have us as, has us at, has it as, have it as, rates us, rated us,
        scored us, marks us, marked us, want it, claims to be, claim to be
        """,
    ),
    "corrects": (
        Sense.CORRECTS,
        None,
        """
        ignore that, ignore my last, ignore last, ignore the last, ignore previous, scrap that,
        scratch that, disregard, disregard that, i meant, i mean, meant to say, meant to be,
        should have said, should say, should read, correction, apologies, sorry i meant, no sorry, sorry no,
        oops, whoops, my mistake, my error, typo, wrong one, wrong number, wrong action, sorry wrong,
        strike that, actually no, no wait, wait no, rather, make that, that should be, i should have said,
        not that one, that was for, that was meant for, sorry <ref>, edit :, edit -, edited :
        """,
    ),
    "rest": (
        Sense.REST,
        None,
        """
        rest, the rest, rest of (them|mine|my actions|the actions|the list|these|those|it all),
        the rest of (them|mine|my actions|the actions|the list|these|those), others, the others, all others,
        all the others, all other actions, all of the others, other actions, the other actions, my others,
        my other actions, all my other actions, all my others, other ones, the other ones, the other two,
        the other three, the other four, other two, other three, the other one, other one, everything else,
        anything else, everything other, remainder, the remainder, remaining, the remaining,
        the remaining ones, remaining ones, remaining actions, the remaining actions, remaining two,
        remaining three, all else, rest of mine, rest of my actions, the remaining two, the remaining three,
        all remaining, all remaining actions, all the rest, all of the rest, every other action,
        every other one, all other ones, the other actions of mine,
        no other (changes|change|updates|update|movement)
        """,
    ),
    "all": (
        Sense.ALL,
        None,
        """
        all mine, all of mine, all my actions, all of my actions, my actions, mine, all of them, them all,
        all of these, all these, all those, all of those, all three, all two, all four, all five, all six,
        all 2, all 3, all 4, all 5, all 6, all 7, all 8, both, both of them, both of mine, both actions,
        both of these, both mine, each of them, each of mine, everything, all actions, all the actions,
        every one, every one of them, every action, the lot, the whole lot, across the board, all,
        all my ones, all my items, all items, all round, whole lot, mine all, mine are all, on any,
        on any of them, on any of mine, on any of these, for any of them, any of mine, any of them,
        any of these, to any, to any of them, to any of mine, either, on either, to either,
        on either of them, on all of them, on all of these, on all, on everything, on anything,
        for all of these, neither, neither of (them|mine|these), none of (mine|these|them)
        """,
    ),
    "thanks": (
        Sense.THANKS,
        None,
        """
        thanks, thank you, many thanks, cheers, ta, thx, hi, hello, hiya, morning, good morning,
        good afternoon, afternoon, hi all, dear all, much appreciated, no worries, brilliant, great stuff,
        lovely, perfect, will do, noted, got it, ok, okay, yes, yep, sure, sounds good, great, understood,
        received, no problem, you're welcome, well done, nice one, congratulations, see you, happy friday,
        bye, kind regards, regards, best wishes, best,
        (thanks|thank you|cheers) for (the|your) (nudge|reminder|prompt|chase|heads up|info|message|email|
            update|reply|quick reply|patience), bear with (me|us), leave it with me, on the case,
        that's (great|fine|good|lovely|perfect|brilliant|
            helpful|really helpful|ok|okay|kind|clear), will get to (it|this|that|them), no bother, righto,
        roger,
        will have a look, i'll have a look, will get back to you, sorry for (the|my) (delay|slow reply|
            late reply),
        (speak|talk|chat) (soon|later|tomorrow|then), haha, ha ha, ha, lol, fair enough, fair (point|play),
        good point, wrong (thread|chat|channel|person|window|group), been (flat out|busy|snowed under),
        (will|i'll) (look at|do|sort|check|update|reply to|get to) (it|this|that|these|them|mine)
            [later|today|soon|shortly],
        (will|i'll) (reply|get back to you|come back to you|update you|be in touch) [later|today|soon|shortly]
        """,
    ),
}

WHOLE_WORDS: Final = words_in(
    """
    this that it its it's that's these those the action actions item items task tasks one ones thing is
    was were are be been being has have had we we've we're i i've i'm they all both each everything now
    fully just finally officially formally successfully already today yesterday and so also then again
    still status rag update progress overall position work works since completely entirely totally rec
    recs recommendation recommendations objective objectives milestone good great news happy pleased
    delighted say report can could confirm confirming confirmed yes yep yeah ok okay hi hello morning
    afternoon thanks all think believe considered regarded marked mark as got get to my our ours mine
    remains well there here whole lot of them me us lead would at last hooray hurrah brilliant excellent
    bullet point number no ref reference please pls quick note fyi hope helps team folks everyone latest
    current new am pm do did done complete completed signed off delivered finished closed achieved
    implemented live bau red amber green blue and/or you your me too for in on by with time budget full
    line i'd we'd effectively essentially basically which who's first second third former latter one's
    everything's all's rated from end side perspective part re regarding ref about said per previously
    gone went
    """
)
"""Words that, before "done", still speak of the action itself and not of a piece of it."""
