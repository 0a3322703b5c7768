"""What the delivery workers are given: how a message is held back, composed, followed up and cut to fit."""

from __future__ import annotations

from bot.services import deliver
from bot.services.persons.losses import tell_of_loss
from bot.services.reports import outsiders
from handlers.slack.blocks.message import parts
from schedules.delivery_worker import Composing

COMPOSING = Composing(
    outsiders.held_back,
    deliver.draft,
    deliver.compose,
    deliver.follows,
    deliver.posted,
    tell_of_loss,
    parts,
)
