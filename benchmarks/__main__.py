"""`make bench`: every benchmark in turn; each prints the figures it measured."""

from benchmarks import build

build.run()
