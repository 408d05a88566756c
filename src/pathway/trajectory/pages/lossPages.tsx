import { ActionForm } from "../../../design/ActionForm.tsx";
import { Card } from "../../../design/Card.tsx";
import { DateField } from "../../../design/DateField.tsx";
import { Facts } from "../../../design/Facts.tsx";
import { Page } from "../../../design/Page.tsx";
import { RadioGroup } from "../../../design/RadioGroup.tsx";
import { Select } from "../../../design/Select.tsx";
import { formatDay } from "../../../kit/day.ts";
import { fullName } from "../../../registry/personName.ts";
import type { WholeLine } from "../server/changingLine.ts";
import { lossNames, type Loss } from "../trajectory.texts.ts";
import { LineForm, type FormState } from "./LineForm.tsx";

/** A loss, in few words: what it does and does not do, and then two questions. */
export function LossPage({ whole, ...state }: FormState & { whole: WholeLine }) {
  const { line, family } = whole;
  if (line.lossOn !== null) return <RecordedLoss whole={whole} />;
  const kinds: readonly Loss[] = line.bornOn === null ? ["pregnancy", "one_of_more"] : ["child", "one_of_more", "pregnancy"];
  const children = family.members.filter(({ id }) => whole.details.births.some(({ childId }) => childId === id));
  return (
    <LineForm
      {...state}
      title="Verlies vastleggen"
      path="verlies"
      version={line.version}
      button="Vastleggen"
      sub={
        <>
          Wieg stuurt dit gezin daarna niets meer vanzelf: geen uitnodiging, herinnering, vragenlijst of brief. Steun, toegang, regie en
          afspraken gaan door. Wie betrokken is en dit gezin mag zien, krijgt direct bericht in Wieg. In de mail staat er niets over.
        </>
      }
    >
      <RadioGroup
        name="kind"
        label="Wat verloor het gezin?"
        options={kinds.map((value) => ({
          value,
          label: lossNames[value],
          ...(value === "one_of_more" ? { hint: "De lijn gaat verder voor het andere kind." } : {}),
        }))}
      />
      {children.length > 0 && (
        <Select
          name="child"
          label="Welk kind?"
          optional
          empty="Niet van toepassing"
          options={children.map((child) => ({ value: child.id, label: fullName(child) }))}
        />
      )}
      <DateField name="on" label="Op welke dag?" />
    </LineForm>
  );
}

function RecordedLoss({ whole: { line, details } }: { whole: WholeLine }) {
  return (
    <Page title="Verlies" width="narrow" back={{ href: `/gezinnen/${line.id}`, label: "Gezin" }}>
      <Card title="Wat is vastgelegd">
        <Facts
          facts={[
            { label: "Wat", value: details.loss === null ? "" : lossNames[details.loss] },
            { label: "Wanneer", value: line.lossOn === null ? "" : formatDay(line.lossOn) },
            { label: "Wat doorgaat", value: "steun, toegang, regie en afspraken" },
            { label: "Wat stopt", value: "alles wat Wieg vanzelf zou sturen of vragen" },
          ]}
        />
        <ActionForm
          action={`/gezinnen/${line.id}/verlies/terug`}
          button="Dit was een vergissing"
          variant="quiet"
          hidden={{ version: line.version }}
          confirm="Het verlies wordt teruggenomen. Herinneringen en uitnodigingen kunnen daarna weer uitgaan."
          confirmButton="Ja, terugnemen"
        />
      </Card>
    </Page>
  );
}
