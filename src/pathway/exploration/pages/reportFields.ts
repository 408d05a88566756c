import { z } from "zod";
import { optionalDay, optionalText, ticked } from "../../../platform/http/fields.ts";
import { categories } from "../../assessment/assessment.ts";
import { lifeDomains, type LifeDomain } from "../../signal/signal.ts";
import type { ReportInput } from "../server/reportVisit.ts";
import { agreementSlots } from "./ReportForm.tsx";

type Slot = (typeof agreementSlots)[number];
type Text = ReturnType<typeof optionalText>;
const slots = Object.fromEntries(
  agreementSlots.flatMap((slot) => [
    [`what${slot}`, optionalText(500)],
    [`who${slot}`, optionalText(200)],
    [`due${slot}`, optionalDay()],
  ]),
) as Record<`what${Slot}` | `who${Slot}`, Text> & Record<`due${Slot}`, ReturnType<typeof optionalDay>>;
const found = Object.fromEntries(lifeDomains.map((dimension) => [`found-${dimension}`, optionalText()])) as Record<
  `found-${LifeDomain}`,
  Text
>;

/** The form of the report, read into what it says. */
export const reportBody = z
  .object({
    version: z.coerce.number().int(),
    familyWants: optionalText(),
    worksWell: optionalText(),
    summary: optionalText(2000),
    reason: optionalText(),
    category: z.union([z.enum(categories), z.literal("")]).optional(),
    seenByFamily: z.enum(["ja", "nee"], "Kies of het gezin dit weet"),
    "factors-risk": ticked,
    "factors-protective": ticked,
    "factors-context": ticked,
    ...found,
    ...slots,
  })
  .transform((typed, context): Omit<ReportInput, "trajectoryId" | "visitId"> => {
    const agreements = agreementSlots.flatMap((slot) => {
      const [what, who] = [typed[`what${slot}`], typed[`who${slot}`]];
      if (what !== null && who === null) context.addIssue({ code: "custom", path: [`who${slot}`], message: "Vul in wie dit doet" });
      if (what === null && who !== null) context.addIssue({ code: "custom", path: [`what${slot}`], message: "Vul in wat is afgesproken" });
      return what !== null && who !== null ? [{ what, who, dueOn: typed[`due${slot}`] }] : [];
    });
    return {
      version: typed.version,
      familyWants: typed.familyWants,
      worksWell: typed.worksWell,
      summary: typed.summary,
      agreements,
      proposedCategory: typed.category ? typed.category : null,
      proposalReason: typed.reason,
      seenByFamily: typed.seenByFamily === "ja",
      factors: [...typed["factors-risk"], ...typed["factors-protective"], ...typed["factors-context"]],
      findings: lifeDomains.flatMap((dimension) => {
        const text = typed[`found-${dimension}`];
        return text === null ? [] : [{ dimension, found: text }];
      }),
    };
  });
