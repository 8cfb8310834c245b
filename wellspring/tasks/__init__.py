"""The tasks that people type, grouped by what they are for; each only calls one command.

Called by tasks.py in the blog's folder, which hands them to Invoke. This alone knows Invoke.
"""
