"""What changes on the claim on another date of service."""
