"""Leads, employers, posts and initials."""

from bot.draft import DoubtKind, DraftPerson
from tests.bot.importing.tables import kinds, one, plan_in, plan_of

HEAD = "Priorities|Commentary|Action required|Timescale|Lead|Outcome"


def test_a_date_among_the_remarks_does_not_shift_a_row_whose_lead_is_in_place() -> None:
    plan = plan_of(
        ["Action", "By whom", "By when", "Outcome", "Progress"],
        ["Sign it", "L Shaw & T Vance", "asap", "Signed", "Done - 3 Feb"],
    )
    (action,) = plan.actions
    assert (action.text, action.leads, action.timescale) == ("Sign it", ("L Shaw", "T Vance"), None)
    assert action.comments == "Done - 3 Feb\nTimescale: asap"


def test_leads_without_a_person_are_said_once_a_post() -> None:
    plan = plan_of(
        ["Action", "Lead", "Due"],
        ["Write it", "Team managers", "May 2027"],
        ["Send it", "Team Managers", "May 2027"],
        ["Keep it", "", "May 2027"],
    )
    assert [action.leads for action in plan.actions] == [("Team managers",), ("Team managers",), ()]
    assert [(doubt.row, doubt.kind) for doubt in plan.doubts] == [
        (1, DoubtKind.OWN_NUMBERS),
        (2, DoubtKind.POST_AS_LEAD),
        (4, DoubtKind.NO_LEAD),
    ]
    assert plan.people == (DraftPerson("Team managers", (), is_post=True),)


def test_employers_in_a_column_of_their_own() -> None:
    plan = plan_of(
        ["Action", "Lead", "Organisation"],
        ["Write it", "R Vale; T Cole", "Dunvale NHS Trust; Larkmere Council"],
        ["Send it", "R Vale T Cole", "Calder Voice"],
        ["Keep it", "R Vale T Cole L Wills", "Dunvale NHS Trust; Larkmere Council"],
    )
    assert plan.people == (
        DraftPerson("R Vale", ("Dunvale NHS Trust", "Calder Voice")),
        DraftPerson("T Cole", ("Larkmere Council", "Calder Voice")),
        DraftPerson("L Wills", ()),
    )
    assert plan.actions[2].comments == "Organisation: Dunvale NHS Trust; Larkmere Council"


def test_bodies_lead_where_no_person_is_asked_for() -> None:
    plan = plan_of(
        ["Action", "Lead agency", "Due"],
        ["Write it", "Larkmere Council / Calder Voice", "May 2027"],
        ["Send it", "", "May 2027"],
    )
    assert plan.actions[0].leads == ("Larkmere Council", "Calder Voice")
    assert kinds(plan, 3) == {DoubtKind.NO_LEAD}


def test_more_than_a_name_in_a_lead_s_cell_is_kept() -> None:
    plan = plan_of(["Action", "Lead"], ["Write it", "S Okoro (ward manager)"])
    assert plan.actions[0].comments == "Lead: S Okoro (ward manager)"


def test_a_list_of_leads_gives_employers_and_finds_strangers() -> None:
    plan = plan_in(f"""
{HEAD}
1.1 A||Write it|May 2027|R. Vale T Cole|
1.2 B||Send it|May 2027|R Vale M Stray|

Appendix 1
Lead Officers for Actions
R Vale Dunvale NHS Trust
T Cole Larkmere CouncilS Rest Calder Voice Trust
The end.
""")
    assert one(plan, "1.1").leads == ("R Vale", "T Cole")
    assert plan.people[-1] == DraftPerson("S Rest", ("Calder Voice Trust",))
    assert DraftPerson("R Vale", ("Dunvale NHS Trust",)) in plan.people
    strangers = [doubt for doubt in plan.doubts if doubt.kind is DoubtKind.NOT_IN_LEAD_LIST]
    assert [doubt.message for doubt in strangers] == ["M Stray leads 1.2 but is not in the list of leads."]


def test_initials_are_resolved_by_the_document_s_own_key() -> None:
    plan = plan_of(
        ["Action", "Lead"],
        ["Write it", "HB"],
        ["Send it", "HB/CT"],
        ["Keep it", "ZZ"],
        ["Key: HB = Hana Bielak; CT = Colm Tierney", ""],
    )
    assert [action.leads for action in plan.actions] == [
        ("Hana Bielak",),
        ("Hana Bielak", "Colm Tierney"),
        ("ZZ",),
    ]
    assert kinds(plan, 4) == {DoubtKind.NOT_IN_LEAD_LIST}
    assert kinds(plan, 5) == set()
