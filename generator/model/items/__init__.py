"""One file for each kind of question; `generator.model.item` keeps the union."""
