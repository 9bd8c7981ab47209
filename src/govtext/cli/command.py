"""`govtext FILE…`: the arguments, the work, and the exit codes.

Exit codes: 0, all was done; 1, something could not be read, and the rest was done; 2, the arguments are wrong or the
output cannot be written; 130, interrupted; 141, the reader of the output went away.
"""

from __future__ import annotations

import argparse
import os
import shutil
import sys
from collections import deque
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from attrs import evolve

from .. import __version__
from ..errors import Failure, GovtextError
from ..pipeline import parse_many
from .inputs import ENCODINGS, STANDARD_INPUT, Inputs, Page, find_files
from .outputs import FORMATS, Layout, open_output
from .progress import Progress

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ..findings import Findings

__all__ = ["main"]

DONE, INCOMPLETE, WRONG_USE, INTERRUPTED, NO_READER = 0, 1, 2, 130, 141

KINDS = ("dates", "officials", "targets", "slogans", "people", "statements")

SHOWN_FAILURES = 20
"""Failures that are named at the end; the rest is counted."""

EPILOG = """\
examples:
  python -m govtext page.txt                          a summary in the terminal
  python -m govtext pages/ --format html -o all.html  one page to look at, with a filter by kind
  python -m govtext pages.jsonl --text-field content --date-field day --format jsonl -o findings.jsonl
  python -m govtext pages/ --format csv -o targets.csv
  curl -s URL | python -m govtext - --encoding gb18030 --published 2024-05-06

exit codes: 0 all done; 1 something could not be read, the rest was done; 2 wrong arguments; 130 interrupted
"""


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs the command line; returns the exit code.

    Args:
        arguments: in place of `sys.argv[1:]`.
    """
    parser = _parser()
    options = parser.parse_args(arguments)
    files = list(find_files(options.files))
    if problem := _problem(options, files):
        parser.error(problem)
    try:
        return _run(options, files)
    except KeyboardInterrupt:
        _say("govtext: interrupted; what is written so far stands")
        return INTERRUPTED
    except BrokenPipeError:
        # `govtext … | head`: what is still buffered must not complain when Python closes the stream.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return NO_READER


def _run(options: argparse.Namespace, files: list[str]) -> int:
    failures: list[tuple[str, Exception]] = []
    inputs = Inputs(
        encoding=options.encoding,
        published=options.published,
        text_field=options.text_field,
        date_field=options.date_field,
        id_field=options.id_field,
        refuse=lambda name, error: failures.append((name, error)),
    )
    progress = Progress(sys.stderr, _total(files))
    try:
        with open_output(options.output, options.format, _layout(options)) as writer:
            for findings in _parsed(inputs.read(files), options.workers, progress, failures):
                if options.output is None:
                    progress.clear()
                writer.write(_only(findings, options.only))
    except OSError as error:
        if isinstance(error, BrokenPipeError):
            raise
        _say(f"govtext: cannot write {options.output or 'standard output'}: {error}")
        return WRONG_USE
    finally:
        progress.clear()
    if failures:
        _tell(failures)
        return INCOMPLETE
    return DONE


def _parsed(
    pages: Iterator[Page], workers: int | None, progress: Progress, failures: list[tuple[str, Exception]]
) -> Iterator[Findings]:
    """The findings of the pages, in order; what fails is noted."""
    under_way: deque[Page] = deque()

    def items() -> Iterator[tuple[str, date | None, str]]:
        for page in pages:
            under_way.append(page)
            yield page.text, page.published, page.name

    def fail(failure: Failure) -> None:
        failures.append((failure.id or "page", failure.error))

    yield from parse_many(
        items(),
        workers,
        on_error=fail,
        progress=lambda _done, _total: progress.advance(under_way.popleft().size),
    )


def _only(findings: Findings, kinds: tuple[str, ...]) -> Findings:
    """The findings without the kinds that were not asked for."""
    left_out: dict[str, Any] = {kind: () for kind in KINDS if kind not in kinds}
    return evolve(findings, **left_out)


def _tell(failures: list[tuple[str, Exception]]) -> None:
    """Names on the error stream what could not be read."""
    _say(f"govtext: {len(failures)} could not be read; the rest was done:")
    for name, error in failures[:SHOWN_FAILURES]:
        told = str(error) if isinstance(error, GovtextError) else _system_error(error)
        _say(f"  {told if told.startswith(name) else f'{name}: {told}'}")
    if len(failures) > SHOWN_FAILURES:
        _say(f"  and {len(failures) - SHOWN_FAILURES} more")


def _say(line: str) -> None:
    sys.stderr.write(f"{line}\n")


def _system_error(error: Exception) -> str:
    reason = getattr(error, "strerror", None)
    return f"{type(error).__name__}: {error}" if reason is None else str(reason)


def _total(files: list[str]) -> int | None:
    """Bytes of all files; None where standard input is one of them."""
    if STANDARD_INPUT in files:
        return None
    return sum(Path(name).stat().st_size for name in files if Path(name).is_file())


def _layout(options: argparse.Namespace) -> Layout:
    terminal = options.output is None and sys.stdout.isatty()
    colour = terminal and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    return Layout(options.only, shutil.get_terminal_size((100, 24)).columns, colour)


def _problem(options: argparse.Namespace, files: list[str]) -> str | None:
    """What is wrong with the arguments, or None."""
    if not files:
        return f"expected pages, got folders without .txt or .jsonl files: {', '.join(options.files)}"
    if options.format == "brat" and options.output is None:
        return "expected --output with a folder for --format brat, which writes two files for each page"
    if options.format == "csv" and options.only != KINDS and len(options.only) > 1:
        return (
            f"expected one kind with --format csv, got {len(options.only)}; a table holds one: --only targets"
        )
    if options.output is not None:
        output = Path(options.output).resolve()
        if any(name != STANDARD_INPUT and Path(name).resolve() == output for name in files):
            return f"expected an --output that is no input, got {options.output}; it would be overwritten"
        if options.format != "brat" and output.is_dir():
            return f"expected a file as --output, got the folder {options.output}"
    return None


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="govtext",
        description="Dates, officials, numeric targets and slogans out of pages of Chinese local-government news.",
        epilog=EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument(
        "files",
        nargs="+",
        metavar="FILE",
        help="text files, .jsonl files of one object a line, folders of both, or - for standard input",
    )
    parser.add_argument(
        "-f", "--format", choices=FORMATS, default="text",
        help="text: a summary; page: the text with underlines; jsonl: one object a page; csv: a table of one kind "
        "(targets, or the one of --only); html: one page for a browser; doccano, label-studio, brat: for annotators",
    )  # fmt: skip
    parser.add_argument(
        "-o", "--output", metavar="PATH", help="write there (a folder for brat), not to the terminal"
    )
    parser.add_argument(
        "--published", type=_day, metavar="YYYY-MM-DD",
        help="day of publication of pages that state none, for 5月6日 and 今年",
    )  # fmt: skip
    parser.add_argument(
        "--only",
        type=_kinds,
        default=KINDS,
        metavar="KINDS",
        help=f"some of {','.join(KINDS)}, separated by commas",
    )
    parser.add_argument(
        "--encoding", type=str.lower, choices=ENCODINGS, default="utf-8", help="of the files (default: utf-8)"
    )
    parser.add_argument("--text-field", default="text", metavar="NAME", help="in .jsonl (default: text)")
    parser.add_argument(
        "--date-field", default="published", metavar="NAME", help="in .jsonl (default: published)"
    )
    parser.add_argument("--id-field", default="id", metavar="NAME", help="in .jsonl (default: id)")
    parser.add_argument(
        "--workers", type=_workers, metavar="N", help="processes that work (default: this one)"
    )
    parser.add_argument("--version", action="version", version=f"govtext {__version__}")
    return parser


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"expected a day such as 2024-05-06, got {text!r}") from error


def _kinds(text: str) -> tuple[str, ...]:
    asked = [part.strip() for part in text.split(",") if part.strip()]
    wrong = [part for part in asked if part not in KINDS]
    if wrong or not asked:
        raise argparse.ArgumentTypeError(f"expected some of {', '.join(KINDS)}, got {text!r}")
    return tuple(kind for kind in KINDS if kind in asked)


def _workers(text: str) -> int:
    if not text.isascii() or not text.isdigit() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"expected a whole number of at least 1, got {text!r}")
    return int(text)
