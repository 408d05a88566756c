import { fold } from "../../../kit/foldText.ts";
import { type CaseloadField, type CaseloadLayout, caseloadFields, necessaryFields, type Separator } from "../caseload.ts";
import { shorten, tidy } from "./plainText.ts";

/** What practices' systems call their columns, folded: no case, accents, spaces or signs. The first spelling is how we name the column. */
const spellings: Readonly<Record<CaseloadField, readonly string[]>> = {
  clientNumber: words(
    "Cliëntnummer clientnr clientid client clintnummer patientnummer patientnr patintnummer dossiernummer dossiernr nummer id",
  ),
  familyName: words(
    "Achternaam familienaam geslachtsnaam naam naamclient volledigenaam eigenachternaam geboortenaam meisjesnaam lastname surname",
  ),
  prefix: words("Voorvoegsel voorvoegsels tussenvoegsel tussenvoegsels tv vv voorv prefix"),
  givenName: words("Voornaam voornamen roepnaam firstname"),
  initials: words("Voorletters voorletter initialen"),
  birthDate: words("Geboortedatum gebdatum gebdat geboren geborenop datumgeboorte geboortedag gd dob birthdate dateofbirth"),
  address: words("Adres straat straatnaam straatenhuisnummer straathuisnummer straatennummer adresregel1 adresregel woonadres address"),
  houseNumber: words("Huisnummer huisnr nr hnr"),
  houseNumberAddition: words("Toevoeging huisnummertoevoeging huisletter toev"),
  postcode: words("Postcode pc pcode zip zipcode"),
  place: words("Woonplaats plaats plaatsnaam stad city"),
  municipality: words("Gemeente gemeentenaam gemeentecode woongemeente gemcode"),
  phone: words("Telefoon telefoonnummer telefoonnr tel telnr telnummer telefoonthuis telefoonvast vast telefoon1 phone"),
  mobile: words("Mobiel mobielnummer mobielnr gsm telefoonmobiel mobieletelefoon mobieltelefoonnummer telefoon2 mobile"),
  email: words("E-mail emailadres mail mailadres emailaddress"),
  insurer: words("Zorgverzekeraar verzekeraar verzekering zorgverzekering ziektekostenverzekeraar uzovi uzovicode"),
  maternityCare: words("Kraamzorg kraamzorgorganisatie kraambureau kraamzorgbureau kraamzorginstelling kraamcentrum"),
  dueDate: words(
    "A terme datum|atermedatum|aterme|atermedd|at|atd|atdatum|uitgerekendedatum|uitgerekend|uitgerekendop|verwachtebevallingsdatum|verwachtebevalling|bevallingsdatum|duedate|edd",
  ),
  parity: words("Pariteit gp gravidapara graviditeitpariteit gravpar"),
  language: words("Taal voertaal moedertaal spreektaal gesprekstaal language"),
  remark: words("Opmerkingen opmerking bijzonderheden notitie notities memo toelichting aantekening aantekeningen remarks"),
};
const byFolded = new Map(caseloadFields.flatMap((field) => spellings[field].map((spelling) => [fold(spelling), field] as const)));
const fewestColumns = 3;

function words(text: string): string[] {
  return text.split(text.includes("|") ? "|" : " ");
}

/** What we call a column that the file does not have. */
export const nameColumn = (field: CaseloadField): string => spellings[field][0] ?? field;

/** The column in which we say, in a file of refused lines, why they were refused. */
export const reasonHeading = "Reden";

export type HeadingReading =
  | { kind: "headings"; layout: Omit<CaseloadLayout, "separator" | "headingLine">; recognised: number }
  /** Headings they are, but not all that is needed. */
  | { kind: "incomplete"; missing: readonly CaseloadField[]; recognised: number }
  | { kind: "none" };

/** Recognises a heading in any order and spelling. Of two columns for the same field the first counts. */
export function readHeadings(cells: readonly string[]): HeadingReading {
  const headings = cells.map((cell) => shorten(tidy(cell), 100));
  const positions: Partial<Record<CaseloadField, number>> = {};
  const leftOut: string[] = [];
  let reasonAt: number | null = null;
  headings.forEach((heading, at) => {
    const field = byFolded.get(fold(heading.replace(/\(.*\)/, ""))) ?? byFolded.get(fold(heading));
    if (field !== undefined && positions[field] === undefined) positions[field] = at;
    else if (fold(heading) === fold(reasonHeading)) reasonAt ??= at;
    else if (heading !== "") leftOut.push(heading);
  });
  const recognised = Object.keys(positions).length;
  const missing = necessaryFields.filter((field) => positions[field] === undefined);
  if (recognised < fewestColumns) return { kind: "none" };
  if (missing.length > 0) return { kind: "incomplete", missing, recognised };
  return { kind: "headings", layout: { headings, positions, leftOut, reasonAt }, recognised };
}

/** The separators that occur, the likeliest first. */
export const separators: readonly Separator[] = [";", ",", "\t", "|"];
