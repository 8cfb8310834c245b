"""What an author would write so that a check of the conformance report no longer fails.

Called by the conformance report. Readers see it too, so it names keys and files as they are.
"""

from collections.abc import Mapping

from wellspring.model.standard import Check

NAME_AUTHOR = "Write “Author: …” with the author’s name at the top of the article."
REMEDIES: Mapping[Check, str] = {
    "author-named": NAME_AUTHOR,
    "author-qualified": (
        "If they have credentials that can be checked, write “Credentials: …” into their file in "
        "content/authors/; if not, this stays open."
    ),
    "author-standing": NAME_AUTHOR,
    "conflicts-stated": (
        "Write “Conflicts: None”, or what a reader should know, into their file in "
        "content/authors/."
    ),
    "contact-given": (
        "Write where readers reach you, such as a mail address, into content/pages/about.md."
    ),
    "corrections-open": "Add the page content/pages/corrections.md.",
    "crisis-help": "Add a crisis line of its readers’ country to editorial/crisis-lines/.",
    "dates-shown": "Write “Date: year-month-day” at the top of the article.",
    "further-support": "Write “Know-more: title | address”, where readers find more.",
    "information-only": "Write “Disclaimer: general” at the top of the article.",
    "private": "Add the page content/pages/privacy.md, which says what the site knows of readers.",
    "publisher-named": "Add the page content/pages/about.md, which says who publishes the site.",
    "review-planned": (
        "Check the article again, then write “Modified: year-month-day”, or have it reviewed and "
        "type “invoke review”."
    ),
    "reviewer-qualified": (
        "Have somebody with credentials read the article, then type “invoke review”, which writes "
        "“Reviewed-by” and “Reviewed”."
    ),
    "sources-dated": "Write each source as “Sources: title, publisher | address | its date”.",
    "sources-given": (
        "Write “Sources: title, publisher | address | its date”, with a line for each source."
    ),
}
