import { visit } from "@hotwired/turbo";

// Two minutes to answer [WCAG 2.2.1 asks at least 20 seconds].
const warning = 120;
const extendAddress = "/sessie/verlengen";

let timers: readonly ReturnType<typeof setTimeout>[] = [];

/** Warns before the session ends, offers to stay, and clears the screen when it has ended. */
export function watchSession(): void {
  for (const timer of timers) clearTimeout(timer);
  timers = [];
  document.querySelector(".wieg-session")?.remove();
  const seconds = Number(document.body.dataset["sessionEnds"]);
  if (!(seconds > 0)) return;
  timers = [
    setTimeout(warn, Math.max(0, seconds - warning) * 1000),
    // The server has ended it by now; asking for the page again brings the sign-in page and takes the data off the screen.
    setTimeout(() => visit(location.href, { action: "replace" }), (seconds + 1) * 1000),
  ];
}

function warn(): void {
  const box = document.createElement("div");
  box.className = "wieg-session";
  box.setAttribute("role", "alertdialog");
  box.setAttribute("aria-labelledby", "wieg-session-text");
  const text = document.createElement("p");
  text.id = "wieg-session-text";
  text.textContent = "U wordt over 2 minuten afgemeld, omdat u een tijd niets deed.";
  const button = document.createElement("button");
  button.type = "button";
  button.className = "ams-button ams-button--primary";
  button.textContent = "Blijf aangemeld";
  button.addEventListener("click", () => {
    void extend(text);
  });
  box.append(text, button);
  document.body.append(box);
  button.focus();
}

async function extend(text: HTMLElement): Promise<void> {
  const csrf = document.querySelector<HTMLMetaElement>('meta[name="csrf-token"]')?.content ?? "";
  const answer = await fetch(extendAddress, { method: "POST", body: new URLSearchParams({ _csrf: csrf }) }).catch(() => null);
  if (answer?.ok === true) watchSession();
  else text.textContent = "Dat lukte niet. Bewaar wat u schreef en meld u opnieuw aan.";
}
