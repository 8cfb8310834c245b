"""Put a built site on GitHub Pages and prove that it arrived; called by the publish command.

The only layer that imports ghp_import. It may import what lies below it, and never
touches the author's own branches or files: git's work happens in a repository of its own.
"""
