"""Words of drawn pages: of forms, in a few languages, and words that no language has."""

import random


def _words(text: str) -> list[str]:
    return text.split()


FRENCH = _words("""nom prénom prénoms naissance date lieu commune département pays nationalité
adresse numéro rue voie code postal ville téléphone portable courriel mél
profession employeur salaire montant euros mensuel annuel demande déclaration
attestation certificat bénéficiaire allocataire conjoint concubin enfant enfants
charge famille situation célibataire marié pacsé divorcé veuf séparé depuis
jusqu'au signature cachet fait à le oui non précisez lesquels motif objet
référence dossier organisme caisse sécurité sociale immatriculation véhicule
marque type logement loyer propriétaire locataire bailleur surface pièces
ressources pension retraite chômage indemnités impôt revenu fiscal avis compte
banque titulaire IBAN BIC pièces à joindre cadre réservé administration mentions
légales article loi droit tribunal avocat juge décision recours délai
notification procuration mandat soussigné certifie honneur exacts renseignements
important notice page volet suite raison SIRET SIREN association président
trésorier secrétaire membre cotisation année mois jour heure début fin durée
total nombre autres Monsieur Madame et ou de du la les des un une pour par sur
avec dans qui que votre vos vous""")
OTHERS = _words("""name first last middle street city state zip county phone email birth social
security number date signature applicant agency employer income total amount yes
no check one box please print court case plaintiff defendant attorney address
mailing title signed before office use only section part instructions page of
the and for or to in if has you your this form must be attach copy under Name
Vorname Geburtsdatum Straße Hausnummer PLZ Ort Telefon Unterschrift Datum
Versicherung Kind ja nein männlich weiblich Familienstand seit bitte ankreuzen
Beitrag Bank Konto Angaben zum der die und nombre apellidos domicilio localidad
provincia teléfono fecha firma solicitud número documento sí cognome nome
nascita residente via comune provincia codice fiscale firma""")
SYLLABLES = _words(
    """ba co di fo ga le mi no pa re si ta vu el an or is en tra pli ment tion ga ble eur"""
)


class Speaker:
    """Says words of one language, or of none."""

    def __init__(self, chance: random.Random) -> None:
        self._chance = chance
        self._known = chance.choices([FRENCH, OTHERS, None], [5, 4, 1])[0]

    def word(self) -> str:
        """One word."""
        if self._known is None or self._chance.random() < 0.05:
            return "".join(self._chance.choices(SYLLABLES, k=self._chance.randint(1, 4)))
        return self._chance.choice(self._known)

    def words(self, least: int, most: int) -> str:
        """Some words, the first with a capital, some in capitals."""
        said = " ".join(self.word() for _ in range(self._chance.randint(least, most)))
        said = said[:1].upper() + said[1:]
        return said.upper() if self._chance.random() < 0.06 else said

    def label(self, least: int = 1, most: int = 4) -> str:
        """What stands beside a box: often with a colon."""
        end = self._chance.choice([" :", " :", ":", "", "", "", " ?", " (1)", "*"])
        return self.words(least, most) + end
