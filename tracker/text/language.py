"""Which language a text is in: by its letters where they tell, else by what the page says."""

import re

__all__ = ["guess_language"]

SCRIPTS = (
    ("ko", re.compile("[\uac00-\ud7a3]")),
    ("ja", re.compile("[\u3040-\u30ff]")),
    ("zh", re.compile("[\u4e00-\u9fff]")),
    ("ru", re.compile("[\u0400-\u04ff]")),
    ("ar", re.compile("[\u0600-\u06ff]")),
    ("th", re.compile("[\u0e00-\u0e7f]")),
    ("el", re.compile("[\u0370-\u03ff]")),
    ("he", re.compile("[\u0590-\u05ff]")),
    ("hi", re.compile("[\u0900-\u097f]")),
)
SHARED = {
    "ru": {"uk", "bg", "sr", "be", "mk", "kk"},
    "ar": {"fa", "ur"},
    "zh": {"ja"},
    "hi": {"mr", "ne"},
}


def guess_language(text: str, stated: str) -> str:
    """The language's two letters; "" where neither the letters nor the page say."""
    sample = text[:4000]
    letters = sum(character.isalpha() for character in sample)
    for language, script in SCRIPTS:
        if letters and len(script.findall(sample)) > letters * 0.3:
            return stated if stated in SHARED.get(language, ()) else language
    return "" if stated in {language for language, _ in SCRIPTS} else stated
