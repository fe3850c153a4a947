"""Makes the public kit, ``tests/data/safe/kit``: what every reader of safes must say of what.

``python -m tests.safe.kit.bases`` drew the few safes it begins with: once, never again.
``python -m tests.safe.kit`` makes every case of them, always the same bytes.
"""
