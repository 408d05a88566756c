import { Card } from "../../../design/Card.tsx";
import { DataTable } from "../../../design/DataTable.tsx";
import { Details } from "../../../design/Details.tsx";
import { EmptyState } from "../../../design/EmptyState.tsx";
import { Facts } from "../../../design/Facts.tsx";
import { LinkButton } from "../../../design/LinkButton.tsx";
import { Tag } from "../../../design/Tag.tsx";
import { formatDay, type Day } from "../../../kit/day.ts";
import type { Address, Family, Member } from "../../../registry/family.ts";
import { outsideRegion } from "../../../registry/family.ts";
import { addressLine, channelNames, memberKindNames, safetyOf } from "../../../registry/family.texts.ts";
import { fullName } from "../../../registry/personName.ts";
import { yearsOn } from "../../../registry/yearsOn.ts";
import { childAge } from "../rules/childAge.ts";
import type { FamilyPageData } from "../server/readFamilyPage.ts";

/** The people of the family. */
export function PeopleCard({ data, mayWrite }: { data: FamilyPageData; mayWrite: boolean }) {
  const { family, line, today } = data;
  const address = (path: string) => `/gezinnen/${line.id}/${path}`;
  return (
    <Card title="Gezin" id="gezin" action={mayWrite ? <a href={address("gezinsleden/nieuw")}>Gezinslid toevoegen</a> : undefined}>
      <DataTable
        caption="Leden van het gezin"
        rows={family.members}
        rowKey={(member) => member.id}
        columns={[
          { label: "Naam", heading: true, cell: fullName, note: (member) => memberKindNames[member.kind] },
          {
            label: "Geboren",
            cell: (member) => (member.birthDate ? formatDay(member.birthDate) : "niet bekend"),
            note: (member) => ageOf(member, today),
          },
          { label: "Zorgverzekeraar", cell: (member) => member.insurer ?? "" },
          ...(mayWrite
            ? [
                {
                  label: "Wijzigen",
                  action: true,
                  cell: (member: Member) => (
                    <a href={address(`gezinsleden/${member.id}`)} aria-label={`${fullName(member)} wijzigen`}>
                      Wijzigen
                    </a>
                  ),
                },
              ]
            : []),
        ]}
      />
    </Card>
  );
}

function ageOf(member: Member, today: Day): string {
  if (member.diedOn !== null) return `overleden op ${formatDay(member.diedOn)}`;
  if (member.birthDate === null) return "";
  const years = yearsOn(member.birthDate, today);
  return years < 2 ? (childAge(member.birthDate, today) ?? "") : `${years} jaar`;
}

/** How to reach them safely, and where they live. */
export function ContactCard({ data, mayWrite }: { data: FamilyPageData; mayWrite: boolean }) {
  const { family, line } = data;
  const present = family.addresses.find((one) => one.until === null);
  const earlier = family.addresses.filter((one) => one.until !== null);
  const href = (path: string) => `/gezinnen/${line.id}/${path}`;
  return (
    <Card title="Bereiken en wonen" id="contact" action={mayWrite ? <a href={href("taal")}>Taal en wensen</a> : undefined}>
      <Ways family={family} href={href} mayWrite={mayWrite} />
      <Facts
        facts={[
          {
            label: "Adres",
            value: present ? (
              <>
                {addressLine(present) || "niet bekend"}
                <small className="wieg-note">
                  {municipalityOf(present)}
                  {mayWrite && (
                    <>
                      {" "}
                      <a href={href("adres")}>Verhuisd?</a> <a href={href("adres/verbeteren")}>Verbeteren</a>
                    </>
                  )}
                </small>
              </>
            ) : (
              <>nog niet bekend {mayWrite && <a href={href("adres")}>Adres vastleggen</a>}</>
            ),
          },
        ]}
      />
      {earlier.length > 0 && (
        <Details summary="Eerdere adressen">
          <Facts
            facts={earlier.map((one) => ({
              label: `tot en met ${formatDay(one.until ?? one.since)}`,
              value: (
                <>
                  {addressLine(one)}
                  <small className="wieg-note">{municipalityOf(one)}</small>
                </>
              ),
            }))}
          />
        </Details>
      )}
    </Card>
  );
}

function Ways({ family, href, mayWrite }: { family: Family; href: (path: string) => string; mayWrite: boolean }) {
  const add = mayWrite && (
    <p>
      <LinkButton href={href("contact/nieuw")} variant="quiet">
        Telefoon of e-mail toevoegen
      </LinkButton>
    </p>
  );
  if (family.contacts.length === 0)
    return (
      <>
        <EmptyState title="Nog niet bekend hoe u dit gezin bereikt">Vraag ook wanneer en hoe het veilig is.</EmptyState>
        {add}
      </>
    );
  return (
    <>
      <Facts
        facts={family.contacts.map((contact) => {
          const safety = safetyOf(contact);
          return {
            label: channelNames[contact.channel],
            value: (
              <>
                {contact.value} <Tag tone={safety.tone}>{safety.text}</Tag>
                {mayWrite && (
                  <>
                    {" "}
                    <a href={href(`contact/${contact.id}`)} aria-label={`${channelNames[contact.channel]} wijzigen`}>
                      {contact.safe === null ? "Vastleggen" : "Wijzigen"}
                    </a>
                  </>
                )}
              </>
            ),
          };
        })}
      />
      {add}
    </>
  );
}

const municipalityOf = (address: Address): string =>
  address.municipalityName
    ? `gemeente ${address.municipalityName}`
    : address.municipality === outsideRegion
      ? "buiten de regio"
      : (address.municipality ?? "gemeente niet bekend");
