"""YAML files to checked models: positions, shapes, messages.

May import: facts, findings, questions.
"""
