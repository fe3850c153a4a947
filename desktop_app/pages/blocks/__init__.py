"""The blocks of a page, by what they do; ``pages/page.py`` names them all."""
