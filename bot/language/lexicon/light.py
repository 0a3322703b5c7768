"""Words that say nothing of their own around a date, and those that never name another thing."""

from __future__ import annotations

from typing import Final

from bot.language.lexicon.listing import words_in

LIGHT: Final = words_in(
    """
    for the a an of either maybe perhaps then around about or afraid sorry realistically probably now
    hopefully think i'm early mid late end sometime some point between
    best worst or so ish during within likely maybe next this meant mean
    """
)
"""With nothing but these, a clause says only its date."""

PRONOUNS: Final = words_in("we we've we'll we're it it's it'll i i've i'll i'm this that that's for")
"""What is said after one of these is said of the action."""

HARMLESS: Final = words_in(
    """
    open opened ready available operational published running live place implemented launch launched over line
    date dates new now deadline out back there them right left only least until still quite very really more
    unfortunately sadly hopefully again later further project programme scheme initiative when if
    so but and needs
    need needed requires take takes running ran run lost gained roughly approx nearly almost over under
    than finish two three four both
    """
)
"""What may stand beside a finish and be no other thing: "opening out", "nearly three"."""

LAST_TIMES: Final = words_in(
    "time month week year meeting board night update report quarter autumn summer spring"
)

SPEAKERS: Final = words_in("to can could will would i we i'd status rag progress latest my our")

FINISHED: Final = words_in("finished completed done delivered closed installed")
