import { ActionForm } from "../../../design/ActionForm.tsx";
import { ButtonRow } from "../../../design/ButtonRow.tsx";
import { LinkButton } from "../../../design/LinkButton.tsx";
import type { HandoverMove } from "../handover.ts";
import { decideMove } from "../rules/handoverMoves.ts";
import type { HandoverData } from "../server/readHandover.ts";

/** The buttons of who looks: exactly the moves that are possible now, the likeliest first. */
export function HandoverActions({ data }: Readonly<{ data: HandoverData }>) {
  const { handover, sides, consent, told, words, mayPrepare } = data;
  const { status } = handover;
  const base = `/gezinnen/${handover.trajectoryId}/overdrachten/${handover.id}`;
  const can = (move: HandoverMove) =>
    decideMove(move, { state: status.state, sides, consent }) === "go" &&
    (mayPrepare || !["change", "offer", "give", "withdraw"].includes(move));
  const readable = words.some((entry) => entry.words.trim() !== "");
  return (
    <ButtonRow>
      {can("accept") && (
        <ActionForm
          action={`${base}/overnemen`}
          hidden={{ version: handover.version }}
          variant="primary"
          button="Ondertekenen en overnemen"
          confirm={`U tekent met uw naam. Vanaf dan is uw organisatie verantwoordelijk voor dit gezin, en ziet u om wie het gaat. Spreek daarna een dag af met ${handover.from.organisation} en het gezin.`}
          confirmButton="Ja, wij nemen het over"
        />
      )}
      {can("offer") && handover.to !== null && (
        <LinkButton href={`${base}/aanbieden`} variant="primary">
          Ondertekenen en aanbieden
        </LinkButton>
      )}
      {can("change") && <LinkButton href={`${base}/inhoud`}>Inhoud nalezen</LinkButton>}
      {can("give") && <LinkButton href={`${base}/meegeven`}>Meegeven buiten Wieg</LinkButton>}
      {can("hold") && (
        <LinkButton href={`${base}/gehouden`} variant="primary">
          Gehouden met het gezin
        </LinkButton>
      )}
      {can("decline") && <LinkButton href={`${base}/afwijzen`}>Wij nemen dit niet over</LinkButton>}
      {can("withdraw") && (
        <LinkButton href={`${base}/intrekken`} variant="quiet">
          Intrekken
        </LinkButton>
      )}
      {told && <ActionForm action={`${base}/gezien`} button="Gelezen" />}
      {readable && <LinkButton href={`${base}/overdracht.pdf`}>Afdrukken (PDF)</LinkButton>}
      {readable && (
        <LinkButton href={`${base}/overdracht.json`} download>
          Voor uw eigen dossier (FHIR)
        </LinkButton>
      )}
    </ButtonRow>
  );
}
