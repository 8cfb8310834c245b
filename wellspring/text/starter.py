"""The words that a new draft comes with: `new` writes them, and the checks find them again."""

WRITE_HERE = "Write here. The disclaimers come by themselves from the category and your words."
HEADING = "## A first heading"
FIGURE = "Give every figure its source."
NOTE = "Name of the source, its address, the day you read it."
# None of them is for readers.
SENTENCES = (WRITE_HERE, FIGURE, NOTE)
BODY = f"""
{WRITE_HERE}

{HEADING}

{FIGURE}[^1]

[^1]: {NOTE}
"""
