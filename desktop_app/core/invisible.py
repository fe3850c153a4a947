"""Characters that are not seen but change what is: control characters, marks of direction.

A name or a title that holds one can look like another; none is ever needed in French, and an
answer loses them when it is read.
"""

import re

INVISIBLE = re.compile(
    r"[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u200b\u200e\u200f"
    r"\u2028-\u202e\u2060\u2066-\u2069\ufeff\ufff9-\ufffb\ud800-\udfff]"
)


def has_invisible(text: str) -> bool:
    """Tell whether a text holds one; line breaks of any system and tabs are no such thing."""
    return INVISIBLE.search(text.replace("\r\n", "\n")) is not None
