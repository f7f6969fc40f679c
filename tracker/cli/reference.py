"""The commands as Markdown, for README.md: generated, so that it cannot fall behind."""

import inspect
import re
from collections.abc import Iterator
from enum import Enum
from pathlib import Path
from typing import Any

import typer

from tracker.cli.main import app

__all__ = ["command_names", "event_type_lines", "reference"]

PANELS = ("Ask", "Run", "Correct", "Keep")


def reference() -> str:
    """Every command by group: what it does, examples, options."""
    root: Any = typer.main.get_command(app)
    parts = []
    for panel in PANELS:
        parts.append(f"### {panel}\n")
        for name, command in root.commands.items():
            if command.rich_help_panel == panel:
                parts += list(_described(f"tracker {name}", command))
    return "\n".join(parts)


def command_names() -> list[str]:
    """Every command with its group's name before it: "db backup"."""
    root: Any = typer.main.get_command(app)
    return [name.removeprefix("tracker ") for name, _ in _leaves("tracker", root)]


def _leaves(path: str, command: Any) -> Iterator[tuple[str, Any]]:
    if hasattr(command, "commands"):
        for name, inner in command.commands.items():
            yield from _leaves(f"{path} {name}", inner)
    else:
        yield path, command


def _described(path: str, command: Any) -> Iterator[str]:
    for name, leaf in _leaves(path, command):
        text = re.sub(r"\[/?(?:dim|bold)\]", "", inspect.cleandoc(leaf.help or ""))
        summary, _, examples = text.partition("\n\nExamples\n")
        arguments = [one for one in leaf.params if one.param_type_name == "argument"]
        usage = " ".join([name, *(one.metavar or one.name.upper() for one in arguments)])
        yield f"**`{usage}`**\\\n{' '.join(summary.split())}\n"
        if examples:
            lines = "\n".join(f"    {line.strip()}" for line in examples.strip().splitlines())
            yield f"{lines}\n"
        options = [one for one in leaf.params if one.param_type_name == "option" and not one.hidden]
        if options:
            yield "\n".join(_option(one) for one in options) + "\n"


def _option(option: Any) -> str:
    kind = option.type_descriptor.annotation
    value = "" if kind is bool else f" {option.metavar or _value(kind)}"
    names = ", ".join(f"`{name}{value}`" for name in option.opts)
    default = f" (default: {_default(option)})" if kind is not bool and _default(option) else ""
    return f"- {names}: {option.help}{default}"


def _value(kind: Any) -> str:
    if isinstance(kind, type) and issubclass(kind, Enum):
        return "|".join(str(one.value) for one in kind)
    return {int: "NUMBER", Path: "FILE"}.get(kind, "TEXT")


def _default(option: Any) -> str:
    default = option.default
    if not option.show_default or default in (None, "", ()):
        return ""
    return str(getattr(default, "value", default))


def event_type_lines() -> str:
    """The shipped event types, one line each, with the first comment of their rule file."""
    from tracker.rulebook import load_rulebook

    lines = []
    for file in load_rulebook().under("en/events/"):
        head = next((one for one in file.text.splitlines() if one.startswith("#")), "")
        comment = head.strip("# ").partition("  Format:")[0].removesuffix(".")
        lines.append(f"- `{file.path.stem}`: {comment}")
    return "\n".join(lines)
