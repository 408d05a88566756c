import { currentState, watch } from "./phone.ts";

/** A new version waits until nothing is open: then it takes over, and the page begins anew. Nothing that was typed is in the way. */
export function keepUpToDate(): void {
  if (!("serviceWorker" in navigator)) return;
  const { serviceWorker } = navigator;
  const isNew = serviceWorker.controller === null;
  let reloading = isNew; // the first time nothing is replaced
  serviceWorker.addEventListener("controllerchange", () => {
    if (reloading) return;
    reloading = true;
    location.reload();
  });
  const takeOver = async () => {
    const waiting = (await serviceWorker.getRegistration("/onderweg"))?.waiting;
    if (waiting && currentState().phase !== "open") waiting.postMessage("take-over", []);
  };
  watch(() => void takeOver());
  void serviceWorker.register("/onderweg/sw.js", { scope: "/onderweg", updateViaCache: "none" }).then((registration) => {
    registration.addEventListener("updatefound", () => {
      registration.installing?.addEventListener("statechange", () => void takeOver());
    });
    return takeOver();
  });
}
