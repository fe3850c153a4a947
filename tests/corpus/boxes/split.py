"""Which forms are kept apart: a third of the issuers, by a hash that never changes.

The issuer is the first two parts of a file's name. Forms with much the same words (editions,
siblings, one form under two names) are kept together: their issuer is that of the first of them.
Forms by which the search was built or looked at are never kept apart.
"""

import hashlib
import re
from collections.abc import Mapping, Set

PARTS = 3
RUN = 5  # words that follow each other
LIKE = 0.35  # of the runs of the shorter form: the same form
LEAST = 40  # runs: fewer prove nothing
BUILT_WITH = ("10397", "10840", "10842", "13750", "14952", "12100", "12101", "16146")


def issuer(name: str) -> str:
    """The first two parts of a file's name."""
    return "-".join(name.split("-")[:2])


def runs(text: str) -> frozenset[str]:
    """Every run of some words of a text, numbers left out."""
    words = re.findall(r"[^\W\d_]{2,}", text.casefold())
    return frozenset(" ".join(words[n : n + RUN]) for n in range(len(words) - RUN + 1))


def kept_apart(texts: Mapping[str, Set[str]]) -> frozenset[str]:
    """The names of the forms that are never looked at before the end.

    Args:
        texts: the ``runs`` of each form, by its name.
    """
    found: set[str] = set()
    for group in families(texts):
        first = min(map(issuer, group))
        is_built_with = any(number in name for name in group for number in BUILT_WITH)
        if _place(first) == 0 and not is_built_with:
            found |= group
    return frozenset(found)


def families(texts: Mapping[str, Set[str]]) -> list[set[str]]:
    """Names in groups: of one issuer, or of like words, or both by steps."""
    groups: list[set[str]] = []
    for name in sorted(texts):
        near = [group for group in groups if any(_are_kin(name, one, texts) for one in group)]
        groups = [group for group in groups if group not in near]
        groups.append({name}.union(*near))
    return groups


def _are_kin(one: str, other: str, texts: Mapping[str, Set[str]]) -> bool:
    if issuer(one) == issuer(other):
        return True
    shorter = min(len(texts[one]), len(texts[other]))
    return shorter >= LEAST and len(texts[one] & texts[other]) >= LIKE * shorter


def _place(name: str) -> int:
    return int.from_bytes(hashlib.sha256(name.encode()).digest()[:8]) % PARTS
