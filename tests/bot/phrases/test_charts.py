"""The colours of an action over time in words and shapes."""

from __future__ import annotations

from datetime import date

from bot.phrases.charts import colours
from bot.rag import Standing

DAYS = (date(2026, 8, 7), date(2026, 8, 21), date(2026, 9, 4))
RED, AMBER, GREEN = Standing.RED, Standing.AMBER, Standing.GREEN


def test_a_history_is_a_shape_a_look_and_its_end_in_words() -> None:
    assert colours(DAYS, (GREEN, AMBER, AMBER)) == "🟢 🔶 🔶 Amber since 21 Aug (was Green)"
    assert colours(DAYS, (RED, GREEN, RED)) == "🔺 🟢 🔺 Red since 4 Sept (was Green)"
    assert colours(DAYS, (RED, RED, RED)) == "🔺 🔺 🔺 Red throughout"
    assert colours(DAYS, (None, AMBER, AMBER)) == "· 🔶 🔶 Amber since 21 Aug, when it joined"
