"""Our own two-page form: what an official form is made of, with nothing official in it.

It serves the demonstration and the tests, because official PDFs are never shipped. Every kind of
field is there and real; its look is that of a French administrative form, and each page says that
it is an example.
"""

from desktop_app.pdf.demo_form_acroform import with_fields
from desktop_app.pdf.demo_form_art import draw_pages

__all__ = ["build_demo_form"]


def build_demo_form() -> bytes:
    """Return the blank form as a PDF of two A4 pages; the same bytes at each call."""
    return with_fields(draw_pages())
