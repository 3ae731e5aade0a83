"""The cells of one row of a text, as spreadsheets write them."""

from __future__ import annotations

import csv


def quoted(line: str, delimiter: str) -> list[str]:
    """The cells of a row in which quotation marks keep a delimiter from parting: '"frames, oak",Ada' is two cells."""
    if '"' not in line:
        return line.split(delimiter)
    try:
        return next(csv.reader([line], delimiter=delimiter, skipinitialspace=True), [])
    except csv.Error:
        return line.split(delimiter)
