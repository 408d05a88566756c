import { DataTable } from "../../../design/DataTable.tsx";
import { EmptyState } from "../../../design/EmptyState.tsx";
import type { Errors, Values } from "../../../design/Errors.ts";
import { FormPage } from "../../../design/FormPage.tsx";
import { Page } from "../../../design/Page.tsx";
import { Tag } from "../../../design/Tag.tsx";
import { TextField } from "../../../design/TextField.tsx";
import { formatMoment } from "../../../kit/day.ts";
import type { Device } from "../server/devices.store.ts";

/** Phones that assistants take along, and which of them are blocked. */
export function DevicesPage({ devices }: Readonly<{ devices: readonly Device[] }>) {
  return (
    <Page
      title="Telefoons"
      heading="Telefoons van kraamverzorgenden"
      sub="Op een telefoon staan alleen de gezinnen van vandaag en morgen, versleuteld en op slot met een pincode. Is er een kwijt? Blokkeer hem: hij krijgt niets meer en wist zichzelf zodra hij verbinding heeft."
    >
      <DataTable
        caption="Telefoons"
        rows={devices}
        rowKey={({ id }) => id}
        empty={
          <EmptyState title="Er is nog geen telefoon in gebruik">
            Een kraamverzorgende neemt haar telefoon zelf in gebruik: zij opent Wieg op haar telefoon, meldt zich aan en gaat naar Onderweg.
          </EmptyState>
        }
        columns={[
          { label: "Van wie", heading: true, cell: ({ professional }) => professional, note: ({ label }) => label },
          { label: "In gebruik sinds", cell: ({ registeredAt }) => formatMoment(registeredAt) },
          { label: "Laatste contact", cell: ({ lastSeenAt }) => (lastSeenAt === null ? "nog niet" : formatMoment(lastSeenAt)) },
          { label: "Stand", cell: (device) => <StateTag device={device} />, note: noteOf },
          {
            label: "Blokkeren",
            action: true,
            cell: ({ id, blockedAt, professional, label }) =>
              blockedAt === null && (
                <a href={`/beheer/telefoons/${id}/blokkeren`}>
                  Blokkeren<span className="ams-visually-hidden">: {`${label} van ${professional}`}</span>
                </a>
              ),
          },
        ]}
      />
    </Page>
  );
}

function StateTag({ device: { blockedAt, blockedWhy, signedOff, toldAt } }: Readonly<{ device: Device }>) {
  if (blockedAt === null) return <Tag tone="ok">in gebruik</Tag>;
  if (blockedWhy === "wrong-pins") return <Tag tone="late">gewist na zes verkeerde pincodes</Tag>;
  if (signedOff) return <Tag tone="plain">zelf gestopt en gewist</Tag>;
  return toldAt === null ? <Tag tone="late">geblokkeerd, nog geen contact</Tag> : <Tag tone="plain">geblokkeerd en gewist</Tag>;
}

function noteOf({ blockedAt, blockedBy, blockedWhy, toldAt, signedOff }: Device): string | null {
  if (blockedAt === null || signedOff) return null;
  if (blockedWhy === "wrong-pins") return `${formatMoment(blockedAt)}. Vraag of zij hem nog heeft. Wat nog niet verzonden was, is weg.`;
  const why = blockedWhy === "job-ended" ? "het werk bij deze organisatie is gestopt" : (blockedWhy ?? "");
  const by = blockedBy === null ? "" : ` door ${blockedBy}`;
  return `${formatMoment(blockedAt)}${by}: ${why}${toldAt === null ? "" : `. Hoorde het op ${formatMoment(toldAt)}.`}`;
}

type BlockProps = Readonly<{ device: Device; values: Values; errors: Errors }>;

/** One question before a phone is blocked: why. */
export function BlockPage({ device, values, errors }: BlockProps) {
  return (
    <FormPage
      title={`${device.label} van ${device.professional} blokkeren`}
      back={{ href: "/beheer/telefoons", label: "Telefoons" }}
      action={`/beheer/telefoons/${device.id}/blokkeren`}
      button="Telefoon blokkeren"
      leave="Niet blokkeren"
      values={values}
      errors={errors}
    >
      <p>
        De telefoon krijgt meteen niets meer. Zodra hij verbinding heeft, wist hij alles, ook uren en observaties die nog niet verzonden
        zijn. Dit is niet terug te draaien: daarna kan {device.professional} een telefoon opnieuw in gebruik nemen.
      </p>
      <TextField name="reden" label="Waarom?" hint="Bijvoorbeeld: verloren, gestolen, kapot" />
    </FormPage>
  );
}
