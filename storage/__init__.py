"""The record: what the partnership's bot keeps, in SQLite or PostgreSQL. Rows never leave this package."""

from storage.record import Record

__all__ = ["Record"]
