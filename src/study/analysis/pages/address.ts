export const analysisAddress = "/onderzoek/analyse";
export const answersAddress = "/onderzoek/antwoorden";
export const studyHref = (study: string, below = ""): string => `${analysisAddress}/${study}${below}`;
export const answerHref = (result: string, below = ""): string => `/onderzoek/antwoord/${result}${below}`;
