"""A letter is found by what people say, which is not what its keywords say."""

import pytest

from desktop_app.catalogue.catalogue import FolderCatalogue
from desktop_app.datafiles import data_root

CATALOGUE = FolderCatalogue(data_root("forms"))
SAID = {
    "accuse-reception": [
        "la mairie a perdu mon dossier",
        "est-ce qu'ils ont bien reçu ma lettre",
        "je veux une preuve que j'ai envoyé mon dossier",
        "aucune confirmation de ma demande",
        "je sais pas si mon papier est arriver",
    ],
    "cada": [
        "ils m'ont refusé la copie du dossier",
        "la mairie ne veut pas me donner le document",
        "commission acces documents",
        "le service refuse de m'envoyer mon dossier",
        "ça fait un mois que j'ai demandé mon dossier sans réponse",
    ],
    "documents-admin": [
        "je voudrais lire ce qu'il y a dans mon dossier",
        "avoir le compte rendu de la mairie",
        "photocopie de mes papiers à l'hopital",
        "consulter un document public",
        "demander une circulaire",
    ],
    "mdph-rapo": [
        "on m'a refusé l'aah",
        "ils ont baissé mon taux de handicap",
        "ma fille n'a pas assez d'heures d'avs",
        "la maison du handicap a dit non",
        "contester decision mdph",
    ],
    "mdph-silence": [
        "la mdph repond pas depuis 6 mois",
        "dossier mdph toujours en cours",
        "je n'ai pas de nouvelles de la maison du handicap",
        "mon aah n'est pas renouvelée",
        "combien de temps pour la mdph",
    ],
    "recours-gracieux": [
        "je veux contester le refus de la mairie",
        "le maire a refusé ma demande",
        "demander de revoir une décision",
        "refus de la cantine",
        "la fac refuse mon inscription",
    ],
    "recours-hierarchique": [
        "je veux m'adresser au ministre",
        "me plaindre au chef du service",
        "ecrire au directeur de la région",
        "faire un recours plus haut",
        "s'adresser au superieur",
    ],
    "rgpd-acces": [
        "qu'est ce qu'ils savent sur moi",
        "avoir une copie de mes informations personnelles",
        "ecoute de mes appels téléphoniques",
        "on me fiche",
        "quelles données a france travail",
    ],
    "parcoursup-motifs": [
        "pas pris en fac",
        "ma fille refusée de partout sur parcoursup",
        "pourquoi pas pris en bts",
        "en attente sur parcoursup",
        "connaitre les criteres de la formation",
    ],
    "ddd": [
        "je suis discriminé par un propriétaire",
        "les services publics se moquent de moi",
        "refus de louer à cause de mon nom",
        "mon enfant n'est pas inscrit à l'école",
        "se plaindre d'un service public",
    ],
    "droit-erreur": [
        "je me suis trompé dans ma déclaration",
        "j'ai oublié de declarer un salaire",
        "penalite pour une erreur",
        "je l'ai pas fait expres",
        "c'était une faute d'inattention",
    ],
    "cpam-refus": [
        "la secu veut pas payer mon arret maladie",
        "on me rembourse pas mes soins",
        "pas reçu mes indemnites journalieres",
        "ma carte vitale est fermée",
        "accident de travail refusé par la cpam",
    ],
    "cpam-c2s": [
        "je n'ai pas de mutuelle",
        "refus de la cmu",
        "ma c2s n'arrive pas",
        "complementaire santé pas de réponse",
        "renouveler la css",
    ],
    "ame-refus": [
        "aide médicale refusée",
        "je suis malade et sans papiers",
        "ame pas renouvelée",
        "refus de soins sans papiers",
        "carte d'aide médicale",
    ],
    "ft-mediation": [
        "pole emploi m'a radié",
        "j'ai rate un rendez-vous france travail",
        "on m'a coupé mon chômage",
        "france travail me sanctionne",
        "contester ma radiation",
    ],
    "ft-indu": [
        "pole emploi me demande de rembourser",
        "ils me prennent sur mon chômage",
        "trop percu pole emploi",
        "je dois rendre des allocations chômage",
        "erreur dans mon actualisation",
    ],
    "impot-remise": [
        "j'arrive pas a payer mes impots",
        "effacer ma taxe foncière",
        "trop d'impôts pour ma petite retraite",
        "je n'ai pas assez d'argent pour le fisc",
        "annuler la pénalité des impôts",
    ],
    "impot-delais": [
        "payer mes impots en trois fois",
        "étaler ma taxe foncière",
        "le fisc me met en demeure",
        "un délai pour les impots",
        "payer le trésor public chaque mois",
    ],
    "lettre-libre": [
        "une lettre pour mon proprio",
        "je veux juste écrire un courrier",
        "ecrire a l'école de mon fils",
        "lettre pour résilier",
        "mettre mes mots en page",
    ],
    "cpam-medical": [
        "le docteur de la sécu veut que je reprenne le travail",
        "on arrete mon arret maladie",
        "invalidité refusée",
        "mon taux accident du travail est trop petit",
        "la sécu dit que je suis guéri",
    ],
    "cmi-rapo": [
        "refus macaron handicapé",
        "place de parking handicape refusée",
        "je n'arrive pas a rester debout",
        "carte cmi pas renouvelée",
        "carte d'invalidité refusée",
    ],
    "ft-observations": [
        "france travail menace de me radier",
        "j'ai dix jours pour repondre a pole emploi",
        "justifier une absence à pôle emploi",
        "un avertissement de france travail",
        "la mission locale veut me sanctionner",
    ],
    "pref-prolongation": [
        "ma carte de séjour est périmée",
        "mon recepisse est expiré",
        "l'employeur me demande mon titre",
        "j'attends ma carte depuis des mois",
        "attestation de prolongation anef",
    ],
    "pref-rdv": [
        "j'arrive pas a prendre rdv prefecture",
        "renouveler ma carte de séjour",
        "pas de place pour rendez vous titre de sejour",
        "la prefecture refuse de me recevoir",
        "ANEF ne marche pas",
    ],
    "papier-plutot-que-ligne": [
        "j'ai pas internet",
        "le site de la prefecture marche pas",
        "on m'oblige a tout faire sur ordinateur",
        "je veux parler a quelqu'un au guichet",
        "mon compte est bloqué je peux plus rien faire",
    ],
    "parcoursup-recteur": [
        "aucune place en fac pour la rentrée",
        "saisir le recteur pour une place",
        "mon fils n'a rien eu sur parcoursup",
        "commission d'acces a l'enseignement superieur",
        "je suis handicapé et je veux étudier pres de chez moi",
    ],
    "bourse": [
        "le crous m'a refusé la bourse",
        "mon echelon est trop bas",
        "rembourser ma bourse",
        "je n'ai plus de bourse",
        "bourse d'etudiant refusee",
    ],
    "scolarite": [
        "la mairie refuse d'inscrire ma fille à l'école",
        "pas d'aesh pour mon enfant",
        "refus d'inscrire mon enfant en maternelle",
        "la cantine refuse mon fils",
        "refus de dérogation pour le college",
    ],
    "exclusion-scolaire": [
        "mon fils est renvoyé du collège",
        "ma fille est passée en conseil de discipline",
        "viré du lycee",
        "faire appel d'une exclusion",
        "exclue definitivement",
    ],
    "surendettement-lettre": [
        "je croule sous les dettes",
        "trop de credits a rembourser",
        "je n'arrive plus a payer mes dettes",
        "dossier banque de france",
        "effacer mes dettes",
    ],
    "surendettement-contestation": [
        "mon dossier de surendettement est irrecevable",
        "la mensualité du plan est trop elevee",
        "la banque de france a refusé mon dossier",
        "contester le plan de surendettement",
        "juge du surendettement",
    ],
    "droit-compte": [
        "aucune banque ne veut de moi",
        "on refuse de m'ouvrir un compte",
        "je n'ai pas de rib",
        "ma banque a fermé mon compte",
        "interdit bancaire",
    ],
    "frais-bancaires": [
        "la banque me prend trop de frais",
        "frais de rejet de prelevement",
        "remboursement des agios",
        "commissions d'intervention",
        "je paie des frais a cause du decouvert",
    ],
    "energie-reclamation": [
        "ma facture d'electricite est fausse",
        "on m'a coupé l'électricité",
        "facture de gaz trop elevee",
        "rattrapage edf de deux ans",
        "le compteur linky est faux",
    ],
    "energie-mediateur": [
        "edf ne repond pas a ma reclamation",
        "mediateur de l'energie",
        "litige avec mon fournisseur de gaz",
        "engie ne me répond pas",
        "desaccord avec mon fournisseur d'electricité",
    ],
}


@pytest.mark.parametrize(
    ("pack", "words"), [(pack, words) for pack, said in SAID.items() for words in said]
)
def test_it_is_among_the_first_three(pack: str, words: str) -> None:
    assert pack in [found.id for found in CATALOGUE.search(words)[:3]]
