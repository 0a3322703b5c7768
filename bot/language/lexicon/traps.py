"""Words that only look like a colour or a state: "green light", "red tape", "close to"."""

from __future__ import annotations

from typing import Final

from bot.language.lexicon.cue import Sense, Table

TRAPS: Final[Table] = {
    "borrowed-word": (
        Sense.NOTHING,
        None,
        """
        (red|amber|green) rated (homes|sites|practices|providers|services|wards|schools|risks|areas|teams|
            units|cases|referrals|clients|patients|surgeries|premises|buildings|families|people|ones),
        red cross, red team, red teams, red teaming, red tape, red flag, red flags, red flagged, red line,
        red lines, red rose, red lion, red hot, red book, red bag, red bags, red button, red card, red pen,
        red herring, red letter, red carpet, red eye, red wing, red house, in the red, red list, red zone,
        red zones, red route, red squad, red box, red route clearway, red thread, seeing red, red alert,
        red bus, red day, red days, red rag, green space, green spaces, green paper, green papers,
        green book, green light, green lights, green lit, green lighted, green card, green tape, green belt,
        green plan, green plans, green energy, green team, green travel, green infrastructure,
        green prescribing, green social prescribing, green lane, green road, green street, green house,
        green fleet, green agenda, green strategy, green recovery, green day, green days, red to green,
        red 2 green, red to green days, green corridor, green bag, green bin, green bins, green deal,
        green gym, green fingers, green ranked, green hill, green park, green ward, green zone, green zones,
        green jobs, green skills, green transport, green champion, green champions, green initiative,
        green initiatives, green thumb, green badge, village green, bethnal green, wood green,
        golders green, hither green, bowling green, green room, green man, green tea,
        (mr|mrs|ms|miss|dr|cllr|councillor|prof|sir|dame|lord|lady) (green|amber|red|blue|white|grey),
        (mr|mrs|ms|miss|dr|cllr|councillor|prof) [a|b|c|d|e|f|g|h|i|j|k|l|m|n|o|p|r|s|t|w] (green|
            blue),
        amber alert, amber alerts, amber from, amber valley, amber trust, amber project, amber house,
        amber ward, amber unit, amber list, amber zone, amber day, amber days, amber care bundle,
        amber says, amber has, amber will, amber is leading, amber is off, amber is away, amber is on leave,
        with amber, ask amber, asked amber, and amber from, amber's, amber met, amber heat, amber weather,
        amber warning, red warning, red weather, yellow warning, yellow weather, yellow card, yellow pages,
        yellow peril, orange county, orange juice, orange badge, green's, red's, red and green,
        red amber green, red amber and green, reds and ambers, red and amber, rag rating, rag ratings,
        rag rated, rag, blue light, blue lights, blue badge, blue badges, blue book, blue print, blue sky,
        blue team, blue route, blue cross, out of the blue, code red, code blue, category red, live in,
        live with, lives in, closed meeting, closed session,
        closed the (meeting|gap|loop|door|session|conversation), close the (meeting|gap|loop|door),
        closed loop, closed culture, closed ward, closed list, closed book, close to, close working,
        work closely, closed for, closed door, closed doors, late shift, late shifts, late night,
        late nights, of late, lately, mixed sex, mixed methods, mixed gender, mixed group, moved on to,
        tight knit, late diagnosis, late presentation, late referrals, late payment, late payments,
        work done, done to, done with, how done, being done, done some, done a, done the, done an, done our,
        done my, done their, done lots, done all the, easier said than done, when all is said and done,
        well done,
        (have|has|had|having|not|already) done so, over and done, delivered an update,
        delivered a, delivered the, delivered to,
        delivered our, delivered some, delivered an, delivered in partnership, delivered through,
        delivered via, finished a, completed a, completed an, completed our, completed some, completed my,
        completed their, signed off the, signed off a, completed the, finished the, achieved a,
        achieved the, implemented a, implemented the, implemented an, implemented some, concluded that,
        sorted the, sorted out the, sorted a, complete the, complete a, complete our, complete this,
        complete an, complete it, achieved some, agreed to close, due to close, planned to close, close it,
        close this, to close the gap, to plan for, to plan the, to plan how, to plan our, to plan a,
        to plan next, to plan out, to time out, time to time, need to plan, meeting to plan, met to plan,
        session to plan, workshop to plan, helping to plan, working to plan, to target the, to target those,
        to schedule a, to schedule the, in time, on time off, business continuity, plan on a page,
        on target group, in action, action plan, action plans, action log, action tracker, improvement plan,
        delivery plan, as agreed, fine tuning, fine tune, fined, fines, late april, not only, not just,
        not least, no doubt, no one, not to mention, whether or not, if not, if anything, if you like,
        if you need, if needed, if possible, if required, if that helps, if helpful, if anyone,
        if i'm honest, if we're honest, if honest, if useful, if you want, if you can, even if, as if,
        what if, if so, once a, once again, once more, at once, once every, once per, no less than,
        at no point, no wonder, not sure, in hand over, not until, not before, now that, now and then,
        every now and then, until now, up to now, by now, right now though, drop in, drop ins, dropped in,
        dropped off, dropped by,
        (candidate|applicant|bidder|supplier|provider|contractor|starter|worker|trainer|volunteer|postholder|
            one|someone|somebody|they|she|he|person|manager|nurse|partner|school|practice|who|people|
            workers|two|three|candidates|bidders) [has|have|had|then|just|also] (dropped|drops) out,
        (candidate|applicant|bidder|one|someone|somebody|starter|volunteer|postholder|candidates|bidders|two|
            three) [has|have|had|then|just|also] (withdrawn|cancelled),
        dropped out (last|on|in|this|at), drop out, drop outs, dropping out,
        dropped a line, parked up, car park, pulled together, pulled in,
        pulled out the stops, pulled data, pulled the, stuck to, stuck with it, stuck in, sticking to,
        landed well, landed on, ice breaker, nailed down, cracked on, cracked open, closing the,
        closing date, closing report, closing paper, closure report,
        closing remarks, closing in on, closing down, closing meeting, closed to,
        closed until, closed on <date> for, closed at, not (needed|required) until
        """,
    ),
}
