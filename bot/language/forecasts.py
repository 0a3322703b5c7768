"""When the action is now expected to be finished: one date, or a question."""

from __future__ import annotations

from itertools import pairwise
from typing import Final

from bot.language.judge import FINISHING_STEP, LED_TO, TARGET_FIRM
from bot.language.lexicon.cue import Sense
from bot.language.lexicon.listing import words_in
from bot.language.reading import Progress, Question, Role
from bot.language.roles import Dated
from bot.language.stretch import Stretch


def read_forecast(stretch: Stretch) -> None:
    """The one forecast among the dates; a recovery where there is none; a question where two compete."""
    if stretch.facts.progress is Progress.COMPLETE:
        return
    ahead = [one for one in stretch.dated if one.role is Role.FORECAST and not one.alternative]
    ahead = _without_overtaken(stretch, ahead)
    chosen = [one for one in ahead if not one.unsure] or ahead
    chosen = chosen or [one for one in stretch.dated if one.role is Role.RECOVERY]
    chosen = chosen or _finishing(stretch)
    if not chosen:
        return
    if len(chosen) > 1 and _is_last_step(chosen):
        chosen = chosen[-1:]
    if len(chosen) > 1 and any(
        chosen[-2].at < hit.first < chosen[-1].at for hit in stretch.of(Sense.CORRECTS)
    ):
        chosen = chosen[-1:]
    different = {(one.timescale.start, one.timescale.end) for one in chosen}
    if len(different) > 1 or chosen[0].unsure:
        candidates = tuple(dict.fromkeys(one.span.words for one in chosen))
        stretch.facts.questions.append(Question("forecast", candidates))
        stretch.facts.choices = tuple({one.span.words: one.timescale for one in chosen}.values())
        if len(different) > 1:
            return
    one = chosen[-1]
    stretch.facts.forecast = one.timescale
    if stretch.facts.shift is not None:
        stretch.facts.shift = None
        stretch.facts.questions = [one for one in stretch.facts.questions if one != Question("forecast")]
    stretch.prove("forecast", one.at, one.at + 1, one.rule)


def _without_overtaken(stretch: Stretch, ahead: list[Dated]) -> list[Dated]:
    """ "slipped to Oct then Nov", "slips to Oct - actually Nov": the first date no longer holds."""
    kept = list(ahead)
    for one, after in pairwise(ahead):
        between = stretch.words[one.at + 1 : after.at]
        if _OVERTAKES & set(between) and all(
            not word[0].isalnum() or word in _OVERTAKES or word in _LEADS for word in between
        ):
            kept.remove(one)
            after.unsure = after.unsure and one.unsure
    return kept


_OVERTAKES: Final = words_in("then now actually rather correction sorry no oops")
_LEADS: Final = words_in(
    "and to by for until till or but that's it's i mean meant more likely probably in end of"
)


def _finishing(stretch: Stretch) -> list[Dated]:
    """ "advert closes 6 Dec, panel 16 Dec, start date Feb": the last step, where it is one that finishes."""
    last = max(stretch.dated, key=lambda one: one.timescale.end, default=None)
    if last is None or last.rule != FINISHING_STEP:
        return []
    last.role = Role.FORECAST
    return [last]


def _is_last_step(dated: list[Dated]) -> bool:
    """ "bidder named by 4 December, go live 1 April": the finish by name, after steps that are not."""
    last = dated[-1]
    return last.rule is TARGET_FIRM and all(
        one.rule in (LED_TO, "target", "bare date") and one.timescale.end < last.timescale.start
        for one in dated[:-1]
    )
