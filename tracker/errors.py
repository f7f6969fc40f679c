"""Every error a user can meet, and whose fault it is.

TrackerError
├── UsageError             wrong arguments, an unknown event id               exit 2
├── ConfigError            our files: settings with file, line and key        exit 2
│   └── RuleError          our files: a rule file                             exit 2
├── StorageError           the database cannot be opened, written, upgraded   exit 2
├── AlreadyRunning         another daemon holds this database                 exit 3
└── WorldError             the world's fault: a recorded outcome, never fatal
    ├── FetchError         a request that gave no usable response
    └── ReadError          bytes that are no feed, a page without an article
"""

from pathlib import Path

__all__ = [
    "AlreadyRunning",
    "ConfigError",
    "FetchError",
    "ReadError",
    "RuleError",
    "StorageError",
    "TrackerError",
    "UsageError",
    "WorldError",
]


class TrackerError(Exception):
    """Any error of ours; its text is one line that says what is wrong and what to do."""

    exit_code = 2


class UsageError(TrackerError):
    """A command was called with something that cannot be."""


class ConfigError(TrackerError):
    """A file of ours is wrong. `file`, `line` and `key` say where."""

    def __init__(
        self, message: str, *, file: Path | str, line: int | None = None, key: str = ""
    ) -> None:
        where = f"{file}:{line}" if line else str(file)
        super().__init__(": ".join(part for part in (where, key, message) if part))
        self.file, self.line, self.key = Path(file), line, key


class RuleError(ConfigError):
    """A rule file is wrong."""


class StorageError(TrackerError):
    """The database cannot do what is asked."""


class AlreadyRunning(TrackerError):  # noqa: N818 - a state, not a mistake
    """Another daemon works on this database."""

    exit_code = 3


class WorldError(TrackerError):
    """Something outside went wrong. `code` is a stable short word ("timeout", "not_a_feed")."""

    exit_code = 1

    def __init__(self, code: str, message: str = "") -> None:
        super().__init__(f"{code}: {message}" if message else code)
        self.code, self.message = code, message


class FetchError(WorldError):
    """A request that gave no usable response."""


class ReadError(WorldError):
    """Bytes that could not be read as what they should be."""
