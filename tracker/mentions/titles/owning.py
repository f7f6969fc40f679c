"""A name as a title says whose something is, or with the article that it has."""

from tracker.mentions.titles.headlines import HeadlineWords

__all__ = ["possessive", "with_article"]


def possessive(name: str) -> str:
    """The name as an owner ("Laos'", "Cuba's")."""
    return name + ("'" if name.endswith("s") else "'s")


def with_article(name: str, words: HeadlineWords) -> str:
    """The name with its article where it has one ("the Philippines")."""
    return f"{min(words.sets['article'])} {name}" if name in words.sets["with_article"] else name
