"""Whether this process is well, and whether it should be sent work: two questions, answered by name."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

Check = Callable[[], bool]


@dataclass(slots=True)
class Health:
    """`alive` are the checks of /healthz: where one fails the process is best restarted. `ready` are those
    of /readyz: where one fails it should be sent nothing for now."""

    alive: Mapping[str, Check]
    ready: Mapping[str, Check]
    is_stopping: bool = field(default=False)

    def ailing(self) -> tuple[str, ...]:
        """What of the process has failed."""
        return _failing(self.alive)

    def waiting_for(self) -> tuple[str, ...]:
        """What stands between this process and being sent work."""
        return (("stopping",) if self.is_stopping else ()) + _failing(self.ready)


def _failing(checks: Mapping[str, Check]) -> tuple[str, ...]:
    return tuple(name for name, check in checks.items() if not _holds(check))


def _holds(check: Check) -> bool:
    try:
        return check()
    except Exception:  # noqa: BLE001 - a check that cannot be made has failed; its name is what is told
        return False
