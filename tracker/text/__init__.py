"""Pages to text, text to sentences. Extraction (`tracker.text.extract`) is imported on its own: it is heavy."""
