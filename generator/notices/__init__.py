"""What other people made and the site or its packages carry, and under which licenses.

May import: authoring.
"""
