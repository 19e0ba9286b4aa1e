"""The kinds of question, a folder each; imports the engine (billing) and the facts."""
