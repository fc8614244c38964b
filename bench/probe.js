// Put into every page before its own scripts: notes when the first question can be answered, and when Python has come.
// `LOOK_FOR` = {option, computed} is set in front of this text: CSS selectors, see contenders.py.
// @ts-check

(() => {
  const isTop = window.top === window;
  if (!isTop || window.bench) return;

  const bench = (window.bench = {
    began: 0, // ms on the page's clock: the navigation, or the tap that led here
    answerable: 0,
    intent: 0,
    computed: 0,
    tasks: [], // [began, took] of tasks over 50 ms
    scripts: [], // [began, took, file] of the scripts in frames over 50 ms
    arm, heading, place, walk,
  });

  const listen = (type, hear) => {
    try {
      new PerformanceObserver((list) => list.getEntries().forEach(hear)).observe({ type, buffered: true });
    } catch {}
  };
  listen("longtask", (task) => bench.tasks.push([task.startTime, task.duration]));
  listen("long-animation-frame", (frame) => {
    for (const script of frame.scripts) bench.scripts.push([script.startTime, script.duration, script.sourceURL]);
  });

  /** The first of these elements that has a place on the page. */
  function shown(selector) {
    if (!selector) return undefined;
    return [...document.querySelectorAll(selector)].find(($one) => $one.getClientRects().length);
  }

  /** Whether a tap on it would reach it; below the fold it needs a scroll first. */
  function isTappable($one) {
    const box = $one?.getBoundingClientRect();
    if (!box) return false;
    const $hit = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
    return $hit ? $one.contains($hit) : box.top + box.height / 2 > innerHeight;
  }

  /** Where to tap it, brought into view. */
  function place() {
    const $one = shown(LOOK_FOR.option);
    $one?.scrollIntoView({ block: "nearest", behavior: "instant" });
    const box = $one?.getBoundingClientRect();
    return box && [box.left + box.width / 2, box.top + box.height / 2];
  }

  /** The words of the question or the outcome on show. */
  function heading() {
    return shown(".dt-ask, .dt-verdict")?.textContent ?? "";
  }

  /** Call once the frame that is being made has been painted. */
  function afterPaint(tell) {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = tell;
    port2.postMessage("");
  }

  function look() {
    if (!bench.answerable && isTappable(shown(LOOK_FOR.option))) afterPaint(() => (bench.answerable ||= performance.now()));
    if (!bench.intent && document.querySelector("decision-tree:not([data-state=static])")) bench.intent = performance.now();
    if (!bench.computed && shown(LOOK_FOR.computed)) afterPaint(() => (bench.computed ||= performance.now()));
    if (!bench.answerable || (LOOK_FOR.computed && !bench.computed)) requestAnimationFrame(look);
  }
  requestAnimationFrame(look);

  /** Begin anew at the next tap: for a page that comes without a navigation. */
  function arm() {
    addEventListener("click", (event) => {
      Object.assign(bench, { began: event.timeStamp, answerable: 0, intent: 0, computed: 0 });
      requestAnimationFrame(look);
    }, { capture: true, once: true });
  }

  /**
   * Answer so many questions, starting again at each outcome; how long each took, from the click until the part of
   * the page that shows the next question has changed. The same walk for everybody.
   */
  async function walk(count, option, part, pause) {
    const took = [];
    let seed = 7;
    while (took.length < count) {
      const $options = [...document.querySelectorAll(option)].filter(($one) => $one.getClientRects().length);
      seed = (seed * 16807) % 2147483647;
      const $next = $options[seed % $options.length] ?? shown("[data-restart], .dt-restart");
      if (!$next) throw new Error("There is nothing to tap.");
      const time = await timed($next, part);
      if ($options.length) took.push(time);
      await new Promise((rest) => setTimeout(rest, pause));
    }
    return took;
  }

  function timed($tap, part) {
    return new Promise((tell, fail) => {
      const late = setTimeout(() => fail(new Error("No next question within 20 s.")), 20_000);
      const stop = new AbortController();
      const $parts = document.querySelectorAll(part);
      const watch = new MutationObserver(done);
      const start = performance.now();
      function done() {
        const time = performance.now() - start;
        watch.disconnect();
        stop.abort();
        clearTimeout(late);
        tell(time);
      }
      for (const $part of $parts) watch.observe($part, { childList: true, subtree: true });
      addEventListener("hashchange", done, { signal: stop.signal }); // The page without scripts goes by links.
      $tap.click();
    });
  }
})();
