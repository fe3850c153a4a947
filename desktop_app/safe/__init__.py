"""Encrypted storage: people, dossiers, documents and events as records, nothing of forms or Qt.

``door.py`` creates and opens safes; ``store.py`` is an open one; ``FORMAT.md`` describes the files.
Importing this package loads neither SQLCipher nor cryptography.
"""
