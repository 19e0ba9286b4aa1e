"""Find Firefox and WebKitGTK; install them with apt where that is allowed."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

PACKAGES = ("firefox-esr", "webkit2gtk-driver", "xvfb")


def firefox() -> str | None:
    """The path of Firefox; RIGHTCODE_FIREFOX names another."""
    named = os.environ.get("RIGHTCODE_FIREFOX")
    return named or next(filter(None, map(shutil.which, ("firefox-esr", "firefox"))), None)


def webkit() -> tuple[str, str] | None:
    """The paths of WebKitGTK's driver and of its small browser, where a screen can be had."""
    driver = shutil.which("WebKitWebDriver")
    found = sorted(Path("/usr").glob("lib*/**/webkit2gtk-4*/MiniBrowser"))
    screen = "DISPLAY" in os.environ or shutil.which("Xvfb")
    return (driver, str(found[-1])) if driver and found and screen else None


def install() -> None:
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for command in (["update"], ["install", "--yes", "--no-install-recommends", *PACKAGES]):
        whole = ["apt-get", "--quiet", *command]
        subprocess.run(whole, env=quiet, stdin=subprocess.DEVNULL, check=False)


if __name__ == "__main__":
    if not (firefox() and webkit()) and shutil.which("apt-get") and os.geteuid() == 0:
        install()
    if not (firefox() and webkit()):
        sys.exit(f"Firefox or WebKitGTK is missing. As root: apt-get install {' '.join(PACKAGES)}.")
