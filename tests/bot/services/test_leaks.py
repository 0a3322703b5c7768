"""A classified plan, and another partnership's, are to an outsider exactly like plans there are not: in every
word they type and in every button they press."""

from __future__ import annotations

import re
from contextlib import suppress
from itertools import product

import pytest

from bot.commands import Name, command_in
from bot.conversation import Route, Said
from bot.delivery import DeliveryKind
from bot.orders import OrderKind, order_in
from bot.partnership import AccountKind
from bot.services import command, home, press
from bot.services.governance import capture
from bot.services.plans import dropped_file
from storage import Record
from tests.bot.services.guarded import (
    ELSEWHERE,
    GUEST,
    NOWHERE,
    OUTSIDERS,
    SECRET,
    World,
    outsider,
    plan_called,
)
from tests.scenarios.larkmere import account

READING = """
status {ref}|status {title}|status {lead}|status {text}|status all|history {ref}|who leads {ref}?|{ref}|mine
meetings|next board|forward plan|help|privacy|export|paper highlight for {title}|record {ref}
"""

ORDERS = """
undo|yes|no|carry on|people {lead}|settings|go live|preview {lead}|record close 1|decide|round|share
more time for {ref} until Jan 2027, waiting|withdraw my request for {ref}|grant {ref}|refuse {ref}: not yet
put {ref} down for the board|ask Dunvale IT to help with {ref}|ask {ref}|reply from Dunvale IT on {ref}: yes
group Dunvale IT is CDUNVALE|I'll take {ref}|{ref} is unblocked|Dunvale IT could unblock {ref}
{ref} superseded by 2.7a|withdraw {ref}, merged|pause {ref}, no funding|resume {ref}|re-open {ref}, gaps
accept {ref}|{ref} no longer waiting|{ref} waits for the board's decision|{ref} waits for 2.7a
tolerance of {title} review is 4 weeks|correct {ref} date to Jan 2027|{ref} recurs every 3 months from 31 Oct
decision: the plan runs on|action: write to GPs, lead S Okoro|hand {ref} to K Bramley|not now
J Tranter for S Okoro until 6 Nov|S Okoro is away 19 Oct to 6 Nov|I'm back|ask by e-mail T Vance
I work in Scotland|Team managers is vacant|scale of {title} is five point|set word Embedded to complete
outcomes|outcome of {ref}: agreed|review: the plan, June 2027|add {ref} Write to GPs
split {ref} into two|merge {ref} into 2.7a|renumber {ref} to 7.7|add K Bramley as lead of {ref}
remove S Okoro from {ref}|lead of {ref} is K Bramley|reword {ref}: shorter|move {ref} to theme 6
reword theme {text}: shorter|set agreed date of {ref} to Jan 2027
pause the {title} plan|resume the {title} plan|close the {title} plan
keep the {title} plan open|re-open the {title} plan|end {ref}: stopped, no money
close rec {ref}|lead list|minutes|{ref} risk ref CRR14
workstream Finance: {ref}|{ref} belongs to {text}|status workstream {text}|{text} is run by the Board
workstreams|{text}'s channel is C7654321|{text}'s channel is restricted
ask for views on {ref}|ask {lead} for a view on {ref} by 6 Nov|our view on {ref}: slow|views
views for the Board|view of {lead} on {ref}: slow|withdraw our view on {ref}
{lead} speaks for carers on the Board
Board meets at least 3 times a year|Board papers go to the OSC|S Okoro is a member of the Board|members Board
add a meeting of the Board on 9 December|move the Board to 21 October|the Board is cancelled
papers for the Board go on 27 November|the next board is on 9 December
S Okoro has left|{ref} goes to K Bramley|remind S Okoro|who hasn't answered|digest on Tuesdays at 10:00
send me the pack|delete {ref}|{ref} was agreed at the board to move to December|what is a baseline date
"""


def _texts(lines: str) -> tuple[str, ...]:
    return tuple(text.strip() for line in lines.strip().splitlines() for text in line.split("|"))


TEXTS = _texts(READING) + _texts(ORDERS)


class _TakenBack(Exception):
    """Ends a transaction as if nothing had been said."""


def _asked(record: Record, world: World, who: str, text: str, channel: str | None) -> str:
    """What somebody is told; they never said it."""
    told = ""
    with suppress(_TakenBack), record.open_work(world.workspace.id) as work:
        kind = AccountKind.MEMBER
        told = repr(command.command(work, outsider(work, who), text, channel=channel, account_kind=kind))
        raise _TakenBack
    return told


def _canaries(told: str, who: str) -> list[str]:
    others = () if who in ELSEWHERE else ELSEWHERE
    return [word for word in (*SECRET.values(), *others) if word in told]


@pytest.mark.parametrize(("who", "channel"), OUTSIDERS.values(), ids=OUTSIDERS)
def test_words_about_a_classified_plan_are_answered_like_words_about_none(
    sqlite_record: Record, world: World, who: str, channel: str | None
) -> None:
    different = []
    for text in TEXTS if channel is None else _texts(READING):
        secret = _asked(sqlite_record, world, who, text.format(**SECRET), channel)
        if "{" in text:
            nowhere = _asked(sqlite_record, world, who, text.format(**NOWHERE), channel)
            for name, word in SECRET.items():
                secret = secret.replace(word, NOWHERE[name])
            if _plain(secret) != _plain(nowhere):
                different.append(text)
        if _canaries(secret, who):
            different.append(text)
    assert different == []


@pytest.mark.parametrize("who", ["K Bramley", "I Ibis"])
def test_a_file_or_a_message_with_its_words_is_answered_like_one_with_others(
    sqlite_record: Record, world: World, who: str
) -> None:
    secret = _dropped(sqlite_record, world, who, SECRET)
    for name, word in SECRET.items():
        secret = secret.replace(word, NOWHERE[name])
    assert _plain(secret) == _plain(_dropped(sqlite_record, world, who, NOWHERE))
    with sqlite_record.open_work(world.workspace.id) as work:
        offered = [capture.offered(work, outsider(work, who), one["text"], channel=None) for one in PLANS]
    assert repr(offered[0]).replace(SECRET["text"], NOWHERE["text"]) == repr(offered[1])
    assert who == "I Ibis" or _canaries(repr(offered), who) == []


PLANS = (SECRET, NOWHERE)


def _dropped(record: Record, world: World, who: str, words: dict[str, str]) -> str:
    """What somebody is told who drops a plan with these words; they never did."""
    told = ""
    with suppress(_TakenBack), record.open_work(world.workspace.id) as work:
        said = Said(None, account(who), "DX", "5.5", "", work.now, Route.DIRECT_MESSAGE)
        draft = plan_called(f"{words['title']} review", words["ref"], words["text"], "S Okoro")
        dropped_file.bring(work, dropped_file.Dropped(said, f"{words['title']}.csv"), draft)
        owed = work.owing.find("DX", DeliveryKind.REPLY.value, "reply:DX:5.5:0")
        told = repr(owed.owed.body if owed else None)
        raise _TakenBack
    return told


def _plain(told: str) -> str:
    """Without the numbers of rows, which differ from one asking to the next."""
    return re.sub(r":\d+", ":N", told)


@pytest.mark.parametrize("who", ["K Bramley", GUEST, "I Ibis", "Q Nobody"])
def test_nobodys_home_shows_it(sqlite_record: Record, world: World, who: str) -> None:
    with sqlite_record.open_work(world.workspace.id) as work:
        assert _canaries(repr(home.home(work, account(who))), who) == []
        shown = repr(home.home(work, account(SECRET["lead"])))
    assert SECRET["ref"] in shown, "it is its lead's to see"


def test_every_word_of_the_bot_is_among_them() -> None:
    said = [text.format(**SECRET) for text in TEXTS]
    orders = {order.kind for one in said if (order := order_in(one)) is not None}
    names = {found.name for one in said if (found := command_in(one)) is not None}
    assert set(OrderKind) - orders == set()
    assert set(Name) - names == set()


@pytest.mark.parametrize("who", ["K Bramley", GUEST, "I Ibis"])
def test_a_forged_button_is_answered_like_one_of_nothing_there_is(
    sqlite_record: Record, world: World, who: str
) -> None:
    different = []
    with sqlite_record.open_work(world.workspace.id) as work:
        person = outsider(work, who)
        for act, named in product(press.USES, _values(world, who)):
            told = repr(press.press(work, person, act, named, ""))
            nothing = repr(press.press(work, person, act, re.sub(r":\d+", ":999999", named), ""))
            is_of_somebody = named.startswith(("message", "person"))
            if (told != nothing and not is_of_somebody) or _canaries(told, who):
                different.append((act, named))
    assert different == []
    with sqlite_record.open_work(world.workspace.id, read_only=True) as work:
        (secret,) = (plan for plan in work.plans.live() if plan.is_restricted)
        noted = work.audit.refusals(secret.partnership_id, work.now)
    of_it = [one.act for one in noted if one.action_id == world.ids["action"]]
    assert of_it == ["see the plan"], "tried again and again, it stands once"


def _values(world: World, who: str) -> list[str]:
    """What a forged button carries: all ids at once, and for one outsider some by themselves too."""
    each = [f"{name}:{number}" for name, number in world.ids.items()]
    return [" ".join(each), *(each[:3] if who == "K Bramley" else ())]
