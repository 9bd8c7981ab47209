"""Every example in a docstring runs and gives what it says."""

import doctest
import pkgutil
from importlib import import_module

import pytest

import govtext
from govtext.errors import MissingExtraError

OPTIONS = doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE

MODULES = sorted(
    info.name for info in pkgutil.walk_packages(govtext.__path__, "govtext.") if "__main__" not in info.name
)


@pytest.mark.parametrize("name", ["govtext", *MODULES])
def test_the_examples_of_a_module_run(name):
    try:
        module = import_module(name)
    except MissingExtraError as error:
        pytest.skip(str(error))
    assert doctest.testmod(module, optionflags=OPTIONS).failed == 0
