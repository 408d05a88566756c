import type { ReactElement } from "react";
import { Tag } from "../../../design/Tag.tsx";
import { daysBetween, type Day } from "../../../kit/day.ts";
import type { Actor } from "../../../platform/db/actor.ts";
import { mayRole } from "../../../trust/access/rules/policy.ts";
import { isRole } from "../../../trust/access/route.ts";
import type { FamilySection, Moment } from "../../trajectory/familySection.ts";
import { categoryLabel, stepNames } from "../assessment.texts.ts";
import { workedSteps } from "../rules/whoReports.ts";
import type { RouteStepNow } from "../server/readRoute.ts";
import { readSection, type RouteSection } from "../server/readSection.ts";
import { AskedCards } from "./AskedCards.tsx";
import { DueStep } from "./DueStep.tsx";
import { RouteCard } from "./RouteCard.tsx";

/** Category and route on the family page: tags in the head, what both have to confirm on top, the steps with their terms below. */
export const assessmentSection: FamilySection = {
  id: "route",
  title: "Categorie en route",
  place: "main",
  async load(work, line, actor) {
    const rights = rightsOf(actor);
    if (!rights.read) return null;
    const data = await readSection(work, line);
    if (data.newest === null && !rights.write) return null;
    return {
      body: <RouteCard trajectoryId={line.id} data={data} mayWrite={rights.write && line.state === "open"} today={work.today} />,
      now: rights.write && line.state === "open" ? nowOf(line.id, data, actor, work.today) : [],
      moments: momentsOf(line.id, data),
      tags: data.newest
        ? [
            <Tag key="category" tone="category">
              {categoryLabel(data.newest.category)}
            </Tag>,
            <Tag key="route" tone="info">{`route ${data.newest.route}`}</Tag>,
          ]
        : [],
    };
  },
};

function rightsOf({ role }: Actor): { read: boolean; write: boolean } {
  return isRole(role)
    ? { read: mayRole(role, "category_route", "read"), write: mayRole(role, "assessment", "write") }
    : { read: false, write: false };
}

/** What both have to confirm, and the steps of the route whose turn it is for the team that assessed. */
function nowOf(trajectoryId: string, { asked, newest, steps }: RouteSection, actor: Actor, today: Day): readonly ReactElement[] {
  const question =
    asked && (asked.state === "open" || asked.state === "differs")
      ? [<AskedCards key="asked" trajectoryId={trajectoryId} asked={asked} newest={newest} actor={actor} />]
      : [];
  const hers = newest?.assessedBy.organisationId === actor.organisationId ? steps.filter((step) => isDueSoon(step, today)) : [];
  return [...question, ...hers.map((step) => <DueStep key={step.step} trajectoryId={trajectoryId} step={step} today={today} />)];
}

const isDueSoon = ({ step, state, dueOn }: RouteStepNow, today: Day): boolean =>
  workedSteps.includes(step) && dueOn !== null && (state === "late" || (state === "now" && daysBetween(today, dueOn) <= 7));

/** Each assessment, and the terms that lie ahead. */
function momentsOf(trajectoryId: string, { history, newest, steps }: RouteSection): readonly Moment[] {
  const assessed: readonly Moment[] =
    history.length > 0
      ? history.map(({ assessedOn, category, organisation }) => ({
          on: assessedOn,
          label: `inschatting ${category}`,
          tone: "info",
          href: `/gezinnen/${trajectoryId}/inschattingen`,
          by: organisation,
        }))
      : newest
        ? [{ on: newest.assessedOn, label: `inschatting ${newest.category}`, tone: "info" }]
        : [];
  const settled = steps.flatMap(({ step, state, settledOn }): readonly Moment[] =>
    state === "done" && settledOn !== null && step === "confirm_category" ? [{ on: settledOn, label: "samen bevestigd", tone: "ok" }] : [],
  );
  const ahead = steps.flatMap(({ step, state, dueOn }): readonly Moment[] =>
    (state === "now" || state === "late") && dueOn !== null
      ? [{ on: dueOn, label: `uiterlijk: ${inSentence(stepNames[step].title)}`, tone: state === "late" ? "late" : "soon" }]
      : [],
  );
  return [...assessed, ...settled, ...ahead];
}

/** A title within a sentence: MDO and Knooppunt keep their capitals. */
const inSentence = (title: string): string => title.charAt(0).toLowerCase() + title.slice(1);
