"""A message before any platform has laid it out: lines and buttons, in the bot's own words."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from bot.card_files import CardFile, PaperFile, PictureFile


class Tone(StrEnum):
    """How a line is set."""

    HEADING = "heading"
    BODY = "body"
    QUIET = "quiet"


class Act(StrEnum):
    """What a button, a menu or a form asks the bot to do. Its ids travel with it."""

    CONFIRM = "confirm"
    EDIT = "edit"
    CANCEL = "cancel"
    UNDO = "undo"
    NOT_WHAT_I_SAID = "not_what_i_said"
    WAS_MISREAD = "was_misread"
    WORK_GOES_ON = "work_goes_on"
    CHOOSE_ACTION = "choose_action"
    CHOOSE_DATE = "choose_date"
    CHOOSE_PROGRESS = "choose_progress"
    SET_RAG = "set_rag"
    NO_CHANGE = "no_change"
    ON_TRACK = "on_track"
    DONE = "done"
    SLIPPING = "slipping"
    IT_IS_THERE = "it_is_there"
    POST_NOW = "post_now"
    NEED_HELP = "need_help"
    ALL_NO_CHANGE = "all_no_change"
    OPEN_FORM = "open_form"
    SAVE_FORM = "save_form"
    SHOW_STATUS = "show_status"
    SHOW_HISTORY = "show_history"
    SHARE = "share"
    COPY_ERRATUM = "copy_erratum"
    ISSUE_ERRATUM = "issue_erratum"
    RAISE_ERRATUM = "raise_erratum"
    SHOW_DECISIONS = "show_decisions"
    ACCEPT_DONE = "accept_done"
    APPROVE_IDENTITY = "approve_identity"
    REFUSE_IDENTITY = "refuse_identity"
    NOT_ME = "not_me"
    HAND_ON = "hand_on"
    LEAVE = "leave"
    TAKE_OFFICE = "take_office"
    SHOW_SETUP = "show_setup"
    ANSWER_DOUBTS = "answer_doubts"
    SEE_DOUBTS = "see_doubts"
    TAKE_AS_READ = "take_as_read"
    CANCEL_IMPORT = "cancel_import"
    DOUBT_AS_READ = "doubt_as_read"
    DOUBT_FORM = "doubt_form"
    DOUBT_LATER = "doubt_later"
    CHECKED = "checked"
    VERSION_RULING = "version_ruling"
    VERSION_WORDS = "version_words"
    SEE_VERSION = "see_version"
    TAKE_VERSION = "take_version"
    DROP_VERSION = "drop_version"
    SHOW_PRIVACY = "show_privacy"
    ASK_UPDATE = "ask_update"
    CANNOT_NOW = "cannot_now"
    TAKE_BLOCKER = "take_blocker"
    BLOCKER_CLEARED = "blocker_cleared"
    ANSWER_HELP = "answer_help"
    SAVE_HELP_ANSWER = "save_help_answer"
    CHECK_LATER = "check_later"
    IT_HELD = "it_held"
    IT_DID_NOT_HOLD = "it_did_not_hold"
    WAIT_IS_OVER = "wait_is_over"
    SAVE_AMENDMENT = "save_amendment"
    DROP_AMENDMENT = "drop_amendment"
    UNDO_AMENDMENT = "undo_amendment"
    WORD_AMENDMENT = "word_amendment"
    SAVE_DECISION = "save_decision"
    DROP_DECISION = "drop_decision"
    CAPTURE = "capture"
    RECORD_OUTCOME = "record_outcome"
    DEALT_WITH = "dealt_with"
    SAY_WHY = "say_why"
    MORE_TIME = "more_time"
    SAVE_MORE_TIME = "save_more_time"
    GRANT_TIME = "grant_time"
    BOARD_TIME = "board_time"
    DECIDE_TIME = "decide_time"
    SAVE_TIME_DECISION = "save_time_decision"
    WITHDRAW_TIME = "withdraw_time"
    HAND_OVER = "hand_over"
    HAND_EACH = "hand_each"
    LEFT_VACANT = "left_vacant"
    ROUND_ALL = "round_all"
    FILL_POST = "fill_post"
    POST_VACANT = "post_vacant"
    LAST_LIST = "last_list"
    PREVIEW_PACK = "preview_pack"
    SNOOZE = "snooze"
    ASK_DEPUTY = "ask_deputy"
    REMIND_ONCE = "remind_once"
    HOW_TO_ENTER = "how_to_enter"
    DEPUTY_IS_RIGHT = "deputy_is_right"
    CHOOSE_DEPUTY = "choose_deputy"
    NO_DEPUTY = "no_deputy"
    NOT_AWAY = "not_away"
    WHO_IS_WHO = "who_is_who"
    IS_MEMBER = "is_member"
    NOT_HERE = "not_here"
    WHO_LATER = "who_later"
    SETTINGS = "settings"
    PREVIEW = "preview"
    ASK_GO_LIVE = "ask_go_live"
    GO_LIVE = "go_live"
    GO_LIVE_SOME = "go_live_some"
    GO_LIVE_ALL = "go_live_all"
    ARCHIVE = "archive"
    RESUME_PLAN = "resume_plan"
    GIVE_ENDS = "give_ends"
    SEE_ENDS = "see_ends"
    ASK_CHAIRS = "ask_chairs"
    CONFIRM_CLOSE = "confirm_close"
    REFUSE_CLOSE = "refuse_close"
    KEEP_OPEN = "keep_open"
    FINAL_REPORT = "final_report"
    SHOW_HOME = "show_home"
    SAY_AWAY = "say_away"
    SHOW_CHARTS = "show_charts"
    TALK_TO_OFFICER = "talk_to_officer"
    TELL_WHEN_DONE = "tell_when_done"
    GIVE_VIEW = "give_view"
    NO_VIEW = "no_view"
    KEEP_VIEW = "keep_view"
    NOT_A_VIEW = "not_a_view"
    TAKE_BACK_VIEW = "take_back_view"
    CALL_OFF_VIEWS = "call_off_views"
    SAVE_MEETING = "save_meeting"
    LEAVE_MEETING = "leave_meeting"


@dataclass(frozen=True, slots=True)
class Line:
    """One line of plain text; it may hold newlines. Never mark-up: the platform escapes it.

    `accounts` are external ids that the text names as "@id": the platform shows who they are; `channels`,
    in the same way, those it names as "#id". Nothing else in a text ever becomes a mention.
    """

    text: str
    tone: Tone = Tone.BODY
    accounts: tuple[str, ...] = ()
    channels: tuple[str, ...] = ()

    @property
    def names_any(self) -> bool:
        """Whether the text names anybody or any place that the platform knows."""
        return bool(self.accounts or self.channels)


@dataclass(frozen=True, slots=True)
class Button:
    """A tap. `value` carries every id it acts on ("update:12"), never "the current plan"."""

    label: str
    act: Act
    value: str
    is_primary: bool = False


@dataclass(frozen=True, slots=True)
class Choice:
    """One entry of a menu."""

    label: str
    value: str


@dataclass(frozen=True, slots=True)
class Menu:
    """A list to choose one entry from, when there are too many for buttons."""

    placeholder: str
    act: Act
    choices: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class AccountPicker:
    """A choice among everybody with an account. The account chosen joins the value as "as:U123"."""

    placeholder: str
    act: Act
    value: str


@dataclass(frozen=True, slots=True)
class Taps:
    """Buttons and menus that stand together under the lines before them."""

    items: tuple[Button | Menu | AccountPicker, ...]


@dataclass(frozen=True, slots=True)
class Rule:
    """A thin line between two subjects."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A picture that stands among the lines, on a Home: the platform fetches it from `address`. `alt` tells
    what it shows; `title` is its message."""

    address: str
    alt: str
    title: str


Piece = Line | Taps | Rule | Shown
"""What a message is made of, in order."""


@dataclass(frozen=True, slots=True)
class Card:
    """A whole message. `summary` is what a notification or a screen reader gets first."""

    summary: str
    pieces: tuple[Piece, ...] = field(default_factory=tuple)
    files: tuple[CardFile | PaperFile | PictureFile, ...] = ()


class FieldKind(StrEnum):
    """How one question of a form is answered."""

    SHORT_TEXT = "short_text"
    LONG_TEXT = "long_text"
    CHOICE = "choice"
    CHANNEL = "channel"


@dataclass(frozen=True, slots=True)
class FormField:
    """One question of a form. `name` is its key in the answers; `initial` is what was said last time."""

    name: str
    label: str
    kind: FieldKind
    hint: str = ""
    initial: str = ""
    choices: tuple[Choice, ...] = ()
    is_required: bool = False


@dataclass(frozen=True, slots=True)
class Form:
    """A form to fill in. `value` carries the ids it acts on; `act` is what sending it does."""

    title: str
    act: Act
    value: str
    fields: tuple[FormField, ...]
    intro: str = ""
    submit_label: str = "Save"


@dataclass(frozen=True, slots=True)
class FormErrors:
    """What is wrong with a form's answers, by field name; nothing was saved."""

    by_field: dict[str, str]


class Placement(StrEnum):
    """Where an immediate answer goes: in place of the message acted on, or beside it, seen by one person."""

    REPLACE = "replace"
    PRIVATE = "private"


@dataclass(frozen=True, slots=True)
class Answer:
    """What comes back at once from a tap, a form or a command."""

    card: Card
    placement: Placement
