"""Acts on views: modals submitted and closed, the home tab opened."""

from collections.abc import Mapping
from typing import Any

from sandbox.choices import Choice, chosen, complete_values, find_element, is_empty, untouched
from sandbox.desk import Desk
from sandbox.dispatching import Answer, EnvelopeType, Outcome, Pending, settled
from sandbox.entities import Json, Person, View, ViewKind
from sandbox.events import send_event
from sandbox.identifiers import stamp
from sandbox.interactions import interaction
from sandbox.payloads import view_json
from sandbox.refusals import Refused
from sandbox.rules.surfaces import check_view
from sandbox.settling import problem_sentence, then

REQUIRED = "Please complete this required field."

Values = Mapping[str, Choice | Mapping[str, Choice]]


def submit(desk: Desk, person: str, view_id: str, values: Values) -> Pending:
    """Send `view_submission`, unless a required input is empty, which the client itself refuses."""
    workspace = desk.workspace
    with workspace.lock:
        actor = desk.person(person)
        view = _own_view(desk, actor, view_id)
        view = workspace.views.fill_in(view, _nested(view, values))
        missing = _incomplete(view)
        if missing:
            workspace.views.show_errors(view, missing)
            return settled(Outcome(errors=missing))
        view = workspace.views.show_errors(view, {})
        payload = interaction(desk, "view_submission", actor) | {
            "view": _shown(desk, view),
            "response_urls": [],
        }

        def decide(answer: Answer) -> Outcome:
            return _submitted(desk, actor, view.id, answer)

        return then(desk, actor.id, desk.dispatcher.send(EnvelopeType.INTERACTIVE, payload), decide)


def _shown(desk: Desk, view: View) -> Json:
    values = complete_values(view.content.get("blocks", []), view.values)
    return view_json(desk.workspace, view) | {"state": {"values": values}}


def _own_view(desk: Desk, actor: Person, view_id: str) -> View:
    view = desk.workspace.views.find(view_id, None)
    if view.user != actor.id or view.kind is not ViewKind.MODAL:
        raise Refused("not_found")
    return view


def _inputs(view: View) -> list[tuple[Json, Json]]:
    return [(block, block["element"]) for block in view.content.get("blocks", []) if block["type"] == "input"]


def _nested(view: View, values: Values) -> Json:
    """Values as Slack nests them, from values under block ids or action ids."""
    blocks = view.content.get("blocks", [])
    by_block = {block.get("block_id"): element for block, element in _inputs(view)}
    nested: Json = {}
    for key, value in values.items():
        if isinstance(value, Mapping):
            for action_id, choice in value.items():
                _, element = find_element(blocks, action_id, key)
                nested.setdefault(key, {})[action_id] = chosen(element, choice)
        elif key in by_block:
            element = by_block[key]
            nested.setdefault(key, {})[element["action_id"]] = chosen(element, value)
        else:
            block, element = find_element(blocks, key)
            nested.setdefault(block.get("block_id", ""), {})[key] = chosen(element, value)
    return nested


def _incomplete(view: View) -> Json:
    missing = {}
    for block, element in _inputs(view):
        held = view.values.get(block["block_id"], {}).get(element["action_id"]) or untouched(element)
        empty = held is not None and is_empty(held)
        if empty and not block.get("optional"):
            missing[block["block_id"]] = REQUIRED
        elif held is not None and not empty:
            problem = _length_problem(element, held)
            if problem:
                missing[block["block_id"]] = problem
    return missing


def _length_problem(element: Json, held: Json) -> str | None:
    written: Any = held.get("value")
    if not isinstance(written, str):
        return None
    if len(written) < element.get("min_length", 0):
        return f"Please write at least {element['min_length']} characters."
    if len(written) > element.get("max_length", 3000):
        return f"Please write at most {element.get('max_length', 3000)} characters."
    return None


def _submitted(desk: Desk, actor: Person, view_id: str, answer: Answer) -> Outcome:
    views = desk.workspace.views
    if answer.problem is not None:
        desk.workspace.notify(actor.id, problem_sentence(desk, answer.problem))
        return Outcome(problem=answer.problem)
    view = views.get(view_id)
    if view is None:
        return Outcome(payload=answer.payload)
    payload = answer.payload or {}
    action = payload.get("response_action")
    if action == "errors":
        errors = _checked_errors(view, payload.get("errors"))
        views.show_errors(view, errors)
        return Outcome(errors=errors, payload=payload)
    if action == "clear":
        views.clear(actor.id)
    elif action == "update":
        views.update(view, check_view(payload.get("view"), ViewKind.MODAL))
    elif action == "push":
        views.push(actor.id, check_view(payload.get("view"), ViewKind.MODAL))
    elif action is None:
        views.close(view)
    else:
        raise Refused("invalid_response_action", [str(action)])
    return Outcome(payload=answer.payload)


def _checked_errors(view: View, errors: object) -> Json:
    known = {block["block_id"] for block, _ in _inputs(view)}
    if not isinstance(errors, dict) or not errors or not set(errors) <= known:
        raise Refused("invalid_errors", [f"errors must be keyed by the block ids of inputs: {sorted(known)}"])
    return errors


def close(desk: Desk, person: str, view_id: str, *, all_of_them: bool) -> Pending:
    """Close a modal; the app hears of it if it asked to."""
    workspace = desk.workspace
    with workspace.lock:
        actor = desk.person(person)
        view = _own_view(desk, actor, view_id)
        clears = all_of_them or bool(view.content.get("clear_on_close"))
        if clears:
            workspace.views.clear(actor.id)
        else:
            workspace.views.close(view)
        if not view.content.get("notify_on_close"):
            return settled(Outcome())
        payload = interaction(desk, "view_closed", actor) | {"view": _shown(desk, view), "is_cleared": clears}
        del payload["trigger_id"]
        return then(
            desk,
            actor.id,
            desk.dispatcher.send(EnvelopeType.INTERACTIVE, payload),
            lambda answer: Outcome(problem=answer.problem),
        )


def open_home(desk: Desk, person: str, tab: str) -> None:
    """Tell the app that a person is looking at it."""
    workspace = desk.workspace
    with workspace.lock:
        actor = desk.person(person)
        if not workspace.application.receives("app_home_opened"):
            return
        event: Json = {
            "type": "app_home_opened",
            "user": actor.id,
            "channel": workspace.direct_with_bot(actor.id).id,
            "event_ts": stamp(workspace.clock.now()),
            "tab": tab,
        }
        home = workspace.views.home(actor.id)
        if home is not None and tab == "home":
            event["view"] = view_json(workspace, home)
        send_event(desk, event)
