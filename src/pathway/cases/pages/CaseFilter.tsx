import { Button } from "../../../design/Button.tsx";
import { Form } from "../../../design/Form.tsx";
import { HiddenField } from "../../../design/HiddenField.tsx";
import { SectionNav } from "../../../design/SectionNav.tsx";
import { Select } from "../../../design/Select.tsx";
import { roleNames } from "../../../trust/access/roles.texts.ts";
import { isRole } from "../../../trust/access/route.ts";
import { stuckReasonNames } from "../cases.texts.ts";
import type { WhomCount } from "../rules/whom.ts";
import type { CasesView } from "../server/readCases.ts";
import { addressOfCases } from "./casesAddress.ts";

/** By reason with one press, and by who it waits for: an organisation, or one person or team of it. */
export function CaseFilter({ view: { choice, counts, reasons, whom } }: Readonly<{ view: CasesView }>) {
  const total = choice.show === "mine" ? counts.mine : counts.stuck;
  if (total === 0) return null;
  const at = (reason: (typeof reasons)[number]["reason"] | null) => addressOfCases({ ...choice, reason, page: 1 });
  const of = reasons.reduce((sum, { count }) => sum + count, 0);
  const hidden = [...new URL(addressOfCases({ ...choice, whom: null, page: 1 }), "http://wieg").searchParams];
  return (
    <div className="wieg-case-filter">
      <SectionNav
        label="Reden"
        items={[
          { href: at(null), label: "alles", count: of, current: choice.reason === null },
          ...reasons.map(({ reason, count }) => ({
            href: at(reason),
            label: stuckReasonNames[reason],
            count,
            current: reason === choice.reason,
          })),
        ]}
      />
      {(whom.length > 1 || choice.whom !== null) && (
        <Form action="/casussen" method="get" values={{ bij: choice.whom ?? "" }}>
          {hidden.map(([name, value]) => (
            <HiddenField key={name} name={name} value={value} />
          ))}
          <Select
            name="bij"
            label="Bij wie"
            optional
            empty="iedereen"
            options={whom.map((one) => ({
              value: one.id,
              group: one.organisation,
              label: `${whomWords(one)} (${one.count})`,
            }))}
          />
          <Button variant="secondary">Toon</Button>
        </Form>
      )}
    </div>
  );
}

function whomWords({ professional, role, organisation }: WhomCount): string {
  if (professional !== null) return professional;
  return role === null ? organisation : `heel het team (${isRole(role) ? roleNames[role] : role})`;
}
