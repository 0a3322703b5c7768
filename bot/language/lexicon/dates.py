"""Words that say what a date is about: the action's own finish, an old date, a step on the way, a thing gone by."""

from __future__ import annotations

from typing import Final

from bot.language.lexicon.cue import Sense, Table

DATE_WORDS: Final[Table] = {
    "slips": (
        Sense.SLIPS,
        None,
        "slipped, slip, slips, slipping, slid, sliding, slippage, slippage of, pushed, push, pushed "
        "back, pushed out, pushing back, pushing out, push back, push out, pushed to the right, moved"
        " right, moved to the right, put back, putting back, knocked back, set back, delayed, delay, "
        "delays, delaying, extended, extend, extending, extension, extension of, extension to, moved,"
        " move, moving, moved back, moving back, moved out, deferred, defer, deferring, postponed, "
        "postpone, postponing, rescheduled, reschedule, re scheduled, reprofiled, re profiled, "
        "rephased, re phased, redated, re dated, re date, redate, rebaselined, re baselined, rolled "
        "over, rolling over, carried over, carry over, carrying over, drifted, drifting, drift, "
        "running late, running behind, over running, overrunning, overrun, gone back, going back, "
        "kicked out, kicked back, shifted, shifting, stretched, stretching, late, behind, adrift, "
        "later, further, more, extra, additional, another, behind schedule, behind plan, later than "
        "planned, later than expected, overdue, late by, longer, revised, changed, nudged, nudged "
        "back, bumped, bumped back, bumped to, slides, slipped back, slipped out, slipped again, "
        "slipping again, lost, hold up, held up, at least",
    ),
    "brings": (
        Sense.BRINGS,
        None,
        "brought forward, bring forward, bringing forward, pulled forward, pull forward, moved "
        "forward, moving forward, moved up, pulled in, pulled back in, earlier, early, ahead, ahead "
        "of schedule, ahead of plan, ahead of time, sooner, accelerated, moved left, moved to the "
        "left, earlier than planned, earlier than expected, quicker, gained, clawed back, made up, "
        "recovered, advanced by",
    ),
    "target": (
        Sense.TARGET,
        None,
        "by, due, due by, due for, due on, due in, due at, due date, due date is, target, target "
        "date, target date is, target is, deadline, deadline is, new deadline, forecast, forecast is,"
        " forecasting, forecasted, fcast, f'cast, fcst, forecast date, forecast completion, revised, "
        "revised to, revised date, revised date is, revised deadline, revised target, revised "
        "forecast, revised completion, rev date, rev, new date, new date is, new target, new "
        "forecast, new deadline is, now due, is now, eta, ecd, edc, est, estimated, estimate, "
        "estimated completion, completion date, completion, completion by, end date, finish date, "
        "delivery date, date is, date now, expected, expect, expecting, expect to, expected to, "
        "expected by, anticipated, anticipate, anticipating, anticipated by, aim, aiming, aiming for,"
        " aim for, aiming to, aim to, hope, hoping, hoping for, hopefully, hope to, looking at, now "
        "looking at, looking like, looks like, likely, more likely, probably, realistic, realistic "
        "date, realistically, real date, planned, planned for, plan is, scheduled, scheduled for, set"
        " for, on for, still on for, pencilled in for, heading for, to complete, complete by, will "
        "complete, will finish, will be, finish, finishing, finishes, finish by, complete, "
        "completing, completes, close, closing, closes, close by, conclude, concludes, concluding, "
        "deliver, delivering, delivery, delivered by, deliverable, land, landing, lands, go live, go "
        "live date, go live is, going live, golive, goes live, going live on, launch date, "
        "implementation, implement, implemented by, implementing, rollout, roll out, rolling out, "
        "rolled out by, full rollout, mobilisation, mobilise, mobilised by, mobilising, in place by, "
        "in place, up and running, operational, sign off, sign off by, signed off by, signed off on, "
        "final, final version, final report, finalised by, finalise, ready, ready by, ready for, "
        "ready in, sorted by, done by, finished by, completed by, closed by, wrapped up by, wrap up, "
        "wrapping up, fix promised by, fixed by, fix by, promised by, promised, until, till, til, to,"
        " for, into, in time for, no later than, not later than, not before, not until, after, at the"
        " latest, at the earliest, no earlier than, not earlier than, resume, resuming, resumes, "
        "resumed by, restart, restarting, restarts, picked up, pick up, benefits, full benefits, "
        "sending, sent by, with you by, submit by, submitted by, next phase, second phase, third "
        "phase, phase 2, phase 3, phase 4, phase two, phase three, before, end of, through to, out "
        "to, ok for, good for, commit to, committed to, can do, could do, do it by, back on track by,"
        " recover, recovery, recovered by, recovering, recovery date, back to green, back to green "
        "by, green by, return to green, path to green, spread over, priority, trained by, published "
        "by, publish, publication, agreed by, approved by, appointed by, recruited by, refresh, "
        "evaluation, new contract, cut over, cutover, switch over, handover, hand over, transition, "
        "transfer, opening, opens, open by, opened by, live by, live, live from, live in, starting "
        "again, commit, resolved by, resolve, resolution",
    ),
    "original": (
        Sense.ORIGINAL,
        None,
        "was due, were due, was due by, was due in, was due on, was due for, was originally due, "
        "originally due, originally, original, original date, original date was, original target, "
        "original deadline, original due date, original timescale, original completion, baseline, "
        "baseline date, baselined, baselined for, old date, old target, old deadline, previous date, "
        "previous target, previous deadline, previous forecast, previously, previously due, "
        "previously forecast, prior date, was, was for, was set for, was to be, was meant to be, was "
        "supposed to be, were supposed to be, supposed to be, meant to be, was planned for, was "
        "planned, was scheduled for, was scheduled, was expected, was expected in, was expected by, "
        "was forecast, was forecast for, was target, was targeted for, were targeting, was aiming "
        "for, were aiming for, had hoped for, had been due, had been, should have been, should have "
        "finished, should have been done, should have been complete, should have been completed, "
        "should have closed, should have been finished, missed, missed the, missed our, missed its, "
        "past the, past its, overdue since, overdue from, late since, instead of, rather than, in "
        "place of, as opposed to, no longer, last reported as, last reported, initially, initial "
        "date, initial target, first date, agreed date, approved date, plan date, plan says, plan "
        "said, planned date, date in the plan, the plan date, target was, deadline was, deadline of, "
        "due date was, date was, forecast was, from the original, from the, back from, up from, "
        "slipped from, moved from, from",
    ),
    "event": (
        Sense.EVENT,
        None,
        "interview, interviews, interviewing, interview date, interview panel, board, boards, the "
        "board, board meeting, programme board, partnership board, delivery board, icb, exec, execs, "
        "executive, smt, slt, cmt, cabinet, committee, scrutiny, council, full council, governing "
        "body, panel, panels, steering group, working group, task group, task and finish group, t&f, "
        "project group, meeting, meetings, meet, meeting with, meets, meeting the, workshop, "
        "workshops, away day, awayday, conference, webinar, seminar, event, launch, launch event, "
        "launches, launching, kick off, kicks off, kicking off, kick off meeting, kickoff, start, "
        "starts, starting, start date, starter, commence, commences, commencing, begin, begins, "
        "beginning, consultation, consultations, consultation runs, consultation opens, consultation "
        "closes, consulting, engagement, engagement event, survey, surveys, survey opens, survey "
        "closes, papers, paper, agenda, draft, drafts, first draft, second draft, final draft, draft "
        "report, draft policy, drafting, training, training day, training starts, induction, session,"
        " sessions, visit, visits, site visit, site visits, demo, demonstration, walkthrough, walk "
        "through, test, testing, uat, user testing, pilot, piloting, pilots, trial, audit, audits, "
        "inspection, cqc, ofsted, review meeting, deep dive, gateway, gateway review, checkpoint, "
        "decision, decision from, decision by, decision on, advert, adverts, advert closes, advert "
        "out, advertise, advertising, advertised, shortlist, shortlisting, closing date, "
        "applications, tender, tenders, itt, pqq, bids, bid, evaluation panel, moderation, "
        "standstill, contract award, award, notice, notice period, leave, annual leave, a / l, al, "
        "holiday, off, away, back, return, returning, sick, maternity, mat leave, chase, chasing, "
        "chase up, hear back, hear from, hear, response from, response, feedback, feedback from, "
        "comments, comments by, expect the, data, the data, data from, figures, numbers, will update,"
        " update you, update again, next update, further update, update on, update by, revisit, "
        "review, reviewing, re review, check in, check back, catch up, call, phone call, call with, "
        "speak, speaking, speaking to, talk, discuss, discussing, discussion, discussions, picking up"
        " with, pick up with, liaise, liaising, see, seeing, contract expires, expires, expiry, "
        "expire, lease, licence, contract end, contract ends, ends, go / no go, no go, supplier, "
        "first cohort starts, joins, joining, in post, starts in post, start in post, takes up post, "
        "arrives, arriving, arrive, delivery of, due from, due back, back to panel, back from, back "
        "with, comes back, goes to, going to, go to, going back to, going to cabinet, going to the, "
        "taken to, take to, taking to, presented to, present to, presenting, presentation, presented "
        "at, tabled, table, tabling, to the board, at the board, at board, at exec, to exec, sent to,"
        " send to, out to, circulated, circulate, circulating, share, sharing, shared with, "
        "submission, submit, submitting, validation, mock, rehearsal, dry run, build phase, "
        "discovery, design phase, phase 1, phase one, first phase, open day, recruitment day, "
        "assessment centre, rebooked, rebooked for, re booked, booked, booked for, booked in, slot, "
        "appointment, diary, in the diary, agm, forum, network, reference group, focus group, focus "
        "groups, stakeholder, go out, going out, out for, procurement starts, mobilisation meeting, "
        "hearing, appeal, tribunal, election, purdah, half term, school holidays, budget, budget "
        "setting, settlement, spending review, planning round",
    ),
    "part": (
        Sense.PART,
        None,
        "recruitment, procurement, phase, phase 1, phase 2, phase 3, phase one, phase two, phase "
        "three, stage, stage 1, stage 2, stage one, stage two, contract, contracts, report, policy, "
        "policies, protocol, sop, sops, guidance, spec, specification, business case, case, options "
        "appraisal, options paper, mapping, scoping, scope, analysis, evaluation, recruitment "
        "process, job description, jd, jds, job descriptions, modelling, baseline, baselining, data "
        "collection, data cleanse, data quality, report writing, template, templates, tool, toolkit, "
        "leaflet, leaflets, website, web page, dashboard, system, install, installation, build, "
        "design, dpia, ia, eia, eqia, isa, data sharing agreement, mou, sla, staff, posts, post, "
        "team, cohort, cohorts, first cohort, wave 1, wave 2, sites, site, practices, wards, actions "
        "from, module, modules, element, elements, part, parts, part 1, part 2, half, step, steps, "
        "preparatory work, prep, prep work, groundwork, fieldwork, ground work, referral form, form, "
        "forms, checklist, plan, action plan, project plan, comms plan, comms, communication, "
        "communications, newsletter, estate, building work, building works, refurbishment, works, "
        "survey work, review of, first review, quality check, governance, finance, finances, budget, "
        "money, funding bid, application, invoice, invoices, payments, first payments, returns, "
        "milestone 1, first milestone, milestones, sub actions, sub action, bits, bit, most, some",
    ),
    "past": (
        Sense.PAST,
        None,
        "met, held, ran, took place, happened, was held, were held, spoke, spoken, said, agreed, "
        "approved, raised, sent, wrote, issued, submitted, circulated, presented, discussed, "
        "reviewed, reported, confirmed, cancelled, started, began, commenced, launched, published, "
        "advertised, appointed, offered, shared, visited, attended, chased, emailed, e mailed, asked,"
        " requested, logged, escalated, received, got, came, went, went out, went to, had, since, as "
        "of, as at, as per, minutes, update, minuted, updated, logged on, opened, ended, left, "
        "joined, trained, recruited, signed, drafted, completed, finished, delivered, closed, signed "
        "off, done, went live, achieved, implemented, concluded, was, were, been, has been, have "
        "been, ago, following, after the, last, in post since, in place since, live since, running "
        "since, since the, kicked off, awarded, granted, rejected, refused, declined, passed, failed,"
        " lost, moved in, secured, installed, tested, piloted, ran from, underspend, overspend, "
        "carried, dipped, dropped, rose, fell, increased, peaked, interviews held, interviewed, "
        "shortlisted, briefed, engaged, consulted, introduced, set up, stood up, established, "
        "created, produced, developed, built, rolled out, made, took, taken, given, gave, provided, "
        "found, identified, paid, first payments, invoiced, ratified, endorsed, noted, accepted, "
        "adopted, inspected, audited, resigned, retired, handed, notified, informed, told, contacted,"
        " called, rang, phoned, picked up, dealt, resolved",
    ),
    "arrow": (Sense.ARROW, None, ">, ->, =>, -->, becomes, → "),
}
