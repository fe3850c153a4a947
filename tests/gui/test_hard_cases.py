"""Too late, and emergencies, by the keyboard: reached from where one is, and said before a form."""

import shutil
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton

from desktop_app.catalogue.law import FolderLaw
from desktop_app.datafiles import data_root
from desktop_app.gui.main_window import MainWindow
from desktop_app.pages import destinations as to
from tests.gui.keyboard import choose, heading, held, name, press, strike, tab_to, until, write


def words(window: MainWindow) -> str:
    page = window.page()
    assert page is not None
    return "\n".join(label.text() for label in page.findChildren(QLabel))


def shown(window: MainWindow, title: str) -> None:
    until(lambda: heading(window.page()) == title, title)


def test_from_the_first_screen_to_what_to_do_today(window: MainWindow) -> None:
    choose("Urgent")
    shown(window, "Urgent")
    until(lambda: "Quel est votre cas" in words(window))
    choose("On veut m’expulser de mon logement")
    shown(window, "On veut m’expulser de mon logement")
    for told in ("À faire aujourd’hui", "Qui appeler", "À garder", "Ensuite", "Texte :"):
        assert told in words(window)


def test_an_emergency_is_reached_on_a_public_terminal_too(window: MainWindow) -> None:
    window.context.session.public = True
    window.restart(to.Home())
    choose("Urgent")
    shown(window, "Urgent")


def test_a_sheet_that_would_be_a_danger_at_home_is_not_offered(window: MainWindow) -> None:
    def names() -> list[str]:
        page = window.page()
        assert page is not None
        return [button.text() for button in page.findChildren(QPushButton)]

    window.go(to.Urgent(emergency="coupure"))
    until(lambda: "Imprimer cette feuille" in names())
    window.go(to.Urgent(emergency="violences"))
    until(lambda: "À faire aujourd’hui" in words(window))
    assert "Imprimer cette feuille" not in names()
    assert "Ensuite" not in words(window)
    assert window.windowTitle() == "Urgent — Papier libre"


def test_the_last_moment_of_a_decision_is_told_by_the_hour(window: MainWindow) -> None:
    window.go(to.Urgent(emergency="retention"))
    shown(window, "Je suis en centre de rétention")
    choose("En métropole, en Martinique, à La Réunion ou à Saint-Pierre-et-Miquelon")
    until(lambda: "À faire aujourd’hui" in words(window))
    tab_to("Jour")
    write("24/11/2026")
    tab_to("À quelle heure ?")
    write("16h30")
    choose("Voir le dernier moment")
    until(lambda: "jeudi 26 novembre 2026 à 16 h 30" in words(window))
    tab_to("À quelle heure ?")
    write("17h10")
    press(Qt.Key.Key_Return)
    until(lambda: "jeudi 26 novembre 2026 à 17 h 10" in words(window), "Enter in the hour")


def test_an_order_to_leave_asks_the_place_first_and_sends_to_help(window: MainWindow) -> None:
    """CESEDA L.651-3 and the following: in five territories the appeal stops nothing."""
    choose("Urgent")
    shown(window, "Urgent")
    until(lambda: "Quel est votre cas" in words(window))
    choose("Je dois quitter la France (OQTF)")
    until(lambda: "Où la décision vous a-t-elle été remise ?" in words(window))
    assert "À faire aujourd’hui" not in words(window)
    choose("En Guadeloupe, en Guyane, à Mayotte, à Saint-Barthélemy ou à Saint-Martin")
    shown(window, "Je dois quitter la France (OQTF), outre-mer")
    until(lambda: "Appelez maintenant un avocat" in words(window))
    assert "Voir le dernier moment" not in words(window)
    assert "contester n’arrête pas le départ forcé" in words(window)


def test_a_gracious_appeal_stops_at_an_order_to_leave(window: MainWindow) -> None:
    """Nothing is written: such an appeal does not hold the days before the judge (R.911-1)."""
    window.go(to.Find(kind="lettre", family="etrangers", situation="refus"))
    choose("La préfecture me refuse un titre de séjour")
    until(lambda: window.context.session.writing is not None)
    shown(window, "La lettre dit-elle : « obligation de quitter le territoire » ?")
    tab_to("Non, j’ai regardé toutes les pages")
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Space)
    choose("Continuer")
    shown(window, "Je dois quitter la France (OQTF)")
    writing = window.context.session.writing
    assert writing is not None
    assert writing.interview.troubles[0].problem.code == "answer-emergency"
    choose("Retour")
    shown(window, "La lettre dit-elle : « obligation de quitter le territoire » ?")
    tab_to("Oui")
    press(Qt.Key.Key_Up)
    choose("Continuer")
    until(lambda: "obligation de quitter" not in heading(window.page()))


def test_from_trouver_to_what_remains_then_to_a_letter(window: MainWindow) -> None:
    choose("J’ai reçu une lettre")
    shown(window, "Qui vous a écrit ?")
    choose("Le délai est passé")
    shown(window, "Quel délai est passé ?")
    choose("La Caf")
    choose("Contester ce qu’on a décidé sur mon RSA")
    shown(window, "Trop tard ?")
    until(lambda: "Ce qui reste ouvert" in words(window))
    choose("Écrire la lettre : Faire effacer ou baisser ma dette à la Caf")
    until(lambda: window.context.session.writing is not None)


def test_what_must_be_done_today_comes_before_a_letter_that_presses(
    window: MainWindow, tmp_path: Path
) -> None:
    window.context.tools.law = pressing(tmp_path, "caf/caf-rapo-rsa")  # type: ignore[misc]
    window.go(to.Find(kind="lettre", family="caf", situation="rembourser"))
    choose("La Caf me réclame de l’argent du RSA")
    shown(window, "Je suis en centre de rétention")
    assert window.context.session.writing is None
    assert "À faire aujourd’hui" not in words(window)
    choose("En métropole, en Martinique, à La Réunion ou à Saint-Pierre-et-Miquelon")
    until(lambda: "À faire aujourd’hui" in words(window))
    choose("Continuer vers la lettre")
    until(lambda: window.context.session.writing is not None)


def pressing(folder: Path, procedure: str) -> FolderLaw:
    """Return the law with a procedure that presses, named on a page of emergency."""
    law = folder / "law"
    shutil.copytree(str(data_root("forms") / "law"), law)
    file = law / "procedures" / f"{procedure}.toml"
    file.write_text(f'emergency = "un avocat"\n{file.read_text("utf-8")}', "utf-8")
    page = law / "emergencies.toml"
    name = procedure.partition("/")[2]
    page.write_text(page.read_text("utf-8").replace('["oqtf-48h"]', f'["oqtf-48h", "{name}"]'))
    return FolderLaw(law)


def test_which_delay_applies_to_a_letter_is_found_by_questions(window: MainWindow) -> None:
    choose("J’ai reçu une lettre")
    shown(window, "Qui vous a écrit ?")
    choose("Quel délai pour répondre à ma lettre ?")
    shown(window, "Qui a écrit cette lettre ?")
    choose("La Caf")
    shown(window, "De quoi parle cette lettre ?")
    choose("Un refus")
    shown(window, "Comment la lettre est-elle venue ?")
    choose("Par la poste")
    shown(window, "La lettre dit-elle comment la contester, et jusqu’à quand ?")
    choose("Non, rien n’est écrit")
    shown(window, "Quel délai pour vous ?")
    until(lambda: "4 démarches peuvent correspondre" in words(window))
    assert "Regardez la fin et le dos de la lettre." in words(window)
    tab_to("Jour")
    write("03/11/2026")
    choose("Voir jusqu’à quand")
    until(lambda: "contester peut valoir jusqu’au mercredi 3 novembre 2027" in words(window))
    assert "À poster au plus tard le jeudi 31 décembre 2026" in words(window)
    assert "Aucun dernier jour légal ne peut être donné." in words(window)  # no day of arrival
    assert "sauf amende administrative" in words(window)
    choose("Écrire la lettre")
    until(lambda: window.context.session.writing is not None)


def test_a_registered_letter_asks_both_its_days_in_words_of_a_person(window: MainWindow) -> None:
    window.go(to.WhichDelay(family="caf", situation="refus", event="lrar-retiree", told="inconnu"))
    shown(window, "Quel délai pour vous ?")
    until(lambda: "Quel jour l’avez-vous retirée ?" in words(window))
    assert "--" not in words(window)


def test_a_message_on_an_account_asks_both_its_days_and_the_agreement(window: MainWindow) -> None:
    said = {"family": "caf", "situation": "refus", "event": "compte-en-ligne", "told": "inconnu"}
    window.go(to.WhichDelay(**said))
    shown(window, "Quel délai pour vous ?")
    until(lambda: "Quel jour avez-vous ouvert ce message ?" in words(window))
    assert "Avez-vous accepté de recevoir les décisions seulement par internet" in words(window)
    tab_to("Jour")
    write("01/09/2026")
    tab_to("Jour")
    write("20/11/2026")
    tab_to("Oui")
    press(Qt.Key.Key_Space)
    press(Qt.Key.Key_Down)
    choose("Voir jusqu’à quand")
    until(lambda: "À poster dès aujourd’hui" in words(window))
    assert "Le bureau peut compter depuis le jour où le message est arrivé" in words(window)
    assert "Si votre date compte : dernier jour légal le" in words(window)
    assert "Le dernier jour est passé" not in words(window)


def test_the_delay_written_on_the_letter_is_compared_by_keyboard(window: MainWindow) -> None:
    window.go(to.WhichDelay(family="caf", situation="refus", event="notification", told="oui"))
    shown(window, "Quel délai pour vous ?")
    tab_to("Jour")
    write("05/11/2026")
    tab_to("Quel délai pour contester est écrit sur la lettre ?")
    write("bientôt")
    choose("Voir jusqu’à quand")
    until(lambda: "Ce délai ne se comprend pas." in words(window))
    assert name(held()).endswith("Écrivez par exemple : 2 mois, 30 jours, 15 jours.")
    strike(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)  # one is there already
    write("1 mois")
    choose("Voir jusqu’à quand")
    until(lambda: "La lettre reçue dit : jusqu’au lundi 7 décembre 2026." in words(window))
    assert "Suivez le jour le plus proche : celui de la lettre." in words(window)


def test_enter_in_a_day_does_what_its_button_does(window: MainWindow) -> None:
    window.go(to.WhichDelay(family="caf", situation="refus", event="notification", told="non"))
    shown(window, "Quel délai pour vous ?")
    tab_to("Jour")
    write("05/11/2026")
    press(Qt.Key.Key_Return)
    until(lambda: "À poster au plus tard" in words(window), "Enter did nothing")


def test_enter_in_the_hour_of_an_emergency_does_what_its_button_does(window: MainWindow) -> None:
    window.go(to.Urgent(emergency="retention"))
    choose("En métropole, en Martinique, à La Réunion ou à Saint-Pierre-et-Miquelon")
    until(lambda: "À faire aujourd’hui" in words(window))
    tab_to("Jour")
    write("24/11/2026")
    tab_to("À quelle heure ?")
    write("16h30")
    press(Qt.Key.Key_Return)
    until(lambda: "jeudi 26 novembre 2026 à 16 h 30" in words(window), "Enter did nothing")


def test_a_letter_that_says_nothing_is_not_asked_what_it_says(window: MainWindow) -> None:
    window.go(to.WhichDelay(family="caf", situation="refus", event="notification", told="non"))
    shown(window, "Quel délai pour vous ?")
    until(lambda: "Quel jour ?" in words(window))
    assert "Quel délai pour contester est écrit sur la lettre ?" not in words(window)


def test_an_order_to_leave_leads_to_what_to_do_today(window: MainWindow) -> None:
    window.go(
        to.WhichDelay(family="etrangers", situation="partir", event="notification", told="oui")
    )
    shown(window, "Quel délai pour vous ?")
    tab_to("Jour")
    write("23/11/2026")
    choose("Voir jusqu’à quand")
    until(lambda: "Le délai dépend de l’endroit" in words(window))
    choose("Urgent : que faire aujourd’hui")
    shown(window, "Je suis en centre de rétention")


def test_a_case_in_which_no_letter_starts_a_delay_is_told_at_once(window: MainWindow) -> None:
    """It asked how the letter came, and offered no way in which it could have."""
    window.go(to.WhichDelay(family="etrangers", situation="silence"))
    shown(window, "Quel délai pour vous ?")
    until(lambda: "Vous avez 2 mois" in words(window))
    choose("Écrire la lettre")
    until(lambda: window.context.session.writing is not None)
