// Leads from an address without an edition to the current one, and keeps what a plain redirect forgets: which clause.
// At the site's root; the pages that macros/hosting/redirects.py writes name it.
location.replace(document.currentScript.dataset.to + location.search + location.hash);
