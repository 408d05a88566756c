import { ActionForm } from "../../../design/ActionForm.tsx";
import { ButtonRow } from "../../../design/ButtonRow.tsx";
import { Card } from "../../../design/Card.tsx";
import { Facts } from "../../../design/Facts.tsx";
import { LinkButton } from "../../../design/LinkButton.tsx";
import { Stack } from "../../../design/Stack.tsx";
import { formatDay } from "../../../kit/day.ts";
import type { Actor } from "../../../platform/db/actor.ts";
import { categoryMeanings, categoryNames, definition } from "../assessment.texts.ts";
import { confirmTogether, sideOf } from "../rules/confirmTogether.ts";
import type { CategoryRow } from "../server/assessment.store.ts";
import type { Confirmation, Said } from "../server/confirmation.store.ts";
import { saidBy } from "./saidBy.ts";

type Props = { trajectoryId: string; asked: Confirmation; newest: CategoryRow | null; actor: Actor };

/** The category that both sides confirm, for who can answer, who waits, and for both when they differ [domain 3.4]. */
export function AskedCards(props: Props) {
  const { asked, actor } = props;
  if (asked.state === "differs") return <Differs {...props} />;
  const { organisationId, professionalId, role } = actor;
  const outcome = confirmTogether(asked, {
    category: asked.category,
    organisationId,
    professionalId,
    role,
    on: asked.openedOn,
    reason: null,
  });
  return "refused" in outcome ? <Waits {...props} /> : <Answer {...props} />;
}

function Answer({ trajectoryId, asked }: Props) {
  const proposal = asked.youth ?? asked.obstetric;
  return (
    <Stack>
      <p>
        <b>Categorie samen bevestigen.</b> {proposal && `${saidBy(proposal)}, stelt ${asked.category} voor.`} Uw antwoord graag uiterlijk{" "}
        {formatDay(asked.dueOn)}.
      </p>
      <Card tone="info" level={3} title={`Voorstel: ${asked.category}, ${categoryNames[asked.category]}`}>
        <p>
          {categoryMeanings[asked.category]}{" "}
          <a href={definition.href} rel="noreferrer" target="_blank">
            {definition.name}
          </a>
        </p>
      </Card>
      <ButtonRow>
        <ActionForm
          action={`/gezinnen/${trajectoryId}/inschatting/bevestigen`}
          variant="primary"
          button={`Ik bevestig ${asked.category}`}
          hidden={{ confirmation: asked.id, version: asked.version, category: asked.category }}
        />
        <LinkButton href={`/gezinnen/${trajectoryId}/inschatting/anders`}>Ik kom tot iets anders</LinkButton>
      </ButtonRow>
    </Stack>
  );
}

function Waits({ asked, actor }: Props) {
  const other = sideOf(actor.role) === "youth" ? "de verloskundige" : "de jeugdverpleegkundige";
  return (
    <p>
      <b>Categorie {asked.category} wacht op bevestiging</b> door {other}, tot {formatDay(asked.dueOn)}.
    </p>
  );
}

function Differs({ trajectoryId, asked }: Props) {
  return (
    <Stack>
      <p>
        <b>U beiden komt tot een andere categorie.</b> Bel elkaar. Daarna maakt een van u een nieuwe inschatting; de ander bevestigt die.
      </p>
      <Facts facts={[asked.obstetric && fact("Geboortezorg", asked.obstetric), asked.youth && fact("JGZ", asked.youth)]} />
      <LinkButton href={`/gezinnen/${trajectoryId}/inschatting`} variant="primary">
        Opnieuw inschatten
      </LinkButton>
    </Stack>
  );
}

const fact = (label: string, said: Said) => ({
  label,
  value: (
    <>
      <b>
        {said.category}, {categoryNames[said.category]}
      </b>
      <small className="wieg-note">
        {saidBy(said)}, {formatDay(said.on)}
      </small>
      {said.reason && <span> “{said.reason}”</span>}
    </>
  ),
});
