"""The names of the files of a pack: which there are is told without reading one."""

import re

LETTER_FILE, FORM_FILE = "letter.toml", "form.toml"
PICTURE_NAME = re.compile(r"[a-z0-9][a-z0-9_-]{0,63}\.(?:png|jpg|jpeg)")
"""Of a picture inside a pack: a plain name, so that no path leads out of its folder."""
MAX_BYTES = 256 * 1024
"""Of one text."""
