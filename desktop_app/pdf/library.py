"""What we use of reportlab, which is imported here alone.

It would import uharfbuzz by itself, which shapes letters for few people and whose start would cost
everyone a third of that of reportlab: we hide it meanwhile (``forms/shaping.py`` imports it).
"""

import sys
from typing import Any

_hidden: dict[str, Any] = {} if "uharfbuzz" in sys.modules else {"uharfbuzz": None}
sys.modules.update(_hidden)
try:
    from reportlab import rl_config
    from reportlab.pdfbase import pdfdoc, pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont, TTFontFile
    from reportlab.pdfgen.canvas import Canvas
finally:
    for _name in _hidden:
        del sys.modules[_name]

__all__ = ["Canvas", "TTFont", "TTFontFile", "pdfdoc", "pdfmetrics", "rl_config"]
