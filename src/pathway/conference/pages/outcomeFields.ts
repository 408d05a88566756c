import { z } from "zod";
import { optionalDay, optionalText, requiredText, ticked } from "../../../platform/http/fields.ts";
import type { Agreed, Outcome, Seat } from "../sitting.ts";

/** How many agreements and offers one outcome holds: more than that belongs in the plan itself. */
export const agreementsAtOnce = 3;
export const offersAtOnce = 2;

const uuid = "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}";

/** A seat at the table as a list of choices sends it: organisation, role, and (of one professional) her job. */
export const seatValue = ({ organisationId, role, membershipId }: Seat): string => `${organisationId}.${role}.${membershipId ?? ""}`;
const aSeat = z
  .string()
  .regex(new RegExp(`^${uuid}\\.[a-z_]+\\.(?:${uuid})?$`), "Kies iemand die aan tafel zit")
  .transform((value): Seat => {
    const [organisationId = "", role = "", membershipId = ""] = value.split(".");
    return { organisationId, role, membershipId: membershipId === "" ? null : membershipId };
  });

const who = z
  .string()
  .regex(new RegExp(`^(?:|[pf]\\.${uuid})$`), "Kies wie dit doet")
  .default("");
const agreementFields = {
  wording1: optionalText(1000),
  who1: who,
  network1: optionalText(200),
  day1: optionalDay(),
  wording2: optionalText(1000),
  who2: who,
  network2: optionalText(200),
  day2: optionalDay(),
  wording3: optionalText(1000),
  who3: who,
  network3: optionalText(200),
  day3: optionalDay(),
};
const numbers = Array.from({ length: agreementsAtOnce }, (_, nr) => nr + 1);
const choice = z.union([z.literal(""), z.uuid()]).default("");

/** The form of an outcome as the use case needs it; a half agreement is told beside its fields. */
export const outcomeBody = z
  .object({
    version: z.coerce.number().int(),
    decision: requiredText("Schrijf op wat is besloten", 1000).min(3, "Schrijf op wat is besloten"),
    lead: z
      .literal("")
      .transform(() => null)
      .or(aSeat)
      .default(null),
    joining: ticked.pipe(z.array(aSeat)),
    offer1: choice,
    offer2: choice,
    ...agreementFields,
  })
  .transform((typed, context): Outcome & { version: number } => {
    const wrong = (name: string, message: string) => context.addIssue({ code: "custom", path: [name], message });
    const { version, decision, lead, joining, offer1, offer2, ...fields } = typed;
    const agreements = numbers.flatMap((nr) => readAgreement(fields, nr, wrong));
    return { version, decision, lead, joining, agreements, offers: [...new Set([offer1, offer2])].filter((one) => one !== "") };
  });

function readAgreement(
  fields: Readonly<Record<string, string | null>>,
  nr: number,
  wrong: (name: string, message: string) => void,
): readonly Agreed[] {
  const [wording, who, network, evaluateOn] = ["wording", "who", "network", "day"].map((name) => fields[`${name}${nr}`] ?? "");
  if (!wording) {
    if (who || network) wrong(`wording${nr}`, "Schrijf op wat is afgesproken");
    return [];
  }
  if (!who && !network) wrong(`who${nr}`, "Kies wie dit doet, of vul een naam in");
  if (who && network) wrong(`network${nr}`, "Kies één persoon: uit de lijst, of met een naam");
  if (!evaluateOn) wrong(`day${nr}`, "Vul in voor welke dag dit is afgesproken");
  const kind = network ? "network" : who?.startsWith("p.") ? "professional" : "family";
  return [{ wording, kind, key: network || (who ?? "").slice(2), evaluateOn: evaluateOn ?? "" }];
}
