r"""Patterns that are compiled when they are first used, so that importing govtext compiles none.

A lazy pattern is used like the compiled one: the first look at any of its methods compiles it and puts the methods
in place, so that later looks cost what they cost on the compiled pattern itself.

A pattern that most pages use writes an ideograph as `[^\W\x00-\xff]`, a letter beyond Latin. It means the same in
such texts as `[\u4e00-\u9fff]`, which takes twenty times as long to compile: `re` goes through every character of it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, cast

import regex

if TYPE_CHECKING:
    from types import ModuleType

__all__ = ["lazy", "lazy_regex"]

METHODS = (
    "search", "match", "fullmatch", "finditer", "findall", "split", "sub", "subn", "groupindex", "groups",
)  # fmt: skip


class _LazyPattern:
    """A source and flags, and from the first use on the methods of the compiled pattern."""

    __slots__ = ("_engine", "flags", "pattern", *METHODS)

    def __init__(self, engine: ModuleType, pattern: str, flags: int) -> None:
        self._engine = engine
        self.pattern = pattern
        self.flags = flags

    def __getattr__(self, name: str) -> Any:
        if name not in METHODS:
            raise AttributeError(name)
        compiled = self._engine.compile(self.pattern, self.flags)
        for method in METHODS:
            setattr(self, method, getattr(compiled, method))
        return getattr(compiled, name)

    def __repr__(self) -> str:
        return f"{self._engine.__name__} pattern {self.pattern[:60]!r}"

    def __reduce__(self) -> tuple[Any, tuple[str, int]]:
        return (lazy if self._engine is re else lazy_regex), (self.pattern, self.flags)


def lazy(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """A pattern of the standard library's `re`, compiled on first use.

    >>> year = lazy("[0-9]{4}年")
    >>> year.search("到2025年")[0]
    '2025年'
    """
    return cast("re.Pattern[str]", _LazyPattern(re, pattern, flags))


def lazy_regex(pattern: str, flags: int = 0) -> regex.Pattern[str]:
    """A pattern of `regex`, compiled on first use."""
    return cast("regex.Pattern[str]", _LazyPattern(regex, pattern, flags))
