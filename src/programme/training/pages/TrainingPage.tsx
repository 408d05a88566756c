import { Card } from "../../../design/Card.tsx";
import { EmptyState } from "../../../design/EmptyState.tsx";
import { FillingBar } from "../../../design/FillingBar.tsx";
import { LinkButton } from "../../../design/LinkButton.tsx";
import { Page } from "../../../design/Page.tsx";
import { ProgrammeSwitch } from "../../configuration/pages/switchDoor.tsx";
import type { TrainingOverview } from "../server/readTraining.ts";
import { ColleaguesCard } from "./ColleaguesCard.tsx";
import { OwnTrainingCard } from "./OwnTrainingCard.tsx";
import { SessionsCard } from "./SessionsCard.tsx";

const home = "/geboortezorg-flex/scholing";

/** Training: all of it for who plans, her own part for a colleague, what is open to partners, and figures for who steers. */
export function TrainingPage({ overview }: Readonly<{ overview: TrainingOverview }>) {
  const { programme, programmes, view, sessions, today, colleagues } = overview;
  const back = { href: "/geboortezorg-flex", label: "Geboortezorg Flex" };
  if (!programme)
    return (
      <Page title="Scholing" back={back}>
        <EmptyState title="Er loopt nu geen programma">Zodra er een programma loopt, staat hier welke scholing erbij hoort.</EmptyState>
      </Page>
    );
  const coming = sessions.filter(({ onDay }) => onDay >= today);
  const all = view === "keeps" || view === "reads";
  const held = sessions.filter(({ onDay, mine }) => onDay < today && (all || mine !== null)).toReversed();
  return (
    <Page
      title="Scholing"
      back={back}
      sub="Voor flexibele kraamzorg na de tiende dag (pijler 2) is scholing nodig."
      actions={
        view === "keeps" && (
          <LinkButton href={`${home}/nieuw`} variant="primary">
            Bijeenkomst plannen
          </LinkButton>
        )
      }
    >
      <ProgrammeSwitch address={home} programmes={programmes} current={programme.code} />
      {view === "own" && colleagues[0] && <OwnTrainingCard colleague={colleagues[0]} programme={programme} />}
      {view !== "own" && view !== "partner" && <ProgressCard overview={overview} />}
      {all && <ColleaguesCard overview={overview} />}
      {view !== "steers" && (
        <SessionsCard title="Bijeenkomsten die komen" sessions={coming} modules={overview.modules} today={today} view={view} />
      )}
      {view !== "steers" && held.length > 0 && (
        <SessionsCard title="Geweest" sessions={held} modules={overview.modules} today={today} view={view} />
      )}
    </Page>
  );
}

function ProgressCard({ overview: { counts, programme, ambassadors, view } }: Readonly<{ overview: TrainingOverview }>) {
  const first = programme?.settings.training.ambassadors.first ?? 0;
  return (
    <Card title="Hoe ver wij zijn">
      {counts.map(({ module, needed, trained }) => (
        <FillingBar
          key={module.code}
          label={module.name}
          part={trained}
          whole={Math.max(1, needed)}
          text={`${trained} van ${needed} kraamverzorgenden`}
          tone={trained === needed && needed > 0 ? "ok" : "soon"}
        />
      ))}
      {view !== "steers" && (
        <FillingBar
          label="Ambassadeurs"
          part={Math.min(ambassadors, first)}
          whole={first}
          text={`${ambassadors} van ongeveer ${first}: zij leren het hun collega's`}
          tone="info"
        />
      )}
    </Card>
  );
}
