"""Command lines that Invoke cannot read: answered in our own words. Called by tasks.py before that.

Invoke's parser is asked, so that what it takes and what is refused here never differ.
"""

import re
from collections.abc import Sequence
from copy import deepcopy

from invoke import Collection, Exit, ParseError, Parser, Program

from wellspring.commands.report import complain, say
from wellspring.text.suggest import asked, nearest

# A whole line for each task that needs words, and for one that words are often given to bare.
EXAMPLES = {
    "new": 'invoke new "Its title"',
    "explain": "invoke explain content/posts/a-walk.md",
    "review": 'invoke review content/posts/a-walk.md --by "Their Name"',
    "import-story": "invoke import-story --source FILE",
}
UNKNOWN = re.compile(r"No idea what '(.*)' is!", re.DOTALL)
LACKING = re.compile(r"did not receive required positional arguments: (.*)")
NO_VALUE = re.compile(r"Flag <Argument: ([\w-]+).*> needed value")


def refuse_unreadable(words: Sequence[str], tasks: Collection) -> None:
    """End with exit code 2 when a flag or a word is unknown, or one is lacking.

    A copy of the tasks is asked: one that has told its options has nothing left for `--help`.
    """
    core = Program().initial_context
    try:
        rest = Parser(initial=core, ignore_unknown=True).parse_argv(list(words)).unparsed
        Parser(deepcopy(tasks).to_contexts(), initial=core).parse_argv(rest)
    except ParseError as error:
        complain(in_plain_words(error))
    except ValueError as error:
        word = str(error).rpartition(": ")[2].strip("'")
        complain(f"`{word}` is no number. Write digits, such as 8000.")
    else:
        return
    raise Exit(code=2)


def in_plain_words(error: ParseError) -> str:
    """Return what is wrong with a command line, and what to do."""
    context = error.context
    task = str(context.name) if context and context.name else ""
    line = f"invoke {task}".strip()
    if found := UNKNOWN.fullmatch(str(error)):
        flags = [flag for flag in context.flags if flag.startswith("--")] if context else []
        return f"{unknown(line, found[1], flags)} {how(task)}"
    if found := LACKING.search(str(error)):
        lacking = found[1].replace("'", "`").replace(", ", " and ")
        return f"`{line}` lacks {lacking}. {how(task)}"
    if found := NO_VALUE.search(str(error)):
        return f"`--{found[1]}` needs a word behind it. {how(task)}"
    return f"{error} {how(task)}"


def unknown(line: str, word: str, flags: Sequence[str]) -> str:
    """Say that a task does not take a word, and which flag may have been meant."""
    if not word.startswith("-"):
        return f"`{line}` does not take `{word}`."
    near = nearest(word, flags)
    return f"`{line}` has no flag `{word}`.{f' {asked(near)}' if near else ''}"


def how(task: str) -> str:
    """Say how a command line is to be, or where that stands."""
    if task in EXAMPLES:
        return f"Type: {EXAMPLES[task]}"
    return f"`python3 blog.py{f' --help {task}' if task else ''}` says what there is."


def list_tasks(words: Sequence[str], tasks: Collection) -> None:
    """Show all tasks, a line each, where none was named, and end."""
    if words:
        return
    width = max(map(len, tasks.task_names))
    lines = (
        f"  {name:{width}}  {tasks[name].__doc__.splitlines()[0]}" for name in tasks.task_names
    )
    say("\n".join(["The blog's tasks. Type:  invoke TASK\n", *lines]))
    say("\ninvoke --help TASK   says what a task takes")
    raise Exit(code=0)
