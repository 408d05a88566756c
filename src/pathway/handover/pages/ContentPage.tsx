import { Alert } from "../../../design/Alert.tsx";
import { DateField } from "../../../design/DateField.tsx";
import type { Errors, Values } from "../../../design/Errors.ts";
import { Facts } from "../../../design/Facts.tsx";
import { FormPage } from "../../../design/FormPage.tsx";
import { RadioGroup } from "../../../design/RadioGroup.tsx";
import { TextArea } from "../../../design/TextArea.tsx";
import { formatShortDay } from "../../../kit/day.ts";
import { headings } from "../handover.ts";
import { headingHints, headingNames, momentNames } from "../handover.texts.ts";
import type { HandoverData } from "../server/readHandover.ts";
import { knownWords, receiverValue } from "./handoverFields.ts";
import { ReceiverField } from "./ReceiverField.tsx";

type Props = Readonly<{ data: HandoverData; values: Values; errors: Errors }>;

/** What the handover tells, as it was drawn from the plan, to be mended; and who receives it. */
export function ContentPage({ data, values, errors }: Props) {
  const { handover, familyName, receivers, words } = data;
  const base = `/gezinnen/${handover.trajectoryId}/overdrachten/${handover.id}`;
  const known: Values = {
    ...knownWords(words),
    momentOn: formatShortDay(handover.momentOn),
    stays: handover.senderStays ? "ja" : "nee",
    ...(handover.to === null || handover.toRole === null
      ? {}
      : { receiver: receiverValue({ organisationId: handover.to.organisationId, role: handover.toRole }) }),
  };
  return (
    <FormPage
      title="Overdracht voorbereiden"
      heading={momentNames[handover.moment]}
      sub={familyName ?? undefined}
      back={{ href: base, label: "Overdracht" }}
      action={`${base}/inhoud`}
      errors={errors}
      values={{ ...known, ...values }}
      version={handover.version}
      draft={`overdracht-${handover.id}`}
      button="Bewaren"
      leave="Terug"
    >
      <BothWords data={data} values={values} errors={errors} />
      <p>Dit stond al in het plan en bij de signalen. Lees het na, haal weg wat niet mee hoeft en vul aan.</p>
      {headings.map((heading) => (
        <TextArea
          key={heading}
          name={heading}
          label={headingNames[heading]}
          hint={headingHints[heading]}
          optional
          rows={4}
          maxLength={4000}
        />
      ))}
      <ReceiverField receivers={receivers} />
      <DateField name="momentOn" label="Uiterlijk gehouden op" />
      <RadioGroup
        name="stays"
        label="Blijft uw organisatie daarna ook betrokken?"
        options={[
          { value: "ja", label: "Ja, wij blijven dit gezin ook zelf zien" },
          {
            value: "nee",
            label: "Nee",
            hint: "Twee weken na het gesprek eindigt uw betrokkenheid. Wat u zelf vastlegde, blijft u zien.",
          },
        ]}
      />
    </FormPage>
  );
}

/** A colleague saved meanwhile: what she wrote stands above what was typed here. */
function BothWords({ data: { words }, values, errors }: Props) {
  if (errors["form"] === undefined) return null;
  const differ = words.filter(({ heading, words: now }) => typeof values[heading] === "string" && values[heading] !== now);
  return differ.length === 0 ? null : (
    <Alert title="Zo staat het er nu" tone="soon">
      <Facts facts={differ.map(({ heading, words: now }) => ({ label: headingNames[heading], value: now === "" ? "(leeg)" : now }))} />
      <p>Hieronder staat wat u typte. Bewaart u het, dan geldt dat.</p>
    </Alert>
  );
}
