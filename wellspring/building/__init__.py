"""What a build works on and where it writes; knows nothing of Pelican.

Called by the plugins and by the commands.
"""
