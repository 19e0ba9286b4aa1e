"""Attacks: hostile input for every command and every importer, made from a seed.

The bar of every case: exit 0, 1 or 2; what is wrong in one line with its place; no traceback; at
most 512 MB and 10 s; nothing that the tool did not write is removed or overwritten.
"""
