"""What a button carries: the ids it acts on, as "update:12 update:13 rag:amber"."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from bot.absences import AwayId
from bot.amending import AmendmentId
from bot.boards import ForwardItemId
from bot.closing import ClosingId
from bot.conversation import MessageId, PromptId, UpdateId
from bot.dated import ErratumId
from bot.delivery import DeliveryId
from bot.errors import NotFound
from bot.governance import DecisionId, ExtensionId, HelpId
from bot.kept_doubts import DoubtId
from bot.partnership import MeetingId, PartnershipId, PersonId
from bot.plan import ActionId, PlanId
from bot.ports.versioned import PendingId
from bot.views import ViewId, WordingId
from bot.workstreams import WorkstreamId


@dataclass(frozen=True, slots=True)
class Target:
    """A button's value, taken apart. Words of a filter run to the end of the value."""

    updates: tuple[UpdateId, ...] = ()
    actions: tuple[ActionId, ...] = ()
    prompt: PromptId | None = None
    message: MessageId | None = None
    person: PersonId | None = None
    delivery: DeliveryId | None = None
    partnership: PartnershipId | None = None
    plan: PlanId | None = None
    doubt: DoubtId | None = None
    pending: PendingId | None = None
    account: str = ""
    rag: str = ""
    progress: str = ""
    choice: int | None = None
    status: str | None = None
    extension: ExtensionId | None = None
    help: HelpId | None = None
    decision: DecisionId | None = None
    amendment: AmendmentId | None = None
    forward: ForwardItemId | None = None
    meeting: MeetingId | None = None
    erratum: ErratumId | None = None
    away: AwayId | None = None
    round_key: str = ""
    day: date | None = None
    kind: str = ""
    closing: ClosingId | None = None
    workstream: WorkstreamId | None = None
    views: tuple[ViewId, ...] = ()
    wordings: tuple[WordingId, ...] = ()

    @property
    def action(self) -> ActionId:
        """The one action this is about. Raises `NotFound` when it names none."""
        if not self.actions:
            raise NotFound("the action this button was for")
        return self.actions[0]


_WORDS = frozenset({"as", "rag", "progress", "kind"})
_LARGEST_NUMBER = 2**31 - 1
"""What the narrower of the two databases takes for a row's number."""


def _check_numbers(parts: dict[str, list[str]]) -> None:
    """Raises `NotFound` for a number that no row can have: whoever forged it is told that it is not there."""
    for held in (one for name, many in parts.items() if name not in _WORDS for one in many):
        digits = held.removeprefix("-")
        if digits.isdigit() and (len(digits) > len(str(_LARGEST_NUMBER)) or int(digits) > _LARGEST_NUMBER):
            raise NotFound("what this button was for")


def target_of(value: str) -> Target:
    """Take a value apart. Raises `NotFound` when it is not one of ours, so that nothing is acted on."""
    named, _, words = value.partition("status:")
    parts: dict[str, list[str]] = {}
    for token in named.split():
        name, _, held = token.partition(":")
        parts.setdefault(name, []).append(held)
    _check_numbers(parts)
    try:
        return Target(
            updates=tuple(UpdateId(int(one)) for one in parts.get("update", ())),
            actions=tuple(ActionId(int(one)) for one in parts.get("action", ())),
            prompt=PromptId(int(parts["prompt"][0])) if "prompt" in parts else None,
            message=MessageId(int(parts["message"][0])) if "message" in parts else None,
            person=PersonId(int(parts["person"][0])) if "person" in parts else None,
            delivery=DeliveryId(int(parts["delivery"][0])) if "delivery" in parts else None,
            partnership=PartnershipId(int(parts["partnership"][0])) if "partnership" in parts else None,
            plan=PlanId(int(parts["plan"][0])) if "plan" in parts else None,
            doubt=DoubtId(int(parts["doubt"][0])) if "doubt" in parts else None,
            pending=PendingId(int(parts["pending"][0])) if "pending" in parts else None,
            account=parts.get("as", [""])[0],
            rag=parts.get("rag", [""])[0],
            progress=parts.get("progress", [""])[0],
            choice=int(parts["choice"][0]) if "choice" in parts else None,
            extension=ExtensionId(int(parts["extension"][0])) if "extension" in parts else None,
            help=HelpId(int(parts["help"][0])) if "help" in parts else None,
            decision=DecisionId(int(parts["decision"][0])) if "decision" in parts else None,
            amendment=AmendmentId(int(parts["amendment"][0])) if "amendment" in parts else None,
            forward=ForwardItemId(int(parts["forward"][0])) if "forward" in parts else None,
            meeting=MeetingId(int(parts["meeting"][0])) if "meeting" in parts else None,
            erratum=ErratumId(int(parts["erratum"][0])) if "erratum" in parts else None,
            kind=parts.get("kind", [""])[0],
            round_key=parts.get("round", [""])[0],
            day=date.fromisoformat(parts["on"][0]) if "on" in parts else None,
            away=AwayId(int(parts["away"][0])) if "away" in parts else None,
            workstream=WorkstreamId(int(parts["workstream"][0])) if "workstream" in parts else None,
            closing=ClosingId(int(parts["closing"][0])) if "closing" in parts else None,
            views=tuple(ViewId(int(one)) for one in parts.get("view", ())),
            wordings=tuple(WordingId(int(one)) for one in parts.get("wording", ())),
            status=words.strip() if "status:" in value else None,
        )
    except ValueError as error:
        raise NotFound("what this button was for") from error
