import { Details } from "../../../design/Details.tsx";
import { Facts } from "../../../design/Facts.tsx";
import { formatMoment } from "../../../kit/day.ts";
import { estimatorNames } from "../analysis.texts.ts";
import type { KeptPlan } from "../analysisPlan.ts";

const say = (value: number): string => String(value).replace(".", ",");

/** What a version of the plan says. */
export function PlanFacts({ plan }: Readonly<{ plan: KeptPlan }>) {
  const { content, locked } = plan;
  const tested = content.measures.filter(({ holm }) => holm);
  const described = content.measures.filter(({ holm }) => !holm);
  const nameOf = ({ label, scale, better }: (typeof tested)[number]) =>
    `${label} (${scale}, ${better === "higher" ? "hoger" : "lager"} is gunstig)`;
  return (
    <>
      <Facts
        facts={[
          { label: "Vraag", value: content.question },
          {
            label: "Het antwoord rust op",
            value: `${tested.map(nameOf).join("; ")}, op ${content.mainWave}, samen gecorrigeerd volgens Holm`,
          },
          described.length > 0 ? { label: "Als beschrijving", value: described.map(nameOf).join("; ") } : null,
          { label: "Metingen", value: `${content.waves.join(" en ")}, vergeleken met ${content.baseline}` },
          { label: "Rekening gehouden met", value: ["de score op T0", ...content.covariates].join(", ") },
          { label: "Rekenwijzen", value: <List items={content.estimators.map((one) => estimatorNames[one])} /> },
          locked && { label: "Vastgesteld", value: `${formatMoment(locked.at)}, door ${locked.by}` },
          plan.why === null ? null : { label: "Waarom deze versie", value: plan.why },
        ]}
      />
      {plan.afterResult && <p className="wieg-note">Deze versie is gemaakt toen er al een uitkomst van deze studie was.</p>}
      <Details summary="Ontbrekende antwoorden, toets en controlegetal">
        <Facts
          facts={[
            { label: "Ontbrekende scores", value: content.missing },
            { label: "Aanvullen", value: `${content.imputations} keer` },
            {
              label: "Kantelpunt",
              value: `aangevulde scores tot ${say(content.tippingPoint.to)} standaardafwijking tegen het verschil in, in stappen van ${say(content.tippingPoint.step)}`,
            },
            {
              label: "Toets",
              value: `alfa ${say(content.alpha)}, onderscheidend vermogen ${say(content.power)}, verwachte samenhang met T0 ${say(content.correlation)}`,
            },
            { label: "Minste aantal", value: `${content.leastPerArm} mensen in elke groep` },
            { label: "Grootte van een groep", value: content.sizes.join(" en ") },
            { label: "Startgetal", value: content.seed },
            { label: "Controlegetal (SHA-256)", value: <code>{plan.sha256}</code> },
            { label: "Bewaard", value: `${formatMoment(plan.madeAt)}, door ${plan.madeBy}` },
          ]}
        />
      </Details>
    </>
  );
}

function List({ items }: Readonly<{ items: readonly string[] }>) {
  return (
    <ul>
      {items.map((item) => (
        <li key={item}>{item}</li>
      ))}
    </ul>
  );
}
