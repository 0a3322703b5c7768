"""The settings: defaults, the file, and advice when something is wrong."""

from dataclasses import replace
from pathlib import Path

import pytest

from leadline.config import Address, Mode, Settings, SettingsError, load_settings

EXAMPLE = Path(__file__).parents[2] / ".env.example"


def write_env(folder: Path, text: str, mode: int = 0o600) -> Path:
    file = folder / ".env"
    file.write_text(text, encoding="utf-8")
    file.chmod(mode)
    return file


def test_without_a_file_and_an_environment_the_defaults_hold(tmp_path: Path) -> None:
    assert load_settings({}, tmp_path / ".env") == Settings()


def test_the_example_file_is_a_working_set_of_settings(tmp_path: Path) -> None:
    settings = load_settings({}, write_env(tmp_path, EXAMPLE.read_text(encoding="utf-8")))
    assert settings.slack_tokens() == ("xoxb-example", "xapp-example")
    assert settings.command == "/plan-status"


def test_http_mode_listens_on_this_machine_alone_unless_told_otherwise(tmp_path: Path) -> None:
    settings = load_settings({"LEADLINE_MODE": "http"}, tmp_path / ".env")
    assert settings.http == Address("127.0.0.1", 8770)
    elsewhere = load_settings({"LEADLINE_MODE": "HTTP", "LEADLINE_HTTP": "[::]:80"}, tmp_path / ".env")
    assert elsewhere.http == Address("::", 80)


def test_http_mode_needs_a_signing_secret_and_no_app_token() -> None:
    settings = Settings(mode=Mode.HTTP, slack_bot_token="xoxb-1")
    with pytest.raises(SettingsError, match="SLACK_SIGNING_SECRET is not set"):
        settings.slack_tokens()
    assert replace(settings, slack_signing_secret="s").slack_tokens() == ("xoxb-1", "")


def test_the_environment_wins_over_the_file(tmp_path: Path) -> None:
    file = write_env(tmp_path, "LEADLINE_COMMAND=/from-file\n")
    assert load_settings({"LEADLINE_COMMAND": "/from-environment"}, file).command == "/from-environment"


def test_a_file_that_others_may_read_is_refused_with_the_remedy(tmp_path: Path) -> None:
    file = write_env(tmp_path, "SLACK_BOT_TOKEN=xoxb-secret\n", mode=0o644)
    with pytest.raises(SettingsError, match="chmod 600") as refusal:
        load_settings({}, file)
    assert "xoxb-secret" not in str(refusal.value)


def test_a_file_in_another_encoding_is_told_of_and_not_quoted(tmp_path: Path) -> None:
    """As the editor of an office's machine may save it."""
    file = write_env(tmp_path, "")
    file.write_text("SLACK_BOT_TOKEN=xoxb-secret\n", encoding="utf-16")
    with pytest.raises(SettingsError, match="UTF-8") as refusal:
        load_settings({}, file)
    assert "xoxb" not in str(refusal.value)


@pytest.mark.parametrize(
    ("settings", "advice"),
    [
        (Settings(slack_bot_token="xoxb-1\u2026"), "SLACK_BOT_TOKEN holds a sign"),
        (Settings(slack_bot_token="xoxb-1", slack_app_token="xapp-1 xapp-2"), "SLACK_APP_TOKEN holds a sign"),
        (Settings(), "SLACK_BOT_TOKEN is not set"),
        (Settings(slack_bot_token="xoxb-1"), "SLACK_APP_TOKEN is not set"),
        (Settings(slack_bot_token="xapp-1", slack_app_token="xoxb-1"), "easily swapped"),
    ],
)
def test_a_missing_or_swapped_token_stops_with_advice(settings: Settings, advice: str) -> None:
    with pytest.raises(SettingsError, match=advice):
        settings.slack_tokens()


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("LEADLINE_LOG_LEVEL", "LOUD"),
        ("LEADLINE_LOG_FORMAT", "xml"),
        ("LEADLINE_MODE", "carrier pigeon"),
        ("SLACK_API_URL", "slack.com/api"),
        ("LEADLINE_HTTP", "8770"),
        ("LEADLINE_HTTP", "127.0.0.1:http"),
        ("LEADLINE_HTTP", "127.0.0.1:70000"),
        ("LEADLINE_PUBLIC_URL", "http://leadline.example.org"),
        ("LEADLINE_PUBLIC_URL", "https://leadline.example.org/behind"),
        ("LEADLINE_PUBLIC_URL", "https://me:secret@leadline.example.org"),
        ("LEADLINE_DRAIN_SECONDS", "a while"),
        ("LEADLINE_DRAIN_SECONDS", "-1"),
        ("LEADLINE_COMMAND", "status"),
        ("LEADLINE_COMMAND", "/"),
        ("LEADLINE_POSTS_PER_SECOND", "often"),
        ("LEADLINE_POSTS_PER_SECOND", "0"),
    ],
)
def test_a_value_that_cannot_be_right_is_named(tmp_path: Path, name: str, value: str) -> None:
    with pytest.raises(SettingsError, match=name):
        load_settings({name: value}, tmp_path / ".env")


def test_the_address_of_slack_always_ends_in_a_slash(tmp_path: Path) -> None:
    given = {"SLACK_API_URL": "http://127.0.0.1:9/api"}
    assert load_settings(given, tmp_path / ".env").slack_api_url == "http://127.0.0.1:9/api/"
