import { currentState, lockNow, prune, sync } from "./phone.ts";

/** How often it is looked at whether she went away, and how often Wieg is asked for news. */
const look = 5_000;
const askNews = 120_000;

/** Locks the phone when nothing was touched for a while, also when it lay in a pocket meanwhile; and asks for news while it is in use. */
export function keepAwake(): void {
  let touched = Date.now();
  let asked = Date.now();
  const touch = () => {
    touched = Date.now();
  };
  for (const event of ["pointerdown", "keydown", "input", "scroll"]) addEventListener(event, touch, { passive: true, capture: true });
  const check = () => {
    const away = Math.abs(Date.now() - touched);
    if (away >= currentState().settings.lockMinutes * 60_000) {
      lockNow();
      touch();
      return;
    }
    void prune();
    if (currentState().phase !== "open" || document.hidden || Math.abs(Date.now() - asked) < askNews) return;
    asked = Date.now();
    void sync();
  };
  setInterval(check, look);
  document.addEventListener("visibilitychange", check);
  addEventListener("online", () => {
    if (currentState().phase === "open") void sync();
  });
}
