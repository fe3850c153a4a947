"""Options stand anywhere on a command line: before what is named, between, or after."""

import argparse
from collections.abc import Iterator

import pytest

from desktop_app.cli.parser import COMMANDS, build

Line = list[str]


def leaves(
    parser: argparse.ArgumentParser, words: Line
) -> Iterator[tuple[Line, argparse.ArgumentParser]]:
    """Yield each parser that has no subcommands, with the words that lead to it."""
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            before = [value for one in positionals(parser) for value in sample(one)]
            for name, inside in action.choices.items():
                yield from leaves(inside, [*words, *before, name])
            return
    yield words, parser


def positionals(parser: argparse.ArgumentParser) -> list[argparse.Action]:
    subs = argparse._SubParsersAction
    return [one for one in parser._actions if not (one.option_strings or isinstance(one, subs))]


def sample(action: argparse.Action) -> Line:
    """Return what is written for an argument, which its type takes."""
    if action.nargs == 0:
        return []
    if action.choices:
        return [str(next(iter(action.choices)))]
    several = 2 if action.nargs in ("*", "+") else 1
    return ["100" if action.type is not None else f"un-{action.dest}"] * several


def options(parser: argparse.ArgumentParser) -> list[Line]:
    """Return each option with its value; of those that exclude one another, the first."""
    excluded = {
        id(one) for group in parser._mutually_exclusive_groups for one in group._group_actions[1:]
    }
    return [
        [one.option_strings[-1], *sample(one)]
        for one in parser._actions
        if one.option_strings and one.dest != "help" and id(one) not in excluded
    ]


def orders(named: Line, given: list[Line]) -> Iterator[Line]:
    """Yield the options at each place among what is named, all together, then one at a time."""
    for place in range(len(named) + 1):
        yield [*named[:place], *(word for one in given for word in one), *named[place:]]
    for one in given:
        others = [word for other in given if other is not one for word in other]
        yield [*one, *named, *others]
        if len(named) > 1:
            yield [*named[:1], *one, *named[1:], *others]


@pytest.mark.parametrize("command", sorted(COMMANDS))
def test_options_stand_anywhere(command: str) -> None:
    wrong = []
    for words, leaf in leaves(build(command), []):
        named = [value for one in positionals(leaf) for value in sample(one)]
        given = options(leaf)
        parse = build(command).parse_args
        wanted = parse([*words, *named, *(word for one in given for word in one)])
        for line in orders([*words[1:], *named], given):
            try:
                found = parse([command, *line])
            except Exception as refused:  # what a person would be told
                wrong.append(f"{' '.join([command, *line])}: {refused!r}")
            else:
                if vars(found) != vars(wanted):
                    wrong.append(f"{' '.join([command, *line])}: {found}")
    assert wrong == []


@pytest.mark.parametrize("command", sorted(COMMANDS))
def test_what_is_missing_is_never_named_by_a_word_of_ours(command: str) -> None:
    for words, leaf in leaves(build(command), []):
        for one in positionals(leaf):
            assert one.metavar, f"{' '.join(words)}: {one.dest}"
