"""Figures of facts: an SVG drawing, and the same in words for whoever cannot see it."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import assert_never

from markupsafe import Markup

from generator.facts.base import Sourced
from generator.facts.corpus import Corpus
from generator.facts.figures import (
    Figure,
    FigureAnswer,
    FigureQuestion,
    FormFigure,
    MinutesFigure,
    StepsFigure,
    TreeFigure,
)
from generator.facts.rule_examples import VisitExample
from generator.pages.minutes_figure import draw_minutes, minutes_view
from generator.pages.svg import SIZE, SMALL, WIDTH, Drawing, height_of, wrapped

INDENT, PAD, GAP = 18.0, 8.0, 8.0


@dataclass(frozen=True)
class FigureWords:
    """A line of a figure in words: how deep it lies, what it says, and the facts behind it."""

    depth: int
    text: str
    facts: tuple[Sourced, ...] = ()


@dataclass(frozen=True)
class FigureView:
    """A drawing with its title, and what it says; `name` is the anchor on a page."""

    name: str
    title: str
    svg: Markup
    words: tuple[FigureWords, ...]


def figure_view(corpus: Corpus, figure: Figure) -> FigureView:
    """A figure drawn from the facts."""
    match figure:
        case MinutesFigure():
            example = visit_example(corpus, figure.rule, figure.example)
            assert example, "content tests see to it that the rule has the example"
            return minutes_figure(corpus, example, figure.id, figure.title)
        case TreeFigure():
            drawing, words = _tree(corpus, figure)
        case FormFigure():
            drawing, words = _form(figure)
        case StepsFigure():
            drawing, words = _steps(figure)
        case _:
            assert_never(figure)
    return FigureView(
        figure.id,
        figure.title,
        drawing.markup(figure.id, figure.title, figure.summary),
        tuple(words),
    )


def visit_example(corpus: Corpus, rule: str, name: str) -> VisitExample | None:
    """A rule's example of that name, if it is a visit."""
    found = corpus.rules.get(rule.removeprefix("rules/"))
    examples = (one for one in (found.examples if found else ()) if isinstance(one, VisitExample))
    return next((one for one in examples if one.id == name), None)


def minutes_figure(corpus: Corpus, example: VisitExample, name: str, title: str) -> FigureView:
    """The minutes of an example, and its units."""
    view = minutes_view(corpus, example)
    words = tuple(FigureWords(0, text) for text in view.words)
    return FigureView(
        name, title, draw_minutes(view).markup(name, title, " ".join(view.words)), words
    )


def _tree(corpus: Corpus, figure: TreeFigure) -> tuple[Drawing, list[FigureWords]]:
    questions = {question.id: question for question in figure.questions}
    drawing, words = Drawing(), list[FigureWords]()

    def ask(question: FigureQuestion, x: float, y: float, depth: int) -> float:
        y = _boxed(drawing, x, y, ((question.ask, True),), "plain")
        words.append(FigureWords(depth, question.ask))
        for answer in question.answers:
            top, joint = y + GAP, y + GAP + 16
            leads = _leads_to(corpus, answer)
            texts = (
                ((answer.text, False), (f"→ {leads}", True)) if leads else ((answer.text, False),)
            )
            drawing.line((x + 6, y), (x + 6, joint), (x + INDENT, joint))
            end = f" {leads}." if leads else ""
            words.append(FigureWords(depth + 1, f"{answer.text}{end}", (answer,)))
            under = _boxed(drawing, x + INDENT, top, texts, "strong" if leads else "")
            if answer.then:
                under = ask(questions[answer.then], x + INDENT, under - 2, depth + 2)
            drawing.line((x + 6, y), (x + 6, joint))
            y = under
        return y

    ask(figure.questions[0], 0, 0, 0)
    return drawing, words


def _leads_to(corpus: Corpus, answer: FigureAnswer) -> str:
    if answer.then:
        return ""
    return f"{answer.code} {corpus.names[answer.code]}" if answer.code else "Ask the therapist"


def _boxed(
    drawing: Drawing, x: float, y: float, texts: Iterable[tuple[str, bool]], kind: str
) -> float:
    """A box as wide as there is room with texts in it, bold or not; its bottom."""
    width = WIDTH - x
    lines = [(wrapped(text, width - 2 * PAD, bold=bold), bold) for text, bold in texts]
    height = height_of(sum(len(found) for found, _ in lines)) + 2 * PAD - 3
    drawing.box(x, y, width, height, kind)
    top = y + PAD - 1
    for found, bold in lines:
        top = drawing.text(x + PAD, top, found, bold=bold)
    return y + height


def _form(figure: FormFigure) -> tuple[Drawing, list[FigureWords]]:
    drawing, words, y = Drawing(), list[FigureWords](), 0.0
    for row in figure.rows:
        width = WIDTH / len(row.boxes)
        names = [wrapped(box.name, width - 10, SMALL) for box in row.boxes]
        samples = [wrapped(box.sample or "", width - 10, SIZE, bold=True) for box in row.boxes]
        deep = max(map(len, names)), max(map(len, samples))
        height = height_of(1) + height_of(deep[0], SMALL) + height_of(deep[1]) + 10
        for at, box in enumerate(row.boxes):
            x = at * width
            drawing.box(x, y, width, height)
            top = drawing.text(x + 5, y + 4, [box.box], bold=True)
            drawing.text(x + 5, top, names[at], SMALL)
            drawing.text(x + 5, top + height_of(deep[0], SMALL) + 2, samples[at], bold=True)
            words.append(FigureWords(0, f"{box.box}, {box.name}: {box.text}", (box,)))
        y += height - 2
    return drawing, words


def _steps(figure: StepsFigure) -> tuple[Drawing, list[FigureWords]]:
    drawing, words, y = Drawing(), list[FigureWords](), 0.0
    left, right = 168.0, 176.0
    for number, step in enumerate(figure.steps, 1):
        name = wrapped(f"{number}. {step.name}", left - 2 * PAD, bold=True)
        fails = wrapped(step.fails, right - 2 * PAD, SMALL) if step.fails else []
        height = max(height_of(len(name)), height_of(len(fails), SMALL)) + 2 * PAD - 2
        if number > 1:
            drawing.line((left / 2, y - 12), (left / 2, y))
            drawing.line((left / 2 - 4, y - 6), (left / 2, y), (left / 2 + 4, y - 6))
        drawing.box(0, y, left, height, "strong")
        drawing.text(PAD, y + PAD, name, bold=True)
        if step.fails:
            drawing.line((left, y + height / 2), (WIDTH - right, y + height / 2))
            drawing.box(WIDTH - right, y, right, height, "dashed")
            drawing.text(WIDTH - right + PAD, y + PAD, fails, SMALL)
        says = f" {step.fails}" if step.fails else ""
        words.append(FigureWords(0, f"{step.name}: {step.text}{says}", (step,)))
        y += height + 12
    return drawing, words
