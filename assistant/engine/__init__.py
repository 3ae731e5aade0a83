"""Use cases in the order of steps that keeps every mail: receive, tick, deliver."""
