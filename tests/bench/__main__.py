"""Every figure in one table: `python -m tests.bench [FILE.json]` on a machine at rest."""

import sys
import tempfile
from pathlib import Path

from tests.bench import burst, disk, paint, start
from tests.bench.figures import Figure, as_json, table


def main() -> int:
    """Measure, print the table, write the JSON where asked; 1 where a target is not met."""
    figures: list[Figure] = []
    with tempfile.TemporaryDirectory(prefix="medspill-bench-") as folder:
        for part in (disk, start, paint, burst):
            figures += part.figures(Path(folder))
    sys.stdout.write(table(figures) + "\n")
    if sys.argv[1:]:
        Path(sys.argv[1]).write_text(as_json(figures) + "\n", "utf-8")
    return 0 if all(figure.holds for figure in figures) else 1


if __name__ == "__main__":
    sys.exit(main())
