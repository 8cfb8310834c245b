"""Pages, Word documents, exports and feeds into stories: `import-story` hands them in, and writes.

Pure functions over texts and bytes: a tree is read, what is no part of the story is cut out of it
by the selectors of editorial/importing/pages/, the rest is made plain and becomes Markdown. Every
visible word of a source ends in the post, in the author's file, or in a note. Nothing here opens a
file or an address. The libraries are an optional extra, so only import-story imports this, when it
needs it.
"""
