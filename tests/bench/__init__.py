"""Measures of the program, as ratios inside one run. `./start bench` prints them."""

from tests.bench.frame import Row, in_turn, median_ms, process_ms

__all__ = ["Row", "in_turn", "median_ms", "process_ms"]
