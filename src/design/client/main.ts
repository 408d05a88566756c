// Makes pages quicker, never possible: everything here works without it. No care data is kept beyond this tab.
import { config } from "@hotwired/turbo";
import { offerCalendars } from "./calendar.ts";
import { forgetEverything, keepDrafts, watchDrafts } from "./drafts.ts";
import { moveFocus, watchEscape } from "./focus.ts";
import { mountIslands, unmountIslands } from "./islands.ts";
import { watchKeys } from "./keys.ts";
import { guardDoublePresses } from "./once.ts";
import { keepFresh } from "./refresh.ts";
import { watchSession } from "./session.ts";

// An answer to every press within 100 ms: longer than that, and something is seen to move.
config.drive.progressBarDelay = 100;
// A pressed button stays where the keyboard is, and says that it is busy.
config.forms.submitter = "aria-disabled";

guardDoublePresses();
watchDrafts();
watchEscape();
watchKeys();

let first = true;
document.addEventListener("turbo:load", () => {
  watchSession();
  keepDrafts();
  offerCalendars();
  keepFresh();
  void mountIslands();
  moveFocus(first);
  first = false;
});
// A form that came back with its errors is a render without a load.
document.addEventListener("turbo:render", () => {
  keepDrafts();
  offerCalendars();
  void mountIslands();
  moveFocus();
});
document.addEventListener("turbo:before-cache", unmountIslands);
document.addEventListener("submit", (event) => {
  if (event.target instanceof HTMLFormElement && event.target.dataset["signOut"] !== undefined) forgetEverything();
});
