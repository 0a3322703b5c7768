"""Plans as councils, trusts and boards lay theirs out, each invented, each with what must be read from it.

The labels were written before anything was read. A table's line is its cells parted by "|"; "@" begins a real
date where the file can hold one; a line that begins with ">" is a band over the whole table.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

TODAY = date(2026, 11, 22)
DOCX, XLSX, CSV = "docx", "xlsx", "csv"
EVERY = (DOCX, XLSX, CSV)
RED, AMBER, GREEN, BLUE = "FF0000", "FFC000", "00B050", "0070C0"


@dataclass(frozen=True)
class Wanted:
    """One action: `due` is the last day of its date, `rag` its colour, `status` its state if one is given."""

    ref: str
    leads: tuple[str, ...]
    due: date | None
    rag: str = ""
    status: str = ""


@dataclass(frozen=True)
class Part:
    """A table of a document, or the words above it. `merged` are its areas (top, left, bottom, right);
    `fills` colours by (row, column); `hidden` rows that a workbook hides; `sheet` its own sheet's name."""

    lines: tuple[str, ...] = ()
    merged: tuple[tuple[int, int, int, int], ...] = ()
    fills: tuple[tuple[int, int, str], ...] = ()
    hidden: tuple[int, ...] = ()
    hidden_columns: tuple[int, ...] = ()
    sheet: str = ""
    text: str = ""
    style: str = ""


@dataclass(frozen=True)
class Layout:
    """A plan in one way of laying it out, and the files it comes in."""

    name: str
    parts: tuple[Part, ...]
    wanted: tuple[Wanted, ...]
    formats: Sequence[str] = EVERY
    delimiter: str = ","
    encoding: str = "utf-8"


def said(words: str, style: str = "") -> Part:
    """A paragraph."""
    return Part(text=words, style=style)


def table(lines: str, **more: object) -> Part:
    """A table, a line a row."""
    return Part(lines=tuple(lines.strip("\n").splitlines()), **more)  # type: ignore[arg-type] # as named


def want(ref: str, leads: str, due: str, rag: str = "", status: str = "") -> Wanted:
    """An action in short: leads parted by "; ", a day in ISO form or nothing."""
    names = tuple(name for name in leads.split("; ") if name)
    return Wanted(ref, names, date.fromisoformat(due) if due else None, rag, status)


LAYOUTS: tuple[Layout, ...] = (
    Layout(
        "questions as headings, priorities as bands",
        (
            said("Larkmere Dementia Strategy: action plan 2026-28", "Title"),
            table(
                """
Ref|What are we going to do?|Who will lead?|By when?|How will we know?|BRAG|Progress since last meeting
>Priority 1: Getting help early
1.1|Open a memory café in Westholme|Rosa Vale|March 2027|30 people a month|A|Venue found
1.2|Train practice receptionists|Tom Cole|30/06/2027|All practices trained|G|Two sessions held
>Priority 2: Living well
2.1|Publish a guide for families|Maya Bright|Sept 2026|Guide in every library|B|Published in August
2.2|Review respite beds|Rosa Vale|Dec 2026|Report to board|R|Waiting for data
"""
            ),
        ),
        (
            want("1.1", "Rosa Vale", "2027-03-31", "amber"),
            want("1.2", "Tom Cole", "2027-06-30", "green"),
            want("2.1", "Maya Bright", "2026-09-30", "", "complete"),
            want("2.2", "Rosa Vale", "2026-12-31", "red"),
        ),
    ),
    Layout(
        "one small table a card",
        (
            said("Carers' plan on a page", "Title"),
            table("Action 1|Write a carers' charter\nLead|Rosa Vale\nTimescale|March 2027\nRAG|Amber"),
            table("Action 2|Train ward staff\nLead|Tom Cole\nTimescale|June 2027\nRAG|Green"),
            table("Action 3|Survey carers\nLead|Maya Bright\nTimescale|Sept 2027\nRAG|Red"),
        ),
        (
            want("1", "Rosa Vale", "2027-03-31", "amber"),
            want("2", "Tom Cole", "2027-06-30", "green"),
            want("3", "Maya Bright", "2027-09-30", "red"),
        ),
    ),
    Layout(
        "a table for each priority under its heading",
        (
            said("Dunvale Suicide Prevention Plan", "Title"),
            said("Priority 1 – Reduce risk in key groups", "Heading 1"),
            table(
                """
No|Action|Lead Officer/Agency|Completion date|Target/Milestone|Status
1.1|Map support groups|R Vale, Dunvale Council|31 March 2027|Map published|On track
1.2|Commission training|T Cole, Dunvale NHS Trust|30 June 2027|200 people trained|Not started
"""
            ),
            said("Priority 2 – Support those bereaved", "Heading 1"),
            table(
                """
No|Action|Lead Officer/Agency|Completion date|Target/Milestone|Status
2.1|Launch a listening service|M Bright, Dunvale Mind|Spring 2027|Service open|In progress
"""
            ),
        ),
        (
            want("1.1", "R Vale", "2027-03-31", "", "in_progress"),
            want("1.2", "T Cole", "2027-06-30", "", "not_started"),
            want("2.1", "M Bright", "2027-05-31", "", "in_progress"),
        ),
    ),
    Layout(
        "headings over two rows",
        (
            table(
                """
Ref|Action|Lead||Timescale||RAG
||Name|Organisation|Start|End|
1|Redesign the front door|Rosa Vale|Larkmere Council|Jan 2027|June 2027|Green
2|Extend opening hours|Tom Cole|Dunvale NHS Trust|Feb 2027|Sept 2027|Amber
3|Move the clinic|Maya Bright|Dunvale NHS Trust|March 2027|Dec 2027|
""",
                merged=((0, 2, 0, 3), (0, 4, 0, 5)),
            ),
        ),
        (
            want("1", "Rosa Vale", "2027-06-30", "green"),
            want("2", "Tom Cole", "2027-09-30", "amber"),
            want("3", "Maya Bright", "2027-12-31"),
        ),
    ),
    Layout(
        "one lead merged over several actions",
        (
            table(
                """
Objective|Ref|Action|Responsible|Deadline|Update
Shorter waits|1a|Hire two nurses|Rosa Vale|Jan 2027|Advert out
|1b|Open on Saturdays||March 2027|
|1c|Text reminders||April 2027|
Better letters|2a|Plain English letters|Tom Cole|May 2027|Draft with readers
|2b|Letters in Polish||June 2027|
""",
                merged=((1, 0, 3, 0), (1, 3, 3, 3), (4, 0, 5, 0), (4, 3, 5, 3)),
            ),
        ),
        (
            want("1a", "Rosa Vale", "2027-01-31"),
            want("1b", "Rosa Vale", "2027-03-31"),
            want("1c", "Rosa Vale", "2027-04-30"),
            want("2a", "Tom Cole", "2027-05-31"),
            want("2b", "Tom Cole", "2027-06-30"),
        ),
        (DOCX, XLSX),
    ),
    Layout(
        "status as a symbol",
        (
            table(
                """
Action|Lead|Due|Status
Write the policy|R Vale|31.03.27|🟢
Train the trainers|T Cole|30.04.27|🟠
Buy the kit|M Bright|31.05.27|🔴
Close the old site|R Vale|31.10.26|✅
"""
            ),
        ),
        (
            want("1", "R Vale", "2027-03-31", "green"),
            want("2", "T Cole", "2027-04-30", "amber"),
            want("3", "M Bright", "2027-05-31", "red"),
            want("4", "R Vale", "2026-10-31", "", "complete"),
        ),
    ),
    Layout(
        "status as a coloured cell alone",
        (
            table(
                """
Ref|Action|Owner|Target date|RAG
A1|Agree terms of reference|R Vale|Jan 2027|
A2|Recruit a chair|T Cole|Feb 2027|
A3|Set up the office|M Bright|March 2027|
A4|Sign the lease|R Vale|Oct 2026|
""",
                fills=((1, 4, GREEN), (2, 4, AMBER), (3, 4, RED), (4, 4, BLUE)),
            ),
        ),
        (
            want("A1", "R Vale", "2027-01-31", "green"),
            want("A2", "T Cole", "2027-02-28", "amber"),
            want("A3", "M Bright", "2027-03-31", "red"),
            want("A4", "R Vale", "2026-10-31", "", "complete"),
        ),
        (DOCX, XLSX),
    ),
    Layout(
        "times of many kinds",
        (
            table(
                """
No.|Task|Lead|When
1|Set the budget|R Vale|Q4 26/27
2|Review the contract|T Cole|FY27/28
3|Keep the register|M Bright|Ongoing – review Mar 27
4|Sign the agreement|R Vale|31.03.27
5|Visit the wards|T Cole|w/c 12 Jan 2027
6|Write to families|M Bright|By end of February 2027
7|Refresh the website|R Vale|Autumn 2027
8|Join the network|T Cole|TBC
9|Appoint a lead|M Bright|Dec-26
"""
            ),
        ),
        (
            want("1", "R Vale", "2027-03-31"),
            want("2", "T Cole", "2028-03-31"),
            want("3", "M Bright", "2027-03-31"),
            want("4", "R Vale", "2027-03-31"),
            want("5", "T Cole", "2027-01-17"),
            want("6", "M Bright", "2027-02-28"),
            want("7", "R Vale", "2027-11-30"),
            want("8", "T Cole", ""),
            want("9", "M Bright", "2026-12-31"),
        ),
    ),
    Layout(
        "numbers in three parts",
        (
            table(
                """
Ref|Key action|Accountable officer|Delivery date|Progress RAG
1.1.1|Agree the model|R Vale|Feb 2027|Green
1.1.2|Cost the model|T Cole|March 2027|Amber
1.2.1|Consult on the model|M Bright|May 2027|Green
1.10.1|Report the model|R Vale|July 2027|
"""
            ),
        ),
        (
            want("1.1.1", "R Vale", "2027-02-28", "green"),
            want("1.1.2", "T Cole", "2027-03-31", "amber"),
            want("1.2.1", "M Bright", "2027-05-31", "green"),
            want("1.10.1", "R Vale", "2027-07-31"),
        ),
    ),
    Layout(
        "strategic objectives",
        (
            table(
                """
SO Ref|Strategic objective|Action|Executive lead|Operational lead|Target date|RAG
SO2.1|Safe care|Audit falls|R Vale|T Cole|Jan 2027|G
SO2.2|Safe care|Train staff in falls|R Vale|M Bright|Feb 2027|A
SO2.3|Kind care|Hear complaints in ten days|T Cole|M Bright|March 2027|R
"""
            ),
        ),
        (
            want("SO2.1", "R Vale; T Cole", "2027-01-31", "green"),
            want("SO2.2", "R Vale; M Bright", "2027-02-28", "amber"),
            want("SO2.3", "T Cole; M Bright", "2027-03-31", "red"),
        ),
    ),
    Layout(
        "recommendations called Rec 4",
        (
            table(
                """
Recommendation|Action taken or planned|Lead|Date|Status
Rec 4 – Share records|Sign the sharing agreement|R Vale|Feb 2027|In progress
Rec 5 – One point of contact|Publish the number|T Cole|March 2027|Not started
Rec 6 – Learn from deaths|Hold a review each quarter|M Bright|Oct 2026|Complete
"""
            ),
        ),
        (
            want("4", "R Vale", "2027-02-28", "", "in_progress"),
            want("5", "T Cole", "2027-03-31", "", "not_started"),
            want("6", "M Bright", "2026-10-31", "", "complete"),
        ),
    ),
    Layout(
        "notes beneath",
        (
            said("Winter resilience plan"),
            said("Version 3, updated 12 November 2026"),
            table(
                """
Ref|Action|Lead|Timescale|RAG|Comments
1|Open twelve beds|R Vale|1 December 2026|Green|Staffed
2|Flu clinics|T Cole|Jan 2027|Amber|Two left to book
"""
            ),
            said("Notes: Green = on track; Amber = at risk; Red = off track."),
            said("Prepared by the programme office. Next review January 2027."),
        ),
        (want("1", "R Vale", "2026-12-01", "green"), want("2", "T Cole", "2027-01-31", "amber")),
    ),
    Layout(
        "a workbook whose other sheets are no plan",
        (
            table("Status|Meaning\nOpen|Work goes on\nClosed|Work is done", sheet="Lookups"),
            table(
                """
Larkmere improvement board – action plan
Action ID|Action|Action owner|Due date|Status|Latest update
AP01|Rewrite the rota|Rosa Vale|@2027-01-29|Open|Draft shared
AP02|Mend the lift|Tom Cole|@2027-02-26|Open|
AP03|Buy hoists|Maya Bright|@2026-10-30|Closed|Bought
""",
                sheet="Action plan",
            ),
            table(
                """
Risk ID|Risk|Likelihood|Impact|Score|Mitigation|Risk owner
R1|No money|3|4|12|Ask the board|Rosa Vale
R2|No staff|4|4|16|Recruit|Tom Cole
""",
                sheet="Risks",
            ),
            table("Notes\nThe board meets on the first Monday", sheet="Notes"),
        ),
        (
            want("AP01", "Rosa Vale", "2027-01-29"),
            want("AP02", "Tom Cole", "2027-02-26"),
            want("AP03", "Maya Bright", "2026-10-30", "", "complete"),
        ),
        (XLSX,),
    ),
    Layout(
        "hidden rows and columns",
        (
            table(
                """
Ref|Old ref|Action|Lead|Due|RAG
1|17|Open the hub|R Vale|@2027-03-31|Green
2|18|Staff the hub|T Cole|@2027-04-30|Amber
3|19|Name the hub|M Bright|@2027-05-31|Red
""",
                hidden=(2,),
                hidden_columns=(1,),
            ),
        ),
        (
            want("1", "R Vale", "2027-03-31", "green"),
            want("2", "T Cole", "2027-04-30", "amber"),
            want("3", "M Bright", "2027-05-31", "red"),
        ),
        (XLSX,),
    ),
    Layout(
        "semicolons and Windows letters",
        (
            table(
                """
Réf|Action|Lead|Due date|Status
1|Café for carers – pilot|Zoë Vale|31/03/2027|On track
2|£5,000 for crèche|Tom Cole|30/04/2027|Delayed
"""
            ),
        ),
        (
            want("1", "Zoë Vale", "2027-03-31", "", "in_progress"),
            want("2", "Tom Cole", "2027-04-30", "", "in_progress"),
        ),
        (CSV,),
        ";",
        "cp1252",
    ),
    Layout(
        "bars and UTF-16",
        (
            table(
                """
Item~Action~Owner~By when~RAG
1~Set up a helpline~R Vale~Jan 2027~Green
2~Answer the helpline~T Cole~Feb 2027~Amber
""".replace("~", "|")
            ),
        ),
        (want("1", "R Vale", "2027-01-31", "green"), want("2", "T Cole", "2027-02-28", "amber")),
        (CSV,),
        "|",
        "utf-16",
    ),
    Layout(
        "tabs below a preamble",
        (
            said("Exported by the planning tool on 20/11/2026 at 09:14"),
            said("Filter: all open actions"),
            said(""),
            said("Owner: Larkmere partnership"),
            said(""),
            table(
                """
Ref|Description of action|Assigned to|Deadline|State
LP-101|Write the brief|Rosa Vale|2027-01-15|Open
LP-102|Run the tender|Tom Cole|2027-03-19|Not started
LP-103|Sign the contract|Maya Bright|2026-11-13|Done
"""
            ),
        ),
        (
            want("LP-101", "Rosa Vale", "2027-01-15"),
            want("LP-102", "Tom Cole", "2027-03-19", "", "not_started"),
            want("LP-103", "Maya Bright", "2026-11-13", "", "complete"),
        ),
        (CSV,),
        "\t",
    ),
    Layout(
        "headings in Welsh and English",
        (
            table(
                """
Cyf / Ref|Cam gweithredu / Action|Arweinydd / Lead|Erbyn pryd / By when|Statws / Status
1|Agor canolfan / Open a centre|Rosa Vale|March 2027|Ar y trywydd / On track
2|Hyfforddi staff / Train staff|Tom Cole|June 2027|Heb ddechrau / Not started
"""
            ),
        ),
        (want("1", "Rosa Vale", "2027-03-31"), want("2", "Tom Cole", "2027-06-30")),
    ),
    Layout(
        "headings in Welsh alone",
        (
            table(
                """
Cyf|Cam gweithredu|Arweinydd|Amserlen|Statws
1|Agor canolfan|Rosa Vale|31/03/2027|
2|Hyfforddi staff|Tom Cole|30/06/2027|
"""
            ),
        ),
        (want("1", "Rosa Vale", "2027-03-31"), want("2", "Tom Cole", "2027-06-30")),
    ),
    Layout(
        "issue, action required, person responsible",
        (
            table(
                """
Issue identified|Action required|Person responsible|Target date|Evidence of completion|Status
Letters are late|Send letters in five days|R Vale|Jan 2027|Audit|In progress
Phones not answered|Hire two call handlers|T Cole|Feb 2027|Rota|Not started
"""
            ),
        ),
        (
            want("1", "R Vale", "2027-01-31", "", "in_progress"),
            want("2", "T Cole", "2027-02-28", "", "not_started"),
        ),
    ),
    Layout(
        "an inspector's regulation",
        (
            table(
                """
Regulation|How the regulation was not being met|Action to be taken|Executive lead|Completion date|RAG
Regulation 12|Medicines were not stored safely|New cupboards on all wards|R Vale|31 January 2027|Amber
Regulation 17|Audits were not done|Monthly audits by ward managers|T Cole|28 February 2027|Green
"""
            ),
        ),
        (want("1", "R Vale", "2027-01-31", "amber"), want("2", "T Cole", "2027-02-28", "green")),
    ),
    Layout(
        "a homicide review's plan",
        (
            said("Action plan: review 7", "Heading 1"),
            table(
                """
Recommendation|Scope of recommendation i.e. local or regional|Action to take|Lead Agency|Key milestones\
 achieved in enacting recommendation|Target Date|Date of completion and outcome
1. Train GPs|Local|Commission training|Larkmere ICB|Provider chosen|March 2027|
2. Share risk|Regional|Agree a protocol|Larkmere Police|Draft agreed|May 2027|
3. Hear families|Local|Name a family worker|Larkmere Council||Oct 2026|Completed October 2026
"""
            ),
        ),
        (
            want("1", "Larkmere ICB", "2027-03-31"),
            want("2", "Larkmere Police", "2027-05-31"),
            want("3", "Larkmere Council", "2026-10-31", "", "complete"),
        ),
    ),
    Layout(
        "scrutiny's recommendations and the cabinet's answer",
        (
            table(
                """
No|Scrutiny recommendation|Cabinet response|Proposed action|Responsible officer|Delivery date|Progress
1|Open youth clubs|Accepted|Open three clubs|Rosa Vale|April 2027|Sites found
2|Cut waiting times|Partially accepted|Fund two posts|Tom Cole|June 2027|Bid made
"""
            ),
        ),
        (want("1", "Rosa Vale", "2027-04-30"), want("2", "Tom Cole", "2027-06-30")),
    ),
    Layout(
        "an incident's root causes",
        (
            table(
                """
Root cause|Recommendation|Action|By whom|By when|Resource|Evidence|RAG
No handover|R1 Handover sheet|Design the sheet|Rosa Vale|Jan 2027|None|Sheet|Green
Alarm failed|R2 Test alarms|Test weekly|Estates team|Feb 2027|£200|Log|Amber
"""
            ),
        ),
        (want("R1", "Rosa Vale", "2027-01-31", "green"), want("R2", "Estates team", "2027-02-28", "amber")),
    ),
    Layout(
        "an outcome, key actions and a partner",
        (
            table(
                """
Outcome|Key actions|Partner lead|Timescale|Measure
Fewer lonely people|Start befriending in Westholme|Larkmere Carers|Summer 2027|50 pairs
|Map community groups|Larkmere Council|Jan 2027|Map online
Warm homes|Insulate 200 homes|Dunvale Housing Trust|2027/28|200 homes
"""
            ),
        ),
        (
            want("1", "Larkmere Carers", "2027-08-31"),
            want("2", "Larkmere Council", "2027-01-31"),
            want("3", "Dunvale Housing Trust", "2028-03-31"),
        ),
    ),
    Layout(
        "an auditor's findings",
        (
            table(
                """
Ref|Finding|Priority|Recommendation|Management response|Responsible officer|Due date|Update
4.1|No register of gifts|High|Keep a register|Agreed. A register will be kept|R Vale|31 January 2027|Started
4.2|Late reconciliations|Medium|Reconcile monthly|Agreed|T Cole|28 February 2027|
"""
            ),
        ),
        (want("4.1", "R Vale", "2027-01-31"), want("4.2", "T Cole", "2027-02-28")),
    ),
    Layout(
        "a log of a meeting's actions",
        (
            said("Partnership Board: action log"),
            table(
                """
Date raised|Minute ref|Action|Owner|Due|Update|Open/closed
6 Oct 2026|23/26|Send the slides|RV|20 Oct 2026|Sent|Closed
6 Oct 2026|24/26|Invite the police|TC|1 Dec 2026|Letter drafted|Open
3 Nov 2026|31/26|Cost the options|MB/RV|12 Jan 2027||Open
"""
            ),
        ),
        (
            want("23/26", "RV", "2026-10-20", "", "complete"),
            want("24/26", "TC", "2026-12-01"),
            want("31/26", "MB; RV", "2027-01-12"),
        ),
    ),
    Layout(
        "accountable and responsible, start and end",
        (
            table(
                """
No.|Action|Lead (accountable)|Lead (responsible)|Start date|End date|RAG|Comments
1|Redesign the pathway|Rosa Vale|Tom Cole|@2027-01-04|@2027-03-31|G|On time
2|Test the pathway|Rosa Vale|Maya Bright|@2027-04-01|@2027-06-30|A|
"""
            ),
        ),
        (
            want("1", "Rosa Vale; Tom Cole", "2027-03-31", "green"),
            want("2", "Rosa Vale; Maya Bright", "2027-06-30", "amber"),
        ),
    ),
    Layout(
        "the title inside the table",
        (
            table(
                """
>Larkmere Autism Strategy – Delivery Plan 2026/27
>Theme lead: Maya Bright
Ref|Deliverable|Lead|Milestone date|Delivery confidence
1.1|Autism training offer|Tom Cole|March 2027|Amber/Green
1.2|Sensory map of wards|Rosa Vale|May 2027|Green
"""
            ),
        ),
        (
            want("1.1", "Tom Cole", "2027-03-31", "amber_green"),
            want("1.2", "Rosa Vale", "2027-05-31", "green"),
        ),
    ),
    Layout(
        "headings repeated under every theme",
        (
            table(
                """
>Theme A: Prevention
Action|Lead|By when|RAG
Walks for health|R Vale|Jan 2027|Green
Stop smoking in hostels|T Cole|Feb 2027|Amber
>Theme B: Recovery
Action|Lead|By when|RAG
Recovery college|M Bright|March 2027|Red
Peer mentors|R Vale|April 2027|Green
"""
            ),
        ),
        (
            want("1", "R Vale", "2027-01-31", "green"),
            want("2", "T Cole", "2027-02-28", "amber"),
            want("3", "M Bright", "2027-03-31", "red"),
            want("4", "R Vale", "2027-04-30", "green"),
        ),
    ),
    Layout(
        "leads with posts and bodies",
        (
            table(
                """
Ref|Action|Lead|Timescale
1|Agree the budget|Rosa Vale, Head of Nursing (Dunvale NHS Trust)|Jan 2027
2|Agree the rota|Tom Cole – Service Manager|Feb 2027
3|Agree the menu|Director of Public Health|March 2027
4|Agree the date|Maya Bright (Chair) and Rosa Vale|April 2027
"""
            ),
        ),
        (
            want("1", "Rosa Vale", "2027-01-31"),
            want("2", "Tom Cole", "2027-02-28"),
            want("3", "Director of Public Health", "2027-03-31"),
            want("4", "Maya Bright; Rosa Vale", "2027-04-30"),
        ),
    ),
    Layout(
        "counts at the foot",
        (
            table(
                """
Ref|Action|Lead|Due|Status
1|Clean the wards|R Vale|Jan 2027|In progress
2|Paint the wards|T Cole|Feb 2027|Complete
||||
Total actions: 2||||
Complete: 1||||
"""
            ),
        ),
        (
            want("1", "R Vale", "2027-01-31", "", "in_progress"),
            want("2", "T Cole", "2027-02-28", "", "complete"),
        ),
    ),
    Layout(
        "original, revised and actual dates",
        (
            table(
                """
ID|Action|Lead|Original date|Revised date|Actual date|Status|Reason for change
1|Move the team|R Vale|30/09/2026|31/01/2027||In progress|Lease late
2|Buy the vans|T Cole|31/10/2026||28/10/2026|Complete|
3|Train drivers|M Bright|28/02/2027|||Not started|
"""
            ),
        ),
        (
            want("1", "R Vale", "2026-09-30", "", "in_progress"),
            want("2", "T Cole", "2026-10-31", "", "complete"),
            want("3", "M Bright", "2027-02-28", "", "not_started"),
        ),
    ),
    Layout(
        "bullets in cells",
        (
            table(
                """
Priority|Actions|Who|When|Progress
1. Housing|• Map empty homes¶• Offer grants|Rosa Vale¶Tom Cole|Dec 2026|Map done
2. Work|• Job club in Eastmoor|Maya Bright|June 2027|
"""
            ),
        ),
        (want("1", "Rosa Vale; Tom Cole", "2026-12-31"), want("2", "Maya Bright", "2027-06-30")),
        (DOCX, XLSX),
    ),
    Layout(
        "we will statements",
        (
            table(
                """
|We will…|Led by|Complete by|Success looks like|How are we doing?
1|Listen to young people|Maya Bright|July 2027|A youth forum|Green
2|Act on what they say|Tom Cole|Oct 2027|You said, we did|Amber
"""
            ),
        ),
        (want("1", "Maya Bright", "2027-07-31", "green"), want("2", "Tom Cole", "2027-10-31", "amber")),
    ),
    Layout(
        "quarters as targets and a percentage",
        (
            table(
                """
Code|Activity|Responsible team|Target quarter|% complete|RAG status
HW1|Free swimming|Leisure team|Q4 2026/27|60%|Green
HW2|Healthy schools|Public health team|Q1 2027/28|10%|Amber
"""
            ),
        ),
        (
            want("HW1", "Leisure team", "2027-03-31", "green"),
            want("HW2", "Public health team", "2027-06-30", "amber"),
        ),
    ),
    Layout(
        "cards with the number in a row of its own",
        (
            table(
                "Action number|1.1\nWhat we will do|Open a hub\nLead officer|Rosa Vale\n"
                "Target date|March 2027\nStatus|On track"
            ),
            table(
                "Action number|1.2\nWhat we will do|Staff the hub\nLead officer|Tom Cole\n"
                "Target date|May 2027\nStatus|Not started"
            ),
        ),
        (
            want("1.1", "Rosa Vale", "2027-03-31", "", "in_progress"),
            want("1.2", "Tom Cole", "2027-05-31", "", "not_started"),
        ),
        (DOCX, XLSX),
    ),
    Layout(
        "actions across the page",
        (
            table(
                """
|Action 1|Action 2|Action 3
What|Write the guide|Print the guide|Send the guide
Lead|Rosa Vale|Tom Cole|Maya Bright
Timescale|Jan 2027|Feb 2027|March 2027
RAG|Green|Amber|Red
"""
            ),
        ),
        (
            want("1", "Rosa Vale", "2027-01-31", "green"),
            want("2", "Tom Cole", "2027-02-28", "amber"),
            want("3", "Maya Bright", "2027-03-31", "red"),
        ),
    ),
    Layout(
        "themes in a merged first column, letters within",
        (
            table(
                """
Theme|Ref|What|Who|When|RAG rating
Access|1a|Later opening|R Vale|Jan 2027|Green
|1b|A text line|T Cole|Feb 2027|Amber
Quality|2a|Peer review|M Bright|March 2027|Red
""",
                merged=((1, 0, 2, 0),),
            ),
        ),
        (
            want("1a", "R Vale", "2027-01-31", "green"),
            want("1b", "T Cole", "2027-02-28", "amber"),
            want("2a", "M Bright", "2027-03-31", "red"),
        ),
        (DOCX, XLSX),
    ),
)
