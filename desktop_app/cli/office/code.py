"""``office code``: the short code by which a helper comes back to a page that she hid."""

import argparse

from desktop_app.cli.command import Report, Tools
from desktop_app.cli.safe import phrase
from desktop_app.cli.safe.opened import opened, saved
from desktop_app.cli.terminal import reported
from desktop_app.core.errors import AppError
from desktop_app.pages import office_code as page
from desktop_app.workflow.office import short_code


class CodesNotUsed(AppError, exit_status=3):
    """The responsable forbids that a code brings back what is hidden."""


def code(options: argparse.Namespace, tools: Tools) -> Report:
    """Keep a code for who opens the safe, or take it away; else tell whether she has one."""
    told = ""
    with opened(options, tools) as safe:
        allowed = short_code.is_allowed(safe)
        if options.set:
            if not allowed:
                raise CodesNotUsed
            short_code.keep(safe, phrase.new_code(options.code_fd))
            told = page.kept()
        elif options.forget:
            short_code.forget(safe)
            told = page.forgotten()
        if told:
            saved(safe, tools)
        has_code = short_code.of_now(safe) is not None
    shown = page.page(has_code=has_code, allowed=allowed)
    return reported(shown, {"has_code": has_code, "allowed": allowed}, told=told)
