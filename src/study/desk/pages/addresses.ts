/** Addresses of the research desk; by pseudonym, never by an id. */
export const deskHome = "/onderzoek";
export const flowHref = (study: string): string => `/onderzoek/verloop/${study}`;
export const inflowHref = (study: string): string => `/onderzoek/instroom/${study}`;
export const comparisonHref = (study: string): string => `/onderzoek/vergelijkbaarheid/${study}`;
export const listsAddress = "/onderzoek/lijsten";
export const participantHref = (code: string): string => `/onderzoek/deelnemers/${code}`;
/** Where a wrong arm is put right, and where the key keeper is asked. */
export const armHref = (code: string): string => `${participantHref(code)}/arm`;
export const keyHref = (code: string): string => `${participantHref(code)}/sleutel`;
