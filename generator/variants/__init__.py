"""Templates to variants: counted, worded, keyed by the engine, with wrong options made from named mistakes."""
