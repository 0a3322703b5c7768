"""One tree of errors; each has its sentence for a person in `bot.phrases.refusals`."""

from __future__ import annotations

from datetime import date, timedelta
from enum import StrEnum

from bot.partnership import PartnershipId
from bot.plan import ActionId


class LeadlineError(Exception):
    """Anything the bot can explain to a person. Nothing was saved."""


class NotAllowed(LeadlineError):
    """This person may not do this; `who_can` names those who may. The ids say of what, where that is known,
    and `is_guest` that it is for want of a member's account."""

    def __init__(
        self,
        act: str,
        subject: str = "",
        who_can: tuple[str, ...] = (),
        *,
        partnership: PartnershipId | None = None,
        action: ActionId | None = None,
        is_guest: bool = False,
    ) -> None:
        super().__init__(f"not allowed: {act} {subject}")
        self.act = act
        self.subject = subject
        self.who_can = who_can
        self.partnership = partnership
        self.action = action
        self.is_guest = is_guest


class NotFound(LeadlineError):
    """There is no such plan, action, person or update, or none this person can see."""

    def __init__(self, what: str) -> None:
        super().__init__(f"not found: {what}")
        self.what = what


class SeveralActions(LeadlineError):
    """A number that means more than one action here; `which` says them apart."""

    def __init__(self, ref: str, which: tuple[str, ...]) -> None:
        super().__init__(f"several actions: {ref}")
        self.ref = ref
        self.which = which


class ActionChanged(LeadlineError):
    """Somebody else changed the action a moment ago; the new state must be read first."""

    def __init__(self, ref: str) -> None:
        super().__init__(f"changed meanwhile: {ref}")
        self.ref = ref


class PlanClosed(LeadlineError):
    """The plan was closed on a day, so nothing of it is changed; `who` can open it again until `until`, or
    nobody any more."""

    def __init__(self, title: str, on: date, until: date | None, who: tuple[str, ...]) -> None:
        super().__init__(f"closed: {title}")
        self.title = title
        self.on = on
        self.until = until
        self.who = who


class RecordBusy(LeadlineError):
    """Another writer held the record for longer than a person can be kept waiting."""

    def __init__(self) -> None:
        super().__init__("the record is busy with another writer")


class IdentityTaken(LeadlineError):
    """This platform identity already belongs to somebody else."""

    def __init__(self, name: str) -> None:
        super().__init__(f"already bound to {name}")
        self.name = name


class ChannelTaken(LeadlineError):
    """Another partnership has this channel: one of their two digests of a week would be lost."""

    def __init__(self) -> None:
        super().__init__("another partnership has this channel")


class UnfitMeeting(LeadlineError):
    """The dates of a meeting contradict each other; `why` says how."""

    def __init__(self, why: str) -> None:
        super().__init__("the dates of a meeting contradict each other")
        self.why = why


class AlreadySettled(LeadlineError):
    """The update was confirmed, cancelled or undone before."""

    def __init__(self, state: str) -> None:
        super().__init__(f"already {state}")
        self.state = state


class NotPosted(LeadlineError):
    """The platform certainly did not take the message; `retry_after` says when to try again, if ever, and
    `holds_all` that until then it wants nothing for any other channel either."""

    def __init__(self, reason: str, retry_after: timedelta | None = None, *, holds_all: bool = False) -> None:
        super().__init__(reason)
        self.reason = reason
        self.retry_after = retry_after
        self.holds_all = holds_all


class MaybePosted(LeadlineError):
    """The platform may or may not have taken the message."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class HistoryUnreadable(LeadlineError):
    """The platform does not let us look whether a message is there."""


class PlanUnreadable(LeadlineError):
    """A file could not be read as a plan; `what_to_do` is the advice."""

    def __init__(self, why: str, what_to_do: str) -> None:
        super().__init__(f"{why} {what_to_do}")
        self.why = why
        self.what_to_do = what_to_do


class PaperUnmade(LeadlineError):
    """A board paper could not be made; `why` says so, as the end of a sentence."""

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why


class WhyNotFetched(StrEnum):
    """Why a file that was dropped could not be had from the platform."""

    NO_SCOPE = "no_scope"
    REFUSED = "refused"
    GONE = "gone"
    TOO_LARGE = "too_large"


class FileNotFetched(LeadlineError):
    """A dropped file could not be fetched. `limit` is in megabytes, where its size was the reason."""

    def __init__(self, why: WhyNotFetched, limit: int = 0) -> None:
        super().__init__(why.value)
        self.why = why
        self.limit = limit


class SchemaMismatch(LeadlineError):
    """The database is not of this program's revision; `what_to_run` mends it."""

    def __init__(self, found: str | None, what_to_run: str) -> None:
        super().__init__(f"unexpected revision {found}; {what_to_run}")
        self.found = found
        self.what_to_run = what_to_run


class UnfitDatabase(LeadlineError):
    """The database cannot be reached, or cannot keep the record safely; `why` says so, with the remedy."""

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why
