"""The boxes of the demo form: one row each, read by what draws it and by what makes its fields.

Positions are points from the lower left of an A4 page (595 x 842).
"""

from dataclasses import dataclass
from typing import Literal

PAGE_WIDTH, PAGE_HEIGHT = 595.0, 842.0
LEFT, RIGHT = 42.0, 553.0
LINE = 17.0  # height of a one-line box

Kind = Literal[
    "text", "comb", "multiline", "tick", "radio", "states", "combo", "list", "signature", "button"
]
Align = Literal["left", "center", "right"]
Box = tuple[float, float, float, float]  # x, y, width, height
Place = tuple[float, float, float]  # x, y, width


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a field shows on paper; ``state`` is the on-state of a box to tick."""

    page: int
    box: Box
    state: str = ""
    label: str = ""


@dataclass(frozen=True, slots=True)
class Field:
    """One field.

    Attributes:
        name: qualified name, its parts joined by dots.
        label: what the paper says above the box, or beside it for a box to tick.
        spots: one, or several for choices and for a value repeated on the second page.
        length: characters at most, and cells of a comb; 0 when not limited.
        options: for lists, pairs (value sent, words shown).
        tooltip: what a screen reader says, where the label alone would not be clear.
    """

    name: str
    kind: Kind
    label: str
    spots: tuple[Spot, ...]
    length: int = 0
    align: Align = "left"
    read_only: bool = False
    value: str = ""
    options: tuple[tuple[str, str], ...] = ()
    tooltip: str = ""


@dataclass(frozen=True, slots=True)
class Heading:
    """A coloured bar that opens a section; ``y`` is the bottom of the bar."""

    page: int
    y: float
    text: str
    reserved: bool = False


def line(name: str, label: str, page: int, at: Place, **more: object) -> Field:
    """Make a one-line text box."""
    x, y, width = at
    return Field(name, "text", label, (Spot(page, (x, y, width, LINE)),), **more)  # type: ignore[arg-type]


def comb(name: str, label: str, page: int, at: Place, cells: int, *, tooltip: str = "") -> Field:
    """Make a box divided into cells, one character each."""
    x, y, width = at
    return Field(name, "comb", label, (Spot(page, (x, y, width, LINE)),), cells, tooltip=tooltip)


def tick_box(page: int, x: float, y: float, state: str = "Oui", label: str = "") -> Spot:
    """Make the small square of a box to tick."""
    return Spot(page, (x, y, 11.0, 11.0), state, label)


def euros(name: str, label: str, page: int, at: Place) -> Field:
    """Make a box for an amount, aligned on the right."""
    return line(name, label, page, at, align="right", length=12)


def child(number: int, y: float) -> tuple[Field, Field]:
    """Make the two boxes of one child; the first row carries the heads of the columns."""
    name, birth = ("Nom et prénom des enfants", "Date de naissance") if number == 1 else ("", "")
    group = f"foyer.enfant_{number}"
    return (
        line(f"{group}.nom", name, 1, (42, y, 400), tooltip=f"Enfant {number} : nom et prénom"),
        line(
            f"{group}.naissance",
            birth,
            1,
            (453, y, 100),
            align="center",
            tooltip=f"Enfant {number} : date de naissance",
        ),
    )


HEADINGS = (
    Heading(1, 690, "1   Vous"),
    Heading(1, 384, "2   Votre foyer"),
    Heading(1, 190, "3   Votre demande"),
    Heading(2, 724, "4   Pourquoi vous demandez cette aide"),
    Heading(2, 530, "5   Votre budget d’un mois"),
    Heading(2, 378, "6   Papiers joints et versement"),
    Heading(2, 252, "7   Votre signature"),
    Heading(2, 102, "Cadre réservé au service", reserved=True),
)

YOU = (
    Field(
        "demandeur.civilite",
        "radio",
        "Civilité",
        (
            tick_box(1, 42, 656, "madame", "Madame"),
            tick_box(1, 130, 656, "monsieur", "Monsieur"),
        ),
    ),
    Field(
        "demandeur.nom",
        "text",
        "Nom de naissance",
        (Spot(1, (42, 614, 250, LINE)), Spot(2, (42, 756, 250, LINE))),
    ),
    line("demandeur.nom_usage", "Nom d’usage, s’il est différent", 1, (303, 614, 250)),
    Field(
        "demandeur.prenoms",
        "text",
        "Prénoms",
        (Spot(1, (42, 576, 250, LINE)), Spot(2, (303, 756, 250, LINE))),
    ),
    comb(
        "demandeur.naissance.jour",
        "Date de naissance : jour, mois, année",
        1,
        (303, 576, 36),
        2,
        tooltip="Date de naissance : jour",
    ),
    comb("demandeur.naissance.mois", "", 1, (347, 576, 36), 2, tooltip="Date de naissance : mois"),
    comb(
        "demandeur.naissance.annee", "", 1, (391, 576, 72), 4, tooltip="Date de naissance : année"
    ),
    line("demandeur.naissance.lieu", "Ville et pays de naissance", 1, (42, 538, 250)),
    comb("demandeur.securite_sociale", "Numéro de sécurité sociale", 1, (303, 538, 250), 15),
    line("demandeur.adresse", "Adresse : numéro et rue", 1, (42, 500, 511)),
    comb("demandeur.code_postal", "Code postal", 1, (42, 462, 90), 5),
    line("demandeur.commune", "Commune", 1, (143, 462, 200)),
    comb("demandeur.telephone", "Téléphone", 1, (354, 462, 199), 10),
    line("demandeur.courriel", "Courriel", 1, (42, 424, 301)),
    line("demandeur.allocataire", "Numéro d’allocataire Caf", 1, (354, 424, 199), length=8),
)

HOUSEHOLD = (
    Field(
        "foyer.situation",
        "states",
        "Vous vivez",
        (
            tick_box(1, 42, 350, "seul", "seul ou seule"),
            tick_box(1, 168, 350, "couple", "en couple"),
            tick_box(1, 294, 350, "separe", "séparé ou séparée"),
            tick_box(1, 420, 350, "veuf", "veuf ou veuve"),
        ),
    ),
    line("foyer.enfants", "Enfants à charge", 1, (42, 308, 78), align="center", length=2),
    Field(
        "foyer.logement",
        "combo",
        "Logement",
        (Spot(1, (131, 308, 212, LINE)),),
        options=(
            ("locataire", "Locataire"),
            ("heberge", "Hébergé ou hébergée"),
            ("proprietaire", "Propriétaire"),
            ("sans", "Sans logement"),
        ),
    ),
    euros("foyer.loyer", "Loyer du mois, en euros", 1, (354, 308, 199)),
    *child(1, 270),
    *child(2, 248),
    *child(3, 226),
)

REQUEST = (
    Field(
        "demande.aides",
        "list",
        "Aides demandées (plusieurs choix possibles)",
        (Spot(1, (42, 78, 250, 92)),),
        options=(
            ("energie", "Énergie : électricité, gaz, bois"),
            ("loyer", "Loyer ou charges"),
            ("alimentation", "Alimentation"),
            ("sante", "Santé, lunettes, dents"),
            ("transport", "Transport"),
            ("cantine", "Cantine scolaire"),
        ),
    ),
    euros("demande.montant", "Montant demandé, en euros", 1, (303, 153, 250)),
    Field(
        "demande.deja_recue",
        "radio",
        "Avez-vous déjà reçu cette aide cette année ?",
        (tick_box(1, 303, 118, "oui", "Oui"), tick_box(1, 391, 118, "non", "Non")),
    ),
    Field(
        "demande.motif",
        "multiline",
        "Expliquez votre situation avec vos mots",
        (Spot(2, (42, 564, 511, 140)),),
    ),
)

BUDGET = (
    euros("budget.salaires", "Salaires, chômage, retraite", 2, (42, 492, 250)),
    euros("budget.prestations", "Prestations de la Caf ou de la MSA", 2, (42, 454, 250)),
    euros("budget.autres_ressources", "Autres ressources", 2, (42, 416, 250)),
    euros("budget.energie", "Énergie, eau, téléphone", 2, (303, 492, 250)),
    euros("budget.assurances", "Assurances, transport, cantine", 2, (303, 454, 250)),
    euros("budget.credits", "Crédits et dettes", 2, (303, 416, 250)),
)

PAPERS = (
    Field("pieces.identite", "tick", "Copie de la pièce d’identité", (tick_box(2, 42, 356),)),
    Field("pieces.ressources", "tick", "Justificatifs de ressources", (tick_box(2, 303, 356),)),
    Field("pieces.facture", "tick", "Facture ou quittance", (tick_box(2, 42, 334),)),
    Field("pieces.rib", "tick", "Relevé d’identité bancaire", (tick_box(2, 303, 334),)),
    comb("versement.iban", "IBAN du compte où verser l’aide", 2, (42, 292, 511), 27),
)

SIGNING = (
    Field(
        "engagement.exact",
        "tick",
        "Je certifie que ces renseignements sont exacts.",
        (tick_box(2, 42, 228),),
    ),
    line("engagement.lieu", "Fait à", 2, (42, 186, 158)),
    line("engagement.date", "le", 2, (211, 186, 81), align="center", length=10),
    Field("engagement.signature", "signature", "Signature", (Spot(2, (303, 136, 250, 80)),)),
    line("service.dossier", "Numéro de dossier", 2, (42, 64, 158), read_only=True, value="EXEMPLE"),
    line("service.decision", "Décision", 2, (211, 64, 212)),
    Field("effacer", "button", "Effacer les réponses", (Spot(2, (434, 64, 119, LINE)),)),
)

FIELDS: tuple[Field, ...] = (*YOU, *HOUSEHOLD, *REQUEST, *BUDGET, *PAPERS, *SIGNING)
