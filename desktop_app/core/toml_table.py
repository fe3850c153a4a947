"""What every table of our data files is: packs and the law's tables."""

import msgspec


class TomlTable(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Base of every table: unknown keys are refused, values do not change."""
