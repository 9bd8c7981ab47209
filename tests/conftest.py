"""What all tests share: Hypothesis profiles and the sample corpus."""

import gc
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, settings

settings.register_profile("dev", max_examples=60, deadline=None)
settings.register_profile(
    "ci", max_examples=250, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow]
)
settings.register_profile(  # for mutation testing: a failure is enough, its smallest form not wanted
    "unshrunk", max_examples=60, deadline=None, phases=[Phase.explicit, Phase.generate], database=None
)
settings.load_profile("ci" if os.environ.get("CI") else "dev")

ROOT = Path(__file__).parents[1]


def corpus_folder() -> Path:
    """Where the sample corpus is: the variable GOVTEXT_CORPUS, or ../shared beside the project."""
    given = os.environ.get("GOVTEXT_CORPUS", "../shared")
    return (ROOT / given).resolve()


@pytest.fixture(scope="session")
def corpus() -> Path:
    """The sample corpus; the test is skipped, visibly, without it."""
    folder = corpus_folder()
    if not (folder / "seeds").is_dir():
        pytest.skip(f"no sample corpus at {folder}; set GOVTEXT_CORPUS")
    return folder


@pytest.fixture(autouse=True)
def collector_at_rest(request: pytest.FixtureRequest) -> Iterator[None]:
    """No garbage collection while a test compares times: it walks whatever the tests before have left."""
    compares = any(word in request.node.name for word in ("linear", "grow", "hostile"))
    if compares:
        gc.collect()
        gc.disable()
    yield
    if compares:
        gc.enable()
