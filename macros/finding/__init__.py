"""Makes what the search in the reader's browser looks through: clauses, questions and pages, by readers' words too."""
