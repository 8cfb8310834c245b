"""Find what is wrong with content before anything is built from it.

Pure functions from Library and HouseStyle to findings; called by the build, by
`check` and by publishing.
"""
