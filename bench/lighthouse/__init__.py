"""What Lighthouse says of the site, in a real browser. Nothing of it is published."""
