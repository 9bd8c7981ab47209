"""Modules as attributes of their package, imported when they are first looked at."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from types import ModuleType

__all__ = ["submodule"]


def submodule(package: str, name: str) -> ModuleType:
    """The module `name` of a package, for the package's `__getattr__`.

    Raises:
        AttributeError: there is no such module.

    >>> submodule("govtext", "numerals").__name__
    'govtext.numerals'
    """
    try:
        return import_module(f".{name}", package)
    except ModuleNotFoundError as error:
        if error.name != f"{package}.{name}":
            raise
        raise AttributeError(f"module {package!r} has no attribute {name!r}") from None
