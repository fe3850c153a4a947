"""``papier-libre form inspect | questions | fill | on-paper | copy-sheet``: forms, and any PDF."""

from desktop_app import i18n
from desktop_app.cli.command import Commands
from desktop_app.cli.form import arguments, filling, generic, inspecting, paper


def register(commands: Commands) -> None:
    """Add the commands and their arguments."""
    parser = commands.add_parser(
        "form", help=i18n.text("lit, remplit et relit un formulaire officiel, ou tout autre PDF")
    )
    actions = parser.add_subparsers(
        dest="action", required=True, metavar=i18n.text("ACTION"), parser_class=type(parser)
    )
    arguments.add_inspect(actions).set_defaults(run=inspecting.run)
    arguments.add_questions(actions).set_defaults(run=generic.run_questions)
    arguments.add_fill(actions).set_defaults(run=filling.run)
    arguments.add_on_paper(actions).set_defaults(run=paper.run_on_paper)
    arguments.add_copy_sheet(actions).set_defaults(run=paper.run_copy_sheet)
