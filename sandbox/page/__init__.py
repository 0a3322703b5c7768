"""A page a newcomer would take for a chat tool: the sandbox, seen by a person."""

from sandbox.page.page import Page
from sandbox.page.routes import add_page
from sandbox.page.welcome import Thing, Welcome

__all__ = ["Page", "Thing", "Welcome", "add_page"]
