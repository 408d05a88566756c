import { ActionForm } from "../../../../design/ActionForm.tsx";
import { ButtonRow } from "../../../../design/ButtonRow.tsx";
import { Card } from "../../../../design/Card.tsx";
import { Columns } from "../../../../design/Columns.tsx";
import { Facts } from "../../../../design/Facts.tsx";
import { LinkButton } from "../../../../design/LinkButton.tsx";
import { Page } from "../../../../design/Page.tsx";
import { Tag } from "../../../../design/Tag.tsx";
import { formatDay } from "../../../../kit/day.ts";
import { languageName } from "../../../../registry/family.texts.ts";
import { periodWords, statusWords, topicNames } from "../directory.texts.ts";
import type { SupportOffer } from "../directory.ts";
import type { OfferPageData } from "../server/readDirectory.ts";
import { CheckedLine } from "./CheckedLine.tsx";
import { ageWords, placesWords, waitWords, windowWords } from "./offerWords.ts";
import { Reach } from "./Reach.tsx";

/** One offer, whole. */
export function OfferPage({ data }: Readonly<{ data: OfferPageData }>) {
  const { offer, today, mayChange } = data;
  const status = statusWords[offer.status];
  const at = `/sociale-kaart/${offer.id}`;
  return (
    <Page
      title={offer.name}
      tags={<Tag tone={status.tone}>{status.text}</Tag>}
      sub={offer.audience ?? undefined}
      back={{ href: "/sociale-kaart", label: "Sociale kaart" }}
      actions={mayChange ? <LinkButton href={`${at}/wijzigen`}>Wijzigen</LinkButton> : undefined}
    >
      <Columns asideLabel="Bereiken" aside={<Aside offer={offer} />}>
        <Card title="Wat het is">
          <p>{offer.description}</p>
          <p>
            {offer.topics.map((topic) => (
              <Tag key={topic}>{topicNames[topic]}</Tag>
            ))}
          </p>
          {offer.applicationProcess !== null && <p>{offer.applicationProcess}</p>}
        </Card>
        <Card title="Voor wie">
          <Facts facts={eligibilityFacts(data)} />
        </Card>
        <Card title="Klopt dit?">
          <CheckedLine offer={offer} today={today} />
          <ButtonRow>
            {mayChange && <ActionForm action={`${at}/klopt`} button="Alles klopt" hidden={{ version: offer.version }} variant="primary" />}
            {!mayChange && <ActionForm action={`${at}/klopt-niet`} button="Klopt niet meer" />}
          </ButtonRow>
          {!mayChange && (
            <p className="wieg-note">Wie het aanbod bijhoudt, krijgt het op de werklijst. U hoeft er niets bij te schrijven.</p>
          )}
        </Card>
      </Columns>
    </Page>
  );
}

function eligibilityFacts({ offer, municipalities }: OfferPageData) {
  const named = offer.municipalities.map((code) => municipalities.find((one) => one.code === code)?.name ?? code);
  const window = windowWords(offer);
  const age = ageWords(offer);
  return [
    { label: "Gebied", value: named.length === 0 ? "de hele regio" : named.join(", ") },
    { label: "Periode", value: offer.periods.length === 0 ? "elke periode" : offer.periods.map((one) => periodWords[one].name).join(", ") },
    window === null ? null : { label: "Begint", value: window },
    age === null ? null : { label: "Leeftijd moeder", value: age },
    offer.firstChildOnly ? { label: "Kind", value: "alleen een eerste kind" } : null,
    offer.categories.length === 0 ? null : { label: "Categorie", value: offer.categories.join(", ") },
    { label: "Taal", value: offer.languages.map(languageName).join(", ") || "niet bekend" },
    { label: "Tolk", value: offer.interpretationServices ?? "niet opgegeven" },
    offer.eligibilityDescription === null ? null : { label: "Ga na", value: offer.eligibilityDescription },
  ];
}

function Aside({ offer }: Readonly<{ offer: SupportOffer }>) {
  const { organisationId, organisation, contact, location, capacity } = offer;
  return (
    <>
      <Card title="Bereiken">
        <Facts
          facts={[
            {
              label: "Organisatie",
              value:
                organisationId === null ? (
                  `${organisation} (nog niet gekoppeld)`
                ) : (
                  <a href={`/sociale-kaart/organisaties/${organisationId}`}>{organisation}</a>
                ),
            },
            contact.name === null ? null : { label: "Contactpersoon", value: contact.name },
            { label: "Direct", value: <Reach {...contact} /> },
            offer.url === null
              ? null
              : {
                  label: "Website",
                  value: (
                    <a href={offer.url} rel="noreferrer">
                      {offer.url}
                    </a>
                  ),
                },
            location.name === null && location.address === null
              ? null
              : { label: "Waar", value: [location.name, location.address].filter(Boolean).join(", ") },
          ]}
        />
      </Card>
      <Card title="Plaats en kosten">
        <Facts
          facts={[
            { label: "Wachttijd", value: waitWords(offer) ?? "niet opgegeven" },
            { label: "Plaats", value: placesWords(offer) ?? "niet opgegeven" },
            capacity.updatedOn === null ? null : { label: "Opgegeven op", value: formatDay(capacity.updatedOn) },
            { label: "Kosten", value: offer.feesDescription ?? "niet opgegeven" },
          ]}
        />
      </Card>
    </>
  );
}
