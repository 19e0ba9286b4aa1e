"""One file for each kind of question; `generator.facts.quizzes` keeps the union."""
