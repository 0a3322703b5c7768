"""Every table of the record. Importing this package fills `metadata` completely."""

from storage.tables import (
    absences,
    amendments,
    audit,
    boards,
    closings,
    conversations,
    dated,
    deliveries,
    drafts,
    governance,
    handovers,
    people,
    plans,
    posts,
    protection,
    reach,
    restores,
    versions,
    views,
    workstreams,
)
from storage.tables.declarative import Row

metadata = Row.metadata

__all__ = [
    "absences",
    "amendments",
    "audit",
    "boards",
    "closings",
    "conversations",
    "dated",
    "deliveries",
    "drafts",
    "governance",
    "handovers",
    "metadata",
    "people",
    "plans",
    "posts",
    "protection",
    "reach",
    "restores",
    "versions",
    "views",
    "workstreams",
]
