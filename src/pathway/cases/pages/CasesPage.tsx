import { Card } from "../../../design/Card.tsx";
import { CountCards } from "../../../design/CountCards.tsx";
import { EmptyState } from "../../../design/EmptyState.tsx";
import { LinkButton } from "../../../design/LinkButton.tsx";
import { Page } from "../../../design/Page.tsx";
import { Pagination } from "../../../design/Pagination.tsx";
import { SectionNav } from "../../../design/SectionNav.tsx";
import { Stack } from "../../../design/Stack.tsx";
import { formatDay } from "../../../kit/day.ts";
import type { WorkKinds } from "../../trajectory/workKind.ts";
import type { CaseScope } from "../cases.ts";
import type { CaseChoice, CasesView } from "../server/readCases.ts";
import { addressOfCases } from "./casesAddress.ts";
import { CaseFilter } from "./CaseFilter.tsx";
import { QuietTable } from "./QuietTable.tsx";
import { StuckTable } from "./StuckTable.tsx";

export type CasesProps = Readonly<{ view: CasesView; kinds: WorkKinds; me: string; organisation: string }>;

const scopeLabels: Readonly<Record<CaseScope, (organisation: string) => string>> = {
  municipality: (organisation) => organisation,
  lead: () => "Mijn regie",
};

/** All cases by what is stuck: why, how long and with whom. What is stuck longest comes first. */
export function CasesPage({ view, kinds, me, organisation }: CasesProps) {
  const { choice, scopes, counts, today, page, pages } = view;
  const at = (change: Partial<CaseChoice>) => addressOfCases({ ...choice, reason: null, whom: null, page: 1, ...change });
  return (
    <Page title="Casussen" width="wide" sub={formatDay(today)}>
      <Stack>
        {scopes.length > 1 && (
          <SectionNav
            label="Welke casussen"
            items={scopes.map((scope) => ({
              href: at({ scope, show: "stuck" }),
              label: scopeLabels[scope](organisation),
              current: scope === choice.scope,
            }))}
          />
        )}
        <CountCards
          label="Hoe het staat"
          counts={[
            {
              count: counts.stuck,
              label: counts.stuck === 1 ? "ding zit vast" : "dingen zitten vast",
              href: at({ show: "stuck" }),
              tone: "late",
            },
            { count: counts.mine, label: "door mij opgepakt", href: at({ show: "mine" }), tone: "soon" },
            { count: counts.quiet, label: counts.quiet === 1 ? "casus loopt" : "casussen lopen", href: at({ show: "quiet" }) },
          ]}
        />
        {choice.show === "quiet" ? (
          <Card title="Casussen waar niets vastzit">
            <QuietTable lines={view.quiet} today={today} />
          </Card>
        ) : (
          <>
            <CaseFilter view={view} />
            <Card title={choice.show === "mine" ? "Door mij opgepakt" : "Wat zit vast"}>
              <StuckTable view={view} kinds={kinds} me={me} empty={<Empty view={view} />} />
            </Card>
          </>
        )}
        <Pagination page={page} pages={pages} href={(to) => addressOfCases({ ...choice, page: to })} />
      </Stack>
    </Page>
  );
}

function Empty({ view: { choice, counts } }: Readonly<{ view: CasesView }>) {
  const filtered = choice.reason !== null || choice.whom !== null;
  const all = addressOfCases({ ...choice, show: "stuck", reason: null, whom: null, page: 1 });
  if (filtered)
    return (
      <EmptyState title="Hier zit niets meer vast" action={<LinkButton href={all}>Alles wat vastzit</LinkButton>}>
        Met deze keuze is er niets te zien.
      </EmptyState>
    );
  if (choice.show === "mine")
    return (
      <EmptyState
        title="U pakte nog niets op"
        action={counts.stuck > 0 ? <LinkButton href={all}>Alles wat vastzit</LinkButton> : undefined}
      >
        Met “Ik pak dit op” ziet iedereen die de casus volgt dat u ermee bezig bent.
      </EmptyState>
    );
  return counts.quiet > 0 ? (
    <EmptyState title="Er zit niets vast">
      Alles loopt. Zodra iets over zijn termijn gaat, staat het hier, met wie u kunt bellen.
    </EmptyState>
  ) : (
    <EmptyState title={choice.scope === "lead" ? "U bent van geen gezin casusregisseur" : "Er zijn nog geen casussen die u mag zien"}>
      {choice.scope === "lead"
        ? "Neemt u de regie van een gezin aan, dan ziet u hier wat er vastzit."
        : "Hier komen gezinnen uit uw gemeente op route 2 en 3 die goedvinden dat uw organisatie meekijkt."}
    </EmptyState>
  );
}
