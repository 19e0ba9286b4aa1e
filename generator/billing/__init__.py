"""What a visit bills, and why. Pure: facts and a visit in, answers with reasons out."""
