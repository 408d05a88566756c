import { renderPdf } from "../../../platform/pdf/renderPdf.ts";
import type { ConsentForm } from "./consentForm.ts";

const template = import.meta.resolve("./consentForm.typ");

/**
 * The form as a tagged PDF (PDF/UA-1), to be signed by hand.
 * @throws PdfError with code `script-not-in-fonts` when a name is in a script that no font has
 */
export const printConsentForm = (form: ConsentForm): Promise<Uint8Array> =>
  renderPdf(template, {
    document: { title: form.title, author: form.author, language: form.language ?? "nl", date: form.date },
    data: form,
  });
