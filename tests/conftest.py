"""Fixtures that any test may ask for, and one seed for generated tests where others wait for the result."""

import os

from hypothesis import settings

pytest_plugins = ["tests.databases"]

settings.register_profile("steady", derandomize=True, print_blob=True)
if os.environ.get("CI"):
    settings.load_profile("steady")  # new cases are for us to find, not for whoever lands next
