"""What the tasks do, one module a command; each prints for people and returns success.

Called by tasks.py only; imports everything below and never Invoke.
"""
