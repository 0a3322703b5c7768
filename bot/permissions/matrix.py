"""Who may do what, as a table: a row a right, a column a role. Nothing else in the project decides it."""

from __future__ import annotations

from enum import StrEnum

from bot.plan import PlanState


class Role(StrEnum):
    """What somebody is to a plan; one person may be several. A guest is whoever is of another organisation's
    workspace, or let into this one with less than a member's account, and then nothing else."""

    MEMBER = "member"
    LEAD = "lead"
    DEPUTY = "deputy"
    CHAIR = "chair"
    OFFICER = "officer"
    ADMINISTRATOR = "administrator"
    GUEST = "guest"


class Right(StrEnum):
    """What may be done; its value opens the refusal's sentence in `bot.phrases.refusals`."""

    SEE = "see the plan"
    UPDATE = "update"
    RELAY = "relay"
    ASK_MORE_TIME = "ask more time"
    DECIDE_MORE_TIME = "decide more time"
    ACCEPT = "accept"
    REOPEN = "reopen"
    WITHDRAW = "withdraw"
    CORRECT = "correct"
    AMEND = "amend"
    PROPOSE_AMENDMENT = "propose an amendment"
    RECORD = "record a decision"
    ASK_UPDATE = "ask for an update"
    ASK_GROUP = "ask a group"
    TAKE_BLOCKER = "take a blocker"
    ASK_VIEWS = "ask for views"
    GIVE_VIEW = "give a view"
    SHARE = "share"
    MAKE_PAPER = "make a paper"
    EXPORT = "export"
    RUN = "run"
    ARRANGE_COVER = "arrange cover"
    ERASE = "erase"
    CONFIRM_CLOSING = "confirm a closing"


class Extent(StrEnum):
    """How far a right reaches: `OWN` what they lead or stand in for (or are); `OTHERS` everything but that,
    and but what they asked for, claimed or entered themselves."""

    NO = "no"
    OWN = "own"
    OTHERS = "others"
    YES = "yes"


NO, OWN, OTHERS, YES = Extent

COLUMNS = tuple(Role)

_ROWS: dict[Right, tuple[Extent, ...]] = {
    #                       member lead deputy chair   officer administrator guest
    Right.SEE:              (YES,  YES, YES,   YES,    YES,    YES,          OWN),
    Right.UPDATE:           (NO,   OWN, OWN,   YES,    YES,    NO,           OWN),
    Right.RELAY:            (NO,   NO,  NO,    NO,     YES,    NO,           NO),
    Right.ASK_MORE_TIME:    (NO,   OWN, OWN,   NO,     NO,     NO,           OWN),
    Right.DECIDE_MORE_TIME: (NO,   NO,  NO,    OTHERS, OTHERS, NO,           NO),
    Right.ACCEPT:           (NO,   NO,  NO,    OTHERS, OTHERS, NO,           NO),
    Right.REOPEN:           (NO,   NO,  NO,    YES,    YES,    NO,           NO),
    Right.WITHDRAW:         (NO,   NO,  NO,    YES,    YES,    NO,           NO),
    Right.CORRECT:          (NO,   NO,  NO,    NO,     YES,    NO,           NO),
    Right.AMEND:            (NO,   NO,  NO,    NO,     YES,    NO,           NO),
    Right.PROPOSE_AMENDMENT:(NO,   OWN, OWN,   YES,    YES,    NO,           NO),
    Right.RECORD:           (NO,   NO,  NO,    YES,    YES,    NO,           NO),
    Right.ASK_UPDATE:       (NO,   NO,  NO,    YES,    YES,    NO,           NO),
    Right.ASK_GROUP:        (NO,   OWN, OWN,   YES,    YES,    NO,           OWN),
    Right.TAKE_BLOCKER:     (NO,   NO,  NO,    YES,    YES,    NO,           NO),
    Right.ASK_VIEWS:        (NO,   NO,  NO,    YES,    YES,    NO,           NO),
    Right.GIVE_VIEW:        (OWN,  OWN, OWN,   OWN,    OWN,    NO,           OWN),
    Right.SHARE:            (NO,   NO,  NO,    YES,    YES,    NO,           NO),
    Right.MAKE_PAPER:       (NO,   NO,  NO,    YES,    YES,    YES,          NO),
    Right.EXPORT:           (NO,   OWN, OWN,   YES,    YES,    YES,          NO),
    Right.RUN:              (NO,   NO,  NO,    NO,     YES,    YES,          NO),
    Right.ARRANGE_COVER:    (OWN,  OWN, OWN,   OWN,    YES,    NO,           OWN),
    Right.ERASE:            (NO,   NO,  NO,    OTHERS, OTHERS, NO,           NO),
    Right.CONFIRM_CLOSING:  (NO,   NO,  NO,    OTHERS, NO,     NO,           NO),
}  # fmt: skip
"""The matrix of RELIABILITY.md §4. The administrator is whoever runs the program, at the terminal: an erasure
is carried out there, in the names of two of the board. A chair's or officer's own word on what they do not
lead needs a reason beside the right, which `bot.services.updates.grounds` asks for. Whose own a view is, the
seats say, in `bot.views`."""

MATRIX: dict[Right, dict[Role, Extent]] = {
    right: dict(zip(COLUMNS, row, strict=True)) for right, row in _ROWS.items()
}

_EVER = frozenset(PlanState)
_ONCE_LIVE = _EVER - {PlanState.DRAFT}
_WHILE_LIVE = frozenset({PlanState.LIVE})

WHEN: dict[Right, frozenset[PlanState]] = {
    **dict.fromkeys(Right, _WHILE_LIVE),
    **dict.fromkeys((Right.SEE, Right.EXPORT, Right.MAKE_PAPER, Right.SHARE), _ONCE_LIVE),
    **dict.fromkeys((Right.RUN, Right.ARRANGE_COVER, Right.ERASE), _EVER),
}
"""In which states of a plan each right stands: a draft is its officer's alone, an ended plan is only read."""
