"""The history of the schema; `storage.schema` applies it."""
