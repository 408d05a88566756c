import type { MessageRefusal, ThreadPart, ThreadSubject } from "./messages.ts";

/** What a conversation is about: its name, its word in an address, and who reads it. */
export const partWords: Readonly<Record<ThreadPart, { name: string; slug: string; hint: string }>> = {
  identity: {
    name: "Praktisch",
    slug: "praktisch",
    hint: "Afspraken, bereikbaarheid, wie gaat er langs. Schrijf hier niet wat er speelt.",
  },
  signals: { name: "Signalen", slug: "signalen", hint: "Wat u opvalt, en wat u daarmee doet." },
  assessment: { name: "Inschatting", slug: "inschatting", hint: "De categorie a-d en de reden ervan." },
  exploration: {
    name: "Huisbezoek en gesprek",
    slug: "bezoek",
    hint: "Wat er bij het huisbezoek of in het brede gesprek naar voren kwam.",
  },
  plan: { name: "Gezinsplan", slug: "plan", hint: "Doelen, afspraken en hoe het daarmee gaat." },
  referrals: { name: "Steun", slug: "steun", hint: "Verwijzingen, en hoe de hulp loopt." },
  maternity_care: { name: "Kraamzorg", slug: "kraamzorg", hint: "De indicatie, de uren, en hoe het thuis gaat." },
};

const subjectSlugs: Readonly<Record<ThreadSubject["kind"], { slug: string; part: ThreadPart }>> = {
  signal: { slug: "signaal", part: "signals" },
  referral: { slug: "verwijzing", part: "referrals" },
  plan: { slug: "gezinsplan", part: "plan" },
};

/** The end of the address where a conversation about this begins. */
export const slugOf = (about: ThreadPart | ThreadSubject): string =>
  typeof about === "string" ? partWords[about].slug : `${subjectSlugs[about.kind].slug}-${about.id}`;

/** What an address like that says; null when it says nothing. */
export function aboutOf(slug: string): { part: ThreadPart; subject: ThreadSubject | null } | null {
  for (const [part, words] of Object.entries(partWords)) if (words.slug === slug) return { part: part as ThreadPart, subject: null };
  for (const [kind, { slug: word, part }] of Object.entries(subjectSlugs))
    if (slug.startsWith(`${word}-`)) return { part, subject: { kind: kind as ThreadSubject["kind"], id: slug.slice(word.length + 1) } };
  return null;
}

/** Where its subject stands. */
export const subjectHref = (trajectoryId: string, { kind, id }: ThreadSubject): string =>
  ({
    signal: `/gezinnen/${trajectoryId}/signalen/${id}`,
    referral: `/gezinnen/${trajectoryId}/verwijzingen/${id}`,
    plan: `/gezinnen/${trajectoryId}/plan`,
  })[kind];

type Facts = Readonly<Record<string, string | number | null>>;

const refusals: Readonly<Record<MessageRefusal, { field: string; text: (facts: Facts) => string }>> = {
  "messages-not-found": { field: "form", text: () => "Dit bestaat niet, of u mag het niet zien." },
  "messages-no-ground": {
    field: "form",
    text: () =>
      "Het gezin staat nu niet toe dat uw organisatie dit deel van anderen leest. Dan kunt u er ook niet over schrijven: u zou het antwoord niet mogen lezen.",
  },
  "messages-nobody": { field: "to", text: () => "Kies ten minste één persoon of team." },
  "messages-may-not-read": {
    field: "to",
    text: ({ who, what }) =>
      `${who} mag ${what} niet lezen: het gezin staat het niet toe, of de rol geeft het niet. Kies iemand anders, of laat het weg.`,
  },
  "messages-not-discussed": {
    field: "form",
    text: () =>
      "Dit signaal is nog niet met het gezin besproken. Tot dan is het alleen van uw organisatie, en kunt u er met anderen niet over schrijven.",
  },
  "messages-not-with-family": {
    field: "family",
    text: () =>
      "Hierover leest de moeder niet mee: niet over signalen, de inschatting of haar partner. Kies een ander deel, of schrijf alleen aan professionals.",
  },
  "messages-family-away": {
    field: "family",
    text: () => "De moeder heeft nu geen eigen pagina (meer), dus zij zou dit niet lezen. Bel haar, of schrijf alleen aan professionals.",
  },
  "messages-closed": { field: "form", text: () => "Dit gesprek is intussen gesloten. Open het weer, of begin een nieuw gesprek." },
  "messages-line-ended": { field: "form", text: () => "Deze lijn is afgesloten: er kan niets meer bij worden geschreven." },
  "messages-changed-meanwhile": { field: "form", text: () => "Een ander was u voor. Hieronder staat hoe het nu is." },
  "messages-already-in": { field: "person", text: () => "Die doet al mee." },
};

export const messageRefusalText = (code: MessageRefusal, facts: Facts = {}): string => refusals[code].text(facts);
export const messageRefusalField = (code: MessageRefusal): string => refusals[code].field;
