"""What the tasks do, one module a command; each prints for people and returns success.

Called by the tasks only; imports everything below and never Invoke.
"""
