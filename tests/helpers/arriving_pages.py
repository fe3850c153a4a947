"""Pages of what comes on a stick: asked, shown, placed, undone."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from typing import Literal

from desktop_app.core.deadlines.procedures import Delay, Silence
from desktop_app.core.deadlines.tables import Amount
from desktop_app.core.delivery import Installed, PackDelivery, ProgramDelivery, Publisher, Standing
from desktop_app.pages import about, arriving
from desktop_app.pages.page import Page
from desktop_app.workflow.packs.arriving import (
    Arrived,
    Changes,
    Moved,
    MovedAmount,
    MovedDelay,
    MovedSilence,
    age,
)
from tests.helpers.moved_days import moved_days

MADE_ON = dt.date(2026, 12, 1)
WORDS = ("abeille", "bateau", "citron", "dauphin", "école", "fusée")
PLACED = Installed(
    "lettres", "Lettres d’essai", "Association Essai", "2026.12", MADE_ON, "/une", False, "2026.11"
)


def amount(value: float) -> Amount:
    """Return a sum that the law sets."""
    return Amount(
        id="essai", title="Le montant de l’essai", value=value, per="mois", since=MADE_ON,
        basis="essai", sources=("ESSAI",), seen_on=MADE_ON, confidence="haute",
    )  # fmt: skip


CHANGES = Changes(
    new=("Demander un essai",),
    changed=tuple(f"Contester le refus n° {number}" for number in range(20)),
    gone=("Une ancienne lettre",),
    addresses=(
        Moved("Maison de la retraite", "1 rue Haute 75000 Paris", "2 rue Basse 75000 Paris"),
        Moved("Bureau des essais", "", "3 rue Neuve 42000 Saint-Étienne"),
        Moved("Bureau fermé", "4 rue Vieille 42000 Saint-Étienne", ""),
    ),
    delays=(
        MovedDelay("Contester l’essai", Delay(value=2, unit="mois"), Delay(value=1, unit="mois")),
        MovedDelay("Demander l’essai", None, Delay(value=15, unit="jours")),
    ),
    silences=(
        MovedSilence(
            "Contester l’essai",
            (Silence(value=2, unit="mois", effect="rejet", meaning="rejet"),),
            (Silence(value=4, unit="mois", effect="acceptation", meaning="accord"),),
        ),
    ),
    amounts=(
        MovedAmount("Le montant de l’essai", amount(646.52), amount(650)),
        MovedAmount("Un montant nouveau", None, amount(12.5)),
    ),
    rules=("Écrire au médiateur",),
)


def arrived(standing: Standing, changes: Changes = CHANGES, former: str = "2026.11") -> Arrived:
    """Return a delivery that waits for an answer."""
    publisher = Publisher("Association Essai", WORDS, standing)
    delivery = PackDelivery(
        "lettres", "Lettres d’essai", publisher, "2026.12", MADE_ON, former, {}, "RW"
    )
    return Arrived(delivery, "/une", changes)


def arriving_pages() -> Iterator[tuple[str, Page]]:
    """Yield them by a name that says which."""
    for may_change in (True, False):
        yield f"arriving, {may_change=}", arriving.page(may_change=may_change)
        contained = replace(PLACED, ours=True, used=False)
        blocks = arriving.placed((PLACED, contained), may_change=may_change)
        yield f"arriving: placed, {may_change=}", Page("", blocks, ())
    yield "arriving: nothing placed", Page("", arriving.placed((), may_change=True), ())
    standings: tuple[Standing, ...] = ("ours", "known", "new")
    for standing in standings:
        yield f"arriving: shown, {standing}", arriving.arrived(arrived(standing))
    same = arrived("known", Changes(), "")
    yield "arriving: the same texts", arriving.arrived(same)
    yield "arriving: dossiers", arriving.arrived(same, tuple(moved_days()))
    yield "arriving: done", arriving.done(same)
    yield "arriving: undone", arriving.undone(PLACED)
    yield "arriving: signed", arriving.signed("/une/lettres.zip")
    kinds: tuple[Literal["folder", "deb", "msi"], ...] = ("folder", "deb", "msi")
    for kind in kinds:
        found = ProgramDelivery(
            kind, "papier-libre_0.2.0_amd64.deb", Publisher("Association Essai", WORDS, "ours"),
            "0.2.0", MADE_ON, "Plus rapide.\nDe nouvelles lettres." if kind == "deb" else "",
            "/une", b"",
        )  # fmt: skip
        for replaces in (True, False):
            page = arriving.program(found, "0.1.0", replaces=replaces)
            yield f"arriving: program, {kind}, {replaces=}", page
    for beside in (True, False):
        yield f"arriving: replaced, {beside=}", arriving.program_done(found, "/une", beside=beside)
    yield "arriving: program undone", arriving.program_undone("/une")
    for today in (dt.date(2026, 1, 1), MADE_ON, dt.date(2027, 1, 1), dt.date(2027, 9, 1)):
        yield f"about, {today}", about.page(age("0.2.0", MADE_ON, today))
    asked = arriving.to_undo(PLACED)
    yield "arriving: sure?", Page("", (), (), problem=asked)
