"""The desk's work: visits to bill, claims that were sent, and questions, with computed answers."""
