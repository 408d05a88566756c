import { formatDay } from "../../../kit/day.ts";
import type { Family } from "../../../registry/family.ts";
import { memberKindNames } from "../../../registry/family.texts.ts";
import type { KeptAgreement, PlanContent } from "../familyPlan.ts";
import { entryTitles } from "../familyPlan.texts.ts";
import type { PlanChange } from "../rules/planContent.ts";

/** A family member by her first name, as far as the asker may know it. */
export function memberName(family: Family, id: string): string {
  const member = family.members.find((one) => one.id === id);
  return member ? (member.givenName ?? memberKindNames[member.kind]) : "iemand uit het gezin";
}

/** Who was responsible in a version that was kept: the names of the family are not in it. */
export function keptWho({ responsible, who }: KeptAgreement, family: Family): string {
  if (responsible.kind === "family") return memberName(family, responsible.personId);
  return responsible.kind === "network" ? responsible.name : (who ?? "een professional");
}

/** One change in words: what it is about, and what was and became. */
export function changeInWords(change: PlanChange, before: PlanContent, after: PlanContent, family: Family): { what: string; how: string } {
  const [was, is] = [partOf(change, before), partOf(change, after)];
  const what = `${entryTitles[change.kind]}: “${(is ?? was)?.wording ?? ""}”`;
  if (change.how === "added") return { what, how: "nieuw" };
  if (change.how === "dropped" || !was || !is) return { what, how: "staat er niet meer in" };
  return { what, how: change.fields.map((field) => fieldInWords(field, was, is, family)).join("; ") };
}

type Part = PlanContent["questions"][number] | PlanContent["goals"][number] | KeptAgreement;
const partOf = ({ kind, id }: PlanChange, content: PlanContent): Part | undefined =>
  (content[`${kind}s`] as readonly Part[]).find((one) => one.id === id);

function fieldInWords(field: PlanChange["fields"][number], was: Part, is: Part, family: Family): string {
  if (field === "wording") return `eerst stond er “${was.wording}”`;
  if (field === "belongs") return "hoort nu bij een andere vraag of een ander doel";
  if (field === "evaluateOn" && "evaluateOn" in was && "evaluateOn" in is)
    return `dag: ${formatDay(was.evaluateOn)} werd ${formatDay(is.evaluateOn)}`;
  if ("responsible" in was && "responsible" in is) return `wie: ${keptWho(was, family)} werd ${keptWho(is, family)}`;
  return "gewijzigd";
}
