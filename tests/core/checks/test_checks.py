"""Each rule on packs: what it refuses, where, and the near miss that it suggests."""

import pytest

from desktop_app.core.checks import CHECKS, Known
from desktop_app.core.packs.parse import parse_group
from tests.helpers.packs import EXAMPLE, GROUPS, IDENTITY, LETTER, changed, problems, texts


def seen(letter: str = LETTER, known: Known | None = None, **examples: str):
    return [(p.code, p.suggestion) for p in problems(texts(letter, **examples), known)]


def add(extra: str) -> str:
    return LETTER + extra


QUESTION = """
[[section]]
id = "plus"
title = "Plus"
[[section.question]]
id = "plus"
kind = "text"
label = "Quoi de plus ?"
"""


def question(**keys: str) -> str:
    """The letter with one more question, some of whose keys are changed."""

    given = {"id": '"plus"', "kind": '"text"', "label": '"Quoi de plus ?"'} | keys
    return add("\n".join([*QUESTION.splitlines()[:5], *(f"{k} = {v}" for k, v in given.items())]))


def when(condition: str) -> str:
    """The letter whose second paragraph has another condition."""
    return changed("when = \"accord == 'non'\"\noptional", f'when = "{condition}"\noptional')


@pytest.mark.parametrize(
    ("letter", "expected"),
    [
        # identifiers
        pytest.param(
            changed('id = "essai"', 'id = "Essai été"'), ("pack-bad-id", "essai-t"), id="pack id"
        ),
        pytest.param(
            question(id='"plus-tard"'),
            ("pack-bad-name-id", "plus_tard"),
            id="a dash in a question id",
        ),
        pytest.param(question(id='"today"'), ("pack-bad-name-id", "today"), id="reserved word"),
        pytest.param(question(id='"rue"'), ("pack-duplicate-id", ""), id="question twice"),
        pytest.param(
            question(id='"nom"'), ("pack-duplicate-id", ""), id="question of a group again"
        ),
        pytest.param(
            changed('id = "desaccord"', 'id = "demande"'),
            ("pack-duplicate-id", ""),
            id="paragraph twice",
        ),
        pytest.param(
            changed('{ id = "non"', '{ id = "oui"'), ("pack-duplicate-id", ""), id="choice twice"
        ),
        # includes
        pytest.param(
            changed('include = ["identite"]', 'include = ["identité"]'),
            ("pack-unknown-group", "identite"),
            id="unknown group",
        ),
        pytest.param(
            changed('include = ["identite"]', 'include = ["identite"]\nwithout = ["noms"]'),
            ("pack-unknown-name", "nom"),
            id="left out of no group",
        ),
        pytest.param(
            add('\n[[section]]\nid = "vide"\ntitle = "Vide"\n'),
            ("pack-empty-section", ""),
            id="empty section",
        ),
        # questions
        pytest.param(question(kind='"txt"'), ("pack-unknown-kind", "text"), id="unknown kind"),
        pytest.param(
            question(label='"' + "mot " * 16 + '?"'), ("pack-long-label", ""), id="sixteen words"
        ),
        pytest.param(question(label='" "'), ("pack-empty-text", ""), id="empty label"),
        pytest.param(
            question(kind='"choice"'), ("pack-few-choices", ""), id="choice without choices"
        ),
        pytest.param(
            question(choices='[{ id = "a", label = "A" }]'),
            ("pack-key-not-here", ""),
            id="choices of a text",
        ),
        pytest.param(question(minimum='"1"'), ("pack-key-not-here", ""), id="minimum of a text"),
        pytest.param(
            question(kind='"nir"', abbreviate='"body"'),
            ("pack-key-not-here", ""),
            id="a number that would be abbreviated",
        ),
        pytest.param(
            question(kind='"amount"', minimum='"un"'),
            ("pack-bad-bound", ""),
            id="minimum in letters",
        ),
        pytest.param(
            question(kind='"integer"', maximum='"1.5"'),
            ("pack-bad-bound", ""),
            id="half an integer",
        ),
        # forbidden
        pytest.param(
            question(label='"Quel est votre mot de passe ?"'),
            ("pack-asks-secret", ""),
            id="password",
        ),
        pytest.param(
            question(label='"Votre carte bancaire ?"'), ("pack-asks-secret", ""), id="bank card"
        ),
        pytest.param(
            question(hint='"Tapez le code reçu par SMS."'),
            ("pack-asks-secret", ""),
            id="one-time code",
        ),
        pytest.param(question(id='"code_pin"'), ("pack-asks-secret", ""), id="in the id"),
        # names
        pytest.param(
            changed("{{ recits }}", "{{ recit }}"),
            ("pack-unknown-name", "recits"),
            id="unknown name in a text",
        ),
        pytest.param(
            when("accor == 'non'"),
            ("pack-unknown-name", "accord"),
            id="unknown name in a condition",
        ),
        pytest.param(
            changed('label = "Combien ?"', 'label = "Combien ?"\nwhen = "raisons"'),
            ("pack-later-question", ""),
            id="condition on a later question",
        ),
        # comparisons
        pytest.param(when("accord == 'nom'"), ("pack-unknown-choice", "non"), id="unknown choice"),
        pytest.param(
            when("'period' in raisons"),
            ("pack-unknown-choice", "periode"),
            id="unknown choice among several",
        ),
        pytest.param(
            when("raisons == 'calcul'"), ("pack-choices-compare", ""), id="several choices with =="
        ),
        pytest.param(when("montant > 'cent'"), ("pack-comparison", ""), id="amount with a word"),
        pytest.param(
            when("date_decision < '3 novembre'"), ("pack-comparison", ""), id="day with a word"
        ),
        # dates
        pytest.param(
            changed('not_after = "today"', 'not_after = "demain"'),
            ("pack-not-a-date", ""),
            id="unknown bound",
        ),
        pytest.param(
            changed('not_after = "today"', 'not_after = "today + 2 semaines"'),
            ("pack-bad-date-bound", ""),
            id="bound in weeks",
        ),
        pytest.param(
            changed('not_after = "today"', 'not_after = "montant"'),
            ("pack-not-a-date", ""),
            id="bound on an amount",
        ),
        pytest.param(
            add('\n[[deadline]]\nprocedure = "x"\nevent = "y"\ndate = "date_decison"\n'),
            ("pack-not-a-date", "date_decision"),
            id="delay from no date",
        ),
        # law
        pytest.param(
            changed('family = "caf"', 'family = "cafe"'),
            ("pack-unknown-family", "caf"),
            id="unknown family",
        ),
        pytest.param(
            changed('family = "caf"', 'family = "caf"\nsituations = ["refut"]'),
            ("pack-unknown-situation", "refus"),
            id="unknown situation",
        ),
        pytest.param(LETTER[: LETTER.index("[[source]]")], ("pack-no-source", ""), id="no source"),
        pytest.param(
            changed('meaning = "Vous dites pourquoi."', 'meaning = ""'),
            ("pack-empty-text", ""),
            id="no meaning",
        ),
        # what is not seen
        pytest.param(
            changed("Lettre d'essai", "Lettre \u202eiasse'd"),
            ("pack-invisible", ""),
            id="a mark of direction",
        ),
        pytest.param(
            changed("Lettre d'essai", "Lettre \\u202eiasse'd"),
            ("pack-invisible", ""),
            id="a mark of direction, escaped",
        ),
        # remember
        pytest.param(
            question(remember='"nom"'), ("pack-bad-remember", ""), id="remember without area"
        ),
        pytest.param(
            question(remember='"identites.nom"'),
            ("pack-unknown-area", "identite"),
            id="unknown area",
        ),
        # reachable
        pytest.param(
            when("accord == 'oui' and raisons"),
            ("pack-unreachable", ""),
            id="through a question never asked",
        ),
        pytest.param(
            when("accord == 'oui' and accord == 'non'"),
            ("pack-unreachable", ""),
            id="contradiction",
        ),
        pytest.param(
            changed(
                'text = "Copie de la décision"',
                'text = "Copie"\nwhen = "piece_decision == \'jointe\'"',
            ),
            ("pack-later-question", ""),
            id="enclosure on itself",
        ),
    ],
)
def test_a_rule_refuses(letter, expected):
    assert expected in seen(letter)


def test_a_letter_needs_a_sender_a_place_and_a_signature():
    known = Known({"identite": parse_group(IDENTITY[: IDENTITY.index("[[sender]]")].encode(), "i")})

    assert [code for code, _ in seen(known=known)] == ["pack-letter-without"] * 3


def test_a_section_and_its_question_may_be_too_deep_together():
    deep = "nom" + " | majuscule" * 8
    letter = changed('title = "Les faits"', f'title = "Les faits"\nwhen = "{deep}"')

    assert "template-too-deep" in [code for code, _ in seen(letter)]


@pytest.mark.timeout(20)
def test_a_hostile_chain_of_conditions_is_answered_in_time():
    chain = QUESTION + "".join(
        f'[[section.question]]\nid = "q{n}"\nkind = "yes_no"\nlabel = "?"\nwhen = "q{n - 1}"\n'
        for n in range(1, 800)
    ).replace('when = "q0"', "")

    assert isinstance(problems(texts(add(chain))), tuple)


def test_a_group_may_depend_on_what_the_pack_does_not_ask():
    group = changed('label = "Quel est votre nom ?"', 'label = "Nom ?"\nwhen = "majeur"', IDENTITY)

    found = problems(texts(), Known({"identite": parse_group(group.encode(), "i")}))

    assert [problem.code for problem in found] == ["pack-group-needs"]
    assert found[0].parameters["name"] == "majeur"


def test_procedures_and_events_are_those_of_the_law():
    letter = add(
        '\n[[deadline]]\nprocedure = "rapo-rsa"\nevent = "notificaton"\ndate = "date_decision"\n'
    )
    known = Known(GROUPS, frozenset({"caf-rapo-rsa"}), frozenset({"notification"}))

    assert seen(letter, known) == [
        ("pack-unknown-procedure", "caf-rapo-rsa"),
        ("pack-unknown-event", "notification"),
    ]


@pytest.mark.parametrize(
    ("follows", "expected"),
    [
        ('["caf-rapo-rsa"]', []),
        ('["caf-rapo-ras"]', [("pack-unknown-procedure", "caf-rapo-rsa")]),
        ('["caf-rapo-rsa", "caf-rapo-rsa"]', [("pack-follows-idle", "")]),
    ],
)
def test_what_a_letter_follows_is_of_the_law(follows, expected):
    letter = changed('family = "', f'follows = {follows}\nfamily = "')
    assert seen(letter, Known(GROUPS, frozenset({"caf-rapo-rsa"}))) == expected


def test_what_it_follows_wrongly_is_shown_at_its_place():
    letter = changed('family = "', 'follows = ["rapo"]\nfamily = "')
    found = problems(texts(letter), Known(GROUPS, frozenset({"caf-rapo-rsa"})))
    assert "follows" in found[0].place


def test_a_choice_speaks_only_of_what_its_letter_follows():
    letter = changed('{ id = "non"', '{ follows = ["caf-rapo-rsa"], id = "non"')
    assert seen(letter) == [("pack-follows-not", "")]


def test_a_reply_known_to_the_dossier_is_a_choice_between_silence_and_refusal():
    assert seen(question(fact='"reply"')) == [("pack-key-not-here", "")]


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ('paragraphs = ["demande", "desaccord"]', 'paragraphs = ["demande"]', "example-paragraphs"),
        ('facts = ["à cause de le calcul"]', 'facts = ["à cause du calcul"]', "example-fact"),
        ('absent = ["la période"]', 'absent = ["Martin"]', "example-absent"),
        ("missing = []", 'missing = ["montant"]', "example-missing"),
        ("montant = 1842", 'montant = "mille"', "not-amount"),
        ("montant = 1842", "montant = 12:30:00", "answer-file-value"),
        ("montant = 1842", "montan = 1842", "unknown-question"),
        ('nom = "Simone Martin"', "", "answer-required"),
    ],
)
def test_an_example_that_does_not_say_what_comes_out(old, new, code):
    found = problems(texts(simple=changed(old, new, EXAMPLE)))

    assert code in [problem.code for problem in found]
    assert all(problem.place.startswith("examples/simple.toml") for problem in found)


def test_every_paragraph_is_reached_by_an_example():
    agreed = EXAMPLE.replace('accord = "non"', 'accord = "oui"').partition("[expected]")[0]

    assert seen(simple=agreed) == [("pack-not-in-examples", "")]


@pytest.mark.parametrize(
    "condition",
    [
        pytest.param("today >= '2027-01-01'", id="today decides"),
        pytest.param("accord == 'oui' and montant > 9000", id="an amount decides"),
        pytest.param("recits == 'x' and accord == 'oui'", id="a text decides"),
        pytest.param("not delai_passe and accord == 'oui'", id="the law decides"),
    ],
)
def test_what_cannot_be_tried_is_not_called_unreachable(condition):
    assert seen(when(condition))[-1] == ("pack-not-in-examples", "")


ENCLOSED = """
[[enclosure]]
id = "preuve"
text = "La preuve"
"""


@pytest.mark.parametrize(
    ("words", "loose"),
    [
        ("La preuve est jointe.", True),
        ("Je joins la preuve.", True),
        ("{% if piece_preuve == 'jointe' %}La preuve est jointe.{% endif %}", False),
        ("{% if piece_preuve == 'jointe' %}Oui.{% else %}La preuve est jointe.{% endif %}", True),
        ("{% if accord == 'non' %}La preuve est jointe.{% endif %}", True),
        ("{% if accord == 'non' and piece_preuve == 'jointe' %}Je joins.{% endif %}", False),
        ("{% if accord == 'non' or piece_preuve == 'jointe' %}Je joins.{% endif %}", True),
        ("Mon compte joint est fermé. Mon conjoint aussi.", False),
    ],
)
def test_what_is_said_joined_depends_on_the_enclosure(words, loose):
    letter = changed("Je ne suis pas d'accord", words + " Je ne suis pas d'accord") + ENCLOSED

    assert (("pack-joined-unasked", "") in seen(letter)) is loose


@pytest.mark.parametrize(
    ("label", "kind", "negated"),
    [
        ("Voulez-vous dire que vous n'avez pas cherché à tromper ?", "yes_no", True),
        ("Voulez-vous dire que vous n’avez pas refusé ?", "yes_no", True),
        ("Est-il vrai que personne ne vous a rien demandé ?", "yes_no", True),
        ("Ne vivez-vous plus en couple ?", "yes_no", True),
        ("Vivez-vous en couple ?", "yes_no", False),
        ("Êtes-vous né pas loin d'ici ?", "yes_no", False),
        ("Pourquoi n'avez-vous pas répondu ?", "text", False),
    ],
)
def test_a_question_answered_by_yes_or_no_is_not_negated(label, kind, negated):
    found = seen(question(label=f'"{label}"', kind=f'"{kind}"'))

    assert (("pack-negated-question", "") in found) is negated


def test_a_choice_of_yes_and_no_is_not_negated_either():
    negated = STOPS.replace("Est-ce une OQTF ?", "N'est-ce pas une OQTF ?")

    assert ("pack-negated-question", "") in seen(add(negated))


STOPS = """
[[section]]
id = "plus"
title = "Plus"
[[section.question]]
id = "plus"
kind = "choice"
label = "Est-ce une OQTF ?"
[[section.question.choices]]
id = "non"
label = "Non"
[[section.question.choices]]
id = "oui"
label = "Oui"
emergency = "oqtf"
"""


@pytest.mark.parametrize(
    ("old", "new", "emergencies", "codes"),
    [
        pytest.param("", "", {"oqtf"}, [], id="as it should be"),
        pytest.param("", "", {"oqtf-7j"}, ["pack-unknown-emergency"], id="no such page"),
        pytest.param(
            'label = "Non"',
            'label = "Non"\nemergency = "oqtf"',
            {"oqtf"},
            ["pack-always-stops"],
            id="no way on",
        ),
    ],
)
def test_an_answer_that_stops_leads_to_a_page_and_leaves_a_way_on(old, new, emergencies, codes):
    known = Known(GROUPS, emergencies=frozenset(emergencies))
    answered = changed('accord = "non"', 'accord = "non"\nplus = "non"', EXAMPLE)
    found = problems(texts(add(STOPS.replace(old, new)), simple=answered), known)

    assert [problem.code for problem in found] == codes


def test_an_example_answers_what_may_stop_the_paper():
    (found,) = problems(texts(add(STOPS)), Known(GROUPS, emergencies=frozenset({"oqtf"})))

    assert (found.code, found.question) == ("answer-stops", "plus")
    assert found.place.startswith("examples/simple.toml")


def test_what_is_asked_does_not_depend_on_the_law():
    assert ("pack-unknown-name", "") in seen(question(when='"delai_passe"'))


def test_a_pack_has_an_example():
    files = texts()
    del files["examples/simple.toml"]

    assert [problem.code for problem in problems(files)] == ["pack-no-example"]


def test_an_example_may_say_the_last_day():
    example = EXAMPLE + "last_day = 2027-01-05\n"
    known = Known(GROUPS, last_day=lambda definition, answers, today: None)

    assert seen(known=known, simple=example) == [("example-last-day", "")]


def test_each_rule_has_a_name_and_a_reason():
    assert len({check.id for check in CHECKS}) == len(CHECKS)
    assert all(check.reason.endswith(".") for check in CHECKS)
