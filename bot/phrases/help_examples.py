"""The examples that help gives, by subject: every one is something the bot takes."""

from __future__ import annotations

from bot.help_topics import Topic

OF_THE_BOARD = (Topic.STATUS, Topic.DECISIONS, Topic.MEETINGS, Topic.PAPERS)
"""Subjects of a chair, too."""

SHORT: dict[Topic, tuple[str, ...]] = {
    Topic.STATUS: ("status", "late", "status 2.7"),
    Topic.DECISIONS: ("decide", "accept 4.1", "minutes"),
    Topic.MEETINGS: ("meetings", "move the board to 21 October"),
    Topic.PAPERS: ("paper highlight", "export", "send me the pack"),
    Topic.ROUND: ("who hasn't answered", "remind S Okoro", "for L Pashley by phone: 3.2 done"),
    Topic.PEOPLE: ("S Okoro is away until 6 Nov", "2.7 goes to J Tranter"),
    Topic.PLAN: ("drop a file here", "add 4.6 Map respite beds, by March 2027", "undo"),
    Topic.SETTINGS: ("settings", "send the digest on Tuesdays at 10:00"),
}
"""The two or three that stand for a subject."""

EXAMPLES: dict[Topic, tuple[str, ...]] = {
    Topic.STATUS: (
        "status", "late", "status red", "status no update", "status 2.7", "status L Pashley",
        "since papers", "status as at 1 September", "history 2.7", "ask 1.10",
        "ask Dunvale IT to help with 2.7", "share late", "what is a baseline date",
    ),
    Topic.DECISIONS: (
        "decide", "grant 2.7, minute 6.2", "refuse 2.7: bring an interim letter first", "accept 4.1",
        "withdraw 5.4, merged with 5.2", "decision: …", "action: …, lead J Tranter, by Dec 2026",
        "minutes", "outcomes", "ask the Board members for views on 2.7 by 6 Nov", "views",
    ),
    Topic.MEETINGS: ("next board", "meetings", "forward plan"),
    Topic.PAPERS: (
        "paper highlight", "exception report for the Board", "paper tracker",
        "year-on report for the Board since 1 March", "highlight report as pdf", "export", "export word",
    ),
    Topic.ROUND: (),
    Topic.PEOPLE: (),
    Topic.PLAN: (),
    Topic.SETTINGS: (),
}  # fmt: skip
"""Everything of a subject that a chair may say."""

OFFICERS_EXAMPLES: dict[Topic, tuple[str, ...]] = {
    Topic.MEETINGS: (
        "move the board to 21 October, papers 12 October",
        "add a meeting of the Board on 9 December, papers 30 November",
        "papers for the December board go on 27 November",
        "the board on 14 October is cancelled",
        "review: the agreement, Board, Sept 2027",
        "the Board meets at least 3 times a year",
        "Board papers go to the OSC, SHA",
        "members Board",
        "T Vance is a voting member of the Board",
        "J Kelly speaks for carers on the Board",
        "L Smith supports J Kelly at the Board",
    ),
    Topic.PAPERS: ("send me the pack", "preview digest as if 3 September", "record 2.7"),
    Topic.ROUND: (
        "round",
        "who hasn't answered",
        "remind S Okoro",
        "chase everyone",
        "preview S Okoro",
        "for L Pashley by phone: 3.2 done",
        "L Pashley rang, 3.2 is done",
        "ask by e-mail L Pashley",
        "view of J Kelly by phone on 2.7: …",
    ),
    Topic.PEOPLE: (
        "people",
        "lead list",
        "S Okoro is away 19 Oct to 6 Nov",
        "J Tranter for S Okoro until 6 Nov",
        "S Okoro has left",
        "hand over everything of R Dunmore to T Vance",
        "2.7 goes to J Tranter",
        "add K Bramley to 2.7",
        "J Tranter holds Director of Nursing",
        "Director of Nursing is vacant",
        "S Okoro works in Scotland",
    ),
    Topic.PLAN: (
        "doubts",
        "go live",
        "add 4.6 Map respite beds, lead S Okoro, by March 2027",
        "split 2.7",
        "merge 3.1 into 3.2",
        "renumber 1.4 to 1.5",
        "reword 2.7: …",
        "reword theme 4: …",
        "move 2.7 to theme 4",
        "correct 2.7 date to Jan 2027",
        "pause 2.7 until April",
        "close rec 2.7",
        "workstream Finance: 2.7, 4.1",
        "Finance's channel is #finance",
        "workstreams",
        "pause the plan until 5 January",
        "close the plan",
        "undo",
    ),
    Topic.SETTINGS: (
        "settings",
        "send the digest on Tuesdays at 10:00",
        "set asking time to 10:00",
        "set tolerance to 4 weeks",
        "set nation to Scotland",
        "set word “Embedded” to complete",
    ),
}
"""What else an officer may say."""

NOTES: dict[Topic, str] = {
    Topic.PLAN: "Drop a Word, Excel or CSV file here to bring a plan in, or its next version.",
    Topic.ROUND: "Each lead has one question and one reminder a round; after that the list is yours.",
    Topic.MEETINGS: "A timetable or a calendar file can be dropped here too.",
}
"""What is no example."""
