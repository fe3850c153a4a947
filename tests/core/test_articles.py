"""Which articles a text cites, however it writes them."""

import pytest

from desktop_app.core.articles import Article, in_basis, in_text


def written(found: tuple[Article, ...]) -> list[str]:
    return [article.written for article in found]


@pytest.mark.parametrize(
    ("basis", "expected"),
    [
        ("CSS L.845-3", ["CSS L.845-3"]),
        ("CJA R.811-1, R.821-1 ; CPC art. 641 al. 1", ["CJA R.811-1", "CJA R.821-1", "CPC 641"]),
        ("CASF R.262-68 à R.262-68-6 (décret 2025-478)", ["CASF R.262-68", "CASF R.262-68-6"]),
        (
            "CPP 529-2, 529-10, R.49-14 et s., 801 (report de 2 jours)",
            ["CPP 529-2", "CPP 529-10", "CPP R.49-14", "CPP 801"],
        ),
        ("code civil 515-9, 515-10 (pas de plainte), 515-11 ; CPC 1136-3",
         ["C. civ. 515-9", "C. civ. 515-10", "C. civ. 515-11", "CPC 1136-3"]),
        ("LPF L.80 C", ["LPF L.80C"]),
        ("LPF R.*281-3-1", ["LPF R.281-3-1"]),
        ("CSS L.114-17-2 I 3° c", ["CSS L.114-17-2"]),
        ("CSS R.142-1-A III ; Cass. ass. plén. 8 mars 2024 n° 21-12.560", ["CSS R.142-1-A"]),
        ("décret 2020-1717 art. 69 (15 jours), 70 (8 jours)", ["2020-1717 69", "2020-1717 70"]),
        ("CPCE R.442-3 (mentions du CPC 57, à peine de nullité), R.442-4",
         ["CPCE R.442-3", "CPC 57", "CPCE R.442-4"]),
        ("CCH L.823-9 -> CSS L.161-1-5 et L.553-2",
         ["CCH L.823-9", "CSS L.161-1-5", "CSS L.553-2"]),
        ("code de l’éducation L.612-3 VIII et IX", ["C. éduc. L.612-3"]),
        ("RGPD art. 15, § 1, h", ["RGPD 15"]),
        ("Convention internationale des droits de l'enfant art. 3", ["CIDE 3"]),
        ("Accord franco-algérien du 27 décembre 1968 art. 6", ["accord de 1968 6"]),
        ("CE 29 novembre 2022 n° 450275", []),
        ("Formulaire 10842*06", []),
    ],
)  # fmt: skip
def test_a_basis_names_the_code_first(basis: str, expected: list[str]) -> None:
    assert written(in_basis(basis)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("(articles L.142-4 et R.142-1 du code de la sécurité sociale)",
         ["CSS L.142-4", "CSS R.142-1"]),
        ("L'article 529-2 du code de procédure pénale. L'article 529-10 du même code.",
         ["CPP 529-2", "CPP 529-10"]),
        ("l'article 47 de la loi n° 78-17 du 6 janvier 1978", ["78-17 47"]),
        ("article 15, paragraphes 1 et 3, du règlement européen 2016/679", ["RGPD 15"]),
        ("l'article L.761-1 permet de le demander.", ["L.761-1"]),
        ("Le 3 novembre 2026, 120 € pour 2 mois et 3 personnes.", []),
    ],
)  # fmt: skip
def test_a_letter_names_it_last(text: str, expected: list[str]) -> None:
    assert written(in_text(text)) == expected
