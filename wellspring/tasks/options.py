"""What `--help` says of options that several tasks take. Called by the tasks."""

FORMAT = "How to say it: text, or json for other programs."
PORT = "The number behind `localhost:` in the address; 8000 if left out."
CATEGORY = "The name of a category, as in editorial/categories/"
REMOTE = "The git remote to use instead of the one in the settings, such as origin."
BRANCH = "The branch there to use instead of the one in the settings, such as gh-pages."
