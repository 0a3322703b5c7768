"""Words around a date that tell it from a number, a name or a verb of the same letters."""

from __future__ import annotations

from bot.language.dates.word_set import word_set

LEADS_TO_DATE = word_set(
    """
    by on until till til untill from to before after since at due for w/c per of during in into through
    past between around about approx circa c dated target targeting eta ecd deadline date forecast fcast
    expected expecting aiming now was is be been being and or not than as via no later towards toward
    roughly approximately latest revised moved slipped pushed extended delayed deferred rescheduled
    rearranged rebooked postponed starting start starts ending ends this next last late early mid end
    beginning middle every each both either probably likely maybe perhaps possibly realistically
    hopefully
    """
)
"""A month or a season right after one of these is a time, however it is written."""

FOLLOWS_DATE = word_set(
    """
    a an and or but if when where which who that this these those the then than as at by for from in
    into of on to until till til with without within via per is are was were be been being will would
    shall should can could may might must has have had do does did not no now so we i it they he she you
    our their my us them due because since after before once subject depending dependent pending given
    though although however unless while whilst only also again still please pls thanks thank cheers
    sorry instead rather latest earliest onwards onward inclusive provisionally hopefully possibly
    probably maybe likely realistically assuming provided following during over under between through
    just all everything both either neither other others more most some any even ideally definitely
    around about approx approximately am pm noon midday midnight morning afternoon evening am/pm o'clock
    close cop cob eop there here too yet agreed confirmed tbc target deadline date looks seems feels
    remains back up out off down ok okay fine ahead next last
    """
)
"""Words of the sentence's frame: after a number or a season, not the thing it counts or names."""

AUXILIARIES = word_set(
    """
    is are was were be been being has have had will would shall should can could may might must do does
    did 'll not never also just now already still then going to about
    """
)

PERSON_VERBS = word_set(
    """
    lead leading leads led left leaving leave joined joins joining join said says told tell asked asks
    agreed agrees chasing chase chased picking picks picked pick taking takes taken took take cover
    covering covers covered working works worked away off retired retires retiring resigned emailed
    emails email sent sending send drafting drafted draft writing wrote write looking looks hoping hopes
    hope knows thinks thought wants wanted met meets meet meeting spoke speaking speak talking updating
    updated update handing handed hand owns own owned runs running run presenting presented present
    supporting supports support reviewing reviewed review raised raising raise arranging arranged
    organising organised unable sick ill poorly absent unwell confirmed confirms confirming responsible
    replacing replaced replaces reporting reported reports promised called calling rang helping helps
    checking checked managing manages attending attended contacted contacting deputising busy liaising
    escalated escalating escalate advised advises suggested suggests proposed proposes believes feels
    doing done prepared preparing resume resumes signed signing completing sorting sorted circulating
    circulated shadowing trained started on-leave back happy keen waiting returning returned returns
    stepping stepped overseeing oversees driving drives
    """
)
"""What people do and months do not: "June is leading", "April has left"."""

TITLES = word_set("""mr mrs ms miss mx dr cllr councillor prof sir dame lady lord rev revd theresa""")
BEFORE_PERSON = word_set(
    """with ask asked thank thanks cc tell told via contact @ hi hello dear email emailed"""
)

MEETING_NOUNS = word_set(
    """
    board boards cabinet committee panel exec executive meeting meetings group council audit report
    reports minutes deadline deadlines milestone target date review partnership programme program
    steering strategy joint governance scrutiny health team forum workshop papers paper agenda trustees
    governors cohort intake launch go session sessions release version budget figures data return
    returns payroll update updates refresh half bank performance quality finance operational operations
    delivery project quarter quarterly position forecast statement invoice invoices newsletter training
    event conference summit gateway checkpoint sprint assurance steer sub slot submission cutoff
    conversation snapshot survey safeguarding commissioning
    """
)
"""Things named by their month: what follows a month and is not a surname."""

NAMES_OF_PEOPLE = frozenset({"april", "may", "june", "jan", "summer", "autumn", "august"})
"""Months and seasons people are called by."""

ORDINAL_NOUNS = word_set(
    """
    century floor meeting draft edition annual version cohort birthday anniversary percentile place
    street avenue road time attempt phase stage round wave site practice iteration reading review team
    party class grade year quarter week month day hour minute sector choice tranche sprint session
    interview reminder panel person post batch bullet point item action column row page chapter section
    paragraph sub
    """
)
"""What an ordinal counts, when it is not a day of the month."""

SEASON_NOUNS = word_set(
    """
    pressures pressure plan plans planning clean cleaning school schools term terms fair fairs fete
    holiday holidays break street road avenue gardens park team campaign programme program resilience
    readiness preparedness fuel flu vaccination vaccinations vaccine warmth maintenance gritting bank
    statement budget review wellbeing appeal newsletter onions into back forward action step watch gala
    party ball conference coat garden greens roll rolls water bed beds surge funding monies money
    payment payments scheme crisis
    """
)
"""What a season describes without being a time: "winter pressures", "spring clean", "summer school"."""

SCORE_WORDS = word_set(
    """
    score scored scores scoring rated rating ratings improved dropped ratio mark marks marked grade
    graded out confidence average satisfaction risk likelihood odds complete completed delivered live
    filled
    """
)
"""Words of a clause in which "6/10" is a mark and not a day."""

COUNT_STATES = word_set(
    """
    complete completed done live filled trained delivered closed green amber red recruited signed
    returned met achieved appointed vacant submitted received started open outstanding of staff people
    sites posts practices actions
    """
)

VERSION_WORDS = word_set(
    """
    version v ver phase stage section sections sop paragraph para page pages chapter appendix annex
    clause item rule room floor figure table release build step level tier band class grade action
    actions ref rec recommendation objective standard option lot sprint wave cohort batch part ward no
    number window windows ios android python office
    """
)
"""What the number after it counts: never a day."""

MOVE_WORDS = word_set(
    """
    move moved moves moving slip slipped slips slipping slippage push pushed pushes pushing shift
    shifted shifts shifting slide slid slides sliding change changed changes changing extend extended
    extends extending extension delay delayed delays delaying defer deferred deferring deferral
    reschedule rescheduled rescheduling postpone postponed postponing bring brought bringing revise
    revised revising revision put knock knocked amend amended rearrange rearranged re-arranged rebase
    rebased rebaseline rebaselined re-baselined reprofile reprofiled re-profiled update updated roll
    rolled rolls drift drifted drifting drifts adjust adjusted reset replan replanned deadline date
    dates pulled pull milestone target forecast
    """
)
"""In a clause with one of these, "from A to B" moves something from one date to another."""
