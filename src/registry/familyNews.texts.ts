/** A mail without content: whoever reads along learns that there is something for someone, somewhere [access.md 6]. */
export const familyNews: Readonly<Record<"nl" | "en", { readonly subject: string; readonly body: string }>> = {
  nl: {
    subject: "Er is iets voor u",
    body: "Er staat iets nieuws voor u klaar op uw eigen pagina's. U kunt het lezen als het u uitkomt.\n\nOp deze e-mail kunt u niet antwoorden.\n",
  },
  en: {
    subject: "There is something for you",
    body: "There is something new for you in your own pages. You can read it whenever it suits you.\n\nYou can't answer this e-mail.\n",
  },
};
