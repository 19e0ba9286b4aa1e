"""What a visit bills, and why: `claim.build_claim` runs the five stages of the claim pipeline.

Pure: facts and a visit in, answers with reasons out. Sentences and tables are in data/; the browser
runs a port of the same stages (site_config/frontend/billing).

May import: authoring, facts, findings.
"""
