"""Packages that govtext can use and does not need: imported when asked for, and missed clearly."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from ..errors import MissingExtraError

__all__ = ["load"]


def load(package: str, extra: str) -> Any:
    """The package.

    Args:
        package: its name, such as `pyarrow`.
        extra: the extra of govtext that installs it.

    Raises:
        MissingExtraError: it is not installed.
    """
    try:
        return import_module(package)
    except ModuleNotFoundError as error:
        raise MissingExtraError.for_extra(extra, package) from error
