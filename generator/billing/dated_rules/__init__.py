"""Rules of dates and sums that no claim line carries: reports, certification, telehealth, MPPR."""
