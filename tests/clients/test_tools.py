"""What programmers check and compile schemas and queries with takes ours as they are."""

import json
import re
import shutil
import subprocess

from benchmarks.servers import ROOT
from tests.clients.conftest import FOLDER


def test_the_schema_and_the_examples_keep_the_rules_of_graphql_eslint(run_node):
    files = ("schema/schema.graphql", "api/graphql/examples")
    run_node("node_modules/eslint/bin/eslint.js", "--config", str(FOLDER / "eslint.config.js"), *files, cwd=ROOT)


def test_graphql_codegen_makes_types_of_the_examples(tmp_path, run_node):
    run_node("node_modules/@graphql-codegen/cli/cjs/bin.js", "--config", "codegen.js", CODEGEN_OUTPUT=str(tmp_path))
    types = (tmp_path / "graphql.ts").read_text("utf-8")
    for path in (ROOT / "api" / "graphql" / "examples").glob("*.graphql"):
        told = re.search(r"^(query|mutation|subscription) (\w+)", path.read_text("utf-8"), re.MULTILINE)
        assert told is not None, path
        assert f"export type {told[2]}{told[1].capitalize()} = " in types


def test_relay_compiles_pages_refetching_subscriptions_and_mutations(tmp_path, node):
    shutil.copytree(FOLDER / "relay", tmp_path / "source")
    shutil.copy(ROOT / "schema" / "schema.graphql", tmp_path)
    (tmp_path / "made").mkdir()
    config = {"src": "source", "schema": "schema.graphql", "language": "javascript", "artifactDirectory": "made"}
    (tmp_path / "relay.config.json").write_text(json.dumps(config), "utf-8")
    compiler = FOLDER / "node_modules" / "relay-compiler" / "cli.js"
    done = subprocess.run(
        [node, str(compiler), "relay.config.json"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    made = {path.name for path in (tmp_path / "made").rglob("*.graphql.js")}
    assert {"EventListPageQuery.graphql.js", "EventListEventQuery.graphql.js", "EventListQuery.graphql.js"} <= made
    assert {"EventListAddedSubscription.graphql.js", "EventListCorrectMutation.graphql.js"} <= made
