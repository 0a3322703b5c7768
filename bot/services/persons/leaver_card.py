"""What a leaver's card offers beside handing everything to one person: one by one, or the post is vacant."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from bot.card import Act, Answer, Form, FormErrors, Placement
from bot.partnership import Person
from bot.phrases import handing_over as say
from bot.plan import Action
from bot.ports import UnitOfWork
from bot.services.context.targets import Target
from bot.services.persons import hand_over, posts


def on_each(work: UnitOfWork, person: Person, target: Target) -> Form:
    """Asks who takes which."""
    last, actions = hand_over.leaver(work, person, target)
    return say.form_for_each(int(last.id), last.name, actions)


def save_each(
    work: UnitOfWork, person: Person, target: Target, answers: Mapping[str, str]
) -> Answer | FormErrors:
    """Hand each to whoever is named beside it; what is left empty stays as it is."""
    last, actions = hand_over.leaver(work, person, target)
    asked = {f"to_{action.id}": action for action in actions}
    typed = {name: answers[name].strip() for name in asked if answers.get(name, "").strip()}
    if not typed:
        return FormErrors({next(iter(asked)): say.nobody_chosen()})
    found = {name: hand_over.person_named(work, words) for name, words in typed.items()}
    unknown = {name: say.unknown_to_form(typed[name]) for name, one in found.items() if one is None}
    if unknown:
        return FormErrors(unknown)
    taken: dict[str, tuple[Person, list[Action]]] = {}
    for name, to in found.items():
        if to is not None:
            taken.setdefault(to.name, (to, []))[1].append(asked[name])
    cards = [hand_over.hand_over(work, person, last, to, led) for to, led in taken.values()]
    rest = [action for name, action in asked.items() if name not in typed]
    return Answer(say.each_done(cards, int(last.id), last.name, rest), Placement.REPLACE)


def on_left_vacant(work: UnitOfWork, person: Person, target: Target) -> Form:
    """Asks which post it is."""
    last, actions = hand_over.leaver(work, person, target)
    return say.vacant_form(int(last.id), last.name, actions)


def save_left_vacant(
    work: UnitOfWork, person: Person, target: Target, answers: Mapping[str, str]
) -> Answer | FormErrors:
    """Let the post lead them, which nobody holds: whoever comes to hold it has them with their history."""
    last, actions = hand_over.leaver(work, person, target)
    name = " ".join(answers.get("post", "").split())
    known = work.people.named(name) if name else ()
    if not name or any(not one.is_post for one in known):
        return FormErrors({"post": say.a_persons_name(name) if name else say.nobody_chosen()})
    post = known[0] if known else work.people.add(name, (), is_post=True)
    hand_over.hand_over(work, person, last, post, actions)
    posts.fill(work, person, post, None)
    return Answer(say.left_vacant(actions, last.name, post.name), Placement.REPLACE)


USES: dict[Act, Callable[[UnitOfWork, Person, Target], Answer | Form]] = {
    Act.HAND_EACH: on_each,
    Act.LEFT_VACANT: on_left_vacant,
}
"""What each tap does. The right to run every plan concerned is asked when it happens."""

SAVES: dict[Act, Callable[[UnitOfWork, Person, Target, Mapping[str, str]], Answer | FormErrors]] = {
    Act.HAND_EACH: save_each,
    Act.LEFT_VACANT: save_left_vacant,
}
"""What sending each form does."""
