"""A served site stays reachable while its sources have errors, and shows these in its pages."""

import logging
import shutil
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from itertools import chain
from pathlib import Path
from typing import Any

from mkdocs.__main__ import cli
from mkdocs.commands import serve
from mkdocs.commands.build import build
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.livereload import LiveReloadServer

from generator.build.build_failures import dead_links, failures_of
from generator.build.error_banner import BLANK, allow_inline, with_banner
from generator.findings import Finding

OLD = "This page is from the last build without errors."
log = logging.getLogger("mkdocs.plugins.rightcode")


def serve_with_mkdocs(address: str) -> None:
    """Serve the project in the working folder until Ctrl+C, building what is saved."""
    cli(["serve", "--dirty", "--dev-addr", address])


class _Logged(logging.Handler):
    """What MkDocs says is wrong."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.sentences: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.sentences.append(record.getMessage())


class LivePreview:
    """The errors of the last build, and the server that shows them."""

    def __init__(self) -> None:
        self._build = build
        self._failures: Sequence[Finding] = ()
        self._dead_links: Mapping[str, Sequence[Finding]] = {}  # of pages that are not built anew

    def forget(self, pages: Collection[str]) -> None:
        """These pages are built anew or are gone, and their dead links with them."""
        self._dead_links = {
            page: found for page, found in self._dead_links.items() if page not in pages
        }

    def start(self) -> None:
        """From the first build on, let none end the server; `stop` ends this."""
        serve.build = self._guarded_build  # type: ignore[attr-defined] # MkDocs has no hook

    def stop(self) -> None:
        """Leave MkDocs as it was."""
        serve.build = self._build  # type: ignore[attr-defined] # as above

    def _guarded_build(self, config: MkDocsConfig, **options: Any) -> None:
        root = Path(config.config_file_path).parent
        with self._noted(root), _preserved_site(Path(config.site_dir), options["dirty"]):
            self._build(config, **options)

    @contextmanager
    def _noted(self, root: Path) -> Iterator[None]:
        self._failures, logged = (), _Logged()
        logging.getLogger("mkdocs").addHandler(logged)
        try:
            yield
            self._dead_links = {**self._dead_links, **dead_links(logged.sentences, root)}
        except (Exception, SystemExit) as problem:
            self._failures = failures_of(problem, root, logged.sentences)
            ours = any(error.place.path.endswith(".py") for error in self._failures)
            log.error("Not built: %s", problem, exc_info=ours)
        finally:
            logging.getLogger("mkdocs").removeHandler(logged)

    def show(self, server: LiveReloadServer, config: MkDocsConfig) -> None:
        """Have the server show errors in every page, those of mkdocs.yml too."""
        root, rebuild = Path(config.config_file_path).parent, server.builder
        add_script: Callable[[bytes, int], bytes] = server._inject_js_into_html
        missing = server.error_handler

        def rebuild_guarded() -> None:
            with self._noted(root):
                rebuild()

        def finished(page: bytes, epoch: int) -> bytes:
            return self._finished(page, lambda content: add_script(content, epoch))

        def answer(code: int) -> bytes | None:
            page = missing(code) or (BLANK.encode() if self._failures else None)
            return page and finished(page, server._visible_epoch)

        server.builder, server.error_handler = rebuild_guarded, answer
        server._inject_js_into_html = finished  # type: ignore[method-assign] # no hook for pages

    def _finished(self, page: bytes, add_script: Callable[[bytes], bytes]) -> bytes:
        """The page with its errors and MkDocs' script, which reloads it after the next build."""
        errors = (*self._failures, *chain.from_iterable(self._dead_links.values()))
        remark = OLD if self._failures else ""
        shown = with_banner(page.decode(errors="replace"), errors, remark)
        scripted: str = add_script(shown.encode()).decode()
        script = scripted.rpartition("<script>")[2].partition("</script>")[0]
        return allow_inline(scripted, "script-src", script).encode()


@contextmanager
def _preserved_site(site: Path, dirty: bool) -> Iterator[None]:
    """A build that fails leaves the last site, even one that begins with an empty folder."""
    if dirty:
        yield
        return
    last = site.with_name(f"{site.name}.last")
    site.rename(last)
    site.mkdir()
    try:
        yield
    except BaseException:
        shutil.rmtree(site)
        last.rename(site)
        raise
    shutil.rmtree(last)
