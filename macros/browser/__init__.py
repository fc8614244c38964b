"""What runs in the reader's browser: stepping through a compiled tree and drawing each step. Standard library only."""
