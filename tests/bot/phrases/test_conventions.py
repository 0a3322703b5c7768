from dataclasses import replace

from bot.conventions import PlanConventions
from bot.language.reading import Progress
from bot.phrases.conventions import MEANINGS, key, published_scale
from bot.phrases.importing import report
from bot.rag import Rag, RagScale
from tests.bot.larkmere import DRAFT, plan


def test_every_meaning_has_a_name() -> None:
    assert set(MEANINGS) == {*Progress, *Rag}


def test_the_key_of_a_plan_of_which_nothing_is_said() -> None:
    assert key(plan()) == (
        "Larkmere plan\n"
        "  Financial year: April to March\n"
        "  Quarters: financial, Q1 is April to June\n"
        "  Colours: Red, Amber, Green\n"
        "  Green means: on track\n"
        "  Its own words: none"
    )


def test_the_key_of_a_plan_with_everything() -> None:
    own = PlanConventions(11, quarters_by_calendar=True, scale_complete=frozenset({"green", "blue"}))
    own = own.with_word("Delivered – monitoring", Progress.COMPLETE).with_word("Of concern", Rag.AMBER_RED)
    assert key(replace(plan(), conventions=own)) == (
        "Larkmere plan\n"
        "  Financial year: November to October\n"
        "  Quarters: calendar, Q1 is January to March\n"
        "  Colours: Red, Amber, Green\n"
        "  Green means: complete\n"
        "  Its own words:\n"
        '    "Delivered – monitoring" = complete\n'
        '    "Of concern" = Amber/Red'
    )
    quarters = replace(own, quarters_by_calendar=False)
    assert "Q1 is November to January" in key(replace(plan(), conventions=quarters))


def test_an_import_says_which_words_it_has_learnt() -> None:
    learnt = replace(DRAFT, status_words=(("Significant progress", Progress.ON_TRACK),))
    assert report("plan.csv", learnt).endswith(
        "\n\nThis plan's own words, as I shall read them when a lead uses them:\n"
        '"Significant progress" = on track'
    )
    assert "own words" not in report("plan.csv", DRAFT)


def test_the_published_key_of_five_points_names_every_mark_and_what_the_dates_say() -> None:
    own = replace(plan(), conventions=PlanConventions(scale=RagScale.FIVE_POINT), tolerance_days=28)
    told = published_scale(own)
    assert told.splitlines()[:5] == [
        "🔺 Red: not achievable as it stands; it needs a new plan",
        "🔺🔶 Amber/Red: in doubt; action is urgent",
        "🔶 Amber: feasible, with issues that need attention now",
        "🔶🟢 Amber/Green: probable, if its risks are watched",
        "🟢 Green: highly likely",
    ]
    assert "up to 2 weeks late Amber/Green, up to 4 weeks Amber, up to 8 weeks Amber/Red, more Red." in told
    assert "Colours: Red, Amber/Red, Amber, Amber/Green, Green" in key(own)
