/** After going to another page: first what went wrong, then what was said, else the content itself is read. */
export function moveFocus(first = false): void {
  const wrong = document.querySelector<HTMLElement>("[data-error-summary]");
  const said = document.querySelector<HTMLElement>("[data-notice]");
  if (wrong !== null) return wrong.focus();
  if (said !== null) return said.focus();
  // The first page of a visit begins at its beginning.
  if (first) return;
  // A link to a part of the page moves there by itself.
  if (location.hash === "") document.querySelector<HTMLElement>("main")?.focus({ preventScroll: true });
}

/** Escape closes what was opened last and gives the focus back to its button. */
export function watchEscape(): void {
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    const open = document.activeElement?.closest<HTMLDetailsElement>("details.wieg-menu[open], details.wieg-confirm[open]");
    if (open === null || open === undefined) return;
    open.open = false;
    open.querySelector("summary")?.focus();
  });
}
