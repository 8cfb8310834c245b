"""The decision at the heart of the blog: which disclaimers an article must carry, and why.

Pure; called by the plugin that shows them, by the audit that proves them and by
`explain`, so that there is one opinion only.
"""
