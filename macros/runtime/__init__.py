"""The browser's own Python: fetched, trimmed to what the engine imports, compiled, and named by what is inside."""

from macros.runtime.parts import RuntimeProblem
from macros.runtime.prepare import Runtime, lay_out, prepare_runtime

__all__ = ["Runtime", "RuntimeProblem", "lay_out", "prepare_runtime"]
