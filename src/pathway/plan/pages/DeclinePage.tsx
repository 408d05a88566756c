import { Button } from "../../../design/Button.tsx";
import { ButtonRow } from "../../../design/ButtonRow.tsx";
import type { Errors, Values } from "../../../design/Errors.ts";
import { Form } from "../../../design/Form.tsx";
import { Page } from "../../../design/Page.tsx";
import { TextArea } from "../../../design/TextArea.tsx";
import type { LeadTransfer } from "../caseLead.ts";

/** Declining takes a reason: the one who asked reads it and finds another. */
export function DeclinePage({ data: { transfer }, values, errors }: { data: { transfer: LeadTransfer }; values: Values; errors: Errors }) {
  return (
    <Page
      title="Casusregie niet aannemen"
      heading="U neemt de regie niet aan"
      width="narrow"
      back={{ href: `/regie/${transfer.id}`, label: "Terug naar het verzoek" }}
      errors={errors}
    >
      <p>De casusregisseur blijft wie zij nu is: {transfer.from.organisation}.</p>
      <Form action={`/regie/${transfer.id}/afwijzen`} errors={errors} values={values}>
        <TextArea name="reason" label="Waarom niet?" hint="Wie het vroeg, leest dit en zoekt een ander." rows={3} maxLength={5000} />
        <ButtonRow>
          <Button>Antwoord vastleggen</Button>
        </ButtonRow>
      </Form>
    </Page>
  );
}
