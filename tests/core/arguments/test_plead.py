"""A letter that pleads: what it asks, what gates close, what is printed, in which order."""

import datetime as dt
from typing import Any

from desktop_app.core.answers.draft import Draft
from desktop_app.core.answers.validate import validate
from desktop_app.core.arguments.plead import plead
from desktop_app.core.documents.compose import compose_letter
from desktop_app.core.documents.model import LetterDocument
from desktop_app.core.documents.pleaded import shut_out
from desktop_app.core.packs.model import LetterDefinition
from desktop_app.core.packs.resolve import questions_of, resolve
from tests.helpers.arguments import FORM, GATES, MERITS, ORDERS, PLEADER, bank
from tests.helpers.packs import GROUPS, changed, definition, parse_letter
from tests.helpers.rsa import plain

TODAY = dt.date(2026, 11, 24)
ANSWERS = {"nom": "Simone Martin", "date_decision": "03/11/2026", "accord": "non"}


def letter(text: str = PLEADER, **files: str) -> LetterDefinition:
    return resolve(plead(parse_letter(text.encode()), bank(**files)), GROUPS)


def composed(
    found: LetterDefinition | None = None, /, removed: tuple[str, ...] = (), **changes: Any
) -> LetterDocument:
    found = found or letter()
    draft = Draft(found.id, {**ANSWERS, **changes}, removed=frozenset(removed))
    return compose_letter(found, validate(found, draft, TODAY), TODAY)


def ids(document: LetterDocument) -> list[str]:
    return [one.id for one in document.paragraphs]


def text(document: LetterDocument, name: str) -> str:
    return plain([one.text for one in document.paragraphs if one.id == name])[0]


def test_a_letter_that_does_not_plead_is_as_it_was() -> None:
    one = definition()
    assert plead(one, bank()) is one


def test_facts_are_asked_with_their_reason_on_pages_of_their_kind() -> None:
    found = letter()
    asked = {one.id: one for one in questions_of(found)}
    assert asked["moyen_sans_raisons"].kind == "yes_no"
    assert asked["moyen_sans_raisons"].unknown
    assert asked["moyen_sans_raisons"].why == "La loi oblige à écrire les raisons."
    assert asked["moyen_faux"].kind == "long_text"
    assert asked["moyen_sans_raisons_faits"].when.endswith("(moyen_sans_raisons == 'non')")
    titles = [one.title for one in found.section]
    assert titles.index("Ce qui est faux dans la décision") < titles.index(
        "La lettre que vous contestez"
    )


def test_a_fact_is_told_then_the_rule_then_what_is_asked() -> None:
    found = composed(moyen_sans_raisons="non", moyen_sans_raisons_faits="suite à un changement")
    said = text(found, "moyen-sans-raisons")
    assert said.startswith(
        "La lettre ne dit pas pourquoi. Suite à un changement. L'article L.211-2"
    )
    assert "annuler la décision du 3 novembre 2026." in said


def test_what_she_copied_ends_once() -> None:
    quoted = changed("{% if faits %} {{ faits }}{% endif %}", " « {{ faits }} ».", FORM)
    document = composed(
        letter(form=quoted), moyen_sans_raisons="non", moyen_sans_raisons_faits="Suite à ceci."
    )
    assert "« Suite à ceci »." in text(document, "moyen-sans-raisons")


def test_nothing_is_said_that_she_did_not_say() -> None:
    assert ids(composed()) == ["demande", "desaccord"]
    found = letter()
    draft = Draft(found.id, ANSWERS, unknown=frozenset({"moyen_sans_raisons"}))
    assert ids(compose_letter(found, validate(found, draft, TODAY), TODAY)) == [
        "demande",
        "desaccord",
    ]


def test_the_merits_come_first_and_what_is_asked_at_the_end() -> None:
    found = composed(
        moyen_rendre="oui", moyen_controle="oui", moyen_sans_raisons="non", moyen_faux="Un fait."
    )
    reasons = ["moyen-faux", "moyen-sans-raisons", "moyen-controle"]
    assert ids(found) == ["demande", *reasons, "desaccord", "moyen-rendre"]


def test_a_gate_closes_before_anything_is_offered() -> None:
    found = composed(accord="oui", moyen_sans_raisons="non", moyen_faux="Un fait.")
    assert ids(found) == ["demande", "moyen-faux"]
    asked = validate(
        letter(), Draft("essai", {**ANSWERS, "accord": "oui", "moyen_sans_raisons": "non"}), TODAY
    )
    assert "moyen_sans_raisons" not in asked.values


def test_what_a_gate_closes_is_said_to_who_said_it_before() -> None:
    found = letter()
    draft = Draft(found.id, {**ANSWERS, "accord": "oui", "moyen_sans_raisons": "non"})
    (left,) = shut_out(found, draft, validate(found, draft, TODAY), TODAY)
    assert (left.id, left.why) == ("sans-raisons", "Ce juge regarde votre droit.")
    open_again = Draft(found.id, {**ANSWERS, "moyen_sans_raisons": "non"})
    assert shut_out(found, open_again, validate(found, open_again, TODAY), TODAY) == ()


def test_a_silence_has_no_reasons_to_look_at() -> None:
    found = letter()
    draft = Draft(found.id, {"nom": "Simone Martin", "accord": "non", "moyen_sans_raisons": "non"})
    assert "moyen_sans_raisons" not in validate(found, draft, TODAY).values
    (left,) = shut_out(found, draft, validate(found, draft, TODAY), TODAY)
    assert left.why == "Le silence n'a pas de raisons."


def many(count: int) -> dict[str, str]:
    one = MERITS[: MERITS.index('[[argument]]\nid = "rendre"')]
    more = "".join(one.replace('"faux"', f'"faux-{n}"') for n in range(count))
    names = ", ".join(f'"faux-{n}"' for n in range(count))
    return {
        "merits": MERITS + more,
        "orders": ORDERS.replace('merits = ["faux"]', f"merits = [{names}]", 1),
    }


def test_six_at_most_are_printed_and_the_others_are_said() -> None:
    found = letter(**many(8))
    answers = {f"moyen_faux_{n}": "Un fait." for n in range(8)}
    document = composed(found, moyen_sans_raisons="non", moyen_rendre="oui", **answers)
    assert ids(document)[1:7] == [f"moyen-faux-{n}" for n in range(6)]
    assert [one.id for one in document.left_out] == ["faux-6", "faux-7", "sans-raisons"]
    assert {one.most for one in document.left_out} == {6}
    assert "moyen-rendre" in ids(document)  # a request is no ground


def test_the_proof_of_what_is_not_printed_is_not_listed() -> None:
    found = letter(**many(8))
    answers = {f"moyen_faux_{n}": "Un fait." for n in range(8)}
    given = {"piece_moyen_sans_raisons": "jointe"}
    document = composed(found, moyen_sans_raisons="non", **given, **answers)
    assert "moyen_sans_raisons" not in [one.id for one in document.enclosures]
    alone = composed(found, moyen_sans_raisons="non", **given)
    assert "moyen_sans_raisons" in [one.id for one in alone.enclosures]


def test_one_that_is_taken_out_leaves_its_place() -> None:
    found = letter(**many(7))
    answers = {f"moyen_faux_{n}": "Un fait." for n in range(7)}
    document = composed(found, removed=("moyen-faux-0",), **answers)
    assert ids(document)[1:7] == [f"moyen-faux-{n}" for n in range(1, 7)]
    assert document.left_out == ()


def test_a_judge_may_hear_fewer_and_a_nature_first() -> None:
    gates = GATES + (
        '\n[[gate]]\nid = "court"\nforum = ["administrative"]\ndispute = ["indu"]\nmost = 1\n'
        'first = "data"\nwhy = "Une raison."\nconfidence = "haute"\n'
    )
    document = composed(letter(gates=gates), moyen_controle="oui", moyen_faux="Un fait.")
    assert ids(document) == ["demande", "moyen-controle", "desaccord"]
    assert [(one.id, one.most, one.why) for one in document.left_out] == [
        ("faux", 1, "Une raison.")
    ]


def test_one_nature_alone_is_warned_of() -> None:
    gates = GATES + (
        '\n[[gate]]\nid = "seule"\nforum = ["administrative"]\nalone = ["form"]\n'
        'why = "La forme seule ne suffit pas."\nconfidence = "haute"\n'
    )
    found = letter(gates=gates)
    assert "La forme seule ne suffit pas." in plain(
        composed(found, moyen_sans_raisons="non").warnings
    )
    both = composed(found, moyen_sans_raisons="non", moyen_faux="Un fait.")
    assert "La forme seule ne suffit pas." not in plain(both.warnings)


def test_each_argument_points_to_its_paper_by_the_number_of_the_list() -> None:
    given = {"moyen_sans_raisons": "non", "moyen_faux": "Un fait."}
    papers = {
        "piece_decision": "jointe",
        "piece_moyen_faux": "jointe",
        "piece_moyen_sans_raisons": "suivra",
    }
    document = composed(**given, **papers)
    assert [one.id for one in document.enclosures] == [
        "decision",
        "moyen_faux",
        "moyen_sans_raisons",
    ]
    assert text(document, "moyen-faux").endswith("Pièce n° 2.")
    assert text(document, "moyen-sans-raisons").endswith("La pièce qui le prouve suivra.")
    assert "ièce" not in text(composed(**given), "moyen-faux")


def test_two_of_one_title_are_one_paper() -> None:
    found = letter()
    names = [one.id for one in found.enclosure]
    assert names == ["decision", "moyen_faux", "moyen_sans_raisons"]
    same = changed(
        'after = "demande"',
        'after = "demande"\npaper = [{ proof = "copie de la lettre, des deux côtés", '
        'enclosure = "decision" }]',
        PLEADER,
    )
    document = composed(letter(same), moyen_sans_raisons="non", piece_decision="jointe")
    assert text(document, "moyen-sans-raisons").endswith("Pièce n° 1.")


def test_a_danger_is_told_and_help_comes_first() -> None:
    document = composed(moyen_controle="oui")
    assert "Ne refusez pas un contrôle." in plain(document.warnings)
    assert "Cette lettre n'arrête rien." in plain(document.warnings)
    assert plain(document.help_first) == ["Le contrôle"]
    assert composed().help_first == ()


def test_a_matter_opens_its_arguments() -> None:
    only = (
        PLEADER
        + '\n  [[pleading.only]]\n  arguments = ["controle"]\n  when = "\'calcul\' in raisons"\n'
    )
    found = letter(only)
    assert "moyen-controle" not in ids(composed(found, moyen_controle="oui"))
    assert "moyen-controle" in ids(composed(found, moyen_controle="oui", raisons=("calcul",)))


def test_what_its_own_paragraphs_say_is_not_asked() -> None:
    covered = changed('after = "demande"', 'after = "demande"\ncovered = ["faux"]', PLEADER)
    assert "moyen_faux" not in {one.id for one in questions_of(letter(covered))}


def test_a_paper_that_must_plead_and_does_not_is_written_and_never_whole() -> None:
    found = letter(
        changed('after = "demande"', 'after = "demande"\nrequired = "Une raison"', PLEADER)
    )
    assert [one.question for one in composed(found).undecided] == ["moyen_faux"]
    assert [one.question for one in composed(found, moyen_rendre="oui").undecided] == ["moyen_faux"]
    assert composed(found, moyen_faux="Un fait.").undecided == ()


def test_the_sources_of_what_it_may_say_are_its_own() -> None:
    told = {article for source in letter().source for article in source.articles}
    assert {"CRPA L.211-2", "CSS L.114-10"} <= told


def test_an_argument_without_a_text_for_this_judge_is_not_offered() -> None:
    quiet = changed(
        '  administrative = "J\'ai vu un contrôleur (article L.114-10)."',
        '  social = "Un contrôleur."',
        FORM,
    )
    assert "moyen_controle" not in {one.id for one in questions_of(letter(form=quiet))}
