"""views.*: modals opened, pushed and updated, home tabs published."""

from sandbox.api.calling import Call
from sandbox.entities import Json, ViewKind
from sandbox.payloads import view_json
from sandbox.refusals import Refused
from sandbox.rules.surfaces import check_view


def _trigger_owner(call: Call) -> str:
    trigger_id = call.get("trigger_id") or call.get("interactivity_pointer")
    if not trigger_id:
        raise Refused("invalid_arguments", ["[ERROR] missing required field: trigger_id"])
    return call.desk.triggers.spend(trigger_id)


def open_modal(call: Call) -> Json:
    """views.open."""
    content = check_view(call.arguments["view"], ViewKind.MODAL)
    view = call.workspace.views.open(_trigger_owner(call), content)
    return {"view": view_json(call.workspace, view)}


def push(call: Call) -> Json:
    """views.push."""
    content = check_view(call.arguments["view"], ViewKind.MODAL)
    view = call.workspace.views.push(_trigger_owner(call), content)
    return {"view": view_json(call.workspace, view)}


def update(call: Call) -> Json:
    """views.update, by view id or external id."""
    view_id, external_id = call.get("view_id"), call.get("external_id")
    if not (view_id or external_id):
        raise Refused("invalid_arguments", ["[ERROR] missing required field: view_id"])
    view = call.workspace.views.find(view_id, external_id)
    content = check_view(call.arguments["view"], view.kind)
    changed = call.workspace.views.update(view, content, call.get("hash"))
    return {"view": view_json(call.workspace, changed)}


def publish(call: Call) -> Json:
    """views.publish: a person's home tab."""
    if not call.workspace.application.has_home_tab:
        raise Refused("not_enabled")
    person = call.workspace.people.need(call.arguments["user_id"])
    content = check_view(call.arguments["view"], ViewKind.HOME)
    view = call.workspace.views.publish(person.id, content, call.get("hash"))
    return {"view": view_json(call.workspace, view)}
