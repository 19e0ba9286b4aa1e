"""What changes on the claim for another payer."""
