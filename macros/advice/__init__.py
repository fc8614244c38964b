"""How a tree reads: advice on its words and its length. Nothing here is ever a fault, and nothing is proved."""
