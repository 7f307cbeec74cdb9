// @ts-check
"use strict";

/*
 * What a host page can do with the report's events: this one repeats what its
 * reader opened and closed.
 */
document.addEventListener("tujie:toggle", (event) => {
  const { id, open } = /** @type {CustomEvent} */ (event).detail;
  const told = document.getElementById("told");
  if (told) told.textContent = (open ? "展开了 " : "收起了 ") + id;
});
