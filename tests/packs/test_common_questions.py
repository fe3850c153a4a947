"""A question that stands in two shared groups is the same in both, word for word."""

import tomllib
from collections import defaultdict

from desktop_app.datafiles import data_root

ALONE = ("nom_naissance", "telephone")
"""Groups of one question, taken from a larger group for papers that ask nothing else of it."""


def test_a_question_taken_alone_is_the_one_of_its_larger_group() -> None:
    found = defaultdict(list)
    for file in (data_root("forms") / "common").iterdir():
        if file.name.endswith(".toml"):
            for question in tomllib.loads(file.read_text("utf-8"))["question"]:
                found[question["id"]].append(question)
    for name in ALONE:
        assert len(found[name]) == 2
        assert found[name][0] == found[name][1]
