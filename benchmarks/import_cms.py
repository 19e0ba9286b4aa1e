"""Import an NCCI file of two million rows beside a bare `csv` read of the same file.

    .venv/bin/python benchmarks/import_cms.py [--rows 2000000] [--rounds 3]

Prints wall times, their ratio (the median of the rounds, each round measuring both) and the
import's peak memory; exit 1 above the limits. Codes are invented; each round imports into an empty
folder, in a process of its own.
"""

import argparse
import csv
import json
import random
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from datetime import date
from itertools import islice, product
from pathlib import Path

from generator.cms.importer import import_files, plan
from generator.cms.store import Store
from generator.cms.store_schema import path_in

ROOT = Path(__file__).resolve().parents[1]
MOST_TIMES, MOST_MEGABYTES = 3.0, 300
HEADER = (
    "CPT only copyright 2025 American Medical Association.  All rights reserved.\t\t\t\t\t\t",
    "Column1/Column2 Edits\t\t\t\t\t\t",
    "Column 1\tColumn 2\t*=in existence\tEffective\tDeletion\tModifier\tPTP Edit Rationale",
    "\t\tprior to 1996\tDate\tDate\t0=not allowed\t",
    "\t\t\t\t*=no data\t1=allowed\t",
    "\t\t\t\t\t9=not applicable\t",
)
RATIONALES = (
    "Misuse of Column Two code with Column One code",
    "Standards of medical / surgical practice",
    "More extensive procedure",
)


def write_pairs(path: Path, rows: int) -> None:
    """A practitioner part.

    Sorted codes, dates at the beginnings and ends of quarters since 1996, three indicators.
    """
    chance = random.Random(20261001)
    starts = [
        f"{year}{day}" for year in range(1996, 2027) for day in ("0101", "0401", "0701", "1001")
    ]
    ends = ["*"] * 40 + [
        f"{year}{day}" for year in range(2017, 2026) for day in ("0331", "0630", "0930", "1231")
    ]
    codes = [f"{number:05d}" for number in range(100, 100000, 23)]
    seconds = 500
    with path.open("w", encoding="latin-1", newline="") as file:
        file.writelines(f"{line}\r\n" for line in HEADER)
        for code, step in islice(product(codes, range(seconds)), rows):
            second = codes[(int(code) // 23 + 1 + step) % len(codes)]
            start, end = chance.choice(starts), chance.choice(ends)
            star = "*" if start == "19960101" and step % 2 else ""
            file.write(
                f"{code}\t{second}\t{star}\t{start}\t{end}\t{chance.choice('0111119')}"
                f"\t{chance.choice(RATIONALES)}\r\n"
            )


def read_bare(path: Path) -> float:
    began = time.perf_counter()
    with path.open(encoding="latin-1", newline="") as file:
        for _ in csv.reader(file, delimiter="\t"):
            pass
    return time.perf_counter() - began


def import_here(path: Path) -> None:
    """In the process that is measured: plan and import, then the figures as JSON."""
    with tempfile.TemporaryDirectory() as folder:
        began = time.perf_counter()
        import_files(Path(folder), plan([path], None, None), date(2026, 11, 21), lambda _: None)
        seconds = time.perf_counter() - began
        with Store(path_in(Path(folder))) as store:
            rows = store.files[0].rows
        size = path_in(Path(folder)).stat().st_size
    megabytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps({"seconds": seconds, "megabytes": megabytes, "rows": rows, "size": size}))


def import_apart(path: Path) -> dict[str, float]:
    done = subprocess.run(
        [sys.executable, __file__, "--import", str(path)],
        check=True,
        stdout=subprocess.PIPE,
        text=True,
        cwd=ROOT,
    )
    return json.loads(done.stdout)


def run(rows: int = 2_000_000, rounds: int = 3) -> bool:
    """Print seconds and memory of the import beside a bare `csv` read of the same file.

    Whether both limits are kept.
    """
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "ccipra-v323r0-f1.txt"
        write_pairs(path, rows)
        measured = [(read_bare(path), import_apart(path)) for _ in range(rounds)]
        size = path.stat().st_size
    for bare, figures in measured:
        print(
            f"csv {bare:.2f} s, import {figures['seconds']:.2f} s, ratio"
            f" {figures['seconds'] / bare:.2f}, peak {figures['megabytes']:.0f} MB"
        )
    ratio = statistics.median(figures["seconds"] / bare for bare, figures in measured)
    peak = max(figures["megabytes"] for _, figures in measured)
    kept = measured[0][1]
    print(
        f"{kept['rows']:,} rows, {size / 1e6:.0f} MB, kept in {kept['size'] / 1e6:.0f} MB: ratio"
        f" {ratio:.2f} (most {MOST_TIMES}), peak {peak:.0f} MB (most {MOST_MEGABYTES})"
    )
    return ratio <= MOST_TIMES and peak < MOST_MEGABYTES


def main() -> int:
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--rows", type=int, default=2_000_000)
    asked.add_argument("--rounds", type=int, default=3)
    asked.add_argument("--import", dest="path", type=Path)
    given = asked.parse_args()
    if given.path:
        import_here(given.path)
        return 0
    return 0 if run(given.rows, given.rounds) else 1


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))
    sys.exit(main())
