import { formatShortDay } from "../../kit/day.ts";
import { channelNames, languageName, memberKindNames } from "../../registry/family.texts.ts";
import { weeksAndDays } from "./rules/pregnancyWeek.ts";
import { birthPlaceNames, endReasonNames, lossNames } from "./trajectory.texts.ts";

type Value = string | number | boolean | null;
type Say = (value: NonNullable<Value>) => string;

const plain: Say = (value) => String(value);
const day: Say = (value) => formatShortDay(String(value));
const yesNo: Say = (value) => (value === true ? "ja" : "nee");
const from =
  (names: Readonly<Record<string, string>>): Say =>
  (value) =>
    names[String(value)] ?? String(value);

/** What is told of a change, by table: the noun, and the columns with their words. Other columns are never shown. */
export const historyTables: Readonly<
  Record<string, { noun: string; columns: Readonly<Record<string, readonly [label: string, say: Say]>> }>
> = {
  family: {
    noun: "Taal en wensen",
    columns: {
      language: ["taal", (value) => languageName(String(value))],
      interpreter_needed: ["tolk nodig", yesNo],
      reads_little: ["leest weinig", yesNo],
      contact_wish: ["wens voor contact", plain],
    },
  },
  family_member: {
    noun: "Gezinslid",
    columns: {
      kind: ["wie", from(memberKindNames)],
      given_name: ["voornaam", plain],
      prefix: ["tussenvoegsel", plain],
      family_name: ["achternaam", plain],
      birth_date: ["geboortedatum", day],
      insurer: ["zorgverzekeraar", plain],
      died_on: ["overleden op", day],
      until: ["in het gezin tot en met", day],
    },
  },
  family_address: {
    noun: "Adres",
    columns: {
      street: ["straat", plain],
      house_number: ["huisnummer", plain],
      postcode: ["postcode", plain],
      place: ["plaats", plain],
      since: ["sinds", day],
      until: ["tot en met", day],
    },
  },
  family_contact: {
    noun: "Contactgegeven",
    columns: {
      channel: ["waarmee", from(channelNames)],
      value: ["nummer of adres", plain],
      safe: ["veilig", yesNo],
      safe_moments: ["wanneer", plain],
    },
  },
  trajectory: {
    noun: "Lijn",
    columns: {
      due_date: ["uitgerekende datum", day],
      parity: ["eerdere zwangerschappen", plain],
      state: ["stand", from({ open: "open", ended: "afgerond" })],
      ended_on: ["afgerond op", day],
      end_reason: ["waarom", from(endReasonNames)],
      loss_on: ["verlies op", day],
      loss: ["verlies van", from(lossNames)],
      maternity_care_text: ["kraamzorg", plain],
      maternity_care_registered_on: ["aangemeld bij kraamzorg op", day],
    },
  },
  birth: {
    noun: "Geboorte",
    columns: {
      born_on: ["dag", day],
      place: ["waar", from(birthPlaceNames)],
      gestational_days: ["zwangerschapsduur", (value) => weeksAndDays(Number(value))],
      weight_grams: ["gewicht in gram", plain],
      small_for_age: ["klein voor de duur", yesNo],
      taken_back: ["teruggenomen", yesNo],
    },
  },
};

/** For records of which only is told that something was recorded. */
export const partNouns: Readonly<Record<string, string>> = {
  identity: "Gegevens van het gezin",
  signals: "Signalen",
  assessment: "Inschatting",
  category_route: "Categorie en route",
  exploration: "Huisbezoek en gesprek",
  plan: "Gezinsplan",
  own_agreements: "Afspraken",
  referrals: "Verwijzingen",
  maternity_care: "Kraamzorg",
  programme: "Geboortezorg Flex",
  study: "Onderzoek",
};
