"""A danger said in plain words comes first; words that only look alike bring no alarm."""

import pytest

from desktop_app.catalogue.catalogue import FolderCatalogue
from desktop_app.catalogue.law import FolderLaw
from desktop_app.datafiles import data_root
from desktop_app.workflow.guidance.search import find

OURS, LAW = FolderCatalogue(data_root("forms")), FolderLaw()
DANGERS = {
    "coupure": [
        "on m'a coupé l'électricité",
        "on m'a coupé le gaz",
        "plus de courant depuis hier, edf a coupé",
        "ils ont coupé l'eau, j'ai un bébé",
        "je n'ai plus d'électricité",
        "le compteur est coupé pour impayé",
        "engie va me couper le courant demain",
        "plus de chauffage, ils ont coupé",
        "on a plus de lumière à la maison, facture pas payée",
        "suez nous a coupé l'eau",
    ],
    "violences": [
        "mon mari me frappe",
        "mon compagnon me bat",
        "je suis victime de violences conjugales",
        "il me tape devant les enfants",
        "ma femme me frappe",
        "j'ai peur de mon ex",
        "il menace de me tuer",
        "il a frappé ma fille",
        "mon copain m'a étranglée hier soir",
        "elle me tape dessus quand elle boit",
        "il veut me tuer",
        "ma mère est frappée par son compagnon",
    ],
    "compte-saisi": [
        "on a saisi mon compte",
        "saisie bancaire",
        "saisie sur compte",
        "mon compte est bloqué par un huissier",
        "les impôts ont pris tout mon compte",
        "saisie attribution",
        "l'huissier m'a tout pris à la banque",
        "je n'ai plus accès à mon argent, saisie d'huissier",
        "la banque a bloqué mon compte à cause d'une saisie",
        "l'huissier a vidé mon livret",
    ],
    "expulsion": [
        "on me met dehors demain",
        "le propriétaire a changé la serrure",
        "la police vient m'expulser",
        "mon propriétaire me jette dehors",
        "on va nous mettre à la rue",
        "je dois quitter mon logement demain, l'huissier vient",
        "je dois partir de chez moi, l'huissier arrive",
        "je vais me retrouver à la rue demain",
        "on nous expulse vendredi",
    ],
    "plus-d-argent": [
        "plus à manger",
        "je n'ai rien à manger pour mes enfants",
        "mes enfants ont faim",
        "je n'ai plus un sou",
        "la caf ne me verse plus rien",
        "frigo vide et rsa pas versé",
        "j'ai plus d'argent pour finir le mois",
        "j'ai plus rien dans le frigo",
        "les petits n'ont pas mangé",
    ],
    "48-heures": [
        "je suis à la rue ce soir",
        "je dors dans ma voiture",
        "le 115 n'a pas de place pour cette nuit",
        "je ne sais pas où dormir ce soir",
    ],
    "exclusion-ecole": [
        "mon fils est renvoyé du lycée",
        "le collège a exclu ma fille",
        "mon fils est exclu définitivement",
    ],
    "oqtf": ["je dois quitter le pays", "la préfecture me donne 30 jours pour partir de france"],
    "retention": ["je suis enfermé au centre de rétention"],
    "asile": ["ma demande d'asile est rejetée", "l'ofpra a dit non"],
}
CALM = [
    "électricité trop chère",
    "changer de fournisseur d'électricité",
    "ma facture d'électricité est fausse",
    "ma facture d'électricité a plus que doublé",
    "mon mari est mort",
    "mon mari a changé de travail",
    "je frappe à toutes les portes, la caf ne répond pas",
    "je me bats depuis des mois avec la caf, il me manque un papier",
    "ouvrir un compte bancaire",
    "droit au compte",
    "frais bancaires trop élevés",
    "saisir le tribunal administratif",
    "saisir le défenseur des droits",
    "saisir la commission de recours amiable",
    "je quitte mon logement, préavis",
    "demander un logement social",
    "cantine trop chère",
    "le prix du repas à la cantine",
    "inscription au lycée refusée",
    "mon fils entre au collège",
    "demander le rsa",
    "je dors mal, certificat pour la mdph",
    "attestation d'hébergement",
    "renouveler mon titre de séjour",
    "visa refusé pour venir en france",
    "amende de stationnement",
    "mon bailleur ne fait pas les travaux, il y a de l'humidité",
    "le médecin m'a mis en arrêt",
    "changer d'adresse à la caf",
    "remise de ma dette de rsa",
    "la caf me réclame plus d'argent que je dois",
    "le contrôleur a frappé à ma porte",
    "la caf met des mois à répondre",
    "consulter mon compte ameli",
    "les impôts ont pris en compte mes enfants",
    "je voudrais changer de voiture, carte grise",
    "j'ai eu peur de rater la date",
    "un courrier de l'huissier pour une dette à la caf",
    "attestation de non violence scolaire",
    "acheter de l'eau",
    "on m'a coupé la ligne internet",
    "mon compte formation",
    "le chien de mon voisin me fait peur",
    "la caf a saisi mes revenus par erreur",
    "mon fils est exclu du remboursement",
    "on m'a coupé la parole au guichet",
    "le courant passe mal avec mon bailleur",
    "mon ex ne paie pas la pension alimentaire",
    "mon fils a peur du collège",
    "j'ai tapé mon mot de passe et ça ne marche pas",
    "ouvrir un compte courant",
    "mon compte caf est bloqué, je n'ai plus accès",
    "le chauffage collectif est en panne",
    "fuite d'eau, facture énorme",
    "quitter la caf pour la msa",
    "je suis à la retraite",
    "aller à l'école à pied, carte de bus",
    "le dossier a été renvoyé par le lycée",
    "j'ai été mise en retraite d'office",
    "mon mari est en maison de retraite, aide sociale",
    "saisir le médiateur pour mon compte bancaire fermé",
    "on m'a volé ma carte grise",
    "je dois passer le permis à la préfecture à partir de mars",
]


@pytest.mark.parametrize(
    ("emergency", "words"), [(name, words) for name, said in DANGERS.items() for words in said]
)
def test_a_danger_comes_first(emergency: str, words: str) -> None:
    assert emergency in [one.id for one in find(OURS, LAW, words).emergencies]


@pytest.mark.parametrize("words", CALM)
def test_no_alarm_where_nothing_presses(words: str) -> None:
    found = find(OURS, LAW, words)
    assert [one.id for one in found.emergencies] == []
    assert not found.presses
