import { Facts } from "../../../design/Facts.tsx";
import { formatDay, type Day } from "../../../kit/day.ts";
import type { Family, Member } from "../../../registry/family.ts";
import { channelNames, languageName } from "../../../registry/family.texts.ts";
import { fullName } from "../../../registry/personName.ts";
import { childAge } from "../rules/childAge.ts";
import { pregnancyWeek } from "../rules/pregnancyWeek.ts";
import { yearsOn } from "../../../registry/yearsOn.ts";
import type { FamilyPageData } from "../server/readFamilyPage.ts";

/** Who, since when, how to talk with them: the first line under the name. */
export function FamilyFacts({ data }: { data: FamilyPageData }) {
  const { family, line, sections } = data;
  return (
    <Facts
      look="line"
      facts={[
        dateFact(data),
        ...sections.flatMap(({ content }) => content.facts ?? []),
        family.language !== null || family.interpreterNeeded
          ? {
              label: "Taal",
              value: [
                family.language === null ? null : languageName(family.language),
                family.interpreterNeeded ? "tolk nodig" : null,
                family.readsLittle ? "leest weinig" : null,
              ]
                .filter(Boolean)
                .join(", "),
            }
          : null,
        { label: "Contact", value: contactInWords(family) },
        line.state === "ended" && data.details.endedOn ? { label: "Afgerond", value: formatDay(data.details.endedOn) } : null,
        municipalityFact(family),
      ]}
    />
  );
}

function dateFact({ line, today }: FamilyPageData) {
  if (line.bornOn !== null) {
    const age = line.lossOn === null ? childAge(line.bornOn, today) : null;
    return { label: "Geboren", value: `${formatDay(line.bornOn)}${age ? ` (${age})` : ""}` };
  }
  if (line.dueDate === null) return { label: "Uitgerekend", value: "nog niet zwanger" };
  if (line.lossOn !== null) return null;
  const week = pregnancyWeek(line.dueDate, today);
  return { label: "Uitgerekend", value: `${formatDay(line.dueDate)}${week ? ` (${week})` : ""}` };
}

/** How the family can be reached safely, in one phrase; a number that nobody asked about is not shown as usable [domain 6.3]. */
function contactInWords(family: Family): string {
  const safe = family.contacts.find((contact) => contact.safe === true);
  const way = safe
    ? `${channelNames[safe.channel]} ${safe.value}${safe.safeMoments ? `, ${safe.safeMoments}` : ""}`
    : "nog geen veilige manier vastgelegd";
  return family.contactWish ? `${family.contactWish} (${way})` : way;
}

function municipalityFact(family: Family) {
  const present = family.addresses.find((address) => address.until === null);
  return present?.municipalityName ? { label: "Gemeente", value: present.municipalityName } : null;
}

/** "Sanne Frijns (30) en Tom Smeets". */
export function peopleInWords(family: Family, today: Day): string {
  const adults = family.members.filter((member) => member.kind === "mother" || member.kind === "partner");
  return adults.map((member) => withAge(member, today)).join(" en ");
}

const withAge = (member: Member, today: Day): string =>
  member.birthDate === null || member.diedOn !== null ? fullName(member) : `${fullName(member)} (${yearsOn(member.birthDate, today)} jaar)`;
