"""Reads ``forms/law/``: dated rules as data, one file per procedure, read only when asked for."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from desktop_app.catalogue import law_tables
from desktop_app.catalogue.law_decode import InvalidLaw, at, decode, read_toml
from desktop_app.core.deadlines.checks import check_procedure
from desktop_app.core.deadlines.errors import UnknownProcedure
from desktop_app.core.deadlines.near import nearest
from desktop_app.core.deadlines.pending import State
from desktop_app.core.deadlines.procedures import Procedure
from desktop_app.core.errors import Problem
from desktop_app.datafiles import data_root

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping, Sequence
    from importlib.resources.abc import Traversable

    from desktop_app.core.arguments.model import Bank
    from desktop_app.core.deadlines.cases import Emergency, Remains, Reply
    from desktop_app.core.deadlines.courts import Court, Department
    from desktop_app.core.deadlines.freshness import Schedule
    from desktop_app.core.deadlines.helpers import Helpers
    from desktop_app.core.deadlines.tables import Amount, Tables
    from desktop_app.core.packs.bodies import Bodies

SUFFIX = ".toml"


class ProcedureFile(NamedTuple):
    """Where one procedure is written. ``place`` names it in problems: "caf/caf-rapo-rsa.toml"."""

    family: str
    id: str
    file: Traversable

    @property
    def place(self) -> str:
        return f"{self.family}/{self.id}{SUFFIX}"


class LawFolder:
    """The law of a folder of the layout of ``forms/law/``."""

    def __init__(self, root: Traversable | None = None) -> None:
        self.root = root if root is not None else data_root("forms") / "law"
        self._read: dict[str, Procedure] = {}

    @cached_property
    def tables(self) -> Tables:
        """The common tables; raise ``InvalidLaw`` with every problem of the first bad file."""
        return law_tables.read(self.root)

    @cached_property
    def state(self) -> State:
        """State of the law and what remains to be verified."""
        return decode(read_toml(self.root / "pending.toml", "pending.toml"), State, "pending.toml")

    @property
    def reread_on(self) -> dt.date:
        """Day of the last reading of these rules."""
        return self.state.reread_on

    @cached_property
    def courts(self) -> Sequence[Court]:
        """The administrative courts."""
        return law_tables.courts(self.root)

    @cached_property
    def departments(self) -> Sequence[Department]:
        """The courts of each département, in the order of the file."""
        return law_tables.departments(self.root)

    @cached_property
    def bodies(self) -> Bodies:
        """The bodies one writes to."""
        return law_tables.bodies(self.root)

    @cached_property
    def bank(self) -> Bank:
        """The arguments that letters may plead."""
        from desktop_app.catalogue import arguments  # once a letter pleads

        return arguments.bank(self.root)

    @cached_property
    def late(self) -> Sequence[Remains]:
        """What is looked at once a delay is over."""
        return law_tables.late(self.root)

    @cached_property
    def emergencies(self) -> Sequence[Emergency]:
        """What is done today, before any form."""
        return law_tables.emergencies(self.root)

    @cached_property
    def helpers(self) -> Helpers:
        """Who helps where no letter is written."""
        return law_tables.helpers(self.root)

    @cached_property
    def review(self) -> Schedule:
        """How long each kind of rule holds."""
        return law_tables.schedule(self.root)

    @cached_property
    def amounts(self) -> Sequence[Amount]:
        """The sums that the law sets."""
        return law_tables.amounts(self.root)

    @cached_property
    def replies(self) -> Sequence[Reply]:
        """What a reply that decides nothing changes."""
        return law_tables.replies(self.root)

    @cached_property
    def files(self) -> Sequence[ProcedureFile]:
        """Every procedure's file, in the order of families then ids; none is read."""
        families = [f for f in (self.root / "procedures").iterdir() if f.is_dir()]
        return sorted(
            ProcedureFile(family.name, file.name.removesuffix(SUFFIX), file)
            for family in families
            for file in family.iterdir()
            if file.name.endswith(SUFFIX)
        )

    @cached_property
    def _by_id(self) -> Mapping[str, ProcedureFile]:
        return {found.id: found for found in self.files}

    def ids(self) -> Sequence[str]:
        """Return the id of every procedure without reading any."""
        return list(self._by_id)

    def procedure(self, name: str) -> Procedure:
        """Return one procedure, reading its file alone.

        A name is looked up among the files, never made into a path.
        """
        if name not in self._read:
            if name not in self._by_id:
                near = nearest(name, self._by_id)
                problems = [Problem("unknown-procedure-near", suggestion=near)] if near else []
                raise UnknownProcedure(problems)
            self._read[name] = load(self._by_id[name])
        return self._read[name]

    def procedures(self) -> Sequence[Procedure]:
        """Return every procedure, in the order of families then ids."""
        return [self.procedure(name) for name in self._by_id]


def load(found: ProcedureFile) -> Procedure:
    """Return one procedure from its file; raise ``InvalidLaw`` with every problem in it."""
    procedure = decode(read_toml(found.file, found.place), Procedure, found.place)
    problems = [at(found.place, problem) for problem in check_procedure(procedure)]
    if procedure.id != found.id:
        problems.append(Problem("law-file-name", place=f"{found.place}, id"))
    if procedure.family != found.family:
        problems.append(Problem("law-folder-name", place=f"{found.place}, family"))
    if problems:
        raise InvalidLaw(problems)
    return procedure
