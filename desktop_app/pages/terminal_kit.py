"""The manager's page of a public terminal: what the computer itself keeps, until it is told not to.

One sheet, printed once. It says what was decided of the terminal, and what no program can do: the
queue of the printer, hibernation, what is exchanged with the disk, the account, the start.
"""

from decimal import Decimal

from desktop_app import i18n
from desktop_app.core.documents.sheet import Sheet
from desktop_app.core.terminal import Terminal
from desktop_app.pages.page import Beside, Block, Listed, Page, Text
from desktop_app.pages.paper import Options, sheet

SMALL = 10
"""Points: all of it on one sheet, for who manages computers."""


SESSION_FILE = "/usr/share/xsessions/borne.desktop"
SESSION = ("[Desktop Entry]", "Name=Borne", "Exec=papier-libre terminal", "Type=Application")
"""A session that the screen of login offers, and that holds nothing but the program: what the
Desktop Entry Specification asks of such a file (a type, a name, what is run)."""


def terminal_kit(terminal: Terminal) -> Sheet:
    """Return the page on paper."""
    use = i18n.text("Pour qui gère la borne")
    return sheet(lambda: page(terminal), "terminal", use, options=Options(size=SMALL))


def written(file: str) -> str:
    """Return what is said once it is written."""
    return i18n.text("La page du gestionnaire est écrite : {file}").format(file=file)


def page(terminal: Terminal) -> Page:
    """Return the page."""
    blocks: tuple[Block, ...] = (
        Text(
            i18n.text(
                "Le programme n’écrit rien, et s’efface à chaque séance. L’ordinateur, lui, garde "
                "des traces. Cochez chaque ligne : une dizaine de minutes."
            )
        ),
        Text(i18n.text("Cette borne"), "subheading"),
        *map(Text, decided(terminal)),
        Beside(
            (Text("Linux", "subheading"), Listed(linux())),
            (Text("Windows", "subheading"), Listed(windows())),
        ),
        Text(i18n.text("Ensuite"), "subheading"),
        Listed(then()),
    )
    return Page(i18n.text("Régler une borne publique"), blocks, ())


def decided(terminal: Terminal) -> tuple[str, ...]:
    """Return what was decided of the terminal, a sentence a line."""
    told = [
        i18n.text("Prix d’une page : {price}.").format(
            price=i18n.amount(Decimal(terminal.price) / 100)
        )
        if terminal.price
        else i18n.text("Prix d’une page : aucun n’est dit."),
        i18n.plural("Séance : {n} minute.", "Séance : {n} minutes.", terminal.minutes)
        if terminal.minutes
        else i18n.text("Séance : sans limite de temps."),
        i18n.text("Langues : {languages}.").format(
            languages=", ".join(map(i18n.own_name, terminal.languages or i18n.languages()))
        ),
    ]
    if terminal.openings:
        hours = ", ".join(map(str, terminal.openings))
        told.append(i18n.text("Ouverture (1 est lundi) : {hours}.").format(hours=hours))
    if terminal.printers:
        names = ", ".join(terminal.printers)
        told.append(i18n.text("Imprimantes permises : {names}.").format(names=names))
    return tuple(told)


def linux() -> tuple[str, ...]:
    """Return what is set on Linux."""
    return (
        i18n.text(
            "Compte : un utilisateur « borne » sans droits, ouvert tout seul au démarrage (réglage "
            "de l’écran de connexion). Son dossier en mémoire, dans /etc/fstab : {line}"
        ).format(line="tmpfs dossier tmpfs size=64m,uid=borne,mode=700 0 0"),
        i18n.text("Mode, en gestionnaire : {command}. Le fichier reste à root.").format(
            command="papier-libre setup --public"
        ),
        i18n.text(
            "Démarrage : la session « borne » ne lance que lui ; il revient seul après un arrêt. "
            "Écrivez dans {file} ces quatre lignes, puis choisissez cette session pour le compte : "
            "{lines}"
        ).format(file=SESSION_FILE, lines=" · ".join(SESSION)),
        i18n.text("File d’impression, dans /etc/cups/cupsd.conf : {lines}").format(
            lines="PreserveJobFiles No · PreserveJobHistory No"
        ),
        i18n.text("Veille prolongée : {command}").format(
            command="systemctl mask hibernate.target hybrid-sleep.target "
            "suspend-then-hibernate.target"
        ),
        i18n.text(
            "Fichier d’échange : éteint (swapoff -a, ligne ôtée de /etc/fstab), ou chiffré "
            "(/etc/crypttab, clé tirée à chaque démarrage)."
        ),
        i18n.text("Pannes, dans /etc/systemd/coredump.conf : {line}").format(line="Storage=none"),
        i18n.text("Clés USB : montées seules dans /media ou /run/media, sans ouvrir de fenêtre."),
    )


def windows() -> tuple[str, ...]:
    """Return what is set on Windows."""
    return (
        i18n.text(
            "Compte : un utilisateur standard « borne », ouvert tout seul au démarrage, sans mot "
            "de passe d’administrateur."
        ),
        i18n.text("Mode, en administrateur : {command}").format(
            command="papier-libre setup --public"
        ),
        i18n.text(
            "Démarrage : une tâche planifiée « à l’ouverture de session » de ce compte lance "
            "{command}. Il revient seul après un arrêt."
        ).format(command="papier-libre terminal"),
        i18n.text(
            "File d’impression : propriétés de l’imprimante, Avancé, décochez « Conserver les "
            "documents imprimés »."
        ),
        i18n.text("Veille prolongée : {command}").format(command="powercfg /h off"),
        i18n.text("Fichier d’échange chiffré : {command}").format(
            command="fsutil behavior set encryptpagingfile 1"
        ),
        i18n.text(
            "Presse-papiers : coupez son historique (Paramètres, Système, Presse-papiers) et "
            "l’envoi à d’autres appareils."
        ),
        i18n.text("Pannes : désactivez le service « Rapport d’erreurs Windows » (WerSvc)."),
    )


def then() -> tuple[str, ...]:
    """Return what comes once all is set."""
    return (
        i18n.text(
            "Vérifiez : {command}. Une séance d’essai est écrite, finie, puis cherchée partout."
        ).format(command="papier-libre self-test --public"),
        i18n.text(
            "Mises à jour : par une clé USB, en gestionnaire : {command}. La borne n’ouvre aucune "
            "connexion."
        ).format(command="papier-libre update FICHIER"),
        i18n.text(
            "Ce que personne n’efface : ce que l’imprimante garde elle-même, et la clé USB d’un "
            "lecteur."
        ),
    )
