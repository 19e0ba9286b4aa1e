"""What is made of a site after its pages are written: one small style sheet, the worker that keeps it offline, a bundle."""
