import { ActionForm } from "../../../design/ActionForm.tsx";
import { ButtonRow } from "../../../design/ButtonRow.tsx";
import { Card } from "../../../design/Card.tsx";
import { DataTable } from "../../../design/DataTable.tsx";
import { EmptyState } from "../../../design/EmptyState.tsx";
import { LinkButton } from "../../../design/LinkButton.tsx";
import { Page } from "../../../design/Page.tsx";
import { Tag } from "../../../design/Tag.tsx";
import { formatMoment, formatShortDay } from "../../../kit/day.ts";
import type { GoodLine } from "../register.ts";
import { faultNames, kindNames } from "../register.texts.ts";
import type { RegisterFile } from "../server/register.store.ts";
import { registersAddress, stateNames } from "./RegistersPage.tsx";

const mostShown = 200;

/** One file: what can be taken over and what not, before anything is. */
export function RegisterFilePage({ file }: Readonly<{ file: RegisterFile }>) {
  const { id, state, lines, refused, offeredAt, offeredBy, version } = file;
  const open = state === "offered";
  return (
    <Page
      title="Bestand met registergegevens"
      sub={`Aangeboden op ${formatMoment(offeredAt)} door ${offeredBy}. ${lines.length + refused.length} ${lines.length + refused.length === 1 ? "regel" : "regels"}: ${lines.length} goed, ${refused.length} geweigerd.`}
      tags={<Tag tone={state === "taken" ? "ok" : open ? "soon" : "plain"}>{stateNames[state]}</Tag>}
      width="wide"
      back={{ href: registersAddress, label: "Gegevens uit registers" }}
    >
      {open && (
        <Card title="Overnemen?" id="overnemen">
          <p>
            {lines.length === 0
              ? "Geen enkele regel kan worden overgenomen. Verbeter de regels hieronder en bied ze opnieuw aan."
              : "Alle goede regels worden in één keer overgenomen, of geen. Geweigerde regels komen er niet in."}
          </p>
          <ButtonRow>
            {lines.length > 0 && (
              <ActionForm
                action={`${registersAddress}/${id}/overnemen`}
                button={`${lines.length} ${lines.length === 1 ? "regel" : "regels"} overnemen`}
                variant="primary"
                hidden={{ version }}
              />
            )}
            <ActionForm action={`${registersAddress}/${id}/weg`} button="Niet overnemen" variant="quiet" hidden={{ version }} />
          </ButtonRow>
        </Card>
      )}
      <Card title={`Geweigerd: ${refused.length}`} id="geweigerd">
        {refused.length > 0 && (
          <LinkButton href={`${registersAddress}/${id}/geweigerd.csv`} download>
            Geweigerde regels (CSV)
          </LinkButton>
        )}
        <DataTable
          caption="Geweigerde regels"
          rows={refused.slice(0, mostShown)}
          rowKey={({ line }) => String(line)}
          empty={<EmptyState title="Geen enkele regel is geweigerd" />}
          columns={[
            { label: "Regel", heading: true, numeric: true, cell: ({ line }) => line },
            { label: "Waarom", cell: ({ faults }) => faults.map((fault) => faultNames[fault]).join("; ") },
          ]}
        />
        {refused.length > mostShown && <p className="wieg-note">De eerste {mostShown}; alle staan in het bestand.</p>}
      </Card>
      <Card title={`Goed: ${lines.length}`} id="goed">
        <DataTable
          caption="Goede regels"
          dense
          rows={lines.slice(0, mostShown)}
          rowKey={({ line }) => String(line)}
          empty={<EmptyState title="Geen goede regels" />}
          columns={[
            { label: "Regel", numeric: true, cell: ({ line }) => line },
            { label: "Deelnemer", heading: true, cell: ({ code }) => <a href={`/onderzoek/deelnemers/${code}`}>{code}</a> },
            { label: "Soort", cell: ({ kind }) => kindNames[kind] },
            { label: "Periode", cell: ({ from, until }) => `${formatShortDay(from)} tot en met ${formatShortDay(until)}` },
            { label: "Aantal", numeric: true, cell: ({ count }) => count },
            { label: "Verandering", cell: changeOf },
          ]}
        />
        {lines.length > mostShown && <p className="wieg-note">De eerste {mostShown}.</p>}
      </Card>
    </Page>
  );
}

function changeOf({ before, count }: GoodLine): string {
  if (before === null) return "nieuw";
  return before === count ? "was al bekend" : `was ${before}`;
}
