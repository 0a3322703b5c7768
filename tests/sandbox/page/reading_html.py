"""A strict reader of the page's HTML: what elements there are, and whether any of them could do harm."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser

VOID = {"img", "input", "br", "hr", "link", "meta"}
HARMLESS = {
    *("a", "blockquote", "br", "button", "code", "details", "div", "em", "figcaption", "figure", "h2", "h3"),
    *("hr", "img", "input", "label", "li", "ol", "optgroup", "option", "output", "p", "pre", "s", "select"),
    *("span", "strong", "summary", "textarea", "time", "ul"),
}
ADDRESSES = ("http://", "https://", "mailto:", "tel:", "/as/", "/picture/", "/static/")


@dataclass
class Reader(HTMLParser):
    """Reads a piece of HTML; `tags` in order, `words` the text, `complaints` what must not be there."""

    tags: list[tuple[str, dict[str, str | None]]] = field(default_factory=list)
    words: str = ""
    complaints: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in HARMLESS:
            self.complaints.append(f"<{tag}>")
        for name, value in attrs:
            if name.startswith("on") or name in ("style", "srcdoc", "formaction"):
                self.complaints.append(name)
            if name in ("href", "src") and not (value or "").lower().startswith(ADDRESSES):
                self.complaints.append(f"{name}={value}")
        if tag not in VOID:
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if not self._open or self._open.pop() != tag:
            self.complaints.append(f"</{tag}> out of place")

    def handle_data(self, data: str) -> None:
        self.words += data

    def handle_comment(self, data: str) -> None:
        self.complaints.append(f"comment {data}")

    def finish(self) -> Reader:
        self.close()
        self.complaints += [f"<{tag}> left open" for tag in self._open]
        return self

    def elements(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.tags if name == tag]


def read(html: str) -> Reader:
    reader = Reader()
    reader.feed(html)
    return reader.finish()
