"""Forms whose paper nobody here has: what is not seen is not said, and all of it can be copied."""

from typing import Any

import pytest

from desktop_app import i18n
from desktop_app.core.answers.answer_file import draft_of
from desktop_app.core.answers.validate import validate
from desktop_app.core.documents.compose_form import compose_form
from desktop_app.core.packs.listed import UNNUMBERED, PackTexts
from desktop_app.core.packs.model import FormDefinition
from desktop_app.core.packs.parse import Pack, parse_pack
from desktop_app.core.packs.resolve import questions_of
from desktop_app.pages.copying import copying
from desktop_app.pages.reading import read
from desktop_app.workflow.documents.prepared import told_to
from desktop_app.workflow.packs.checking import check_texts
from tests.helpers.ours import CATALOGUE, LAW

PREPARED = [one.id for one in CATALOGUE.search("", "form") if one.prepared]
LINE = '\n[[place]]\npart = "Vous"\nlabel = "Mot {n}"\nvalue = "{{{{ mot_{n} }}}}"\n'
LINES = "".join(LINE.format(n=n) for n in range(8))
LAST = "\n[[place]]" + LINES.rpartition("\n[[place]]")[2]
ASKED = "".join(
    f'\n[[section.question]]\nid = "mot_{n}"\nkind = "text"\nlabel = "Quel mot {n} ?"\n'
    for n in range(8)
)
FORM = f"""schema = 1
id = "essai"
number = "99999"
edition = ""
title = "Essai"
plain_title = "Un essai"
family = "transversal"
body = "Mairie"
seen_on = 2026-11-24
keywords = ["essai"]

[prepared]
get = "À la mairie."
send = "À la mairie."
letter = "premiere-demande"
named = "99999*03"

[[section]]
id = "vous"
title = "Vous"
{ASKED}
[[source]]
articles = ["Formulaire 99999"]
title = "Le papier n'a pas été vu"
seen_on = 2026-11-24
confidence = "basse"
to_verify = true
"""
EXAMPLE = 'today = 2026-11-24\n[answers]\nmot_0 = "un"\n[expected.values]\n"Mot 0" = "un"\n'
MAP = f'edition = ""\npage_sizes = []\n{LINES}'
SOUND = {
    "form.toml": FORM,
    "fields-papier.toml": MAP,
    "examples/1-essai.toml": EXAMPLE,
}
BLANK = '[[blank]]\nedition = "99999*03"\nmap = "fields-papier.toml"\n\n[[section]]'

# file, what stands there, what takes its place, the code
SABOTAGES = [
    ("form.toml", 'edition = ""', 'edition = "99999*03"', "pack-prepared-seen"),
    ("form.toml", "[[section]]", BLANK, "pack-prepared-seen"),
    ("fields-papier.toml", "page_sizes = []", "page_sizes = [[595, 842]]", "pack-prepared-seen"),
    ("form.toml", 'number = "99999"', 'number = "9999"', "pack-prepared-number"),
    ("form.toml", '"99999*03"', '"88888*03"', "pack-prepared-number"),
    ("form.toml", 'send = "À la mairie."', 'send = ""', "pack-prepared-send"),
    ("form.toml", 'letter = "premiere-demande"', "", "pack-prepared-letter"),
    ("form.toml", "named =", 'alone = "Non."\nnamed =', "pack-prepared-letter"),
    ("form.toml", "to_verify = true", "", "pack-prepared-unsure"),
    ("form.toml", 'get = "À la mairie."', 'get = ""', "pack-not-prepared"),
    ("fields-papier.toml", LAST, "", "pack-prepared-lost"),
    ("fields-papier.toml", LAST, "", "pack-prepared-short"),
    ("fields-papier.toml", 'part = "Vous"', 'part = "Vous"\npage = 1', "pack-prepared-box"),
    ("fields-papier.toml", 'part = "Vous"', 'part = "Vous"\ncomb = 5', "pack-prepared-box"),
    ("fields-papier.toml", 'part = "Vous"', "", "pack-prepared-part"),
    ("fields-papier.toml", '"Mot 1"', '"mot 0"', "pack-prepared-twice"),
    ("fields-papier.toml", '"{{ mot_0 }}"', '"{{ mot_0 }}"\nkind = "tick"', "pack-tick-value"),
]


def codes(texts: dict[str, str]) -> list[str]:
    """Return what `pack check` says of a pack."""
    raw = {name: text.encode() for name, text in texts.items()}
    found = check_texts(PackTexts("essai", "essai", raw, {}), LAW).problems
    assert all(i18n.sentence(one.code, one.parameters) != one.code for one in found)
    return [one.code for one in found]


def test_a_prepared_form_is_sound() -> None:
    assert codes(SOUND) == []


def test_a_paper_that_bears_no_number_says_so() -> None:
    form = FORM.replace('"99999"', f'"{UNNUMBERED}"').replace('named = "99999*03"', "")
    assert codes({**SOUND, "form.toml": form}) == []


@pytest.mark.parametrize(("file", "old", "new", "code"), SABOTAGES)
def test_what_was_not_seen_is_refused(file: str, old: str, new: str, code: str) -> None:
    assert old in SOUND[file], "the test must follow the file"
    assert code in codes({**SOUND, file: SOUND[file].replace(old, new, 1)})


def test_its_own_keys_are_for_such_a_paper_alone() -> None:
    box = "page = 1\nbox = [10, 10, 50, 12]"
    seen = MAP.replace("page_sizes = []", "page_sizes = [[595, 842]]").replace(
        'part = "Vous"', f'part = "Vous"\n{box}'
    )
    form = FORM.replace('edition = ""', 'edition = "99999*03"').partition("[prepared]")
    rest = "[[section]]" + form[2].partition("[[section]]")[2]
    blank = '[[blank]]\nedition = "99999*03"\nmap = "fields-1.toml"\n\n'
    texts = {
        "form.toml": form[0] + blank + rest,
        "fields-1.toml": seen.replace('edition = ""', 'edition = "99999*03"'),
        "examples/1-essai.toml": EXAMPLE,
    }
    assert set(codes(texts)) == {"pack-prepared-key"}


# ---------------------------------------------------------------- ours


@pytest.fixture(scope="module", params=PREPARED)
def ours(request: pytest.FixtureRequest) -> tuple[FormDefinition, Pack]:
    """Each of ours: resolved, and as its files are."""
    form = CATALOGUE.form(request.param)
    return form, parse_pack(CATALOGUE.texts(request.param).texts)


def test_there_are_some() -> None:
    assert len(PREPARED) > 10


def test_its_sheet_holds_what_was_said_and_says_what_was_not_seen(
    ours: tuple[FormDefinition, Pack],
) -> None:
    """Every value of an example is on the sheet, in a part; no edition is given for seen."""
    form, pack = ours
    for example, file in pack.examples.values():
        answers = validate(form, draft_of(file.data, form.id), example.today, blanks=True)
        filled = compose_form(form, CATALOGUE.field_map(form.id), answers, example.today)
        told = "\n".join(read(copying(filled).blocks))
        for value in example.expected.values.values():
            assert value in told
        assert "Nous n’avons pas le papier lui-même" in told
        if form.number == UNNUMBERED:
            assert "Papier sans numéro national : chaque bureau a le sien." in told
            assert f"n° {UNNUMBERED}" not in told
        else:
            assert f"S’il n’est pas {form.number}, demandez au guichet" in told
            assert "numéro à vérifier sur le papier" in told
        assert "Édition vue le" not in told
        assert form.prepared.get.replace("'", "’")[:20] in told.replace("'", "’")


def test_its_letter_takes_what_was_told_once(ours: tuple[FormDefinition, Pack]) -> None:
    form, pack = ours
    if not form.prepared.letter:
        return
    letter = CATALOGUE.letter(form.prepared.letter)
    asked = {one.id: one for one in questions_of(letter)}
    for name, choice in form.prepared.answers.items():
        assert choice in [one.id for one in asked[name].choices]
    (example, file), *_ = pack.examples.values()
    told: Any = told_to(letter, form, draft_of(file.data, form.id))
    assert {"prenom", "nom", "adresse_voie", "code_postal"} <= told.keys()
    assert example.answers["prenom"] == told["prenom"]
