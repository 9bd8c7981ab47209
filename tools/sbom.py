"""Write a bill of materials (CycloneDX 1.5, JSON) of govtext and what it needs, as installed here.

    python tools/sbom.py [OUT] [--extras arrow,pandas]

Names, versions, licences and, for every component, a SHA-256 over its installed files as its RECORD lists them. Also the word
tables of `src/govtext/data`, each with its source and licence as its first lines state them. The output depends only on what is
installed; there is no time stamp and no serial number in it.
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
import sys
from hashlib import sha256
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
Component = dict[str, Any]


def requirements(of: Distribution, extras: set[str]) -> list[str]:
    """The names that a distribution requires, with those of the extras."""
    names = []
    for line in of.requires or ():
        extra = re.search(r"extra\s*==\s*['\"]([^'\"]+)", line)
        if extra is None or extra[1] in extras:
            names.append(re.split(r"[^A-Za-z0-9_.-]", line, maxsplit=1)[0])
    return names


def licence(of: Distribution) -> str:
    """What a distribution says of its licence."""
    keys = [key for key in ("License-Expression", "License") if key in of.metadata]
    stated = of.metadata[keys[0]] if keys else ""
    classified = [
        c.rpartition(" :: ")[2] for c in of.metadata.get_all("Classifier") or () if c.startswith("License")
    ]
    return stated.partition("\n")[0].strip() or "; ".join(classified) or "not stated"


def digest(of: Distribution) -> str:
    """A SHA-256 over the distribution's own list of files and their hashes."""
    lines = sorted(f"{path} {path.hash.value}" for path in of.files or () if path.hash)
    return sha256("\n".join(lines).encode()).hexdigest()


def component(of: Distribution) -> Component:
    """One package."""
    name, version = of.metadata["Name"], of.version
    return {
        "type": "library",
        "bom-ref": f"pkg:pypi/{name.lower()}@{version}",
        "name": name,
        "version": version,
        "purl": f"pkg:pypi/{name.lower()}@{version}",
        "licenses": [{"license": {"name": licence(of)}}],
        "hashes": [{"alg": "SHA-256", "content": digest(of)}],
    }


def packages(extras: set[str]) -> list[Component]:
    """Everything that govtext needs, and what that needs in turn, in order of name."""
    found: dict[str, Component] = {}
    wanted = requirements(distribution("govtext"), extras)
    while wanted:
        name = wanted.pop().lower().replace("_", "-")
        if name in found:
            continue
        try:
            installed = distribution(name)
        except PackageNotFoundError:
            print(f"left out, not installed here: {name}", file=sys.stderr)
            continue
        found[name] = component(installed)
        wanted += requirements(installed, set())
    return [found[name] for name in sorted(found)]


def tables() -> list[Component]:
    """The word tables and the model of prose: data with sources and licences of their own."""
    found = []
    data = ROOT / "src" / "govtext" / "data"
    for path in sorted([*data.glob("*.tsv"), *data.glob("*.txt.gz")]):
        content = path.read_bytes()
        text = (gzip.decompress(content) if path.suffix == ".gz" else content).decode("utf-8")
        told = {
            key: value.strip()
            for key, value in re.findall(r"^# (source|licence|date): (.*)$", text, re.MULTILINE)
        }
        if missing := {"source", "licence", "date"} - set(told):
            raise SystemExit(
                f"{path}: expected lines '# source:', '# licence:' and '# date:', found no {missing}"
            )
        found.append({
            "type": "data",
            "bom-ref": f"govtext/data/{path.name}",
            "name": path.name,
            "version": told["date"],
            "description": told["source"],
            "licenses": [{"license": {"name": told["licence"]}}],
            "hashes": [{"alg": "SHA-256", "content": sha256(content).hexdigest()}],
        })  # fmt: skip
    return found


def bill(extras: set[str]) -> dict[str, Any]:
    """The bill of materials."""
    return {
        "bomFormat": "CycloneDX",
        "specVersion": "1.5",
        "version": 1,
        "metadata": {"component": component(distribution("govtext"))},
        "components": [*packages(extras), *tables()],
    }


def main() -> None:
    """Print or write it."""
    arguments = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    arguments.add_argument("out", nargs="?", type=Path, help="the file to write (default: standard output)")
    arguments.add_argument("--extras", default="", help="also what these extras need, separated by commas")
    options = arguments.parse_args()
    try:
        distribution("govtext")
    except PackageNotFoundError:
        raise SystemExit("govtext is not installed in this environment; run: pip install .") from None
    text = json.dumps(bill(set(options.extras.split(",")) - {""}), ensure_ascii=False, indent=2) + "\n"
    if options.out:
        options.out.write_text(text, encoding="utf-8", newline="\n")
    else:
        print(text, end="")


if __name__ == "__main__":
    main()
