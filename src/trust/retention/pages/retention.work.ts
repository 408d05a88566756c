const day = (value: string | number | null | undefined): string => {
  const date = Temporal.PlainDate.from(String(value ?? "2000-01-01"));
  return `${date.day}-${date.month}-${date.year}`;
};
type Facts = Readonly<Record<string, string | number | null>>;
const asked = (facts: Facts, then: string): string => `Gevraagd op ${day(facts["askedOn"])}. ${then}`;
const about = "Een gezin";

/** The work of keeping and destroying. It stands on no line, so that it outlives the file. */
export const retentionWork = {
  "retention.due": {
    about: "Bewaartermijnen",
    title: ({ files }: Facts) =>
      files === 1 ? "1 dossier komt aan het eind van zijn termijn" : `${files ?? ""} dossiers komen aan het eind van hun termijn`,
    reason: () => "Houd aan wat nog niet weg mag. De rest wordt na zijn dag vernietigd.",
    action: "Bekijken",
    href: () => "/bewaren",
  },
  "destruction.decide": {
    about,
    title: () => "Verzoek om een dossier te vernietigen",
    reason: (facts: Facts) => asked(facts, "De functionaris gegevensbescherming beslist binnen een maand."),
    action: "Bekijken",
    href: ({ subjectId }: { subjectId: string }) => `/vernietiging/${subjectId}`,
  },
  "destruction.confirm": {
    about,
    title: () => "Vernietigen: bevestig het met het gezin",
    reason: (facts: Facts) => asked(facts, "Het is toegestaan. Na uw bevestiging kan niemand het terughalen."),
    action: "Bekijken",
    href: ({ subjectId }: { subjectId: string }) => `/vernietiging/${subjectId}`,
  },
  "destruction.refused": {
    about,
    title: () => "Vernietigen is afgewezen: vertel het",
    reason: (facts: Facts) => asked(facts, "Geef de brief mee, met hoe bezwaar kan."),
    action: "Bekijken",
    href: ({ subjectId }: { subjectId: string }) => `/vernietiging/${subjectId}`,
  },
  "destruction.done": {
    about,
    title: () => "Het dossier is vernietigd: vertel het",
    reason: (facts: Facts) => asked(facts, "Er is een bewijs zonder inhoud."),
    action: "Bekijken",
    href: ({ subjectId }: { subjectId: string }) => `/vernietiging/${subjectId}`,
  },
};
