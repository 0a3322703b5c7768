"""Which line of a new document is which action: tables of what boards do to their plans."""

from __future__ import annotations

import pytest

from bot.versions.matching import Entry, likeness, match

PLAN = (
    ("1.1", "Single referral form for every practice"),
    ("1.2", "Shared duty rota across both partners"),
    ("1.3", "Waiting times on the public website"),
    ("2.1", "Weekly discharge meeting with housing"),
    ("2.2", "List of people ready to leave hospital"),
)

CASES: dict[str, tuple[tuple[tuple[str, str], ...], tuple[str, ...]]] = {
    # The new document, and for each of its lines the old reference it answers to ("" for a new one).
    "the same": (PLAN, ("1.1", "1.2", "1.3", "2.1", "2.2")),
    "a row put in front shifts every number": (
        (
            ("1.1", "Welcome pack in five languages"),
            ("1.2", "Single referral form for every practice"),
            ("1.3", "Shared duty rota across both partners"),
            ("1.4", "Waiting times on the public website"),
            *PLAN[3:],
        ),
        ("", "1.1", "1.2", "1.3", "2.1", "2.2"),
    ),
    "a whole theme renumbered": (
        (*PLAN[:3], ("3.1", PLAN[3][1]), ("3.2", PLAN[4][1])),
        ("1.1", "1.2", "1.3", "2.1", "2.2"),
    ),
    "two themes that change places": (
        (("1.1", PLAN[3][1]), ("1.2", PLAN[4][1]), ("2.1", PLAN[0][1]), ("2.2", PLAN[1][1])),
        ("2.1", "2.2", "1.1", "1.2"),
    ),
    "a row reworded under its number": (
        (PLAN[0], ("1.2", "A shared duty rota across all partners"), *PLAN[2:]),
        ("1.1", "1.2", "1.3", "2.1", "2.2"),
    ),
    "a row reworded and renumbered": (
        (PLAN[0], ("4.7", "Shared duty rota across both of the partners"), *PLAN[2:]),
        ("1.1", "1.2", "1.3", "2.1", "2.2"),
    ),
    "another action under an old number": (
        (PLAN[0], ("1.2", "Buy new laptops"), *PLAN[2:]),
        ("1.1", "", "1.3", "2.1", "2.2"),
    ),
    "a row taken out, the others closing up": (
        (PLAN[0], ("1.2", PLAN[2][1]), *PLAN[3:]),
        ("1.1", "1.3", "2.1", "2.2"),
    ),
    "capitals and full stops": (
        (("1.1.", "SINGLE REFERRAL FORM, for every practice."), *PLAN[1:]),
        ("1.1", "1.2", "1.3", "2.1", "2.2"),
    ),
    "a text that was lost": ((("1.1", ""), *PLAN[1:]), ("1.1", "1.2", "1.3", "2.1", "2.2")),
}


def entries(rows: tuple[tuple[str, str], ...]) -> list[Entry]:
    return [Entry(ref, text) for ref, text in rows]


@pytest.mark.parametrize("name", CASES)
def test_lines_find_their_actions(name: str) -> None:
    document, wanted = CASES[name]
    found = match(entries(PLAN), entries(document))
    answer = {j: PLAN[i][0] for i, j in found.pairs}
    assert tuple(answer.get(j, "") for j in range(len(document))) == wanted
    assert {PLAN[i][0] for i in found.gone} == {ref for ref, _ in PLAN} - set(wanted)
    assert found.new == tuple(j for j, ref in enumerate(wanted) if not ref)


def test_lines_of_the_same_words_keep_their_order() -> None:
    old = entries((("1", "Review the policy every year"), ("2", "Review the policy every year")))
    new = entries((("5", "Review the policy every year"), ("6", "Review the policy every year")))
    assert match(old, new).pairs == ((0, 0), (1, 1))


def test_a_short_text_that_stands_twice_is_not_known_by_its_words() -> None:
    old = entries((("1", "Training"), ("2", "Training"), ("3", "Other things to do soon")))
    new = entries((("7", "Training"), ("8", "Training"), ("3", "Other things to do soon")))
    assert match(old, new).pairs == ((2, 2),)


def test_a_line_read_otherwise_by_our_own_reader_is_still_the_line() -> None:
    found = match([Entry("1.1", "one thing", ("quite another thing",))], [Entry("9", "Quite another thing")])
    assert found.pairs == ((0, 0),)


def test_every_line_has_at_most_one_action() -> None:
    many = entries(tuple((str(n), f"Do thing {n % 7} for team {n % 5} by week {n % 3}") for n in range(60)))
    found = match(many, list(reversed(many)))
    assert len({i for i, _ in found.pairs}) == len({j for _, j in found.pairs}) == len(found.pairs) == 60


def test_many_reworded_lines_are_matched_by_their_rarer_words() -> None:
    words = [f"word{n}" for n in range(400)]
    old = [
        Entry(str(n), f"the team will {words[n]} {words[(n + 7) % 400]} with partners") for n in range(400)
    ]
    new = [
        Entry(f"9.{n}", f"the team will {words[n]} {words[(n + 7) % 400]} with all partners")
        for n in range(400)
    ]
    assert match(old, new).pairs == tuple((n, n) for n in range(400))


@pytest.mark.parametrize(
    ("first", "second", "wanted"), [("a b", "a b", 1.0), ("", "a", 0.0), ("a b", "c d", 0.0)]
)
def test_likeness_is_between_nothing_and_the_same(first: str, second: str, wanted: float) -> None:
    assert likeness(first, second) == wanted
