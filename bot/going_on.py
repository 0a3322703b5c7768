""" "Done, but some work goes on": neither plain done nor not done, and never taken for either unasked."""

from __future__ import annotations

import re

_GOES_ON = (
    r"(?:ongoing|on-going|continu\w+|goes on|going on|carr(?:y|ies|ying) on|remain\w*|to follow|to do"
    r"|outstanding|will be|review\w*|further|more work|embed\w*)"
)
_BUT = re.compile(
    rf"\b(?:but|although|though|however|still|apart from|except)\b(?P<rest>.*\b{_GOES_ON}\b.*)"
    r"|\b(?:there is|there's|with)\s+(?P<also>(?:some\s+|still\s+)*"
    r"(?:ongoing|on-going|continuing|further)\b.*)",
    re.IGNORECASE | re.DOTALL,
)


def work_that_goes_on(words: str) -> str | None:
    """What is said to go on beside something done, in the writer's words; None when nothing is."""
    found = _BUT.search(words)
    if found is None:
        return None
    said = next(part for part in found.groups() if part)
    return " ".join(said.split()).strip(" ,;:.–-") or None
