"""Find a headless Chromium for the tests.

Install one with apt where that is allowed, and say how where it is not.
"""

import os
import shutil
import subprocess
import sys

NAMES = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")
PACKAGE = "chromium-headless-shell"
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


def browser() -> str | None:
    """The path of the first browser found; RIGHTCODE_BROWSER names another."""
    named = os.environ.get("RIGHTCODE_BROWSER")
    return named or next((path for path in map(shutil.which, NAMES) if path), None)


def install() -> None:
    if shutil.which("apt-get") is None or os.geteuid() != 0:
        return
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for command in (["update"], ["install", "--yes", "--no-install-recommends", PACKAGE]):
        subprocess.run(
            ["apt-get", "--quiet", *command],
            env=quiet,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            check=False,
        )


if __name__ == "__main__":
    if browser() is None:
        install()
    if browser() is None:
        sys.exit(
            "The tests need a headless Chromium, and none was found. As root: apt-get install"
            f" {PACKAGE}. Or set RIGHTCODE_BROWSER to the path of one."
        )
