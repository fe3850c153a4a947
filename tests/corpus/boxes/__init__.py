"""How many of the places to write on a page are found: truth, noise, what is kept apart, the score.

Any PDF with fields, made flat, is a labelled page (``flatten``); ``noise`` makes scans and
photographs of it; ``split`` keeps a third of the issuers for the end; ``score`` is one rule for
every way of finding (``engines``). ``./start corpus boxes`` prints the tables.
"""
