import { Card } from "../../../design/Card.tsx";
import { EmptyState } from "../../../design/EmptyState.tsx";
import { Page } from "../../../design/Page.tsx";
import { SectionNav } from "../../../design/SectionNav.tsx";
import { themes } from "../interviews.ts";
import { sayStratum, themeNames } from "../interviews.texts.ts";
import type { ThemesView } from "../server/readInterviews.ts";
import { interviewsAddress } from "./address.ts";

/** All that was said in the interviews of a study, by theme. Quotes only of who allows it now. */
export function ThemesPage({ data: { studies, study, notes } }: Readonly<{ data: ThemesView }>) {
  const told = themes.filter((theme) => notes.some((note) => note.theme === theme));
  return (
    <Page
      title="Wat er gezegd is"
      sub={studies.find(({ code }) => code === study)?.name}
      back={{ href: interviewsAddress, label: "Gesprekken" }}
    >
      <SectionNav
        label="Deel"
        items={studies.map(({ code, name }) => ({ href: `${interviewsAddress}/themas?deel=${code}`, label: name }))}
      />
      {told.length === 0 && (
        <Card>
          <EmptyState title="Nog niets genoteerd">Aantekeningen van gesprekken staan hier bij elkaar, per thema.</EmptyState>
        </Card>
      )}
      {told.map((theme) => (
        <Card key={theme} title={themeNames[theme]}>
          <ul>
            {notes
              .filter((note) => note.theme === theme)
              .map(({ id, quote, text, kind, stratum }) => (
                <li key={id}>
                  {quote ? <q>{text}</q> : text} <span className="wieg-note">({kind === "family" ? "gezin" : sayStratum(stratum)})</span>
                </li>
              ))}
          </ul>
        </Card>
      ))}
      <p className="wieg-hint">
        Wie het aanhalen intrekt, of niet meer meedoet, staat hier niet meer. Wat al gepubliceerd is, kan niet terug.
      </p>
    </Page>
  );
}
