"""Why a file could not be read, and what to do about it: each a pair of plain sentences."""

from __future__ import annotations

Refusal = tuple[str, str]
"""Why, and what to do."""

_SAVE_AS = "Save it as Word (.docx), Excel (.xlsx) or CSV, and try again."


def missing(name: str) -> Refusal:
    """No such file."""
    return f'There is no file "{name}".', "Check the name and the folder, and try again."


def empty(name: str) -> Refusal:
    """A file without content."""
    return f'"{name}" is empty.', "Check that it is the right file, and try again."


def too_large(name: str, limit: int) -> Refusal:
    """More bytes than are read, in megabytes."""
    return (
        f'"{name}" is larger than {limit} MB, more than I read.',
        "Save the plan's own table in a file by itself, without pictures, and try again.",
    )


def too_many_rows(limit: int) -> Refusal:
    """More rows than any plan has."""
    return (
        f"The file has more than {limit:,} rows, more than I read.",
        "Save the plan's own table in a file by itself, and try again.",
    )


def too_many_columns(limit: int) -> Refusal:
    """More columns than any plan has."""
    return (
        f"The file has more than {limit} columns, more than I read.",
        "Save the plan's own table in a file by itself, and try again.",
    )


def long_cell(row: int, limit: int) -> Refusal:
    """A cell with more text than Excel itself can hold."""
    return (
        f"Row {row} has a cell of more than {limit:,} characters, more than I read.",
        "Check that it is the right file, and try again.",
    )


def wrong_kind(what: str) -> Refusal:
    """A file of a kind that is not read ("a PDF")."""
    return f"That is {what}, which I cannot read.", _SAVE_AS


def password() -> Refusal:
    """A file that opens only with a password."""
    return (
        "I could not open that file: it is password-protected.",
        "Save a copy without a password, and try again.",
    )


def macros() -> Refusal:
    """A file with macros."""
    return (
        "The file contains macros, so I have not opened it.",
        "Save a copy as .docx or .xlsx, without macros, and try again.",
    )


def unsafe() -> Refusal:
    """A file that unpacks to far more than it is, or hides something in its XML."""
    return (
        "The file does not look like one that a person has made, so I have not opened it.",
        "Open it in Word or Excel, save a fresh copy, and try again.",
    )


def damaged() -> Refusal:
    """A file that is cut short or broken."""
    return (
        "I could not open that file: it is damaged or not complete.",
        "Open it in Word or Excel, save a fresh copy, and try again.",
    )


def formulas() -> Refusal:
    """Formula cells whose results are not in the file."""
    return (
        "Some cells hold formulas whose results are not in the file.",
        "Open it in Excel, save it again, and try again.",
    )


def not_text(name: str) -> Refusal:
    """Bytes that are no text."""
    return f'"{name}" is not a text file.', _SAVE_AS


UNNAMED_MEETING = "Meeting"


def damaged_calendar() -> Refusal:
    """A calendar file that is cut short or broken."""
    return (
        "I could not open that calendar: it is damaged or not complete.",
        "Export it again as .ics, and try again.",
    )


def takes_too_much() -> Refusal:
    """A file that takes more memory or time than any plan does."""
    return (
        "Reading that file takes more memory or time than a plan needs, so I have stopped.",
        "Save the plan's own table in a file by itself, and try again.",
    )
