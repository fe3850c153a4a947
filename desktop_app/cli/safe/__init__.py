"""``papier-libre safe …``: the encrypted safe from the command line."""

from desktop_app.cli.safe.arguments import register

__all__ = ["register"]
