"""Official forms: filled, proved, printed onto the paper.

``engine.py`` is what the rest of the program calls. What touches the foreign file itself runs in
the child of ``untrusted/``; here are only values, drawings of ours, and judgements.
"""
