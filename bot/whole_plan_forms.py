"""How orders about a whole plan are put: paused, resumed, closed, reopened. See `bot.orders`."""

from __future__ import annotations

_PLAN = r"(?:the\s+|our\s+|this\s+)?(?:whole\s+)?(?:(?P<other>[^\d,;:]{2,60}?)\s+)?plan"
_REST = r"(?:all\s+)?(?:of\s+)?(?:the\s+)?(?:rest|others|remaining(?:\s+\w+)?)"
_END = r"(?:carried\s+over|superseded|stopped|not\s+proceeding)"

_WHICH = rf"(?:(?:[A-Z]{{2,5}} )?[A-Za-z]{{0,3}}\d|all\b|everything\b|{_REST}\b)"
_ANY_END = r"\b(?:done|completed?|finished|carried|moved|superseded|replaced|stopped|not\s+proceeding)\b"

WHOLE_PLAN_FORMS: dict[str, tuple[str, ...]] = {
    "pause_plan": (
        rf"(?:pause|suspend)\s+{_PLAN}(?:\s+(?:un)?till?\s+(?P<when>.+))?",
        (
            r"(?:pause|suspend|stop)\s+(?:everything|it\s+all|all\s+of\s+it|(?:all\s+)?(?:the\s+)?(?:asking|prompts|asks))"
            r"(?:\s+(?:un)?till?\s+(?P<when>.+))?"
        ),
        r"pause(?:\s+(?:un)?till?\s+(?P<when>.+))?",
    ),
    "resume_plan": (rf"(?:resume|restart|unpause|go\s+on\s+with)\s+{_PLAN}", r"resume|unpause"),
    "close_plan": (rf"(?:close|end|wind\s+up)\s+{_PLAN}", r"close"),
    "keep_open": (rf"(?:do\s+not|don['’]t)\s+close\s+{_PLAN}", rf"keep\s+{_PLAN}\s+open"),
    "reopen_plan": (rf"(?:re-?open|open)\s+{_PLAN}(?:\s+again)?",),
    "end_actions": (
        rf"end\s+(?P<words>(?={_WHICH})(?=.*{_ANY_END}).*\S)",
        rf"(?P<words>{_REST}(?:\s+actions)?\s*(?::|is|are)?\s*{_END}\b.*)",
    ),
}
"""By the kind of order: `other` is the plan's name, `when` until when, `words` what becomes of actions."""
