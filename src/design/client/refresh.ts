import { visit } from "@hotwired/turbo";

let waiting: ReturnType<typeof setTimeout> | undefined;

/** Renews the progress on this page every few seconds, and the whole page once the work is done. */
export function keepFresh(): void {
  clearTimeout(waiting);
  const running = document.querySelector<HTMLElement>("[data-refresh]");
  if (running === null) return;
  const here = location.href;
  const seconds = Number(running.dataset["refresh"]);
  waiting = setTimeout(() => {
    void renew(running, here);
  }, seconds * 1000);
}

async function renew(running: HTMLElement, here: string): Promise<void> {
  const answer = await fetch(here, { headers: { accept: "text/html" } }).catch(() => null);
  if (location.href !== here || !running.isConnected) return;
  // A poor line: try again later, what is on the screen stays.
  if (answer === null || !answer.ok) return keepFresh();
  const next = new DOMParser().parseFromString(await answer.text(), "text/html").querySelector("[data-refresh]");
  if (next === null) return visit(here, { action: "replace" });
  running.replaceWith(document.adoptNode(next));
  keepFresh();
}
