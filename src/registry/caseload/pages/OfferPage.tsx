import { Alert } from "../../../design/Alert.tsx";
import { Button } from "../../../design/Button.tsx";
import { ButtonRow } from "../../../design/ButtonRow.tsx";
import { Card } from "../../../design/Card.tsx";
import { Columns } from "../../../design/Columns.tsx";
import { DataTable } from "../../../design/DataTable.tsx";
import { EmptyState } from "../../../design/EmptyState.tsx";
import type { Errors } from "../../../design/Errors.ts";
import { FileField } from "../../../design/FileField.tsx";
import { Form } from "../../../design/Form.tsx";
import { LinkButton } from "../../../design/LinkButton.tsx";
import { Page } from "../../../design/Page.tsx";
import { Steps } from "../../../design/Steps.tsx";
import { Tag } from "../../../design/Tag.tsx";
import { formatMoment } from "../../../kit/day.ts";
import { largestUpload } from "../server/offerCaseload.ts";
import type { Upload } from "../server/upload.store.ts";
import { uploadStateWords } from "../takeOver.texts.ts";
import { addressOf } from "./addresses.ts";

/** Where a practice offers the export of its own system, with what it offered before. */
export function OfferPage({ uploads, errors = {} }: { uploads: readonly Upload[]; errors?: Errors }) {
  return (
    <Page
      title="Gezinnen overnemen uit een bestand"
      back={{ href: "/gezinnen", label: "Gezinnen" }}
      sub="Bied de export van uw eigen systeem aan. U kijkt eerst na wat wij herkennen; er gaat niets in Wieg voordat u dat zegt."
      errors={errors}
    >
      <Columns aside={<How />}>
        <Card title="Bestand aanbieden">
          <Form action={addressOf.offer} enctype="multipart/form-data" errors={errors}>
            <FileField
              name="bestand"
              label="Uw bestand"
              accept=".csv,.txt,.tsv"
              hint={`Een CSV-bestand, tot ${largestUpload} MB. Nodig zijn achternaam, geboortedatum en a terme datum; de rest mag ontbreken.`}
            />
            <ButtonRow>
              <Button>Bestand inlezen</Button>
            </ButtonRow>
          </Form>
        </Card>
        <Card title="Eerder aangeboden">
          <Offered uploads={uploads} />
        </Card>
      </Columns>
    </Page>
  );
}

function How() {
  return (
    <>
      <Card title="Zo gaat het">
        <Steps
          label="Zo gaat het"
          steps={[
            { title: "Inlezen", state: "now", children: "Op de achtergrond: u kunt het scherm verlaten." },
            { title: "Nakijken", state: "later", children: "Wij vragen alleen wat twijfelachtig is, met een voorstel." },
            { title: "Overnemen", state: "later", children: "Wat klopt gaat in Wieg. Wat niet te lezen is krijgt u terug als bestand." },
          ]}
        />
      </Card>
      <Alert title="Geen burgerservicenummers" tone="info">
        Kolommen die wij niet nodig hebben nemen wij niet over, een BSN en opmerkingen ook niet. Het bestand zelf is weg zodra het gelezen
        is; wat erin herkend is na 30 dagen.
      </Alert>
    </>
  );
}

function Offered({ uploads }: { uploads: readonly Upload[] }) {
  return (
    <DataTable
      caption="Eerder aangeboden bestanden"
      rows={uploads}
      rowKey={(upload) => upload.id}
      empty={<EmptyState title="Nog niets aangeboden">Wat u of een collega aanbiedt, blijft hier 30 dagen staan.</EmptyState>}
      columns={[
        {
          label: "Bestand",
          heading: true,
          cell: (upload) => <a href={addressOf.upload(upload.id)}>{upload.fileName}</a>,
          note: (upload) => `${upload.by}, ${formatMoment(upload.createdAt)}`,
        },
        {
          label: "Regels",
          numeric: true,
          cell: (upload) => (upload.state === "unreadable" ? "" : upload.linesRead.toLocaleString("nl-NL")),
        },
        { label: "Stand", cell: (upload) => <UploadState upload={upload} /> },
        {
          label: "",
          action: true,
          cell: (upload) => (
            <LinkButton href={addressOf.upload(upload.id)} label={`Bekijken: ${upload.fileName}`}>
              Bekijken
            </LinkButton>
          ),
        },
      ]}
    />
  );
}

function UploadState({ upload }: { upload: Upload }) {
  if (upload.state === "open" && upload.takenAt !== null) return <Tag tone="ok">overgenomen</Tag>;
  const tone = upload.state === "unreadable" ? "late" : upload.state === "open" ? "soon" : "info";
  return <Tag tone={tone}>{uploadStateWords[upload.state]}</Tag>;
}
