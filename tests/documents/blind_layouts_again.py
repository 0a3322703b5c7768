"""A second set of invented layouts, written after the first was mended and labelled before it was read."""

from __future__ import annotations

from tests.documents.blind_layouts import (
    AMBER,
    BLUE,
    CSV,
    DOCX,
    GREEN,
    RED,
    XLSX,
    Layout,
    said,
    table,
    want,
)

AGAIN: tuple[Layout, ...] = (
    Layout(
        "key lines of enquiry",
        (
            table(
                """
KLOE|Area for improvement|What do we need to do?|Who is responsible?|By when will it be done?|\
How will we evidence it?|RAG
S1|Safe storage|Buy fridges|Ward managers|January 2027|Photos|Amber
E2|Supervision|Monthly supervision for all|Rosa Vale|March 2027|Records|Green
"""
            ),
        ),
        (want("S1", "Ward managers", "2027-01-31", "amber"), want("E2", "Rosa Vale", "2027-03-31", "green")),
    ),
    Layout(
        "cards with bold titles and a progress box",
        (
            said("Housing and health plan"),
            table(
                "Priority action 1.1: Damp homes\nWhat we will do|Inspect 300 homes\nLead|Tom Cole\n"
                "By when|30 June 2027\n"
                "RAG|Green\nProgress|120 inspected"
            ),
            said(""),
            table(
                "Priority action 1.2: Cold homes\nWhat we will do|Insulate 90 homes\nLead|Maya Bright\n"
                "By when|Autumn 2027\n"
                "RAG|Amber\nProgress|Bid in"
            ),
        ),
        (want("1.1", "Tom Cole", "2027-06-30", "green"), want("1.2", "Maya Bright", "2027-11-30", "amber")),
    ),
    Layout(
        "a cover sheet before the plan",
        (
            table(
                "Report to|Partnership Board\nLead director|Rosa Vale\nDate|4 December 2026\n"
                "Action required|To note"
            ),
            said("Action plan", "Heading 1"),
            table(
                """
Ref|Action|Lead|Timescale
1|Write it up|Tom Cole|Jan 2027
2|Send it out|Maya Bright|Feb 2027
"""
            ),
        ),
        (want("1", "Tom Cole", "2027-01-31"), want("2", "Maya Bright", "2027-02-28")),
    ),
    Layout(
        "statuses as shaded words with a key",
        (
            table("Key|Meaning\nGreen|On track\nAmber|Some delay\nRed|Off track"),
            table(
                """
#|Action|Action lead|Deadline|Position
1|Open drop-in|Rosa Vale|15 Jan 2027|On track
2|Close gaps in rota|Tom Cole|12 Feb 2027|Some delay
"""
            ),
        ),
        (want("1", "Rosa Vale", "2027-01-15"), want("2", "Tom Cole", "2027-02-12")),
    ),
    Layout(
        "months across as a chart beside a due date",
        (
            table(
                """
Ref|Task|Owner|Due|Jan 27|Feb 27|Mar 27
A|Hire the hall|R Vale|31 Jan 2027|x||
B|Invite people|T Cole|28 Feb 2027||x|
C|Hold the day|M Bright|15 Mar 2027|||x
"""
            ),
        ),
        (
            want("A", "R Vale", "2027-01-31"),
            want("B", "T Cole", "2027-02-28"),
            want("C", "M Bright", "2027-03-15"),
        ),
    ),
    Layout(
        "one sheet a theme",
        (
            table("Ref|Action|Lead|Due|RAG\n1.1|Map the services|Rosa Vale|@2027-01-31|G", sheet="1 Access"),
            table("Ref|Action|Lead|Due|RAG\n2.1|Ask the carers|Tom Cole|@2027-02-28|A", sheet="2 Carers"),
            table("Ref|Action|Lead|Due|RAG\n3.1|Train the staff|Maya Bright|@2027-03-31|R", sheet="3 Staff"),
        ),
        (
            want("1.1", "Rosa Vale", "2027-01-31", "green"),
            want("2.1", "Tom Cole", "2027-02-28", "amber"),
            want("3.1", "Maya Bright", "2027-03-31", "red"),
        ),
        (XLSX,),
    ),
    Layout(
        "the lead first, the action last",
        (
            table(
                """
Lead agency|Named officer|Deadline|RAG|Ref|Agreed action
Larkmere Council|Rosa Vale|Jan 2027|Green|1|Publish the strategy
Dunvale NHS Trust|Tom Cole|Feb 2027|Red|2|Fund the strategy
"""
            ),
        ),
        (want("1", "Rosa Vale", "2027-01-31", "green"), want("2", "Tom Cole", "2027-02-28", "red")),
    ),
    Layout(
        "desired outcome and smart action",
        (
            table(
                """
Desired outcome|SMART action|Resp.|Target completion|Status (Not started / In progress / Complete)|Evidence
Less waiting|Triage in two days|RV|31/01/27|In progress|Audit
Fewer falls|Rails in all baths|TC|28/02/27|Complete|Photos
"""
            ),
            said("RV = Rosa Vale, TC = Tom Cole"),
        ),
        (
            want("1", "Rosa Vale", "2027-01-31", "", "in_progress"),
            want("2", "Tom Cole", "2027-02-28", "", "complete"),
        ),
    ),
    Layout(
        "dates as spans and years",
        (
            table(
                """
No|Action|Lead|Timeline
1|Consult|Rosa Vale|January – March 2027
2|Decide|Tom Cole|Before 30 April 2027
3|Build|Maya Bright|2027-2029
4|Review|Rosa Vale|Annually in June
5|Start|Tom Cole|Immediate
6|Report|Maya Bright|Mid-May 2027
7|Close|Rosa Vale|Year 1 Q3
"""
            ),
        ),
        (
            want("1", "Rosa Vale", "2027-03-31"),
            want("2", "Tom Cole", "2027-04-30"),
            want("3", "Maya Bright", "2029-12-31"),
            want("4", "Rosa Vale", ""),
            want("5", "Tom Cole", ""),
            want("6", "Maya Bright", "2027-05-15"),
            want("7", "Rosa Vale", ""),
        ),
    ),
    Layout(
        "objective bands with a number and a sponsor",
        (
            table(
                """
Ref|Action|Owner|Due|RAG
>Objective 1: Right care, right place (Sponsor: Rosa Vale)
1.1|Open evenings|Tom Cole|Jan 2027|G
1.2|Open Sundays|Tom Cole|Feb 2027|A
>Objective 2: A good start (Sponsor: Maya Bright)
2.1|Visit every newborn|Maya Bright|March 2027|R
"""
            ),
        ),
        (
            want("1.1", "Tom Cole", "2027-01-31", "green"),
            want("1.2", "Tom Cole", "2027-02-28", "amber"),
            want("2.1", "Maya Bright", "2027-03-31", "red"),
        ),
    ),
    Layout(
        "colours in the status cell with words beside",
        (
            table(
                """
Item no|Agreed action|Lead person|To be completed by|Status
1|Check the alarms|R Vale|Jan 2027|
2|Fit the rails|T Cole|Feb 2027|
3|Mend the gate|M Bright|Oct 2026|
""",
                fills=((1, 4, GREEN), (2, 4, RED), (3, 4, BLUE)),
            ),
        ),
        (
            want("1", "R Vale", "2027-01-31", "green"),
            want("2", "T Cole", "2027-02-28", "red"),
            want("3", "M Bright", "2026-10-31", "", "complete"),
        ),
        (DOCX, XLSX),
    ),
    Layout(
        "Scottish improvement plan with levels",
        (
            table(
                """
Level|HSCP priority|Improvement action|Lead(s)|Timescale(s)|Current RAG|Previous RAG|Update – Nov 2026
1|Home first|Discharge to assess|Rosa Vale/Tom Cole|31 March 2027|Amber|Red|Two teams live
2|Carers|Young carers statement|Maya Bright|30 June 2027|Green|Green|On time
"""
            ),
        ),
        (
            want("1", "Rosa Vale; Tom Cole", "2027-03-31", "amber"),
            want("2", "Maya Bright", "2027-06-30", "green"),
        ),
    ),
    Layout(
        "semicolons with quoted line breaks",
        (
            table(
                """
Ref|Action|Lead|Due|Notes
7.1|Write the guide¶and print it|Rosa Vale|31/01/2027|First line¶second line
7.2|Send it|Tom Cole|28/02/2027|
"""
            ),
        ),
        (want("7.1", "Rosa Vale", "2027-01-31"), want("7.2", "Tom Cole", "2027-02-28")),
        (CSV,),
        ";",
        "utf-8-sig",
    ),
    Layout(
        "recommendation merged over its actions",
        (
            table(
                """
Recommendation|Action|Lead|Date due|RAG
Recommendation 1: Share what we know|Write a protocol|Rosa Vale|Jan 2027|G
|Train the teams|Tom Cole|March 2027|A
Recommendation 2: Hear families|Family liaison rota|Maya Bright|Feb 2027|R
""",
                merged=((1, 0, 2, 0),),
            ),
        ),
        (
            want("1a", "Rosa Vale", "2027-01-31", "green"),
            want("1b", "Tom Cole", "2027-03-31", "amber"),
            want("2", "Maya Bright", "2027-02-28", "red"),
        ),
        (DOCX, XLSX),
    ),
    Layout(
        "shaded bands with headings once",
        (
            said("Dementia friendly Larkmere"),
            table(
                """
Action|How|Who|When
>RAISING AWARENESS
Dementia friends sessions|Monthly in the library|Rosa Vale|From Jan 2027
Shop scheme|Visit every shop|Tom Cole|By Sept 2027
>GETTING OUT
Bus buddies|Recruit 20|Maya Bright|Spring 2027
""",
                fills=((1, 0, AMBER), (4, 0, RED)),
            ),
        ),
        (
            want("1", "Rosa Vale", "2027-01-31"),
            want("2", "Tom Cole", "2027-09-30"),
            want("3", "Maya Bright", "2027-05-31"),
        ),
    ),
)
