"""The screens, by the name that the navigator knows them by; each is imported when first shown."""

import importlib
from typing import Any

from desktop_app.gui.context import Context
from desktop_app.gui.widgets.page import Page

# name -> "module:class"; the class takes the context, then the parameters given to ``go``.
SCREENS: dict[str, str] = {
    "accueil": "desktop_app.gui.screens.accueil.view:Accueil",
    "coffre": "desktop_app.gui.screens.coffre.view:coffre",
    "personnes": "desktop_app.gui.screens.personnes.view:Personnes",
    "personne": "desktop_app.gui.screens.personnes.one:PersonScreen",
    "documents": "desktop_app.gui.screens.documents.view:Documents",
    "foyer": "desktop_app.gui.screens.personnes.household:HouseholdScreen",
    "acte": "desktop_app.gui.screens.dossier.act:ActScreen",
    "dossier": "desktop_app.gui.screens.dossier.view:DossierScreen",
    "corbeille": "desktop_app.gui.screens.documents.bin:BinScreen",
    "papier": "desktop_app.gui.screens.documents.paper:Paper",
    "semaine": "desktop_app.gui.screens.semaine.view:Semaine",
    "pdf": "desktop_app.gui.screens.pdf.view:OpenPdf",
    "cases": "desktop_app.gui.screens.cases.view:Boxes",
    "trop-tard": "desktop_app.gui.screens.trop_tard.view:TooLateScreen",
    "quel-delai": "desktop_app.gui.screens.quel_delai.view:WhichDelay",
    "urgent": "desktop_app.gui.screens.urgent.view:UrgentScreen",
    "trouver": "desktop_app.gui.screens.trouver.view:Trouver",
    "questions": "desktop_app.gui.screens.questions.view:Questions",
    "toutes-les-questions": "desktop_app.gui.screens.questions.whole:WholeQuestions",
    "sur-la-page": "desktop_app.gui.screens.sur_la_page.view:OnPage",
    "apercu": "desktop_app.gui.screens.apercu.view:PaperSoFar",
    "verifier": "desktop_app.gui.screens.verifier.view:Verifier",
    "formulaire": "desktop_app.gui.screens.formulaire.view:FormScreen",
    "document": "desktop_app.gui.screens.document.view:DocumentScreen",
    "imprimer": "desktop_app.gui.screens.imprimer.view:PrintScreen",
    "suite": "desktop_app.gui.screens.suite.view:SuiteScreen",
    "modeles": "desktop_app.gui.screens.modeles.view:Models",
    "reprendre-modele": "desktop_app.gui.screens.modeles.taking_up:taking_up",
    "editeur": "desktop_app.gui.screens.editeur.reading:editor",
    "ma-version": "desktop_app.gui.screens.ma_version.opening:own_letter",
    "reglages": "desktop_app.gui.screens.reglages.view:SettingsScreen",
    "affichage": "desktop_app.gui.screens.reglages.tools:BarScreen",
    "langue": "desktop_app.gui.screens.reglages.language:LanguageScreen",
    "fermer": "desktop_app.gui.screens.fin.closing:ClosingScreen",
    "fin": "desktop_app.gui.screens.fin.view:EndScreen",
    "aide": "desktop_app.gui.screens.aide.view:Help",
}


def make(context: Context, name: str, /, **parameters: Any) -> Page:
    """Build a screen."""
    module, _, class_name = SCREENS[name].partition(":")
    page: Page = getattr(importlib.import_module(module), class_name)(context, **parameters)
    return page
