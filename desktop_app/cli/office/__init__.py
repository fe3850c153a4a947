"""``papier-libre office …``: what an association's office does, from the command line."""

from desktop_app.cli.office.arguments import register

__all__ = ["register"]
