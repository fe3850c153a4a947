"""The screens, by the destination that each shows; each is imported when first shown."""

import importlib

from desktop_app.gui.context import Context
from desktop_app.gui.widgets.page import Page
from desktop_app.pages import destinations as to

# destination -> "module:class"; the class takes the context, then the destination.
SCREENS: dict[type[to.Destination], str] = {
    to.Home: "desktop_app.gui.screens.accueil.view:Accueil",
    to.SafeHome: "desktop_app.gui.screens.coffre.view:safe_page",
    to.OpenSafe: "desktop_app.gui.screens.coffre.view:safe_page",
    to.NewPhrase: "desktop_app.gui.screens.coffre.view:safe_page",
    to.PhraseBack: "desktop_app.gui.screens.coffre.view:safe_page",
    to.SecondKey: "desktop_app.gui.screens.coffre.view:safe_page",
    to.Endangered: "desktop_app.gui.screens.coffre.view:safe_page",
    to.KeepNoMore: "desktop_app.gui.screens.coffre.view:safe_page",
    to.WaysIn: "desktop_app.gui.screens.coffre.view:safe_page",
    to.NewKey: "desktop_app.gui.screens.coffre.view:safe_page",
    to.WhoUses: "desktop_app.gui.screens.coffre.who_uses:WhoUses",
    to.RecoverySheet: "desktop_app.gui.screens.coffre.view:safe_page",
    to.AskBack: "desktop_app.gui.screens.coffre.view:safe_page",
    to.ChangePhrase: "desktop_app.gui.screens.coffre.view:safe_page",
    to.RepairSafe: "desktop_app.gui.screens.coffre.view:safe_page",
    to.TakeOut: "desktop_app.gui.screens.coffre.view:safe_page",
    to.Restore: "desktop_app.gui.screens.coffre.view:safe_page",
    to.People: "desktop_app.gui.screens.personnes.view:Personnes",
    to.Person: "desktop_app.gui.screens.personnes.one:PersonScreen",
    to.NewPerson: "desktop_app.gui.screens.personnes.new:NewPersonScreen",
    to.Record: "desktop_app.gui.screens.personnes.record:RecordScreen",
    to.Documents: "desktop_app.gui.screens.documents.view:Documents",
    to.Household: "desktop_app.gui.screens.personnes.household:HouseholdScreen",
    to.RecordEvent: "desktop_app.gui.screens.dossier.act:ActScreen",
    to.AddPapers: "desktop_app.gui.screens.dossier.add_papers:AddPapers",
    to.Dossier: "desktop_app.gui.screens.dossier.view:DossierScreen",
    to.Bin: "desktop_app.gui.screens.documents.bin:BinScreen",
    to.StoredDocument: "desktop_app.gui.screens.documents.paper:Paper",
    to.OfficeModels: "desktop_app.gui.screens.bureau.models:ModelsOfOffice",
    to.Office: "desktop_app.gui.screens.bureau.settings:OfficeScreen",
    to.OfficeHelper: "desktop_app.gui.screens.bureau.helper:HelperScreen",
    to.HelperPhrase: "desktop_app.gui.screens.bureau.helper:HelperPhrase",
    to.GoOnAs: "desktop_app.gui.screens.bureau.going_on:GoOnScreen",
    to.OfficeFigures: "desktop_app.gui.screens.bureau.figures:FiguresScreen",
    to.Week: "desktop_app.gui.screens.semaine.view:Semaine",
    to.Received: "desktop_app.gui.screens.lettre_recue.view:ReceivedScreen",
    to.OpenPdf: "desktop_app.gui.screens.pdf.view:OpenPdf",
    to.Boxes: "desktop_app.gui.screens.cases.view:Boxes",
    to.Matched: "desktop_app.gui.screens.reconnues.view:Matched",
    to.TooLate: "desktop_app.gui.screens.trop_tard.view:TooLateScreen",
    to.WhichDelay: "desktop_app.gui.screens.quel_delai.view:WhichDelay",
    to.Urgent: "desktop_app.gui.screens.urgent.view:UrgentScreen",
    to.Find: "desktop_app.gui.screens.trouver.view:Trouver",
    to.Questions: "desktop_app.gui.screens.questions.view:Questions",
    to.AllQuestions: "desktop_app.gui.screens.questions.whole:WholeQuestions",
    to.OfficeSheet: "desktop_app.gui.screens.bureau.opening_sheet:sheet_page",
    to.OfficeFinish: "desktop_app.gui.screens.bureau.finishing:Finishing",
    to.OnPage: "desktop_app.gui.screens.sur_la_page.view:OnPage",
    to.LastDay: "desktop_app.gui.screens.dernier_jour.view:LastDay",
    to.PaperSoFar: "desktop_app.gui.screens.apercu.view:PaperSoFar",
    to.Check: "desktop_app.gui.screens.verifier.view:Verifier",
    to.FilledForm: "desktop_app.gui.screens.formulaire.prepared:form_screen",
    to.Letter: "desktop_app.gui.screens.document.view:DocumentScreen",
    to.Print: "desktop_app.gui.screens.imprimer.view:PrintScreen",
    to.WhatNext: "desktop_app.gui.screens.suite.view:SuiteScreen",
    to.Models: "desktop_app.gui.screens.modeles.view:Models",
    to.ResumeModel: "desktop_app.gui.screens.modeles.taking_up:taking_up",
    to.FormEditor: "desktop_app.gui.screens.editeur.reading:editor",
    to.LetterEditor: "desktop_app.gui.screens.ma_version.opening:own_letter",
    to.OpenFile: "desktop_app.gui.screens.fichiers.view:files_page",
    to.SaveFile: "desktop_app.gui.screens.fichiers.view:files_page",
    to.PickFolder: "desktop_app.gui.screens.fichiers.view:files_page",
    to.Carry: "desktop_app.gui.screens.emporter.view:CarryScreen",
    to.Settings: "desktop_app.gui.screens.reglages.view:SettingsScreen",
    to.BarTools: "desktop_app.gui.screens.reglages.tools:BarScreen",
    to.Language: "desktop_app.gui.screens.reglages.language:LanguageScreen",
    to.Closing: "desktop_app.gui.screens.fin.closing:ClosingScreen",
    to.Hidden: "desktop_app.gui.screens.cachee.view:HiddenScreen",
    to.ShortCode: "desktop_app.gui.screens.bureau.short_code:ShortCodeScreen",
    to.Erased: "desktop_app.gui.screens.cachee.erased:ErasedScreen",
    to.Entrance: "desktop_app.gui.screens.entree.view:EntranceScreen",
    to.EndSession: "desktop_app.gui.screens.fin.view:EndScreen",
    to.Help: "desktop_app.gui.screens.aide.view:Help",
    to.About: "desktop_app.gui.screens.a_propos.view:About",
    to.Arriving: "desktop_app.gui.screens.arrivee.view:Arriving",
}


def make(context: Context, destination: to.Destination) -> Page:
    """Build the screen that a destination shows."""
    module, _, class_name = SCREENS[type(destination)].partition(":")
    page: Page = getattr(importlib.import_module(module), class_name)(context, destination)
    return page
