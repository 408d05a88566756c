import { ActionForm } from "../../design/ActionForm.tsx";
import { Alert } from "../../design/Alert.tsx";
import { Button } from "../../design/Button.tsx";
import { ButtonRow } from "../../design/ButtonRow.tsx";
import { Card } from "../../design/Card.tsx";
import { Columns } from "../../design/Columns.tsx";
import { EmptyState } from "../../design/EmptyState.tsx";
import { Facts } from "../../design/Facts.tsx";
import { Form } from "../../design/Form.tsx";
import { HiddenField } from "../../design/HiddenField.tsx";
import { LinkButton } from "../../design/LinkButton.tsx";
import { Page } from "../../design/Page.tsx";
import { TextField } from "../../design/TextField.tsx";
import { Tag } from "../../design/Tag.tsx";
import { formatDay, formatMoment } from "../../kit/day.ts";
import { askStateNames, purposeNames } from "../../trust/consent/consent.texts.ts";
import type { FamilyPages } from "../server/invite.store.ts";
import type { Invited, PagesData } from "../server/invite.ts";
import type { PageOwner } from "../portal.ts";
import { hindranceSentences, partnerHindrances } from "../portalProfessional.texts.ts";

/** The mother's own pages, as a professional arranges them; and what she said there. */
export function PagesPage({ data }: Readonly<{ data: PagesData }>) {
  const base = `/gezinnen/${data.line.id}`;
  return (
    <Page
      title="Eigen pagina van het gezin"
      heading="Eigen pagina"
      sub={`${data.family}. De moeder leest hier haar plan, beslist mee en schrijft met wie haar helpt.`}
      back={{ href: base, label: data.family }}
    >
      <Columns
        aside={
          data.pages === null ? (
            <OthersArrange />
          ) : (
            <>
              <Access base={base} data={data} pages={data.pages} />
              {data.partner && <PartnerAccess base={base} {...data.partner} />}
            </>
          )
        }
        asideLabel="Toegang"
      >
        <Messages base={base} data={data} />
        <Choices base={base} data={data} />
      </Columns>
    </Page>
  );
}

const OthersArrange = () => (
  <Card title="Toegang">
    <p>Wie het gezin inschreef of kent, regelt de toegang.</p>
  </Card>
);

function Access({ base, data, pages }: Readonly<{ base: string; data: PagesData; pages: FamilyPages }>) {
  return (
    <Card title="Toegang van de moeder">
      <AccessFacts pages={pages} />
      <Invite base={base} data={data} pages={pages} />
      <Ends base={base} pages={pages} owner="mother" />
    </Card>
  );
}

const AccessFacts = ({ pages }: Readonly<{ pages: FamilyPages }>) => (
  <Facts
    facts={[
      { label: "Stand", value: standOf(pages) },
      pages.lastUsed === null ? null : { label: "Laatst gebruikt", value: formatDay(pages.lastUsed) },
      pages.invitedUntil === null
        ? null
        : { label: "Code werkt tot en met", value: `${formatDay(pages.invitedUntil)} (gemaakt door ${pages.invitedBy ?? ""})` },
    ]}
  />
);

const askedBy: Readonly<Record<PageOwner, string>> = { mother: "de moeder", partner: "de partner" };

function Ends({ base, pages, owner }: Readonly<{ base: string; pages: FamilyPages; owner: PageOwner }>) {
  return (
    <ButtonRow>
      {pages.invitedUntil !== null && (
        <ActionForm action={`${base}/eigen-pagina/intrekken`} hidden={{ wie: owner }} button="Uitnodiging intrekken" />
      )}
      {pages.accountSince !== null && (
        <ActionForm
          action={`${base}/eigen-pagina/stoppen`}
          hidden={{ wie: owner }}
          button="Toegang stoppen"
          confirm={`De eigen pagina gaat meteen dicht, op elk apparaat. Doe dit als een telefoon in verkeerde handen is, of als ${askedBy[owner]} erom vraagt.`}
        />
      )}
    </ButtonRow>
  );
}

/** Pages of his own, by his own invitation: of hers he reads only the plan, and only while she shares it. */
function PartnerAccess({ base, pages, hindrance }: Readonly<{ base: string } & NonNullable<PagesData["partner"]>>) {
  return (
    <Card title="Toegang van de partner">
      <AccessFacts pages={pages} />
      {hindrance === null ? (
        <>
          <p>
            De partner ziet hier alleen wat over de partner zelf gaat, en het plan als de moeder dat zelf deelt op haar pagina. Nodig alleen
            uit als dat voor haar veilig is.
          </p>
          <Form action={`${base}/eigen-pagina/uitnodigen`} id="partner" plain>
            <HiddenField name="wie" value="partner" />
            <TextField
              name="email"
              label="Eigen e-mailadres van de partner"
              hint="Voor een code bij het aanmelden. Leeg: alleen met het eigen apparaat."
              type="email"
              inputMode="email"
              maxLength={254}
              optional
            />
            <ButtonRow>
              <Button name="manier" value="brief">
                Brief met code (PDF)
              </Button>
              <Button name="manier" value="voorlezen" variant="secondary">
                Code voorlezen
              </Button>
            </ButtonRow>
          </Form>
        </>
      ) : (
        <Alert title="Uitnodigen kan nu niet" tone="info">
          {partnerHindrances[hindrance]}{" "}
          {hindrance === "no-digital-contact" && <a href={`${base}/toestemming/vragen/digitaal`}>Vraag of digitaal contact mag</a>}
        </Alert>
      )}
      <Ends base={base} pages={pages} owner="partner" />
    </Card>
  );
}

function standOf({ accountSince, invitedUntil, stoppedOn, stoppedBy }: FamilyPages): string {
  if (accountSince !== null) return `Heeft toegang sinds ${formatDay(accountSince)}`;
  if (invitedUntil !== null) return "Uitgenodigd, nog niet begonnen";
  if (stoppedOn !== null)
    return `Gestopt op ${formatDay(stoppedOn)} ${stoppedBy === "family" ? "op de eigen pagina" : "door een professional"}`;
  return "Nog niet uitgenodigd";
}

function Invite({ base, data, pages }: Readonly<{ base: string; data: PagesData; pages: FamilyPages }>) {
  const { hindrance, age, line, safeEmail } = data;
  if (hindrance !== null)
    return (
      <Alert title="Uitnodigen kan nu niet" tone="info">
        {hindranceSentences[hindrance]}{" "}
        {hindrance === "no-digital-contact" && <a href={`${base}/toestemming/vragen/digitaal`}>Vraag of digitaal contact mag</a>}
      </Alert>
    );
  return (
    <>
      <p>
        {age !== null && age < 16
          ? `Zij is ${age}: zij beslist samen met haar ouders of voogd. Bespreek dit eerst met hen, tenzij dat haar zou schaden.`
          : "Zij beslist zelf of zij dit wil. Haar partner ziet er niets van, tenzij zij daar haar plan met de partner deelt."}
      </p>
      {!safeEmail && <p>Er is geen e-mailadres bekend dat veilig is: zij kan dan alleen met haar eigen apparaat naar binnen.</p>}
      {line.lossOn !== null && <p>Na het verlies vraagt haar pagina niets vanzelf.</p>}
      {pages.accountSince !== null && <p>Een nieuwe code vervangt hoe zij nu binnenkomt, zodra zij hem gebruikt.</p>}
      <ButtonRow>
        <ActionForm
          action={`${base}/eigen-pagina/uitnodigen`}
          hidden={{ manier: "brief" }}
          button="Brief met code (PDF)"
          variant="primary"
          plain
        />
        <ActionForm action={`${base}/eigen-pagina/uitnodigen`} hidden={{ manier: "voorlezen" }} button="Code voorlezen" />
      </ButtonRow>
    </>
  );
}

/** What was written with her: everything stands with the messages on the family. */
function Messages({ base, data: { threads, mayWrite } }: Readonly<{ base: string; data: PagesData }>) {
  return (
    <Card
      title="Berichten met de moeder"
      action={mayWrite ? <LinkButton href={`${base}/berichten/nieuw/praktisch?gezin=ja`}>Haar iets schrijven</LinkButton> : undefined}
    >
      {threads.length === 0 ? (
        <EmptyState title="Nog geen berichten">
          Schrijft zij iets op haar eigen pagina, of begint u een gesprek met haar, dan staat het hier en bij de berichten.
        </EmptyState>
      ) : (
        <ul>
          {threads.map((thread) => (
            <li key={thread.id}>
              <a href={`${base}/berichten/${thread.id}`}>{thread.topic}</a> {thread.unread && <Tag tone="soon">nieuw</Tag>}
              <small className="wieg-note">{formatMoment(thread.lastAt)}</small>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}

/** What she chose there, and what waits for her answer. */
function Choices({ base, data: { yes, asks } }: Readonly<{ base: string; data: PagesData }>) {
  return (
    <Card title="Wat zij koos">
      {yes.length + asks.length === 0 ? (
        <EmptyState title="Nog niets">Zodra de moeder iets kiest op haar eigen pagina, staat het hier.</EmptyState>
      ) : (
        <ul>
          {yes.map((one) => (
            <li key={one.id}>
              Ja tegen {one.offer}, {one.organisation}
              <small className="wieg-note">{formatDay(one.saidOn)}</small>
            </li>
          ))}
          {asks.map((ask) => (
            <li key={ask.id}>
              <a href={`${base}/toestemming`}>{purposeNames[ask.purpose]}</a>, gevraagd door {ask.askedBy}: {askStateNames[ask.state]}
              <small className="wieg-note">{formatDay(ask.answeredOn ?? ask.askedOn)}</small>
            </li>
          ))}
        </ul>
      )}
      <ActionForm action={`${base}/eigen-pagina/gezien`} button="Gelezen, van mijn lijst" variant="quiet" />
    </Card>
  );
}

/** The code, this once. */
export function InvitedPage({ trajectoryId, invited, owner }: Readonly<{ trajectoryId: string; invited: Invited; owner: PageOwner }>) {
  return (
    <Page title="Code voor de eigen pagina" width="narrow" back={{ href: `/gezinnen/${trajectoryId}/eigen-pagina`, label: "Eigen pagina" }}>
      <Card title="Lees deze code voor">
        <p className="wieg-secret">{invited.code}</p>
        <p>
          De code is nu één keer te zien. Hij werkt één keer, tot en met {formatDay(invited.until)}, samen met de geboortedatum van{" "}
          {askedBy[owner]}. Een eerdere code werkt niet meer.
        </p>
        <p>Beginnen kan op de pagina /mijn/beginnen.</p>
      </Card>
      <ButtonRow>
        <LinkButton href={`/gezinnen/${trajectoryId}/eigen-pagina`}>Klaar</LinkButton>
      </ButtonRow>
    </Page>
  );
}
