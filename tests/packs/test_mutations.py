"""A sound letter, spoilt in one place: pack check refuses it, with its file and its place."""

import datetime as dt

import pytest

from desktop_app import i18n
from desktop_app.core.packs.listed import PackTexts
from desktop_app.workflow.packs.checking import check_texts
from tests.helpers.ours import CATALOGUE, LAW

TODAY = dt.date(2026, 11, 25)
PACK = "mdph-conciliation"
SOUND = CATALOGUE.texts(PACK)
ARRIVAL = 'arrival = "decision"'
EVENT = 'event = "{}"\ndate = "{}"'
LETTER = "letter.toml"
FIRST = "examples/1-avant-le-recours.toml"
BODY = '  [[recipient.body]]\n  id = "mdph"\n'
BY_HAND = """
  [[recipient.line]]
  text = "Madame, Monsieur le directeur"
  [[recipient.line]]
  text = "{{ dest_code_postal }} {{ dest_ville }}"
  [[recipient.call]]
  text = "CALL"
"""
LONG = "Pouvez-vous dire ici avec vos mots à vous tout ce qui ne va pas dans cette longue lettre ?"

FREE = 'Madame, Monsieur,"\n  [[recipient.line]]\n  text = "Libre réponse 12345'
HEAVY = "Préalablement, postérieurement, administrativement, réglementairement. " * 60
MORE = "".join(
    f"""
  [[section.question]]
  id = "encore_{n}"
  kind = "text"
  label = "Et encore ?"
  why = "Pour voir."
  page = "Page {n}"
"""
    for n in range(30)
)
DEMAND = 'text = "Je voudrais obtenir ceci : {{ mdph_demande }}."'
MEANT = 'meaning = "Vous dites ce que vous voulez."'
OTHER_CODE = (
    "L.114-2 du code des relations entre le public et l'administration",
    "L.114-2 du code de la sécurité sociale",
)
NEXT = '[[section]]\nid = "droit"'

# file, what stands there, what takes its place, the code, where it is told
MUTATIONS = [
    # whom it is written to
    (LETTER, 'id = "mdph"\n', 'id = "mdhp"\n', "pack-unknown-body", "destinataire, body 1"),
    (LETTER, 'id = "mdph"\n', 'id = "cpam"\n', "pack-body-needs", "destinataire, body 1"),
    (LETTER, BODY, "", "pack-no-recipient", "recipient"),
    (LETTER, BODY, BODY + BY_HAND, "pack-recipient-both", "recipient"),
    (LETTER, 'id = "mdph"\n', 'id = "bureau-maire"\n', "pack-body-needs", "destinataire"),
    (LETTER, 'family = "handicap"', 'family = "emploi"', "pack-body-other", "destinataire"),
    (LETTER, 'id = "mdph"\n', 'id = "mdph"\n  whem = "x"\n', "pack-unknown-key", "body"),
    (LETTER, 'id = "mdph"\n', 'id = "mdph"\n  when = "x == 1"\n', "pack-unknown-name", "body 1"),
    (
        LETTER,
        BODY,
        BY_HAND.replace("CALL", "Madame la Présidente, Monsieur le Président,"),
        "pack-call-title",
        "formule d’appel 1",
    ),
    (LETTER, BODY, BY_HAND.partition("  [[recipient.call]]")[0], "pack-no-recipient", "recipient"),
    (LETTER, BODY, BODY + '  [[recipient.house]]\n  text = "x"\n', "pack-unknown-key", "house"),
    (LETTER, '"destinataire", "lieu"]', '"lieu"]', "pack-body-needs", "destinataire"),
    # paragraphs
    (
        LETTER,
        "mdph_recours in ['bientot', 'non']\"\n\n[[par",
        "mdph_recours == 'oui' and mdph_recours == 'non'\"\n\n[[par",
        "pack-unreachable",
        "paragraphe 6",
    ),
    (LETTER, "{{ mdph_desaccord }}", "{{ mdph_desacord }}", "pack-unknown-name", "paragraphe 3"),
    (LETTER, 'text = "{{ mdph_desaccord }}"', 'text = " "', "pack-empty-text", "paragraphe 3"),
    (LETTER, 'meaning = "Vous dites ce que vous voulez."', 'meaning = ""', "pack-empty-text", "2"),
    (LETTER, 'id = "souhait"', 'id = "demande"', "pack-duplicate-id", "paragraphe 2"),
    (
        LETTER,
        "{{ mdph_demande }}",
        "{{ mdph_demande.upper() }}",
        "template-forbidden",
        "paragraphe 2",
    ),
    (LETTER, "{{ mdph_demande }}", "{{ mdph_demande", "template-syntax", "paragraphe 2"),
    # questions
    (LETTER, "Comment s'appelle l'enfant ?", LONG, "pack-long-label", "question 2"),
    (LETTER, "Comment s'appelle l'enfant ?", " ", "pack-empty-text", "question 2"),
    (LETTER, 'kind = "long_text"', 'kind = "longtext"', "pack-unknown-kind", "question 4"),
    (LETTER, "mdph_recours == 'oui'", "mdph_recours == 'ouii'", "pack-unknown-choice", "question"),
    (LETTER, 'id = "bientot"', 'id = "oui"', "pack-duplicate-id", "choix 2"),
    (
        LETTER,
        'include = ["decision"]',
        'include = ["decisions"]',
        "pack-unknown-group",
        "section 1",
    ),
    (LETTER, 'not_after = "today"', 'not_after = "demain"', "pack-not-a-date", "not_after"),
    # where it comes from, and how it is found
    (LETTER, "[[source]]", "[[sourse]]", "pack-unknown-key", "sourse"),
    (LETTER, 'articles = ["CRPA L.114-2"]', "articles = []", "pack-no-article", "source 2"),
    (LETTER, 'title = "Transmission au bon service"', 'title = ""', "pack-empty-text", "source 2"),
    (
        LETTER,
        'seen_on = 2026-11-24\nconfidence = "haute"',
        'seen_on = 2027-01-01\nconfidence = "haute"',
        "pack-seen-later",
        "source 2",
    ),
    (LETTER, "seen_on = 2026-11-25", "seen_on = 2026-12-25", "pack-seen-later", "clé seen_on"),
    (LETTER, 'confidence = "haute"', 'confidence = "sûre"', "pack-wrong-type", "source 2"),
    (LETTER, "keywords = [", "situations2 = [", "pack-unknown-key", "situations2"),
    (
        LETTER,
        'plain_title = "Demander une',
        'plain_title = "" # ',
        "pack-empty-text",
        "plain_title",
    ),
    (LETTER, 'subject = "demande', 'subject = "" # "', "pack-empty-text", "clé subject"),
    (LETTER, 'request = "Je demande une', 'request = " " # ', "pack-empty-text", "clé request"),
    (
        LETTER,
        'situations = ["mediateur"]',
        'situations = ["mediation"]',
        "pack-unknown-situation",
        "s",
    ),
    # delays
    (
        LETTER,
        'procedure = "mdph-conciliation"\nseen',
        'procedure = "mdph-concil"\nseen',
        "pack-unknown-procedure",
        "clé procedure",
    ),
    (LETTER, ARRIVAL, 'arrival = "decisions"', "pack-no-arrival", "délai 1"),
    (LETTER, ARRIVAL, f'{ARRIVAL}\nevent = "notification"', "pack-arrival-alone", "délai 1"),
    (LETTER, ARRIVAL, EVENT.format("notification", "mdph_de"), "pack-not-a-date", "délai 1"),
    (LETTER, ARRIVAL, EVENT.format("notif", "date_retrait"), "pack-unknown-event", "délai 1"),
    (
        LETTER,
        ARRIVAL,
        EVENT.format("rejet-implicite", "date_retrait"),
        "event-does-not-fit",
        "délai 1",
    ),
    # enclosures and warnings
    (LETTER, 'text = "Copie de mon recours"', 'text = ""', "pack-empty-text", "pièce 3"),
    (
        LETTER,
        (
            'text = "La conciliation ne fait que mettre le délai en pause. '
            'Ne comptez pas dessus : gardez la date du recours affichée ici."'
        ),
        'text = ""',
        "pack-empty-text",
        "avertissement",
    ),
    # what others will read: its law was read, its words are plain
    (LETTER, 'basis = ["CRPA L.114-2"]', 'basis = ["CRPA L.999-9"]', "pack-article-unread", "8"),
    (LETTER, "(article L.114-2 du", "(article L.114-3 du", "pack-article-unfounded", "graphe 8"),
    (LETTER, OTHER_CODE[0], OTHER_CODE[1], "pack-article-unfounded", "graphe 8"),
    (
        LETTER,
        DEMAND,
        DEMAND.replace("ceci", "ceci (article 1343-5 du code civil)"),
        "pack-article-unfounded",
        "paragraphe 2",
    ),
    (
        LETTER,
        "La personne qualifiée propose",
        "La personne qualifiée (article L.146-11) propose",
        "pack-article-unread",
        "avertissement",
    ),
    (
        LETTER,
        'articles = ["CRPA L.114-2"]',
        'articles = ["CRPA L.114-2"]\nsays = "un de trop à la suite de huit autres mots"',
        "pack-says-much",
        "source 2",
    ),
    # what is said to be joined, what is said to stop
    (
        LETTER,
        DEMAND,
        DEMAND.replace("}}.", "}}. Je vous envoie mon bilan avec cette lettre."),
        "pack-joined-unasked",
        "paragraphe 2",
    ),
    (
        LETTER,
        "Le mandat écrit, signé le {{ mandat_date }}, est joint.",
        "Le livret de famille est joint.",
        "pack-joined-other",
        "paragraphe 7",
    ),
    (
        LETTER,
        "Ne comptez pas dessus :",
        "Elle arrête les retraits :",
        "pack-suspends-nothing",
        "avertissement 2",
    ),
    (LETTER, 'why = "La lettre dit pour', 'why = "" # ', "pack-no-why", "question 2"),
    (LETTER, "Quelques mots suffisent.", "Un. Deux. Trois.", "pack-long-hint", "question 3"),
    (LETTER, "Quelques mots suffisent.", "mot " * 21, "pack-long-hint", "question 3"),
    (LETTER, MEANT, 'meaning = "La forclusion attend."', "pack-unexplained", "paragraphe 2"),
    (LETTER, MEANT, 'meaning = "La CADA attend."', "pack-unexplained", "paragraphe 2"),
    (LETTER, MEANT, 'meaning = "Veuillez le dire."', "pack-rough-word", "paragraphe 2"),
    (LETTER, MEANT, 'meaning = "Dites-le !"', "pack-rough-word", "paragraphe 2"),
    (LETTER, MEANT, f'meaning = "{HEAVY}"', "pack-hard-to-read", LETTER),
    (LETTER, NEXT, f'[[section]]\nid = "e"\ntitle = "E"\n{MORE}\n{NEXT}', "pack-long-path", FIRST),
    (LETTER, 'family = "handicap"', 'family = "etrangers"', "pack-no-lawyer", "clé warning"),
    (
        LETTER,
        BODY,
        BY_HAND.replace("{{ dest_v", "Libre réponse, {{ dest_v"),
        "pack-free-address",
        "",
    ),
    (LETTER, 'subject = "dem', 'free_post = true\nsubject = "dem', "pack-free-not", "free_post"),
    (LETTER, 'subject = "dem', 'free_post = true\nsubject = "dem', "pack-free-registered", ""),
    (LETTER, DEMAND, DEMAND.replace("ceci :", "ceci " * 34), "pack-long-sentence", "paragraphe 2"),
    (LETTER, DEMAND, DEMAND.replace("ceci :", "ceci ceci :"), "pack-said-twice", "paragraphe 2"),
    (LETTER, DEMAND, DEMAND.replace("}}.", "}}.."), "pack-half-said", "paragraphe 2"),
    # examples
    (FIRST, '"souhait", "desaccord"', '"souhait"', "example-paragraphs", FIRST),
    (FIRST, '"une personne qualifiée"', '"un juge"', "example-fact", FIRST),
    (FIRST, 'mdph_droit = "pch"', 'mdph_droit = "pchh"', "unknown-choice", FIRST),
    (FIRST, 'nom = "Martin"\n', 'nom = "Martin"\nnomm = "x"\n', "unknown-question", FIRST),
]


def spoilt(file: str, old: str, new: str) -> PackTexts:
    text = SOUND.texts[file].decode()
    assert old in text, "the test must follow the file"
    changed = {**SOUND.texts, file: text.replace(old, new, 1).encode()}
    return PackTexts(PACK, SOUND.path, changed, SOUND.groups)


def test_the_letter_is_sound() -> None:
    assert check_texts(SOUND, LAW, TODAY, for_others=True).problems == ()


@pytest.mark.parametrize(("file", "old", "new", "code", "place"), MUTATIONS)
def test_a_fault_is_refused_with_its_file_and_its_place(
    file: str, old: str, new: str, code: str, place: str
) -> None:
    found = check_texts(spoilt(file, old, new), LAW, TODAY, for_others=True).problems
    told = [(one.code, one.place) for one in found]
    assert any(one.code == code and place in one.place for one in found), told
    assert all(one.place.startswith(("letter.toml", "examples/")) for one in found), told
    assert all(i18n.sentence(one.code, one.parameters) != one.code for one in found)


@pytest.mark.parametrize(
    ("pack", "old", "new", "code"),
    [
        (
            "titre-executoire",
            "N'écrivez pas seulement au",
            "Ce recours n'arrête pas la saisie. N'écrivez pas seulement au",
            "pack-suspends-indeed",
        ),
        (
            "caf-remise",
            "Si le bureau refuse, ou ne",
            "Cette lettre n'arrête pas les retraits. Si le bureau refuse, ou ne",
            "pack-suspends-some",
        ),
    ],
)
def test_what_is_said_of_the_suspension_is_held_to_the_law(
    pack: str, old: str, new: str, code: str
) -> None:
    """What a letter stops depends on its procedure: each effect is spoilt in a letter of it."""
    ours = CATALOGUE.texts(pack)
    text = ours.texts[LETTER].decode()
    assert old in text, "the test must follow the file"
    changed = {**ours.texts, LETTER: text.replace(old, new, 1).encode()}
    found = check_texts(PackTexts(pack, ours.path, changed, ours.groups), LAW, TODAY).problems
    assert code in [one.code for one in found if "avertissement" in one.place]


def test_a_letter_without_words_to_find_it_is_refused() -> None:
    text = SOUND.texts[LETTER].decode()
    begin, end = text.index("keywords = ["), text.index("subject = ")
    for words in ("", "keywords = []\n", 'keywords = [" "]\n'):
        changed = (text[:begin] + words + text[end:]).encode()
        pack = PackTexts(PACK, SOUND.path, {**SOUND.texts, LETTER: changed}, SOUND.groups)
        assert "pack-no-keyword" in [one.code for one in check_texts(pack, LAW, TODAY).problems]


def with_text(name: str, text: str) -> list[str]:
    """Return the codes of what is wrong with the letter, one of its files being this."""
    pack = PackTexts(PACK, SOUND.path, {**SOUND.texts, name: text.encode()}, SOUND.groups)
    return [one.code for one in check_texts(pack, LAW, TODAY, for_others=True).problems]


def test_a_letter_found_by_too_few_words_is_refused() -> None:
    text = SOUND.texts[LETTER].decode()
    begin, end = text.index("keywords = ["), text.index("subject = ")
    few = f'{text[:begin]}keywords = ["conciliation"]\n{text[end:]}'
    assert with_text(LETTER, few) == ["pack-few-keywords"]


def test_an_example_that_awaits_nothing_is_refused() -> None:
    text = SOUND.texts[FIRST].decode().partition("[expected]")[0]
    assert with_text(FIRST, text) == ["example-proves-nothing"]


def test_ones_own_version_may_keep_its_own_words() -> None:
    """The window saves it; ``pack check``, for others, still tells."""
    own = spoilt(LETTER, MEANT, 'meaning = "Veuillez éviter la forclusion !"')
    assert check_texts(own, LAW).problems == ()
    assert len(check_texts(own, LAW, for_others=True).problems) == 3


def test_a_letter_without_an_example_of_a_paragraph_is_refused() -> None:
    kept = {name: raw for name, raw in SOUND.texts.items() if "2-ecole" not in name}
    found = check_texts(PackTexts(PACK, SOUND.path, kept, SOUND.groups), LAW, TODAY).problems
    assert ("pack-not-in-examples", "letter.toml, paragraphe 5") in [
        (one.code, ", ".join(one.place.split(", ")[:2])) for one in found
    ]
