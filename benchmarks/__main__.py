"""`make bench`: every benchmark in turn; each prints the figures it measured."""

from benchmarks import build, fact_check, engine, variants

build.run()
engine.run()
fact_check.run()
variants.run()
