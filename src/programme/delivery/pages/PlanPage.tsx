import { Alert } from "../../../design/Alert.tsx";
import type { Errors, Values } from "../../../design/Errors.ts";
import { FormPage } from "../../../design/FormPage.tsx";
import { HiddenField } from "../../../design/HiddenField.tsx";
import { Select } from "../../../design/Select.tsx";
import { TextArea } from "../../../design/TextArea.tsx";
import { TextField } from "../../../design/TextField.tsx";
import { familyHeading } from "../../../registry/personName.ts";
import type { FamilyVisits } from "../server/readVisits.ts";
import type { CareVisit } from "../visit.ts";
import { careHref, visitHref } from "./visitHref.ts";
import { timesOf } from "./visitFields.ts";
import { VisitTimes } from "./VisitTimes.tsx";

type Props = Readonly<{ data: FamilyVisits & { readonly visit?: CareVisit }; values: Values; errors: Errors }>;

/** Plans visits of the maternity week, or one visit anew. */
export function PlanPage({ data, values, errors }: Props) {
  const { line, family, visit } = data;
  const action = visit ? `${visitHref(visit)}/verzetten` : `/gezinnen/${line.id}/bezoeken/nieuw`;
  const shown = Object.keys(values).length > 0 ? values : firstValues(data);
  return (
    <FormPage
      title={visit ? "Bezoek verzetten" : "Bezoek plannen"}
      sub={familyHeading(family.members)}
      back={visit ? { href: visitHref(visit), label: "Bezoek" } : { href: careHref(line.id), label: "Kraamzorg" }}
      action={action}
      values={shown}
      errors={errors}
      version={visit?.version}
      draft={`bezoek-${visit?.id ?? line.id}`}
      button={visit ? "Verzetten" : "Plannen"}
      leave="Niet plannen"
      above={<AfterLossNote data={data} />}
    >
      {!visit && <HiddenField name="id" value={idOf(values)} />}
      <Select
        name="assistant"
        label="Wie gaat er?"
        options={data.assistants.map(({ id, name }) => ({ value: id, label: name }))}
        hint={wasThere(data)}
      />
      <VisitTimes asked={visit ? "Op welke dag?" : "Vanaf welke dag?"} />
      {!visit && (
        <TextField name="times" label="Hoeveel dagen achter elkaar?" type="number" width="short" hint="Elke dag op dezelfde tijd." />
      )}
      <TextArea
        name="agreed"
        label="Wat is er afgesproken?"
        optional
        rows={3}
        maxLength={1000}
        hint="De kraamverzorgende ziet dit op haar dag."
      />
      <TextArea name="why" label="Waarom zo?" optional rows={2} maxLength={2000} hint="Alleen als er tegelijk een collega is." />
    </FormPage>
  );
}

/** The id is made once, with the form: sent twice it is one visit. */
const idOf = (values: Values): string => (typeof values["id"] === "string" ? values["id"] : crypto.randomUUID());

function firstValues({ visit, visits }: Props["data"]): Values {
  if (visit)
    return {
      ...timesOf(visit.plannedFrom, visit.plannedUntil),
      assistant: visit.assistantId,
      agreed: visit.agreed ?? "",
      why: visit.why ?? "",
    };
  const last = visits.findLast(({ state }) => state === "planned" || state === "delivered");
  return { times: "1", from: "9:00", until: "12:00", ...(last ? { assistant: last.assistantId } : {}) };
}

function wasThere({ visits, assistants }: Props["data"]): string | undefined {
  const last = visits.findLast(({ state }) => state === "delivered");
  return last && assistants.some(({ id }) => id === last.assistantId) ? `${last.assistant} kwam hier het laatst.` : undefined;
}

/** In quiet words: a professional decides with the family how it goes on [domain 3.10]. */
export function AfterLossNote({ data: { line } }: Readonly<{ data: Pick<FamilyVisits, "line"> }>) {
  if (line.lossOn === null) return null;
  return (
    <Alert title="In dit gezin was een verlies" tone="info">
      <p>Plan alleen wat met het gezin is besproken. De verloskundige weet wat past.</p>
    </Alert>
  );
}
