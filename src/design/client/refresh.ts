import { visit } from "@hotwired/turbo";

let waiting: ReturnType<typeof setTimeout> | undefined;

/** So often at most are numbers renewed that are never done: who left the screen is not kept signed in by it. */
const most = 20;
let times = 0;

/**
 * Renews the progress on this page every few seconds, and the whole page once the work is done. Numbers from an address of their own
 * (`data-refresh-from`) are renewed alone: a form beside them keeps what was typed.
 */
export function keepFresh(): void {
  times = 0;
  waitForNext();
}

function waitForNext(): void {
  clearTimeout(waiting);
  const running = document.querySelector<HTMLElement>("[data-refresh]");
  if (running === null) return;
  const here = location.href;
  const seconds = Number(running.dataset["refresh"]);
  if (running.dataset["refreshFrom"] !== undefined && (times += 1) > most) return;
  waiting = setTimeout(() => {
    void renew(running, here);
  }, seconds * 1000);
}

async function renew(running: HTMLElement, here: string): Promise<void> {
  const from = running.dataset["refreshFrom"];
  if (from !== undefined && document.hidden) return waitForNext();
  const answer = await fetch(from ?? here, { headers: { accept: "text/html" } }).catch(() => null);
  if (location.href !== here || !running.isConnected) return;
  // A poor line: try again later, what is on the screen stays.
  if (answer === null || !answer.ok) return waitForNext();
  const next = new DOMParser().parseFromString(await answer.text(), "text/html").querySelector("[data-refresh]");
  if (next === null) return from === undefined ? visit(here, { action: "replace" }) : undefined;
  running.replaceWith(document.adoptNode(next));
  waitForNext();
}
