"""What a refusal says on the command line beside its sentence: with which command it is mended."""

from collections.abc import Mapping

from desktop_app import i18n

HOW_TO = {
    "pdf-encrypted": "password-by-descriptor",
    "safe-damaged": "restore-by-command",
    "safe-damaged-no-backup": "export-by-command",
    "keys-damaged": "restore-by-command",
    "kdf-refused": "restore-by-command",
    "document-damaged": "restore-by-command",
    "slot-removed": "rotate-by-command",
    "keys-older-accepted": "read-by-command",
    "keys-unknown-accepted": "read-by-command",
    "key-shown": "read-by-command",
    "keys-listed": "read-by-command",
    "keys-change-cut": "read-by-command",
    "added-passphrase": "read-by-command",
    "added-recovery-words": "read-by-command",
    "added-keyring": "read-by-command",
    "added-key-file": "read-by-command",
    "changed-passphrase": "seen-by-command",
    "changed-recovery-words": "seen-by-command",
    "changed-keyring": "seen-by-command",
    "removed-passphrase": "seen-by-command",
    "removed-recovery-words": "seen-by-command",
    "removed-keyring": "seen-by-command",
    "removed-key-file": "seen-by-command",
    "safe-older-than-seen": "seen-by-command",
    "safe-other-than-seen": "seen-by-command",
    "pages-mixed": "repair-by-command",
    "safe-older": "accept-older-by-command",
    "safe-locked-elsewhere": "take-over-by-command",
    "not-in-safe": "list-by-command",
    "key-not-in-safe": "keys-by-command",
    "several-match": "list-by-command",
}
"""Sentence of a refusal or a notice -> what is done about it on the command line only."""


def told(wording: str, parameters: Mapping[str, object]) -> str:
    """Return a sentence, then the command that mends it when there is one."""
    sentence = i18n.sentence(wording, parameters)
    if wording in HOW_TO:
        sentence += " " + i18n.sentence(HOW_TO[wording], parameters)
    return sentence
