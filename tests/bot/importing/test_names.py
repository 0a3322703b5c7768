import pytest

from bot.importing.names import (
    NamedLead,
    is_body,
    is_initials,
    is_lead_cell,
    is_post,
    name_key,
    persons_in,
    read_leads,
    tidy_name,
)


def names(cell: str) -> list[str]:
    return [lead.name for lead in read_leads(cell)]


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("D Ashby A Wren R Vale", ["D Ashby", "A Wren", "R Vale"]),
        ("R. Vale L. Marsh E Croft", ["R Vale", "L Marsh", "E Croft"]),
        ("L Wills/ A Hamble", ["L Wills", "A Hamble"]),
        ("J. Kell R Wade.", ["J Kell", "R Wade"]),
        ("R Vale\nR. Vale", ["R Vale"]),
        ("A.B. Smythe-Jones\nC D McTavish", ["A B Smythe-Jones", "C D McTavish"]),
        ("Dr P. O'Neal & J van Dyke", ["Dr P O'Neal", "J van Dyke"]),
        ("Cllr A Merrin", ["Cllr A Merrin"]),
        ("Cllr Merrin", ["Cllr Merrin"]),
        ("Jane Birch and Mark Shore", ["Jane Birch", "Mark Shore"]),
        ("Kath Birch / Sam Shore", ["Kath Birch", "Sam Shore"]),
        ("Okoro, S; Vance, T", ["S Okoro", "T Vance"]),
        ("Pól Ó Briain, É Dufour", ["Pól Ó Briain", "É Dufour"]),
        ("Priya", ["Priya"]),
        ("P Lowell to lead with K Bramley", ["P Lowell", "K Bramley"]),
        ("MW/YO", ["MW", "YO"]),
        ("S.O., T.V.", ["SO", "TV"]),
        ("TBC", []),
        ("To be appointed", []),
        ("–", []),
        ("", []),
        ("S Okoro; TBC", ["S Okoro"]),
    ],
)
def test_everybody_in_a_cell_is_found_once(cell: str, expected: list[str]) -> None:
    assert names(cell) == expected
    assert not any(lead.is_post for lead in read_leads(cell))


@pytest.mark.parametrize(
    "cell",
    [
        "Team managers",
        "Head of Nursing",
        "All partners",
        "HR Manager",
        "Medical Director",
        "Dunvale NHS Trust",
    ],
)
def test_a_post_a_team_or_a_body_is_no_person(cell: str) -> None:
    assert read_leads(cell) == (NamedLead(cell, is_post=True),)


def test_a_body_joined_by_and_leads_too() -> None:
    assert read_leads("K Bramley and the police") == (
        NamedLead("K Bramley"),
        NamedLead("the police", is_post=True),
    )


def test_names_and_a_post_in_one_cell() -> None:
    assert read_leads("L Wills M Kerr Team managers") == (
        NamedLead("L Wills"),
        NamedLead("M Kerr"),
        NamedLead("Team managers", is_post=True),
    )


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("Jane Birch (Dunvale NHS Trust)", [NamedLead("Jane Birch", organisation="Dunvale NHS Trust")]),
        (
            "S Okoro, Ward Manager, Dunvale NHS Trust",
            [NamedLead("S Okoro", organisation="Dunvale NHS Trust")],
        ),
        ("S Okoro - Dunvale NHS Trust", [NamedLead("S Okoro", organisation="Dunvale NHS Trust")]),
        ("S Okoro Dunvale NHS Trust", [NamedLead("S Okoro", organisation="Dunvale NHS Trust")]),
        ("S Okoro (Ward Manager)", [NamedLead("S Okoro")]),
        ("Chief Executive (J Small)", [NamedLead("J Small")]),
        (
            "K Bramley (Council), S Okoro (NHS)",
            [NamedLead("K Bramley", organisation="Council"), NamedLead("S Okoro", organisation="NHS")],
        ),
    ],
)
def test_an_employer_beside_a_name_is_kept(cell: str, expected: list[NamedLead]) -> None:
    assert list(read_leads(cell)) == expected


def test_names_with_initials_are_found_in_running_text_with_repeats() -> None:
    assert persons_in("R Vale A Wren R. Vale and the GP Lead") == ("R Vale", "A Wren", "R Vale")


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("R Vale, A Wren", True),
        ("Team managers", True),
        ("R Vale will write", False),
        ("", False),
        ("managers", False),
    ],
)
def test_a_cell_of_leads_and_nothing_else(cell: str, expected: bool) -> None:
    assert is_lead_cell(cell) is expected


def test_posts_bodies_and_initials_are_told_apart() -> None:
    assert is_post("Ward managers")
    assert not is_post("managers")
    assert not is_post("R Vale, ward manager")
    assert is_body("Larkmere Carers")
    assert not is_body("Priya Nair")
    assert is_initials("MW")
    assert not is_initials("Mw")


def test_spellings_of_one_name_share_a_key() -> None:
    assert tidy_name("R.Vale") == tidy_name(" R.  Vale ") == "R Vale"
    assert name_key("R. Vale") == name_key("Rose Vale") == name_key("Dr R Vale")
    assert name_key("J Vale") != name_key("M Vale")
    assert name_key("MW") == ("mw", "")
