"""Does a published claim hold?"""
