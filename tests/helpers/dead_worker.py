"""A test process that dies fails the whole run at once: alone, pytest-xdist may wait for ever.

With ``--dist loadfile``, the files of the process that died are given to a new one that never
begins them, and the run waits. ``tests/conftest.py`` loads this for every run.
"""

from typing import Any

import pytest


def pytest_testnodedown(node: Any, error: object) -> None:
    """End the run when a process ended that was not asked to; its test is named as failed."""
    running = node.config.pluginmanager.getplugin("dsession")
    if not error or running is None:
        return
    try:
        test = running.sched.remove_node(node)
    except KeyError:  # it died before it was given anything
        test = None
    if test:
        running.handle_crashitem(test, node)
    running.triggershutdown()  # else the others are waited for, ten seconds
    raise pytest.Session.Interrupted(f"the test process {node.gateway.id} died: {error}")
