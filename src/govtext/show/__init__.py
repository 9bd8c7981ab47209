"""Findings to look at: in a terminal, in a notebook, and as one self-contained HTML page."""

from .html import document_html, findings_html, to_html
from .terminal import summary, underlined

__all__ = ["document_html", "findings_html", "summary", "to_html", "underlined"]
