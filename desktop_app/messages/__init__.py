"""Words for every error, warning and step code: plain French, the msgid of the catalogues.

One module per area, each a dict ``MESSAGES``: code -> sentence, or (singular, plural) chosen by
the parameter ``n``. A sentence is kind and precise, says what to do next, and never repeats what a
person typed. ``desktop_app/i18n.py`` translates and formats them.
"""
