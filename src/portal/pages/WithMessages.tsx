import type { PortalLanguage } from "../portal.ts";
import { portalTexts } from "../portal.texts.ts";

/** A sentence that names her messages: there the name takes her to them. */
export function WithMessages({ language, text }: Readonly<{ language: PortalLanguage; text: string }>) {
  const { messages } = portalTexts[language].nav;
  const [before, ...after] = text.split(`‘${messages}’`);
  if (after.length === 0) return text;
  return (
    <>
      {before}
      <a href="/mijn/berichten">{messages}</a>
      {after.join(`‘${messages}’`)}
    </>
  );
}
