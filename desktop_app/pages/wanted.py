"""What asks for a file, on whatever page, and why one that is given cannot be taken."""

from collections.abc import Mapping

from desktop_app import i18n
from desktop_app.pages import destinations as to
from desktop_app.pages.page import Text

ENDINGS: Mapping[to.FileKind, tuple[str, ...]] = {
    "pdf": (".pdf",),
    "image": (".png", ".jpg", ".jpeg"),
    "paper": (".pdf", ".png", ".jpg", ".jpeg"),
    "backup": (".zip",),
    "delivery": (".zip", ".deb", ".msi", ".xz"),
    "figures": (".toml",),
    "model": (".docx", ".odt"),
    "table": (".xlsx", ".csv", ".txt", ".tsv"),
}


def blank() -> to.OpenFile:
    """Return what asks for an empty form."""
    return to.OpenFile("blank", i18n.text("Où est le formulaire vide ?"), "pdf")


def form() -> to.OpenFile:
    """Return what asks for an empty form, of which one may have but a photo."""
    return to.OpenFile("blank", i18n.text("Où est le formulaire vide ?"), "paper")


def letter() -> to.OpenFile:
    """Return what asks for a letter received."""
    return to.OpenFile("letter", i18n.text("Où est la lettre ?"), "paper")


def picture() -> to.OpenFile:
    """Return what asks for an image: a logo, a signature."""
    return to.OpenFile("picture", i18n.text("Quelle image ?"), "image")


def which_safe() -> to.PickFolder:
    """Return what asks for the folder of a safe."""
    return to.PickFolder("safe", i18n.text("Où est le coffre ?"))


def may_drop() -> Text:
    """Return what stands beside whatever asks for a file."""
    return Text(i18n.text("Vous pouvez aussi déposer le fichier sur cette page."), "hint")


def fits(kind: to.FileKind, path: str) -> bool:
    """Tell whether a file is of the kind that is asked, by the end of its name."""
    return path.lower().endswith(ENDINGS[kind])


def not_wanted(kind: to.FileKind) -> str:
    """Return why a file cannot be taken."""
    return {
        "pdf": i18n.text("Ce fichier n’est pas un PDF. Choisissez un fichier PDF."),
        "image": i18n.text("Ce fichier n’est pas une image (PNG ou JPEG). Choisissez une image."),
        "paper": i18n.text("Ce fichier n’est ni une photo (JPEG, PNG) ni un PDF."),
        "backup": i18n.text("Ce fichier n’est pas une sauvegarde (.zip)."),
        "delivery": i18n.text(
            "Ce fichier n’est ni une livraison de modèles, ni une version du programme."
        ),
        "figures": i18n.text("Ce fichier ne dit pas quoi compter (.toml)."),
        "table": i18n.text("Ce fichier n’est pas une liste (.xlsx ou .csv)."),
        "model": i18n.text("Ce fichier n’est pas un modèle de traitement de texte (.docx, .odt)."),
    }[kind]


def several() -> str:
    """Return why several files cannot be taken."""
    return i18n.text("Un seul fichier à la fois. Déposez celui qu’il faut.")


def no_file() -> str:
    """Return why what was dropped, or typed, cannot be taken."""
    return i18n.text("Ce n’est pas un fichier de cet ordinateur. Enregistrez-le d’abord.")
