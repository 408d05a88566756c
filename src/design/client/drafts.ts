import { cache } from "@hotwired/turbo";

// What was typed and not yet sent: in this tab only, under the name of who typed it, gone when it is sent, at sign-out,
// and when someone else signs in here.
const prefix = "wieg-draft";

type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/** Puts back what was typed before in the forms of this page, and says so. */
export function keepDrafts(): void {
  const who = document.body.dataset["who"];
  if (who !== undefined) forgetOthers(who);
  for (const form of document.querySelectorAll<HTMLFormElement>("form[data-draft]")) {
    const draft = sessionStorage.getItem(keyOf(form));
    // After an error the server shows what was typed; that is the newer one.
    if (draft === null || form.querySelector("[data-error-summary]") !== null || form.querySelector("[data-draft-note]") !== null) continue;
    restore(form, new URLSearchParams(draft));
    form.prepend(noteFor(form));
  }
}

/** Keeps what is typed from now on, until it has been sent. */
export function watchDrafts(): void {
  const keep = (event: Event) => {
    const form = event.target instanceof Element ? event.target.closest<HTMLFormElement>("form[data-draft]") : null;
    if (form !== null) sessionStorage.setItem(keyOf(form), typed(form).toString());
  };
  document.addEventListener("input", keep);
  document.addEventListener("change", keep);
  document.addEventListener("turbo:submit-end", (event) => {
    const { target, detail } = event as CustomEvent<Readonly<{ success: boolean }>>;
    if (target instanceof HTMLFormElement && target.dataset["draft"] !== undefined && detail.success)
      sessionStorage.removeItem(keyOf(target));
  });
}

/** At sign-out nothing stays behind. */
export function forgetEverything(): void {
  sessionStorage.clear();
  cache.clear();
}

const keyOf = (form: HTMLFormElement) => `${prefix}|${document.body.dataset["who"] ?? ""}|${form.dataset["draft"] ?? ""}`;

function forgetOthers(who: string): void {
  const others = Object.keys(sessionStorage).filter((key) => key.startsWith(`${prefix}|`) && !key.startsWith(`${prefix}|${who}|`));
  for (const key of others) sessionStorage.removeItem(key);
}

function fieldsOf(form: HTMLFormElement): readonly Field[] {
  return [...form.querySelectorAll<Field>("input, textarea, select")].filter(
    (field) => field.name !== "" && !["hidden", "password", "file"].includes(field.type),
  );
}

const isChoice = (field: Field): field is HTMLInputElement => field.type === "checkbox" || field.type === "radio";

function typed(form: HTMLFormElement): URLSearchParams {
  const values = new URLSearchParams();
  for (const field of fieldsOf(form)) if (!isChoice(field) || field.checked) values.append(field.name, field.value);
  return values;
}

function restore(form: HTMLFormElement, values: URLSearchParams): void {
  for (const field of fieldsOf(form)) {
    if (isChoice(field)) field.checked = values.getAll(field.name).includes(field.value);
    else field.value = values.get(field.name) ?? field.value;
  }
}

function noteFor(form: HTMLFormElement): HTMLElement {
  const note = document.createElement("p");
  note.className = "wieg-draft";
  note.dataset["draftNote"] = "";
  note.append("Wat u eerder typte staat er nog. ");
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = "Opnieuw beginnen";
  button.addEventListener("click", () => {
    sessionStorage.removeItem(keyOf(form));
    form.reset();
    note.remove();
  });
  note.append(button);
  return note;
}
