"""Whose a box is: of whom the part of a page, the row and the words of a box speak.

A role is a short name, the same in drafts, answers of the command line and facts of a household:
"" is the person herself, ``enfant_2`` the second child. Of whom nothing tells is ``OTHER``: nothing
is known of nobody.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from desktop_app.core.generic.known import area_of, names_organisation
from desktop_app.core.generic.wording import plain_words

ME = ""
SPOUSE, OTHER_PARENT, PARENT = "conjoint", "autre_parent", "parent"
CHILD, MEMBER, DEPENDANT = "enfant", "membre", "a_charge"
REPRESENTATIVE, GUARANTOR = "representant", "garant"
LANDLORD, EMPLOYER, DOCTOR, LAWYER, OFFICE = (
    "bailleur",
    "employeur",
    "medecin",
    "avocat",
    "organisme",
)
OTHER = "autre"
PAIR = "couple"
"""Of a part: the person, then her spouse; no box has it."""
UNKNOWN = frozenset({OTHER, OFFICE, DOCTOR, LAWYER})
"""Of whom no sheet holds anything: who it is, nobody guesses for the person."""
NUMBERED = (CHILD, MEMBER, DEPENDANT)
"""Roles that several people have: each has its number, ``enfant_1``."""
ROLES = (
    *(SPOUSE, OTHER_PARENT, PARENT, REPRESENTATIVE, GUARANTOR),
    *(LANDLORD, EMPLOYER, DOCTOR, LAWYER, OFFICE, OTHER),
    *NUMBERED,
)

_NOBODY = re.compile(
    r"\bnom (d usage|d epou\w*|marital)\b.*|\bnom de jeune fille\b"
    r"|\bconjoint collaborateur\b|\bnombre d enfants?\b.*"
)
"""Words that name somebody and speak of the person herself."""
_SHE_IS = re.compile(
    r"\bvous êtes (?!mari|pacs|en couple|séparé|divorc)[^,:;.?()]*|[a-zé]+ez-vous\b[^,:;.?]*",
    re.IGNORECASE,
)
"""Words that ask what she is herself: "Si vous êtes propriétaire" speaks of no landlord."""
_IF = re.compile(r"^si\b[^,:]*", re.IGNORECASE)
"""A condition names somebody of whom what it announces may not be."""
_EXAMPLES = re.compile(r"\((?:par )?ex(?:emple)?\b[^)]*\)?", re.IGNORECASE)
_RULES: tuple[tuple[str, str], ...] = (
    # a role, a pattern of folded words; the first that is said
    (OFFICE, r"\b(reservee?s? (a|au|aux)|(cadre|partie|emplacement|zone) reservee?)\b"),
    (LAWYER, r"\b(avocate?s?|barreau|maitre(?! d))\b"),
    (OTHER, r"\b(ancien|nouveau) proprietaire\b|\bmaitre d\b"),
    (DOCTOR, r"\b(medecin|docteur|praticien|professionnel de sante)\b"),
    (OTHER_PARENT, r"\b(autre parent|(parent|personne) absente?|ex (conjointe?|epou(x|se)))\b"),
    (
        SPOUSE,
        (
            r"\b(conjointe?s?|concubine?|pacsee?|partenaire|epoux|epouse|mari|spouse)\b"
            r"|\bpersonne avec (qui|laquelle) vous vivez\b|\bvie en couple avec\b"
        ),
    ),
    (OTHER, r"\bparents?( \d)? ou representante?\b"),
    (
        REPRESENTATIVE,
        (
            r"\b(representante?s? lega(l|le|ux|les)|tuteurs?|tutrice|curateur|curatrice|tutelle"
            r"|curatelle|mandataire judiciaire)\b"
        ),
    ),
    (GUARANTOR, r"\b(garante?s?|caution(naire)?)\b(?! solidaire de)"),
    (LANDLORD, r"\b(bailleur|proprietaire|logeur|hebergeante?|agence immobiliere)\b"),
    (
        EMPLOYER,
        r"\b(contrat de travail|employeur|arbeitgeber|employer|commanditaire)\b",
    ),
    (OTHER, r"\b(entreprise|societe|representante?s?|mandataire)\b"),
    (DEPENDANT, r"\bpersonnes? (fiscalement |.*)?a (votre |ma |sa )?charge\b"),
    (PARENT, r"\b(pere|mere|parents|parent [1-9]|autorite parentale|father|mother)\b"),
    (MEMBER, r"\b(niece|neveu|ascendant)\b|\blien (de parente |familial )?avec\b"),
    (OTHER, r"\benfant ou (de )?l adulte\b"),
    (DEPENDANT, r"\benfants? (et|ou) autres? personnes?\b"),
    (CHILD, r"\b(enfants?|mineure?s?|fils|fille|eleve)\b"),
    (DEPENDANT, r"\ba (votre |ma |sa )?charge\b"),
    (
        MEMBER,
        (
            r"\b(foyer|menage|cohabitants?|colocataires?|ayants? droit|autres? occupants?)\b"
            r"|\bpersonnes? (vivant|presentes?|habitant|composant|domiciliees?)\b"
            r"|\bautres? personnes? [1-9]\b"
            r"|\bmembres? (de|du)\b|\bcomposition (de la famille|familiale)\b"
        ),
    ),
    (
        OFFICE,
        (
            r"\b(organisme|structure|etablissement|caisse|association|prescripteur|mairie"
            r"|service|ecole|college|lycee|administration|conseillere?|enseignante?|referente?"
            r"|responsable|assistante?|maternelle|entretien|rattachement|decision"
            r"|chargee? (de|d|du))\b"
        ),
    ),
    (
        OTHER,
        (
            r"\b(temoin|participants?|aidee?( e)? (dans|par)|prevenir|(?<!etat d )urgence|aidante?"
            r"|accompagnant|observateur|notaire|cedant|vendeur|acquereur|donateur|telepilote"
            r"|beneficiaire des aides|ligne [0-9]+|row [0-9]+|contact|exploitant|site|siege"
            r"|heritier|defunte?|adverse|locataire sortant)\b"
        ),
    ),
)
_PAIRED = re.compile(r"\bvous( meme)? (et|ou) (votre|le|la)\b")
_PATTERNS = tuple((role, re.compile(pattern)) for role, pattern in _RULES)
_HERS = re.compile(
    r"\bvous( meme)?$|\b(vous etes un particulier|soussignee?|demandeur|demandeuse|requerante?"
    r"|declarante?|interessee?)\b"
    r"|\bvo(tre|s) (identite|etat civil|situation|coordonnees|adresse|domicile|numeros?|nom|compte"
    r"|prenoms?|naissance|telephone|signature)\b"
)
_SOMEONE = re.compile(
    r"\b(titulaire|beneficiaire|patiente?|assuree?|apprentie?|salariee?|stagiaire|candidate?)\b"
)
"""Who fills in the paper, as it calls her."""
_COUNTED = re.compile(
    r"\b(?:enfant|mineur|personne|membre|ligne|row) (?:n |no |numero )?([1-9])\b"
    r"|\b([1-9]) ?(?:er|re|eme|e|nd|nde)? (?:enfant|personne|membre)\b|^(?:n |no )?([1-9])$"
)
_OF_PARTS = re.compile(r"^\W*\d+\W")
"""What numbers the parts of a paper: "3. Vos enfants"."""
_IN_WORDS = {"premier": 1, "deuxieme": 2, "second": 2, "troisieme": 3, "quatrieme": 4}
_WITH_HER = re.compile(r"\b(avec vous|autres? personnes?|a charge)\b")

_OF_ONE_ONLY = frozenset(
    ["identite.nom", "identite.nom_naissance", "identite.prenom", "identite.date_naissance"]
)
"""Asked again on the next line of a table, they are of the next person."""
_NAMES = _OF_ONE_ONLY - {"identite.date_naissance"}
REACHED = frozenset(["adresse", "contact", "banque"])
"""Parts of the profile that a company has too."""


@dataclass(frozen=True, slots=True)
class Line:
    """What is read of a box: the title of its part, of its row, its own words, what it asks.

    Attributes:
        column: the words at the head of its column.
        name: of its field; it may tell whose it is.
        keys: what it asks of a profile; empty for what no profile has.
        page: where it stands: a title of no words is of one page only.
    """

    part: str
    label: str
    row: str = ""
    name: str = ""
    keys: tuple[str, ...] = ()
    page: int = 0
    column: str = ""

    @property
    def own(self) -> frozenset[str]:
        """What it asks that one person has but once."""
        return _OF_ONE_ONLY & {*self.keys}


def said_of(words: str) -> str | None:
    """Return of whom words speak; None when of nobody, or of the person herself."""
    said = _SHE_IS.sub("", _EXAMPLES.sub("", words))
    found = _named(_IF.sub("", said))
    return OTHER if found is None and _named(said) else found


def _named(words: str) -> str | None:
    text = _NOBODY.sub("", plain_words(words))
    found = next((role for role, pattern in _PATTERNS if pattern.search(text)), None)
    return PAIR if found == SPOUSE and _PAIRED.search(text) else found


def says_her(words: str) -> bool:
    """Whether words speak of the person herself, and of nobody else."""
    return said_of(words) is None and _HERS.search(plain_words(words)) is not None


def whose(lines: Iterable[Line]) -> tuple[str, ...]:
    """Return the role of each box, in the order of reading."""
    held = tuple(lines)
    apart = any(said_of(line.part) == SPOUSE for line in held)
    hers = any(said_of(line.part) is None and line.own for line in held)
    return tuple(_Reading(apart, hers).read(held))


def _of_company(line: Line) -> bool:
    return names_organisation(f"{line.label} {line.part}")


@dataclass(slots=True)
class _Reading:
    """Goes through the boxes, and counts the people of a table.

    Attributes:
        apart: a spouse has a part of her own: the lines of a household are those of the others.
        hers: a part asks who the person is: she is not the first line of her household.
        tables: the people reached, by role.
        named: whom this part has asked the name of, when it is not of her: what follows is theirs.
        lives: whose address a box said that it is, in this part.
        asked: what this part asked of whom its title names.
        others: it asked a first name again.
        company: in this part, a company was named; ``business``: in one before.
    """

    apart: bool
    hers: bool
    tables: dict[str, "_Table"] = field(default_factory=dict)
    part: tuple[int, str] = (0, "")
    named: str = ""
    lives: str = ""
    asked: set[str] = field(default_factory=set)
    others: bool = False
    company: bool = False
    business: bool = False

    def read(self, lines: Iterable[Line]) -> Iterator[str]:
        """Yield the role of each."""
        for line in lines:
            if (line.page, line.part) != self.part:
                if line.part != self.part[1]:
                    self.tables.clear()  # another table begins with the same people
                self.business = self.business or self.company
                self.part, self.named, self.company = (line.page, line.part), "", False
                self.asked, self.others, self.lives = set(), False, ""
            self.company = self.company or _of_company(line)
            yield self._of(line)

    def _of(self, line: Line) -> str:
        role = _said(line)
        if line.own & _NAMES:
            self.named = role if role and not said_of(line.part) else ""
        elif (
            role is None and line.keys and self.named and not _HERS.search(plain_words(line.label))
        ):
            role = OTHER if self._of_table() and _reaches(line) else self.named
        role = self._of_address(line, role)
        if role is None:
            return self._hers_or_not(line)
        if self._is_others(line, role):
            return OTHER
        if role == MEMBER and self.apart:
            role = DEPENDANT
        if role == PAIR:
            return (ME, SPOUSE, OTHER)[min(self._count(role, line, first=0), 2)]
        if role not in NUMBERED:
            return role
        number = _number(line) or self._count(role, line, first=self._first(role, line))
        return f"{role}_{number}" if number else ME

    def _of_address(self, line: Line, role: str | None) -> str | None:
        """Whose an address is that goes on from a box which says so: "Adresse du tuteur"."""
        if line.own & _NAMES or not _reaches(line):
            self.lives = "" if line.own & _NAMES else self.lives
            return role
        if said_of(line.label):
            self.lives = role or ""
        elif role is None and self.lives and not _HERS.search(plain_words(line.label)):
            return self.lives if any(key.startswith("adresse.") for key in line.keys) else OTHER
        return role

    def _of_table(self) -> bool:
        """Whether who was named last is one of several: where they live is told once for all."""
        return self.named.rpartition("_")[0] in NUMBERED or self.named in NUMBERED

    def _is_others(self, line: Line, role: str) -> bool:
        """Whether a part about one person asked a first name again: what follows is of others."""
        if role in NUMBERED or role == PAIR or _near(line):
            return False
        self.others = self.others or bool(line.own & self.asked & {"identite.prenom"})
        self.asked |= line.own
        return self.others

    def _hers_or_not(self, line: Line) -> str:
        """What follows a company's name or number is its address; a name "ou raison sociale" is
        hers where the part says so.
        """
        if self.company and _reaches(line):
            return OFFICE
        either = line.own & _NAMES and (names_organisation(line.label) or self.company)
        # after a company's part, one without a title may be anybody's
        untitled = self.business and not line.part and line.keys
        hers = _HERS.search(plain_words(f"{line.part} {line.label} {line.column}"))
        someone = _SOMEONE.search(plain_words(f"{line.part} {line.label}"))
        return OTHER if (either or untitled) and not (hers or someone) else ME

    def _count(self, role: str, line: Line, *, first: int) -> int:
        """Return the number of the person of a line."""
        return self.tables.setdefault(role, _Table(first)).number(line.own)

    def _first(self, role: str, line: Line) -> int:
        """The first line of a household is hers, where nothing else asks who she is."""
        with_her = _WITH_HER.search(plain_words(line.part)) is not None
        return 0 if role == MEMBER and not with_her and not self.hers else 1


@dataclass(slots=True)
class _Table:
    """The people of a table: by lines, where the same asked again is of the next one; or by
    columns, where all the names come one after the other.

    Attributes:
        first: the number of the first person.
        times: how many times each thing was asked.
        reached: how many people, by lines; ``asked``: what the last of them was asked.
        last: what the box before asked.
    """

    first: int
    times: Counter[str] = field(default_factory=Counter)
    reached: int = 0
    asked: set[str] = field(default_factory=set)
    last: frozenset[str] = frozenset()
    columns: bool = False

    def number(self, own: frozenset[str]) -> int:
        """Return whose a box is that asks this; what asks nothing of one alone is the last's."""
        if own:
            self.columns = self.columns or own == self.last
            if own & self.asked:
                self.reached += 1
                self.asked.clear()
            self.asked |= own
            self.times.update(own)
            self.last = own
        column = min((self.times[one] for one in own), default=1) - 1
        return self.first + (column if self.columns and own else self.reached)


def _reaches(line: Line) -> bool:
    return any(key.partition(".")[0] in REACHED for key in line.keys)


def _said(line: Line) -> str | None:
    """The box's own words win over its row's, and those over its part's.

    Words that ask for nothing of anybody's, such as "Avez-vous un conjoint ?", name nobody; and a
    number is hers, whatever office gave it.
    """
    around = _around(line)
    if not (line.keys or area_of(line.label)):
        return around
    own = said_of(line.label)
    if own == OFFICE and not (_reaches(line) or line.own):
        own = None
    if own is None and _HERS.search(plain_words(line.label)):
        # "Votre nom" among somebody else's: of whom? A heading may say "Vous" beside them all.
        return OTHER if around and around != PAIR else None
    return _more_exactly(own, around) or said_of(line.name)


def _near(line: Line) -> str | None:
    """Of whom a box speaks by itself, whatever its part is called."""
    return said_of(line.label) or said_of(line.column) or said_of(line.row)


def _around(line: Line) -> str | None:
    """Of whom the column, the row or the part of a box speaks: "Vous-même" is no conjoint."""
    if line.column and says_her(line.column):
        return None
    near, part = said_of(line.column) or said_of(line.row), said_of(line.part)
    return _more_exactly(near, part)


def _more_exactly(near: str | None, part: str | None) -> str | None:
    """Return who is meant by words beside a box, unless its part says which of the household."""
    return part if near == MEMBER and part in NUMBERED else near or part


def _number(line: Line) -> int:
    """Return the number printed: "Enfant 2", "2e enfant", "Deuxième enfant"; 0 for none."""
    for words in (line.column, line.row, line.label, line.part):
        if words and (words == line.row or said_of(words) in NUMBERED):
            text = plain_words(_OF_PARTS.sub("", words) if words == line.part else words)
            if found := next((n for word, n in _IN_WORDS.items() if word in text), 0):
                return found
            if counted := _COUNTED.search(text):
                return int(next(filter(None, counted.groups())))
    return 0
