"""The stage that keeps the timeline: saving mentions, linking them into events, answering questions."""
