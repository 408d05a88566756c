import { z } from "zod";
import type { Errors, Values } from "../../../design/Errors.ts";
import type { Refusal } from "../../../kit/refusal.ts";
import { dayField, optionalText, requiredText, tick } from "../../../platform/http/fields.ts";
import { NotFound } from "../../../platform/http/problems.ts";
import { declineReasons, givenWays, headings, moments, withdrawReasons, type HandoverRefusal, type HandoverWords } from "../handover.ts";
import { handoverRefusalText } from "../handover.texts.ts";

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
/** A team as one choice: "organisation:role". */
export const receiverValue = (one: { organisationId: string; role: string }): string => `${one.organisationId}:${one.role}`;
const receiver = z
  .string()
  .optional()
  .transform((typed, context) => {
    const [organisationId = "", role = ""] = (typed ?? "").split(":");
    if ((typed ?? "") === "") return null;
    if (uuid.test(organisationId) && /^[a-z_]+$/.test(role)) return { organisationId, role };
    context.addIssue({ code: "custom", message: "Kies uit de lijst" });
    return z.NEVER;
  });
const version = z.coerce.number().int();
const momentOn = dayField("Vul in wanneer de overdracht uiterlijk gehouden is");
const words = optionalText(4000).transform((typed) => typed ?? "");

export const beginBody = z.object({ moment: z.enum(moments, "Kies welke overdracht"), receiver, momentOn });
export const leaveOutBody = z.object({
  moment: z.enum(moments, "Kies welke overdracht"),
  reason: z.enum(["family_no", "not_needed"], "Kies waarom"),
  note: optionalText(500),
});
export const contentBody = z.object({
  version,
  receiver,
  momentOn,
  stays: z.enum(["ja", "nee"], "Kies of u betrokken blijft").transform((typed) => typed === "ja"),
  ...(Object.fromEntries(headings.map((heading) => [heading, words])) as Record<(typeof headings)[number], typeof words>),
});
export const offerBody = z.object({
  version,
  discussedOn: dayField("Vul in wanneer u dit met het gezin besprak"),
  agrees: tick.refine((ticked) => ticked, "Bespreek de overdracht eerst met het gezin"),
  person: z
    .union([z.literal(""), z.uuid("Kies uit de lijst")])
    .optional()
    .transform((id) => (id === undefined || id === "" ? null : id)),
});
export const giveBody = z.object({
  version,
  to: requiredText("Vul in wie het overneemt, en waar", 200).min(2, "Vul in wie het overneemt, en waar"),
  way: z.enum(givenWays, "Kies hoe u het meegeeft"),
  discussedOn: dayField("Vul in wanneer u dit met het gezin besprak"),
  agrees: tick.refine((ticked) => ticked, "Bespreek eerst met het gezin wat u meegeeft"),
});
export const declineBody = z.object({ version, reason: z.enum(declineReasons, "Kies waarom niet"), note: optionalText(500) });
export const withdrawBody = z.object({ version, reason: z.enum(withdrawReasons, "Kies waarom"), note: optionalText(500) });
export const holdBody = z.object({ version, on: dayField("Vul in op welke dag u bij elkaar zat") });
export const pressBody = z.object({ version: version.default(0) });

export const wordsOf = (body: z.output<typeof contentBody>): HandoverWords =>
  Object.fromEntries(headings.map((heading) => [heading, body[heading]])) as HandoverWords;

/** What stands in the form the first time: what is known. */
export const knownWords = (all: readonly { readonly heading: string; readonly words: string }[]): Values =>
  Object.fromEntries(all.map(({ heading, words: known }) => [heading, known]));

export function errorsOf({ code, facts }: Refusal<HandoverRefusal>): Errors {
  if (code === "handover-not-found") throw new NotFound();
  const { field, text } = handoverRefusalText(code, facts);
  return { [field]: text };
}
