import type { HomeLanguage } from "../../home/home.ts";
import type { KeepReason, RecordKind } from "../retention.ts";

export type LetterKind = "granted" | "partly" | "refused" | "carried_out";

export interface DestructionLetterTexts {
  readonly title: Readonly<Record<LetterKind, string>>;
  readonly opening: (kind: LetterKind, askedOn: string) => readonly string[];
  readonly gone: string;
  readonly stays: string;
  readonly kinds: Readonly<Record<RecordKind, string>>;
  readonly reasons: Readonly<Record<KeepReason, string>>;
  readonly always: { readonly heading: string; readonly items: readonly string[] };
  readonly disagree: { readonly heading: string; readonly items: readonly string[] };
  readonly contact: (name: string, organisation: string, telephone: string | null) => string;
}

/** Plain words (B1). Anyone in the house may read it: it says of what kind of papers, never what stood in them. */
export const destructionLetterTexts: Readonly<Record<HomeLanguage, DestructionLetterTexts>> = {
  nl: {
    title: {
      granted: "Uw gegevens worden gewist",
      partly: "Een deel van uw gegevens wordt gewist",
      refused: "Uw gegevens blijven bewaard",
      carried_out: "Uw gegevens zijn gewist",
    },
    opening: (kind, askedOn) => [
      `Op ${askedOn} vroeg u om uw gegevens in Wieg te wissen.`,
      {
        granted: "Dat doen wij. U bevestigt het nog één keer. Daarna kan niemand de gegevens terughalen.",
        partly: "Dat doen wij voor een deel. U bevestigt het nog één keer. Daarna kan niemand die gegevens terughalen.",
        refused: "Dat kunnen wij nu niet doen. Hieronder staat waarom.",
        carried_out: "Dat is gedaan. Niemand kan deze gegevens nog lezen of terughalen.",
      }[kind],
    ],
    gone: "Wat wordt gewist",
    stays: "Wat blijft, en waarom",
    kinds: {
      medical_file: "Wat zorgverleners over u opschreven",
      youth_help: "Wat de jeugdhulp over u opschreef",
      social_support: "Wat de gemeente en hulporganisaties over u opschreven",
      partner_note: "Wat de opvang en andere partners over u opschreven",
      meldcode: "Overige papieren",
      programme: "De rekeningen van de kraamzorg",
      study: "Wat u voor het onderzoek invulde",
      question: "De vraag die u zelf stuurde",
      trail: "De lijst van wie uw gegevens bekeek",
    },
    reasons: {
      interest_of_other: "iemand anders heeft deze gegevens nodig",
      law: "dat moet van de wet",
      complaint: "er loopt nog een klacht of een zaak bij de rechter",
      accounts: "rekeningen moeten van de belastingwet 7 jaar blijven",
    },
    always: {
      heading: "Goed om te weten",
      items: [
        "De gegevens van uw partner of uw kind blijven. Zij vragen het zelf, of een ouder vraagt het voor een kind.",
        "Wij bewaren dat u dit vroeg en dat het gedaan is. Wat er stond, bewaren wij niet.",
        "Een organisatie kan ook papieren in haar eigen computer hebben. Vraag het dan ook daar.",
      ],
    },
    disagree: {
      heading: "Bent u het er niet mee eens?",
      items: ["Praat erover met wie u helpt.", "U kunt een klacht sturen aan de Autoriteit Persoonsgegevens: 088 1805 250."],
    },
    contact: (name, organisation, telephone) =>
      telephone === null ? `Vragen? Vraag het ${name}, ${organisation}.` : `Vragen? Bel ${name}, ${organisation}: ${telephone}.`,
  },
  en: {
    title: {
      granted: "Your data will be erased",
      partly: "Part of your data will be erased",
      refused: "Your data will be kept",
      carried_out: "Your data were erased",
    },
    opening: (kind, askedOn) => [
      `On ${askedOn} you asked us to erase your data in Wieg.`,
      {
        granted: "We will do that. You confirm it once more. After that nobody can bring the data back.",
        partly: "We will do that for a part. You confirm it once more. After that nobody can bring those data back.",
        refused: "We cannot do that now. Below you read why.",
        carried_out: "It was done. Nobody can read these data or bring them back.",
      }[kind],
    ],
    gone: "What is erased",
    stays: "What stays, and why",
    kinds: {
      medical_file: "What your care workers wrote about you",
      youth_help: "What youth care wrote about you",
      social_support: "What the municipality and helping organisations wrote about you",
      partner_note: "What childcare and other partners wrote about you",
      meldcode: "Other papers",
      programme: "The bills of the maternity care",
      study: "What you answered for the study",
      question: "The question that you sent yourself",
      trail: "The list of who looked at your data",
    },
    reasons: {
      interest_of_other: "someone else needs these data",
      law: "the law says so",
      complaint: "there is still a complaint or a case before a judge",
      accounts: "bills must be kept for 7 years by tax law",
    },
    always: {
      heading: "Good to know",
      items: [
        "The data of your partner or your child stay. They ask for it themselves, or a parent asks it for a child.",
        "We keep that you asked this and that it was done. We do not keep what was written.",
        "An organisation may have papers in its own computer too. Please ask there as well.",
      ],
    },
    disagree: {
      heading: "Do you disagree?",
      items: ["Talk about it with the person who helps you.", "You can send a complaint to the Autoriteit Persoonsgegevens: 088 1805 250."],
    },
    contact: (name, organisation, telephone) =>
      telephone === null ? `Questions? Ask ${name}, ${organisation}.` : `Questions? Call ${name}, ${organisation}: ${telephone}.`,
  },
};
