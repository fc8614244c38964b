"""What is proved of sound trees, over every path, at a cost that grows with the graph and not with the paths."""
