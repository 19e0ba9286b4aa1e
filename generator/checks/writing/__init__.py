"""Flaws of item writing that help the test-wise or hinder the reader: advice, each with its remedy.

The list follows Haladyna, Downing and Rodriguez, A review of multiple-choice item-writing
guidelines, Applied Measurement in Education 15(3), 2002. Each threshold was set by looking at all
items of the site, so that sound ones pass.
"""
