import type { Day } from "../../../kit/day.ts";
import { fold } from "../../../kit/foldText.ts";
import type { InsurerGroup, ProgrammeSettings } from "../../configuration/programme.ts";
import type { Criterion } from "../enrolment.ts";
import { criterion } from "./criterion.ts";

type InsurerList = ProgrammeSettings["insurers"]["list"];

const { met, notMet, unknown } = criterion("insurer");

/**
 * Insured with CZ or VGZ, by the list that holds on the day. What is not in the list is unknown, never "otherwise insured": that would put a
 * family in the control arm [001 3.6]. A label of either concern meets the criterion; who pays still has to be asked.
 */
export function testInsurer(list: InsurerList, written: string | null, today: Day): Criterion {
  const label = written?.trim() ?? "";
  if (label === "") return unknown("insurer-not-recorded");
  const group = groupOf(list, label, today);
  if (group === null) return unknown("insurer-not-in-list", { written: label });
  if (group === "other") return notMet("insurer-other", { label });
  return group === "either" ? met("insurer-either", { label }) : met("insurer-of-group", { label, group });
}

/** Case, accents, spaces and signs don't count; a label with its code ("CZ (9664)") only when both say the same. */
function groupOf(list: InsurerList, written: string, today: Day): InsurerGroup | null {
  const valid = list.filter(({ from, until }) => (from === null || from <= today) && (until === null || until >= today));
  const byLabel = (text: string) => valid.find(({ label }) => label !== null && fold(label) === fold(text))?.group ?? null;
  const byCode = (text: string) => valid.find(({ code }) => code === text)?.group ?? null;
  const code = /(?<!\d)\d{4}(?!\d)/.exec(written)?.[0];
  if (code === undefined || code === written.trim()) return byCode(written.trim()) ?? byLabel(written);
  const both = byLabel(written.replace(code, ""));
  return both !== null && both === byCode(code) ? both : byLabel(written);
}
