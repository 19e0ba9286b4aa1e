"""What is true: frozen records of facts, questions and visits."""
