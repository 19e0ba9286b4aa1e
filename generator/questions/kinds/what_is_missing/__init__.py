"""What must be asked before a visit is billed."""
