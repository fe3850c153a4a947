"""What the program does on this computer, as its manager chose, and what would be written."""

from desktop_app import i18n
from desktop_app.core.machine import Mode, Proposed
from desktop_app.pages.page import Block, Listed, Page, Text


def now(mode: Mode, file: str) -> Page:
    """Return what the program does today."""
    blocks = (
        Text(_does()[mode]),
        Text(i18n.text("Un gestionnaire le change avec « papier-libre setup », dans {file}.")
             .format(file=file), "hint"),
    )  # fmt: skip
    return Page(_serves()[mode], blocks, ())


def page(told: Proposed) -> Page:
    """Return what was written, or would be."""
    heading = _serves()[told.mode] if told.written else _would()[told.mode]
    blocks: list[Block] = [Text(_does()[told.mode])]
    if told.written:
        blocks.append(Text(i18n.text("C’est écrit et relu : {file}").format(file=told.file)))
        blocks.append(Text(i18n.text("Fermez le programme, puis rouvrez-le sur ce poste.")))
    else:
        blocks.append(Text(i18n.text("Rien n’est écrit. Ce le serait : {file}")
                           .format(file=told.file)))  # fmt: skip
        if told.nearer:
            words = i18n.text("Un autre fichier est lu avant, et décide : {file}. Retirez-le.")
            blocks.append(Text(words.format(file=told.nearer), "error"))
    blocks.append(Listed(tuple(told.text.splitlines())))
    if told.mode == "association":
        words = i18n.text("Ensuite, la personne responsable ouvre « Réglages du bureau ».")
        blocks.append(Text(words, "hint"))
    return Page(heading, tuple(blocks), ())


def _serves() -> dict[Mode, str]:
    return {
        "home": i18n.text("Ce programme sert chez soi"),
        "association": i18n.text("Ce programme sert une association"),
        "public": i18n.text("Ce programme sert sur une borne publique"),
    }


def _would() -> dict[Mode, str]:
    return {
        "home": i18n.text("Ce programme servirait chez soi"),
        "association": i18n.text("Ce programme servirait une association"),
        "public": i18n.text("Ce programme servirait sur une borne publique"),
    }


def _does() -> dict[Mode, str]:
    return {
        "home": i18n.text("Chacun garde ses papiers dans un coffre à lui."),
        "association": i18n.text(
            "Les papiers du bureau sont dans son coffre. Chaque personne qui aide l’ouvre avec sa "
            "propre phrase. Les noms restent cachés jusqu’à un geste."
        ),
        "public": i18n.text("Rien de ce qui est écrit n’est gardé. Il n’y a pas de coffre."),
    }
