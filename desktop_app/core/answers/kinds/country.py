"""A country, by its French name."""

from desktop_app.core.answers.kinds.base import Kind
from desktop_app.core.answers.kinds.name import read

KIND = Kind(read, str, hint="Écrivez le nom du pays en français, par exemple Belgique.")
