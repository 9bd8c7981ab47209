"""Findings in other forms: JSON data, Arrow and data frames, annotation tools, engines."""
