"""Words too ordinary to name an action by."""

from __future__ import annotations

from typing import Final

from bot.language.lexicon.listing import words_in

ORDINARY: Final = words_in(
    """
    a about above across action actions after again against all almost along already also although
    always am an and another any anyone anything are area areas around as asked at away back be because
    been before begin begun behind being below best better between both bring but by call came can
    cannot can't check come comes coming complete completed confirm confirmed continue could date dates
    day days deliver delivered did do does doing don't done down due during each early either end ensure
    ensuring establish even ever every everyone everything except expected far few final finally fine
    finish finished first follow following for forward found from full further get gets getting give
    given go goes going gone good got great had half happen happy has hasn't have haven't having he help
    her here hi him his hold hope how however i if i'll i'm implement improve improved in include
    included including into is isn't issue issues it it'll its it's i've just keep kept know last late
    later latest least left less let like likely little long look looking lot low made main make makes
    making many may me mean meet might mine month months more most move moved moves moving much must my
    need needed needs never new next no nobody none not note nothing now of off offer ok okay old on
    once one ones only onto open or other others our out over own part partner partners past per place
    plan planned plans please possible previous previously probably progress provide provided put quite
    rag raise rather ready really recommendation regarding remain remaining remains request required
    rest right round running said same say see seek seen send sent set several shall she short should
    show since so some someone something soon sorry sort sorted specific start started still such sure
    take taken takes task than thank thanks that that's the their them then there these they thing
    things think this those three through time times to today together tomorrow too took towards track
    two under undertake until up update updated updates us use used using very via want was wasn't way
    we week weeks well went were we're we've what when where whether which while who whole whose why
    will with within without won't work working works would year years yes yesterday yet you your
    january february march april may june july august september october november december jan feb mar
    apr jun jul aug sep sept oct nov dec monday tuesday wednesday thursday friday saturday sunday amber
    red green blue slipping slipped slips slip delayed delay waiting awaiting blocked hold stuck paused
    parked board meeting hr finance legal develop developed developing agree agreed identify explore
    consider shared undertaken produce produced increase reduce promote appropriate relevant effective
    clear jointly key going interviews interview draft drafted forecast target due deadline eta
    completion estimated
     finishing completing aiming hoping hope planned likely revised change changed unchanged
    underway ongoing nearly mostly hopefully expecting expect
    """
)
"""Function words, the words of reporting itself, and the verbs every action begins with."""
