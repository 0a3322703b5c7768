"""Rules of Block Kit's composition objects: texts, options, confirmations, filters."""

from collections.abc import Mapping

from sandbox.rules.shapes import Fields, Flag, OneOf, Several, Shape, Typed, Words

IDENTIFIER = Words(255, 1)
URL = Words(3000, 1)


def _text_kinds(most: int) -> Mapping[str, Shape]:
    return {
        "plain_text": Fields({"text": Words(most, 1)}, {"emoji": Flag()}),
        "mrkdwn": Fields({"text": Words(most, 1)}, {"verbatim": Flag()}),
    }


def plain(most: int) -> Shape:
    """A plain text of at most so many characters."""
    return Typed(_text_kinds(most), frozenset({"plain_text"}))


def text(most: int) -> Shape:
    """A plain or mrkdwn text of at most so many characters."""
    return Typed(_text_kinds(most))


def option(*, mrkdwn: bool = False, url: bool = False) -> Shape:
    """One option: of a menu, of checkboxes and radio buttons (mrkdwn too), of an overflow (a URL too)."""
    words = text(75) if mrkdwn else plain(75)
    optional: dict[str, Shape] = {"description": words}
    if url:
        optional["url"] = URL
    return Fields({"text": words, "value": Words(150)}, optional)


OPTION_GROUP = Fields({"label": plain(75), "options": Several(option(), 100)})

CONFIRM = Fields(
    {"title": plain(100), "text": text(300), "confirm": plain(30), "deny": plain(30)},
    {"style": OneOf(("primary", "danger"))},
)

DISPATCH_CONFIG = Fields(
    {}, {"trigger_actions_on": Several(OneOf(("on_enter_pressed", "on_character_entered")), 2)}
)

CONVERSATION_FILTER = Fields(
    {},
    {
        "include": Several(OneOf(("im", "mpim", "private", "public")), 4),
        "exclude_external_shared_channels": Flag(),
        "exclude_bot_users": Flag(),
    },
    any_of=("include", "exclude_external_shared_channels", "exclude_bot_users"),
)

SLACK_FILE = Fields({}, {"id": Words(255, 1), "url": URL}, one_of=("id", "url"))
