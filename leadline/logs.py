"""What the program logs, and how: lines for people, or JSON for a collector. Never what people write."""

from __future__ import annotations

import json
import logging
from datetime import UTC, datetime
from enum import StrEnum

from bot.faults import described

CHATTY = ("apscheduler", "alembic", "sqlalchemy")
"""Libraries that tell of every step. Slack's own are kept from quoting people by their owner."""


class LogFormat(StrEnum):
    """How a line of the log looks."""

    TEXT = "text"
    JSON = "json"


class JsonLines(logging.Formatter):
    """One object a line: when, how grave, who says so, and what. Of an exception its kind and place, since
    its message may hold what somebody wrote."""

    def format(self, record: logging.LogRecord) -> str:
        line = {
            "at": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname,
            "logger": record.name,
            "message": record.getMessage(),
        }
        if record.exc_info is not None and record.exc_info[1] is not None:
            line["error"] = described(record.exc_info[1])
        return json.dumps(line, ensure_ascii=False)


def set_up_logging(level: str, form: LogFormat = LogFormat.TEXT) -> None:
    """Log to standard error from this level up."""
    logging.basicConfig(level=level, format="%(asctime)s %(levelname)s %(name)s: %(message)s")
    if form is LogFormat.JSON:
        for handler in logging.getLogger().handlers:
            handler.setFormatter(JsonLines())
    for chatty in CHATTY:
        logging.getLogger(chatty).setLevel(logging.WARNING)
