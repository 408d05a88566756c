/** Work of doubles: words and addresses. Main puts them with those of other concepts. */
interface Item {
  readonly subjectId: string;
}

export const doublesWork = {
  "double-review": {
    title: () => "Zijn dit twee keer dezelfde?",
    reason: () => "Twee organisaties hebben misschien hetzelfde gezin. Termijn: 5 werkdagen.",
    action: "Beoordelen",
    href: ({ subjectId }: Item) => `/dubbelen/${subjectId}`,
  },
  "line-merged": {
    title: () => "Dit gezin is ook elders bekend",
    reason: (facts: Readonly<Record<string, string | number | null>>) =>
      `Samengevoegd met de lijn van ${facts["organisation"] ?? "een andere organisatie"}. Vraag het gezin of u samen mag werken.`,
    action: "Bekijken",
    whole: "identity.read" as const,
    href: ({ subjectId }: Item) => `/samenvoegingen/${subjectId}`,
  },
};
