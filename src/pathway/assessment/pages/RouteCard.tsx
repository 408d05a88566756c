import { Card } from "../../../design/Card.tsx";
import { EmptyState } from "../../../design/EmptyState.tsx";
import { LinkButton } from "../../../design/LinkButton.tsx";
import { Steps } from "../../../design/Steps.tsx";
import { Tag } from "../../../design/Tag.tsx";
import { formatDay, type Day } from "../../../kit/day.ts";
import { isRole } from "../../../trust/access/route.ts";
import { roleNames } from "../../../trust/access/roles.texts.ts";
import { categoryLabel, categoryNames, definition, routeMeanings, stepNames } from "../assessment.texts.ts";
import { proposalSentence } from "../rules/proposalSentence.ts";
import type { CategoryRow } from "../server/assessment.store.ts";
import type { RouteSection } from "../server/readSection.ts";
import { StepTerm } from "./StepTerm.tsx";
import { StepActions } from "./StepActions.tsx";

type Props = { trajectoryId: string; data: RouteSection; mayWrite: boolean; today: Day };

/** The category with its date and by whom, and the route as steps with their terms. */
export function RouteCard({ trajectoryId, data, mayWrite, today }: Props) {
  const { newest } = data;
  if (newest === null)
    return (
      <Card title="Categorie en route">
        <EmptyState
          title="Nog geen inschatting"
          action={
            <LinkButton href={`/gezinnen/${trajectoryId}/inschatting`} variant="primary">
              Inschatting maken
            </LinkButton>
          }
        >
          Met drie vragen doet Wieg een voorstel voor de categorie. U beslist. Daarna staat hier wat er moet gebeuren, met de termijnen.
        </EmptyState>
      </Card>
    );
  return (
    <Card
      title={`Route ${newest.route}`}
      tag={<Tag tone="category">{categoryLabel(newest.category)}</Tag>}
      action={mayWrite ? <LinkButton href={`/gezinnen/${trajectoryId}/inschatting`}>Opnieuw inschatten</LinkButton> : undefined}
    >
      <CategoryLine trajectoryId={trajectoryId} data={data} newest={newest} />
      <p>{routeMeanings[newest.route]}</p>
      {data.steps.length > 0 ? (
        <Steps
          label={`Stappen van route ${newest.route}`}
          steps={data.steps.map((step) => ({
            title: stepNames[step.step].title,
            state: step.state === "declined" ? "later" : step.state,
            when: <StepTerm step={step} today={today} />,
            children: <StepActions trajectoryId={trajectoryId} step={step} mayWrite={mayWrite} />,
          }))}
        />
      ) : (
        <p>Er staat nu geen stap open. Let op nieuwe risico's, en schat opnieuw in als er iets verandert.</p>
      )}
    </Card>
  );
}

function CategoryLine({ trajectoryId, data, newest }: { trajectoryId: string; data: RouteSection; newest: CategoryRow }) {
  const last = data.history[0]?.id === newest.assessmentId ? data.history[0] : undefined;
  const { role, organisation } = newest.assessedBy;
  return (
    <>
      <p>
        <b>
          {newest.category}, {categoryNames[newest.category]}
        </b>
        , op {formatDay(newest.assessedOn)} door {last?.professional ? `${last.professional}, ` : ""}
        {isRole(role) ? roleNames[role] : role}, {organisation}.{" "}
        {data.confirmed ? (
          <Tag tone="ok">{`samen bevestigd op ${formatDay(data.confirmed.on)}`}</Tag>
        ) : (
          last && newest.route > 1 && <Tag>nog niet samen bevestigd</Tag>
        )}
      </p>
      {last && (
        <p>
          {last.judgements ? `Voorstel was ${proposalSentence(last.judgements, last.riskCount)}` : "Na het prenataal huisbezoek."}{" "}
          {last.reason && `Toelichting: “${last.reason}”`}{" "}
          <a href={definition.href} rel="noreferrer" target="_blank">
            {definition.name}
          </a>
          {" · "}
          <a href={`/gezinnen/${trajectoryId}/inschattingen`}>Alle inschattingen</a>
        </p>
      )}
    </>
  );
}
