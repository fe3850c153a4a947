"""What a reader says: one code (FORMAT.md), and what it says beside it."""


class RefusedError(Exception):
    """Not opened: the code that says why."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code
