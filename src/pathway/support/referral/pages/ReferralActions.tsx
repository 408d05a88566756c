import { ActionForm } from "../../../../design/ActionForm.tsx";
import { ButtonRow } from "../../../../design/ButtonRow.tsx";
import { LinkButton } from "../../../../design/LinkButton.tsx";
import { openStates, type ReferralMove } from "../referral.ts";
import { decideMove } from "../rules/referralMoves.ts";
import type { ReferralData } from "../server/readReferral.ts";
import { moveWords } from "./referralWords.ts";

const buttons: Readonly<
  Record<Exclude<ReferralMove, "accept">, { readonly text: string; readonly variant: "primary" | "secondary" | "quiet" }>
> = {
  start: { text: "Wij zijn begonnen", variant: "primary" },
  complete: { text: "Afronden", variant: "primary" },
  waitlist: { text: "Op de wachtlijst", variant: "secondary" },
  decline: { text: "Wij kunnen dit niet doen", variant: "secondary" },
  stop: { text: "Stoppen", variant: "secondary" },
  withdraw: { text: "Intrekken", variant: "quiet" },
};

/** Who asked and got no help asks another, from the same part of the plan. */
const mayAskAnother = ({ candidate: { status }, sides, family, others }: ReferralData): boolean =>
  sides.asking &&
  family !== null &&
  (status.state === "declined" || status.state === "stopped") &&
  !others.some((one) => openStates.includes(one.status.state));

/** The buttons of who looks: exactly the moves that are possible now, the likeliest first. */
export function ReferralActions({ data }: Readonly<{ data: ReferralData }>) {
  const { candidate, sides, consent, told, room } = data;
  const { status, way } = candidate;
  const base = `/gezinnen/${candidate.trajectoryId}/verwijzingen/${candidate.id}`;
  const can = (move: ReferralMove) => decideMove(move, { state: status.state, way, sides, consent, room }) === "go";
  const forms = (Object.keys(buttons) as (keyof typeof buttons)[]).filter(can);
  const answersFor = !sides.asked && sides.asking;
  return (
    <ButtonRow>
      {can("accept") &&
        (answersFor ? (
          <LinkButton href={`${base}/${moveWords.accept}`} variant="primary">
            De partner nam het aan
          </LinkButton>
        ) : (
          <ActionForm action={`${base}/aannemen-nu`} hidden={{ version: candidate.version }} variant="primary" button="Ik neem het aan" />
        ))}
      {status.state === "waitlisted" && (sides.asked || sides.asking) && <LinkButton href={`${base}/overbruggen`}>Overbruggen</LinkButton>}
      {status.state === "started" && can("complete") && <LinkButton href={`${base}/bericht`}>Laten weten hoe het gaat</LinkButton>}
      {forms.map((move) => (
        <LinkButton key={move} href={`${base}/${moveWords[move]}`} variant={buttons[move].variant}>
          {buttons[move].text}
        </LinkButton>
      ))}
      {mayAskAnother(data) && (
        <LinkButton
          href={`/gezinnen/${candidate.trajectoryId}/verwijzingen/nieuw${data.plan === null ? "" : `?bij=${data.plan.kind === "question" ? "q" : "a"}.${data.plan.about}`}`}
          variant="primary"
        >
          Een ander vragen
        </LinkButton>
      )}
      {told && <ActionForm action={`${base}/gezien`} button="Gelezen" />}
    </ButtonRow>
  );
}
