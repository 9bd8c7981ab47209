"""Patterns that are compiled on first use, so that importing the package compiles none."""

from __future__ import annotations

import re
from typing import Any, cast

__all__ = ["lazy"]

METHODS = ("search", "match", "fullmatch", "finditer", "findall", "split", "sub", "subn")


class _Lazy:
    """Stands for a compiled pattern and becomes one when a method of it is first asked for."""

    def __init__(self, source: str, flags: int) -> None:
        self.pattern = source
        self.flags = flags

    def __getattr__(self, name: str) -> Any:
        if name not in METHODS:
            raise AttributeError(f"expected a method of a pattern ({', '.join(METHODS)}), got {name!r}")
        compiled = re.compile(self.pattern, self.flags)
        for method in METHODS:  # from now on found without a detour
            self.__dict__[method] = getattr(compiled, method)
        return getattr(compiled, name)

    def __reduce__(self) -> tuple[Any, ...]:
        return _Lazy, (self.pattern, self.flags)


def lazy(source: str, flags: int = 0) -> re.Pattern[str]:
    """The pattern `source` of `re`, compiled when it is first used.

    >>> YEAR = lazy("[12][0-9]{3}年")
    >>> YEAR.search("在2024年").span()
    (1, 6)
    """
    return cast("re.Pattern[str]", _Lazy(source, flags))
