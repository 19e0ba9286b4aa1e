"""yaml-language-server, spoken to as an editor does."""

import json
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import deno

from tests.exports.tools import FOLDER, installed

SERVER = FOLDER / "node_modules" / "yaml-language-server" / "bin" / "yaml-language-server"
SETTINGS = {"yaml": {"validate": True, "hover": True, "completion": True}}


def wired(root: Path) -> dict[str, Any]:
    """The settings, with the schemas that the project's own settings give to its files."""
    kept = json.loads((root / ".vscode" / "settings.json").read_text(encoding="utf-8"))
    return {"yaml": {**SETTINGS["yaml"], "schemas": kept["yaml.schemas"]}}


@dataclass
class LanguageServer:
    """Requests and their answers; what it asks of the editor is answered as we go."""

    process: subprocess.Popen[bytes]
    settings: dict[str, Any]
    marks: dict[str, list[dict[str, Any]]] = field(default_factory=dict)
    number: int = 0

    def _send(self, **message: Any) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        assert self.process.stdin
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n%b" % (len(body), body))
        self.process.stdin.flush()

    def _read(self) -> dict[str, Any]:
        assert self.process.stdout
        length = 0
        while (line := self.process.stdout.readline().strip()) or not length:
            assert line or not self.process.poll(), "the language server has ended"
            if line.lower().startswith(b"content-length:"):
                length = int(line.partition(b":")[2])
        message: dict[str, Any] = json.loads(self.process.stdout.read(length))
        if message.get("method") == "textDocument/publishDiagnostics":
            given = message["params"]
            self.marks[given["uri"]] = given["diagnostics"]
        elif "id" in message and "method" in message:  # it asks for settings, or to register
            wanted = message["params"].get("items", ()) if message["params"] else ()
            values = [self.settings.get(item["section"], {}) for item in wanted]
            self._send(id=message["id"], result=values or None)
        return message

    def ask(self, method: str, **params: Any) -> Any:
        """The answer to a request."""
        self.number += 1
        self._send(id=self.number, method=method, params=params)
        while True:
            message = self._read()
            if message.get("id") == self.number and "method" not in message:
                assert "error" not in message, message
                return message["result"]

    def tell(self, method: str, **params: Any) -> None:
        """A notice, which has no answer."""
        self._send(method=method, params=params)

    def open(self, files: Mapping[Path, str]) -> None:
        """Shows files in the editor; what is wrong with each is in `marks`, by its address."""
        for path, text in files.items():
            self.marks.pop(path.as_uri(), None)
            document = {"uri": path.as_uri(), "languageId": "yaml", "version": 1, "text": text}
            self.tell("textDocument/didOpen", textDocument=document)
        while any(path.as_uri() not in self.marks for path in files):
            self._read()


@contextmanager
def language_server(root: Path) -> Iterator[LanguageServer]:
    """The server, started for a project."""
    installed("yaml-language-server")
    command = [deno.find_deno_bin(), "run", "-A", "--no-config", "--node-modules-dir=manual"]
    process = subprocess.Popen(
        [*command, str(SERVER), "--stdio"],
        cwd=FOLDER,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    )
    server = LanguageServer(process, wired(root))
    try:
        documents = {
            "completion": {"completionItem": {"documentationFormat": ["markdown"]}},
            "hover": {"contentFormat": ["markdown"]},
        }
        server.ask(
            "initialize",
            processId=None,
            rootUri=root.as_uri(),
            workspaceFolders=[{"uri": root.as_uri(), "name": "project"}],
            capabilities={"textDocument": documents, "workspace": {"configuration": True}},
        )
        server.tell("initialized")
        server.tell("workspace/didChangeConfiguration", settings=server.settings)
        yield server
    finally:
        process.kill()
        process.wait()
