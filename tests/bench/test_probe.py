"""What the probe notes in a real browser, on a page whose every delay is known."""

from __future__ import annotations

from playwright.sync_api import Playwright

from bench.browser import opened, profile
from bench.contenders import Contender
from bench.files import File
from bench.server import serving
from bench.visits import visit

# A question that is drawn after 100 ms, below a sheet that lies over it until 500 ms; a task of 150 ms between.
# Its content policy forbids eval, as ours does.
PAGE = b"""<!doctype html><title>Made up</title>
<meta http-equiv="Content-Security-Policy" content="default-src 'self' 'unsafe-inline'">
<div id="tree">Starting</div>
<div id="sheet" style="position: fixed; inset: 0"></div>
<script>
  const $tree = document.querySelector("#tree");
  const question = '<h2 class="dt-ask">So?</h2><button class="dt-option" data-answer="yes">Yes</button>';
  const draw = () => ($tree.innerHTML = question);
  $tree.addEventListener("click", () => setTimeout(draw, 30));
  setTimeout(draw, 100);
  setTimeout(() => { const began = performance.now(); while (performance.now() < began + 150); }, 200);
  setTimeout(() => document.querySelector("#sheet").remove(), 500);
</script>"""
MADE_UP = Contender("made-up", "", "#tree .dt-option[data-answer]", "#tree .dt-ask")


def test_the_probe_notes_each_moment_when_it_comes(playwright: Playwright) -> None:
    with serving() as server, profile() as folder:
        server.files = {"index.html": File("index.html", PAGE)}
        with opened(playwright, folder, MADE_UP) as page:
            seen = visit(page, server, MADE_UP, steps=5)
    assert seen.computed
    assert 100 <= seen.computed < seen.answerable
    assert seen.answerable >= 500, "a question below a sheet cannot be answered"
    assert seen.longest_task >= 150
    assert seen.blocking >= seen.longest_task - 50
    assert len(seen.steps) == 5
    assert min(seen.steps) >= 29
    assert len(File("", PAGE).content) // 4 < seen.bytes < 4000
    assert (seen.intent, seen.runtime_bytes) == (None, 0)
