from hypothesis import given
from hypothesis import strategies as st

from sandbox.page.markup import Html, hidden_words, joined, tag, text
from tests.sandbox.page.reading_html import read

HOSTILE = "<script>alert('1')</script> & \"quoted\""


def test_a_plain_string_is_escaped_wherever_it_stands() -> None:
    drawn = tag("p", HOSTILE, title=HOSTILE)
    assert drawn == (
        '<p title="&lt;script&gt;alert(&#x27;1&#x27;)&lt;/script&gt; &amp; &quot;quoted&quot;">'
        "&lt;script&gt;alert(&#x27;1&#x27;)&lt;/script&gt; &amp; &quot;quoted&quot;</p>"
    )


def test_what_is_already_html_is_not_escaped_again() -> None:
    assert tag("p", tag("em", "a & b")) == "<p><em>a &amp; b</em></p>"
    assert text(Html("<br>")) == "<br>"


def test_attributes_are_named_as_in_html_and_left_out_when_empty() -> None:
    drawn = tag("label", "x", for_="y", aria_label="z", hidden=True, title=None, disabled=False)
    assert drawn == '<label for="y" aria-label="z" hidden>x</label>'


def test_void_elements_have_no_end() -> None:
    assert tag("input", type="text", value="") == '<input type="text" value="">'


def test_children_may_be_missing_or_come_in_groups() -> None:
    assert tag("ul", None, (tag("li", word) for word in "ab")) == "<ul><li>a</li><li>b</li></ul>"


def test_joined_escapes_strings_and_the_words_between_them() -> None:
    assert joined(["<", tag("b", "x")], " & ") == "&lt; &amp; <b>x</b>"


def test_hidden_words_are_there_for_readers_only() -> None:
    assert hidden_words("unread") == '<span class="unseen">unread</span>'


@given(st.text(), st.text())
def test_no_words_can_leave_the_place_they_were_put(inside: str, beside: str) -> None:
    found = read(tag("p", inside, title=beside))
    assert [name for name, _ in found.tags] == ["p"]
    assert found.complaints == []
