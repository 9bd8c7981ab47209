"""What `mkdocs.yml` hooks into the build of the documentation site.

Fences say which package they need, ` ```python requires=pandas `, for the tests; the highlighter wants to know of the
language alone, and of whether it is a session with prompts.
"""

from __future__ import annotations

import re
from typing import Any

FENCE = re.compile(r"^([ ]*```)python(?: requires=\S+)?\n(?=([ ]*>>>)?)", re.MULTILINE)


def on_page_markdown(markdown: str, **_: Any) -> str:
    """A page without what only the tests read."""
    return FENCE.sub(lambda fence: f"{fence[1]}{'pycon' if fence[2] else 'python'}\n", markdown)
