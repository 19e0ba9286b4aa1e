"""Puts the content into the wheel, so that an installed `rightcode` works from an empty folder."""

import shutil
from pathlib import Path

from setuptools import setup
from setuptools.command.build_py import build_py

HERE = Path(__file__).parent
PROJECT = (
    "content",
    "quizzes",
    "site_config",
    "mkdocs.yml",
    "deno.json",
    "deno.lock",
    "LICENSE",
)


class BuildWithContent(build_py):
    """The modules, and beside them the project that they build where there is no other."""

    def run(self) -> None:
        """Copy the project, save where the modules stay in their folder."""
        super().run()
        if self.editable_mode:
            return
        target = Path(self.build_lib) / "generator" / "project"
        shutil.rmtree(target, ignore_errors=True)
        target.mkdir(parents=True)
        for name in PROJECT:
            if (HERE / name).is_dir():
                shutil.copytree(HERE / name, target / name)
            else:
                shutil.copy(HERE / name, target / name)


setup(cmdclass={"build_py": BuildWithContent})
