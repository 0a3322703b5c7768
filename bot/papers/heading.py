"""What every paper begins with: its title, its stamp, what the board is asked, and whom to ask about it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from bot.asks import (
    A_CONSULTATION,
    A_DATE,
    A_LEAD,
    A_RENEWAL,
    A_REPORT,
    A_REVIEW,
    LATE,
    MORE_TIME,
    REPORTED_DONE,
    Ask,
)
from bot.governance import ExtensionRequest
from bot.instants import local_time
from bot.pack import Pack
from bot.papers import cells
from bot.papers.facts import PaperFacts
from bot.papers.paper import AskLine, Paper, PaperKind, Section
from bot.partnership import Meeting
from bot.phrases import boards, dates, packs
from bot.phrases.words import counted, listed, quoted, shortened
from bot.plan import Action, ActionId, Classification

MOST_REFS = 12
MOST_REQUESTS = 30
"""As many requests for more time as have a line of their own among the asks."""

TITLES: dict[PaperKind, str] = {
    PaperKind.HIGHLIGHT: "Highlight report",
    PaperKind.EXCEPTION: "Exception report",
    PaperKind.TRACKER: "Tracker",
    PaperKind.YEAR_ON: "Year-on report",
    PaperKind.FINAL: "Final report",
}

CLASSIFIED: dict[Classification, str] = {
    Classification.UNRESTRICTED: "Unrestricted",
    Classification.RESTRICTED: "Restricted",
}


def paper(
    facts: PaperFacts, kind: PaperKind, asks: tuple[AskLine, ...], summary: str, sections: tuple[Section, ...]
) -> Paper:
    """A paper of these parts, under the heading that the pack gives it."""
    pack = facts.pack
    at = local_time(pack.as_at, facts.zone)
    return Paper(
        kind=kind,
        title=f"{TITLES[kind]}: {listed([plan.title for plan in pack.plans]) or pack.name}",
        meeting=meeting_words(pack.meeting),
        number=pack.number,
        as_at=f"{dates.weekday_with_year(at.date())} {at:%H:%M}",
        classification=CLASSIFIED[pack.classification],
        audit_head=pack.audit_head,
        is_draft=facts.is_draft,
        standing=(*_draft(facts), *_errata(facts)),
        asks=asks,
        summary=summary,
        sections=tuple(section for section in sections if section.blocks),
        contact=f"Contact: {listed(facts.officers)}, board officer." if facts.officers else "",
        distribution=pack.distribution,
    )


def meeting_words(meeting: Meeting) -> str:
    """ "Board, Wed 14 Oct 2026"."""
    when = dates.weekday_with_year(meeting.on.end) if meeting.has_day else dates.timescale(meeting.on)
    return f"{meeting.body}, {when}"


def _draft(facts: PaperFacts) -> tuple[str, ...]:
    if not facts.is_draft:
        return ()
    at = facts.freezes_at
    if at is None:
        return ("Draft, not frozen: composed as things stand. This meeting has no paper deadline yet.",)
    if at <= local_time(facts.pack.as_at, facts.zone):
        return ("Draft, not frozen: composed as things stand. No pack was kept for this meeting.",)
    when = f"{dates.weekday_with_year(at.date())} at {at:%H:%M}"
    return (f"Draft, not frozen: composed as things stand. The pack of this meeting is frozen on {when}.",)


def _errata(facts: PaperFacts) -> tuple[str, ...]:
    return tuple(f"Erratum: {cells.on_paper(line)}" for line in facts.errata)


def ask_lines(pack: Pack) -> tuple[AskLine, ...]:
    """What the board is asked, decisions first; every request for more time in a line of its own."""
    found: list[AskLine] = []
    known = pack.by_id
    for ask in pack.asks:
        if ask.about == MORE_TIME:
            found += more_time_lines(pack, pack.pending, known)
        else:
            found.append(AskLine(ask.kind.value.upper(), ABOUT[ask.about](pack, ask)))
    return tuple(found)


def more_time_lines(
    pack: Pack, requests: Sequence[ExtensionRequest], known: Mapping[ActionId, Action]
) -> tuple[AskLine, ...]:
    """Every request in a line of its own; of very many the last together in one."""
    first = [more_time(pack, one, known.get(one.action_id)) for one in requests[:MOST_REQUESTS]]
    rest = [known[one.action_id].ref for one in requests[MOST_REQUESTS:] if one.action_id in known]
    told = (*first, f"More time for {some_of(rest)}, each as asked.") if rest else first
    return tuple(AskLine("DECIDE", words) for words in told)


def more_time(pack: Pack, request: ExtensionRequest, action: Action | None) -> str:
    """ "More time for 2.7a, to Jan 2027 (first date Sept 2026). S Okoro: "locum starts 12 Oct"."."""
    ref = action.ref if action else "an action"
    first = f" (first date {cells.first_of(action)})" if action else ""
    by = dict(pack.names).get(request.asked_by, "Its lead")
    reason = quoted(shortened(request.reason, cells.WORDS))
    return f"More time for {ref}, to {dates.timescale(request.wanted)}{first}. {by}: {reason}"


def _lead(pack: Pack, ask: Ask) -> str:
    return f"Who is to lead {_refs_of(pack, ask)}."


def _date(pack: Pack, ask: Ask) -> str:
    return f"By when {_refs_of(pack, ask)} {'is' if len(ask.actions) == 1 else 'are'} to be done."


def _done(pack: Pack, ask: Ask) -> str:
    return f"That {_refs_of(pack, ask)}, reported done, {'is' if len(ask.actions) == 1 else 'are'} complete."


def _late(pack: Pack, ask: Ask) -> str:
    return f"That {counted(len(ask.actions), 'action is', 'actions are')} late: {_refs_of(pack, ask)}."


def _items(pack: Pack, ask: Ask) -> str:
    found = [item for one in ask.items if (item := pack.item(one)) is not None]
    return listed([f"{item.what} ({boards.when(item.when)})" for item in found])


ABOUT: dict[str, Callable[[Pack, Ask], str]] = {
    A_LEAD: _lead,
    A_DATE: _date,
    REPORTED_DONE: _done,
    LATE: _late,
    A_RENEWAL: lambda pack, ask: f"Whether to renew {_items(pack, ask)}.",
    A_REVIEW: lambda pack, ask: f"On the intended review of {_items(pack, ask)}.",
    A_CONSULTATION: lambda pack, ask: f"On the consultation on {_items(pack, ask)}.",
    A_REPORT: lambda pack, ask: f"That a report is due on {_items(pack, ask)}.",
}
"""How a paper puts each ask but the requests for more time."""


def _refs_of(pack: Pack, ask: Ask) -> str:
    known = pack.by_id
    return some_of([known[one].ref for one in ask.actions if one in known])


def some_of(refs: Sequence[str]) -> str:
    """ "2.7a and 3.4"; of very many the first dozen."""
    if len(refs) <= MOST_REFS:
        return listed(refs)
    return f"{', '.join(refs[:MOST_REFS])} and {len(refs) - MOST_REFS} more"


def minuted(pack: Pack) -> str:
    """The sentence that councils minute."""
    return packs.minuted(pack.assessed)


def plans_end(pack: Pack) -> tuple[str, ...]:
    """To when the plans run, where that was agreed."""
    said = packs.plans_end(pack)
    return (said,) if said else ()
