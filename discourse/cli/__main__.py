"""``python -m discourse.cli``: the command line where the script is not on the path."""

import sys

from . import main

sys.exit(main())
