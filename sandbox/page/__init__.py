"""A page a newcomer would take for a chat tool: the sandbox, seen by a person."""

from sandbox.page.page import Page
from sandbox.page.routes import page_with
from sandbox.page.welcome import Thing, Welcome

__all__ = ["Page", "Thing", "Welcome", "page_with"]
