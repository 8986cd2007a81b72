"""What a person runs: `python -m scripts.seed`, `scripts.serve`, `scripts.analyze`, each with `--help`."""
