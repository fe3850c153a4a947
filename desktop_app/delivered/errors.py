"""Why what comes on a stick is refused; in every case nothing that was here has changed."""

from desktop_app.core.errors import AppError


class NotSigned(AppError):
    """No signature beside the file, or in the archive."""


class SignatureUnreadable(AppError):
    """A signature that is not in the format of minisign, or was cut."""


class SignatureLegacy(AppError):
    """The former kind of minisign, whose bytes are not hashed first: not taken."""


class SignatureOfAnother(AppError):
    """Signed with another key than the one that is expected."""


class SignatureWrong(AppError):
    """The bytes are not those that were signed."""


class SignatureCommentWrong(AppError):
    """The name and version beside the signature were changed after it was made."""


class KeyUnreadable(AppError):
    """Not a key of minisign, or a damaged one."""


class KeyLocked(AppError, exit_status=4):
    """A signing key whose password is wrong, or was not given."""
