"""What is made of a site after its pages are written.

One small style sheet, the worker that keeps it offline, a bundle.
"""
