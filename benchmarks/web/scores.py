"""Lighthouse on phone emulation: the median of its scores."""

import json
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

import deno

from tests.browser import FLAGS, browser

HERE = Path(__file__).parent
HEAD = (
    f"{'page':<28} {'perf':>5} {'acc':>4} {'best':>5} {'seo':>4} {'FCP ms':>7} {'LCP ms':>7}"
    f" {'TBT ms':>7} {'CLS':>6} {'SI ms':>7}  lowest performance"
)


def print_scores(origin: str, addresses: Sequence[str], runs: int) -> None:
    """One line a page: medians of `runs`, and the lowest performance among them."""
    print(f"Lighthouse, phone, median of {runs}\n{HEAD}")
    for found in _lighthouse(origin, addresses, runs):
        scores = [round(statistics.median(column)) for column in zip(*found["scores"], strict=True)]
        measures = [
            statistics.median(value or 0 for value in column)
            for column in zip(*found["measures"], strict=True)
        ]
        fcp, lcp, tbt, cls, index = measures
        lowest = min(score[0] for score in found["scores"])
        page = "/" + found["address"].removeprefix(origin)
        failing = f" failing: {' '.join(found['failing'])}" if found["failing"] else ""
        print(
            f"{page:<28} {scores[0]:>5} {scores[1]:>4} {scores[2]:>5} {scores[3]:>4} {fcp:>7.0f}"
            f" {lcp:>7.0f} {tbt:>7.0f} {cls:>6.3f} {index:>7.0f}  {lowest}{failing}",
            flush=True,
        )


def _lighthouse(origin: str, addresses: Sequence[str], runs: int) -> list[dict]:
    """Lighthouse comes from npm below its own folder; Deno runs it, so no Node is needed."""
    binary = deno.find_deno_bin()
    subprocess.run([binary, "install", "--quiet", "--frozen"], cwd=HERE, check=True)
    port = _free_port()
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        flags = [*FLAGS, f"--remote-debugging-port={port}", f"--user-data-dir={profile}"]
        opened = subprocess.Popen(
            [browser() or sys.exit("no browser"), *flags],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        try:
            _wait_for(port)
            command = [
                binary,
                "run",
                "--quiet",
                "--allow-all",
                "lighthouse.js",
                str(port),
                str(runs),
                *(origin + address for address in addresses),
            ]
            done = subprocess.run(command, cwd=HERE, capture_output=True, text=True, check=True)
        finally:
            opened.terminate()
            opened.wait()
    return [json.loads(line) for line in done.stdout.splitlines() if line.startswith("{")]


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def _wait_for(port: int) -> None:
    for _ in range(100):
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
