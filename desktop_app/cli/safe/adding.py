"""``safe add``: files in one gesture, each by itself or as the pages of one document."""

import argparse
from dataclasses import replace
from pathlib import Path
from typing import Any

from desktop_app import i18n
from desktop_app.cli.command import Report, Tools
from desktop_app.cli.safe.opened import opened, saved, say
from desktop_app.core.errors import AppError
from desktop_app.files import read_file
from desktop_app.workflow.matter.received import words_to_find
from desktop_app.workflow.safes import several
from desktop_app.workflow.safes.several import Filed, Paper

Refused = tuple[tuple[str, AppError], ...]


def add(options: argparse.Namespace, tools: Tools) -> Report:
    """File each as it is, or photos as pages; one that cannot be used stops none of the others."""
    papers, refused = _read(options.files)  # before the phrase: a wrong name is said at once
    found = [replace(one, words=_words(tools, one)) for one in papers]
    made = several.as_pages(found, tools.photos) if options.pages else None
    where = {"title": options.title, "person": options.person, "dossier": options.dossier}
    on = tools.clock.today()
    with opened(options, tools) as safe:
        filed = (
            several.file_each(safe, found, tools, tell=say, on=on, **where)
            if made is None
            else several.file_pages(safe, made, on=on, **where)
        )
        saved(safe, tools)
    return _report(filed, (*refused, *filed.refused), alone=len(options.files) == 1)


def _read(files: list[str]) -> tuple[list[Paper], Refused]:
    """Return the files, and those that cannot be read; raise when none can."""
    papers, refused = list[Paper](), list[tuple[str, AppError]]()
    for path in files:
        try:
            papers.append(Paper(Path(path).name, read_file(path)))
        except AppError as problem:
            refused.append((path, problem))
    if not papers:
        raise refused[0][1]
    return papers, tuple(refused)


def _words(tools: Tools, paper: Paper) -> str:
    return words_to_find(tools, paper.data, lambda _so_far, _of: None)


def _report(filed: Filed, refused: Refused, *, alone: bool) -> Report:
    """Tell what was filed, and what was not; of a file ``alone``, its id."""
    data: dict[str, Any] = {"id": filed.ids[0]}
    if not alone:
        why = ({"file": name, "code": one.code, "message": _why(one)} for name, one in refused)
        data |= {"ids": list(filed.ids), "refused": list(why)}
    told = [
        i18n.text("Le document est rangé. Son numéro : {id}").format(id=one) for one in filed.ids
    ]
    told += [i18n.labelled(name, _why(problem)) for name, problem in refused]
    return Report(data, "\n".join(told), status=NOT_ALL if refused else 0)


def _why(problem: AppError) -> str:
    return i18n.sentence(problem.wording, problem.parameters)


NOT_ALL = 3
"""Some were filed, and some could not be: a script stops."""
