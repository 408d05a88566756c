import { refuse } from "../../../kit/refusal.ts";
import { findWordNotForHome, type Section } from "../../home/home.ts";
import type { ConsentForm, ConsentFormInput, ConsentFormRefusal, ConsentQuestion, Signer } from "./consentForm.ts";
import { formTexts, partTexts, purposeTexts } from "./consentForm.texts.ts";
import { whoSigns } from "./whoSigns.ts";

/** The consent form in words: each question with its own yes and no, the rights, and a line for each signature. */
export function consentFormText(input: ConsentFormInput): ConsentForm | ConsentFormRefusal {
  if (input.questions.length === 0) return refuse("form-without-questions");
  const tooMuch = saysTooMuch(input);
  if (tooMuch !== null) return tooMuch;
  const signers = whoSigns(input);
  if ("code" in signers) return signers;
  const { signing, rights } = formTexts;
  return {
    title: formTexts.title,
    author: input.explainedBy.organisation,
    date: input.date,
    about: formTexts.about(input.about.name, input.about.bornOn),
    opening: formTexts.opening,
    sections: [
      ...input.questions.map((question, at) => sectionOf(question, at + 1, input.programmeName)),
      { heading: rights.heading, blocks: [{ kind: "list", items: rights.items(input.explainedBy) }] },
    ],
    signing: { heading: signing.heading, text: signing.text, header: signing.header, rows: signers.map((signer) => rowOf(signer, input)) },
  };
}

function sectionOf({ purpose, recipients, parts, until }: ConsentQuestion, number: number, programmeName: string): Section {
  const { heading, text, yes } = purposeTexts[purpose];
  return {
    heading: `${number}. ${heading}`,
    blocks: [
      { kind: "paragraph", text: text(programmeName) },
      { kind: "paragraph", ...formTexts.withWhom(recipients) },
      { kind: "paragraph", lead: formTexts.what, text: "" },
      { kind: "list", items: parts.map((part) => partTexts[part]) },
      { kind: "paragraph", ...formTexts.until(until) },
      { kind: "choice", options: [yes, formTexts.no] },
    ],
  };
}

function rowOf(signer: Signer, { explainedBy }: ConsentFormInput): readonly string[] {
  const { as } = formTexts.signing;
  if (signer.as === "interpreter") return ["", as.interpreter(signer.language), "", ""];
  return [signer.name, signer.as === "professional" ? as.professional(explainedBy.role) : as[signer.as], "", ""];
}

/** A conference called "zwangeren in een kwetsbare situatie" must get another name before it is printed for a home. */
function saysTooMuch({ questions, explainedBy, programmeName }: ConsentFormInput): ConsentFormRefusal | null {
  const fields = [
    ...questions.flatMap(({ recipients }) => recipients.map((name) => ["recipient", name] as const)),
    ...Object.entries({ ...explainedBy }),
    ["programmeName", programmeName] as const,
  ];
  for (const [field, text] of fields) {
    const word = findWordNotForHome(text);
    if (word !== null) return refuse("form-says-too-much", { field, word });
  }
  return null;
}
