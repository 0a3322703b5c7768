"""Every kind of message has a name for when it did not arrive."""

from bot.delivery import DeliveryId, DeliveryKind
from bot.phrases import faults


def test_every_kind_of_message_has_a_name() -> None:
    assert set(faults.MESSAGES) == set(DeliveryKind)


def test_a_person_and_a_channel_are_told_apart() -> None:
    assert (
        "the reminder for S Okoro (user_not_found)"
        in faults.not_posted("the reminder", "S Okoro", "user_not_found").summary
    )
    assert (
        "the weekly digest for the channel arrived"
        in faults.perhaps_posted("the weekly digest", None, DeliveryId(1)).summary
    )
