"""What people ask, answered the same way at the command line and on the pages.

Words as people type them become questions and decisions; answers are values that the edges write out.
"""
