"""Bytes -> items (`read_feed`); what an answer means for a feed; when to look again. All pure."""
