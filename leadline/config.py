"""The settings, read once from the environment and `.env`; nothing else reads either."""

from __future__ import annotations

import os
import stat
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from urllib.parse import urlsplit

from dotenv import dotenv_values

from leadline.logs import LogFormat

DEFAULT_DATABASE = "sqlite:///data/leadline.sqlite3"
DEFAULT_SLACK_API = "https://slack.com/api/"
LAST_PORT = 65535
MOST_DRAIN = 120
DEFAULT_HTTP = "127.0.0.1:8770"
LOG_LEVELS = ("DEBUG", "INFO", "WARNING", "ERROR")


class Mode(StrEnum):
    """How Slack reaches the bot: over a socket the bot opens, or by signed requests to an address."""

    SOCKET = "socket"
    HTTP = "http"


@dataclass(frozen=True, slots=True)
class Address:
    """Where to listen; port 0 takes a free one."""

    host: str
    port: int


class SettingsError(Exception):
    """A setting is missing or cannot be right; the message is a paragraph that says what to do."""


class NotReady(SettingsError):
    """Something outside does not answer yet: starting again in a while may help without anybody's doing."""


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything that may differ between two places Leadline runs in.

    The Slack tokens are empty where no Slack is served (`leadline import`, `leadline status`);
    `slack_tokens` stops with advice when they are needed. `public_url` is where Slack can fetch pictures, ""
    where it cannot. `command` is the slash command's name;
    `reads_files` whether the manifest asks for the permission to read files that are dropped in chat.
    """

    database_url: str = DEFAULT_DATABASE
    slack_bot_token: str = ""
    slack_app_token: str = ""
    slack_api_url: str = DEFAULT_SLACK_API
    command: str = "/plan-status"
    log_level: str = "INFO"
    log_format: LogFormat = LogFormat.TEXT
    audit_key_file: Path = Path("data/audit.key")
    posts_per_second: float = 1.0
    reads_files: bool = True
    mode: Mode = Mode.SOCKET
    slack_signing_secret: str = ""
    http: Address | None = None
    drain_seconds: float = 5.0
    public_url: str = ""

    def slack_tokens(self) -> tuple[str, str]:
        """The bot's token and, in Socket Mode, the app's. Raises `SettingsError` when one that is needed is
        missing or swapped, or when requests over HTTP could not be told from a stranger's."""
        needed = [("SLACK_BOT_TOKEN", self.slack_bot_token, "xoxb-")]
        if self.mode is Mode.SOCKET:
            needed.append(("SLACK_APP_TOKEN", self.slack_app_token, "xapp-"))
        elif not self.slack_signing_secret:
            raise SettingsError(
                "SLACK_SIGNING_SECRET is not set. In HTTP mode it is what tells Slack's requests from a "
                "stranger's.\nSlack shows it on the app's “Basic Information” page."
            )
        for name, value, start in needed:
            if not value:
                raise SettingsError(
                    f"{name} is not set. Leadline needs it to reach Slack.\n"
                    f"Copy .env.example to .env and put in the token that starts with {start} "
                    "(README, “In a real Slack workspace”, says where Slack shows it)."
                )
            if not value.startswith(start):
                raise SettingsError(
                    f"{name} should start with {start}. The two tokens are easily swapped: the bot's token "
                    "starts with xoxb-, the app-level token with xapp-."
                )
            if not value.isascii() or len(value.split()) > 1:
                raise SettingsError(f"{name} holds a sign that no token has. Copy it anew.")
        return self.slack_bot_token, self.slack_app_token


def load_settings(environment: Mapping[str, str] = os.environ, file: Path = Path(".env")) -> Settings:
    """Read the settings; the environment wins over the file. Raises `SettingsError`."""
    values = {**_file_values(file), **environment}
    level = values.get("LEADLINE_LOG_LEVEL", "INFO").upper()
    if level not in LOG_LEVELS:
        raise SettingsError(f"LEADLINE_LOG_LEVEL is “{level}”; it may be {', '.join(LOG_LEVELS)}.")
    command = values.get("LEADLINE_COMMAND", "/plan-status")
    if not command.startswith("/") or len(command) < 2:
        raise SettingsError(f"LEADLINE_COMMAND is “{command}”; it must be a slash and a name: /plan-status.")
    database_url = values.get("DATABASE_URL", DEFAULT_DATABASE)
    mode = _mode(values.get("LEADLINE_MODE", Mode.SOCKET))
    public_url = _public_url(values.get("LEADLINE_PUBLIC_URL", ""))
    http = values.get("LEADLINE_HTTP", DEFAULT_HTTP if mode is Mode.HTTP or public_url else "")
    return Settings(
        database_url=database_url,
        slack_bot_token=values.get("SLACK_BOT_TOKEN", ""),
        slack_app_token=values.get("SLACK_APP_TOKEN", ""),
        slack_api_url=_web_address("SLACK_API_URL", values.get("SLACK_API_URL", DEFAULT_SLACK_API)),
        command=command,
        log_level=level,
        log_format=_log_format(values.get("LEADLINE_LOG_FORMAT", LogFormat.TEXT)),
        audit_key_file=Path(values.get("LEADLINE_AUDIT_KEY_FILE", "data/audit.key")),
        posts_per_second=_posts_per_second(values.get("LEADLINE_POSTS_PER_SECOND", "1")),
        reads_files=_yes_or_no("SLACK_FILES", values.get("SLACK_FILES", "yes")),
        mode=mode,
        slack_signing_secret=values.get("SLACK_SIGNING_SECRET", ""),
        http=_address(http) if http else None,
        public_url=public_url,
        drain_seconds=_seconds("LEADLINE_DRAIN_SECONDS", values.get("LEADLINE_DRAIN_SECONDS", "5")),
    )


def _file_values(file: Path) -> dict[str, str]:
    if not file.is_file():
        return {}
    if os.name == "posix" and file.stat().st_mode & (stat.S_IRWXG | stat.S_IRWXO):
        raise SettingsError(f"{file} holds secrets and other accounts may read it. Type: chmod 600 {file}")
    try:
        return {name: value for name, value in dotenv_values(file).items() if value is not None}
    except (OSError, UnicodeDecodeError):
        raise SettingsError(
            f"{file} cannot be read. It must be a text file in UTF-8 (not “Unicode” or UTF-16) that this "
            "account may read."
        ) from None


def _web_address(name: str, url: str) -> str:
    if not url.startswith(("https://", "http://")):
        raise SettingsError(f"{name} is “{url}”; it must be an address such as {DEFAULT_SLACK_API}.")
    return url if url.endswith("/") else url + "/"


def _public_url(text: str) -> str:
    """An address that Slack reaches from outside, so an encrypted one."""
    plain = text.rstrip("/")
    if not plain:
        return ""
    parts = urlsplit(plain)
    if parts.scheme != "https" or not parts.hostname or plain != f"https://{parts.netloc}" or "@" in plain:
        raise SettingsError(
            f"LEADLINE_PUBLIC_URL is “{text}”; it must be the address at which Slack reaches this program "
            "from outside, such as https://leadline.example.org, with nothing behind it."
        )
    return plain


def _posts_per_second(text: str) -> float:
    try:
        value = float(text)
    except ValueError:
        value = 0.0
    if value <= 0:
        raise SettingsError(f"LEADLINE_POSTS_PER_SECOND is “{text}”; it must be a number above 0.")
    return value


def _yes_or_no(name: str, text: str) -> bool:
    if text.casefold() not in ("yes", "no"):
        raise SettingsError(f"{name} is “{text}”; it may be yes or no.")
    return text.casefold() == "yes"


def _mode(text: str) -> Mode:
    try:
        return Mode(text.lower())
    except ValueError:
        raise SettingsError(f"LEADLINE_MODE is “{text}”; it may be socket or http.") from None


def _log_format(text: str) -> LogFormat:
    try:
        return LogFormat(text.lower())
    except ValueError:
        raise SettingsError(f"LEADLINE_LOG_FORMAT is “{text}”; it may be text or json.") from None


def _address(text: str) -> Address:
    host, separator, port = text.rpartition(":")
    if not separator or not host or not port.isascii() or not port.isdigit() or int(port) > LAST_PORT:
        raise SettingsError(f"LEADLINE_HTTP is “{text}”; it must be an address and a port: {DEFAULT_HTTP}.")
    return Address(host.strip("[]"), int(port))


def _seconds(name: str, text: str) -> float:
    try:
        value = float(text)
    except ValueError:
        value = -1.0
    if not 0 <= value <= MOST_DRAIN:
        raise SettingsError(f"{name} is “{text}”; it must be a number of seconds, 0 to {MOST_DRAIN}.")
    return value
