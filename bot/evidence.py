"""What somebody who says that work is done names as showing it, in the same words."""

from __future__ import annotations

import re

_PAPERS = (
    r"(?:minutes?|mins?|report|paper|audit|appendix|annex|attachment|attached|link|file|folder|register|log"
    r"|certificate|tracker|dashboard|sharepoint|intranet|website|portal|teams|drive|e-?mail|letter|policy|data)"
)
_BODIES = (
    r"(?:board|committee|cabinet|council|panel|group|forum|exec(?:utive)?|trustees|governors|directors?|chair|cqc"
    r"|ofsted|auditors?|audit|icb|trust|sponsor|smt|slt|dmt|chief\s+executive|ceo|regulator|inspectors?)"
)
_SHOWS = re.compile(
    r"\bevidenced?\b(?!\s+(?:group|base|based))"
    rf"|\b(?:see|as\s+per|per|refer(?:s|red)?\s+to|recorded\s+in|noted\s+in|minuted|in)\s+(?:(?:the|our|my|attached|{_BODIES})\s+)*"
    rf"{_PAPERS}\b"
    rf"|\b{_PAPERS}\s+(?:is\s+|are\s+|now\s+)*(?:attached|enclosed|uploaded|saved|published|available|signed|shows|show"
    r"|confirms|confirmed|circulated|on\s+(?:the\s+)?(?:sharepoint|intranet|website|teams|portal|system|shared\s+drive))\b"
    r"|\b(?:attached|enclosed|uploaded|published)\b|https?://\S"
    r"|\bon\s+(?:the\s+)?(?:sharepoint|intranet|website|portal|shared\s+drive)\b"
    rf"|\b(?:signed\s+off|approved|ratified|agreed|accepted|endorsed|adopted|minuted|verified|confirmed)(?:\s+(?:on\s+)?\d\S*(?:\s+[a-z]+)?(?:\s+\d{4})?)?\s+(?:by|at|in)\s+"
    rf"(?:(?:the|our|a|[\w&-]+)\s+){{0,4}}?{_BODIES}\b"
    r"|\b(?:ref(?:erence)?|doc(?:ument)?)\.?\s*(?:no\.?\s*|:\s*)?[A-Za-z]{2,}[-/ ]?\d+"
    r"|\bmin(?:ute)?s?\.?\s+\d",
    re.IGNORECASE,
)
_NOT_YET = re.compile(
    r"\b(?:no|not|isn['’]?t|without|await\w*|to\s+follow|will|tbc|pending|needs?|needed|once|when|gathering|chasing"
    r"|to\s+be|outstanding|missing|should|going\s+to|waiting|wait|still|soon|later|next|tomorrow|due|draft\w*|collecting"
    r"|can|could|would|if)\b|['’]ll\b|n['’]t\b|\?",
    re.IGNORECASE,
)
_PART = re.compile(r"(?:[^,;\n.!()]|\.(?=\S)|,(?=\d))+")
_LEAD = re.compile(
    r"^(?:(?:and|with|so)\s|-|–|:|\s)*(?:evidenced?(?:\s+(?:is|are|by|in|at|being|of\s+this\s+is|includes?|attached\s+is)(?=\s)|\s*[:=–-])+\s*)?",
    re.IGNORECASE,
)


def evidence_in(words: str) -> str:
    """What is named as showing that work is done, in the writer's words; "" where nothing is, or it is only
    promised."""
    told = []
    for at, part in enumerate(_PART.finditer(words)):
        found = _SHOWS.search(part.group())
        if found is None or _NOT_YET.search(part.group()):
            continue
        said = part.group()[found.start() :] if at == 0 else part.group()
        told.append(_LEAD.sub("", " ".join(said.split())).strip(" -–:") or " ".join(said.split()))
    return ", ".join(told)
