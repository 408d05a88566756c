/** Mail to a participant: that there are questions, and where. No name, no date that may be old when it arrives, nothing of what it is about. */
type Words = Readonly<{ invite: { subject: string; opening: string }; remind: { subject: string; opening: string }; closing: string }>;

const texts: Readonly<Record<"nl" | "en", Words>> = {
  nl: {
    invite: {
      subject: "Er staan vragen voor u klaar",
      opening: "Er staan vragen voor u klaar. U kunt ze beantwoorden wanneer het u uitkomt.",
    },
    remind: { subject: "Er staan nog vragen voor u klaar", opening: "Er staan nog vragen voor u klaar. U kunt verdergaan waar u was." },
    closing:
      "Op de pagina staat tot wanneer dat kan. U mag ook stoppen; dat heeft geen gevolgen. Stuur deze link niet door: hij is van u alleen.",
  },
  en: {
    invite: { subject: "There are questions for you", opening: "There are questions for you. You can answer them whenever it suits you." },
    remind: { subject: "There are still questions for you", opening: "There are still questions for you. You can go on where you were." },
    closing: "The page says until when you can. You may also stop; nothing changes for you. Do not forward this link: it is yours alone.",
  },
};

/** The mail in each language. */
export function writeMail(kind: "invite" | "remind", address: string): Readonly<Record<"nl" | "en", { subject: string; body: string }>> {
  const write = ({ [kind]: { subject, opening }, closing }: Words) => ({ subject, body: `${opening}\n\n${address}\n\n${closing}\n` });
  return { nl: write(texts.nl), en: write(texts.en) };
}
