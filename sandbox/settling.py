"""From the app's acknowledgement to the outcome of an act."""

from collections.abc import Callable
from concurrent.futures import Future

from sandbox.desk import Desk
from sandbox.dispatching import Answer, Outcome, Pending, Problem
from sandbox.refusals import Refused


def then(
    desk: Desk, person_id: str, answered: "Future[Answer]", decide: Callable[[Answer], Outcome]
) -> Pending:
    """The outcome that `decide` makes of the answer, under the workspace's lock, once there is one.

    The person is told of an answer that Slack would not show.
    """
    pending: Pending = Future()

    def settle(done: "Future[Answer]") -> None:
        try:
            with desk.workspace.lock:
                outcome = decide(done.result())
        except Refused as refused:
            desk.workspace.notify(person_id, problem_sentence(desk, Problem.BAD_ANSWER))
            outcome = Outcome(
                problem=Problem.BAD_ANSWER, payload={"error": refused.error, "messages": refused.messages}
            )
        except Exception as error:  # noqa: BLE001  # whoever waits for the outcome must hear of it
            pending.set_exception(error)
            return
        pending.set_result(outcome)

    answered.add_done_callback(settle)
    return pending


def problem_sentence(desk: Desk, problem: Problem) -> str:
    """What a person is told when the app did not do its part."""
    name = desk.workspace.application.name
    return {
        Problem.NOT_CONNECTED: f"{name} is not running, so nothing was done.",
        Problem.TOO_LATE: f"{name} did not answer within three seconds. It may still do what you asked.",
        Problem.BAD_ANSWER: f"{name} answered with something Slack would not show.",
    }[problem]
