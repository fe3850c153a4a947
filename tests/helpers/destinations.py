"""The destinations by the names that the harness, its pictures and its texts are known by."""

import dataclasses
from collections.abc import Mapping
from typing import Any, get_args

from desktop_app.pages import destinations as to

NAMES: Mapping[str, type[to.Destination]] = {
    "coffre": to.SafeHome,
    "accueil": to.Home,
    "accueil-du-bureau": to.OfficeHome,
    "situations": to.Situations,
    "visite": to.Visit,
    "personnes": to.People,
    "personne": to.Person,
    "fiche-entiere": to.Record,
    "ce-que-nous-gardons": to.Consent,
    "rien-garde": to.Unkept,
    "ne-plus-garder": to.Withdraw,
    "a-effacer": to.ToErase,
    "effacer": to.EraseForGood,
    "garder-encore": to.KeepLonger,
    "mandats": to.Mandates,
    "mandats-qui-finissent": to.EndingMandates,
    "a-la-place": to.Acting,
    "registre": to.Register,
    "remettre": to.HandOver,
    "corriger": to.CorrectValue,
    "documents": to.Documents,
    "foyer": to.Household,
    "nouvelle-personne": to.NewPerson,
    "listes": to.Lists,
    "acte": to.RecordEvent,
    "dossier": to.Dossier,
    "plusieurs-papiers": to.AddPapers,
    "corbeille": to.Bin,
    "papier": to.StoredDocument,
    "semaine": to.Week,
    "chiffres": to.OfficeFigures,
    "modeles-du-bureau": to.OfficeModels,
    "bureau": to.Office,
    "qui-aide": to.OfficeHelper,
    "phrase-d-aide": to.HelperPhrase,
    "qui-continue": to.GoOnAs,
    "lettre-recue": to.Received,
    "pdf": to.OpenPdf,
    "cases": to.Boxes,
    "reconnues": to.Matched,
    "trop-tard": to.TooLate,
    "quel-delai": to.WhichDelay,
    "urgent": to.Urgent,
    "trouver": to.Find,
    "questions": to.Questions,
    "toutes-les-questions": to.AllQuestions,
    "feuille-de-bureau": to.OfficeSheet,
    "remplir-imprimer-ranger": to.OfficeFinish,
    "imprimer-plusieurs": to.OfficeBatch,
    "sur-la-page": to.OnPage,
    "dernier-jour": to.LastDay,
    "apercu": to.PaperSoFar,
    "verifier": to.Check,
    "formulaire": to.FilledForm,
    "document": to.Letter,
    "imprimer": to.Print,
    "suite": to.WhatNext,
    "modeles": to.Models,
    "reprendre-modele": to.ResumeModel,
    "editeur": to.FormEditor,
    "ma-version": to.LetterEditor,
    "ouvrir-un-fichier": to.OpenFile,
    "enregistrer-un-fichier": to.SaveFile,
    "choisir-un-dossier": to.PickFolder,
    "emporter": to.Carry,
    "reglages": to.Settings,
    "affichage": to.BarTools,
    "langue": to.Language,
    "qui-se-sert": to.WhoUses,
    "fermer": to.Closing,
    "cachee": to.Hidden,
    "mon-code": to.ShortCode,
    "cercles": to.Circles,
    "cercle": to.Circle,
    "deplacer": to.MoveDossier,
    "copies": to.Conflicts,
    "effacee": to.Erased,
    "fin": to.EndSession,
    "entree": to.Entrance,
    "aide": to.Help,
    "a-propos": to.About,
    "arrivee": to.Arriving,
}
_STEPS: Mapping[str, type[to.Destination]] = {
    "open": to.OpenSafe,
    "phrase": to.NewPhrase,
    "phrase-back": to.PhraseBack,
    "second-key": to.SecondKey,
    "endangered": to.Endangered,
    "keep-no-more": to.KeepNoMore,
    "ways-in": to.WaysIn,
    "new-key": to.NewKey,
    "sheet": to.RecoverySheet,
    "ask-back": to.AskBack,
    "change": to.ChangePhrase,
    "restore": to.Restore,
    "repair": to.RepairSafe,
    "take-out": to.TakeOut,
}


def destination(name: str, /, **given: Any) -> to.Destination:
    """Return the destination of a name; what it does not take is left out.

    ``step`` says which page of the safe.
    """
    kind = _STEPS.get(given.get("step", ""), NAMES[name])
    taken = {field.name for field in dataclasses.fields(kind)} & given.keys()
    return kind(**{key: given[key] for key in taken})


def unnamed() -> set[str]:
    """Return the destinations that no name leads to."""
    named = {*NAMES.values(), *_STEPS.values()}
    return {kind.__name__ for kind in get_args(to.Destination) if kind not in named}
