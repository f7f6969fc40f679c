"""An event timeline tracker: feeds in, one dated, deduplicated, sourced timeline out."""

__all__ = ["__version__"]

__version__ = "0.1.0"
