from bot.draft import DraftPerson
from bot.importing.headings import lead_list_heading
from bot.importing.lead_list import (
    initials_in,
    initials_in_row,
    is_list_title,
    organisations_in,
    people_in_line,
    people_in_row,
)
from bot.importing.rows import RawRow


def test_the_line_that_announces_the_list() -> None:
    assert is_list_title("Lead Officers for Actions")
    assert is_list_title("Appendix 1: List of leads and their employers")
    assert not is_list_title("A list of the lead officers for actions and their employers is attached.")
    assert not is_list_title("Leadership")


def test_a_person_and_an_employer() -> None:
    assert people_in_line("S Okoro Dunvale NHS Trust") == (DraftPerson("S Okoro", ("Dunvale NHS Trust",)),)


def test_two_employers_parted_by_a_stroke() -> None:
    assert people_in_line("E Croft Larkmere Council/ Dunvale NHS Trust") == (
        DraftPerson("E Croft", ("Larkmere Council", "Dunvale NHS Trust")),
    )


def test_two_people_on_one_line() -> None:
    assert people_in_line("J Gibb Larkmere Council S Hart Larkmere Council") == (
        DraftPerson("J Gibb", ("Larkmere Council",)),
        DraftPerson("S Hart", ("Larkmere Council",)),
    )


def test_two_people_glued_together() -> None:
    assert people_in_line("L Marsh Dunvale Care TrustS Ripley Care Partnership") == (
        DraftPerson("L Marsh", ("Dunvale Care Trust",)),
        DraftPerson("S Ripley", ("Care Partnership",)),
    )


def test_an_employer_printed_twice_is_one() -> None:
    assert people_in_line("D Dew Dunvale NHS Trust Dunvale NHS Trust") == (
        DraftPerson("D Dew", ("Dunvale NHS Trust",)),
    )


def test_an_employer_in_capitals_is_no_second_person() -> None:
    assert people_in_line("N Lund MIND Larkmere") == (DraftPerson("N Lund", ("MIND Larkmere",)),)


def test_lines_that_name_nobody() -> None:
    assert people_in_line("Dunvale NHS Trust") == ()
    assert people_in_line("R Vale") == ()
    assert people_in_line("Agreed with R Vale of the Trust") == ()


def test_organisations_are_parted_and_said_once() -> None:
    assert organisations_in("Larkmere Council; Dunvale NHS Trust\nLarkmere Council") == (
        "Larkmere Council",
        "Dunvale NHS Trust",
    )
    assert organisations_in("Larkmere Council, Calder Voice") == ("Larkmere Council", "Calder Voice")
    assert organisations_in("Dunvale and Calder Care Trust") == ("Dunvale and Calder Care Trust",)
    assert organisations_in("") == ()


def test_a_list_with_headings() -> None:
    heading = lead_list_heading(RawRow(1, ("Name", "Initials", "Employer")))
    assert heading is not None
    row = RawRow(2, ("Lena Osborne", "L.O.", "Fenwick Council / Fenwick Carers"))
    assert people_in_row(row, heading) == (
        DraftPerson("Lena Osborne", ("Fenwick Council", "Fenwick Carers")),
    )
    assert initials_in_row(row, heading) == {"LO": "Lena Osborne"}
    assert initials_in_row(RawRow(3, ("Lena Osborne",)), heading) == {}


def test_a_list_without_initials_explains_none() -> None:
    heading = lead_list_heading(RawRow(1, ("Name", "Employer")))
    assert heading is not None
    assert initials_in_row(RawRow(2, ("Lena Osborne", "Fenwick Council")), heading) == {}


def test_a_key_to_initials() -> None:
    assert initials_in(
        ["Key: HB = Hana Bielak; CT – Colm Tierney", "RAG = Red amber green", "AB = Zoe Quill"]
    ) == {
        "HB": "Hana Bielak",
        "CT": "Colm Tierney",
    }
