"""The ways in which a decision comes, as a group of forms/common tells them, for a pack's rules.

Apart from ``resolve.py``: the deadlines of the command line need it without any template.
"""

from collections.abc import Mapping

from desktop_app.core.packs.model import DeadlineRule, QuestionGroup


def ways_of(rule: DeadlineRule, groups: Mapping[str, QuestionGroup]) -> tuple[DeadlineRule, ...]:
    """Return a rule for each way of the group that it names, or the rule itself."""
    if not rule.arrival:
        return (rule,)
    group = groups.get(rule.arrival)
    if group is None:
        return ()
    found = []
    for way in group.arrival:
        keys = {name: getattr(way, name) for name in way.__struct_fields__}
        keys |= {"when": both(rule.when, way.when), "untold": group.untold}
        found.append(DeadlineRule(procedure=rule.procedure, of=rule.of, **keys))
    return tuple(found)


def both(first: str, second: str) -> str:
    """Return the condition that holds when both do; an empty one always holds."""
    return f"({first}) and ({second})" if first.strip() and second.strip() else first or second
