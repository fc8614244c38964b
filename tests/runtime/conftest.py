"""The stand-in engine, made into a runtime twice: once here, once elsewhere."""

from __future__ import annotations

import pytest

from tests.runtime.stand_in import Making, make, project


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Making:
    return make(project(tmp_path_factory.mktemp("here") / "project"))


@pytest.fixture(scope="session")
def made_again(tmp_path_factory: pytest.TempPathFactory) -> Making:
    """The same, in another folder, under another clock and with other habits."""
    with pytest.MonkeyPatch.context() as elsewhere:
        elsewhere.setenv("TZ", "Pacific/Auckland")
        elsewhere.setenv("LANG", "de_DE.UTF-8")
        elsewhere.setenv("SOURCE_DATE_EPOCH", "1234567890")
        elsewhere.setenv("PYTHONOPTIMIZE", "0")
        return make(project(tmp_path_factory.mktemp("there") / "somewhere" / "else"))
