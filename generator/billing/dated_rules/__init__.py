"""Small rules of dates and sums that no claim line carries.

Reports, certification, telehealth, the payment reduction.
"""
