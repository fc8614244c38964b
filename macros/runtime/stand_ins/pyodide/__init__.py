"""Stands in for the door of Pyodide's package, which would start an event loop; its other modules stay as they are."""
