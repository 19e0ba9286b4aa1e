"""What is hidden, and whether a text or a thing names any of it."""

import re
from dataclasses import dataclass
from functools import cached_property

from pydantic import BaseModel

from generator.facts.base import CodeId, FactId, Reference
from generator.overlays.reference_pruning import mentions


@dataclass(frozen=True)
class HiddenNames:
    """`gone` holds `register/name` of each hidden thing."""

    gone: frozenset[str]

    @cached_property
    def codes(self) -> frozenset[str]:
        """The hidden codes."""
        return frozenset(
            name.removeprefix("codes/") for name in self.gone if name.startswith("codes/")
        )

    @cached_property
    def _pairs(self) -> frozenset[str]:
        edits = (name.removeprefix("edits/") for name in self.gone if name.startswith("edits/"))
        return frozenset("-".join(name.split("-")[:2]) for name in edits)

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        return re.compile(rf"\b({'|'.join(sorted(self.codes) or ['(?!)'])})\b")

    def reference(self, reference: Reference) -> bool:
        """Whether a reference names a hidden thing."""
        if reference.kind != "facts":
            return f"{reference.kind}/{reference}" in self.gone
        register, _, name = reference.partition("/")
        return name in self._pairs if register == "edits" else reference in self.gone

    def fact(self, reference: str) -> bool:
        """Whether a path such as `codes/97124` names a hidden thing."""
        return self.reference(FactId(reference))

    def code(self, code: str) -> bool:
        """Whether a code is hidden."""
        return self.reference(CodeId(code))

    def in_text(self, text: str) -> bool:
        """Whether a text has the number of a hidden code."""
        return self._pattern.search(text) is not None

    def in_words(self, thing: BaseModel) -> bool:
        """Whether any text of a thing has the number of a hidden code."""
        return self.in_text(thing.model_dump_json())

    def mentioned(self, value: object) -> bool:
        """Whether a thing refers to a hidden thing anywhere."""
        return mentions(value, self.reference)
