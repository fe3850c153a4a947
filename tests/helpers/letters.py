"""Fictional letters of every shape. Names are invented; telephone numbers belong to fiction."""

import datetime as dt
from itertools import product

from desktop_app.core.deadlines.model import Deadline
from desktop_app.core.deadlines.procedures import Silence
from desktop_app.core.documents.addresses import recipient_block
from desktop_app.core.documents.model import (
    ComposedParagraph,
    EnclosedPaper,
    LetterDocument,
    Missing,
)
from desktop_app.core.language.typography import BLANK, french
from desktop_app.core.pdf import Pdf
from desktop_app.pages import kit
from desktop_app.pdf.letters.writer import TypstLetters

DAY = dt.date(2026, 11, 24)
NAMES = (
    "Jeanne MARTIN-LEFÈVRE",
    "Đặng Łukasz ŞAHIN-ŒUVRÉ",
    "Marie-Thérèse DE LA TOUR D’AUVERGNE-LAURAGUAIS",
    "O",
    "Ñandú N’DIAYE",
)
RECIPIENTS = {
    3: ("CAF de l’Isère", "3 rue des Alliés", "38051 Grenoble Cedex 9"),
    4: (
        "Madame, Monsieur le Directeur",
        "CAF de l’Isère",
        "3 rue des Alliés",
        "38051 Grenoble Cedex 9",
    ),
    5: (
        "Madame, Monsieur le Président",
        "du conseil départemental de l’Isère",
        "7 rue Fantin-Latour",
        "BP 1096",
        "38022 Grenoble Cedex 1",
    ),
    6: (
        "Commission de recours amiable WWWWWWWW",
        "Service des recours préalables et amia",
        "Bâtiment «\u00a0Les Œillets\u00a0», escalier 12B",
        "1234 boulevard du Maréchal-Foch-Wagram",
        "CS 40125 Hôtel du Département Ouest WW",
        "38024 Saint-Martin-d’Hères Cedex 1 WWW",
    ),
    7: (
        "Office national des pensions",
        "Service international",
        "À l’attention de Mme Dubois",
        "Tour du Midi",
        "Esplanade de l’Europe 1",
        "1060 Bruxelles",
        "Belgique",
    ),
}
FACTS = (
    (
        "Par une décision du 3 novembre 2026, reçue le 5 novembre 2026, la caisse d'allocations "
        "familiales me demande de rembourser 1842,50 € de revenu de solidarité active."
    ),
    "Je conteste cette dette, dans son principe et dans son montant.",
    (
        "J'ai hébergé ma sœur pendant trois mois; elle n'avait aucune ressource. "
        "Nous n'avons jamais partagé nos dépenses. Je l'ai dit à l'accueil dès le 1 février 2026, "
        "à 9h30. Pourquoi n'en a-t-on pas tenu compte? La décision parle de "
        '"vie maritale" : ce n\'est pas le cas.'
    ),
    (
        "Je vous demande :\n- le détail du calcul, mois par mois;\n"
        "- la copie des documents obtenus;\n"
        "- l'arrêt des retenues, qui sont de 50 % de mon allocation."
    ),
    f"Une somme de {BLANK} € a été retenue. Je vous demande de me la rembourser.",
)


def letter(
    *,
    paragraphs: int = 5,
    lines: int = 5,
    name: str = NAMES[0],
    papers: int = 3,
    later: int = 0,
    registered: bool = True,
    signed_for: str = "",
    missing: bool = False,
) -> LetterDocument:
    """Return a composed letter, as ``compose_letter`` makes them."""
    texts = [FACTS[index % len(FACTS)] for index in range(paragraphs)]
    call = "Madame, Monsieur le Président,"
    enclosed = [EnclosedPaper(f"p{n}", f"Relevé de compte n° {n}", n) for n in range(1, papers + 1)]
    following = [EnclosedPaper(f"l{n}", "Quittance de loyer", later=True) for n in range(later)]
    return LetterDocument(
        pack="essai",
        title="Recours contre un indu de RSA",
        sender=(
            name,
            "Résidence Les Œillets, bât. B",
            "12 bis rue de l’Église",
            "38000 Grenoble",
            french("Téléphone : 01 99 00 12 34"),
            french("N° allocataire : 1234567A"),
        ),
        recipient=recipient_block(RECIPIENTS[lines]),
        place="Saint-Étienne",
        day=DAY,
        references=(french("V/Réf. : indu IM3 002, décision du 3 novembre 2026"),),
        subject=french("contestation de la décision du 3 novembre 2026"),
        call=call,
        paragraphs=tuple(
            ComposedParagraph(f"p{n}", french(text), "ce que dit le paragraphe")
            for n, text in enumerate(texts)
        ),
        closing=french(
            f"Je vous prie d'agréer, {call} l'expression de mes salutations distinguées."
        ),
        signature=((signed_for, name) if signed_for else (name,)),
        enclosures=tuple(
            EnclosedPaper(p.id, french(p.text), p.pages, p.later) for p in (*enclosed, *following)
        ),
        request=french("Je conteste la dette de RSA de 1842,50 €."),
        registered=registered,
        missing=(Missing("retenue", "la somme retenue"),) if missing else (),
    )


def letters() -> list[LetterDocument]:
    """Return 35 letters: addresses of 3 to 7 lines, 1 to 40 paragraphs, every name."""
    shapes = product(RECIPIENTS, (1, 2, 5, 7, 9, 18, 32))
    return [
        letter(
            lines=lines,
            paragraphs=paragraphs,
            name=NAMES[(lines + paragraphs) % len(NAMES)],
            papers=(0, 1, 3, 12)[(lines + paragraphs) % 4],
            later=paragraphs % 3,
            registered=paragraphs % 2 == 1,
            signed_for=french("Pour Mme O, par mandat du 3 mars 2026,") if lines == 6 else "",
        )
        for lines, paragraphs in shapes
    ]


def deadline(
    prudent: dt.date | None = dt.date(2026, 12, 31),
    last: dt.date | None = dt.date(2027, 1, 4),
    *,
    date_type: str = "envoi",
    rule: str = "m",
) -> Deadline:
    """Return a deadline as ``compute`` makes them."""
    return Deadline(
        procedure="caf-rapo-rsa",
        count_from=dt.date(2026, 11, 4),
        last_day=last,
        prudent_day=prudent,
        rule=rule,
        date_type=date_type,
        steps=(),
        sources=(),
        warnings=(),
        confidence="haute",
    )


def kit_of(
    writer: TypstLetters,
    document: LetterDocument,
    found: Deadline | None = None,
    silence: Silence | None = None,
) -> Pdf:
    """Return a letter with its kit; without a deadline given, there is one."""
    return writer.kit(document, kit.kit(document, found or deadline(), silence))
