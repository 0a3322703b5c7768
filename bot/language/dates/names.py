"""Telling months and weekdays from the verbs, names and things that are spelt alike."""

from __future__ import annotations

from bot.language.dates.function_words import (
    AUXILIARIES,
    BEFORE_PERSON,
    FOLLOWS_DATE,
    MEETING_NOUNS,
    NAMES_OF_PEOPLE,
    PERSON_VERBS,
    TITLES,
)
from bot.language.dates.tokens import APOSTROPHES, DASHES, Tokens
from bot.language.dates.word_set import word_set
from bot.language.dates.words import Kind

STRONG = word_set(
    """
    by in until till til before after since from of during end mid early late next last into to for
    around about due beginning middle through between & / , than was now start
    """
)
"""What may stand before a month written small that could be a verb: "by may", "slipped to march"."""

PRONOUNS = word_set(
    """we i it they he she you this that these those which who there what one some any all each and/or"""
)
NEVER_AFTER_MAY = word_set(
    """
    be have not need well also never still yet just only even i we it they he she you this that these
    those has there do go should my our us
    """
)
LEADS_TO_MAY = word_set(
    """in by until till end mid early late to be been from of for since before after than is was now not"""
)
"""After these, "may" is the month even where "not", "be" or "still" follows."""
AFFIRMING = word_set(
    """
    looks look stands holds works fine ok okay achievable realistic feasible doable seems feels good right
    possible likely on safe the
    """
)
"""What is said of a date that is to be kept: "May still looks right"."""
MARCHING = word_set("past on forward out against alongside onwards off ahead")
MEDICINES = word_set("chart charts sheet sheets audit audits")
BELONGS_TO_PERSON = word_set(
    """view post role job replacement maternity absence email note remit cover successor team"""
)
SETTLED = word_set(
    """
    agreed confirmed proposed suggested reported planned updated reviewed signed done started promised
    advised extended cover report review update present meet lead look looks looking asked covered
    raised trained
    """
)
"""What may be said of a date as well: "June was agreed"; said of a person only after "has" or "will"."""
SPEAKS_TO = word_set(
    """
    spoke speak spoken speaking talk talked talking handed passed given gave sent emailed report reports
    assigned reassigned allocated delegated listened chased met meet meeting agreed liaised introduced
    """
)
"""After these, "to June" is to somebody."""
ACTIVE = word_set("has have had will would 'll to can could")


def is_month(tokens: Tokens, i: int) -> bool:
    """Whether the month's name at `i` is the month."""
    word = tokens.words[i]
    if tokens.touches(i) and tokens.words[i - 1] in ("@", "$", "#", "_"):
        return False
    if (word == "may" and _is_modal(tokens, i)) or (word in ("march", "mar") and _is_marching(tokens, i)):
        return False
    return word not in NAMES_OF_PEOPLE or not is_person(tokens, i)


def _has_figures_beside(tokens: Tokens, i: int) -> bool:
    before, after = tokens.kind(i - 1), tokens.kind(i + 1)
    if after in (Kind.YEAR, Kind.NUMBER, Kind.ORDINAL) or before is Kind.NUMBER:
        return True
    if tokens.words[i + 1] in APOSTROPHES or (tokens.words[i + 1] in DASHES and tokens.touches(i + 1)):
        return tokens.words[i + 2].isdigit()
    return tokens.words[i - 1] in ("st", "nd", "rd", "th") or (
        tokens.words[i - 1] == "of" and tokens.kind(i - 2) in (Kind.NUMBER, Kind.ORDINAL)
    )


def _has_month_beside(tokens: Tokens, i: int) -> bool:
    joins = ("/", "or", "and", "&", "to", ",")
    before = tokens.words[i - 1] in joins or tokens.words[i - 1] in DASHES
    after = tokens.words[i + 1] in joins or tokens.words[i + 1] in DASHES
    return (before and tokens.kind(i - 2) is Kind.MONTH) or (after and tokens.kind(i + 2) is Kind.MONTH)


def _is_modal(tokens: Tokens, i: int) -> bool:
    after = tokens.words[i + 1]
    if after in NEVER_AFTER_MAY:
        return not _is_said_of_may(tokens, i)
    is_this_may = tokens.words[i - 1] == "this" and (not after.isalpha() or tokens.is_capital(i))
    if tokens.words[i - 1] in PRONOUNS and not is_this_may:
        return True
    if not after.isalpha() or after in FOLLOWS_DATE or after in MEETING_NOUNS:
        before = tokens.words[i - 1]
        names_date = (
            before in STRONG
            or before in ("be", "been")
            or tokens.is_capital(i)
            or (not after.isalpha() and not before.isalpha())
        )
        return not (names_date or _has_figures_beside(tokens, i) or _has_month_beside(tokens, i))
    if tokens.kind(i + 1) is not None and after not in ("end", "close", "start", "back"):
        return False
    if tokens.is_capital(i) and not tokens.opens_sentence(i):
        return False
    return tokens.words[i - 1] not in STRONG or tokens.words[i - 1] in (",", "/", "&")


def _is_said_of_may(tokens: Tokens, i: int) -> bool:
    """Whether "may" before "not" or "still" is the month: "31 May still", "be May not April"."""
    before, after = tokens.words[i - 1], tokens.words[i + 1]
    written_small = tokens.said(i) != "May"
    if before in LEADS_TO_MAY or (not written_small and _has_figures_beside(tokens, i)):
        return True
    k = i + 2
    while tokens.words[k] in ("in", "the", "end", "of", "early", "late", "mid"):
        k += 1
    if after == "not" and tokens.kind(k) is Kind.MONTH:
        return True
    if after == "still" and tokens.words[k] in AFFIRMING:
        return True
    return (
        not (written_small or before in PRONOUNS or tokens.opens_sentence(i)) and tokens.kind(i - 1) is None
    )


def _is_marching(tokens: Tokens, i: int) -> bool:
    word, after = tokens.words[i], tokens.words[i + 1]
    if after in MARCHING and tokens.words[i - 1] not in STRONG:
        return word == "march"
    if word == "mar" and (after in MEDICINES or after == "charting"):
        return True
    if tokens.is_capital(i) or tokens.words[i - 1] in STRONG:
        return False
    if _has_figures_beside(tokens, i) or _has_month_beside(tokens, i) or after in MEETING_NOUNS:
        return False
    stands_alone = not after.isalpha() and tokens.words[i - 1] != "the"
    return not (stands_alone or (word == "march" and after in FOLLOWS_DATE and tokens.opens_sentence(i)))


def is_person(tokens: Tokens, i: int) -> bool:
    """Whether a month's or season's name at `i` is somebody: "June is leading", "April Jones"."""
    if not tokens.is_capital(i):
        return False
    before, after = tokens.words[i - 1], tokens.words[i + 1]
    if tokens.senses[i + 1] is not None and tokens.kind(i + 1) in (Kind.YEAR, Kind.NUMBER):
        return False
    if before in ("to", "with", "from", "by", "for") and tokens.words[i - 2] in SPEAKS_TO:
        return True
    if before in TITLES or (before == "." and tokens.words[i - 2] in TITLES) or before in BEFORE_PERSON:
        return True
    if after in APOSTROPHES and tokens.words[i + 2] == "s":
        owned = tokens.words[i + 3]
        return owned in BELONGS_TO_PERSON or (owned in PERSON_VERBS and owned not in MEETING_NOUNS)
    if _has_surname(tokens, i):
        return before not in (
            "in",
            "until",
            "end",
            "early",
            "mid",
            "late",
            "since",
            "next",
            "last",
            "till",
            "during",
        )
    return (before not in STRONG or before == ",") and _acts(tokens, i + 1)


def _has_surname(tokens: Tokens, i: int) -> bool:
    said = tokens.said(i + 1)
    if len(said) < 2 or not said[0].isupper() or not said[1:].islower() or not said.isalpha():
        return False
    word = tokens.words[i + 1]
    return tokens.senses[i + 1] is None and word not in MEETING_NOUNS and word not in FOLLOWS_DATE


def _acts(tokens: Tokens, i: int) -> bool:
    """Whether what follows at `i` is what a person does: "is leading", "will pick this up", "has left"."""
    if tokens.words[i] in ("and", "&") and tokens.is_capital(i + 1) and tokens.words[i + 1].isalpha():
        i += 2
    if tokens.words[i] in ("from", "at") and tokens.opens_sentence(i - 1):
        return tokens.is_capital(i + 1) and tokens.senses[i + 1] is None and tokens.said(i + 1).isalpha()
    helpers: list[str] = []
    while len(helpers) < 4 and tokens.words[i] in AUXILIARIES:
        helpers.append(tokens.words[i])
        i += 1
    word = tokens.words[i]
    if word == "on":
        return tokens.words[i + 1] in ("leave", "holiday", "maternity", "sick", "annual", "secondment")
    if word not in PERSON_VERBS or (word in ("back", "waiting") and not helpers):
        return False
    if word in SETTLED:
        return any(helper in ACTIVE for helper in helpers) and (
            word != "looking" or tokens.words[i + 1] in ("at", "into")
        )
    return bool(helpers) or tokens.words[i] not in MEETING_NOUNS


HABITUAL = frozenset({"group", "club", "clinic", "clinics", "class", "choir", "drop", "service"})
"""What is named by the weekday it comes round on: "the Monday group"."""


ON_THAT_DAY = word_set(
    "opening openings clinic clinics service services rota cover working hours shift shifts surgery surgeries"
)
"""What is named by its weekday with no "the": "Sunday opening has been agreed"."""
THE_COMING = word_set("next last this coming by until till before on from since")


def is_weekday(tokens: Tokens, i: int) -> bool:
    """Whether the weekday's name at `i` is one: not "sat with", "sun", "wed" or "1 Sun Street"."""
    word, after = tokens.words[i], tokens.words[i + 1]
    if after == "." and tokens.touches(i + 1) and tokens.touches(i + 2) and tokens.words[i + 2].isalpha():
        return False  # monday.com
    if tokens.words[i - 1] == "good" or (tokens.words[i - 1] == "the" and after in HABITUAL):
        return False
    if after in ON_THAT_DAY and tokens.words[i - 1] not in THE_COMING:
        return False
    if word not in ("sat", "sun", "wed", "mon", "fri", "thu", "tue"):
        return not (word == "sunday" and after in ("times", "roast"))
    if tokens.words[i - 1] in STRONG or tokens.words[i - 1] in (
        "on",
        "this",
        "commencing",
        "beginning",
        "ending",
        "w",
    ):
        return tokens.words[i - 1] != "/" or not tokens.touches(i)
    if tokens.kind(i + 1) in (Kind.NUMBER, Kind.RELATION) or after in ("am", "pm", "the"):
        return after != "the" or tokens.kind(i + 2) in (Kind.NUMBER, Kind.ORDINAL)
    if word in ("sat", "sun", "wed"):
        if not tokens.is_capital(i) or tokens.opens_sentence(i) or tokens.said(i + 1)[:1].isupper():
            return _ends_range(tokens, i)
        return not after.isalpha() or after in FOLLOWS_DATE
    return True


def _ends_range(tokens: Tokens, i: int) -> bool:
    joins = ("/", "or", "and", "&", "to")
    before = tokens.words[i - 1] in joins or tokens.words[i - 1] in DASHES
    after = tokens.words[i + 1] in joins or tokens.words[i + 1] in DASHES
    return (before and tokens.kind(i - 2) is Kind.WEEKDAY) or (after and tokens.kind(i + 2) is Kind.WEEKDAY)
