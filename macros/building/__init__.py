"""One build of the site, as the generator calls for it: what comes before the first page, and after the last."""
