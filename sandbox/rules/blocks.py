"""Rules of Block Kit's blocks, and on which surface each may stand."""

from collections.abc import Mapping
from enum import Enum

from sandbox.rules.elements import ELEMENTS, IN_ACTIONS, IN_INPUT, IN_SECTION
from sandbox.rules.objects import IDENTIFIER, SLACK_FILE, URL, plain, text
from sandbox.rules.shapes import Anything, Fields, Flag, OneOf, Several, Shape, Typed, Whole, Words


class Surface(Enum):
    """Where blocks are shown."""

    MESSAGE = "message"
    MODAL = "modal"
    HOME = "home"


BLOCKS_MOST: Mapping[Surface, int] = {Surface.MESSAGE: 50, Surface.MODAL: 100, Surface.HOME: 100}

_BLOCK: Mapping[str, Shape] = {"block_id": IDENTIFIER}

_TEXTS: Mapping[str, Shape] = {
    "plain_text": text(3000),
    "mrkdwn": text(3000),
    "image": ELEMENTS["image"],
}

# The inside of rich text is Slack's own business; its outer shape is checked.
_RICH_PIECE = Several(
    Typed(
        {
            name: Anything()
            for name in (
                "text",
                "link",
                "user",
                "usergroup",
                "channel",
                "emoji",
                "broadcast",
                "color",
                "date",
                "team",
            )
        }
    ),
    1000,
    0,
)
_RICH: dict[str, Shape] = {
    "rich_text_section": Fields({"elements": _RICH_PIECE}),
    "rich_text_preformatted": Fields(
        {"elements": _RICH_PIECE}, {"border": Whole(0, 1), "language": Words(255)}
    ),
    "rich_text_quote": Fields({"elements": _RICH_PIECE}, {"border": Whole(0, 1)}),
}
_RICH["rich_text_list"] = Fields(
    {
        "style": OneOf(("bullet", "ordered")),
        "elements": Several(Typed({"rich_text_section": _RICH["rich_text_section"]}), 1000),
    },
    {"indent": Whole(0, 8), "offset": Whole(0, 10_000), "border": Whole(0, 1)},
)

_TABLE_CELL = Typed(
    {
        "raw_text": Fields({"text": Words(3000, 1)}),
        "rich_text": Fields({"elements": Several(Typed(_RICH), 1000)}, _BLOCK),
    }
)
_COLUMN = Fields({}, {"align": OneOf(("left", "center", "right")), "is_wrapped": Flag()})

BLOCKS: Mapping[str, Shape] = {
    "section": Fields(
        {},
        {
            **_BLOCK,
            "text": text(3000),
            "fields": Several(text(2000), 10),
            "accessory": Typed(ELEMENTS, IN_SECTION),
            "expand": Flag(),
        },
        any_of=("text", "fields"),
    ),
    "header": Fields({"text": plain(150)}, _BLOCK),
    "divider": Fields({}, _BLOCK),
    "context": Fields({"elements": Several(Typed(_TEXTS), 10)}, _BLOCK),
    "actions": Fields({"elements": Several(Typed(ELEMENTS, IN_ACTIONS), 25)}, _BLOCK),
    "input": Fields(
        {"label": plain(2000), "element": Typed(ELEMENTS, IN_INPUT)},
        {**_BLOCK, "hint": plain(2000), "optional": Flag(), "dispatch_action": Flag()},
    ),
    "image": Fields(
        {"alt_text": Words(2000, 1)},
        {**_BLOCK, "title": plain(2000), "image_url": URL, "slack_file": SLACK_FILE},
        one_of=("image_url", "slack_file"),
    ),
    "markdown": Fields({"text": Words(12_000, 1)}, _BLOCK),
    "rich_text": Fields({"elements": Several(Typed(_RICH), 1000)}, _BLOCK),
    "table": Fields(
        {"rows": Several(Several(_TABLE_CELL, 20), 100)}, {**_BLOCK, "column_settings": Several(_COLUMN, 20)}
    ),
}

ALLOWED: Mapping[Surface, frozenset[str]] = {
    Surface.MESSAGE: frozenset(BLOCKS),
    Surface.MODAL: frozenset(BLOCKS) - {"markdown", "table"},
    Surface.HOME: frozenset(BLOCKS) - {"markdown", "table"},
}

# Elements that stand on some surfaces only.
ELEMENT_SURFACES: Mapping[str, frozenset[Surface]] = {
    "file_input": frozenset({Surface.MODAL}),
    "email_text_input": frozenset({Surface.MODAL}),
    "url_text_input": frozenset({Surface.MODAL}),
    "number_input": frozenset({Surface.MODAL}),
}
