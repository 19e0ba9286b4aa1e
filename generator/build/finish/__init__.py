"""What is made of a site after its pages are written."""
