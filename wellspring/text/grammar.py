"""The small words of English that tell how a clause is built; read by clauses and idioms.

They are the grammar itself, few and the same in every text; what a house calls a medicine or a
promise is data (editorial/lexicon/).
"""


def many(words: str) -> frozenset[str]:
    """Return the words of a text as a set."""
    return frozenset(words.split())


MARKS = many('. , ; : ! ? — – ( ) " … [ ] / * |')
ENDS = many("; : ! ? — – ( ) .")
PLACES = many(
    "in on at to for from with without by of off out up down over under into onto through during "
    "after before until till since about against between among across around near like as than "
    "per via within despite except instead rather behind beside beyond while back away"
)
JOINS = many("and or but nor so yet because although though whereas then plus")
UNDER = many("if when whenever unless before after while whether until once")
WHICH = many("which who whom whose what that why how")
SUBJECTS = many("i you he she we they it")
SELVES = many("yourself yourselves themselves himself herself myself ourselves oneself itself")
POINTERS = many("it them those these this both one ones they yours mine")
OBJECTS = many("it them that those these this you him her me us yours")
BE = many("be am is are was were been being 's 're 'm")
HAVE = many("have has had having 've 'd")
DO = many("do does did")
MODALS = many("can ca could will wo would shall sha should may might must ought 'll 'd")
ALLOW = many("can ca could may should will 'll must")
MAYBE = many("may might could would 'd")
OUGHT = many("should must ought")
NOT = many("not n't never hardly barely scarcely rarely seldom nor neither no")
# “not only” and “don't just” deny nothing.
NO_LIMIT = many("only just merely simply even")
NOBODY = many("no nobody neither nothing none")
DENIED = many(
    "dangerous unsafe unwise risky wrong foolish reckless tempting tempted afraid scared mistake "
    "refuse refused forget forgot illegal irresponsible harmful daft silly stupid madness worst"
)
NEEDS = many(
    "need reason point use sense call cause excuse necessary left earthly good have bother needed "
    "required"
)
DETERMINERS = many(
    "the a an your my his her their our its this that these those any all every each some no both "
    "half most another other one two three few many several more less enough whatever such"
)
# A word right behind one of these is no verb.
ARTICLES = many("the a an my your his her our their its no every each any another")
# What follows people to say which of them.
LIMITS = many("who whose with on doing taking using having that in")
NOT_YOURS = many("my his her their our the a an some many one two")
OWNERS = many("my his her our their 's whose me him us them")
ADVERBS = many(
    "just simply now even also only still always never please then soon too all right straight "
    "together altogether today tonight tomorrow instead first finally perhaps maybe almost "
    "already again once ever forever here there overnight cold early late anymore quite rather "
    "not n't hardly better outright next pretty so really further home sooner later entirely "
    "somehow anyway either good life everyday daily yet no longer much more straightaway best "
    "faster fast"
)
LABELS = many("please instead then why let 's tip days")
READERS = many(
    "you anyone anybody everyone everybody people folks parents mothers mums moms fathers dads "
    "women men patients clients readers members students guests children kids sufferers one "
    "whoever participants carers runners athletes teenagers teens ladies beginners seniors those "
    "others diabetics asthmatics insomniacs mum mom child son daughter lad boy girl husband wife "
    "dad body bodies"
)
# What may stand before “to” or “-ing” and hands the reader what follows.
OFFERS = many(
    "well time safe okay ok fine free ready best wise better able how need want ought going "
    "allowed permission courage right option choice chance easy possible healthy healthier way "
    "trick secret goal try start begin learn decide dare like remember consider suggest recommend "
    "keep invite welcome enough wiser safer simpler power strength freedom confidence key answer "
    "plan rule step aim advice tip worth prefer hope love practise practice continue prepare "
    "choose manage afford get deserve thing is are be acceptable alright sensible idea invitation "
    "licence license moment signal place day week month year hour good why opt agree plus sure "
    "natural normal smart kind kinder kindest smartest wisest bravest cue"
)
STARTERS = many("by about try consider start begin suggest recommend worth")
ADVICE = many("recommend suggest advise urge prefer")
TELLS = many(
    "ask asks asking asked tell tells telling urge urges urging urged advise advises advising "
    "advised invite invites inviting invited want wants encourage encourages encouraging "
    "encouraged recommend recommends teach teaches taught remind reminds expect expects beg begs "
    "begging begged help helps helping helped let lets allow allows get gets enable enables lead "
    "leads empower empowers train trains nudge make makes"
)
# Those of them that a thing can do, too.
ENABLES = many(
    "help helps helping let lets allow allows enable enables get gets lead leads make makes beg "
    "begs begging empower empowers"
)
LETS = many("let lets help helps make makes helped")


def is_adverb(word: str) -> bool:
    """Tell whether a word says how or when, and may stand anywhere in a clause."""
    return word in ADVERBS or (word.endswith("ly") and len(word) > len("only"))


STOPS = (
    MARKS | PLACES | JOINS | UNDER | WHICH | SUBJECTS | BE | HAVE | DO | MODALS | NOT | SELVES
) | {"where", "since", "as"}
