"""The whole journey with the real parts: the demo, and whether an installation is sound."""
