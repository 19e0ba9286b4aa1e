"""A style sheet as a tree of rules, read and written without a change to what is kept."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

TOKEN = re.compile(
    r"/\*.*?\*/|\"(?:[^\"\\]|\\.)*\"|'(?:[^'\\]|\\.)*'|\((?:[^()\"']|\"(?:[^\"\\]|\\.)*\"|'(?:[^'\\]|\\.)*')*\)|[{};]|[^{};\"'(/]+|.",
    re.DOTALL,
)
GROUPS = ("@media", "@supports", "@layer", "@container")
COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)


@dataclass(frozen=True)
class Rule:
    """`head` is a list of selectors or an at-rule.

    `body` is what stands between the braces, or None for a statement.
    """

    head: str
    body: str | None

    @property
    def is_group(self) -> bool:
        return self.body is not None and self.head.startswith(GROUPS)


def rules(css: str) -> Iterator[Rule]:
    """The rules of one level, in order."""
    head, depth, start = "", 0, 0
    for token in TOKEN.finditer(COMMENT.sub("", css)):
        sign = token.group()
        if sign == "{":
            depth += 1
            start = token.end() if depth == 1 else start
        elif sign == "}":
            depth -= 1
            if depth == 0:
                yield Rule(head.strip(), token.string[start : token.start()])
                head = ""
        elif depth == 0 and sign == ";":
            yield Rule(head.strip(), None)
            head = ""
        elif depth == 0:
            head += sign


def pruned(css: str, keeps: Callable[[str], bool]) -> str:
    """The style sheet with only those selectors that `keeps` says are used.

    At-rules without a rule left go too.
    """
    return "".join(_written(rule, keeps) for rule in rules(css))


def _written(rule: Rule, keeps: Callable[[str], bool]) -> str:
    if rule.body is None:
        return f"{rule.head};"
    if rule.is_group:
        inner = pruned(rule.body, keeps)
        return f"{rule.head}{{{inner}}}" if inner else ""
    if rule.head.startswith("@"):
        return f"{rule.head}{{{rule.body}}}"
    used = [selector for selector in selectors(rule.head) if keeps(selector)]
    return f"{','.join(used)}{{{rule.body}}}" if used else ""


def selectors(head: str) -> list[str]:
    """The selectors of a list; commas within brackets part nothing."""
    if "(" not in head and "[" not in head:
        return [selector.strip() for selector in head.split(",")]
    found, depth = [""], 0
    for sign in head:
        depth += (sign in "([") - (sign in ")]")
        if sign == "," and depth == 0:
            found.append("")
        else:
            found[-1] += sign
    return [selector.strip() for selector in found]
