"""Page -> text (`tracker.text.extract`), text -> sentences with offsets, and what the dateline says."""

from tracker.text.dateline import read_dateline
from tracker.text.sentences import split_sentences

__all__ = ["read_dateline", "split_sentences"]
