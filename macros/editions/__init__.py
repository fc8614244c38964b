"""What an edition of the policy publishes about itself, so that any two can be held against each other."""
