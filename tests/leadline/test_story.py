"""The sample partnership's story holds together."""

import csv
from importlib.resources import files
from itertools import pairwise

from leadline.sample.story import Acceptance, Saying, load_story

STORY = load_story()


def test_its_moments_are_in_order_and_between_start_and_opening() -> None:
    moments = [moment.at for moment in STORY.moments()]
    assert all(earlier <= later for earlier, later in pairwise(moments))
    assert STORY.starts < moments[0]
    assert moments[-1] < STORY.opens


def test_everybody_who_speaks_or_presides_has_an_account() -> None:
    names = {member.name for member in STORY.people}
    spoken = {moment.who for moment in STORY.moments() if isinstance(moment, Saying | Acceptance)}
    assert spoken | set(STORY.chairs) | set(STORY.officers) <= names


def test_every_lead_of_the_sample_plan_has_an_account() -> None:
    text = (files("leadline.sample") / STORY.plan).read_text(encoding="utf-8")
    rows = list(csv.reader(text.splitlines()))
    header = next(index for index, row in enumerate(rows) if row and row[0] == "Ref")
    column = rows[header].index("Lead")
    leads = {name.strip() for row in rows[header + 1 :] for name in row[column].split(";") if name.strip()}
    assert leads <= {member.name for member in STORY.people}


def test_it_opens_just_after_the_ask_for_the_october_board() -> None:
    assert f"{STORY.opens:%A %d %B %Y, %H:%M}" == "Monday 21 September 2026, 09:34"
