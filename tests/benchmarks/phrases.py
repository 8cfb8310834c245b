"""The words that the benchmark's filler is put together from; drawn by corpus.

They claim nothing. Names of illnesses and medicines stand in them only so that a build has notices
to look for, and so do quotes, dashes, capitals and ampersands, so that typography has work.
"""

AUTHORS = (
    *("Robin Example", "Kim Example", "Alex Example", "Noor O'Example", "Mika Example-Test"),
    *("Sasha Example", "Toni Example", "Jo-Lee Example", "Ari Example", "Lou Example"),
    *("Chris Example", "Dana Example"),
)
CATEGORIES = (
    *("Mental Health", "Movement", "Nutrition", "Sleep"),
    *("Chronic Pain", "Healthy Aging", "Mindfulness", "Women's Health"),
)
TAGS = (
    *("anxiety", "depression", "ptsd", "ketamine", "therapy", "cbt", "ssri", "insomnia"),
    *("melatonin", "circadian", "protein", "fiber", "sugar", "hydration", "caffeine", "alcohol"),
    *("yoga", "running", "walking", "strength", "mobility", "posture", "breathing", "meditation"),
    *("gratitude", "journaling", "burnout", "stress", "cortisol", "magnesium", "omega-3"),
    *("vitamin-d", "probiotics", "gut-health", "inflammation", "migraine", "back-pain"),
    *("arthritis", "fibromyalgia", "menopause", "pregnancy", "thyroid", "pcos", "iron", "skin"),
    *("allergies", "asthma", "blood-pressure", "cholesterol", "diabetes", "heart", "memory"),
    *("dementia", "balance", "falls", "bone-density", "loneliness", "caregiving", "grief"),
    *("recovery",),
)
SUBJECTS = (
    *("the first paragraph", "a short walk", "the longer list", "a quiet room", "this filler"),
    *("the open window", "a cup of tea", "the second cup", "a written plan", "the blue chair"),
    *("an old notebook", "the morning page", "one more sentence", "the empty street"),
    *("a made-up example", "the next heading", "a row of trees", "the kitchen clock"),
)
VERBS = (
    *("comes before", "stands beside", "waits for", "follows", "goes with", "is longer than"),
    *("is written after", "is no part of", "belongs to", "points to", "leads away from"),
    *("looks like", "is put in front of", "hardly touches", "has nothing to do with"),
)
OBJECTS = (
    *("the end of the afternoon", "a long row of words", "the list of questions", "the garden"),
    *("what stands below it", "the last line of the page", "paper, pencil and eraser"),
    *("the way to the station", "an ordinary Tuesday", "the distance between two lines"),
    *("a drawer full of string", "the sound of the rain", "words that mean little"),
    *("the other side of the table", "a page that nobody reads"),
)
TAILS = (
    *("as filler does", "for the sake of length", "and that is all", "on this page at least"),
    *("which proves nothing", "even on a rainy day", "without any meaning", "before it ends"),
    *("as a test needs it", "and so on", "for no reason at all", "if anybody asks"),
)
ILLNESSES = (
    *("PTSD", "OCD", "ADHD", "IBS", "PCOS", "CRPS", "GERD", "COPD"),
    *("depression", "chronic pain", "insomnia", "diabetes"),
)
MEDICINES = ("ketamine", "sertraline", "metformin", "lithium", "ibuprofen", "melatonin")
HEADINGS = (
    *("What This Section Is For", "More Words Than Needed", "A Plan for the Filler"),
    *("Who Could Read It?", "Lines & Spaces", "When to Stop Reading", "A Note Beside the Text"),
    *("Common Words -- and Rare Ones", "A Row That Goes On", "Tea, Toast & Time"),
    *("Questions Without Answers", "The Last Line", "What a Page Looks Like"),
    *("Small Words, Long Lines", "Signs It's Filler"),
)
TITLE_STARTS = (
    *("A Made-Up Guide to", "Filler About", "Words on", "7 Lines About", "A Long Page on"),
    *("Notes Beside", "Hardly Anything About", "A Test of", "One More Text on", "Around"),
)
TITLE_MIDDLES = (
    *("Quiet Evenings", "Morning Walks", "Tea & Toast", "Open Windows", "the Kitchen Clock"),
    *("Empty Streets", "Old Notebooks", "Ordinary Tuesdays", "Rain & Paper", "Blue Chairs"),
    *("Drawers of String", "Written Plans", "Rows of Trees", "Long Lists", "the Last Bus"),
    *("Pencils",),
)
TITLE_ENDS = (
    *("for Measuring", "in Many Words", "Without a Point", "One Line at a Time", "at Any Length"),
    *("When It's Late", "-- a Test", "With Nobody's Help"),
)
