/** Beside a typed date a calendar to pick from, where the browser has one. The typed field stays the only one that is sent. */
export function offerCalendars(): void {
  for (const control of document.querySelectorAll<HTMLElement>("[data-date]")) {
    const typed = control.querySelector("input");
    if (typed === null || control.querySelector("button") !== null || !("showPicker" in typed)) continue;
    const picker = document.createElement("input");
    picker.type = "date";
    picker.className = "wieg-calendar__picker";
    picker.tabIndex = -1;
    picker.setAttribute("aria-hidden", "true");
    picker.addEventListener("change", () => {
      typed.value = asTyped(picker.value) ?? typed.value;
      typed.dispatchEvent(new Event("input", { bubbles: true }));
      typed.focus();
    });
    const button = document.createElement("button");
    button.type = "button";
    button.className = "wieg-calendar";
    button.setAttribute("aria-label", "Kies een dag uit de kalender");
    button.addEventListener("click", () => {
      picker.value = asPicked(typed.value) ?? picker.value;
      picker.showPicker();
    });
    control.append(button, picker);
  }
}

function asTyped(picked: string): string | undefined {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(picked);
  return parts === null ? undefined : `${Number(parts[3])}-${Number(parts[2])}-${parts[1]}`;
}

function asPicked(typed: string): string | undefined {
  const parts = /^\s*(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})\s*$/.exec(typed);
  return parts === null ? undefined : `${parts[3]}-${parts[2]?.padStart(2, "0")}-${parts[1]?.padStart(2, "0")}`;
}
