import { Button } from "../../../design/Button.tsx";
import { ButtonRow } from "../../../design/ButtonRow.tsx";
import { Card } from "../../../design/Card.tsx";
import { DataTable } from "../../../design/DataTable.tsx";
import { EmptyState } from "../../../design/EmptyState.tsx";
import { Form } from "../../../design/Form.tsx";
import { LinkButton } from "../../../design/LinkButton.tsx";
import { Page } from "../../../design/Page.tsx";
import { Pagination } from "../../../design/Pagination.tsx";
import { Select } from "../../../design/Select.tsx";
import { Tag } from "../../../design/Tag.tsx";
import { daysBetween, formatShortDay } from "../../../kit/day.ts";
import { pilotStudies } from "../../design/pilotStudies.ts";
import { armNames } from "../../design/study.texts.ts";
import { standings, whyCodes, type Standing, type WhyCode } from "../desk.ts";
import { shortName, standingNames, wayNames, whyNames } from "../desk.texts.ts";
import { wavesInWords, type Lists, type ShownList } from "../server/readLists.ts";
import { deskHome, listsAddress, participantHref } from "./addresses.ts";
import { listsHref, valuesOf } from "./listChoice.ts";

const whyOf: Readonly<Record<Standing, readonly WhyCode[]>> = {
  due: ["not_begun", "half_way", "no_address", "no_text", "paper_to_print", "paper_out", "help_waits"],
  missing: ["not_begun", "half_way", "no_address", "no_text", "paper_to_print", "paper_out", "help_waits", "declined"],
  stopped: ["withdrawn", "loss", "moved", "ended"],
  planned: [],
  answered: [],
};

/** Who is due, who is missing and why, by pseudonym; to filter, to sort, and to take along. */
export function ListsPage({ choice, lists, count, pages, sites, today }: Lists) {
  const standing = standingNames[choice.standing];
  return (
    <Page
      title="Wie is aan de beurt, wie ontbreekt"
      sub="Lijsten van deelnemers, onder pseudoniem. Wie zich terugtrok, verhuisde of haar kind verloor, wordt niets meer gevraagd."
      width="wide"
      back={{ href: deskHome, label: "Onderzoek" }}
      actions={
        <LinkButton href={listsHref({ ...choice, page: 1 }, `${listsAddress}/lijsten.csv`)} download>
          Deze lijst (CSV)
        </LinkButton>
      }
    >
      <Card>
        <ChoiceForm choice={choice} sites={sites} />
      </Card>
      <Card title={`${standing}: ${count}`} id="lijsten">
        <DataTable
          caption={`Lijsten: ${standing}`}
          rows={lists}
          rowKey={({ id }) => id}
          empty={<EmptyState title="Geen lijst bij deze keuze">Kies een andere stand, of laat een keuze weg.</EmptyState>}
          columns={[
            { label: "Deelnemer", heading: true, cell: ({ code }) => <a href={participantHref(code)}>{code}</a>, note: ({ site }) => site },
            { label: "Meting", cell: wavesInWords, note: ({ late }) => (late ? "later dan het plan" : null) },
            { label: "Groep", cell: armOf },
            { label: "Waarom", cell: ({ why }) => whyNames[why], note: ({ way }) => way && wayNames[way] },
            {
              label: choice.standing === "planned" ? "Gaat open" : "Laatste dag",
              cell: (list) => <LastDay list={list} standing={choice.standing} today={today} />,
            },
            { label: "Herinneringen", numeric: true, cell: ({ reminded, remindOn }) => `${reminded} van ${remindOn.length}` },
          ]}
        />
        <Pagination page={choice.page} pages={pages} href={(page) => listsHref({ ...choice, page })} label="Bladeren door de lijsten" />
      </Card>
    </Page>
  );
}

const armOf = ({ waves }: ShownList): string => {
  const arms = [...new Set(waves.map(({ arm }) => arm))];
  return arms.map((arm) => (arm === null ? "nog niet bepaald" : armNames[arm])).join(" / ");
};

function LastDay({ list, standing, today }: Readonly<{ list: ShownList; standing: Standing; today: string }>) {
  if (standing === "planned") return <>{formatShortDay(list.opensOn)}</>;
  if (standing !== "due") return <>{formatShortDay(list.expiresOn)}</>;
  const left = daysBetween(today, list.expiresOn);
  return (
    <>
      {formatShortDay(list.expiresOn)}{" "}
      {left <= 2 && <Tag tone="soon">{left === 0 ? "vandaag" : left === 1 ? "nog 1 dag" : `nog ${left} dagen`}</Tag>}
    </>
  );
}

function ChoiceForm({ choice, sites }: Pick<Lists, "choice" | "sites">) {
  const waves = [...new Set(pilotStudies.flatMap(({ waves: own }) => own.map(({ code }) => code)))];
  const reasons = whyCodes.filter((code) => whyOf[choice.standing].includes(code));
  return (
    <div className="wieg-month-choice">
      <Form action={listsAddress} method="get" values={valuesOf(choice)} id="keuze">
        <Select name="stand" label="Stand" empty={null} options={standings.map((value) => ({ value, label: standingNames[value] }))} />
        <Select
          name="studie"
          label="Deelstudie"
          empty="Beide"
          optional
          options={pilotStudies.map(({ code, name }) => ({ value: code, label: shortName(name) }))}
        />
        <Select name="meting" label="Meting" empty="Alle" optional options={waves.map((value) => ({ value, label: value }))} />
        <Select
          name="groep"
          label="Groep"
          empty="Alle"
          optional
          options={(["intervention", "control"] as const).map((value) => ({ value, label: armNames[value] }))}
        />
        <Select
          name="organisatie"
          label="Organisatie"
          empty="Alle"
          optional
          options={sites.map(({ id, name }) => ({ value: id, label: name }))}
        />
        {reasons.length > 0 && (
          <Select
            name="waarom"
            label="Waarom"
            empty="Alles"
            optional
            options={reasons.map((value) => ({ value, label: whyNames[value] }))}
          />
        )}
        <Select
          name="volgorde"
          label="Volgorde"
          empty={null}
          options={[
            { value: "end", label: "Laatste dag, eerst de vroegste" },
            { value: "end-last", label: "Laatste dag, eerst de laatste" },
            { value: "code", label: "Pseudoniem" },
            { value: "site", label: "Organisatie" },
          ]}
        />
        <ButtonRow>
          <Button variant="secondary">Tonen</Button>
        </ButtonRow>
      </Form>
    </div>
  );
}
