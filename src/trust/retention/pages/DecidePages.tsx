import { Button } from "../../../design/Button.tsx";
import { ButtonRow } from "../../../design/ButtonRow.tsx";
import type { Errors, Values } from "../../../design/Errors.ts";
import { Form } from "../../../design/Form.tsx";
import { FormPage } from "../../../design/FormPage.tsx";
import { Page } from "../../../design/Page.tsx";
import { RadioGroup } from "../../../design/RadioGroup.tsx";
import { Alert } from "../../../design/Alert.tsx";
import { choicesOf } from "../../../design/choicesOf.ts";
import { extendReasons, keepReasons, type RecordKind } from "../retention.ts";
import { extendReasonNames, keepReasonNames, kindNames } from "../retention.texts.ts";
import { neverOnRequest, proposeKept } from "../rules/proposeKept.ts";
import type { WholeRequest } from "../server/requestDestruction.ts";

type Props = Readonly<{ data: WholeRequest; values: Values; errors: Errors }>;

/** Name of the field of one kind of record. */
export const fieldOf = (kind: RecordKind): string => `soort-${kind}`;

/** The kinds of record that a request is about. */
const kindsOf = ({ overview }: WholeRequest): readonly RecordKind[] => [...new Set(overview.map(({ kind }) => kind))];

/** The privacy officer decides, kind by kind; the proposal is filled in. */
export function DecidePage({ data, values, errors }: Props) {
  const { request } = data;
  const kinds = kindsOf(data);
  const proposed = Object.fromEntries(kinds.map((kind) => [fieldOf(kind), proposeKept(kind, request.concerns) ?? "destroy"]));
  return (
    <FormPage
      title="Beslissen"
      back={{ href: `/vernietiging/${request.id}`, label: "Verzoek" }}
      action={`/vernietiging/${request.id}/besluit`}
      errors={errors}
      values={{ ...proposed, ...values }}
      button="Besluit vastleggen"
      leave="Niet nu"
      above={
        <Alert title="De regel">
          Wie erom vraagt, krijgt haar dossier vernietigd. Het blijft alleen als een ander er groot belang bij heeft of als de wet het zegt
          (BW 7:455). Een tweede persoon bevestigt uw besluit met het gezin.
        </Alert>
      }
    >
      {kinds.map((kind) => (
        <RadioGroup key={kind} name={fieldOf(kind)} label={kindNames[kind]} options={optionsFor(kind)} />
      ))}
    </FormPage>
  );
}

function optionsFor(kind: RecordKind) {
  const always = neverOnRequest(kind);
  if (always !== null) return [{ value: always, label: `Bewaren. ${keepReasonNames[always]}` }];
  return [
    { value: "destroy", label: "Vernietigen" },
    ...keepReasons.filter((reason) => reason !== "accounts").map((value) => ({ value, label: `Bewaren. ${keepReasonNames[value]}` })),
  ];
}

export function ExtendPage({ data: { request }, values, errors }: Props) {
  return (
    <Page
      title="Meer tijd nodig"
      width="narrow"
      back={{ href: `/vernietiging/${request.id}`, label: "Verzoek" }}
      errors={errors}
      sub="Eén keer mag er twee maanden bij. Wie het vroeg, hoort dat met de reden."
    >
      <Form action={`/vernietiging/${request.id}/verlengen`} values={values} errors={errors}>
        <RadioGroup name="because" label="Waarom?" options={choicesOf(extendReasons, extendReasonNames)} />
        <ButtonRow>
          <Button>Termijn verlengen</Button>
        </ButtonRow>
      </Form>
    </Page>
  );
}
