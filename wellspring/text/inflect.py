"""The forms of English verbs and nouns; called while the lexicon of frames is loaded."""

from collections.abc import Iterator

IRREGULAR = """
be is was been being|beat beats beat beaten beating|begin begins began begun beginning
bid bids bid bid bidding|blow blows blew blown blowing|break breaks broke broken breaking
bring brings brought brought bringing|buy buys bought bought buying|cast casts cast cast casting
catch catches caught caught catching|choose chooses chose chosen choosing
come comes came come coming|cut cuts cut cut cutting|deal deals dealt dealt dealing
do does did done doing|draw draws drew drawn drawing|drink drinks drank drunk drinking
drive drives drove driven driving|eat eats ate eaten eating|fall falls fell fallen falling
feel feels felt felt feeling|fight fights fought fought fighting|find finds found found finding
forget forgets forgot forgotten forgetting|get gets got got getting|give gives gave given giving
go goes went gone going|grow grows grew grown growing|have has had had having
hear hears heard heard hearing|hide hides hid hidden hiding|hold holds held held holding
keep keeps kept kept keeping|know knows knew known knowing|lay lays laid laid laying
leave leaves left left leaving|let lets let let letting|lie lies lay lain lying
lose loses lost lost losing|make makes made made making|meet meets met met meeting
outdo outdoes outdid outdone outdoing|overcome overcomes overcame overcome overcoming
pay pays paid paid paying|put puts put put putting|quit quits quit quit quitting
rid rids rid rid ridding|ride rides rode ridden riding|rise rises rose risen rising
run runs ran run running|say says said said saying|see sees saw seen seeing
seek seeks sought sought seeking|sell sells sold sold selling|send sends sent sent sending
set sets set set setting|shed sheds shed shed shedding|show shows showed shown showing
shrink shrinks shrank shrunk shrinking|shut shuts shut shut shutting|sit sits sat sat sitting
sleep sleeps slept slept sleeping|slip slips slipped slipped slipping
spend spends spent spent spending|stand stands stood stood standing
stick sticks stuck stuck sticking|swear swears swore sworn swearing|take takes took taken taking
tear tears tore torn tearing|tell tells told told telling|think thinks thought thought thinking
throw throws threw thrown throwing|undergo undergoes underwent undergone undergoing
wake wakes woke woken waking|wear wears wore worn wearing|win wins won won winning
withdraw withdraws withdrew withdrawn withdrawing|write writes wrote written writing
wean weans weaned weaned weaning|bin bins binned binned binning
forgo forgoes forwent forgone forgoing|forego foregoes forewent foregone foregoing
refill refills refilled refilled refilling|cancel cancels cancelled cancelled cancelling
outgrow outgrows outgrew outgrown outgrowing|bury buries buried buried burying
consult consults consulted consulted consulting|heal heals healed healed healing
clear clears cleared cleared clearing|visit visits visited visited visiting
bleed bleeds bled bled bleeding|burst bursts burst burst bursting
"""
FORMS = ("base", "s", "past", "done", "ing")
TABLE = {
    line.split()[0]: tuple(line.split())
    for line in IRREGULAR.replace("\n", "|").split("|")
    if line.strip()
}
VOWELS = "aeiou"


def verb_forms(verb: str) -> Iterator[tuple[str, str]]:
    """Yield the forms of a verb, each with its name; some are spelled alike."""
    forms = TABLE.get(verb) or regular(verb)
    yield from zip(forms, FORMS, strict=True)


def regular(verb: str) -> tuple[str, ...]:
    """Return the forms of a regular verb in the order of FORMS."""
    if verb.endswith("e"):
        stem = verb if verb.endswith("ee") else verb[:-1]
        return verb, f"{verb}s", f"{verb}d", f"{verb}d", f"{stem}ing"
    if verb.endswith("y") and verb[-2:-1] not in VOWELS:
        return verb, f"{verb[:-1]}ies", f"{verb[:-1]}ied", f"{verb[:-1]}ied", f"{verb}ing"
    stem = f"{verb}{verb[-1]}" if doubles(verb) else verb
    third = f"{verb}es" if verb.endswith(("s", "x", "z", "ch", "sh", "o")) else f"{verb}s"
    return verb, third, f"{stem}ed", f"{stem}ed", f"{stem}ing"


def doubles(verb: str) -> bool:
    """Tell whether a verb doubles its last letter, as “drop” does and “lower” does not."""
    if len(verb) < len("bin") or verb[-1] in "aeiouwxy" or verb[-2] not in VOWELS:
        return False
    short = sum(letter in VOWELS for letter in verb) == 1
    return short or verb in {"omit", "refer", "defer", "unplug", "outwit", "regret"}


def plurals(noun: str) -> tuple[str, ...]:
    """Return a noun, the last of some words, and its plural."""
    if noun.endswith("y") and noun[-2:-1] not in VOWELS:
        return noun, f"{noun[:-1]}ies"
    if noun.endswith(("s", "x", "ch", "sh")):
        return noun, f"{noun}es"
    return noun, f"{noun}s"
