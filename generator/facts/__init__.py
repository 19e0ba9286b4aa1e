"""What is true: frozen models of facts and visits, and the corpus that indexes them.

May import: findings.
"""
