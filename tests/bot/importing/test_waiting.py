import pytest

from bot.draft import DoubtKind
from bot.importing.waiting import waits_for
from tests.bot.importing.tables import kinds, one, plan_of


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Subject to a) being endorsed, to agree the chair", ("a",)),
        ("subject to (a) and (b) being agreed", ("a", "b")),
        ("Subject to recommendation 2 being agreed, sell it", ("2",)),
        ("Dependent on 1.4", ("1.4",)),
        ("subject to a review of the lease", ()),
        ("Subject to c) being agreed", ()),
        ("Subject to z) being agreed", ()),
        ("Agree the subject of the letter", ()),
    ],
)
def test_what_an_action_is_subject_to(text: str, found: tuple[str, ...]) -> None:
    assert waits_for(text, "c", ("a", "b", "c", "2", "1.4")) == found


def test_an_action_of_a_table_that_waits_for_another() -> None:
    plan = plan_of(
        ["Ref", "Action", "Lead", "Due"],
        ["1.1", "Agree the lease", "R Vale", "May 2027"],
        ["1.2", "Subject to 1.1 being agreed, sell the annexe", "R Vale", "June 2027"],
    )
    assert one(plan, "1.2").waits_for == ("1.1",)
    assert kinds(plan, 3) == {DoubtKind.WAITS_FOR}
