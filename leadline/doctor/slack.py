"""Slack's side: tokens, rights, the command's name, the clock, and the partnerships' channels."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from handlers.slack.examination import Examiner, Membership, SlackRefused, TokenSeen, wanted_scopes
from handlers.slack.manifest import SEEING_CHANNELS, CommandRefused, check_command
from leadline.config import Mode, Settings, SettingsError
from leadline.doctor.finding import Finding, look, mend, right

MOST_APART = timedelta(seconds=60)
"""Slack's requests are refused when they are five minutes old; a minute apart is told of well before."""

_REINSTALL = (
    "In the app's settings, paste what `leadline manifest` prints, and press “Reinstall to Workspace”."
)
_NEW_TOKEN = "Copy it anew from the app's “OAuth & Permissions” page."  # noqa: S105 - a sentence
_UNREACHED = "Check the network, HTTPS_PROXY and SSL_CERT_FILE, and SLACK_API_URL if you set it."

REMEDIES = {
    "invalid_auth": f"the token is wrong or was revoked. {_NEW_TOKEN}",
    "token_revoked": f"the token was revoked. Install the app to the workspace again. {_NEW_TOKEN}",
    "token_expired": "the token has expired: token rotation is on, which Leadline does not use. Make the app "
    "anew from the manifest, which leaves it off.",
    "account_inactive": f"the app was removed from the workspace. Install it again. {_NEW_TOKEN}",
    "not_allowed_token_type": "this is another kind of token: the bot's starts with xoxb-, the app's with "
    "xapp-.",
    "missing_scope": "the app-level token lacks connections:write. Make one that has it, under “Basic "
    "Information”.",
    "ratelimited": "Slack asks for a pause. Look again in a minute.",
}
"""What Slack's words of refusal mean here."""

CHANNELS = {
    Membership.IN: right("", "the bot is in it"),
    Membership.SHARED: look(
        "", "the bot is in it, and other organisations share it: nothing is posted there unless the board "
        "officer writes “set shared channel to yes”.",
    ),
    Membership.OUT: mend("", "the bot is not in it. In the channel, type: /invite @Leadline"),
    Membership.ARCHIVED: mend("", "it is archived. Unarchive it, or give another: leadline setup --channel."),
    Membership.UNKNOWN: mend(
        "", "Slack shows no such channel to the bot: it is private and the bot is not in it (type there: "
        "/invite @Leadline), or its id is wrong (leadline setup --channel).",
    ),
    Membership.UNSEEN: look(
        "", "whether the bot is in it, and whether other organisations share it, cannot be seen for certain "
        "without channels:read (groups:read for a private one), which it does not ask for; give it the right "
        "and it looks before each post. If in doubt, type in the channel: /invite @Leadline",
    ),
}  # fmt: skip
"""What is told of a channel; the completeness test holds every `Membership` to have its line."""


def tokens(settings: Settings) -> Finding:
    """Whether the tokens that are needed are there, and look like what they should be."""
    try:
        settings.slack_tokens()
    except SettingsError as lacking:
        return mend("tokens", str(lacking))
    return right("tokens", f"all that {settings.mode.value} mode needs are set")


def command(settings: Settings) -> Finding:
    """Whether Slack lets an app have a command of this name."""
    try:
        check_command(settings.command)
    except CommandRefused as refusal:
        return mend("command", f"{refusal} Set LEADLINE_COMMAND.")
    return right("command", f"{settings.command} may be registered")


def workspace(examiner: Examiner, settings: Settings) -> Iterator[Finding | TokenSeen]:
    """What Slack says of the tokens; what it said of the bot's token comes last, for who asks further."""
    try:
        seen = examiner.token()
    except SlackRefused as refusal:
        yield mend("Slack", why(refusal, settings.slack_api_url))
        return
    yield right("Slack", f"answers, and the bot is in {seen.team or seen.team_id}")
    yield from rights(seen, reads_files=settings.reads_files)
    yield clock(seen)
    yield _line(examiner, settings)
    yield seen


def rights(seen: TokenSeen, *, reads_files: bool) -> Iterator[Finding]:
    """The token's scopes against the manifest's."""
    wanted = wanted_scopes(reads_files=reads_files)
    if seen.scopes is None:
        yield look("scopes", "Slack did not say which the token has.")
        return
    if lacking := sorted(wanted - seen.scopes):
        yield mend("scopes", f"lacking: {', '.join(lacking)}. {_REINSTALL}")
    else:
        yield right("scopes", "all that the manifest asks for")
    if more := sorted(seen.scopes - wanted - SEEING_CHANNELS.keys()):
        yield look("scopes", f"more than the manifest asks for: {', '.join(more)}. They may be taken away.")


def clock(seen: TokenSeen) -> Finding:
    """This machine's clock against Slack's."""
    if seen.ahead is None:
        return look("clock", "Slack did not say what time it is.")
    if abs(seen.ahead) > MOST_APART:
        which = "slow" if seen.ahead > timedelta() else "fast"
        return mend(
            "clock",
            f"{abs(seen.ahead).total_seconds():.0f} seconds {which}. Digests come at the wrong time, and in "
            "HTTP mode requests are refused. Set it by NTP: timedatectl set-ntp true",
        )
    return right("clock", "agrees with Slack's")


def channel(examiner: Examiner, partnership: str, channel_id: str | None, api_url: str) -> Finding:
    """Whether the bot can post where a partnership's digest goes."""
    subject = f"channel of {partnership}"
    if channel_id is None:
        return look(subject, f'not set, so digests wait. Type: leadline setup "{partnership}" --channel C…')
    try:
        told = CHANNELS[examiner.membership(channel_id)]
    except SlackRefused as refusal:
        return mend(subject, why(refusal, api_url))
    return Finding(subject, told.verdict, f"{channel_id}: {told.words}")


def why(refusal: SlackRefused, api_url: str) -> str:
    """What a refusal means, and what to do."""
    said = REMEDIES.get(refusal.error, f"{_UNREACHED} ({api_url})")
    return f"{refusal.error}: {said}"


def _line(examiner: Examiner, settings: Settings) -> Finding:
    if settings.mode is Mode.HTTP:
        return look(
            "signing secret",
            "is set; only a request of Slack's shows whether it is the right one. On the app's “Event "
            "Subscriptions” page, press “Retry”.",
        )
    try:
        examiner.line(settings.slack_app_token)
    except SlackRefused as refusal:
        return mend("Socket Mode", why(refusal, settings.slack_api_url))
    return right("Socket Mode", "the app-level token opens a connection")
