"""Findings in other forms: JSON data, Arrow and data frames, annotation tools, engines."""

from typing import Any

from ..submodules import submodule


def __getattr__(name: str) -> Any:
    """A module, such as `govtext.interchange.arrow`, imported now."""
    return submodule(__name__, name)
