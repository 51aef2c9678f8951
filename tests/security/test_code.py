"""What the code that is shipped does not do."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SHIPPED = sorted(file for room in ("timeline", "worker", "api", "cli") for file in (ROOT / room).rglob("*.py"))
STORE = [file for file in SHIPPED if "store" in file.parts]
SQL = {"text", "literal_column", "exec_driver_sql", "execute", "executescript", "executemany"}
UNSAFE_MODULES = {"pickle", "_pickle", "cPickle", "dill", "cloudpickle", "marshal", "shelve", "jsonpickle", "yaml"}
UNSAFE_CALLS = {"eval", "exec", "compile", "__import__"}
NOT_IN_PAGES = ("<script", "<style", " style=", " onclick", " onload", "javascript:", "|safe", "| safe", "autoescape")
TEMPLATES = sorted((ROOT / "api" / "templates").rglob("*.html"))


def calls(source: str) -> Iterator[tuple[str, ast.Call]]:
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call):
            yield node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", ""), node


def formatted(node: ast.expr) -> bool:
    """Whether a text is put together when the program runs."""
    return any(
        isinstance(part, ast.JoinedStr | ast.BinOp)
        or (isinstance(part, ast.Call) and getattr(part.func, "attr", "") in ("format", "join", "replace"))
        for part in ast.walk(node)
        if not (isinstance(part, ast.BinOp) and isinstance(part.op, ast.BitAnd | ast.BitOr))
    )


def sql_put_together(source: str) -> list[int]:
    """The lines in which SQL is written by anything but a constant."""
    return [call.lineno for name, call in calls(source) if name in SQL and call.args and formatted(call.args[0])]


@pytest.mark.parametrize("file", STORE, ids=lambda file: file.stem)
def test_sql_has_parameters_and_is_never_put_together(file: Path) -> None:
    assert sql_put_together(file.read_text()) == []


@pytest.mark.parametrize(
    "line",
    ["text(f'SELECT {x}')", "c.execute(text('a' + x))", "c.exec_driver_sql('%s' % x)", "c.execute('{}'.format(x))"],
)
def test_sql_that_is_put_together_would_be_noticed(line: str) -> None:
    assert set(sql_put_together(line)) == {1}


@pytest.mark.parametrize("file", SHIPPED, ids=lambda file: str(file.relative_to(ROOT)))
def test_nothing_received_is_run(file: Path) -> None:
    tree = ast.parse(file.read_text())
    imported = {
        name.split(".")[0]
        for node in ast.walk(tree)
        if isinstance(node, ast.Import | ast.ImportFrom)
        for name in ([node.module or ""] if isinstance(node, ast.ImportFrom) else [each.name for each in node.names])
    }
    assert imported & UNSAFE_MODULES == set()
    called = {node.func.id for _, node in calls(file.read_text()) if isinstance(node.func, ast.Name)}
    assert called & UNSAFE_CALLS == set()


@pytest.mark.parametrize("file", TEMPLATES, ids=lambda file: file.stem)
def test_a_page_holds_no_script_no_style_of_its_own_and_no_unescaped_text(file: Path) -> None:
    text = file.read_text().replace('<script type="module" src="{{ asset(', "")
    for word in (
        "<script",
        "<style",
        " style=",
        " onclick",
        " onload",
        "javascript:",
        "|safe",
        "| safe",
        "Markup",
        "autoescape",
    ):
        assert word not in text
