"""RightCode.

Sourced, dated facts about therapy billing codes in, a teaching site with keyed scenarios out.
"""
