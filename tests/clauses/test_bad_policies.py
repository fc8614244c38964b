"""Each bad page of tests/bad_policies is told exactly as the text beside it says."""

import shutil
from pathlib import Path

import pytest

from macros.clauses import read_policy

FOLDER = Path(__file__).parents[1] / "bad_policies"
PARAMETERS = {"org_name": "Tarner", "org_short": "Tarner", "consent_age": "16", "cooling_off_years": "2"}


@pytest.mark.parametrize("expected", sorted(FOLDER.glob("*.txt")), ids=lambda path: path.stem)
def test_a_bad_policy_is_told_in_the_writers_words(expected: Path, tmp_path: Path) -> None:
    pages = tmp_path / "docs/policy"
    pages.mkdir(parents=True)
    for page in [*FOLDER.glob(f"{expected.stem}.md"), *FOLDER.glob(f"{expected.stem}/*.md")]:
        shutil.copy(page, pages)
    _, problems = read_policy(tmp_path, PARAMETERS)
    assert [str(problem) for problem in problems] == expected.read_text(encoding="utf-8").splitlines()


def test_every_bad_policy_has_its_messages_and_shows_its_own_fault() -> None:
    cases = {path.stem for path in FOLDER.iterdir() if path.suffix != ".txt"}
    texts = {path.stem: path.read_text(encoding="utf-8") for path in FOLDER.glob("*.txt")}
    assert cases == set(texts)
    assert [name for name, text in texts.items() if f": {name}: " not in text] == []
