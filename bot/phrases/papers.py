"""What is said of board papers: which one it is, where it went, and why one could not be made."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from bot.papers.paper import Paper, PaperKind
from bot.phrases import dates
from bot.phrases.words import counted

KINDS: dict[PaperKind, str] = {
    PaperKind.HIGHLIGHT: "Highlight report",
    PaperKind.EXCEPTION: "Exception report",
    PaperKind.TRACKER: "Tracker",
    PaperKind.YEAR_ON: "Year-on report",
    PaperKind.FINAL: "Final report",
}

NO_OFFICE = "a PDF needs LibreOffice, which is not on this machine; leave --pdf out"
NO_PDF = "LibreOffice made no PDF of it; leave --pdf out to have the Word document"
NO_OFFICE_THERE = "A PDF needs LibreOffice, which is not on the bot's machine; this is the Word file."
NO_PDF_THERE = "LibreOffice made no PDF of it in time; this is the Word file."
NO_PDF_BUSY = "Several PDFs are being made just now. Nothing was sent. Please ask again in a few minutes."
NO_PDF_STOPPED = "I was restarted before the PDF was made. Nothing was sent. Please ask for it again."
PDF_FOLLOWS = "The PDF follows; making it can take a minute."
TRACKER_HAS_NO_PDF = "A tracker is an Excel file, so it comes as one."
TRACKER_IS_EXCEL = "the tracker is an Excel file; --pdf and --template are for the other two"
NOT_WORD = "the template is no Word document (.docx)"


NO_NAMES = (
    "the template has nothing to fill in: put names in double braces where they are wanted, such as "
    "{{ title }}; docs/papers.md lists them"
)


def no_such_name(name: str, nearest: str | None) -> str:
    """The template asks for what there is not; `nearest` is what was probably meant."""
    meant = f"did you mean “{nearest}”? " if nearest else ""
    return (
        f"the template asks for “{name}”, which no paper has; {meant}docs/papers.md lists the names there are"
    )


def bad_tag(tag: str) -> str:
    """A tag of the template cannot be read."""
    return f"the template has “{tag}”, which cannot be read; a name is one word, such as {{{{ as_at }}}}"


def unclosed_brace(tag: str) -> str:
    """Braces that are opened and not closed."""
    return f"the template has “{tag}”, whose braces are not closed as they were opened"


def unclosed_block(tag: str) -> str:
    """A loop without its end, or an end without its loop."""
    return (
        f"the template has “{tag}” without its other half; what begins with {{%p for … %}} ends with "
        "{%p endfor %}"
    )


def bad_tag_told(told: str) -> str:
    """A tag of the template that is wrong in some other way, as its reader put it."""
    return f"the template has a tag that cannot be read ({told.rstrip('.')})"


def not_filled(told: str) -> str:
    """Anything else about a template."""
    return f"the template cannot be filled ({told[:200]})"


def unopened(why: str) -> str:
    """The template is a file that is refused before it is opened."""
    return f"the template is not opened. {why}".rstrip(".")


def no_plan(body: str) -> str:
    """Nothing goes to this meeting."""
    return f"no live plan goes to {body}"


def other_plan(title: str, body: str) -> str:
    """The plan that was asked for goes to other bodies."""
    return f"“{title}” does not go to {body}"


def which_plan(titles: Sequence[str]) -> str:
    """A tracker is of one plan."""
    return f"a tracker is of one plan; say which: {', '.join(f'“{title}”' for title in titles)}"


def which_meeting(ahead: Sequence[str], total: int) -> str:
    """No meeting of that body, or on that day; `ahead` are the first of those that there are."""
    if not ahead:
        return "no meeting is ahead"
    more = f"; +{total - len(ahead)} more" if total > len(ahead) else ""
    return f"I find no such meeting. Ahead: {'; '.join(ahead)}{more}"


def nothing_to_look_back_on(since: date, began: date, on: date) -> str:
    """A look back from a day that is not past, or on a plan that went live on the day itself."""
    as_at = f"the paper is as at {dates.day_with_year(on)}"
    if began >= on:
        return f"{as_at} and the record begins on {dates.day_with_year(began)}: nothing lies between"
    return f"{as_at}, so it cannot look back from {dates.day_with_year(since)}; say an earlier day"


SINCE_IS_YEAR_ON = "only a year-on report is since a day; leave the day out"


def no_such_since(words: str) -> str:
    """What stands after "since" is no day."""
    return f"“{words}” is no day that I can read; say, for example, “since 14 Oct 2025”"


def written(paper: Paper, name: str) -> str:
    """A paper that was written, and whether it is of a frozen pack."""
    asks = f" {counted(len(paper.asks), 'ask')} on top." if paper.asks else " Nothing is asked of the board."
    return f"{KINDS[paper.kind]} for {paper.meeting}: {paper.stamp}.{asks} {name}"


def tracker_written(meeting: str, stamp: str, actions: int, name: str) -> str:
    """A tracker that was written."""
    return f"Tracker for {meeting}: {stamp}. {counted(actions, 'action')}. {name}"


def on_its_way(kind: PaperKind, meeting: str, stamp: str) -> str:
    """What comes with the message."""
    return f"{KINDS[kind]} for {meeting}: {stamp}."


ONLY_WHEN_CLOSED = "the final report is made when a plan is closed; ask for it there"


def no_final(title: str) -> str:
    """A plan without a final report."""
    return f"{title} has not been closed, so it has no final report"
