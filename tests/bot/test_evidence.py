"""What is named as showing that work is done, and what only promises it."""

from __future__ import annotations

import pytest

from bot.evidence import evidence_in


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("2.7a complete, evidence is the audit report on sharepoint", "the audit report on sharepoint"),
        ("4.1 signed off by the Board on 3 Sept", "signed off by the Board on 3 Sept"),
        ("4.1 done, policy published, ref POL-123", "policy published, ref POL-123"),
        ("4.1 complete see minutes 4.2", "see minutes 4.2"),
        ("4.1 done, audit attached", "audit attached"),
        ("4.1 done. Evidence: training log on the intranet.", "training log on the intranet"),
        ("4.1 done (approved at the Quality Committee 12 Sept)", "approved at the Quality Committee 12 Sept"),
        ("4.1 complete - evidence attached", "evidence attached"),
        ("4.1 done", ""),
        ("4.1 done, evidence to follow", ""),
        ("4.1 done but no evidence yet", ""),
        ("4.1 done, will send the report", ""),
        ("4.1 done, audit report not yet signed off by the Board", ""),
        ("4.1 done, all staff trained", ""),
    ],
)
def test_evidence_is_what_is_named_and_there(words: str, shown: str) -> None:
    assert evidence_in(words) == shown
