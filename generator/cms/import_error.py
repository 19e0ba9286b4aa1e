"""Why a file was not imported."""

AGAIN = "download it again from cms.gov"
AS_PUBLISHED = "give the file as CMS published it"


class CmsImportError(Exception):
    """A file is refused whole: the place in it, what is wrong, and the remedy."""

    def __init__(self, name: str, problem: str, remedy: str, line: int | None = None) -> None:
        self.problem, self.remedy = problem, remedy
        place = name if line is None else f"{name}:{line}"
        super().__init__(f"{place}: {problem}; {remedy}.")
