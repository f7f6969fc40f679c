"""How much like a title a line reads, by its form alone: length, names, signs."""

__all__ = ["title_quality"]

SIGNS = '"“”()[];'
SHORTEST, WIDE, LONGEST = 22, 70, 90


def title_quality(title: str) -> float:
    """From 0 to 1: higher where a title has names and words enough, and no signs that call for more.

    Whether it is sound ("never begins with a preposition") is settled where titles are made."""
    parts = title.split()
    if not parts:
        return 0.0
    named = sum(part[:1].isupper() or part[:1].isdigit() for part in parts[1:])
    doubts = (
        (0.3, len(parts) < 3),
        (0.1, len(title) < SHORTEST),
        (0.2, named == 0),
        (0.1, named < 2),
        (0.3, ": " in title),
        (0.1, len(parts) > 3 and named + 1 == len(parts)),  # Every Word A Capital
        (0.1, any(sign in title for sign in SIGNS)),
    )
    value = 1 - sum(weight for weight, doubtful in doubts if doubtful)
    value -= 0.1 * max(0, len(title) - WIDE) / (LONGEST - WIDE)
    return round(max(0.0, value), 3)
