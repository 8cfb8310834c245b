"""Regular expressions as Python compiles them, in bytes that can be kept; called by Vocabulary.

Compiling the hundreds of expressions that one article meets takes a third of a second, and Python
keeps none of it. The bytes hold for one version of Python only; the store that keeps them goes by
that version. Where Python refuses them, the expression is compiled as ever.
"""

from array import array
from importlib import import_module
from typing import Any

compiler: Any = import_module("re._compiler")
parser: Any = import_module("re._parser")
# A letter of the code is one number of this type.
NUMBERS = "I"


def freeze(expression: str) -> bytes:
    """Return what an expression without flags compiles to; no bytes if it names its groups.

    Raises re.error.
    """
    parsed = parser.parse(expression)
    state = parsed.state
    code = compiler._code(parsed, 0)  # noqa: SLF001 - Python offers no other way
    return b"" if state.groupdict else array(NUMBERS, [state.flags, state.groups, *code]).tobytes()
