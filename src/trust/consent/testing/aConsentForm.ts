import type { ConsentFormInput } from "../letters/consentForm.ts";

/** An invented family's form with every purpose on it; a test changes what it is about. */
export const aConsentForm = (part: Partial<ConsentFormInput> = {}): ConsentFormInput => ({
  date: "2026-03-12",
  about: { name: "Amira Yılmaz", bornOn: "1994-05-01", is: "pregnant_woman" },
  parents: [],
  withoutParents: false,
  questions: [
    {
      purpose: "sharing",
      recipients: ["JGZ Zuid-Limburg", "Geboortezorg Limburg"],
      parts: ["identity", "signals", "assessment", "plan"],
      until: null,
    },
    { purpose: "prenatal_home_visit", recipients: ["JGZ Zuid-Limburg"], parts: ["identity", "exploration"], until: null },
    {
      purpose: "triangle_consultation",
      recipients: ["uw verloskundige", "uw kraamverzorgende", "de jeugdverpleegkundige"],
      parts: ["identity", "exploration", "plan", "maternity_care"],
      until: null,
    },
    { purpose: "case_conference", recipients: ["Knooppunt Heerlen"], parts: ["identity", "plan"], until: "2026-06-30" },
    { purpose: "programme", recipients: ["Geboortezorg Limburg"], parts: ["identity", "maternity_care", "programme"], until: null },
  ],
  explainedBy: {
    name: "Noor Janssen",
    role: "verloskundige",
    organisation: "Verloskundigenpraktijk De Ooievaar",
    telephone: "045 - 123 45 67",
  },
  interpretedInto: null,
  programmeName: "Geboortezorg Flex",
  ...part,
});
