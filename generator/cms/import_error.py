"""Why a file was not imported."""


class CmsImportError(Exception):
    """A file is refused whole: the place in it, what is wrong, and the remedy."""

    def __init__(self, name: str, line: int | None, problem: str, remedy: str) -> None:
        self.name, self.line, self.problem, self.remedy = name, line, problem, remedy
        place = name if line is None else f"{name}:{line}"
        super().__init__(f"{place}: {problem}; {remedy}.")
