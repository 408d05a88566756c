import {
  browserSupportsWebAuthn,
  startAuthentication,
  startRegistration,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
} from "@simplewebauthn/browser";
import type { Island } from "./islands.ts";

const said = {
  asking: "Volg de aanwijzingen op uw scherm of apparaat.",
  stopped: "Het is niet gelukt of gestopt. Probeer het opnieuw.",
  known: "Dit apparaat heeft al een toegangssleutel voor Wieg.",
  wait: "Er is te vaak geprobeerd, of u was te lang bezig. Vernieuw de pagina en probeer het later opnieuw.",
};

/** Asks the device when the form is sent, puts its answer in the form, and sends it on. */
export const mount: Island = (element) => {
  const form = element.querySelector("form");
  const answer = form?.querySelector<HTMLInputElement>('input[name="antwoord"]');
  const words = form?.querySelector<HTMLElement>("[data-said]");
  if (!form || !answer || !words || !browserSupportsWebAuthn()) return undefined;
  element.hidden = false;
  let busy = false;
  const run = async () => {
    words.textContent = said.asking;
    try {
      answer.value = JSON.stringify(await askDevice(element.dataset["ask"] ?? "", element.dataset["use"] === "create", new FormData(form)));
      form.requestSubmit();
    } catch (error) {
      words.textContent = wordsFor(error);
    } finally {
      busy = false;
    }
  };
  const onSubmit = (event: SubmitEvent) => {
    if (answer.value !== "") return;
    event.preventDefault();
    event.stopImmediatePropagation();
    if (busy) return;
    busy = true;
    void run();
  };
  form.addEventListener("submit", onSubmit);
  return () => form.removeEventListener("submit", onSubmit);
};

class Refused extends Error {}

async function askDevice(address: string, create: boolean, form: FormData): Promise<unknown> {
  const csrf = form.get("_csrf");
  const response = await fetch(address, { method: "POST", body: new URLSearchParams({ _csrf: typeof csrf === "string" ? csrf : "" }) });
  if (!response.ok || response.redirected) throw new Refused();
  const options: unknown = await response.json();
  return create
    ? startRegistration({ optionsJSON: options as PublicKeyCredentialCreationOptionsJSON })
    : startAuthentication({ optionsJSON: options as PublicKeyCredentialRequestOptionsJSON });
}

function wordsFor(error: unknown): string {
  if (error instanceof Refused) return said.wait;
  return error instanceof Error && error.name === "InvalidStateError" ? said.known : said.stopped;
}
