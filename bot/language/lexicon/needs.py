"""What stops the work, what is asked for, what has not changed, and who is away."""

from __future__ import annotations

from typing import Final

from bot.language.lexicon.cue import Sense, Table

NEEDS: Final[Table] = {
    "blocks": (
        Sense.BLOCKS,
        None,
        "waiting on, waiting for, waiting to hear, still waiting, awaiting, awaits, await, blocked, "
        "blocked by, blocked on, blocked at, blocker, blockers, blocker is, blocking, held up, held "
        "up by, held up with, held up in, held by, hold up with, held back by, stuck, stuck with, "
        "stuck in, stuck on, stuck at, hold from, ig hold, can't proceed, cannot proceed, can't "
        "progress, cannot progress, can't start, cannot start, can't move, cannot move, can't go "
        "ahead, can't move forward, cannot move forward, unable to proceed, unable to progress, "
        "unable to start, unable to move, not able to proceed, not able to progress, can't do "
        "anything, cannot do anything, nothing can start, nothing can happen, nothing can proceed, "
        "can't complete, cannot complete, can't finish, cannot finish, on hold pending, paused "
        "pending, on hold until, paused until, on hold awaiting, pending, pending a, no response, no "
        "response from, no reply, no reply from, not responded, haven't responded, hasn't responded, "
        "haven't replied, hasn't replied, not replied, not heard, not heard back, heard nothing, "
        "haven't heard, haven't heard back, not come back, hasn't come back, haven't come back, yet "
        "to hear, yet to respond, yet to reply, yet to receive, yet to come back, no capacity, lack "
        "of capacity, no resource, no resources, lack of resource, no funding, lack of funding, no "
        "budget, no money, no staff, no agreement, no sign off from, no provider, no venue, no lead, "
        "no room, no premises, no access, won't release, refusing to, refused to, hold by, "
        "bottleneck, bottle neck, bottlenecked, at a standstill because, roadblock, barrier is, "
        "sticking point, hinges on, held hostage, in limbo, stymied, hamstrung, prevented by, "
        "prevents, preventing, supplier issue, supplier issues, supplier problem, supplier problems, "
        "it issue, it issues, hr issue, hr issues, ig issue, ig issues, legal issue, legal issues, "
        "staffing issue, staffing issues, funding issue, funding issues, system issue, system issues,"
        " vetting delays, hr delays, it delays, recruitment freeze, vacancy freeze, hiring freeze, "
        "spending freeze, not yet signed, not signed, not released, not been released, not yet "
        "approved, not been approved, chasing for a response, chasing and no",
    ),
    "causes": (
        Sense.CAUSES,
        None,
        "because of, because, due to, owing to, down to, as a result of, thanks to, on account of, "
        "caused by, as, given, as we have no, while we wait, whilst we wait, until we have, until we "
        "get, until, pending, dependent on, dependant on, contingent on, issue with, issues with, "
        "problem with, problems with",
    ),
    "frees": (
        Sense.FREES,
        None,
        "nothing blocking, no blockers, no blocker, not blocked, no longer blocked, unblocked, "
        "nothing holding, no barriers, not held up, no longer waiting, no longer awaiting, not "
        "waiting, no longer stuck, no longer held up, not stuck, isn't blocked, nothing stopping, no "
        "longer a blocker, blocker removed, blocker resolved, blocker cleared, block removed, block "
        "lifted, no hold ups, worth the wait",
    ),
    "support": (
        Sense.SUPPORT,
        None,
        "need help, needs help, need some help, need your help, need a hand, need support, needs "
        "support, need some support, need exec support, need senior support, needs senior support, "
        "needs exec support, may need support, might need support, would help if, need steer, need a "
        "steer, needs a steer, need some steer, steer needed, steer please, a steer, steer on, steer "
        "from, steer would, exec steer, steer, need a decision, needs a decision, need decision, "
        "needs decision, decision needed, decision required, decision please, need a view, need "
        "guidance, need advice, advice needed, guidance needed, support needed, support required, "
        "support please, help needed, help please, help required, please help, pls help, can you "
        "help, could you help, can someone help, could someone help, can anyone help, could anyone, "
        "can anyone, can someone, could someone, someone needs to, ask :, our ask, the ask is, ask "
        "is, my ask, ask of, ask for help, asking for help, asking for support, asking the board, ask"
        " the board, asks :, please escalate, pls escalate, needs escalating, need escalating, needs "
        "escalation, need to escalate, escalate please, escalation needed, escalation required, "
        "escalate to, escalate this, can we escalate, could we escalate, want to escalate, would like"
        " to escalate, requesting escalation, for escalation, to be escalated, unable to resolve, "
        "can't resolve, cannot resolve, cannot be resolved at, exec support, senior support, board "
        "support, support from, help from, help with, help to, help getting, help escalating, input "
        "from the board, need input, needs input, need the board, needs the board, need exec, needs "
        "exec, need sponsor, needs a push, need a push, a nudge from, could do with, could use, would"
        " appreciate, would welcome, grateful for help, grateful for support, grateful for any, "
        "grateful if, any help, sos, 🆘, help, struggling and need, intervention needed, need "
        "intervention, need someone, needs someone to, need somebody, backing from, need backing, "
        "lean on, unblock, need unblocking, help unblock, needs unblocking, assistance, need "
        "assistance, require support, requires support, require help, require assistance, require a "
        "decision, requires a decision, require escalation, requires escalation, seeking support, "
        "seeking a steer, seeking help, seeking a decision, seeking guidance, looking for a steer, "
        "looking for support, looking for help, asking for a steer, request support, requesting "
        "support, request for support, for decision, please could someone, please can someone, please"
        " intervene, please advise, pls advise, please chase, can you chase, could you chase, can the"
        " board, could the board, can exec, could exec, can the chair, could the chair, want the "
        "board to, would like the board to, like support, like some support, like some help, like "
        "help, want help, want support, calls for support",
    ),
    "no-support": (
        Sense.NOTHING,
        None,
        "no help needed, no help required, no support needed, no support required, no support, don't "
        "need help, don't need support, do not need support, doesn't need support, no steer needed, "
        "no decision needed, no escalation needed, no longer need help, no longer need support, no "
        "longer needs support, thanks for your help, thanks for the help, thanks for help, thank you "
        "for your help, thanks for your support, thank you for your support, thanks for the support, "
        "with the help of, with help from, with support from, with thanks to, self help, help line, "
        "helpline, helpdesk, help desk, peer support, family support, carer support, carers support, "
        "support worker, support workers, support plan, support plans, support group, support groups,"
        " support service, support services, support team, support officer, support offer, support "
        "package, housing support, social support, crisis support, support staff, admin support, "
        "business support, it support, not help, happy to help, glad to help, here to help, can help,"
        " will help, should help, helps, this will help, which will help, to help us, to help them, "
        "to help staff, early help",
    ),
    "same": (
        Sense.SAME,
        None,
        "no change, no changes, nc, n / c, no change to report, no change from me, no change on, no "
        "change to, no change since, no change in, no change there, no change here, no change this "
        "month, unchanged, remains unchanged, position unchanged, status unchanged, no update, no "
        "updates, no new update, no further update, no update from me, no update on, no update for, "
        "no update this month, nothing to report, nothing new to report, nothing further to report, "
        "nothing more to report, nothing to add, nothing further to add, nothing further, nothing "
        "new, nothing to update, nothing has changed, nothing's changed, nothing changed, hasn't "
        "changed, not changed, has not changed, haven't changed, have not changed, not moved, no "
        "movement, hasn't moved, as before, as previously, as previously reported, as reported, as "
        "reported last month, as reported last time, as last reported, as last time, as last month, "
        "as per last month, as per last update, as per last time, as per previous, as per previous "
        "update, as at last report, as above, same as before, same as last month, same as last time, "
        "same as last report, same as previous, same as previously, same as ever, same again, same "
        "position, same status, still the same, the same, stays the same, staying the same, stay as "
        "they are, stays as is, stay as is, as is, as it was, as they were, as was, as you were, "
        "position remains, position as before, position the same, status quo, no different, no news, "
        "no progress to report, nothing doing, no developments, no further developments, ditto, carry"
        " on as before, steady as she goes, all the same, leave as is, leave as they are, keep as is,"
        " remains as is, remains the same, remain the same, remain as is, remain as before, remain "
        "unchanged, no further progress, no progress since",
    ),
    "away": (
        Sense.AWAY,
        None,
        "on leave, on annual leave, annual leave, a / l, on a / l, on al, al from, out of office, "
        "ooo, out of the office, on holiday, on my holidays, on vacation, i'm away, i am away, i'll "
        "be away, i will be away, we're away, away from, away on, away until, away till, away, i'm "
        "off, i am off, i'll be off, i will be off, off until, off till, off from, off on, off sick, "
        "on sick leave, sick leave, not in until, not in, not working, not at work, not back until, "
        "not around, on maternity, on maternity leave, maternity leave, on mat leave, mat leave, "
        "paternity leave, on paternity leave, on jury service, jury service, on secondment, on "
        "compassionate leave, on parental leave, study leave, on study leave, on sabbatical, time "
        "off, taking leave, taking annual leave, booked leave, leave from, leave booked, leave until,"
        " my leave, on strike, unavailable, off work, on tol, toil, on toil, having time off",
    ),
    "back": (
        Sense.BACK,
        None,
        "back on, back in, back from, back at work, back in the office, back at my desk, returning, "
        "returning on, return on, return to work, i return, i'm back, am back, i'll be back, will be "
        "back, be back, back, in the office from, returns",
    ),
    "requests": (
        Sense.REQUESTS,
        None,
        "request, requests, requesting, requested, extension please, please extend, pls extend, "
        "please can we, please could we, can we have, could we have, can i have, could i have, can we"
        " get, can we move, could we move, can we push, could we push, can we extend, could we "
        "extend, can this be, could this be, can it be, could it be, can i move, could i move, please"
        " can you, please could you, can you please, could you please, would the board, can the "
        "board, could the board, ask the board, asking the board, would like to request, like to "
        "request, i'd like to request, we'd like to request, formally request, request an extension, "
        "requesting an extension, requesting extension, extension request, extension requested, need "
        "an extension, need extension, need more time, needs more time, more time please, more time "
        "needed, need longer, request for extension, request for more time, like an extension, "
        "seeking an extension, seeking extension, seek an extension, seeking more time, asking for an"
        " extension, asking for more time, ask for an extension, apply for an extension, propose a "
        "new date, proposing a new date, change of lead, new lead needed, needs a new lead, need a "
        "new lead, please reassign, reassign, re assign, reallocate, please change the lead, change "
        "the lead, please transfer, transfer this to, transfer to, hand this over to, take over, "
        "please move, please change, please remove, please add, please update, please amend, "
        "permission to, approval to, seeking approval, board approval for, please agree, agree to "
        "extend, board to agree, board to approve, please approve, change request",
    ),
}
