"""Emoji shortcodes as people type them (`:tada:`) and the characters they stand for."""

from __future__ import annotations

import re

SHORTCODES: dict[str, str] = {
    # Marks the field uses for colours and states
    "red_circle": "🔴", "large_orange_circle": "🟠", "large_yellow_circle": "🟡", "large_green_circle": "🟢",
    "large_blue_circle": "🔵", "large_purple_circle": "🟣", "large_brown_circle": "🟤", "white_circle": "⚪",
    "black_circle": "⚫", "small_red_triangle": "🔺", "small_red_triangle_down": "🔻",
    "large_orange_diamond": "🔶", "large_blue_diamond": "🔷", "small_orange_diamond": "🔸",
    "small_blue_diamond": "🔹", "large_red_square": "🟥", "large_orange_square": "🟧",
    "large_yellow_square": "🟨", "large_green_square": "🟩", "large_blue_square": "🟦",
    "large_purple_square": "🟪", "white_large_square": "⬜", "black_large_square": "⬛",
    "heavy_minus_sign": "➖", "heavy_plus_sign": "➕", "grey_question": "❔", "question": "❓",
    "exclamation": "❗", "grey_exclamation": "❕", "white_check_mark": "✅", "heavy_check_mark": "✔️",
    "ballot_box_with_check": "☑️", "x": "❌", "negative_squared_cross_mark": "❎", "warning": "⚠️",
    "no_entry": "⛔", "no_entry_sign": "🚫", "octagonal_sign": "🛑", "construction": "🚧",
    "traffic_light": "🚦", "vertical_traffic_light": "🚦", "information_source": "ℹ️",
    # Hands and faces
    "+1": "👍", "thumbsup": "👍", "-1": "👎", "thumbsdown": "👎", "clap": "👏", "wave": "👋", "pray": "🙏",
    "raised_hands": "🙌", "raised_hand": "✋", "hand": "✋", "ok_hand": "👌", "point_right": "👉",
    "point_left": "👈", "point_up": "☝️", "point_up_2": "👆", "point_down": "👇", "muscle": "💪",
    "handshake": "🤝", "writing_hand": "✍️", "crossed_fingers": "🤞", "smile": "😄", "smiley": "😃",
    "grinning": "😀", "slightly_smiling_face": "🙂", "blush": "😊", "wink": "😉", "joy": "😂",
    "sweat_smile": "😅", "thinking_face": "🤔", "neutral_face": "😐", "confused": "😕",
    "disappointed": "😞", "cry": "😢", "sob": "😭", "worried": "😟", "tired_face": "😫",
    "relieved": "😌", "heart": "❤️", "green_heart": "💚", "blue_heart": "💙", "broken_heart": "💔",
    "eyes": "👀", "facepalm": "🤦", "shrug": "🤷", "bow": "🙇", "robot_face": "🤖", "tada": "🎉",
    # Things at work
    "calendar": "📅", "date": "📅", "spiral_calendar_pad": "🗓️", "clock9": "🕘", "clock3": "🕒",
    "alarm_clock": "⏰", "hourglass": "⌛", "hourglass_flowing_sand": "⏳", "stopwatch": "⏱️",
    "memo": "📝", "pencil": "📝", "pencil2": "✏️", "clipboard": "📋", "page_facing_up": "📄",
    "bookmark_tabs": "📑", "file_folder": "📁", "open_file_folder": "📂", "card_index_dividers": "🗂️",
    "paperclip": "📎", "pushpin": "📌", "round_pushpin": "📍", "link": "🔗", "lock": "🔒", "unlock": "🔓",
    "key": "🔑", "bell": "🔔", "no_bell": "🔕", "loudspeaker": "📢", "mega": "📣", "speech_balloon": "💬",
    "thought_balloon": "💭", "email": "📧", "envelope": "✉️", "incoming_envelope": "📨", "inbox_tray": "📥",
    "outbox_tray": "📤", "telephone_receiver": "📞", "phone": "☎️", "computer": "💻", "bar_chart": "📊",
    "chart_with_upwards_trend": "📈", "chart_with_downwards_trend": "📉", "mag": "🔍", "bulb": "💡",
    "gear": "⚙️", "wrench": "🔧", "hammer_and_wrench": "🛠️", "hospital": "🏥", "office": "🏢",
    "house": "🏠", "family": "👪", "busts_in_silhouette": "👥", "bust_in_silhouette": "👤", "seedling": "🌱",
    "palm_tree": "🌴", "sunny": "☀️", "rocket": "🚀", "star": "⭐", "sparkles": "✨", "fire": "🔥",
    "zap": "⚡", "trophy": "🏆", "checkered_flag": "🏁", "triangular_flag_on_post": "🚩", "coffee": "☕",
    "cake": "🍰", "birthday": "🎂",
    # Signs
    "arrow_right": "➡️", "arrow_left": "⬅️", "arrow_up": "⬆️", "arrow_down": "⬇️",
    "arrow_upper_right": "↗️", "arrow_lower_right": "↘️", "arrows_counterclockwise": "🔄", "repeat": "🔁",
    "leftwards_arrow_with_hook": "↩️", "rewind": "⏪", "fast_forward": "⏩", "heavy_exclamation_mark": "❗",
    "100": "💯", "one": "1️⃣", "two": "2️⃣", "three": "3️⃣", "four": "4️⃣", "five": "5️⃣", "new": "🆕",
    "sos": "🆘", "zzz": "💤", "flag-gb": "🇬🇧", "gb": "🇬🇧",
}  # fmt: skip

_SHORTCODE = re.compile(r":([a-z0-9_+\-]{1,40}):(?::skin-tone-[2-6]:)?")


def emojified(words: str) -> str:
    """Replace the shortcodes we know; an unknown one stays as it was typed."""
    return _SHORTCODE.sub(lambda found: SHORTCODES.get(found[1], found[0]), words)


def emoji_for(name: str) -> str:
    """The character for a shortcode without its colons, or the shortcode itself."""
    return SHORTCODES.get(name, f":{name}:")
