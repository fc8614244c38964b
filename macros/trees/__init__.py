"""Questions people ask, each a tree: read from YAML, checked, compiled to Python, tried on its examples."""
