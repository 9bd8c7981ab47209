"""Writes docs/reference/findings.schema.json out of the types. Run it after a change of a field; a test compares."""

import json
from pathlib import Path

from govtext.interchange.schema import json_schema

PATH = Path(__file__).parents[1] / "docs" / "reference" / "findings.schema.json"


def schema_text() -> str:
    """The file's content."""
    return json.dumps(json_schema(), ensure_ascii=False, indent=2) + "\n"


if __name__ == "__main__":
    PATH.parent.mkdir(parents=True, exist_ok=True)
    PATH.write_text(schema_text(), encoding="utf-8")
    print(f"written: {PATH.name}")
