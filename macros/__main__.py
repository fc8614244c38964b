"""`python -m macros` is the same door as the `policy` command."""

import sys

from macros.cli import main

sys.exit(main())
