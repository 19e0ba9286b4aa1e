"""The edge to MkDocs: content in, generated files out; nothing is decided here."""

import logging
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from markupsafe import escape
from mkdocs.config import config_options
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page
from mkdocs.utils.templates import TemplateContext

from generator.build import not_found_page
from generator.build.build_failures import ContentError
from generator.build.changes_feed import FEED, with_absolute_addresses
from generator.build.content_files import CONTENT_FOLDERS
from generator.build.download_packages import link_or_copy
from generator.build.finish.finishing import finish_site
from generator.build.folded_sections import fold_sections
from generator.build.frontend import languages
from generator.build.garbage import without_garbage_collection
from generator.build.live_preview import LivePreview
from generator.build.project import OVERLAY, Project, incremental_project
from generator.build.raw_blocks import (
    RawBlocks,
    extract,
    restore_finished,
    restore_questions,
    without_autocomplete,
)
from generator.build.record_stores import origins
from generator.cache.file_cache import cache_folder, digest
from generator.disk.owned_folder import mark_folder
from generator.facts.clinics import Clinic, is_contact
from generator.facts.web_address import read_address
from generator.findings import ProjectError
from generator.pages.clinic_page import PATH as CLINIC_PAGE
from generator.pages.clinic_page import TITLE as CLINIC_TITLE
from generator.pages.template_environment import cache_compiled_templates

GENERATOR = Path(__file__).parents[1]
TEMPLATES = ("templates", "questions/kinds")  # of pages, below the generator
THEME_SEARCH = ("assets/javascripts/lunr/", "assets/javascripts/workers/")
"""The theme's own search, of which this site uses nothing."""


def _stylesheets(site: Mapping[str, bytes]) -> dict[str, bytes]:
    return {path: content for path, content in site.items() if path.endswith(".css")}


TEXTS = ("site_name", "site_description", "site_author", "copyright")


def _escaped(value: Any) -> Any:
    match value:
        case str():
            return escape(value)
        case dict():
            return {key: _escaped(entry) for key, entry in value.items()}
        case list():
            return [_escaped(entry) for entry in value]
        case _:
            return value


def _apply_clinic(config: MkDocsConfig, clinic: Clinic) -> None:
    config.site_name = escape(clinic.name)
    config.extra["clinic"] = {"colors": clinic.colors is not None, "invented": clinic.invented}
    if clinic.contact:
        config.extra["contact"] = escape(clinic.contact)
    if clinic.logo:
        config.theme["logo"] = clinic.logo_on_the_site
    config.nav = [*(config.nav or ()), {CLINIC_TITLE: CLINIC_PAGE}]


class Options(Config):  # type: ignore[no-untyped-call] # of MkDocs
    """The clinic's folder, where readers report an error, and record stores on other hosts."""

    overlay = config_options.Type(str, default="")
    contact = config_options.Type(str, default="")
    stores = config_options.ListOfItems(config_options.Type(str), default=[])


class RightcodePlugin(BasePlugin[Options]):  # type: ignore[no-untyped-call] # of MkDocs
    """Checks and renders before MkDocs clears the folder: a failed build leaves the last site."""

    project: Project | None = None
    previous_site: Mapping[str, bytes] = {}  # of the last build, where builds are incremental
    previous_look = previous_templates = ""  # digests
    written: frozenset[str] = frozenset()  # paths of this build, and of the last
    previously_written: frozenset[str] = frozenset()
    is_serving = is_incremental = False
    theme: Any = None  # the first build's environment, which keeps its templates compiled

    def __init__(self) -> None:
        self.preview = LivePreview()

    def on_startup(self, *, command: str, dirty: bool) -> None:
        """A dirty `serve` keeps the plugin and builds only changed pages again."""
        self.is_serving = command == "serve"
        if self.is_serving:
            self.preview.start()
        self.is_incremental = self.is_serving and dirty
        if self.is_incremental:
            logging.getLogger("mkdocs.commands.build").addFilter(
                lambda record: "dirty" not in record.getMessage()
            )

    def on_shutdown(self) -> None:
        """The server has ended."""
        self.preview.stop()

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """The theme writes texts of mkdocs.yml into its HTML as they are: none is HTML."""
        for name in TEXTS:
            config[name] = _escaped(config[name])
        config.extra.update(_escaped(dict(config.extra)))
        config.theme["palette"] = _escaped(config.theme.get("palette"))
        if config.site_url and not read_address(config.site_url):
            raise PluginError(
                f"mkdocs.yml: site_url: '{config.site_url[:80]}' is no address of a site; write"
                " https:// and its host, such as https://codes.clinic.example/."
            )
        return config

    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        """Check and render the content."""
        root = Path(config.config_file_path).parent
        overlay, stores, contact = self._overlay(root), self._stores(), self._contact()
        self._forget_what_looks_otherwise(root)
        self.project = self.project or (
            incremental_project(root, overlay)
            if self.is_incremental
            else Project(root, overlay=overlay, preview=self.is_serving)
        )
        try:
            with without_garbage_collection():
                built = self.project.build()
        except ProjectError as problem:
            raise PluginError(str(problem)) from problem
        if built.report:
            raise ContentError(built.findings)
        self.site, self.packages = dict(built.files), built.packages
        if config.site_url and FEED in self.site:
            self.site[FEED] = with_absolute_addresses(self.site[FEED], config.site_url)
        self.blocks: dict[str, RawBlocks] = {}
        config.extra["languages"] = " ".join(languages(root))
        config.extra["stores"] = stores
        config.extra["contact"] = escape(contact)
        if built.clinic:
            _apply_clinic(config, built.clinic)

    def _forget_what_looks_otherwise(self, root: Path) -> None:
        """A changed template makes every page anew."""
        found = (path for name in TEMPLATES for path in (GENERATOR / name).rglob("*.jinja"))
        templates = digest(GENERATOR, sorted(found))
        if templates != self.previous_templates:
            self.project, self.previous_templates = None, templates
        overrides = sorted((root / "site_config/overrides").rglob("*.html"))
        look = digest(root, (root / "mkdocs.yml", *overrides))
        if look != self.previous_look:
            self.previous_site, self.previous_look = {}, look

    def _overlay(self, root: Path) -> Path | None:
        folder = self._named_overlay(root)
        if folder and not folder.is_dir():
            raise PluginError(
                f"There is no folder {folder} to take the clinic's overlay from; `rightcode new"
                " clinic` makes one."
            )
        return folder

    def _named_overlay(self, root: Path) -> Path | None:
        named = os.environ.get(OVERLAY) or self.config.overlay
        return root / named if named else None

    def _contact(self) -> str:
        contact = self.config.contact
        if contact and not is_contact(contact):
            raise PluginError(
                f"mkdocs.yml: contact: '{contact[:80]}' is neither an email address nor an https"
                " address; write errors@clinic.example or the address of an issue tracker."
            )
        return contact

    def _stores(self) -> str:
        try:
            return " ".join(origins(self.config.stores))
        except ValueError as problem:
            raise PluginError(f"mkdocs.yml: {problem}") from problem

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Add the generated files; leave out the theme's search."""
        for file in [file for file in files if file.src_uri.startswith(THEME_SEARCH)]:
            files.remove(file)
        before = self.previous_site
        changed = {
            path for path in {*before, *self.site} if before.get(path) != self.site.get(path)
        }
        self.preview.forget(changed)
        for path, content in self.site.items():
            file = File.generated(config, path, content=content)
            if path.startswith("."):  # such as .nojekyll, which MkDocs would leave out
                file.inclusion = InclusionLevel.INCLUDED
            if path not in changed:
                file.is_modified = lambda: False  # type: ignore[method-assign] # asked only
            files.append(file)
        self.written = frozenset(file.abs_dest_path for file in files)
        return files

    def on_env(self, env: Any, *, config: MkDocsConfig, **_: object) -> Any:
        """Compile the theme's forty templates once, not at each build (a quarter of a second)."""
        cache_compiled_templates(str(cache_folder(Path(config.config_file_path).parent)), env)
        self.theme = (self.theme or env) if self.is_incremental else env
        return self.theme

    def on_page_markdown(self, markdown: str, *, page: Page, **_: object) -> str:
        """Take finished HTML and questions out before Markdown is read."""
        markdown, self.blocks[page.file.src_uri] = extract(markdown)
        return markdown

    def on_page_content(self, html: str, *, page: Page, **_: object) -> str:
        """Put finished HTML back, and close the sections that a reader opens."""
        return fold_sections(restore_finished(html, self.blocks[page.file.src_uri]))

    def on_page_context(
        self, context: TemplateContext, /, *, page: Page, **_: Any
    ) -> TemplateContext:
        """The theme writes titles into its HTML as they are.

        It links the next page for browsers to fetch ahead, which the policy of a page refuses.
        """
        page.previous_page = page.next_page = None
        if "title" in page.meta:
            page.meta["title"] = escape(str(page.meta["title"]))
        page.title = escape(str(page.title or ""))
        return context

    def on_post_page(self, output: str, *, page: Page, **_: object) -> str:
        """Put questions back."""
        return restore_questions(
            without_autocomplete(output), self.blocks.pop(page.file.src_uri, RawBlocks())
        )

    def on_post_template(
        self, output: str, *, template_name: str, config: MkDocsConfig, **_: object
    ) -> str:
        """Correct the HTML of a page that is not made from Markdown."""
        if template_name == not_found_page.NAME:
            output = not_found_page.with_own_script(output, Path(config.config_file_path).parent)
        return without_autocomplete(output)

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Add style sheet, worker and downloads."""
        if not self.previous_site or _stylesheets(self.previous_site) != _stylesheets(self.site):
            finish_site(
                Path(config.config_file_path).parent,
                Path(config.site_dir),
                is_serving=self.is_serving,
            )
            for path, cached in self.packages.items():
                link_or_copy(cached, Path(config.site_dir) / path)
        if self.is_incremental:
            for path in self.previously_written - self.written:
                Path(path).unlink(missing_ok=True)
            self.previous_site, self.previously_written = self.site, self.written
        if not self.is_serving:
            mark_folder(Path(config.site_dir))

    def on_serve(self, server: LiveReloadServer, *, config: MkDocsConfig, **_: object) -> None:
        """Watch content, looks and overlay; show errors in the page."""
        self.preview.show(server, config)
        root = Path(config.config_file_path).parent
        for folder in (
            *(root / name for name in (*CONTENT_FOLDERS, "site_config")),
            *(GENERATOR / name for name in TEMPLATES),
            self._named_overlay(root),
        ):
            if folder and folder.is_dir():
                server.watch(str(folder))
