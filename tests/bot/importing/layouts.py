"""Plans as councils and trusts lay them out, each invented, with what must be read from it."""

from __future__ import annotations

HULL = """
Board action tracker – Larkmere NHS Trust
NO|PAPER|ACTION|LEAD|TARGET DATE|NEW DATE|STATUS/COMMENT
12/27|Safe staffing|Bring a new staffing model|RV|17.7.27|13 Nov 2027|Moved to Nov for lack of time
13/27|Estates|Publish the lease review|TC/MB|30 Sept 2027||Not yet due
14/27|Estates|Write to the tenants|MB|14 Aug 2027||Complete. Letters sent 2 August
Key: RV = Rosa Vale; TC = Tom Cole; MB = M Bright
"""

OXFORD = """
Summary of Actions
Actions held over from previous meetings
Ref|Action|Lead|Due|Status
BOD 60/27(h)|Circulate the workforce slides|T Cole|Sept 2027|in progress
BOD 61/27(a)|Bring the winter plan to the next meeting|R Vale|Oct 2027|tbc in meeting
BOD 61/27(b)|Agree the visiting policy|R Vale|Nov 2027|on hold
SR (26/27) 01|Close the old risk register|M Bright|Dec 2027|complete
"""

IMPROVEMENT = """
Children's Services Improvement Plan
Ref|What will we do|By whom|By when|Success measures|Evidence|Progress to date|BRAG
Priority 1: Front door
1.1|Audit every referral|Head of Service|Monthly|95% in one day|Audit report|Three held|G
1.2|Recruit six social workers|Rosa Vale & Tom Cole|31/03/2028|No vacancies|HR return|Four in post|A
Priority 2: Leaving care
2.1|Pathway plans for every care leaver|Tom Cole|Sept 2027|100% of plans current|Dashboard|All plans current|B
"""

NESTED = """
Objective|Action|Accountable|Supporting|Milestone|Revised date|Status
1. Shorter waits|1.1 Open a second clinic|R Vale|T Cole, M Bright|June 2027|Sept 2027|Delayed
|1.2 Weekend opening|T Cole||Dec 2027||On track
2. Better letters|2.1 Plain English guide|M Bright|R Vale|Autumn 2027||Delivered
"""

CQC = """
CQC action plan
No|Must do / should do|Action|Who|When|RAG
MD1|The trust must train all its staff.|Weekly report to ward managers|T Cole|May 2027|🟢 Green
MD1||Training days for bank staff|T Cole|July 2027|🟠
SD1|The trust should review its signage.|Walk the site with carers|M Bright|June 2027|🔴 Red
"""

NO_NUMBERS = """
Action|Owner|Due date|Update
Write the carers' charter|R Vale|May 2027|Draft out
Print it|T Cole|June 2027|
Send it to every practice|T Cole|June 2027|
"""

ONE_CELL = """
Ref|Recommendation and action|Responsible officer|Deadline|Comments
1|Review the lease. Report to the committee|M Bright|Q2 2027|
2|Sell the annexe|M Bright|by the end of 2027|Valued
"""

TWO_ROWS = """
Ref|Action|Responsibility||Timescale||Status
||Lead|Support|Original|Revised|
1.1|Write the guide|R Vale|T Cole|May 2027|Aug 2027|In progress
1.2|Print the guide|T Cole||June 2027||Not started
"""

PHASED = """
Ref|Task|Lead|Timescale
1|Roll out the new form|R Vale|Phase 1: June 2027; Phase 2: Dec 2027
2|Meet the carers|T Cole|every 3 months
3|Newsletter|M Bright|two-monthly
4|Check the register|T Cole|Ongoing from Sept 2027
5|Keep the website current|M Bright|Ongoing
6|Appoint a chair|R Vale|tbc
"""

DITTO = """
Ref|Action|Lead|When|Outcome
1.1|Draft the policy|R Vale|May 2027|Policy in place
1.2|Consult on the policy|ditto|June 2027|As above
1.3|Publish the policy|"|"|-
1.4|Review the policy|As above|May 2028|Ditto
"""

SEMICOLONS = """
Ref|Action|Lead|Due
1|Joint training|R Vale / T Cole|May 2027
2|Joint budget|R Vale, T Cole and M Bright|May 2027
3|Joint office|R Vale & T Cole; Estates team|May 2027
4|Joint register|R Vale (Larkmere Council), T Cole (Dunvale NHS Trust)|May 2027
"""

GANTT = """
Ref|Action|Lead|Apr 27|May 27|Jun 27|Jul 27|Aug 27|Sep 27|Oct 27|Nov 27|Dec 27
1|Write the guide|R Vale|x|x|||||||
2|Print the guide|T Cole|||x|x|||||
3|Send the guide|M Bright|||||x||||
"""

FORECASTS = """
Ref|Action|Lead|Original target date|Forecast date|Status
1|Open the hub|R Vale|31 March 2027|30 June 2027|Slipped
2|Paint the hub|T Cole|30 April 2027|n/a|Complete
"""
