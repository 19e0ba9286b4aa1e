"""A submitted claim and a plan to a remittance: what is rejected, denied, paid, and why.

Each stage is a module. It sees the claim, the plan and what the payer has on file, never the note.
"""
