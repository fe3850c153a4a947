"""Why what comes on a stick is refused; in every case nothing that was here has changed."""

from desktop_app.core.errors import AppError

# The signature


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


# The archive


class ArchiveNotZip(AppError):
    """Another kind of file."""


class ArchiveCut(AppError):
    """Its end is missing."""


class ArchiveTooBig(AppError):
    """``limit_mb``: of the file."""


class ArchiveTooManyFiles(AppError):
    """``limit``: of files."""


class ArchiveUnpackedTooBig(AppError):
    """``limit_mb``: of all it holds."""


class ArchiveFileTooBig(AppError):
    """``limit_kb``: of one file of that kind."""


class ArchiveSwells(AppError):
    """A file is many times larger than what is in the archive."""


class ArchiveNameOutside(AppError):
    """A name that leads out of the folder, or to the root of a disk."""


class ArchiveNameRefused(AppError):
    """A name that is not plain: capitals, accents, device names, unknown kinds of file."""


class ArchiveNameTwice(AppError):
    """Two files of one name, or of names that some disks hold for one."""


class ArchiveLink(AppError):
    """A link, a folder, a device: not a file."""


class ArchiveLocked(AppError):
    """A file with a password."""


class ArchiveTwoReadings(AppError):
    """It says two things, of which two programs would each read one."""


class ArchiveMethod(AppError):
    """Compressed in a way that is not taken."""


class ArchiveNested(AppError):
    """An archive, or a program, inside the archive."""


class ArchiveDamaged(AppError):
    """Its bytes are not those that it announces."""


# What it delivers


class DeliveryIncomplete(AppError):
    """A file that every delivery has is missing: the list, the description, the key."""


class DeliveryListWrong(AppError):
    """The list of files cannot be read, or names a file twice."""


class DeliveryFileUnlisted(AppError):
    """A file that the list does not name: it was added after the signature."""


class DeliveryFileMissing(AppError):
    """The list names a file that is not there."""


class DeliveryFileWrong(AppError):
    """A file is not the one whose sum was signed."""


class DeliveryNotText(AppError):
    """A text that is not in UTF-8."""


class DeliveryDescription(AppError):
    """The description cannot be read, or says what it may not."""


class DeliveryOtherName(AppError):
    """The signature is of another delivery, or of another version."""


class DeliveryEmpty(AppError):
    """No letter, no form, no law."""


class DeliveryOlder(AppError):
    """Older than what is in place. ``here``, ``there``: versions."""


class DeliveryAlreadyHere(AppError):
    """The very version that is in place. ``here``: the version."""


class DeliveryOfAnother(AppError):
    """A delivery of that name is in place, and another publisher signed it."""


class DeliveryLawRefused(AppError):
    """Law, or words of the search, from others than the publishers of the program."""


class PublisherKeyChanged(AppError):
    """A publisher known here, with another key; or the other way round."""


class NothingToUndo(AppError):
    """No former version is kept, or nothing of that name is in place."""


class UpdateByManager(AppError):
    """On this computer its manager alone puts things in place."""


# A package of the program


class UpdateNoPublisher(AppError):
    """This program was built without the key of any publisher."""


class UpdateKindUnknown(AppError):
    """Signed, but no package that is known."""


class UpdateNotFolder(AppError):
    """The program that runs is no folder that it could replace, or the package is none."""


class UpdateOtherSystem(AppError):
    """A folder for another system, or one that is not whole."""
