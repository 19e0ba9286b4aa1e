"""Open Badges 3.0 from collected results, signed with the issuer's own key.

May import: authoring, facts, questions, results.
"""
