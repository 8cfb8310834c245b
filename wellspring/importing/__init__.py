"""Plain-text copies of story pages into posts: `import-story` hands the text in, and writes.

Pure functions over lines, stage by stage: decode, find the platform, cut tail and head, read what
they say, tell headings and lists from paragraphs, restore dashes, escape, write. Every line of a
source ends in the post, in the author's file, or in a note that says why it does not.
"""
