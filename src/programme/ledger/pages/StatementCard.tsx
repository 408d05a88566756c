import { Button } from "../../../design/Button.tsx";
import { ButtonRow } from "../../../design/ButtonRow.tsx";
import { Card } from "../../../design/Card.tsx";
import { Form } from "../../../design/Form.tsx";
import { HiddenField } from "../../../design/HiddenField.tsx";
import { Select } from "../../../design/Select.tsx";
import { funderName, monthName } from "../../funding/funding.texts.ts";
import { sumByFunder } from "../rules/sumMoney.ts";
import type { Money } from "../server/readMoney.ts";

const address = "/geboortezorg-flex/geld/staat";

/** A statement for a funder, as a paper to sign and as a table. */
export function StatementCard({ money: { sums, closings, municipalities, programme } }: Readonly<{ money: Money }>) {
  const funders = sumByFunder(sums).filter(({ of }) => of !== "insurer-unnamed");
  if (funders.length === 0) return null;
  return (
    <Card title="Staat voor een financier" id="staten">
      {closings.length === 0 ? (
        <p>Een staat gaat alleen over maanden die zijn afgesloten. Sluit eerst een maand af.</p>
      ) : (
        <>
          <p>
            Bedragen per maand, met een regel voor de accountant. Een verzekeraar krijgt geen gezinnen, dagen of uren, en maanden met weinig
            gezinnen samen: anders kan hij ze naast zijn eigen declaraties leggen.
          </p>
          <Form action={`${address}.pdf`} method="get" plain values={{ tot: closings[0]?.month ?? "" }}>
            <HiddenField name="programma" value={programme.id} />
            <Select
              name="financier"
              label="Financier"
              options={funders.map(({ of }) => ({ value: of, label: funderName(of, municipalities) }))}
            />
            <Select
              name="tot"
              label="Tot en met"
              empty={null}
              options={closings.map(({ month }) => ({ value: month, label: monthName(month) }))}
            />
            <ButtonRow>
              <Button>Maak de staat (PDF)</Button>
              <Button variant="secondary" formAction={`${address}.csv`}>
                Maak de tabel (CSV)
              </Button>
            </ButtonRow>
          </Form>
        </>
      )}
    </Card>
  );
}
