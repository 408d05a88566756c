import { Alert } from "../../../design/Alert.tsx";
import { Card } from "../../../design/Card.tsx";
import { LinkButton } from "../../../design/LinkButton.tsx";
import { pillars } from "../../configuration/programme.ts";
import { actionState } from "../rules/actionState.ts";
import { coursesOf } from "../rules/courses.ts";
import { flagNames } from "../steering.texts.ts";
import type { Steering } from "../steering.ts";
import { steeringHref } from "./address.ts";
import { decimal, limitsInWords } from "../rules/say.ts";

/** What the page says in a few sentences: to begin the meeting with. */
export function StandCard({ steering }: Readonly<{ steering: Steering }>) {
  const { programme, month, municipalities, counts, actions, today, expected, decides } = steering;
  if (expected === null)
    return (
      <Alert title="Er is nog geen verwachting vastgesteld" tone="soon">
        <p>
          Zonder verwachting kan Wieg niet zeggen of de instroom achterblijft. De projectgroep stelt per gemeente en pijler vast hoeveel
          gezinnen zij per maand verwacht.
        </p>
        {decides && <LinkButton href={steeringHref(programme.code, { below: "/verwachting" })}>Verwachting vaststellen</LinkButton>}
      </Alert>
    );
  const lately = programme.settings.steering.stagnationMonths;
  const late = actions.filter((one) => actionState(one, today) === "late").length;
  return (
    <Card title="De stand in het kort" id="stand">
      <ul>
        {pillars.map((pillar) => {
          const lines = coursesOf(counts, { pillar, month, municipalities, lately });
          const all = lines.at(-1);
          const marked = lines.filter(({ code, flag }) => code !== null && flag !== "as_expected" && flag !== "unknown");
          return (
            <li key={pillar}>
              <b>Pijler {pillar}:</b> {all?.actual ?? 0} plaatsen gegeven, {decimal(all?.expected ?? 0)} verwacht (door toeval{" "}
              {limitsInWords(all?.limits ?? null)}). {all && `${flagNames[all.flag]}.`}{" "}
              {marked.length > 0 && `Let op: ${marked.map(({ name, flag }) => `${name} (${flagNames[flag].toLowerCase()})`).join(", ")}.`}
            </li>
          );
        })}
        <li>
          <b>Acties:</b> {late === 0 ? "geen actie is te laat." : late === 1 ? "één actie is te laat." : `${late} acties zijn te laat.`}
        </li>
      </ul>
    </Card>
  );
}
