"""`python -m tests.demo_form.build`: our own two-page form, as the program ships it.

It is what an official form is made of, with nothing official in it.

It serves the demonstration and the tests, because official PDFs are never shipped. Every kind of
field is there and real; its look is that of a French administrative form, and each page says that
it is an example.
"""

from pathlib import Path

from tests.demo_form.acroform import with_fields
from tests.demo_form.art import draw_pages

SHIPPED = Path(__file__).parents[2] / "resources" / "demo" / "formulaire-exemple.pdf"


def build_demo_form() -> bytes:
    """Return the blank form as a PDF of two A4 pages; the same bytes at each call."""
    return with_fields(draw_pages())


if __name__ == "__main__":
    SHIPPED.write_bytes(build_demo_form())
