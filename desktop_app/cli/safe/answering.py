"""``papier-libre safe questions``: a form's questions, with what the sheets of a safe know."""

import argparse
from collections.abc import Mapping

from desktop_app.cli.command import Report, Tools
from desktop_app.cli.safe.opened import opened
from desktop_app.core.answers.draft import Draft, Typed
from desktop_app.core.packs.model import FormDefinition
from desktop_app.workflow.interview import saving
from desktop_app.workflow.interview.interview import Interview
from desktop_app.workflow.interview.known import proposal
from desktop_app.workflow.matter.beginning import is_own


def questions(options: argparse.Namespace, tools: Tools) -> Report:
    """List the questions of any PDF, each answered from the sheet of whom it is about."""
    from desktop_app.cli.form import generic  # its commands read a password as these a phrase

    with opened(options, tools) as safe:
        person = safe.people.one(options.person).id if options.person else ""
        profile = saving.known(safe, person, own=is_own(tools, person), courts=tools.law.courts)

    def known(definition: FormDefinition) -> Mapping[str, Typed]:
        interview = Interview(definition, Draft(definition.id), tools.clock.today())
        asked = (step.question.id for step in interview.steps)
        found = {name: proposal(interview, name, profile) for name in asked}
        return {name: one.typed for name, one in found.items() if one is not None}

    return generic.listed(tools, options.file, "", known)
