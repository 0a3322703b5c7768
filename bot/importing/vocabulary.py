"""Word lists of the field, as data: what posts, bodies and nobody are called, and how actions begin."""

from __future__ import annotations


def _words(*lines: str) -> frozenset[str]:
    return frozenset(" ".join(lines).split())


POST_WORDS = _words(
    "manager managers director directors head heads chief executive officer officers lead leads chair chairs",
    "nurse nurses matron matrons team teams staff consultant consultants psychiatrist psychologist",
    "coordinator co-ordinator administrator commissioner commissioners clinician clinicians practitioner",
    "practitioners secretary treasurer member members board group committee subgroup sub-group forum",
    "department service services worker workers supervisor supervisors doctor doctors gp gps provider",
    "providers governance all everyone partners leader leaders portfolio holder safeguarding commissioning",
    "unit programme project trustee trustees volunteers",
)
"""Words that only a post, a team or a group has: "Team managers" is nobody's name."""

BODY_WORDS = _words(
    "council trust nhs borough pct ccg icb icbs partnership university charity association society ltd",
    "limited police mind action foundation authority healthwatch carers voice cic agency federation college",
    "school hospital improvement network county city constabulary",
)
"""Words that an organisation's name has."""

ACRONYMS = _words("GP HR IT LA PA AD PR QI OT SW MH LD CE FD MD CQ PH AI NE NW SE US UK EU")
"""Two capitals that are no person's initials: "HR Partner"."""

NOBODY = _words("tbc tba tbd n/a na none nil vacant vacancy unassigned various unknown x") | {
    *("-", "–", "—", "?", ".", ""),
    *("to be confirmed", "to be agreed", "to be appointed", "to be determined"),
    *("not known", "not yet agreed", "no lead"),
}
"""What stands in a lead's cell when there is no lead yet."""

UNFINISHED = _words(
    "a an and the of to for with by in on at from into across between through that which who whose their",
    "its this these those as or but under over within including how what be been being is are was were will",
    "would should may can not inter",
)
"""Words on which no sentence ends."""

IMPERATIVES = _words(
    "Achieve Agree Align Allocate Amend Analyse Appoint Arrange Assess Assure Audit Build Carry Clarify",
    "Co-ordinate Collect Commission Communicate Complete Conduct Confirm Consider Consult Continue",
    "Create Define Deliver Design Develop Devise Discuss Draft Embed Enable Engage Enhance Ensure",
    "Establish Evaluate Explore Extend Facilitate Finalise Formalise Gather Hold Identify Implement",
    "Improve Include Increase Introduce Invite Issue Launch Link Maintain Make Map Meet Monitor",
    "Negotiate Obtain Offer Organise Pilot Plan Prepare Present Produce Promote Provide Publish Put",
    "Raise Recruit Redesign Reduce Refresh Report Request Review Revise Roll Run Scope Secure Send Set",
    "Share Start Strengthen Submit Support Test Train Undertake Update Work Write",
)
"""How actions begin; where one stands in capitals in the middle of a cell, a second action begins."""
