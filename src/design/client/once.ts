// Where the answer is a file the page stays, so nothing tells when it is done.
const filePause = 2000;

/** A second press while the first is under way does nothing. The server's idempotency key is the real guard. */
export function guardDoublePresses(): void {
  document.addEventListener(
    "submit",
    (event) => {
      const form = event.target;
      if (!(form instanceof HTMLFormElement) || form.dataset["once"] === undefined) return;
      if (form.dataset["sending"] !== undefined) {
        event.preventDefault();
        event.stopImmediatePropagation();
        return;
      }
      if (form.dataset["turbo"] === "false") {
        mark(form, event.submitter, true);
        setTimeout(() => mark(form, event.submitter, false), filePause);
      }
    },
    { capture: true },
  );
  document.addEventListener("turbo:submit-start", (event) => markSubmission(event, true));
  document.addEventListener("turbo:submit-end", (event) => markSubmission(event, false));
}

type Submission = Readonly<{ formSubmission: Readonly<{ submitter?: HTMLElement | null }> }>;

function markSubmission(event: Event, busy: boolean): void {
  const { target, detail } = event as CustomEvent<Submission>;
  if (target instanceof HTMLFormElement) mark(target, detail.formSubmission.submitter ?? null, busy);
}

function mark(form: HTMLFormElement, button: HTMLElement | null, busy: boolean): void {
  if (busy) form.dataset["sending"] = "";
  else delete form.dataset["sending"];
  button?.setAttribute("aria-busy", String(busy));
}
