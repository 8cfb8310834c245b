"""Tests of the publishing layer, and the desk that they publish from."""
