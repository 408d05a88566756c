import { ActionForm } from "../../../design/ActionForm.tsx";
import { ButtonRow } from "../../../design/ButtonRow.tsx";
import { LinkButton } from "../../../design/LinkButton.tsx";

/** The two answers to the question to lead. */
export const answersOf = (transferId: string) => (
  <ButtonRow>
    <ActionForm action={`/regie/${transferId}/aannemen`} variant="primary" button="Ik neem de regie aan" />
    <LinkButton href={`/regie/${transferId}/afwijzen`}>Ik neem haar niet aan</LinkButton>
  </ButtonRow>
);
