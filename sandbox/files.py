"""Uploaded files: asked for, sent, completed and shared."""

import mimetypes
from dataclasses import replace

from sandbox.changes import ChangeKind, Feed
from sandbox.clock import Clock
from sandbox.entities import File, Json
from sandbox.identifiers import Identifiers
from sandbox.refusals import Refused
from sandbox.store import Shelf, Store


class Files:
    """Every file of a workspace, and its bytes."""

    def __init__(self, store: Store, ids: Identifiers, feed: Feed, clock: Clock) -> None:
        self._shelf = Shelf(store, "file", _read_file)
        self._store = store
        self._ids = ids
        self._feed = feed
        self._clock = clock

    def announce(self, person_id: str, name: str, size: int, alt_text: str = "") -> File:
        """Make room for a file whose bytes are still to come."""
        mimetype = mimetypes.guess_type(name)[0] or "application/octet-stream"
        created = int(self._clock.now().timestamp())
        file = File(self._ids.mint("F"), name, name, mimetype, size, person_id, created, alt_text=alt_text)
        return self._put(file)

    def receive(self, file: File, content: bytes) -> File:
        """Take a file's bytes."""
        self._store.put_content(file.id, content)
        return self._put(replace(file, size=len(content)))

    def complete(self, file: File, *, title: str | None = None, channels: tuple[str, ...] = ()) -> File:
        """Finish an upload and say where it is shared; `file_not_found` if the bytes never came."""
        if self._store.content(file.id) is None:
            raise Refused("file_not_found")
        return self._put(
            replace(
                file,
                title=title or file.title,
                channels=tuple(dict.fromkeys((*file.channels, *channels))),
                is_complete=True,
            )
        )

    def add(self, person_id: str, name: str, content: bytes, *, title: str | None = None) -> File:
        """A whole file at once, as a person drops it into a conversation."""
        return self.complete(self.receive(self.announce(person_id, name, len(content)), content), title=title)

    def get(self, file_id: str) -> File | None:
        """A file that has not been deleted, or None."""
        file = self._shelf.get(file_id)
        return None if file is None or file.is_deleted else file

    def need(self, file_id: str) -> File:
        """A file that has not been deleted; `file_not_found` otherwise."""
        file = self.get(file_id)
        if file is None:
            raise Refused("file_not_found")
        return file

    def content(self, file: File) -> bytes:
        """A file's bytes; `file_not_found` if they never came."""
        content = self._store.content(file.id)
        if content is None:
            raise Refused("file_not_found")
        return content

    def _put(self, file: File) -> File:
        self._shelf.put(file.id, file)
        self._feed.publish(ChangeKind.FILE_CHANGED, person=file.user)
        return file


def _read_file(body: Json) -> File:
    return File(**{**body, "channels": tuple(body["channels"])})
