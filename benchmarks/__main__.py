"""`make bench`: every benchmark in turn; each prints the figures it measured."""

from benchmarks import (
    build,
    engine,
    exports,
    fact_check,
    import_cms,
    results,
    scale,
    serve,
    variants,
)

for measured in (build, serve, scale, engine, variants, import_cms, fact_check, exports, results):
    measured.run()
