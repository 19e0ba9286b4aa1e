"""A kind of question for tests: is a statement true by the facts?"""
