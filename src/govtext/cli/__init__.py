"""The command line: pages in, findings out, written only where told."""

from .command import main

__all__ = ["main"]
