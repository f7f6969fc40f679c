"""What people see of the timeline: terminal, data formats, the briefing, the calendar."""
