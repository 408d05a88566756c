import { ActionForm } from "../../../design/ActionForm.tsx";
import { Button } from "../../../design/Button.tsx";
import { ButtonRow } from "../../../design/ButtonRow.tsx";
import { Card } from "../../../design/Card.tsx";
import { CheckboxGroup } from "../../../design/CheckboxGroup.tsx";
import { DataTable } from "../../../design/DataTable.tsx";
import type { Errors, Values } from "../../../design/Errors.ts";
import { Facts } from "../../../design/Facts.tsx";
import { Form } from "../../../design/Form.tsx";
import { LinkButton } from "../../../design/LinkButton.tsx";
import { Page } from "../../../design/Page.tsx";
import { Select } from "../../../design/Select.tsx";
import { Tag } from "../../../design/Tag.tsx";
import { formatDay } from "../../../kit/day.ts";
import type { SessionData } from "../server/readTraining.ts";
import { seatStateNames, sessionTitle } from "../training.texts.ts";

const home = "/geboortezorg-flex/scholing";

type Props = Readonly<{ data: SessionData; values: Values; errors: Errors }>;

/** One session: what it is, who comes, and signing up or off. */
export function SessionPage({ data, values, errors }: Props) {
  const { session, modules, today, view } = data;
  const { onDay, cancelled, seats, taken } = session;
  const toCome = onDay >= today && !cancelled;
  return (
    <Page
      title={sessionTitle(session, modules)}
      back={{ href: home, label: "Scholing" }}
      errors={errors}
      {...(cancelled && { tags: <Tag>gaat niet door</Tag> })}
      actions={view === "keeps" && <LinkButton href={`${home}/${session.id}/wijzigen`}>Wijzigen</LinkButton>}
    >
      <Card>
        <Facts
          facts={[
            { label: "Wanneer", value: `${formatDay(onDay)}, ${session.begins} tot ${session.ends} uur` },
            { label: "Waar", value: session.place },
            { label: "Door", value: session.trainer },
            session.withExpert && { label: "Ervaring", value: "een ervaringsdeskundige doet mee" },
            session.openToPartners && { label: "Voor wie", value: "ook voor partners: verloskundigen en jeugdverpleegkundigen" },
            { label: "Plaatsen", value: `${taken} van ${seats} bezet` },
          ]}
        />
        {toCome && view !== "steers" && <OwnSeat data={data} />}
      </Card>
      {view === "keeps" && <SeatsCard data={data} values={values} errors={errors} />}
      {view === "reads" && <WhoCard data={data} />}
    </Page>
  );
}

function OwnSeat({ data: { session, view } }: Pick<Props, "data">) {
  const base = `${home}/${session.id}`;
  if (session.mine === "signed_up")
    return (
      <>
        <p>
          <Tag tone="ok">U bent aangemeld</Tag>
        </p>
        <ButtonRow>
          <ActionForm action={`${base}/afmelden`} button="Afmelden" variant="quiet" />
        </ButtonRow>
      </>
    );
  if (session.taken >= session.seats)
    return <p className="wieg-note">Alle plaatsen zijn bezet. Meldt iemand zich af, dan kunt u zich hier aanmelden.</p>;
  return (
    <ButtonRow>
      <ActionForm action={`${base}/aanmelden`} button="Meld mij aan" variant={view === "keeps" ? "secondary" : "primary"} />
    </ButtonRow>
  );
}

const WhoCard = ({ data: { seats } }: Pick<Props, "data">) => (
  <Card title="Wie komt er">
    <DataTable
      caption="Wie komt er"
      rows={seats}
      rowKey={({ id }) => id}
      empty={<p>Nog niemand aangemeld.</p>}
      columns={[
        { label: "Wie", heading: true, cell: ({ name }) => name, note: ({ organisation }) => organisation },
        { label: "Stand", cell: ({ state }) => <Tag tone={seatStateNames[state].tone}>{seatStateNames[state].text}</Tag> },
      ]}
    />
  </Card>
);

/** Before the day: who comes, and who else. From the day on: who was there. */
function SeatsCard({ data, values, errors }: Props) {
  const { session, seats, today, others } = data;
  const base = `${home}/${session.id}`;
  const signedUp = seats.filter(({ state }) => state !== "signed_off");
  return (
    <>
      <WhoCard data={data} />
      {session.onDay >= today && !session.cancelled && others.length > 0 && session.taken < session.seats && (
        <Card title="Meld een collega aan">
          <Form action={`${base}/aanmelden`} id="collega">
            <Select
              name="professional"
              label="Wie"
              options={others.map(({ professionalId, name }) => ({ value: professionalId, label: name }))}
            />
            <ButtonRow>
              <Button variant="secondary">Aanmelden</Button>
            </ButtonRow>
          </Form>
        </Card>
      )}
      {session.onDay <= today && !session.cancelled && signedUp.length > 0 && (
        <Card title="Wie was er?">
          <Form
            action={base}
            errors={errors}
            values={
              Object.keys(values).length > 0 ? values : { seats: signedUp.filter(({ state }) => state === "attended").map(({ id }) => id) }
            }
          >
            <CheckboxGroup
              name="seats"
              label="Kruis aan wie er was"
              hint="Wie er was, is geschoold in deze module. U kunt dit later verbeteren."
              optional
              options={signedUp.map(({ id, name, organisation }) => ({ value: id, label: name, hint: organisation }))}
            />
            <ButtonRow>
              <Button>Vastleggen</Button>
            </ButtonRow>
          </Form>
        </Card>
      )}
    </>
  );
}
