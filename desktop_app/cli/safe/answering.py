"""``papier-libre safe questions``: a form's questions, with what the sheets of a safe know."""

import argparse
from collections.abc import Mapping

from desktop_app.cli.command import Report, Tools
from desktop_app.cli.safe.opened import opened
from desktop_app.core.answers.draft import Draft, Typed
from desktop_app.core.generic.rows import adds_person
from desktop_app.core.packs.model import FormDefinition
from desktop_app.core.records import Value
from desktop_app.workflow.interview import saving
from desktop_app.workflow.interview.interview import Interview
from desktop_app.workflow.interview.known import proposal
from desktop_app.workflow.matter.beginning import is_own


def questions(options: argparse.Namespace, tools: Tools) -> Report:
    """List the questions of any PDF, each answered from the sheet of whom it is about."""
    from desktop_app.cli.form import generic  # its commands read a password as these a phrase

    with opened(options, tools, reads=True) as safe:
        person = safe.people.one(options.person).id if options.person else ""
        profile = saving.known(safe, person, own=is_own(tools, person), courts=tools.law.courts)

    def known(definition: FormDefinition) -> Mapping[str, Typed]:
        return _known(Interview(definition, Draft(definition.id), tools.clock.today()), profile)

    return generic.listed(tools, options.file, "", known)


def _known(interview: Interview, profile: Mapping[str, Value]) -> Mapping[str, Typed]:
    """Return what is known of each question; a person added opens the questions about her."""
    found: dict[str, Typed] = {}
    more = True
    while more:
        more = False
        for step in interview.steps:
            name = step.question.id
            one = None if name in found else proposal(interview, name, profile)
            if one is None:
                continue
            found[name] = one.typed
            if adds_person(step.question):
                interview, more = interview.answer(name, one.typed), True
    return found
