import { ActionForm } from "../../../design/ActionForm.tsx";
import { Card } from "../../../design/Card.tsx";
import { SectionNav } from "../../../design/SectionNav.tsx";
import { isRole } from "../../access/route.ts";
import { roleNames } from "../../access/roles.texts.ts";
import type { Job } from "../server/session.store.ts";
import { beginWith, groups } from "./demonstrationPeople.texts.ts";

/** Everyone of the demonstration region, by what they do: one press is a sign-in. */
export function DemonstrationPeople({ jobs, next }: Readonly<{ jobs: readonly Job[]; next: string }>) {
  const first = Object.keys(beginWith).flatMap((name) => jobs.find((job) => job.name === name) ?? []);
  const others = jobs.filter((job) => !first.includes(job));
  const named = new Set<string>(groups.flatMap(({ roles }) => roles));
  const shown = groups.flatMap((group, place) => {
    const people = others.filter(({ role }) => (group.roles.length > 0 ? group.roles.some((one) => one === role) : !named.has(role)));
    return people.length > 0 ? [{ ...group, people, id: `groep-${place + 1}` }] : [];
  });
  return (
    <>
      <Card title="Kies wie u bent in de demonstratieregio">
        <p>Iedereen hier is verzonnen. Elke rol ziet iets anders: probeer er een paar.</p>
        {first.length > 0 && (
          <>
            <h3>Begin met</h3>
            <People people={first} next={next} />
          </>
        )}
        {first.length > 0 && <SectionNav label="Alle anderen" items={shown.map(({ id, short }) => ({ href: `#${id}`, label: short }))} />}
      </Card>
      {shown.map(({ id, title, sees, people }) => (
        <Card key={id} id={id} title={title}>
          <p>{sees}</p>
          <People people={people} next={next} />
        </Card>
      ))}
    </>
  );
}

function People({ people, next }: Readonly<{ people: readonly Job[]; next: string }>) {
  return (
    <ul className="wieg-people">
      {people.map(({ membershipId, name, role, organisation }) => (
        <li key={membershipId}>
          <ActionForm
            action="/aanmelden/demonstratie"
            hidden={{ membership: membershipId, naar: next }}
            button={name}
            label={`Aanmelden als ${name}`}
          />
          <span>
            {isRole(role) ? roleNames[role] : role}, {organisation}
          </span>
          {beginWith[name] !== undefined && <span>{beginWith[name]}</span>}
        </li>
      ))}
    </ul>
  );
}
