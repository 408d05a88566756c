/** The work of a file that someone asked for: on the list of who asked for it on her behalf. */
export const familyFileWork = {
  "family-file.ready": {
    title: () => "Dossier is klaar om mee te geven",
    reason: () => "Controleer wie het is en geef het papier mee. Het ligt 30 dagen klaar.",
    action: "Meegeven",
    href: ({ subjectId }: { subjectId: string }) => `/dossier/${subjectId}`,
  },
  "family-file.failed": {
    title: () => "Dossier maken is niet gelukt",
    reason: () => "Kijk waarom, en laat het opnieuw maken.",
    action: "Bekijken",
    href: ({ subjectId }: { subjectId: string }) => `/dossier/${subjectId}`,
  },
};
