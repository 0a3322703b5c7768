"""One spelling a person, throughout a document, and everybody it names with their employers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from bot.draft import DraftPerson
from bot.importing.names import NamedLead, is_initials, name_key


class Spellings:
    """How each name is spelt for good: "R. Vale", "R Vale" and the list's "Rose Vale" are one."""

    def __init__(self, names: Iterable[str], listed: Sequence[str], initials: Mapping[str, str]) -> None:
        self._initials = initials
        self._posts: dict[str, str] = {}
        counts = Counter(names)
        groups: dict[tuple[str, str], set[str]] = {}
        for name in [*counts, *listed]:
            if not is_initials(name):
                groups.setdefault(name_key(name), set()).add(name)
        self._final = {
            name: chosen
            for forms in groups.values()
            for name, chosen in _chosen(forms, counts, frozenset(listed)).items()
        }

    def of(self, name: str) -> str:
        """The name as it is kept; initials as the person the document says they are."""
        full = self._initials.get(name, name)
        return self._final.get(full, full)

    def of_post(self, name: str) -> str:
        """The post as it was first written; "Team Managers" are the "Team managers"."""
        return self._posts.setdefault(name.casefold(), name)


def everybody(
    leads: Iterable[NamedLead], listed: Iterable[DraftPerson], spellings: Spellings
) -> tuple[DraftPerson, ...]:
    """Everybody the document names, in order of appearance, with all the employers it gives."""
    found: dict[str, DraftPerson] = {}
    people = [
        *(DraftPerson(lead.name, tuple(filter(None, (lead.organisation,))), lead.is_post) for lead in leads),
        *listed,
    ]
    for person in people:
        name = spellings.of_post(person.name) if person.is_post else spellings.of(person.name)
        known = found.get(name.casefold(), DraftPerson(name, (), person.is_post))
        together = tuple(dict.fromkeys(known.organisations + person.organisations))
        found[name.casefold()] = DraftPerson(known.name, together, known.is_post)
    return tuple(found.values())


def _chosen(forms: set[str], counts: Counter[str], listed: frozenset[str]) -> dict[str, str]:
    """One form for all, unless two of them are clearly different people ("John Vale", "Jane Vale")."""
    if len({form.casefold() for form in forms if _is_specific(form)}) > 1:
        return {form: form for form in forms}
    best = max(sorted(forms), key=lambda form: (form in listed, counts[form], len(form)))
    return dict.fromkeys(forms, best)


def _is_specific(name: str) -> bool:
    """Whether more than one initial is given."""
    words = [word for word in name.split() if word.rstrip(".") not in _TITLES]
    return len(words) > 2 or (len(words) == 2 and len(words[0]) > 1)


_TITLES = frozenset({"Cllr", "Councillor", "Dr", "Prof", "Professor", "Mr", "Mrs", "Ms", "Miss", "Mx", "Rev"})
