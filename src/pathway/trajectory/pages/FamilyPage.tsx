import type { ReactNode } from "react";
import { Card } from "../../../design/Card.tsx";
import { Columns } from "../../../design/Columns.tsx";
import { EmptyState } from "../../../design/EmptyState.tsx";
import { LinkButton } from "../../../design/LinkButton.tsx";
import { Page } from "../../../design/Page.tsx";
import { SectionNav } from "../../../design/SectionNav.tsx";
import { Stack } from "../../../design/Stack.tsx";
import { Tag } from "../../../design/Tag.tsx";
import { familyHeading } from "../../../registry/personName.ts";
import { periodOf } from "../rules/period.ts";
import type { FamilyPageData } from "../server/readFamilyPage.ts";
import { periodNames } from "../trajectory.texts.ts";
import { AfterLoss } from "./AfterLoss.tsx";
import { BirthsCard } from "./BirthsCard.tsx";
import { FamilyFacts, peopleInWords } from "./FamilyFacts.tsx";
import { FamilyTrack } from "./FamilyTrack.tsx";
import { InvolvedCard } from "./InvolvedCard.tsx";
import { LineCard } from "./LineCard.tsx";
import { ContactCard, PeopleCard } from "./PeopleCards.tsx";
import { ownNow } from "./ownNow.tsx";

/** What someone with this role may do here; what she may not is not shown. */
export interface FamilyRights {
  readonly write: boolean;
  readonly signal: boolean;
  readonly maternityCare: boolean;
}

/** One family's line, as a story: who, when, what is next, and then the rest [screens.md 2]. */
export function FamilyPage({ data, rights }: { data: FamilyPageData; rights: FamilyRights }) {
  const { line, family, sections, today } = data;
  const now = [...ownNow(data, rights), ...sections.flatMap(({ content }) => content.now ?? [])];
  const placed = (place: "main" | "aside") => sections.filter(({ section, content }) => section.place === place && content.body !== null);
  return (
    <Page
      title="Gezin"
      width="wide"
      heading={familyHeading(family.members)}
      back={{ href: "/gezinnen", label: "Gezinnen" }}
      sub={peopleInWords(family, today)}
      tags={
        <>
          <Tag tone="info">{periodWord(data)}</Tag>
          {sections
            .flatMap(({ content }) => content.tags ?? [])
            .map((tag, at) => (
              <span key={at}>{tag}</span>
            ))}
        </>
      }
      actions={
        rights.signal ? (
          <LinkButton href={`/gezinnen/${line.id}/signalen/nieuw`} variant="primary">
            Signaal vastleggen
          </LinkButton>
        ) : undefined
      }
      head={
        <>
          <FamilyFacts data={data} />
          <FamilyTrack data={data} />
          <SectionNav
            label="Onderdelen van dit gezin"
            items={[
              { href: "#nu", label: "Nu" },
              ...placed("main").map(({ section }) => ({ href: `#${section.id}`, label: section.title })),
              { href: "#gezin", label: "Gezin" },
              ...placed("aside").map(({ section }) => ({ href: `#${section.id}`, label: section.title })),
              { href: `/gezinnen/${line.id}/geschiedenis`, label: "Geschiedenis" },
            ]}
          />
        </>
      }
    >
      <AfterLoss data={data} mayWrite={rights.write} />
      <Columns
        asideLabel="Over dit gezin"
        aside={
          <>
            {placed("aside").map(({ section, content }) => (
              <Part key={section.id} id={section.id}>
                {content.body}
              </Part>
            ))}
            <ContactCard data={data} mayWrite={rights.write} />
            <InvolvedCard involved={data.details.involved} />
          </>
        }
      >
        <NowCard items={now} />
        {placed("main").map(({ section, content }) => (
          <Part key={section.id} id={section.id}>
            {content.body}
          </Part>
        ))}
        <PeopleCard data={data} mayWrite={rights.write} />
        <BirthsCard data={data} mayWrite={rights.write} />
        <LineCard data={data} rights={rights} />
      </Columns>
    </Page>
  );
}

const Part = ({ id, children }: { id: string; children: ReactNode }) => (
  <div id={id}>
    <Stack>{children}</Stack>
  </div>
);

function NowCard({ items }: { items: readonly ReactNode[] }) {
  return (
    <Card title="Nu aan de beurt" id="nu" tone={items.length > 0 ? "info" : undefined}>
      {items.length === 0 ? (
        <EmptyState title="Er wacht hier niets op u">
          Ziet u iets wat aandacht vraagt, of iets wat juist goed gaat? Leg het vast als signaal. Daarna wijst Wieg de volgende stap.
        </EmptyState>
      ) : (
        <Stack>
          {items.map((item, at) => (
            <div key={at}>{item}</div>
          ))}
        </Stack>
      )}
    </Card>
  );
}

/** After a loss no word about birth or age. */
function periodWord({ line, today }: FamilyPageData): string {
  const period = periodOf(line, today);
  return line.lossOn !== null && period !== "ended" ? "na een verlies" : periodNames[period];
}
