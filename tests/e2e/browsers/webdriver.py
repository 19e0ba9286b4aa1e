"""Firefox and WebKitGTK as Debian packs them, driven by the commands of WebDriver.

Debian has no driver for Firefox; Firefox itself speaks the same commands (Marionette). So no
library is needed: a command is a name, a method and a path.
"""

import base64
import json
import os
import shutil
import signal
import socket
import subprocess
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Callable
from pathlib import Path
from typing import Any

ELEMENT = "element-6066-11e4-a52e-4f735466cecf"  # the key of an element, by the standard
PATIENCE = 30.0
ASYNC = """const done = arguments[arguments.length - 1];
Promise.resolve((%s)(...[...arguments].slice(0, -1))).then(
  (value) => done({ value }), (error) => done({ error: String(error) }));"""
"""A function, perhaps of a promise, as the body of an asynchronous script."""

FIND = """(selector, text) => {
  const folded = (node) =>
    (node.getAttribute("aria-label") ?? node.innerText ?? "").replace(/\\s+/g, " ").trim();
  return [...document.querySelectorAll(selector)].find((node) =>
    node.checkVisibility({ visibilityProperty: true }) &&
    (text === "" || folded(node) === text || folded(node).startsWith(text))) ?? null;
}"""


class DriverError(Exception):
    """A command failed: the browser's own words."""


class Marionette:
    """Firefox: lengths and JSON over a socket."""

    def __init__(self, binary: str, folder: Path) -> None:
        profile = folder / "profile"
        profile.mkdir()
        (profile / "user.js").write_text(
            'user_pref("marionette.port", 0);\n'
            'user_pref("browser.shell.checkDefaultBrowser", false);\n'
            'user_pref("datareporting.policy.dataSubmissionEnabled", false);\n'
            'user_pref("remote.prefs.recommended", false);\n'
        )
        command = [binary, "--headless", "--marionette", "--no-remote", "--profile", str(profile)]
        self.process = start(command, folder)
        port = wait_for(lambda: read_number(profile / "MarionetteActivePort"))
        self.socket = socket.create_connection(("127.0.0.1", port), timeout=120)
        self.stream, self.count = self.socket.makefile("rb"), 0
        self._receive()
        self.command("NewSession", {"capabilities": {"alwaysMatch": {}}})

    def command(self, name: str, values: dict[str, Any]) -> Any:
        self.count += 1
        message = json.dumps([0, self.count, f"WebDriver:{name}", values]).encode()
        self.socket.sendall(str(len(message)).encode() + b":" + message)
        _, _, error, result = self._receive()
        if error:
            raise DriverError(f"{error['error']}: {error['message']}")
        return result["value"] if isinstance(result, dict) and "value" in result else result

    def _receive(self) -> Any:
        length = b""
        while not length.endswith(b":"):
            length += self.stream.read(1) or b":"
        return json.loads(self.stream.read(int(length[:-1])))

    def close(self) -> None:
        self.socket.close()
        stop(self.process)


class WebKit:
    """WebKitGTK: WebDriver over HTTP."""

    PATHS = {
        "Navigate": "url",
        "Refresh": "refresh",
        "ExecuteAsyncScript": "execute/async",
        "ElementClick": "element/{id}/click",
        "ElementSendKeys": "element/{id}/value",
        "SetTimeouts": "timeouts",
        "NewWindow": "window/new",
        "SwitchToWindow": "window",
        "SetWindowRect": "window/rect",
    }
    READ = {"TakeScreenshot": "screenshot", "GetWindowHandle": "window"}

    def __init__(self, binary: str, browser: str, folder: Path) -> None:
        self.screen = None if "DISPLAY" in os.environ else Screen(folder)
        port = free_port()
        display = {} if self.screen is None else {"DISPLAY": self.screen.name}
        self.process = start([binary, f"--port={port}"], folder, **display)
        self.address = f"http://127.0.0.1:{port}/session"
        options = {"binary": browser, "args": ["--automation"]}
        wanted = {"alwaysMatch": {"webkitgtk:browserOptions": options}}
        wait_for(lambda: answers(port))
        made = self._ask("POST", "", {"capabilities": wanted})
        self.address += f"/{made['sessionId']}"

    def command(self, name: str, values: dict[str, Any]) -> Any:
        if name in self.READ:
            return self._ask("GET", f"/{self.READ[name]}", None)
        return self._ask("POST", "/" + self.PATHS[name].format(**values), values)

    def _ask(self, method: str, path: str, values: object) -> Any:
        body = None if values is None else json.dumps(values).encode()
        request = urllib.request.Request(self.address + path, data=body, method=method)
        try:
            with urllib.request.urlopen(request, timeout=120) as answer:
                return json.load(answer)["value"]
        except urllib.error.HTTPError as problem:
            told = json.load(problem)["value"]
            raise DriverError(f"{told['error']}: {told['message']}") from None

    def close(self) -> None:
        stop(self.process)
        if self.screen:
            stop(self.screen.process)


class Screen:
    """A screen that nobody sees: this browser has no mode without one."""

    def __init__(self, folder: Path) -> None:
        number = folder / "display"
        number.touch()
        with number.open("r+b") as file:
            shell = f"exec Xvfb -displayfd {file.fileno()} -screen 0 1400x1000x24 -nolisten tcp"
            self.process = start(["sh", "-c", shell], folder, pass_fds=(file.fileno(),))
        self.name = f":{wait_for(lambda: number.read_text().strip())}"


class Browser:
    """What a test does in a window, whichever the browser."""

    def __init__(self, name: str, driver: Marionette | WebKit) -> None:
        self.name, self.driver = name, driver
        driver.command("SetTimeouts", {"script": 60_000, "pageLoad": 60_000})

    def open(self, address: str) -> None:
        self.driver.command("Navigate", {"url": address})

    def reload(self) -> None:
        self.driver.command("Refresh", {})

    def run(self, function: str, *values: object) -> Any:
        """What a JavaScript function, or its promise, gives."""
        script = {"script": ASYNC % function, "args": list(values)}
        given = self.driver.command("ExecuteAsyncScript", script)
        if "error" in given:
            raise DriverError(given["error"])
        return given.get("value")

    def until(self, function: str, *values: object) -> Any:
        """The first answer that is true."""
        return wait_for(lambda: self.run(function, *values), f"{function} {values}")

    def find(self, selector: str, text: str = "") -> Any:
        """The first that is visible and whose name begins so, once there is one."""
        return self.until(FIND, selector, text)

    def click(self, selector: str, text: str = "") -> None:
        self.driver.command("ElementClick", {"id": self.find(selector, text)[ELEMENT]})

    def write(self, selector: str, text: str) -> None:
        found = self.find(selector)[ELEMENT]
        self.driver.command("ElementSendKeys", {"id": found, "text": text, "value": list(text)})

    def text(self, selector: str = "body") -> str:
        return self.run("(one) => document.querySelector(one)?.innerText ?? ''", selector)

    def new_window(self) -> None:
        made = self.driver.command("NewWindow", {"type": "tab"})
        handle = made["handle"]
        self.driver.command("SwitchToWindow", {"handle": handle})

    def picture(self, path: Path) -> None:
        path.write_bytes(base64.b64decode(self.driver.command("TakeScreenshot", {})))


def start(
    command: list[str], folder: Path, pass_fds: tuple[int, ...] = (), **variables: str
) -> subprocess.Popen[bytes]:
    """A program with a home of its own, in a group that ends as one."""
    home = {"HOME": str(folder), "XDG_CACHE_HOME": str(folder), "XDG_DATA_HOME": str(folder)}
    quiet = {"NO_AT_BRIDGE": "1", "MOZ_CRASHREPORTER_DISABLE": "1", "LIBGL_ALWAYS_SOFTWARE": "1"}
    with (folder / "log").open("ab") as log:
        return subprocess.Popen(
            command,
            env={**os.environ, **home, **quiet, **variables},
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
            start_new_session=True,
            pass_fds=pass_fds,
        )


def stop(process: subprocess.Popen[bytes]) -> None:
    with_children = os.getpgid(process.pid)
    for sent in (signal.SIGTERM, signal.SIGKILL):
        try:
            os.killpg(with_children, sent)
            process.wait(5)
        except (ProcessLookupError, subprocess.TimeoutExpired):
            continue


def wait_for(asked: Callable[[], Any], told: str = "it never came") -> Any:
    end = time.monotonic() + PATIENCE
    while not (found := asked()):
        assert time.monotonic() < end, told
        time.sleep(0.05)
    return found


def read_number(path: Path) -> int:
    return int(path.read_text() or 0) if path.is_file() else 0


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def answers(port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0


def temporary() -> Path:
    return Path(tempfile.mkdtemp(prefix="rightcode-browser-"))


def remove(folder: Path) -> None:
    shutil.rmtree(folder, ignore_errors=True)
