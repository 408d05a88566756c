/** A screen on the wall goes on by the keyboard, or by the small remote that sends Page Up and Page Down. */
const keys: Readonly<Record<string, string>> = {
  ArrowRight: "next",
  PageDown: "next",
  ArrowLeft: "previous",
  PageUp: "previous",
  Escape: "close",
};

export function watchKeys(): void {
  document.addEventListener("keydown", (event) => {
    const what = keys[event.key];
    if (what === undefined || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const link = document.querySelector<HTMLAnchorElement>(`.wieg-wall__nav a[data-key="${what}"]`);
    if (link === null) return;
    event.preventDefault();
    link.click();
  });
}
