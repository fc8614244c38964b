// Whether and when Python may start: at the first sign that the reader wants to answer, and never where it would be a burden.
// @ts-check

/** Whether this device or its network should be spared five megabytes: Save-Data, 2G, or a phone with 1 GB. */
export function isSpared() {
  const { connection, deviceMemory } = /** @type {any} */ (navigator); // Neither is told by every browser.
  return connection?.saveData === true || /2g$/.test(connection?.effectiveType ?? "") || deviceMemory <= 1;
}

/**
 * In view while the page is idle, or touched in any way.
 * @param {HTMLElement} $tree @param {AbortSignal} signal ends the watch @param {() => void} start called at every sign
 */
export function awaitIntent($tree, signal, start) {
  for (const sign of ["pointerover", "touchstart", "focusin"]) {
    $tree.addEventListener(sign, start, { signal, once: true, passive: true });
  }
  const idle = window.requestIdleCallback ?? ((/** @type {() => void} */ then) => setTimeout(then, 200));
  const watch = new IntersectionObserver((entries) => {
    if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
    watch.disconnect();
    idle(() => signal.aborted || start());
  });
  watch.observe($tree);
  signal.addEventListener("abort", () => watch.disconnect());
}
