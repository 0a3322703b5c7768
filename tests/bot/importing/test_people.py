from bot.draft import DraftPerson
from bot.importing.names import NamedLead
from bot.importing.people import Spellings, everybody


def test_one_person_has_one_spelling_the_more_usual_one() -> None:
    spellings = Spellings(["R Vale", "R Vale", "Dr R Vale"], [], {})
    assert spellings.of("Dr R Vale") == "R Vale"


def test_the_list_of_leads_decides() -> None:
    spellings = Spellings(["R Vale", "R Vale"], ["Rose Vale"], {})
    assert spellings.of("R Vale") == "Rose Vale"


def test_two_people_of_one_initial_stay_two() -> None:
    spellings = Spellings(["J Vale", "John Vale", "Jane Vale"], [], {})
    assert [spellings.of(name) for name in ("J Vale", "John Vale", "Jane Vale")] == [
        "J Vale",
        "John Vale",
        "Jane Vale",
    ]


def test_initials_are_the_person_the_document_says() -> None:
    assert Spellings(["MW"], ["Mary Ward"], {"MW": "Mary Ward"}).of("MW") == "Mary Ward"
    assert Spellings(["MW"], [], {"MW": "M Ward"}).of("MW") == "M Ward"
    assert Spellings(["MW"], [], {}).of("MW") == "MW"


def test_a_post_is_written_as_it_was_first() -> None:
    spellings = Spellings([], [], {})
    assert spellings.of_post("Team managers") == "Team managers"
    assert spellings.of_post("Team Managers") == "Team managers"


def test_everybody_is_named_once_with_all_employers() -> None:
    leads = [
        NamedLead("R Vale", organisation="Dunvale NHS Trust"),
        NamedLead("Team managers", is_post=True),
        NamedLead("R Vale", organisation="Larkmere Council"),
    ]
    listed = [DraftPerson("R Vale", ("Dunvale NHS Trust",)), DraftPerson("T Cole", ("Calder Voice",))]
    assert everybody(leads, listed, Spellings(["R Vale"], ["R Vale", "T Cole"], {})) == (
        DraftPerson("R Vale", ("Dunvale NHS Trust", "Larkmere Council")),
        DraftPerson("Team managers", (), is_post=True),
        DraftPerson("T Cole", ("Calder Voice",)),
    )
