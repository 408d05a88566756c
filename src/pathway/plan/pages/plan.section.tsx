import type { ReactElement } from "react";
import { ButtonRow } from "../../../design/ButtonRow.tsx";
import { Card } from "../../../design/Card.tsx";
import { DataTable } from "../../../design/DataTable.tsx";
import { EmptyState } from "../../../design/EmptyState.tsx";
import { LinkButton } from "../../../design/LinkButton.tsx";
import { Tag } from "../../../design/Tag.tsx";
import type { Day } from "../../../kit/day.ts";
import type { FamilySection, Moment } from "../../trajectory/familySection.ts";
import type { Agreement, Goal } from "../familyPlan.ts";
import { standNames } from "../familyPlan.texts.ts";
import { findPlanView, type PlanView } from "../server/readPlan.ts";
import { DayTag, Who } from "./PlanEntries.tsx";

/** How many agreements stand on the family page; the others are one press away. */
const shown = 6;

/** The plan on the family page: what the family wants, and who does what by when; and what waits for an answer. */
export const planSection: FamilySection = {
  id: "plan",
  title: "Plan",
  place: "main",
  records: {
    plan_question: "Ondersteuningsvraag",
    plan_goal: "Doel",
    plan_agreement: "Afspraak",
    plan_evaluation: "Evaluatie",
    plan_agreement_report: "Bericht over een afspraak",
    plan_version: "Akkoord met het gezinsplan",
    plan_set_aside: "Voorstel voor het plan",
  },
  async load(work, line, actor) {
    const view = await findPlanView(work, line, actor);
    if (!view || (view.sees === "own" && view.agreements.length === 0)) return null;
    const open = <One extends Goal>(list: readonly One[]) => list.filter(({ state }) => state === "open");
    const due = [...open(view.goals), ...open(view.agreements)].filter(({ evaluateOn }) => evaluateOn <= work.today);
    return {
      body: <PlanCard trajectoryId={line.id} view={view} today={work.today} goals={open(view.goals)} agreements={open(view.agreements)} />,
      now: view.mayWrite ? nowOf(line.id, view, due, work.today) : [],
      moments: momentsOf(line.id, view, work.today),
    };
  },
};

type CardProps = Readonly<{
  trajectoryId: string;
  view: PlanView;
  today: Day;
  goals: readonly Goal[];
  agreements: readonly Agreement[];
}>;

function PlanCard({ trajectoryId, view, today, goals, agreements }: CardProps) {
  const plan = `/gezinnen/${trajectoryId}/plan`;
  const own = view.sees === "own";
  const { text, tone } = standNames[view.stand];
  const isEmpty = goals.length === 0 && agreements.length === 0;
  return (
    <Card title={own ? "Uw afspraken" : "Gezinsplan"} tag={own ? undefined : <Tag tone={tone}>{text}</Tag>}>
      {goals.length > 0 && (
        <ul>
          {goals.map(({ id, wording }) => (
            <li key={id}>
              <q>{wording}</q>
            </li>
          ))}
        </ul>
      )}
      {isEmpty && (
        <EmptyState title="Nog geen doelen of afspraken">Begin met wat het gezin zelf wil, en spreek af wie wat doet.</EmptyState>
      )}
      {agreements.length > 0 && (
        <DataTable
          caption="Afspraken van het gezinsplan"
          rows={agreements.slice(0, shown)}
          rowKey={({ id }) => id}
          columns={[
            { label: "Afspraak", heading: true, cell: ({ wording }) => wording },
            { label: "Wie", cell: (one) => <Who one={one} /> },
            { label: "Wanneer", cell: ({ evaluateOn }) => <DayTag day={evaluateOn} today={today} /> },
          ]}
        />
      )}
      <ButtonRow>
        {view.mayWrite && <LinkButton href={`${plan}/afspraken/nieuw`}>Afspraak maken</LinkButton>}
        <LinkButton href={plan} variant="quiet">
          {agreements.length > shown ? `Heel het plan, ook de andere ${agreements.length - shown}` : "Heel het plan"}
        </LinkButton>
      </ButtonRow>
    </Card>
  );
}

/** What waits for who writes the plan: to look back, to find someone else, to take over, to discuss. */
function nowOf(trajectoryId: string, view: PlanView, due: readonly (Goal | Agreement)[], today: Day): readonly ReactElement[] {
  const plan = `/gezinnen/${trajectoryId}/plan`;
  const left = view.agreements.filter((one) => one.left);
  const waiting = view.proposals.open.length;
  return [
    ...due
      .filter((one) => !left.some(({ id }) => id === one.id))
      .slice(0, 3)
      .map((one) => (
        <div key={one.id}>
          <p>
            <b>Hoe ging het?</b> “{one.wording}” was afgesproken voor <DayTag day={one.evaluateOn} today={today} />.
          </p>
          <LinkButton href={`${plan}/onderdelen/${one.id}/evaluatie`} label={`Evalueren: ${one.wording}`}>
            Evalueren
          </LinkButton>
        </div>
      )),
    ...left.slice(0, 3).map((one) => (
      <div key={`left ${one.id}`}>
        <p>
          <b>Wie neemt dit over?</b> {one.who} is niet meer betrokken: “{one.wording}”.
        </p>
        <LinkButton href={`${plan}/afspraken/${one.id}`} label={`Iemand kiezen: ${one.wording}`}>
          Iemand kiezen
        </LinkButton>
      </div>
    )),
    ...(waiting > 0
      ? [
          <div key="proposals">
            <p>
              <b>Neem over in het plan.</b> {waiting === 1 ? "Er staat 1 ding klaar" : `Er staan ${waiting} dingen klaar`} uit het
              huisbezoek of gesprek.
            </p>
            <LinkButton href={`${plan}#voorstellen`}>Bekijken</LinkButton>
          </div>,
        ]
      : []),
    ...(view.stand === "draft"
      ? [
          <div key="draft">
            <p>
              <b>Bespreek het plan met het gezin.</b>{" "}
              {view.versions.length > 0 ? "Het is veranderd sinds het akkoord." : "Het gezin heeft er nog niet mee ingestemd."}
            </p>
            <LinkButton href={`${plan}/akkoord`}>Akkoord vastleggen</LinkButton>
          </div>,
        ]
      : []),
  ];
}

/** Each time the family agreed, and the days that were agreed on: of what was kept, when it was made; of what is open, when it is looked back at. */
function momentsOf(trajectoryId: string, { versions, goals, agreements }: PlanView, today: Day): readonly Moment[] {
  const href = `/gezinnen/${trajectoryId}/plan`;
  const agreed = versions.map(
    ({ agreedOn, number }): Moment => ({ on: agreedOn, label: `Plan akkoord (versie ${number})`, tone: "ok", href }),
  );
  const tone = (on: Day) => (on < today ? "late" : "soon");
  const dates = agreements
    .filter(({ state }) => state === "open")
    .map(
      ({ evaluateOn, wording, who }): Moment => ({ on: evaluateOn, label: `afspraak: ${wording}`, tone: tone(evaluateOn), href, by: who }),
    );
  const looked = goals
    .filter(({ state }) => state === "open")
    .map(({ evaluateOn, wording }): Moment => ({ on: evaluateOn, label: `terugkijken: ${wording}`, tone: tone(evaluateOn), href }));
  return [...agreed, ...dates, ...looked];
}
