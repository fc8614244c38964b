// Fetches what marks the reader's way on a chart, once somebody opens one.
// @ts-check

document.addEventListener("toggle", ({ target }) => {
  if (target instanceof HTMLDetailsElement && target.matches(".chart[open]")) import("./chart-path.js");
}, { capture: true });
