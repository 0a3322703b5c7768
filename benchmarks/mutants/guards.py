"""Every guard there is, how to take it away, and the test that notices."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Guard:
    """`edits` are (file, what stands there, what stands there without the guard); `test` must then fail."""

    name: str
    edits: tuple[tuple[str, str, str], ...]
    test: str


OUTBOX = "storage/repositories/outbox.py"
DUE = "storage/repositories/due.py"
INBOX = "storage/repositories/inbox.py"
ARRIVALS = "storage/arrivals.py"
WORKER = "schedules/delivery_worker.py"
FAULTS = "tests/faults"
RESTORED = "tests/scenarios/test_restored.py"

FAILURES = "handlers/slack/post_failures.py"
PACE = "schedules/pace.py"
RECONCILER = "schedules/reconciler.py"
DELIVERING = "tests/schedules/test_delivery_worker.py"
TURNS = (
    "tests/storage/test_turns.py::test_an_event_goes_first_then_who_may_wait_least_and_then_who_came_first"
)

WITH_RETRIES = """from slack_sdk import WebClient
from slack_sdk.http_retry.builtin_handlers import ConnectionErrorRetryHandler
"""

GUARDS = (
    Guard(
        "a delivery is unique by its key",
        (
            (
                "storage/migrations/versions/0001_the_record.py",
                'unique("workspace_id", "channel", "kind", "period_key", "part"),',
                "",
            ),
        ),
        f"{FAULTS}/test_04_killed.py::test_killed_after_planning",
    ),
    Guard(
        "a claim is committed before the post",
        ((OUTBOX, "state=state,", "state=DeliveryState.PENDING,"),),
        "tests/storage/repositories/test_outbox.py::test_a_claim_is_held_by_one_worker",
    ),
    Guard(
        "a word about a delivery is fenced by its attempt",
        (
            (
                OUTBOX,
                "DeliveryRow.attempt == attempt, DeliveryRow.state == held)",
                "DeliveryRow.state.is_not(None))",
            ),
        ),
        "tests/storage/repositories/test_outbox.py::test_a_worker_that_was_overtaken_is_not_heard",
    ),
    Guard(
        "the SDK tries nothing again by itself",
        (
            (
                "handlers/slack/connect.py",
                "retry_handlers=[],",
                "retry_handlers=[ConnectionErrorRetryHandler(max_retry_count=1)],",
            ),
            (
                "handlers/slack/connect.py",
                "from slack_sdk import WebClient\n",
                WITH_RETRIES,
            ),
        ),
        f"{FAULTS}/test_09_reply_lost.py",
    ),
    Guard(
        "nothing is sent when the lease is nearly over",
        ((WORKER, "if card is not None and self._monotonic() > send_by:", "if card is not None and False:"),),
        f"{FAULTS}/test_06_zombie.py::test_who_wakes_too_late_does_not_post",
    ),
    Guard(
        "history is given time to settle",
        ((DUE, "row.lease_until <= now - settle", "row.lease_until <= now"),),
        "tests/storage/repositories/test_outbox.py"
        "::test_a_delivery_whose_lease_ran_out_is_abandoned_once_settled",
    ),
    Guard(
        "a message not found is posted again once at most",
        (("schedules/reconciler.py", "MOST_REPOSTS = 1", "MOST_REPOSTS = 99"),),
        "tests/schedules/test_delivery_worker.py"
        "::test_a_post_that_is_twice_uncertain_and_not_found_is_unknown",
    ),
    Guard(
        "only our own message counts as found",
        (("handlers/slack/notifier.py", 'message.get("bot_id") == self._bot_id()', "True"),),
        "tests/handlers/slack/test_notifier.py::test_somebody_elses_message_with_our_id_does_not_count",
    ),
    Guard(
        "an id that is used again after a restore finds nobody else's message",
        (("storage/tables/deliveries.py", "return token_hex(POSTMARK_BYTES)", 'return ""'),),
        f"{RESTORED}::test_a_number_that_is_used_again_finds_no_message_of_before",
    ),
    Guard(
        "a button of a time the record has lost is not acted on",
        (("handlers/slack/taps.py", "refused_as_lost(work, drawn_at(body, action)) or ", ""),),
        f"{RESTORED}::test_a_button_posted_in_the_time_that_was_lost_touches_nothing_that_has_its_number_now",
    ),
    Guard(
        "what is drawn again in a message's place tells when",
        (("handlers/slack/answers.py", "if is_replacing and now else", "if False else"),),
        f"{RESTORED}::test_what_was_posted_before_the_backup_works_until_it_was_drawn_again_in_the_time_that_was_lost",
    ),
    Guard(
        "a form opened in a time the record has lost saves nothing",
        (("handlers/slack/forms.py", "refused_as_lost(work, way_back.opened_at) or ", ""),),
        f"{RESTORED}::test_a_form_opened_in_the_time_that_was_lost_saves_nothing",
    ),
    Guard(
        "a Home tells when it was drawn",
        (("handlers/slack/home.py", ', "private_metadata": stamp(now)', ""),),
        f"{RESTORED}::test_a_home_drawn_in_the_time_that_was_lost_is_drawn_anew",
    ),
    Guard(
        "a reply under a lost ask answers no other",
        (("bot/services/context/asked.py", "if is_lost(work, said.thread_at):", "if False:"),),
        f"{RESTORED}::test_a_reply_in_the_thread_of_an_ask_that_was_lost_answers_no_other_ask",
    ),
    Guard(
        "an uncertain failure is not taken for a certain one",
        (
            ("handlers/slack/post_failures.py", "if status >= 500:", "if status >= 600:"),
            ("handlers/slack/post_failures.py", "get(code, Verdict.UNCERTAIN)", "get(code, Verdict.LATER)"),
        ),
        f"{FAULTS}/test_08_failed_after_storing.py",
    ),
    Guard(
        "a part waits for the part before it",
        (
            (DUE, "or_(row.part == 0, _before_it(row, DeliveryState.POSTED)))", "row.part >= 0)"),
            (DUE, "or_(row.part == 0, row.late_after < NOW, ended)", "row.part >= 0"),
        ),
        "tests/storage/repositories/test_outbox.py"
        "::test_parts_go_out_one_after_another_in_the_thread_of_the_first",
    ),
    Guard(
        "a query sees its own workspace only",
        (("storage/sessions.py", "execution.statement = execution.statement.options(mine)", "pass"),),
        "tests/storage/test_tenancy.py::test_nothing_is_seen_from_another_workspace",
    ),
    Guard(
        "an event is kept before it is acknowledged",
        (
            (
                "handlers/slack/inbox.py",
                "        services.inbox.keep(",
                '        return BoltResponse(status=200, body="")\n        services.inbox.keep(',
            ),
        ),
        f"{FAULTS}/test_01_database_locked.py",
    ),
    Guard(
        "nobody is answered before the commit they share",
        ((ARRIVALS, "                mine.wait()\n", "                return True\n"),),
        "tests/storage/test_arrivals.py::test_nobody_is_answered_before_the_commit_which_is_shared",
    ),
    Guard(
        "an event that cannot be kept fails alone",
        (
            (
                ARRIVALS,
                "                self._write_alone(arrival)\n",
                "                arrival.settle(failure)\n",
            ),
        ),
        "tests/storage/test_arrivals.py::test_one_that_cannot_be_kept_does_not_keep_the_others_out",
    ),
    Guard(
        "the writing is handed on, whatever became of it",
        (
            (
                ARRIVALS,
                "        finally:\n            with self._gathering:\n                self._gathered[:0]",
                "        else:\n            with self._gathering:\n                self._gathered[:0]",
            ),
        ),
        "tests/storage/test_arrivals.py::test_who_fails_before_the_commit_is_told_and_the_next_are_kept",
    ),
    Guard(
        "a connection cut while nobody wrote costs no event",
        ((ARRIVALS, "if not failure.connection_invalidated:", "if failure:"),),
        "tests/storage/test_arrivals.py::test_a_connection_that_was_cut_while_nobody_wrote_costs_no_event",
    ),
    Guard(
        "kept plans fall with their partnership's chain",
        (
            (
                "storage/plan_cache.py",
                "(partnership_id, state))) is not None and held[0] == stamp",
                "(partnership_id, state))) is not None and stamp",
            ),
        ),
        "tests/storage/test_plan_cache.py::test_what_another_process_wrote_is_seen",
    ),
    Guard(
        "a write that no chain tells of is counted",
        (
            (
                "storage/work.py",
                "of_many=written.is_of_many or not self._touched <= self.audit.chained.keys(),",
                "of_many=False,",
            ),
        ),
        "tests/storage/test_plan_cache.py::test_what_is_of_no_one_plan_is_seen_by_another_process",
    ),
    Guard(
        "a write to who is who is counted",
        (("storage/work.py", "of_people=written.is_of_people,", "of_people=False,"),),
        "tests/storage/test_people_cache.py::test_what_another_process_wrote_is_seen",
    ),
    Guard(
        "who came later is not refused with the first",
        (
            (
                ARRIVALS,
                "for arrival in batch:\n                if arrival not in left:",
                "for arrival in (*batch, *self._gathered):\n                if arrival not in left:",
            ),
        ),
        "tests/storage/test_arrivals.py::test_whoever_came_later_is_not_refused_with_the_first",
    ),
    Guard(
        "only what wrote nothing of a plan carries it over",
        (("storage/work.py", "if partnership_id not in self._touched:", "if True:"),),
        "tests/storage/test_plan_cache.py::test_one_partnerships_news_leaves_the_others_plans_kept",
    ),
    Guard(
        "the turn to write goes to who may wait least",
        (("storage/turns.py", "_Waiting(not is_first, may_wait,", "_Waiting(not is_first, timedelta(),"),),
        TURNS,
    ),
    Guard(
        "an event on its way in goes before other writers",
        (("storage/turns.py", "_Waiting(not is_first, may_wait,", "_Waiting(False, may_wait,"),),
        TURNS,
    ),
    Guard(
        "an event is done in the transaction of its effect",
        (
            ("handlers/slack/messages.py", "        work.inbox.done(replay.inbox_id)\n", ""),
            ("handlers/slack/messages.py", "    replay.is_recorded = True\n", ""),
        ),
        f"{FAULTS}/test_37_stopped.py::test_killed_after_its_effect_was_committed_an_event_is_not_worked_on_again",
    ),
    Guard(
        "an event is kept once, whatever Slack repeats",
        (
            (
                INBOX,
                '            "key": key,\n',
                "            \"key\": key + __import__('uuid').uuid4().hex,\n",
            ),
            (
                "storage/repositories/messages.py",
                "MessageId(message_id), is_new and",
                "MessageId(message_id), True and",
            ),
        ),
        f"{FAULTS}/test_12_event_three_times.py",
    ),
    Guard(
        "one person's events are worked on in order",
        ((INBOX, "is_free(event), ~has_an_earlier_one", "is_free(event)"),),
        f"{FAULTS}/test_14_out_of_order.py",
    ),
    Guard(
        "a version that was overtaken is not heard",
        (
            (
                "storage/repositories/messages.py",
                "is_new and not self._is_overtaken(message_id, said)",
                "is_new",
            ),
        ),
        f"{FAULTS}/test_14_out_of_order.py",
    ),
    Guard(
        "a SQLite transaction that will write says so at once",
        (
            (
                "storage/engine.py",
                "options.get('sqlite_begin', 'IMMEDIATE')",
                "options.get('sqlite_begin', 'DEFERRED')",
            ),
        ),
        "tests/storage/test_record.py::test_a_sqlite_writer_keeps_another_process_out_before_it_has_written",
    ),
    Guard(
        "an action's version says whether it changed meanwhile",
        (
            (
                "storage/repositories/action_changes.py",
                "(change.action_id, change.version) != (row.id, row.version)",
                "change.action_id != row.id",
            ),
        ),
        "tests/storage/test_concurrency.py::test_of_two_writers_on_one_action_the_second_is_told",
    ),
    Guard(
        "PostgreSQL's claimers pass over what another holds",
        ((DUE, "with_for_update(skip_locked=True)", "with_for_update()"),),
        "tests/storage/repositories/test_outbox.py::test_a_claimer_passes_over_what_another_is_just_taking",
    ),
    Guard(
        "a lease runs by the database's clock",
        ((OUTBOX, "started = database_now(session)", 'started = given.get("now") or database_now(session)'),),
        f"{FAULTS}/test_16_clock_jumps.py::test_a_lease_runs_by_the_databases_clock",
    ),
    Guard(
        "what never reached Slack is known not to be there",
        ((FAILURES, "if not is_handed_over or isinstance", "if isinstance"),),
        "tests/handlers/slack/test_post_failures.py",
    ),
    Guard(
        "what is doubtful and cannot be looked for is never posted blindly",
        (
            (
                RECONCILER,
                'self._unknown(delivery, f"history unreadable ({refusal})")',
                "self._outbox.repost(delivery.id, delivery.attempt, self._clock.now())",
            ),
        ),
        f"{FAULTS}/test_11_history_unreadable.py",
    ),
    Guard(
        "of two messages of one delivery the later is deleted",
        (("schedules/janitor.py", "for later in copies[1:]:", "for later in copies[:0]:"),),
        f"{DELIVERING}::test_a_message_that_shows_after_it_was_posted_again_is_deleted_by_the_janitor",
    ),
    Guard(
        "a pause is as long as Retry-After says",
        ((FAILURES, "timedelta(seconds=int(text)) if text.isdigit()", "timedelta() if text.isdigit()"),),
        "tests/handlers/slack/test_notifier.py::test_too_many_requests_wait_as_long_as_slack_says",
    ),
    Guard(
        "a rate limit holds every channel",
        (
            (
                PACE,
                "max(self._held_to.get(channel, now), self._all_held_to)",
                "self._held_to.get(channel, now)",
            ),
        ),
        f"{DELIVERING}::test_what_has_to_wait_holds_up_the_channels_others_too_and_a_rate_limit_everybody",
    ),
    Guard(
        "a channel is paced",
        ((PACE, "        if left >= 1:\n", "        if left >= -99:\n"),),
        "tests/schedules/test_pace.py",
    ),
    Guard(
        "what comes too late is left out",
        ((DUE, "(DeliveryRow.late_after < NOW, TOO_LATE)", "(DeliveryRow.id < 0, TOO_LATE)"),),
        "tests/storage/repositories/test_outbox.py::test_what_came_too_late_is_skipped_not_sent",
    ),
    Guard(
        "a digest's key is the week of its printed day",
        (
            (
                "bot/services/tick.py",
                "found.append((week_key(day), at))",
                "found.append((week_key(moved), at))",
            ),
        ),
        f"{FAULTS}/test_19_week_53.py",
    ),
    Guard(
        "waiting uses up no try to compose",
        (
            (
                WORKER,
                "        faults = self._faults[delivery.id]\n",
                "        faults = delivery.attempt\n",
            ),
        ),
        f"{DELIVERING}::test_waiting_for_the_platform_uses_up_no_try_to_compose",
    ),
    Guard(
        "an event that is given up is told of",
        (("schedules/inbox_worker.py", "            self._give_up(event)\n", "            pass\n"),),
        "tests/scenarios/test_inbox.py"
        "::test_an_event_that_always_fails_is_given_up_and_its_author_and_the_officer_are_told",
    ),
    Guard(
        "a silence longer than Slack repeats is told of",
        (("storage/repositories/heartbeats.py", "at - last <= UNHEARD", "at >= last"),),
        "tests/storage/repositories/test_heartbeats.py",
    ),
    Guard(
        "only what Slack has signed is let in",
        (("handlers/slack/over_http.py", "if not self._is_signed(headers, body):", "if not body:"),),
        f"{FAULTS}/test_35_signatures.py",
    ),
    Guard(
        "a person's words are escaped where they are drawn",
        (("handlers/slack/blocks/escape.py", "cleaned(text).translate(_ENTITIES)", "cleaned(text)"),),
        f"{FAULTS}/test_25_injection.py",
    ),
    Guard(
        "a picture's address cannot be made up",
        (
            (
                "bot/picture_pass.py",
                "if not text.isascii() or not hmac.compare_digest(seal, _seal(said, key)):",
                "if not text.isascii():",
            ),
        ),
        "tests/bot/test_picture_pass.py",
    ),
    Guard(
        "a picture's address is over after its hour",
        (("bot/picture_pass.py", "if int(now.timestamp()) >= int(until):", "if False:"),),
        "tests/bot/test_picture_pass.py",
    ),
    Guard(
        "the right to a picture is asked again when it is fetched, also of one that is kept",
        (("leadline/serving/pictures.py", "                charts.check_fetched(work, given)\n", ""),),
        "tests/bot/services/test_charts.py",
    ),
    Guard(
        "nothing of a restricted plan is offered by address",
        (
            (
                "bot/services/reports/charts.py",
                "if door and not plan.is_restricted else ()",
                "if door else ()",
            ),
        ),
        "tests/bot/services/test_charts.py",
    ),
    Guard(
        "a tall picture fits its page",
        (
            (
                "documents/paper_word.py",
                "width = min(Cm(ROOM), Cm(HIGH) * image.px_width // image.px_height)",
                "width = Cm(ROOM)",
            ),
        ),
        "tests/documents/test_papers.py::test_a_tall_picture_stands_whole_below_the_heading_of_its_section",
    ),
    Guard(
        "a view is asked of a seat that lasts",
        (
            (
                "bot/views.py",
                "and one.role in MEMBERS and one.holds_on(day)",
                "and one.role in MEMBERS",
            ),
        ),
        "tests/bot/test_views.py::test_members_are_asked_while_their_seat_lasts",
    ),
    Guard(
        "a view is saved for whose it is",
        (
            (
                "bot/services/governance/keeping_views.py",
                "    check_can_give_view(person, as_what, work.people.get(view.member_id), partnership)\n",
                "",
            ),
        ),
        "tests/bot/services/test_views.py::test_the_right_is_asked_again_when_a_view_is_saved_whoever_calls",
    ),
)
