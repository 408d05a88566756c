import type { Errors, Values } from "../../../design/Errors.ts";
import { FormPage } from "../../../design/FormPage.tsx";
import { RadioGroup } from "../../../design/RadioGroup.tsx";
import { Select } from "../../../design/Select.tsx";
import { TextArea } from "../../../design/TextArea.tsx";
import { familyHeading } from "../../../registry/personName.ts";
import { endingMovesNow } from "../rules/visitMoves.ts";
import { whyCodes } from "../rules/whyCodes.ts";
import type { OneVisit } from "../server/readVisits.ts";
import { endingNames, whyNames } from "../visit.texts.ts";
import { visitHref } from "./visitHref.ts";
import { whenOf } from "./whenOf.ts";

/** A visit that does not take place: what happened, and why. */
export function EndVisitPage({ data, values, errors }: Readonly<{ data: OneVisit; values: Values; errors: Errors }>) {
  const { visit, family, mayPlan, me } = data;
  const possible = endingMovesNow({ state: visit.state, mayPlan, own: visit.assistantId === me });
  const reasons = possible.flatMap((move) =>
    whyCodes[move].map((code) => ({ value: `${move}.${code}`, label: whyNames[code], group: endingNames[move].label })),
  );
  const [only] = possible;
  return (
    <FormPage
      title={visit.state === "delivered" ? "Bezoek terugnemen" : "Bezoek gaat niet door"}
      sub={`${familyHeading(family.members)}, ${whenOf(visit)}`}
      back={{ href: visitHref(visit), label: "Bezoek" }}
      action={`${visitHref(visit)}/niet-doorgegaan`}
      values={values}
      errors={errors}
      version={visit.version}
      button="Vastleggen"
      leave="Terug"
    >
      {possible.length > 1 || only === undefined ? (
        <Select name="reason" label="Wat is er gebeurd, en waarom?" options={reasons} />
      ) : (
        <RadioGroup name="reason" label={endingNames[only].label} options={reasons.map(({ value, label }) => ({ value, label }))} />
      )}
      <TextArea name="why" label="Toelichting" optional rows={3} maxLength={2000} hint="Nodig bij ‘iets anders’." />
    </FormPage>
  );
}
