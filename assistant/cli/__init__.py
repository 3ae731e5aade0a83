"""The commands. A command loads what it needs when it is called, so that `--help` is quick."""
