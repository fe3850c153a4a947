"""The demo form's blank, as it is shipped."""

from desktop_app.datafiles import data_root


def demo_blank() -> bytes:
    """Return our own two-page form, which ``tests/demo_form`` draws."""
    return (data_root("resources") / "demo" / "formulaire-exemple.pdf").read_bytes()
