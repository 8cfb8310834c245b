"""Command lines that Invoke cannot read: answered in our own words. Called by tasks.py before that.

Invoke's parser is asked, so that what it takes and what is refused here never differ.
"""

import re
from collections.abc import Sequence
from copy import deepcopy

from invoke import Collection, Exit, ParseError, Parser, ParserContext, Program

from wellspring.commands.report import complain, say
from wellspring.tasks.misspelt import HELP
from wellspring.text.suggest import asked, nearest

# A whole line for each task that needs words, and for one that words are often given to bare.
EXAMPLES = {
    "new": 'invoke new "Its title"',
    "explain": "invoke explain content/posts/a-walk.md",
    "review": 'invoke review content/posts/a-walk.md --by "Their Name"',
    "import-story": "invoke import-story --source FILE",
}
FLAG = re.compile(r"--?[A-Za-z][\w-]*")
UNKNOWN = re.compile(r"No idea what '(.*)' is!", re.DOTALL)
LACKING = re.compile(r"did not receive required positional arguments: (.*)")
NO_VALUE = re.compile(r"Flag <Argument: ([\w-]+).*> needed value")


def refuse_unreadable(words: Sequence[str], tasks: Collection) -> None:
    """End with exit code 2 when a flag or a word is unknown, or one is lacking."""
    core = Program().initial_context
    try:
        rest = Parser(initial=core, ignore_unknown=True).parse_argv(list(words)).unparsed
        # One that has told its options once has nothing left for `--help` to show.
        told = tasks if set(HELP).isdisjoint(words) else deepcopy(tasks)
        read = Parser(told.to_contexts(), initial=core).parse_argv(rest)
        wrong = next(filter(None, map(misread_flag, read)), "")
    except ParseError as error:
        wrong = in_plain_words(error)
    except ValueError as error:
        word = str(error).rpartition(": ")[2].strip("'")
        wrong = f"`{word}` is no whole number. Write it in digits alone."
    if wrong:
        complain(wrong)
        raise Exit(code=2)


def in_plain_words(error: ParseError) -> str:
    """Return what is wrong with a command line, and what to do."""
    context = error.context
    task = str(context.name) if context and context.name else ""
    line = f"invoke {task}".strip()
    if context and (said := misread_flag(context)):
        return said
    if found := UNKNOWN.fullmatch(str(error)):
        return f"{unknown(line, found[1], flags_of(context))} {how(task)}"
    if found := LACKING.search(str(error)):
        lacking = found[1].replace("'", "`").replace(", ", " and ")
        return f"`{line}` lacks {lacking}. {how(task)}"
    if found := NO_VALUE.search(str(error)):
        return f"`--{found[1]}` needs a word behind it. {how(task)}"
    return f"{error} {how(task)}"


def misread_flag(context: ParserContext) -> str:
    """Say which flag of a task there is not, where Invoke took it for a word that the task needs.

    What stands behind such a flag would be blamed otherwise.
    """
    words = [str(each.raw_value or "") for each in context.args.values() if each.positional]
    flag = next(filter(FLAG.fullmatch, words), "")
    task = str(context.name)
    if flag in HELP:
        return f"`python3 blog.py --help {task}` says what there is to say with it."
    return f"{unknown(f'invoke {task}', flag, flags_of(context))} {how(task)}" if flag else ""


def flags_of(context: ParserContext | None) -> list[str]:
    """Return the long flags of a task."""
    return [flag for flag in context.flags if flag.startswith("--")] if context else []


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
