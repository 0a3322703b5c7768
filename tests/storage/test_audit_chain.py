"""The arithmetic of the chain, without a database."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from bot.partnership import PartnershipId
from storage.audit_chain import GENESIS, Fault, FaultKind, Link, faults, keyed_hash, plain_values

AT = datetime(2026, 9, 21, 8, 30, tzinfo=UTC)
LARKMERE = PartnershipId(1)


def chain(length: int) -> list[tuple[Link, str]]:
    links: list[tuple[Link, str]] = []
    prev = GENESIS
    for seq in range(1, length + 1):
        link = Link(seq, AT, 7, "introduced", f"person:{seq}", {}, None, prev)
        prev = link.digest()
        links.append((link, prev))
    return links


def found(links: list[tuple[Link, str]], head: tuple[int, str] | None) -> list[Fault]:
    return list(faults(LARKMERE, links, head))


def test_a_whole_chain_has_no_faults() -> None:
    links = chain(3)
    assert found(links, (3, links[-1][1])) == []
    assert found([], (0, GENESIS)) == []


def test_the_instant_is_hashed_whatever_zone_it_is_told_in() -> None:
    link = chain(1)[0][0]
    in_summer_time = replace(link, at=AT.astimezone(timezone(timedelta(hours=1))))
    assert in_summer_time.digest() == link.digest()


@pytest.mark.parametrize(
    "change",
    [
        {"seq": 2},
        {"at": AT + timedelta(microseconds=1)},
        {"actor": 8},
        {"actor": None},
        {"verb": "prompted"},
        {"subject": "person:2"},
        {"details": {"rag": "red"}},
        {"words_hmac": "ab"},
        {"prev": "ff"},
    ],
)
def test_everything_an_event_holds_is_hashed(change: dict[str, object]) -> None:
    link = chain(1)[0][0]
    assert replace(link, **change).digest() != link.digest()  # type: ignore[arg-type]  # by name


def test_an_event_rewritten_with_a_fitting_hash_shows_in_its_successor() -> None:
    links = chain(3)
    forged = replace(links[1][0], subject="person:99")
    links[1] = (forged, forged.digest())
    assert found(links, (3, links[-1][1])) == [Fault(LARKMERE, 2, FaultKind.CHANGED)]


def test_an_event_before_the_first_is_from_outside() -> None:
    links = chain(2)
    before = replace(links[0][0], seq=0)
    assert found([(before, before.digest()), *links], (2, links[-1][1])) == [
        Fault(LARKMERE, 0, FaultKind.INSERTED)
    ]


def test_a_first_event_that_follows_something_else_was_changed() -> None:
    links = chain(1)
    forged = replace(links[0][0], prev="ff")
    assert found([(forged, forged.digest())], (1, forged.digest())) == [Fault(LARKMERE, 1, FaultKind.CHANGED)]


def test_without_its_head_every_event_is_doubtful() -> None:
    assert [fault.kind for fault in found(chain(2), None)] == [FaultKind.INSERTED] * 2


def test_a_fault_says_what_was_done_where() -> None:
    assert str(Fault(LARKMERE, 3, FaultKind.CHANGED)) == "Partnership 1: event 3 was changed."


def test_words_are_hashed_with_the_key() -> None:
    assert keyed_hash(b"one", "1.4 done") == keyed_hash(b"one", "1.4 done")
    assert keyed_hash(b"one", "1.4 done") != keyed_hash(b"other", "1.4 done")
    assert keyed_hash(b"one", "half a pair \ud83d") != ""


def test_values_are_kept_as_json_gives_them_back() -> None:
    assert plain_values({"on": date(2026, 9, 21), "actions": (1, 2)}) == {
        "on": "2026-09-21",
        "actions": [1, 2],
    }
    with pytest.raises(TypeError):
        plain_values({"person": object()})
