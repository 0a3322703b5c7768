"""What every interactive payload has in common, and how one is sent."""

from sandbox.desk import Desk
from sandbox.dispatching import Answer, EnvelopeType, Outcome, Pending
from sandbox.entities import Json, Person
from sandbox.payloads import person_reference, team_reference
from sandbox.settling import problem_sentence, then


def interaction(desk: Desk, kind: str, person: Person) -> Json:
    """What every interactive payload has in common, a fresh trigger id included."""
    workspace = desk.workspace
    return {
        "type": kind,
        "team": team_reference(workspace),
        "user": person_reference(workspace, person),
        "api_app_id": workspace.application.app_id,
        "token": workspace.application.verification_token,
        "trigger_id": desk.triggers.issue(person.id),
        "enterprise": None,
        "is_enterprise_install": False,
    }


def send_interaction(desk: Desk, actor: Person, payload: Json) -> Pending:
    """Send an interaction that only wants to be acknowledged; the person is told if it is not."""

    def decide(answer: Answer) -> Outcome:
        if answer.problem is not None:
            desk.workspace.notify(actor.id, problem_sentence(desk, answer.problem))
        return Outcome(problem=answer.problem, payload=answer.payload)

    return then(desk, actor.id, desk.dispatcher.send(EnvelopeType.INTERACTIVE, payload), decide)
