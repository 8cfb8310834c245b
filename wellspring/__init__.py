"""Wellspring: publish a wellness blog whose disclaimers cannot be forgotten.

Layers, each importing only downwards: commands > plugins > publishing >
audit | building > checking | disclaimers > house > text > model > errors.
"""
