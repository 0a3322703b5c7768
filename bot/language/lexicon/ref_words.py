"""Words around a printed reference: what announces one, joins several, or shows that it is none."""

from __future__ import annotations

from typing import Final

from bot.language.lexicon.listing import phrases_in, words_in

KIND_WORDS: Final = words_in(
    """
    action actions rec recs recommendation recommendations ref refs reference item items objective
    objectives # act
    """
)
RECOMMENDATION: Final = frozenset({"rec", "recs", "recommendation", "recommendations"})
JOINS: Final = frozenset({",", "and", "&", "+", "/", "plus", "or"})
THROUGH: Final = frozenset({"-", "to", "through", "thru"})
NOT_A_REF_AFTER: Final = words_in(
    """
    version versions v ver sop section sections para paragraph paragraphs page pages appendix annex
    schedule clause chapter table figure fig band release windows iso level score scores scored rating
    rated average mean approx approximately £ $ € about around circa standard nice protocol policy
    edition template build room
    """
)
NOT_A_REF_BEFORE: Final = words_in(
    """
    % m k million bn billion fte wte hours hrs hour days weeks months years per x times points percent
    pm am stars star mb gb miles metres minutes mins kg
    """
)
MEASURES: Final = NOT_A_REF_BEFORE - {"per", "x", "am", "pm"}
OBJECT_OF: Final = words_in(
    """
    by into see per until till once than unlike via under within through after like pending awaiting if
    when unless with where because as
    """
)
OBJECT_OF_TWO: Final = phrases_in(
    """
    dependent on, dependant on, depends on, depend on, reliant on, relies on, rely on, waiting on,
    waiting for, wait for, linked to, links to, link to, relates to, related to, same as, part of,
    duplicate of, duplicates of, covered in, included in, contingent on, subject to, tied to, knock on,
    feeds into, ahead of, depending on, hinges on, impact on, read across, moved to, moves to,
    transferred to, add to, added to, similar to, back to, links with, copy of, instead of, rest of
    """
)
STILL_SUBJECT: Final = words_in(
    """
    issue issues problem problems happy progress progressing delay delays done finished fine ok okay
    stuck
    """
)


PREDICATES: Final = words_in(
    """
    is are has have now still was slipping slipped on done complete completed red amber green delayed
    moved paused not will should remains finished delivered closed behind late stuck blocked waiting
    awaiting at going needs
    """
)

JOINED: Final = words_in(
    """
    merged merge merging combined combine combining linked link along together aligned align overlaps overlap
    joint
    connected bundled grouped amalgamated consolidated rolled folded tied
    """
)
"""Words after which "with 2.3" is another action, and not the one spoken of."""

LETTER_AFTER: Final = frozenset({"\n", ".", ",", ";", "and", "&", "but", "/"})
LETTER_BEFORE: Final = words_in(
    """
    is are not still now red amber green on done complete slipping : - =
    """
)
"""What stands before and after a letter that is an action by itself: "…, c still amber"."""
