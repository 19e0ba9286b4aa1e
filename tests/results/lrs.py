"""A real learning record store for tests.

Ralph 5.1.0 in an environment of its own, made when it is first asked for.
"""

import os
import signal
import socket
import subprocess
import time
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

from tests.exports.tools import environment

WRITER, READER = ("quiz", "write-only"), ("teacher", "read-only")
PATCH = """from ralph.backends.data.base import BaseOperationType
from ralph.backends.data.fs import FSDataBackend
# 5.1.0 has CREATE, so that a second POST is a 500
FSDataBackend.default_operation_type = BaseOperationType.APPEND
from ralph.api import app
"""
PATIENCE = 90


def ralph() -> Path:
    """The Python that has Ralph."""
    return environment("ralph")


class Store:
    """A store in a folder of its own that can be killed and started again with what it kept."""

    def __init__(self, python: Path, folder: Path) -> None:
        self._python, self._folder = python, folder
        self._running: subprocess.Popen[bytes] | None = None
        self.port = _free_port()
        self.address = f"http://127.0.0.1:{self.port}/xAPI"
        (folder / "data").mkdir(parents=True)
        (folder / "patched.py").write_text(PATCH)
        self._environment = {
            **os.environ,
            "RALPH_APP_DIR": str(folder),
            "RALPH_RUNSERVER_BACKEND": "fs",
            "RALPH_LRS_RESTRICT_BY_AUTHORITY": "true",
            "RALPH_LRS_RESTRICT_BY_SCOPES": "true",
            "RALPH_BACKENDS__LRS__FS__DEFAULT_DIRECTORY_PATH": str(folder / "data"),
            "RALPH_RUNSERVER_MAX_SEARCH_HITS_COUNT": "100",
            "PYTHONPATH": str(folder),
        }
        for (user, password), scope in ((WRITER, "statements/write"), (READER, "statements/read")):
            command = [
                python,
                "-m",
                "ralph",
                "-v",
                "ERROR",
                "auth",
                "-u",
                user,
                "-p",
                password,
                "-s",
                scope,
                "-M",
                "mailto:class@example.org",
                "-w",
            ]
            subprocess.run(
                command, cwd=folder, env=self._environment, check=True, capture_output=True
            )

    def start(self) -> None:
        command = [
            self._python,
            "-m",
            "uvicorn",
            "patched:app",
            "--host",
            "127.0.0.1",
            "--port",
            str(self.port),
            "--log-level",
            "warning",
        ]
        with (self._folder / "server.log").open("ab") as log:
            self._running = subprocess.Popen(
                command, cwd=self._folder, env=self._environment, stdout=log, stderr=log
            )
        until = time.monotonic() + PATIENCE
        while not self._answers():
            assert time.monotonic() < until, (self._folder / "server.log").read_text()
            time.sleep(0.1)

    def kill(self) -> None:
        """At once, in the middle of whatever it does."""
        if self._running:
            self._running.send_signal(signal.SIGKILL)
            self._running.wait()
            self._running = None

    def _answers(self) -> bool:
        try:
            with urlopen(f"http://127.0.0.1:{self.port}/__heartbeat__", timeout=2) as response:
                return response.status == 200
        except (URLError, OSError):
            return False


def _free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return found.getsockname()[1]
