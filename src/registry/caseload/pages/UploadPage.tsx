import { ActionForm } from "../../../design/ActionForm.tsx";
import { Alert } from "../../../design/Alert.tsx";
import { ButtonRow } from "../../../design/ButtonRow.tsx";
import { Card } from "../../../design/Card.tsx";
import { Columns } from "../../../design/Columns.tsx";
import { CountCards } from "../../../design/CountCards.tsx";
import { EmptyState } from "../../../design/EmptyState.tsx";
import { LinkButton } from "../../../design/LinkButton.tsx";
import { Page } from "../../../design/Page.tsx";
import { ProgressBar } from "../../../design/ProgressBar.tsx";
import { Stack } from "../../../design/Stack.tsx";
import { formatMoment } from "../../../kit/day.ts";
import { sayFileRefusal } from "../caseload.texts.ts";
import type { OfferedUpload } from "../server/readUpload.ts";
import { addressOf } from "./addresses.ts";
import { QuestionsCard } from "./QuestionsCard.tsx";
import { RecognisedCard, RestCard } from "./RecognisedCard.tsx";
import { RemoveButton } from "./RemoveButton.tsx";

const figure = (count: number): string => count.toLocaleString("nl-NL");
const families = (count: number): string => (count === 1 ? "1 gezin" : `${figure(count)} gezinnen`);

/** One offered file: how far it is, what is asked, and the press that takes it over. */
export function UploadPage({ upload }: { upload: OfferedUpload }) {
  return (
    <Page
      title="Bestand nakijken"
      heading={upload.fileName}
      width="wide"
      back={{ href: addressOf.offer, label: "Overnemen uit een bestand" }}
      sub={`Aangeboden door ${upload.by}, ${formatMoment(upload.createdAt)}`}
    >
      <Stack>
        {upload.sameAs !== null && (
          <Alert title="Dit bestand is eerder aangeboden" tone="info">
            Precies dit bestand is ook op {formatMoment(upload.sameAs)} aangeboden. Wat er al in stond, verandert niet.
          </Alert>
        )}
        {upload.state === "reading" && <Reading upload={upload} />}
        {upload.state === "unreadable" && <Unreadable upload={upload} />}
        {upload.state === "taking" && <Taking upload={upload} />}
        {upload.state === "open" && <Open upload={upload} />}
      </Stack>
    </Page>
  );
}

function Reading({ upload }: { upload: OfferedUpload }) {
  return (
    <Card title="Het bestand wordt gelezen">
      <ProgressBar label="Lezen" done={upload.bytesRead} total={upload.bytes} text={`${figure(upload.linesRead)} regels gelezen`} running />
      <p>U kunt dit scherm verlaten: het lezen gaat door, en u vindt het bestand terug onder Overnemen uit een bestand.</p>
    </Card>
  );
}

function Unreadable({ upload }: { upload: OfferedUpload }) {
  return (
    <Card title="Dit bestand kunnen wij niet lezen" tone="late">
      <p>{upload.refusal ? sayFileRefusal(upload.refusal) : "Er is niets overgenomen."}</p>
      <ButtonRow>
        <LinkButton href={addressOf.offer} variant="primary">
          Een ander bestand aanbieden
        </LinkButton>
        <RemoveButton upload={upload} />
      </ButtonRow>
    </Card>
  );
}

function Taking({ upload }: { upload: OfferedUpload }) {
  const { ready = 0 } = upload.counts;
  const done = Math.max(upload.toTake - ready, 0);
  return (
    <Card title="De gezinnen worden overgenomen">
      <ProgressBar
        label="Overnemen"
        done={done}
        total={upload.toTake}
        text={`${figure(done)} van ${figure(upload.toTake)} regels`}
        running
      />
      <p>U kunt dit scherm verlaten: het overnemen gaat door.</p>
    </Card>
  );
}

function Open({ upload }: { upload: OfferedUpload }) {
  const { ready = 0, asked = 0, double = 0, changed = 0, refused = 0, taken = 0, known = 0 } = upload.counts;
  const waiting = asked + double + changed;
  return (
    <>
      {(upload.takenAt !== null || known > 0) && ready === 0 && (
        <Result taken={taken} known={known} waiting={waiting} at={upload.takenAt} />
      )}
      <CountCards
        label="Wat er in het bestand staat"
        counts={[
          { count: figure(ready), label: "klaar om over te nemen", href: addressOf.lines(upload.id, "klaar") },
          {
            count: figure(waiting),
            label: "wacht op uw antwoord",
            href: addressOf.lines(upload.id, "vragen"),
            ...(waiting > 0 ? { tone: "soon" as const } : {}),
          },
          {
            count: figure(refused),
            label: "niet te lezen",
            href: addressOf.lines(upload.id, "geweigerd"),
            ...(refused > 0 ? { tone: "late" as const } : {}),
          },
        ]}
      />
      <Columns
        aside={
          <>
            <RestCard upload={upload} />
            <RecognisedCard upload={upload} />
          </>
        }
      >
        <TakeCard upload={upload} ready={ready} waiting={waiting} />
        {waiting > 0 && <QuestionsCard upload={upload} />}
        {refused > 0 && <RefusedCard upload={upload} refused={refused} />}
      </Columns>
    </>
  );
}

function Result({ taken, known, waiting, at }: { taken: number; known: number; waiting: number; at: Date | null }) {
  const title = taken > 0 ? `${families(taken)} overgenomen` : "Er is niets veranderd";
  return (
    <Alert title={title} tone="ok">
      {known > 0 && `${families(known)} ${known === 1 ? "stond" : "stonden"} er al in, zonder verschil. `}
      {waiting > 0 && "Voor de overige regels vragen wij nog iets. "}
      {at !== null && `Laatst overgenomen: ${formatMoment(at)}.`}
    </Alert>
  );
}

function TakeCard({ upload, ready, waiting }: { upload: OfferedUpload; ready: number; waiting: number }) {
  if (ready === 0)
    return waiting > 0 ? null : (
      <EmptyState title="Er wacht niets meer" action={<LinkButton href="/gezinnen">Naar uw gezinnen</LinkButton>}>
        Alle regels die te lezen waren zijn beantwoord en overgenomen.
      </EmptyState>
    );
  return (
    <Card title="Overnemen" tone="ok">
      <p>
        {families(ready)} {ready === 1 ? "gaat" : "gaan"} in Wieg als gezin van uw organisatie. Telefoonnummers en e-mailadressen worden
        nergens voor gebruikt totdat iemand heeft vastgelegd dat ze veilig zijn.
        {waiting > 0 && " Wat nog op uw antwoord wacht kan later: u kunt vaker overnemen."}
      </p>
      <ButtonRow>
        <ActionForm action={`${addressOf.upload(upload.id)}/overnemen`} button={`Neem ${families(ready)} over`} variant="primary" />
      </ButtonRow>
    </Card>
  );
}

function RefusedCard({ upload, refused }: { upload: OfferedUpload; refused: number }) {
  return (
    <Card title={refused === 1 ? "1 regel is niet te lezen" : `${figure(refused)} regels zijn niet te lezen`} tone="late">
      <p>
        U krijgt ze terug als bestand, met bij elke regel de reden. Herstel ze daar of in uw eigen systeem, en bied het bestand opnieuw aan:
        wat er al in staat verandert niet.
      </p>
      <ButtonRow>
        <LinkButton href={addressOf.refusedFile(upload.id)} download>
          Bestand om te herstellen
        </LinkButton>
        <LinkButton href={addressOf.lines(upload.id, "geweigerd")} variant="quiet">
          Bekijk de regels
        </LinkButton>
      </ButtonRow>
    </Card>
  );
}
