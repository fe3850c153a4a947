"""Each gate of what must not leak or be lost: the test that holds it, and a sabotage it must see.

A sabotage is one change of one file of the program. ``python -m tests.gates`` makes each in a copy,
and runs the test, which must fail; ``test_table.py`` makes sure that both are still there.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Gate:
    """What is promised, the test of it, and how the program is spoilt: ``was`` becomes ``put``."""

    promise: str
    test: str
    file: str
    was: str
    put: str = ""


SAFE, GUI = "desktop_app/safe/", "desktop_app/gui/"
_SUSPENDED = "tests/gui/safe/test_suspend_watcher.py::test_what_the_desktop_says_is_heard_and_"
_SURROUNDINGS = "tests/test_surroundings.py::"
_TOGETHER = "tests/safe/test_together.py::"

GATES = (
    Gate(
        "memory: after the lock nothing of the key, the phrase or a name is in any process",
        "tests/gui/safe/test_renewed_process.py",
        GUI + "renewing.py",
        "os.execve(command[0], command, os.environ | told)  # noqa: S606 (ourselves)",
        "import subprocess; subprocess.Popen(command, env=os.environ | told)",
    ),
    Gate(
        "memory: the key of an open safe is never swapped out",
        "tests/safe/test_keys.py::test_the_key_of_an_open_safe_is_never_swapped_out",
        SAFE + "store.py",
        "        keep_in_memory(self._key)\n",
    ),
    Gate(
        "draft first: sleep, locked screen, another user, sealed before the safe closes",
        _SUSPENDED + "the_draft_is_saved_first",
        GUI + "locking.py",
        "    if works:\n        safe.come_back()\n",
        "    safe.close()\n    if works:\n        safe.come_back()\n",
    ),
    Gate(
        "another user before the screen: the safe locks",
        _SUSPENDED + "the_draft_is_saved_first",
        GUI + "suspend_watcher.py",
        'if of == OF_SESSIONS and now.get("Active") is False:',
        "if False:",
    ),
    Gate(
        "idle: the safe locks",
        "tests/gui/safe/test_locking.py::test_idleness_locks",
        GUI + "locking.py",
        "self._timer.timeout.connect(self._idle)",
        "pass",
    ),
    Gate(
        "cores: a crash leaves no memory on the disk, no debugger attaches",
        "tests/test_hardening.py::test_the_window",
        "desktop_app/hardening.py",
        "prctl(PR_SET_DUMPABLE, 0, 0, 0, 0)",
        "prctl(PR_SET_DUMPABLE, 1, 0, 0, 0)",
    ),
    Gate(
        "cores: nor of a child that holds a document",
        "tests/test_hardening.py::test_a_child_that_holds_a_document",
        "desktop_app/untrusted/child.py",
        "    keep_memory_private()\n",
        "    pass\n",
    ),
    Gate(
        "titles: nothing of anybody in the window's title",
        "tests/gui/test_titles.py::test_nothing_of_anybody_in_the_title_the_notice_and_the_name_of_"
        "a_file[personne]",
        GUI + "main_window.py",
        "self.setWindowTitle(titles.in_window(title, wrong=page.wrong))",
        "self.setWindowTitle(page.heading.text())",
    ),
    Gate(
        "clipboard: what was copied here is taken back at the lock",
        "tests/gui/safe/test_hiding.py::test_nothing_is_left_to_paste_on_a_real_display",
        GUI + "locking.py",
        "        self._session.close()\n        clear_clipboard()\n",
        "        self._session.close()\n",
    ),
    Gate(
        "clipboard: and at the end of a session of a public terminal",
        "tests/gui/safe/test_public.py::test_closing_the_window_empties_the_clipboard",
        GUI + "session_wipe.py",
        "app.aboutToQuit.connect(self.leave_nothing_to_paste)",
        "pass",
    ),
    Gate(
        "logs: nothing that was typed or kept is said aside, whatever is asked of Qt",
        "tests/gui/safe/test_renewed_process.py",
        GUI + "session.py",
        "        self.person, self.person_name = person, name\n",
        "        self.person, self.person_name = person, name\n        __import__('sys').stderr"
        ".write(name)\n",
    ),
    Gate(
        "canary: no file is written by the window but the safe's own",
        "tests/gui/safe/test_no_trace.py::test_nothing_is_written",
        GUI + "main_window.py",
        "self.setWindowTitle(titles.in_window(title, wrong=page.wrong))",
        "open(__import__('os').path.expanduser('~/recent'), 'w').close()",
    ),
    Gate(
        "surroundings: Qt loads no plugin that they name",
        _SURROUNDINGS + "test_no_plugin_of_qt_but_its_own",
        "desktop_app/__main__.py",
        "    drop_loaders(os.environ)\n",
    ),
    Gate(
        "surroundings: the installed command loads no module of theirs",
        _SURROUNDINGS + "test_the_installed_command_loads_no_module_of_the_surroundings",
        "desktop_app/__main__.py",
        '    begin_isolated("desktop_app")\n',
    ),
    Gate(
        "members: a slot that was taken away opens nothing",
        "tests/safe/test_members.py::test_a_slot_taken_away_opens_nothing_with_its_old_file",
        SAFE + "members.py",
        "        raise SlotRemoved\n",
        "        return\n",
    ),
    Gate(
        "members: each change is told to every other member until she has read it",
        "tests/safe/test_members.py::test_three_members_are_told_of_every_change_until_each_has_"
        "read_it",
        SAFE + "live_slots.py",
        "warnings.warn(self._database, code, on, others, who=who)",
        "pass",
    ),
    Gate(
        "keys: what another program wrote is not written over",
        _TOGETHER + "test_keys_written_under_our_feet_are_not_overwritten",
        SAFE + "live_slots.py",
        "keystore.expect_unchanged(self.folder, self._disk, self.keys, self.live_key())",
        "pass",
    ),
    Gate(
        "lock: a save proves that the lock is still ours",
        _TOGETHER + "test_what_another_program_saved_is_not_written_over",
        SAFE + "lock.py",
        "        if self._descriptor is None or self._is_ours(self._descriptor):\n",
        "        if True:\n",
    ),
    Gate(
        "stick: never the only way in",
        "tests/safe/test_stick_key.py::test_it_is_never_the_only_way_in",
        SAFE + "access.py",
        "if not any(slot.kind.derived for slot in self.slots.now):",
        "if False:",
    ),
    Gate(
        "stick: of another safe, it opens nothing and says so",
        "tests/safe/test_stick_key.py::test_the_file_of_another_safe",
        SAFE + "keystore.py",
        "    if not is_of(copies, key):\n",
        "    if False:\n",
    ),
    Gate(
        "phrases: what a French hand types first is told weak",
        "tests/safe/test_guessing.py::test_what_a_french_hand_types_first_is_told_weak",
        SAFE + "secret.py",
        "return min(english, guessing.guesses(phrase))",
        "return english",
    ),
)


def table() -> str:
    """Return the table, as it stands in ``SECURITY.md``."""
    lines = ["| gate | held by | fails once this is spoilt |", "|---|---|---|"]
    for one in GATES:
        test = one.test.removeprefix("tests/").split("::")[0]
        spoilt = one.file.removeprefix("desktop_app/")
        lines.append(f"| {one.promise} | `{test}` | `{spoilt}` |")
    return "\n".join(lines)
