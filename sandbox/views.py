"""Modals in their stacks, and each person's home tab."""

import hashlib
import json
from dataclasses import replace

from sandbox.changes import ChangeKind, Feed
from sandbox.entities import Json, View, ViewKind
from sandbox.identifiers import Identifiers
from sandbox.refusals import Refused
from sandbox.store import Shelf, Store

DEEPEST_STACK = 3


class Views:
    """Every view of a workspace that is open."""

    def __init__(self, store: Store, ids: Identifiers, feed: Feed) -> None:
        self._shelf = Shelf(store, "view", _read_view)
        self._ids = ids
        self._feed = feed

    def open(self, person_id: str, content: Json) -> View:
        """Show a person a modal, in place of any they had open."""
        self._check_external_id(content)
        for view in self.stack(person_id):
            self._shelf.remove(view.id)
        view_id = self._ids.mint("V")
        return self._show(View(view_id, ViewKind.MODAL, person_id, content, self._hash(content), view_id))

    def push(self, person_id: str, content: Json) -> View:
        """Put a modal on top of the one a person has open."""
        stack = self.stack(person_id)
        if not stack:
            raise Refused("not_found")
        if len(stack) >= DEEPEST_STACK:
            raise Refused("push_limit_reached")
        self._check_external_id(content)
        below = stack[-1]
        return self._show(
            View(
                self._ids.mint("V"),
                ViewKind.MODAL,
                person_id,
                content,
                self._hash(content),
                root_id=below.root_id,
                previous_id=below.id,
            )
        )

    def update(self, view: View, content: Json, expected_hash: str | None = None) -> View:
        """Show something else in a view; what was filled in under equal ids is kept."""
        if expected_hash is not None and expected_hash != view.hash:
            raise Refused("hash_conflict")
        self._check_external_id(content, but=view.id)
        return self._change(
            replace(
                view, content=content, hash=self._hash(content), values=_kept(view.values, content), errors={}
            )
        )

    def publish(self, person_id: str, content: Json, expected_hash: str | None = None) -> View:
        """Show a person's home tab."""
        home = self.home(person_id)
        if home is not None:
            return self.update(home, content, expected_hash)
        view_id = self._ids.mint("V")
        view = View(view_id, ViewKind.HOME, person_id, content, self._hash(content), view_id)
        self._shelf.put(view.id, view)
        self._feed.publish(ChangeKind.HOME_CHANGED, person=person_id, view=view.id)
        return view

    def fill_in(self, view: View, values: Json) -> View:
        """Remember what a person has filled in, keyed by block id and action id."""
        merged = {**view.values}
        for block_id, actions in values.items():
            merged[block_id] = {**merged.get(block_id, {}), **actions}
        return self._change(replace(view, values=merged))

    def show_errors(self, view: View, errors: Json) -> View:
        """Show an error under each named input."""
        return self._change(replace(view, errors=errors))

    def close(self, view: View) -> View | None:
        """Close a modal; the answer is the one beneath it, if any."""
        self._shelf.remove(view.id)
        self._feed.publish(ChangeKind.VIEW_CLOSED, person=view.user, view=view.id)
        return self.top(view.user)

    def clear(self, person_id: str) -> None:
        """Close a person's whole stack."""
        for view in reversed(self.stack(person_id)):
            self.close(view)

    def stack(self, person_id: str) -> list[View]:
        """A person's open modals, the lowest first."""
        views = [v for v in self._shelf if v.kind is ViewKind.MODAL and v.user == person_id]
        return sorted(views, key=lambda view: view.id)

    def top(self, person_id: str) -> View | None:
        """The modal a person sees, or None."""
        stack = self.stack(person_id)
        return stack[-1] if stack else None

    def home(self, person_id: str) -> View | None:
        """A person's home tab, or None before the app has published one."""
        return next((v for v in self._shelf if v.kind is ViewKind.HOME and v.user == person_id), None)

    def get(self, view_id: str) -> View | None:
        """An open view by id, or None."""
        return self._shelf.get(view_id)

    def find(self, view_id: str | None, external_id: str | None) -> View:
        """An open view by either id; `not_found` otherwise."""
        for view in self._shelf:
            same = view.id == view_id if view_id else view.content.get("external_id") == external_id
            if same:
                return view
        raise Refused("not_found")

    def _show(self, view: View) -> View:
        self._shelf.put(view.id, view)
        self._feed.publish(ChangeKind.VIEW_OPENED, person=view.user, view=view.id)
        return view

    def _change(self, view: View) -> View:
        self._shelf.put(view.id, view)
        kind = ChangeKind.HOME_CHANGED if view.kind is ViewKind.HOME else ChangeKind.VIEW_CHANGED
        self._feed.publish(kind, person=view.user, view=view.id)
        return view

    def _check_external_id(self, content: Json, but: str | None = None) -> None:
        wanted = content.get("external_id")
        if wanted and any(v.id != but and v.content.get("external_id") == wanted for v in self._shelf):
            raise Refused("duplicate_external_id")

    def _hash(self, content: Json) -> str:
        digest = hashlib.sha256(json.dumps(content, sort_keys=True).encode()).hexdigest()[:8]
        return f"{self._ids.mint('')}.{digest}"


def _kept(values: Json, content: Json) -> Json:
    """The values whose block is still there with the same block id and action id."""
    present = set()
    for block in content.get("blocks", []):
        elements = [block.get("element"), block.get("accessory"), *(block.get("elements") or [])]
        present |= {
            (block.get("block_id"), each.get("action_id")) for each in elements if isinstance(each, dict)
        }
    kept = {
        block_id: {
            action_id: value for action_id, value in actions.items() if (block_id, action_id) in present
        }
        for block_id, actions in values.items()
    }
    return {block_id: actions for block_id, actions in kept.items() if actions}


def _read_view(body: Json) -> View:
    return View(**{**body, "kind": ViewKind(body["kind"])})
