"""`leadline status`: what `status …` answers in chat, drawn in the terminal."""

from __future__ import annotations

from typing import Annotated

import typer

from bot.services.standing import status as service
from handlers.terminal import show
from leadline.office import check_live, open_office


def status(
    words: Annotated[
        list[str] | None, typer.Argument(help="A filter in words: red, late, 2.7a, “S Okoro”, no update …")
    ] = None,
) -> None:
    """How the plans stand."""
    with open_office() as office, office.work(read_only=True) as work:
        check_live(work)
        show(service.overview(work, " ".join(words or ())), command="leadline status")
