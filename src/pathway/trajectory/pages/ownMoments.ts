import { familyNameOf } from "../../../registry/personName.ts";
import type { Moment } from "../familySection.ts";
import { secondBirthday } from "../rules/period.ts";
import type { FamilyPageData } from "../server/readFamilyPage.ts";

/** The moments of the line itself: registered, due, born, lost, two years old, ended. */
export function ownMoments({ line, details, family }: FamilyPageData): readonly Moment[] {
  const people = `/gezinnen/${line.id}#gezin`;
  const moments: Moment[] = [{ on: details.registeredOn, label: "aangemeld" }];
  for (const birth of details.births)
    moments.push({ on: birth.bornOn, label: `${childName(birth.childId)} geboren`, tone: "ok", href: people });
  if (line.lossOn !== null) moments.push({ on: line.lossOn, label: "verlies" });
  else if (line.bornOn !== null) moments.push({ on: secondBirthday(line.bornOn), label: "2 jaar" });
  if (line.dueDate !== null && line.bornOn === null && line.lossOn === null)
    moments.push({ on: line.dueDate, label: "uitgerekend", tone: "info" });
  if (details.endedOn !== null) moments.push({ on: details.endedOn, label: "afgerond" });
  return moments;

  function childName(id: string): string {
    const child = family.members.find((member) => member.id === id);
    return child ? (child.givenName ?? familyNameOf(child)) : "kind";
  }
}
