"""The pictures of a Home, to whoever has a sealed address for one: drawn when asked for, kept for a while."""

from __future__ import annotations

import hmac
from collections import OrderedDict
from hashlib import sha256
from threading import Lock

from bot.errors import LeadlineError
from bot.picture_pass import opened
from bot.ports import Clock, OpenWork
from bot.services.reports import charts

PICTURES = "/pictures/"
_ENDING = ".png"
_KEPT = 64
"""As many drawn pictures as are kept, some 100 kB each: Slack asks for one more than once."""


def picture_key(key: bytes) -> bytes:
    """The key that seals addresses, from the record's own: whoever learns the one cannot make the other."""
    return hmac.new(key, b"leadline: addresses of pictures", sha256).digest()


class PictureWindow:
    """Answers what comes behind `PICTURES`. The right to see the plan is asked for every request, also for a
    picture that is kept; every refusal looks like every other."""

    def __init__(self, open_work: OpenWork, clock: Clock, key: bytes) -> None:
        self._open_work = open_work
        self._clock = clock
        self._key = key
        self._drawing = Lock()
        self._drawn: OrderedDict[str, bytes] = OrderedDict()

    def picture(self, asked: str) -> bytes | None:
        """The PNG's bytes; None for an address that was not sealed here, is over, or is nobody's any more."""
        from documents.pictures import Width, drawn

        name = asked.removesuffix(_ENDING)
        try:
            given = opened(name, self._key, self._clock.now())
            with self._open_work(given.workspace_id, read_only=True) as work:
                charts.check_fetched(work, given)
                if name in self._drawn:
                    return self._drawn[name]
                picture = charts.fetched(work, given)
        except (LeadlineError, ValueError):
            return None
        with self._drawing:  # two requests for one picture draw it one after the other, on one core
            content = self._drawn.get(name) or drawn(picture, Width.PHONE)
            self._drawn[name] = content
            while len(self._drawn) > _KEPT:
                self._drawn.popitem(last=False)
        return content
